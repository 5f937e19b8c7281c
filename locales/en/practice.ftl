# My code

own-code =
    Code: { $code }
    Show it to the supervisor at the site.
key-own-code = 🪪 My code
menu-kodesaya = My code

# A client's practice

key-practise = 📍 Try a location
key-practice-end = ⏹ End practice
menu-latihan = Practice
choice-practise = 🎯 Try it now
practice-offer =
    Do you want to try it first? Two minutes, and nothing is recorded.
    At any time: write "latihan".
practice-place =
    🎯 This is practice, nothing is kept.
    Press 📍 Try a location below, then allow it.
practice-place-how =
    For this practice, press 📍 Try a location below; the key is in the app on a phone.
    Not to be seen? 📎, Location, Send my current location.
practice-place-first =
    The photo has arrived. Now the location first: press 📍 Try a location below.
practice-place-not-live =
    That is a place that was picked or forwarded, not where the phone is now.
    Press 📍 Try a location below.
practice-place-no-fix =
    The phone does not know yet where it is.
    Turn on Location (GPS) in its settings, then press 📍 once more.
practice-place-vague =
    The location has arrived, but the phone is not sure of it yet.
    Step outside, turn on Location (GPS), wait a little, then press 📍 again.
practice-arrived =
    📍 The location has arrived{ $accuracy ->
        [good] {""}, very exact
        [fair] {""}, exact enough
       *[untold] {""}
    }.
practice-arrived-near =
    📍 The location has arrived{ $accuracy ->
        [good] {""}, very exact
        [fair] {""}, exact enough
       *[untold] {""}
    }: { $metres } m from { $site }.
practice-photo = 🎯 One more: send one photo with the camera (📎 or 📷).
practice-photo-still = The location is fine. Only one photo with the camera is left (📎 or 📷).
practice-photo-how = Only one photo is left: press 📎 or 📷, take a picture, and send it.
practice-photo-not-fetched = The photo has not arrived whole. Send it once more, best where the signal is good.
practice-photo-as-document = That photo arrived as a file. Send it again as an ordinary photo: 📎, then Gallery or camera.
practice-photo-not-fresh = That is a forwarded photo. Take a new one with the camera, and send it.
practice-photo-too-large = That photo is too large. Send it again as an ordinary photo, not as a file.
practice-photo-not-a-picture = That is not a photo that can be opened. Take one with the camera, and send it.
practice-photo-too-many-pixels = That photo is too large. Send it again as an ordinary photo, not as a file.
practice-photo-too-small = That photo is too small to see. Take one with the camera, and send it.
practice-photo-animated = That is a moving picture. Take one photo with the camera, and send it.
practice-photo-damaged = That photo was damaged while being sent. Send it once more.
practice-word =
    🎯 This is practice, nothing is kept.
    Answer with one word, for example: ready
practice-ready =
    ✅ This phone is ready.
    The practice is over; what you sent was not kept.
practice-stopped = The practice is over, nothing was kept. To try again, write "latihan".
practice-stopped-only = Messages and reminders go on. Not wanted any more? Write "stop pesan".
practice-over = The practice has ended, nothing was kept. To try again, write "latihan".
practice-while-working =
    Work is being recorded right now, so practice must wait.
    When it is finished, write "latihan".
practice-near-work =
    Your work is about to begin or going on, so a location sent now counts.
    You can practise afterwards.
practice-is-real = ℹ️ The practice has ended: what you just sent is not practice, it counts for today's work.

# A supervisor's practice

drill-list =
    🎯 This is practice with invented people, nothing is recorded.
    Press ✅ All present, or one name.
drill-list-full = 🎯 The invented list is complete:
drill-line = { $number }. { $name } – { $state }
drill-person-1 = Adi (example)
drill-person-2 = Beni (example)
drill-person-3 = Citra (example)
drill-state-absent = did not come
drill-one = Did { $name } come?
choice-drill-here = ✅ Present
choice-drill-away = 🚫 Did not come
drill-card =
    🎯 Invented card: { $name }, 08:00–11:00 (3 h), at the site.
    Are the hours right?
drill-ready-right =
    ✅ Ready. When it is real, the hours count at once and the person is told.
    This was practice; nothing was recorded.
drill-ready-wrong =
    ✅ Ready. When it is real, you are asked why, and can take it back for 10 minutes.
    This was practice; nothing was recorded.

# The pin of a site

pin-which = One more: check the site's pin. At which site will you stand?
pin-ask =
    One more: stand at { $site }, then press 📍 Try a location.
    Not there yet? Press ⏹; another time, write "latihan".
pin-fits = ✅ The pin of { $site } fits: { $metres } m, within { $radius } m.
pin-differs =
    From here to the pin of { $site } it is { $metres } m, more than { $radius } m.
    The officer has been told; the pin has not been moved.
pin-none =
    { $site } has no pin yet (radius { $radius } m).
    The officer has been told.
pin-differs-officer =
    📌 The pin of { $site } should be checked: { $supervisor } stood there, { $metres } m from the pin; the limit is { $radius } m{ $accuracy ->
        [0] {""}
       *[other] {""}, the phone is exact to { $accuracy } m
    }.
    Proposal: look where it lies, then type "ubah { $code }" to mend it. Nothing has been changed.
pin-none-officer =
    📌 { $site } has no pin yet; { $supervisor } has just tried it from there.
    Proposal: type "ubah { $code }" to fill in where it lies.

# Everybody else's practice: one message about what can be done

practice-tour-officer =
    { $sapa } { $name }, what you can do here:
    🔔 Needs me: who needs something, and the next step.
    📊 Summary: this week; every Monday at 07:00 it comes by itself.
    Write "klien" and a name for one card, "undang" for invitations, "cuti" when you will be away.
practice-tour-head =
    { $sapa } { $name }, what you can do here:
    🔔 Needs me: closings that wait for a decision.
    📊 Summary: how the office stands this week.
    Write "klien" and a name for one card, "cuti" when you will be away.
practice-tour-prosecutor =
    { $sapa } { $name }, what you can do here:
    📁 My cases: ruling, hours and progress of each case.
    Write "perkara" and its number for one of them.
practice-tour-operator =
    { $sapa } { $name }, what you can do here:
    ✉️ Invite: who has not joined, and the slips for them.
    Write "undang" and a name for one person, "hilang" and the code when a phone is lost.
practice-tour-guardian =
    { $sapa } { $name }, what you can do here:
    📅 Schedule: the child's days, and those that are done.
    When the child starts or finishes with you beside, press ✋ under the schedule.
practice-tour-agency =
    { $sapa } { $name }, what you can do here:
    📊 Summary: the people and hours at your sites this month.
