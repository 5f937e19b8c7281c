# Supervisors who are family of a client do not confirm him

choice-kin = 👪 I am family
kin-sure = Are you family of { $name }? If so, somebody else confirms these hours.
choice-kin-yes = 👪 Yes, family
choice-kin-no = ↩️ No
kin-declared =
    Thank you, it is noted.
    The hours of { $name } are confirmed by { $decider }.
kin-declared-officer =
    Supervisor { $by } says that { $name } is family.
    Another supervisor confirms instead, or you where there is none. If that is wrong: /keluarga
confirm-not-kin = You are noted as family of { $name }. The attendance is confirmed by { $decider }.
confirm-by-supervisor = The site's supervisor confirms this attendance. There is nothing for you to do.
card-instead-of-family = The supervisors at this site are family, so please decide yourself.
list-family = 👪 Own family, confirmed by somebody else: { $names }
kin-overview = Supervisors who are family of { $name }:
kin-line = • { $name }, noted by { $by }
kin-none = Nobody is noted yet. Choose if there is somebody.
choice-kin-end = ❌ Not: { $name }
choice-kin-note = 👪 { $name }
kin-noted-supervisor = The officer has noted you as family of { $name }. Somebody else confirms the attendance.
kin-ended-supervisor = The note that you are family of { $name } was removed by the officer. You can confirm again.
client-card-kin = 👪 Supervisor { $name } is family and does not confirm (/keluarga)
