# Cases: what is missing, closing, pace, corrections of hours, and bounds of the law

case-before-law = The ruling is older than the rule of this programme, in force since { WAKTU($since, "tanggal") }. Check the date and the programme.
case-before-ruling = The first day cannot be before the day of the ruling.
case-ruling-in-future = The day of the ruling cannot be after today.
case-too-long = By law the work takes at most { $months } months.
case-age-outside-law = On the day of the ruling the age must be { $least } to { $most } years for this programme. Check the date of birth.
case-only-for-child = This programme is for a child only. Check the person's role.
case-not-for-child = This programme is not for a child. Check the programme or the person's role.
case-cannot-change = This step is not possible for the case now. Open /klien to see how it stands.

placement-longer-than-ruling = By the ruling a session lasts at most { LAMA($most) }.
placement-day-not-allowed = The ruling does not allow that day. Choose another.
placement-outside-window = That is outside the time of day that the ruling allows. Choose another.
placement-site-not-open = The site is not open on that day or at that time. Choose another.
placement-not-for-children = This site is not marked as suitable for a child. Choose another.

opening-below-zero = Hours served before cannot be below zero.
opening-before-ruling = No hours can be credited before the ruling, { WAKTU($day, "hari") }. Check the day of the hours served before, and that of the ruling.
opening-before-start = No hours can be credited before the case began, { WAKTU($day, "hari") }. Check the day of the hours served before, and the first day.
opening-counts-twice = The attendance of { WAKTU($day, "hari") } is in Hadir already and would count twice. Write the hours up to the day before, with that day.
opening-in-future = The day of the hours served before cannot be after today.
adjustment-wrong-direction = That reason does not go this way. Choose another.
adjustment-too-large = For that reason a correction is at most { LAMA($most) }.
adjustment-in-future = The day of a correction cannot be after today.
adjustment-outside-case = The day of a correction must lie between the ruling and the end of the case.
adjustment-above-remaining = The correction is more than remains: { LAMA($remaining) }.
adjustment-nothing = Zero minutes change nothing. Write the minutes, for example +60 or -30.
adjustment-day-full = That day is full: { LAMA($held) } are credited already. Choose another day.
adjustment-above-day = That day holds { LAMA($held) } already, so at most { LAMA($room) } can be added.
adjustment-day-empty = Nothing is credited on that day, so nothing can be taken off. Check the date.
adjustment-below-day = Only { LAMA($held) } are credited on that day, so no more can be taken off.
penalty-too-long = At most the work itself can be taken off: { LAMA($most) }.

# Closing

closing-card =
    🗂 A case waits to be closed.
    { $name }: nothing new is planned.
closing-hours = Credited: { LAMA($credited) } of { LAMA($total) }.
closing-no-hours = This case has no hours to serve.
closing-working = { $count } attendances are still under way; their finish is not recorded.
closing-unconfirmed = { $count } attendances are not confirmed yet ({ LAMA($waiting) }). They still can be.
closing-outside-plan = { $count } attendances outside the plan wait for you in /perlu.
closing-excuses = { $count } reasons for absence are not decided. Decide under /klien.
closing-contests = { $count } contests are not decided. See /perlu.
closing-nothing-open = Nothing is waiting any more.
closing-told-client =
    { $sapa } { $name }, nothing new is planned in this case.
    The records are being checked; you will hear from us.
choice-close-served = ✅ Completed
choice-close-unserved = 📝 Not completed
closing-ask-reason = Write the reason: why does the case of { $name } end before its hours are served?
closing-chosen-meanwhile = The case of { $name } was already put forward by { $by }, { WAKTU($at, "singkat") }: { $outcome }. It waits for the head of office.
closing-is-closed = This case is closed. If its record is wrong, correct it with ✏️ Correct hours; the case opens again by itself.
closing-already-chosen = That choice has been sent and waits for the head of office.
closing-reason-missing = The reason is missing. Write it in your own words.
closing-hours-remain = { LAMA($remaining) } remain, so it cannot be closed as completed yet.
closing-period-runs = Its period is not over yet, so it cannot be closed as completed.
closing-hours-served = All hours are credited. Close it as completed.
closing-changed = The figures or the choice have changed since that card was sent. Please use the newest card.
closing-choice-fell = ↩️ The record changed after the choice was sent, so the choice no longer holds. Please choose again.
closing-choice-fell-head =
    ↩️ A proposal to close a case no longer holds.
    The record of { $name } changed, so the officer will choose again.
closing-reopened = 🔓 Opened again, because something was corrected after it was closed.
letter-issued = The completion letter, number { $number }, is ready. To open it here, type: letter
letter-issued-guardian =
    Dear guardian, there is good news.
    { $name } has completed everything; the letter is number { $number }. To open it here, type: letter
letter-revoked = The completion letter, number { $number }, no longer holds.
letter-revoked-guardian =
    Dear guardian, a record was corrected.
    The letter of { $name }, number { $number }, no longer holds; the officer will let you know.
closing-reopened-head =
    🔓 A case is open again because of a correction.
    Case of { $name }: the officer will choose again.
closing-reopened-client =
    { $sapa } { $name }, the record of this case is being looked at again because of a correction.
    Your officer will let you know. For questions, press 🙋 Ask for help.
closing-chosen-no-head = The choice for the case of { $name } is recorded, but no head of office is registered yet. Ask the operator to register one.
closing-chosen = Your choice for the case of { $name } is kept and goes to the head of office.
closing-for-head =
    🗂 A closing waits for your decision.
    The case of { $name }. Officer { $officer } proposes: { $outcome }.
closing-outcome-completed = completed
closing-outcome-ended = ended without being completed
closing-reason = The officer's reason: { $reason }
choice-close-approve = ✅ Approve
choice-close-return = ↩️ Give back
closing-head-approved = Approved. The case of { $name } is closed; the officer is told.
closing-head-returned = Given back. The officer will choose again for the case of { $name }.
closing-nothing-to-decide = No closing of this case waits for a decision.
closing-approved =
    ✅ The head of office approved a closing.
    The case of { $name } is closed.
closing-returned =
    ↩️ The head of office gave a closing back.
    The case of { $name }: talk about it, then choose again from /klien.
closing-final-served =
    { $sapa } { $name }, everything is served and recorded. Thank you.
    If you have a question, press 🙋 Ask for help.
closing-final-unserved =
    { $sapa } { $name }, this case is closed in our records.
    Your officer will explain what comes next.

# Correcting hours, suspending and resuming

choice-adjust = ✏️ Correct hours
choice-suspend = ⏸ Suspend
choice-extend = 📅 Extend the period
choice-resume = ▶️ Resume
adjust-which-reason = Correcting the hours of { $name }: for which reason?
adjust-reason-kerja-tak-tercatat = Unrecorded work
adjust-reason-gangguan-sistem = System failure
adjust-reason-jam-keliru = Wrong times
adjust-reason-terhitung-ganda = Counted twice
adjust-reason-hasil-pemeriksaan = After inspection
adjust-ask =
    Write minutes, day and what it is about in one line. Example: +60 { WAKTU($day, "angka") } the supervisor forgot
    At most { LAMA($up) } more, { LAMA($down) } less.
adjust-ask-down =
    Write minutes, day and a note in one line. Example: -60 { WAKTU($day, "angka") } recorded twice
    At most { LAMA($down) } less.
adjust-no-hours = This case has no hours to serve, so there are none to correct.
adjust-unreadable = That could not be read. Example: +60 23/04/2026 the supervisor forgot
adjust-no-day = For which day? Write it once more in one line, the day behind the minutes. Example: +60 { WAKTU($day, "angka") } the supervisor forgot to record it
adjust-which-way =
    { LAMA($minutes) }: more or less?
    Write it once more with + or - before it, for example: +60 { WAKTU($day, "angka") } the supervisor forgot
choice-adjust-yes = ✏️ Correct anyway
choice-adjust-save = 💾 Save
adjust-check-up = { LAMA($minutes) } will be added to the hours of { $name } for { WAKTU($day, "tanggal") } ({ $reason }). Not recorded yet: check, then save, or write it again.
adjust-check-down = { LAMA($minutes) } will be taken off the hours of { $name } for { WAKTU($day, "tanggal") } ({ $reason }). Not recorded yet: check, then save, or write it again.
adjust-then-day = { WAKTU($day, "tanggal") }: { LAMA($earlier) } → { LAMA($held) }
adjust-then-total = Credited in all: { LAMA($earlier) } → { LAMA($held) }
adjust-then-words = Note: “{ $words }”
adjust-again-up = Please read this before { LAMA($minutes) } are added for { WAKTU($day, "tanggal") }. Nothing is recorded yet.
adjust-again-down = Please read this before { LAMA($minutes) } are taken off for { WAKTU($day, "tanggal") }. Nothing is recorded yet.
adjust-held-up = • { $by } has already added { LAMA($minutes) } for { WAKTU($day, "tanggal") } ({ $reason }), recorded { WAKTU($at, "singkat") }.
adjust-held-down = • { $by } has already taken off { LAMA($minutes) } for { WAKTU($day, "tanggal") } ({ $reason }), recorded { WAKTU($at, "singkat") }.
adjust-contest = • The client contests { WAKTU($day, "tanggal") }, and it waits for your decision. Decided there, the hours do not count twice.
adjust-contest-head = • The client contests { WAKTU($day, "tanggal") }; the head of office decides.
adjust-day-moved = • Meanwhile the hours of { WAKTU($day, "tanggal") } have changed: { LAMA($earlier) } before, { LAMA($held) } now.
adjusted-up = { LAMA($minutes) } added for { $name }, { WAKTU($day, "tanggal") }. Credited now: { LAMA($credited) }.
adjusted-down = { LAMA($minutes) } taken off for { $name }, { WAKTU($day, "tanggal") }. Credited now: { LAMA($credited) }.
adjusted-up-client = { $sapa } { $name }, your officer added { LAMA($minutes) } for { WAKTU($day, "tanggal") }. Credited now: { LAMA($credited) }.
adjusted-down-client =
    { $sapa } { $name }, your officer corrected { WAKTU($day, "tanggal") }: { LAMA($minutes) } less. Credited now: { LAMA($credited) }.
    If that is not right, press ✋ I disagree.
adjusted-refilled = Of that, { LAMA($minutes) } were filled again by surplus hours.
adjusted-remaining = Remaining: { LAMA($remaining) }.
case-changed-meanwhile = The case of { $name } is { $state } since { WAKTU($at, "singkat") }; nothing more was changed.
case-changed-by = By { $by }. The reason: { $reason }
case-state-draft = a draft
case-state-active = active
case-state-suspended = suspended
case-state-awaiting-closing = awaiting closing
case-state-completed = completed
case-state-ended = ended
case-state-transferred = transferred
suspend-ask-reason = Why is the case of { $name } suspended? Write the reason.
case-suspended = The case of { $name } is suspended. What was planned is cancelled until you press Resume.
case-suspended-client =
    { $sapa } { $name }, for now nothing is planned.
    Your officer will tell you when it goes on.
choice-turn-back = ↩️ Wrong, take back
turn-back-too-late = This can no longer be taken back: ten minutes are over, or the case has changed. Open /klien to change it.
resume-ask-reason = Why does the case of { $name } go on? Write the reason.
resume-nothing-left = There is nothing to go on with: this case is running, is closed, or its days or hours are over.
case-goes-on =
    ▶️ Something goes on again.
    The case of { $name }: hours or days are left. Its sessions are planned again.
case-goes-on-resting =
    ⏸ Something rests again.
    The case of { $name }: hours or days are left. Press Resume under /klien when it starts again.
case-goes-on-client = { $sapa } { $name }, hours or days are still to be served in this case.
case-resumed = The case of { $name } goes on, and is planned again.
case-suspended-guardian =
    The schedule has changed.
    For now nothing is planned for { $name }. The officer will tell you when it goes on.
case-resumed-guardian =
    The schedule has changed.
    The case of { $name } goes on. The days: press 📅 Schedule.
case-resumed-client = { $sapa } { $name }, this case goes on.

# Lines about a case

client-card-draft = 📄 Cannot begin yet. Missing: { $lacks }
order-ruling = Ruling { $number }, { WAKTU($day, "hari") }, { $court }
order-replaces = Replaces: { $sentence }
order-sources = Source: start { $start }, end { $end }, place { $place }
source-putusan = ruling
source-penetapan-jaksa = prosecutor's order
source-surat-keputusan = decision
source-berita-acara = handover record
source-unknown = not recorded
cause-complete = everything needed is there
cause-hours-full = all hours are credited
cause-period-over = the period is over
cause-goes-on = hours or days are left
cause-corrected = something was corrected after it was closed
cause-served = the whole duty is served
cause-taken-back = the suspension was taken back
prosecuted-card = ⚖️ { $name } · { $programme }
prosecuted-which = Your open cases. Choose one, or write /perkara and its number.
prosecuted-week =
    📊 Summary of { WAKTU($first, "tanggal") } to { WAKTU($last, "tanggal") }: { $count ->
        [0] no case runs any more. Type /perkara and its number to open one that has ended.
       *[other] { $count } running cases. Type /perkara to open one.
    }
prosecuted-week-case = • { $name } ({ $number }): { LAMA($credited) } credited of { LAMA($total) }. That week { prosecuted-week-days }.
prosecuted-week-reports = • { $name } ({ $number }): that week { prosecuted-week-days }.
prosecuted-week-days =
    { $attended } times present, { $absent } times absent{ $absent ->
        [0] {""}
       *[other] , { $excused } of them with an accepted explanation
    }{ $unreached ->
        [0] {""}
       *[other] , { $unreached } of them out of reach of messages
    }{ $asked ->
        [0] {""}
       *[other] , excuses not decided yet: { $asked }
    }{ $rejected ->
        [0] {""}
       *[other] , records called not right: { $rejected }
    }
prosecuted-week-draft = • { $name } ({ $number }): not begun, papers are missing.
prosecuted-week-suspended = • { $name } ({ $number }): suspended for now.
prosecuted-week-closing = • { $name } ({ $number }): { LAMA($credited) } credited, waits to be closed by the office.
prosecuted-week-over =
    🏁 { $name } ({ $number }): { $how ->
        [completed] completed
        [transferred] moved to another office
       *[ended] ended before it was completed
    } { WAKTU($day, "tanggal") }{ $hours ->
        [0] {""}
       *[1] , { LAMA($credited) } credited of { LAMA($total) }
    }.
prosecuted-week-others = { $count } other cases run without an absence.
prosecuted-week-others-named = Other cases run without an absence: { $names }.
prosecuted-week-calm = All { $count } run without an absence.
prosecuted-week-calm-named = All run without an absence: { $names }.
prosecuted-none = No open case is recorded in your name. If there should be one, please ask the office.
prosecuted-not-found = There is no case of yours with the number "{ $text }". Write /perkara for the list.
prosecuted-unreached = Of these out of reach of messages: { $count } times
prosecuted-explained = Explained by the client, not judged yet: { $count } times
prosecuted-rejected = Records of attendance called not right: { $count } times
prosecuted-asked = Asked to be excused, not decided yet: { $count } days
prosecuted-misses =
    Absent: { $absent } times{ $absent ->
        [0] {""}
       *[other] , { $excused } of them with an accepted explanation
    }
choice-prosecuted-report = 📄 Get the report
prosecuted-officer = Officer: { $officer }
client-card-reason = Reason: { $reason }
client-card-state-suspended = ⏸ Suspended
client-card-state-awaiting-closing = 🗂 Waits to be closed
client-card-state-closing-chosen = 🗂 Closing waits for the head of office
client-card-state-completed = 🏁 Completed
client-card-state-ended = 🏁 Ended without being completed
client-card-state-transferred = ↪️ Transferred
client-card-on-time = 📈 On time; { LAMA($weekly) } a week are needed
client-card-behind = 📉 Behind; { LAMA($weekly) } a week are needed
client-card-unplaced = 📍 Not placed yet. Next step: /penempatan { $code }
client-card-unplaced-yet = 📍 Not placed yet
client-card-cannot-finish = ⛔ { LAMA($shortfall) } cannot be served any more, even on every day that is allowed
hours-opening = Of these, before Hadir: { LAMA($opening) }
hours-adjusted-up = Of these, added by corrections: { LAMA($minutes) }
hours-adjusted-down = Already taken off by corrections: { LAMA($minutes) }
hours-resting = This rests for now; your officer will tell you when it goes on.
hours-nothing-planned = Nothing new is planned now.
hours-on-time = 📈 On time. { LAMA($weekly) } a week are needed.
hours-behind = 📉 { LAMA($weekly) } a week are needed to finish in time. If that is hard, talk to your officer.
hours-unplaced = Your place of work is not settled yet. Your officer will tell you.
hours-cannot-finish = There is not enough time left for all hours. Talk to your officer; press 🙋 Ask for help.

# Reporting: the last two questions

report-ask-address = ({ $number } of { $count }) Did your address or phone number change?
report-ask-talk = ({ $number } of { $count }) Do you need to talk to your officer?
report-yes-or-no = Your words are kept. To be sure, choose Yes or No.
choice-yes = Yes
choice-no = No
report-concern-address =
    🏠 An address or number has changed.
    So says { $name }. Ask, then correct the record.
report-concern-talk =
    🗣 Somebody wants to talk to you.
    It is { $name }. Call today.
report-shifted = Usually { WAKTU($usual, "hari") }, but that is a holiday.
report-shifted-estimated = Usually { WAKTU($usual, "hari") }, but that is expected to be a holiday.
report-shifted-excused = Usually { WAKTU($usual, "hari") }, but the officer excused that day.
report-moved =
    { $sapa } { $name }, something changed: the next task is for { WAKTU($day, "hari") }.
    The date that was named before no longer holds.
report-dropped = { $sapa } { $name }, nothing needs to be sent for { WAKTU($day, "hari") } any more.
