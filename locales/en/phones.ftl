# Present with somebody's help: supervisor, officer, guardian, and shared phones

ends-start = Start
ends-finish = Finish
ends-both = Start and finish
assisted-desk-phone = 📱 { $ends } through the phone { $phone }
assisted-by-roll-call = 📋 { $ends } noted by the supervisor: { $why }
assisted-by-officer = 🤝 { $ends } noted by the officer: { $why }
assisted-by-guardian = 🤝 { $ends } with the guardian's help: { $why }
reason-no-word = no word from the phone
reason-phone-broken = 📵 Phone is broken
reason-no-phone = 🚫 Has no phone

choice-assist-officer = 🤝 Help
assist-ask-reason-start = Why do you note the start for { $name }? Write the reason; the supervisor still confirms the hours.
assist-ask-reason-finish = Why do you note the finish for { $name }? Write the reason; the supervisor still confirms the hours.
assist-nothing = That session has changed. Please look at the plan once more.
assist-nothing-now = There is nothing of { $name } to note now. For what is over, ask the supervisor to note it from 📋 Today's list.
assist-noted-start =
    ✅ Start of { $name } noted: { WAKTU($at, "singkat") }, { $site }. No. { $number }.
    The supervisor still confirms the hours.
assist-noted-finish =
    ✅ Finish of { $name } noted: { WAKTU($at, "singkat") }, { $site }. No. { $number }.
    The supervisor still confirms the hours.
assist-told-officer-start = Your officer has noted the start { WAKTU($at, "singkat") } at { $site }. The location need not be sent again.
assist-told-officer-finish = Your officer has noted the finish { WAKTU($at, "singkat") } at { $site }. The supervisor confirms the hours.
assist-told-guardian-start = Your guardian has noted the start { WAKTU($at, "singkat") } at { $site }. The location need not be sent again.
assist-told-guardian-finish = Your guardian has noted the finish { WAKTU($at, "singkat") } at { $site }. The supervisor confirms the hours.

# Guardian

key-schedule = 📅 Schedule
menu-jadwal = The child's days
welcome-guardian =
    Thank you, { $sapa } { $name }. This phone is registered for a guardian.
    Press 📅 Schedule to see the days.
help-guardian =
    Write "jadwal" to see the days to come and what has been done.
    When you are there with the child, send the location or press ✋ to help.
not-understood-guardian =
    { $sapa } { $name }, press 📅 Schedule to see the days.
    For anything else press 🙋 Ask for help.
guardian-schedule = 📅 Schedule of { $name }
guardian-coming = • { WAKTU($start, "tanggal") }, { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }
guardian-nothing-planned = Nothing is planned next.
guardian-past = What is over:
guardian-done = ✅ { WAKTU($day, "tanggal") }: done
guardian-not-done = ▫️ { WAKTU($day, "tanggal") }: not done
guardian-no-child = There is no schedule to see here yet. If there should be one, press 🙋 Ask for help.
guardian-nothing-now = Nothing needs help now. Press 📅 Schedule to see the next day.
guardian-which = For whom? Choose one.
guardian-ask-here-start = Is { $name } with you now, and about to start?
guardian-ask-here-finish = Is { $name } with you now, and has finished?
choice-here = ✅ Yes, with me
choice-not-here = ❌ No
guardian-not-here = All right, nothing is noted. Once { $name } is with you, press 📅 Schedule again.
guardian-ask-why = Why does { $name } not send it? Choose one, or write it in your own words.
choice-assist-start = ✋ Help to start
choice-assist-finish = ✋ Help to finish
guardian-reminder =
    Dear guardian, there is something to do tomorrow for { $name }: { WAKTU($at, "singkat") }.
    Please pass it on. The details are under 📅 Schedule.
