# Supervisors who are family of a client do not confirm him, officers who are do not decide on the hours

choice-kin = 👪 I am family
kin-sure = Are you family of { $name }? If so, somebody else confirms these hours.
choice-kin-yes = 👪 Yes, family
choice-kin-no = ↩️ No
kin-declared =
    Thank you, it is noted.
    The hours of { $name } are confirmed by { $decider }.
kin-declared-officer =
    👪 Somebody declared family.
    Supervisor { $by } says that { $name } is family.
    Another supervisor confirms instead, or you where there is none. If that is wrong: /keluarga
confirm-not-kin = You are noted as family of { $name }. The attendance is confirmed by { $decider }.
confirm-by-supervisor = The site's supervisor confirms this attendance. There is nothing for you to do.
card-instead-of-family = The supervisors at this site are family, so please decide yourself.
list-family = 👪 Own family, confirmed by somebody else: { $names }
kin-overview = Supervisors or officers who are family of { $name }:
kin-line = • { $name }, noted by { $by }
kin-line-officer = • Officer { $name }, noted by { $by }
kin-none = Nobody is noted yet. Choose if there is somebody.
choice-kin-end = ❌ Not: { $name }
choice-kin-note = 👪 { $name }
kin-own-sure =
    Are you family of { $name }?
    If so, you no longer decide on the hours, and your head is asked to choose another officer.
kin-own-declared =
    Thank you, it is noted. Your head has been told.
    Until { $name } is with another officer you go on guiding; only the hours are not yours to decide.
kin-own-head =
    👪 An officer declared family.
    { $by } says that { $name } is family, and no longer decides on the hours.
    Please choose another officer.
kin-own-head-stand-in =
    👪 An officer who stands in declared family.
    { $by } says that { $name } is family. He does not decide on the hours.
choice-kin-move = ➡️ Another officer
decide-not-for-kin =
    You are noted as family of { $name }, so another officer decides on the hours.
    Your head can move the client with /pindah.
transfer-to-family = { $to } is family of { $name }. Please choose another officer.
kin-ended-officer =
    👪 A note of family was removed.
    { $name } is not noted as your family any more.
kin-noted-supervisor =
    👪 The officer made a note of family.
    { $name } is noted as your family. Somebody else confirms the attendance.
kin-ended-supervisor =
    👪 The officer removed a note of family.
    { $name } is not noted as your family any more. You can confirm again.
client-card-kin-officer = 👪 Officer { $name } is family and does not decide on the hours (/keluarga)
client-card-kin = 👪 Supervisor { $name } is family and does not confirm (/keluarga)
