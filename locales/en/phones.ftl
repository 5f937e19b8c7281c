# Present with somebody's help: supervisor, officer, guardian, and shared phones

ends-start = Start
ends-finish = Finish
ends-both = Start and finish
assisted-desk-phone = 📱 { $ends } through the phone { $phone }
assisted-by-roll-call = 📋 { $ends } noted by the supervisor: { $why }
assisted-by-officer = 🤝 { $ends } noted by the officer: { $why }
assisted-by-guardian = 🤝 { $ends } with the guardian's help: { $why }
reason-no-word = no word from the phone
reason-word-later = the phone was heard later
reason-phone-broken = 📵 Phone is broken
reason-no-phone = 🚫 Has no phone

choice-assist-officer = 🤝 Help
assist-ask-reason-start = Why do you note the start for { $name }? Write the reason; the supervisor still confirms the hours.
assist-ask-reason-finish = Why do you note the finish for { $name }? Write the reason; the supervisor still confirms the hours.
assist-not-noted = All right, nothing is noted for { $name }.
assist-at-work = { $name } is at work, started { WAKTU($start, "pukul") }. If the work has ended, press the button below.
choice-assist-end = 🏁 Note the end
assist-undone = All right, the end of work of { $name } is taken back. The work goes on.
assist-told-undone = The end of work was taken back by whoever noted it. Press 📍 Finish work when you are really done.
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
    Write "jadwal" to see the days to come and what has been done, "izin" when the child cannot come.
    When you are there with the child, send the location or press ✋ to help. To take your consent back: type "cabut persetujuan".
not-understood-guardian =
    { $sapa } { $name }, press 📅 Schedule to see the days.
    For anything else press 🙋 Ask for help.
guardian-schedule = 📅 Schedule of { $name }
guardian-coming = • { WAKTU($start, "tanggal") }, { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }
guardian-coming-not = • { WAKTU($start, "tanggal") }, { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }: not coming
guardian-nothing-planned = Nothing is planned next.
guardian-past = What is over:
guardian-done = ✅ { WAKTU($day, "tanggal") }: done
guardian-stayed = ▫️ { WAKTU($day, "tanggal") }: stayed away
guardian-waits = ▫️ { WAKTU($day, "tanggal") }: waits to be confirmed
guardian-not-done = ▫️ { WAKTU($day, "tanggal") }: not done
guardian-no-child = There is no schedule to see here yet. If there should be one, press 🙋 Ask for help.
guardian-nothing-now = Nothing needs help now. Press 📅 Schedule to see the next day.
guardian-which = For whom? Choose one.
guardian-ask-here-start = To note the start of work: is { $name } with you now?
guardian-ask-here-finish = To note the end of work: is { $name } with you now?
guardian-ask-over = { $name } started { WAKTU($start, "pukul") }, and the planned time is not over. Is the work done?
choice-over = 🏁 Yes, it is done
choice-not-over = ⏳ Not yet
guardian-not-over = All right, the work of { $name } goes on. When it is done, press 📅 Schedule.
choice-here = ✅ Yes, with me
choice-not-here = ❌ No
guardian-location-kept = Location received. Nothing changes in the plan of { $name }.
guardian-not-here = All right, nothing is noted. Once { $name } is with you, press 📅 Schedule again.
guardian-ask-why = Why does { $name } not send it? Choose one, or write it in your own words.
choice-assist-start = ✋ Help to start
choice-assist-finish = ✋ Help to finish
guardian-reminder-today =
    Dear guardian, there is something to do today: { WAKTU($at, "singkat") }.
    It is for { $name }. Please pass it on; the details are under 📅 Schedule.
guardian-missed =
    Dear guardian, for { WAKTU($at, "singkat") } nobody was recorded yet.
    It is about { $name }. If there is a reason, type "pesan".
guardian-no-work-tomorrow =
    Dear guardian, tomorrow, { WAKTU($day, "hari") }, there is no work.
    It is for { $name }. Please pass it on.
guardian-session-dropped =
    Dear guardian, what was planned for { WAKTU($at, "singkat") } is off. Nobody needs to come.
    It is for { $name }. Please pass it on.
guardian-work-after-all =
    Dear guardian, sorry, there is something to do after all: { WAKTU($at, "singkat") }.
    It is for { $name }. Please pass it on; the details are under 📅 Schedule.
guardian-reminder =
    Dear guardian, there is something to do tomorrow: { WAKTU($at, "singkat") }.
    It is for { $name }. Please pass it on; the details are under 📅 Schedule.

# A shared phone: on the phone itself

key-choose-person = 👥 Choose a person
key-next-person = 👥 Next person
menu-ganti-orang = Next person
phone-ready = The phone { $phone } is a shared phone now. Whenever it is used, first choose who it is.
phone-who = Who is using this phone?
phone-who-code = Who is using this phone? Write the code, for example K-01.
phone-code-unknown = That code is not on the list of this phone. Please check it and write it once more.
phone-nobody-yet = Nobody is on the list of this phone yet. Ask your officer, or contact { $contact }.
phone-declined =
    All right, this answer is kept. The duty goes on; the office will speak with you ({ $contact }).
    Changed your mind? Press 👥 Choose a person.
phone-declined-told =
    🙅 On the phone { $phone } the answer was: I do not agree.
    By { ORANG($name, $code) }. The duty goes on.
    Step: call and talk. Still no? The supervisor notes attendance at the site.
phone-hello = Hello, { $sapa } { $name }. If this is not you, press the button below.
phone-go-on = Please choose below. When you are done, press 👥 Next person.
choice-wrong-person = ↩️ Wrong person
phone-left = Thank you, it is closed. What was received is kept; answers half given are gone.
phone-idle = Nobody used this phone for a while, so it was closed. Please choose who it is again.
phone-idle-wiped =
    Nobody used this phone for a while, so it was closed, and answers that were not finished are gone.
    Please begin again after choosing.
phone-in-use = Somebody else is using this phone. Press 👥 Next person first.
phone-your-own = This phone is registered in your own name, so there is no next person.
phone-help =
    Need help? Contact { $contact }.
    To use this phone, press 👥 Choose a person.
phone-link-personal =
    This link is for the shared phone { $phone }, and this phone is in your own name.
    Open the link on that phone.
phone-ended = This phone is no longer a shared phone. Thank you.
phone-wrong-undone = ↩️ All right, it is undone:
phone-wrong-nothing = ↩️ All right. Nothing was recorded yet, so there is nothing to undo.
phone-wrong-too-late =
    More than 10 minutes have passed, so it cannot be undone here.
    Tell the site supervisor, or contact { $contact }.
regret-start = • Start No. { $number }
regret-finish = • Finish No. { $number }
regret-report = • Report No. { $number }
regret-decided = • No. { $number } stays, because the supervisor has looked at it. Tell the site supervisor.
regret-nothing-left = • One record had changed before. If in doubt, press 🙋 Ask for help.
regret-told-officer =
    ↩️ A report was undone.
    The one of { $name } was sent by somebody else from a shared phone. Its answers do not hold.
card-undone = ↩️ Undone: the wrong person was chosen on a shared phone. Nothing to confirm.
reason-wrong-person = wrong person chosen on a shared phone

client-card-report-shared = 📱 Sent through the phone { $phone }
client-card-shared = 💬 Uses the shared phone { $phone }

# News through a family's phone: without what it is

family-news = 📨 For { $name }: there is news. Press the name to read it.
family-reminder-early = 📨 For { $name }: something to do { WAKTU($at, "singkat") }. Please pass it on.
family-reminder-day = 📨 For { $name }: something to do tomorrow, { WAKTU($at, "singkat") }. Please pass it on.
family-reminder-late = 📨 For { $name }: something to do today since { WAKTU($at, "pukul") }, and still welcome. Please pass it on.
family-reminder-hour = 📨 For { $name }: something to do today { WAKTU($at, "pukul") }. Please pass it on.

# A shared phone: officer and operator

phone-kind-post = post
phone-kind-family = family
pos-none = There is no shared phone yet. To make one, write /pos and its name, for example: /pos Pos Bapas Barombong
pos-heading = 📱 Shared phones. Press a name to look at it.
pos-line = • Phone { $phone } ({ $kind }): { $count } people, { $state }
pos-state-unbound = waiting for its link to be opened
pos-state-bound = connected
pos-state-gone = messages do not arrive
pos-card = 📱 Phone { $phone }
pos-declared = Made by { $by }, { WAKTU($at, "tanggal") }
pos-person = • { $code } { $name }
pos-person-child = • { $code }
pos-others = • and { $count } clients of other officers
pos-used = Last used { WAKTU($at, "singkat") }
pos-ask-kind = Where is the phone { $phone } used?
choice-pos-post = 🏢 At a post
choice-pos-family = 🏠 In a family
choice-pos-people = 👥 Change people
choice-pos-name = ✏️ Rename
choice-pos-link = 🔗 New link
choice-pos-end = 🛑 End
pos-link =
    Link for the phone { $phone }, works once until { WAKTU($until, "hari") }. Scan the picture with that phone, or type the code there.

    Link: { $link }
    Code: { $code }
pos-link-not-sent =
    The link of the shared phone that was made could not be sent in time.
    Type "pos" and choose the phone, then press 🔗 New link.
pos-ask-people =
    Who may use the phone { $phone }? Write the codes, for example: K-01; K-02
    To take somebody off, put a minus: -K-03
pos-ask-name = What is the new name of the phone { $phone }?
pos-codes-refused = Not possible: { $codes }. Check the codes; only clients of your own can be added.
pos-bound = ✅ The phone { $phone } is connected and can be used.
pos-end-sure = End the phone { $phone }? What was sent from it stays.
pos-ended = The phone { $phone } is no longer a shared phone.

phone-shows-number =
    This phone will be shared as { $phone }. Show this number to the officer beside you:

    { $number }
phone-open-again = The number did not match. Open the link once more, then show the new number.
pos-which-number =
    📱 A phone has opened the link of { $phone }.
    If that phone is in front of you, pick the number on it. If not, leave this message alone.
pos-number-wrong =
    That is not the number on the phone { $phone }, so it is not connected.
    Ask the person to open the link once more.
pos-number-older =
    The link of { $phone } was opened once more after that message, so the numbers are others now.
    Pick the number in the newest message.
pos-number-over =
    No phone waits for { $phone }.
    Write "pos { $phone }" for a new link.
pos-gone =
    📵 Nothing can be sent to the phone { $phone } any more.
    Next step: look at the phone; the supervisor can still record attendance.
pos-unwanted =
    ✋ At the phone { $phone } somebody wants no more messages, or says wrong number.
    Next step: look at the phone; to cut it off write "pos { $phone }".
lost-shared-phone =
    { ORANG($name, $code) } has no phone of his own, but uses a shared one: { $phones }.
    If that is lost, write "pos" and its name, then press 🛑 End.
receipt-whose = For: { $name }
