# Starting and finishing work

ask-location-start =
    Send your location with the key 📍 Start work below.
    That key is only in the phone app. Cannot send a location? Type "tanpa lokasi".
ask-location-finish = Done? Send your location now, or press this button if the location cannot be sent.
location-from-computer-start =
    Telegram on a computer cannot send a location, so no start has been recorded yet.
    Use the Telegram app on a phone: press 📍 Start work, or 📎 and then Location.
    No phone? Ask the supervisor to note that you are here.
location-from-computer-finish =
    Telegram on a computer cannot send a location. Your finish has not been recorded yet.
    Use the Telegram app on a phone: press 📍 Finish work, or 📎 and then Location.
    No phone? Press the button below; the supervisor makes sure.
nothing-open =
    No work has been started today.
    Press 📍 Start work when you are at the site.
nothing-open-rejected =
    The supervisor has not accepted today's start.
    If you are at the site now, press 📍 Start work.
no-active-case = There is no work planned at the moment. If in doubt, press 🙋 Ask for help.
no-site = The location has arrived, but no place of work is recorded yet. Press 🙋 Ask for help.
location-kept-aside = 📍 The location of { WAKTU($at, "jam") } has arrived and is kept.
resting-not-yet = There is nothing to start now. Next: { WAKTU($at, "singkat") }.
resting-suspended = Your case rests for now, so there is nothing to start. Your officer will tell you when it goes on.
resting-over = Its time is over, so there is nothing to start any more. If in doubt, press 🙋 Ask for help.
resting-closing = Nothing new is planned; the records are being checked. If in doubt, press 🙋 Ask for help.
resting-draft = It has not begun yet, so there is nothing to send. Your officer will tell you.
resting-stopped = The work at { $site } is stopped for now, so there is nothing to start yet. Your officer will let you know; to ask, press 🙋 Ask for help.
resting-told-officer-photo =
    ℹ️ A photo was sent outside the schedule.
    { $name }, { WAKTU($at, "singkat") }, although there is nothing to start now. Next step: ask why; see /klien { $code }
resting-told-officer-stopped =
    ℹ️ A location was sent outside the schedule.
    { $name }, { WAKTU($at, "singkat") }, although the work at { $site } is stopped. Next step: call and explain; a new placement: /penempatan { $code }
resting-told-officer-not-yet =
    ℹ️ A location came outside the plan.
    { $name }, { WAKTU($at, "singkat") }, with no session or placement that day. Next step: ask why; the plan is in /klien { $code }
resting-told-officer-suspended =
    ℹ️ A location came outside the plan.
    { $name }, { WAKTU($at, "singkat") }, but the case rests. Next step: ask why, and let it go on from /klien { $code } where needed.
resting-told-officer-over =
    ℹ️ A location came outside the plan.
    { $name }, { WAKTU($at, "singkat") }, but the case waits to be closed. Next step: explain that its time is over; see /klien { $code }
resting-told-officer-closing =
    ℹ️ A location came outside the plan.
    { $name }, { WAKTU($at, "singkat") }, but the case waits to be closed. Next step: explain that nothing is planned any more; see /klien { $code }
resting-told-officer-draft =
    ℹ️ A location came outside the plan.
    { $name }, { WAKTU($at, "singkat") }, but the case has not begun. Next step: enter what is missing, see /klien { $code }
photo-wanted = The location has arrived. One more step: send a photo.
# Stands below every request for a client's photo.
photo-of-work = A photo of the work; please do not photograph other people.
photo-of-work-child = A photo of the finished work, without faces; please do not photograph other people.
photo-kept-send-location = The photo has arrived. Now send your location with the key below.
photo-kept-aside = 📷 The photo has arrived and is kept.
photo-kept-which =
    Photo received. Are you at the site? Send your location as usual.
    If it is a letter or shows why you cannot come, press the button below; only your officer sees it.
photo-which =
    The photo has arrived and is kept. What does it show?
    Until you answer, the supervisor does not see it.
choice-photo-excuse = 📎 Proof of excuse
choice-photo-excuse-day = 📎 Excuse { WAKTU($day, "tanggal") }
choice-photo-excuse-child = 📎 { $name } { WAKTU($day, "tanggal") }
choice-photo-contest = ✋ For my objection
choice-photo-contest-day = ✋ Proof { WAKTU($day, "tanggal") }
choice-photo-message = ✉️ For my officer
choice-photo-work = 📷 Photo of work
photo-said-already = That photo is kept in its place already. For another one, send it again.
choice-excuse-photo = 📎 It is a proof
excuse-photo-used = That photo is kept elsewhere already. To ask to be excused, type "izin" and then send the photo.
photo-added = The photo has arrived and is kept with today's attendance.
photo-later-send-location = The photo has not been downloaded yet; it will be tried again. Now send your location with the key below.
photo-not-fetched = The photo has not been downloaded yet; it will be tried again. No need to send it again.
photo-problem-too-large = That photo is too large. Send it again as an ordinary photo, not as a file.
photo-problem-not-a-picture = That is not a photo that can be opened. Send a photo from the camera.
photo-problem-too-many-pixels = That photo is too large. Send it again as an ordinary photo, not as a file.
photo-problem-too-small = That photo is too small to see. Send a photo from the camera.
photo-problem-animated = That is a moving picture. Send one photo from the camera.
photo-problem-damaged = That photo was damaged while being sent. Please send it once more.
receipt-start =
    ✅ Start of work received. { WAKTU($at, "singkat") }, { $site }.
    No. { $number }.
receipt-finish =
    ✅ End of work received. { WAKTU($at, "singkat") }, { $site }.
    No. { $number }.
receipt-outside-plan = This is outside the plan, so the supervisor and the officer will look at it first.
receipt-waiting = Hours count after the supervisor has confirmed.
receipt-next = Next: { WAKTU($at, "singkat") }.
receipt-start-undo = Not started yet? Type "batal" within 10 minutes.
choice-undo = ↩️ Undo the finish
undone = All right, the work is not recorded as finished. Press 📍 Finish work when you are really done.
start-undone = All right, no start is recorded. When you really begin, press 📍 Start work.
start-undo-too-late = A start can only be taken back within 10 minutes, before the supervisor has looked. If it is wrong, tell the supervisor.
start-undo-nothing = There is no start to take back. See /riwayat for the record.
card-not-begun = ↩️ Taken back by the client: work had not begun. Nothing to confirm.
undo-nothing = There is no finish that can be taken back. See /riwayat for the record.
undo-too-late = A finish can only be undone within 10 minutes, before the supervisor checks it. If it is wrong, please tell the site supervisor.
reason-mistaken-start = not begun, sent by mistake
location-mid-session = The location of { WAKTU($at, "jam") } has arrived. Is today's work done?
location-after-finish = The location of { WAKTU($at, "jam") } has arrived; today's work is already recorded as done. Start work again?
location-after-rejection = The location of { WAKTU($at, "jam") } has arrived; the earlier record was not accepted. Start work again?
choice-finish-now = 🏁 Finish work
choice-restart = ▶️ Start again
choice-only-location = 📍 Only location
location-kept = The location is kept. The recorded hours stay the same.
closed-by-rule =
    { $sapa } { $name }, no news of the finish at { $site } has arrived, so it is recorded { WAKTU($at, "pukul") }, as planned.
    If it was different, please tell the site supervisor.
closed-without-end =
    { $sapa } { $name }, no word came that the work at { $site } is finished, so its end is not recorded yet.
    Tell the site supervisor when you left; the hours count once it is recorded.
marked-present =
    The supervisor has noted you as present at { $site }, { WAKTU($day, "tanggal") }.
    There is no need to send a location for the start.

# Results

result-confirmed = ✅ Work on { WAKTU($day, "tanggal") } confirmed: { LAMA($credited) } credited.
result-closed-by-supervisor = The finish was recorded by the supervisor as planned, { WAKTU($at, "pukul") }.
result-surplus = Surplus of { LAMA($surplus) } is recorded too, but adds no credited hours, because { $cause }.
result-remaining = Remaining: { LAMA($remaining) }.
result-by = Confirmed by { $by }.
result-rejected =
    The hours of { WAKTU($day, "tanggal") } are not credited yet.
    The reason: { $reason }
start-rejected =
    The start of { WAKTU($day, "tanggal") } has not been accepted by the supervisor.
    The reason: { $reason }
    If you are at the site now, send your location again with the key below.
credit-moved = { $sapa } { $name }, your hours were counted again because the record changed. What is different:
credit-moved-day = { WAKTU($day, "singkat") }: { LAMA($credited) } credited (before: { LAMA($earlier) })
result-taken-back = The supervisor has taken the decision back. The record of { WAKTU($day, "tanggal") } stands as before.
result-outside-plan = The work on { WAKTU($day, "tanggal") } was confirmed by the supervisor. As it is outside the plan, the officer will decide on the hours.

# Hours

hours-heading = { $sapa } { $name }, these are your hours:
hours-of-case = 📄 Case { $number }
hours-bar = { $bar } { LAMA($credited) } of { LAMA($total) }
hours-done = Credited: { LAMA($credited) }
hours-waiting = Waiting for confirmation: { LAMA($waiting) }
hours-surplus = Surplus: { LAMA($surplus) }, because { $cause }
surplus-day = the day was full
surplus-order = the ruling's hours were full
surplus-day-and-order = the day and the ruling's hours were full
surplus-untold = a limit was reached
hours-remaining = Remaining: { LAMA($remaining) }, of { LAMA($total) } in all
hours-next = Next: { WAKTU($at, "singkat") }, { $site }
hours-now = Today: { WAKTU($at, "jam") }–{ WAKTU($until, "jam") }, { $site }. No start is recorded yet.
hours-report-next = Next report: { WAKTU($day, "hari") }
hours-report-awaited = Report awaited: { WAKTU($day, "hari") }
reports-heading = { $sapa } { $name }, these are your reports:
hours-closed-completed = ✅ This case is completed, closed { WAKTU($day, "hari") }.
hours-closed-ended = This case has ended, closed { WAKTU($day, "hari") }. If you have a question, press 🙋 Ask for help.
hours-none = { $sapa } { $name }, no hours are recorded yet.

# Reminders and absences. The first line shows on a locked screen: it names no place and no kind of task.

reminder-day =
    { $sapa } { $name }, there is a task tomorrow: { WAKTU($at, "singkat") }.
    The place is { $site }. When you arrive, press the key below.
reminder-early =
    { $sapa } { $name }, there is a task { WAKTU($at, "singkat") }.
    The place is { $site }. If you cannot come, type "izin".
reminder-day-again =
    { $sapa } { $name }, the task tomorrow { WAKTU($at, "pukul") } is going ahead.
    The place is { $site }. When you arrive, press the key below.
reminder-hour =
    { $sapa } { $name }, there is a task today { WAKTU($at, "pukul") }.
    The place is { $site }. When you arrive, press the key below.
reminder-late =
    { $sapa } { $name }, there is a task today since { WAKTU($at, "pukul") }, and you are still welcome.
    The place is { $site }. When you arrive, press the key below; if you cannot come, write why.
no-work-tomorrow = { $sapa } { $name }, tomorrow, { WAKTU($day, "hari") }, there is no work.
no-work-holiday = Holiday: { $holiday }.
work-after-all =
    { $sapa } { $name }, sorry, there is work after all { WAKTU($at, "singkat") }.
    The place is { $site }. If you cannot come, type "izin".
session-dropped = { $sapa } { $name }, the session of { WAKTU($at, "singkat") } does not take place. There is no need to come.
session-again-site =
    ℹ️ Something changed in your site's list.
    { $name } is expected again on { WAKTU($at, "singkat") } at { $site }.
session-dropped-site =
    ℹ️ Something changed in your site's list.
    The session of { $name } on { WAKTU($at, "singkat") } at { $site } does not take place.
miss-question =
    { $sapa } { $name }, no news of a start has arrived yet for { WAKTU($at, "singkat") }.
    Is something in the way? Choose one, or write it in your own words.
reason-no-signal = 📶 No signal
reason-sick = 🤒 Ill
reason-prevented = ⛔ Something came up
miss-answer-no-signal =
    Thank you, it is recorded.
    If you are at { $site } already, send your location once there is signal, or ask the supervisor to note your attendance.
miss-answer-kept =
    Thank you, it is recorded as what you say of { WAKTU($at, "singkat") } and passed on to the officer.
    If there is more to say, write it here; to ask to be excused, press the button below.
miss-answer-added = Thank you, that too is recorded as what you say of { WAKTU($at, "singkat") } and passed on to the officer.
miss-asked-still =
    The session of { WAKTU($at, "singkat") } at { $site }: what happened?
    Choose one, or write it in your own words. If you are at the site, send your location as usual.
miss-more-still = Your officer has your explanation for { WAKTU($at, "singkat") }. If there is more, write it here.
miss-words-otherwise = Were the words about something else? Press ↩️ Not about that.
choice-miss-not = ↩️ Not about that
miss-case-closed = The case is closed, so that session needs no explanation any more. Is there something to say? Type "pesan".
miss-already-started = The start of work has arrived already. Nothing more to do.
miss-told-officer =
    ❔ There is an explanation for a session without news.
    { $name }, { WAKTU($day, "singkat") } at { $site }: { $reason }
miss-told-officer-more =
    ❔ More was said of a session without news.
    { $name }, { WAKTU($day, "singkat") } at { $site }: { $reason }
miss-not-explained = Nothing explains { WAKTU($at, "singkat") } yet. What happened? Write it here.
miss-decided-on-not =
    ❔ An explanation was about something else.
    { $name }, { WAKTU($day, "singkat") } at { $site }: “{ $reason }” comes again as a message. What was decided stands: { $outcome }.
miss-told-officer-not =
    ❔ An explanation turned out to be about something else.
    { $name }, { WAKTU($day, "singkat") } at { $site }: the words “{ $reason }” come again as a message.
miss-ask-supervisor =
    ❓ Was this person there after all?
    There is no news from { $name } for { WAKTU($at, "singkat") } at { $site }.
# Outages: nobody whose time was cut short is the worse for it

outage-session =
    { $sapa } { $name }, there was a fault on our side from { WAKTU($from, "singkat") } to { WAKTU($to, "singkat") }.
    The task of { WAKTU($at, "pukul") } can still be begun until { WAKTU($until, "singkat") }. What you have sent is kept.
outage-session-over =
    { $sapa } { $name }, there was a fault on our side from { WAKTU($from, "singkat") } to { WAKTU($to, "singkat") }.
    The task of { WAKTU($at, "singkat") } does not count as missed. If you worked all the same, tell the supervisor or press 🙋 Ask for help.
outage-report =
    { $sapa } { $name }, there was a fault on our side from { WAKTU($from, "singkat") } to { WAKTU($to, "singkat") }.
    You can still answer until { WAKTU($day, "hari") }.
outage-site =
    🛠 There was a fault on our side from { WAKTU($from, "singkat") } to { WAKTU($to, "singkat") }.
    { $count } people at { $site } have longer to begin. Whoever has worked can be entered under /daftar.
outage-officer =
    🛠 There was a fault on our side from { WAKTU($from, "singkat") } to { WAKTU($to, "singkat") }.
    { $sessions } sessions of your clients are longer by that. Who could not begin all the same is recorded as a system failure, not as absent.
outage-office =
    🛠 There was a fault on our side from { WAKTU($from, "singkat") } to { WAKTU($to, "singkat") }.
    Made longer: { $sessions } sessions and { $reports } reports. The clients, supervisors and officers concerned have been told.
choice-was-present = ✅ Yes, present

# Reporting

report-reminder =
    { $sapa } { $name }, there is a task for { WAKTU($day, "hari") }.
    Press the key below; it is only seven questions.
report-reminder-again =
    { $sapa } { $name }, the task for { WAKTU($day, "hari") } is still awaited.
    Press the key below; it is only seven questions.
report-missed =
    { $sapa } { $name }, nothing has arrived yet for { WAKTU($day, "hari") }.
    It can still be sent now with the key below.
report-ask-condition = ({ $number } of { $count }) How are you now? Write it in your own words.
report-ask-work = ({ $number } of { $count }) What do you do or work at from day to day?
report-ask-surroundings = ({ $number } of { $count }) How are things with family, neighbours and friends?
report-ask-obstacles = ({ $number } of { $count }) Are there any difficulties?
report-ask-plans = ({ $number } of { $count }) What are your plans?
report-about = This is for { WAKTU($day, "hari") }.
report-receipt = ✅ Received. { WAKTU($at, "singkat") }. No. { $number }.
report-late = This came late, and the officer still reads it.
report-next = Next: { WAKTU($day, "hari") }.
report-no-duty = No report is recorded for this phone. If in doubt, press 🙋 Ask for help.
report-already = The report for { WAKTU($day, "tanggal") } has been received, No. { $number }.
report-instead = In this case a report is enough. Press 📝 Report below.
report-not-yet = It is not time yet. The next report is for { WAKTU($at, "hari") }, and can be sent from three days before.
no-location-why = That is all right. Why is no location sent? The supervisor reads the answer.
because-no_location_phone = 📵 Phone cannot
because-no_location_signal = 📶 No GPS or signal
because-no_location_unwilling = 🙅 Rather not share
no-location-other-proof =
    Recorded without a location; the supervisor makes sure.
    If you can, send one photo of the place of work.
