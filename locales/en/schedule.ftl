# The schedule: another day, closed sites, plan, excuses and placements. The first line shows on a locked screen.

menu-ganti = Ask for another day

# Another day

choice-move = 🔁 { WAKTU($at, "tanggal") } { WAKTU($at, "jam") }
choice-move-to = 📅 { WAKTU($at, "tanggal") } { WAKTU($at, "jam") }
move-which = { $sapa } { $name }, which session would you like to change?
move-nothing-planned = There is no coming session to change yet. If in doubt, press 🙋 Ask for help.
move-asked =
    Your wish was passed on to the officer and the site supervisor.
    { WAKTU($at, "singkat") } stands until you hear from them. You may write here why, and which day suits you.
choice-move-drop = ↩️ Never mind
move-why = In the client's words: { $words }
move-why-kept = The officer reads that too.
move-withdrawn-client = ↩️ Your wish is taken back. { WAKTU($at, "singkat") } stands.
move-withdrawn =
    🔁 A wish for another day was taken back.
    { $name } at { $site }: { WAKTU($at, "singkat") } stands.
move-was-withdrawn = The client has taken back the wish for another day instead of { WAKTU($before, "singkat") }. It stands.
move-none-waits = No wish for another day waits for { WAKTU($at, "singkat") }.
move-request =
    🔁 Somebody asks for another day.
    It is { $name }, instead of { WAKTU($at, "singkat") } at { $site }. Choose a day that is still free.
move-request-no-day =
    🔁 Somebody asks for another day.
    It is { $name }, instead of { WAKTU($at, "singkat") } at { $site }.
    No allowed day is free in the 14 days after it. The officer should talk to the client, please.
move-done =
    ✅ A session has moved.
    { $name } at { $site }: from { WAKTU($before, "singkat") } to { WAKTU($at, "singkat") }.
    Chosen by { $by }.
choice-move-no = ❌ Keep the day
move-declined =
    🔁 A session stays on its day.
    { $name } at { $site }: { WAKTU($at, "singkat") }.
    Answered by { $by }.
move-declined-client =
    { $sapa } { $name }, { WAKTU($at, "singkat") } cannot be changed for now.
    If you still cannot come, type "izin" so that your officer knows why.
move-was-declined = The wish for another day instead of { WAKTU($before, "singkat") } was answered: it stays. If you still cannot come, type "izin".
move-told-client =
    { $sapa } { $name }, what was on { WAKTU($before, "tanggal") } moved to { WAKTU($at, "singkat") }.
    The place is still { $site }.
make-up =
    🔁 Some hours have no other day yet.
    { $name }, { WAKTU($at, "singkat") }; { $site } is closed then.
    Choose a day that is free.
make-up-no-day =
    🔁 Some hours have no other day yet.
    { $name }, { WAKTU($at, "singkat") }; { $site } is closed then.
    No allowed day is free. Next step: /penempatan { $code }, or speak with the prosecutor about the period.
move-day-taken = That day is no longer free. These still are:
move-already-begun = The session of { WAKTU($before, "singkat") } has begun, so it is not moved.
move-already-past = The time for { WAKTU($before, "singkat") } has passed, so it cannot be moved. The officer can help if something came up.
move-already-moved = The session of { WAKTU($before, "tanggal") } was moved by { $by } to { WAKTU($at, "singkat") }.
move-dropped = The session of { WAKTU($before, "singkat") } no longer stands, so there is nothing to move.
move-outdated = The session of { WAKTU($before, "tanggal") } has changed since that wish. The client can ask again with "ganti".

# A site is closed

menu-tutup = Site closed
choice-shut = 🚧 Site closed
choice-shut-day = 🚧 { WAKTU($day, "tanggal") }
choice-shut-undo = ↩️ Undo
reason-flood = 🌧 Rain or flood
reason-event = 🎪 An event
reason-power = 💡 No power/water
shut-which = { $site }: closed on which day?
shut-ask-code =
    Which site? Write /tutup, its code, and the date unless it is today.
    For example: /tutup L1 23/04
shut-site-unknown = No site of this office has the code “{ $text }”. Please check the code.
day-not-understood = The date “{ $text }” was not understood. Write it like 23/04 or 23 April 2026.
no-such-day = There is no { $text } in the calendar. Write day, month, then year; for example 17/08/2026 or 17 August 2026
shut-day-outside = Only the last { $back } and the next { $ahead } days can be closed. Choose another day.
shut-ask-reason =
    { $site } is closed on { WAKTU($day, "hari") }. Why?
    Choose one, or write it in your own words.
shut-ask-reason-hours =
    { $site } is closed on { WAKTU($day, "hari") }, { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }. Why?
    Choose one, or write it in your own words.
shut-concerned =
    { $count ->
        [0] Nobody is on the plan then.
        [one] { $count } person is on the plan then.
       *[other] { $count } people are on the plan then.
    }
choice-shut-hours = 🕐 Some hours
choice-shut-now = ⏱️ From now on
shut-ask-hours =
    { $site }, { WAKTU($day, "hari") }: closed from when until when?
    Write for example 10.00-12.00, mulai 13.00 (from) or sampai 11.00 (until); the reason may stand behind it.
shut-hours-unreadable = The hours “{ $text }” were not understood. Write them like 10.00-12.00, mulai 13.00 or sampai 11.00.
shut-hours-order = The end is not after the start. Write it like 10.00-12.00.
choice-shut-sure = 🚧 Yes, closed
shut-sure = { $site } is closed { WAKTU($day, "hari") } from { WAKTU($start, "jam") } to { WAKTU($finish, "jam") }: { $reason }. Is that right?
shut-sure-else = Something wrong? Type the hours or the reason again. Not after all? Type "batal".
shut-sure-which = { $site } is closed from { WAKTU($start, "jam") } to { WAKTU($finish, "jam") }: { $reason }. On which day? One tap records it.
shut-sure-day =
    • { WAKTU($day, "tanggal") }: { $count ->
        [0] nobody is expected
        [one] { $count } person is expected
       *[other] { $count } people are expected
    }
shut-sure-tap = Tap the day that you mean first, or type "batal" and begin again with /tutup.
shut-already = { $site } is recorded as closed at that time already. Nothing changes.
shut-known = • All day, recorded by { $by } on { WAKTU($at, "singkat") }: { $reason }
shut-known-hours = • From { WAKTU($start, "jam") } to { WAKTU($finish, "jam") }, recorded by { $by } on { WAKTU($at, "singkat") }: { $reason }
shut-known-office = • All day, by { $by }: { $reason }
shut-no-reason = no reason was written
shut-done =
    🚧 { $site } is recorded as closed on { WAKTU($day, "tanggal") } by { $by }: { $reason }.
    If that is wrong, undo it within 10 minutes.
shut-done-hours =
    🚧 { $site } is recorded as closed on { WAKTU($day, "tanggal") }, { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, by { $by }: { $reason }.
    If that is wrong, undo it within 10 minutes.
shut-told-staff =
    🚧 { $site } is closed on { WAKTU($day, "tanggal") }, recorded by { $by }: { $reason }.
    Nobody misses anything; the hours will find another day.
shut-told-staff-hours =
    🚧 { $site } is closed on { WAKTU($day, "tanggal") }, { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, recorded by { $by }: { $reason }.
    Nobody misses anything; the hours that are lost will find another day.
shut-nobody = Nothing is left on the plan there that day.
shut-line-dropped = • { $name } { WAKTU($start, "jam") }: dropped
shut-line-shorter = • { $name }: now { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }
shut-line-missed = • { $name } at { WAKTU($start, "jam") }: no longer counted as a miss
shut-line-stopped = • { $name }: ended early, { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }
shut-line-stopped-at-once = • { $name }: had just begun, at { WAKTU($start, "jam") }, and ended at once
shut-plan-last = – its hours have another day; the last session is now { WAKTU($last, "tanggal") }
shut-plan-short = – { LAMA($short) } have no day; choose in the next message
shut-told-client =
    { $sapa } { $name }, what was planned for { WAKTU($at, "singkat") } is off.
    { $site } is closed ({ $reason }). This does not count as a miss.
shut-told-shorter =
    { $sapa } { $name }, the time has changed: { WAKTU($start, "singkat") } until { WAKTU($finish, "jam") }.
    { $site } is closed for part of it ({ $reason }). The hours that are lost will find another day.
shut-told-shorter-working =
    { $sapa } { $name }, for today it is enough until { WAKTU($finish, "pukul") }.
    Then { $site } is closed ({ $reason }). Press 📍 Finish work when you are done.
shut-told-missed =
    { $sapa } { $name }, the record of { WAKTU($at, "singkat") } is put right.
    { $site } was closed then ({ $reason }), so it does not count as a miss.
shut-next = Next: { WAKTU($next, "singkat") }.
shut-next-by-officer = There is no other day for it yet. Your officer knows and will tell you.
shut-told-working =
    { $sapa } { $name }, it is enough for today { WAKTU($at, "pukul") }.
    { $site } is closed ({ $reason }). The time worked so far is kept.
shut-undo-too-late = A site can only be opened again within 10 minutes. Call the officer if it is open after all.
shut-already-open = { $site } is recorded as open again on that day already.
shut-undone = ↩️ { $site } is recorded as open again on { WAKTU($day, "tanggal") }.
shut-standing = Still recorded as closed all day, by { $by }.
shut-standing-hours = Still recorded as closed { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, by { $by }.
shut-by-office = the office's data
shut-undone-client =
    { $sapa } { $name }, the last message is taken back: { WAKTU($at, "singkat") } stands as before.
    The place is { $site }.
shut-undone-shorter =
    { $sapa } { $name }, the last message is taken back. The time is now { WAKTU($start, "singkat") } until { WAKTU($finish, "jam") }.
    The place is { $site }.
shut-undone-missed =
    { $sapa } { $name }, the last message is taken back: the record of { WAKTU($at, "singkat") } is as it was.
    { $site } was open after all. If something held you up then, tell your officer.
shut-undone-claim =
    { $sapa } { $name }, the last message is taken back, and what you said of { WAKTU($at, "singkat") } is being asked about again.
    It is not certain that { $site } is closed. While that waits, it does not count as a miss.
shut-undone-working =
    { $sapa } { $name }, the last message is taken back: what began { WAKTU($at, "pukul") } goes on.
    At { $site }, press 📍 Finish work when you are really done.
card-site-closed-hours = The site was recorded as closed { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }: { $reason }
card-site-closed = The site was recorded as closed that day: { $reason }

# The plan, tried

client-ask-for-command = Which client? Write { $command } and a name or code, for example: { $command } Budi
plan-heading = 🗓 The plan of { $name }, only tried; nothing is changed.
plan-draft = 📄 This case cannot begin yet. Missing: { $lacks }. Once complete, the plan would be:
plan-total = { $count } sessions, { WAKTU($first, "tanggal") } – { WAKTU($last, "tanggal") }: { LAMA($planned) }
plan-session = • { WAKTU($start, "tanggal") } { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }
plan-more-sessions = … and { $count } sessions more
plan-left-out = Left out:
plan-left-out-holiday = • { WAKTU($day, "tanggal") }: holiday ({ $holiday })
plan-left-out-holiday-estimated = • { WAKTU($day, "tanggal") }: holiday ({ $holiday }, estimated)
plan-left-out-day = • { WAKTU($day, "tanggal") }: { $reason }
plan-more-days = … and { $count } days more
plan-enough = ✅ All remaining hours find a place.
plan-short = ⚠️ { LAMA($short) } find no place yet. Next step: add a placement with /penempatan { $code }, or talk to the prosecutor about the period.
plan-no-placement = ⚠️ No placement yet. Next step: /penempatan { $code }
plan-no-placement-yet = ⚠️ Not placed yet. Next step: enter what is missing, then /penempatan { $code }
plan-not-active = This case is not running at the moment, so nothing is planned.
obstacle-holiday = holiday
obstacle-not_a_holiday = no Sunday or school holiday, and only those are allowed
obstacle-weekday = a day that the ruling does not allow
obstacle-window = outside the hours that the ruling allows
obstacle-site_closed = site closed
obstacle-site_hours = outside the site's opening hours
obstacle-excused = the client is excused
obstacle-not_for_children = site not marked as suitable for children
obstacle-day_full = the hours of that day are full
obstacle-elsewhere = another session at the same time

# What became of sessions that nobody worked

outcome-hadir = present
outcome-terlambat = late
outcome-pulang_awal = left early
outcome-izin = permitted
outcome-sakit = ill
outcome-tanpa_keterangan = no explanation
outcome-lokasi_tutup = site closed
outcome-gangguan_sistem = system failure
outcome-tak_terjangkau = out of reach
outcome-hint-hadir = Came and left as planned.
outcome-hint-terlambat = Began more than 15 minutes after the plan. The hours count all the same; ask if it happens often.
outcome-hint-pulang_awal = Ended more than 15 minutes before the plan. The hours count all the same; ask if it happens often.
outcome-hint-izin = This does not count as a miss; the hours will find another day.
outcome-hint-sakit = This does not count as a miss; the hours will find another day.
outcome-hint-tanpa_keterangan = No reason has been accepted yet; officer and client should talk.
outcome-hint-lokasi_tutup = Not the client's doing; the hours will find another day.
outcome-hint-gangguan_sistem = The news did not arrive for want of signal or system; this does not count as a miss.
outcome-hint-tak_terjangkau = Messages could not arrive (not joined, phone cut off, or only a post's phone), so it does not count as a miss.
choice-outcome-izin = 📝 Permitted
choice-outcome-sakit = 🤒 Ill
choice-outcome-tanpa_keterangan = ❔ No explanation
choice-outcome-lokasi_tutup = 🚧 Site closed
choice-outcome-gangguan_sistem = 📶 System failure
choice-decide = 📝 { WAKTU($day, "tanggal") }
choice-decide-again = ↩️ Change
client-card-missed = • { WAKTU($start, "tanggal") } { WAKTU($start, "jam") }, { $site }: { $outcome }
miss-unjudged = explained, not judged yet
miss-rejected = called not right
miss-asked = excuse not decided yet
miss-declined = the explanation was not accepted
client-card-missed-why = The officer's reason: “{ $why }”
client-card-asked-excuse = 📝 Asks to be excused for { excuse-span }, not decided yet. Next: /perlu
client-card-asked-contest = ✋ Objects about { excuse-span }, not decided yet. Next: /perlu
client-card-asked-contest-head = ✋ The objection about { excuse-span } waits for the head of office.
decided-ask = What shall be recorded for { $name }, { WAKTU($day, "singkat") }?
decided-option = • { $outcome }: { $hint }
decided-meanwhile = { $name }, { WAKTU($day, "tanggal") }: meanwhile { $outcome } was recorded. Nothing was changed.
decided-excuse-first = 📝 { $name } has asked to be excused for { WAKTU($day, "tanggal") }, and nobody has decided. Look at it first; it is not yet recorded as { $outcome }.
choice-outcome-anyway = ➡️ Even so
decided-ask-why = 📝 { $name }, { WAKTU($day, "tanggal") }, { $outcome }: why? Write a few words.
decided-why = Reason: { $why }
decided-done =
    ✅ { $name }, { WAKTU($day, "tanggal") }: recorded as { $outcome }.
    { $hint }
# Under the answer to every decision about clients
clients-told = { $count ->
        [1] The client is told.
       *[other] All these clients are told.
    }
clients-unreached = Nothing can be sent to { $names }. Please say it in person.
decided-client-not-again = That was recorded already, so nothing is sent to the client.
decided-told-client =
    { $sapa } { $name }, the officer has looked at { WAKTU($day, "tanggal") }.
    Recorded: { $outcome }. { $hint }
decided-told-unexplained =
    { $sapa } { $name }, the officer has looked at { WAKTU($day, "tanggal") }.
    Recorded: { $outcome }. The officer will talk to you about it.
decided-otherwise = If that is not so, press ✋ I disagree.
decided-was-there = News of a start has arrived for that session, so the attendance is what counts.
decided-not-open = That session is still to come or no longer stands, so there is nothing to decide yet.
excuse-usage =
    Write /izinkan, the client's code, the first day, the last day, and the reason.
    For example: /izinkan K-01 20/04 24/04 in hospital
excuse-too-long = One excuse lasts at most { $most } days. For longer, talk about the case.
excuse-long-past =
    { WAKTU($first, "angka") } – { WAKTU($last, "angka") } is long past. Is that the year you mean?
    If so, write the days with the year: /izinkan { $code } { WAKTU($first, "angka") } { WAKTU($last, "angka") } and the reason.
excused-already = ℹ️ { $name } is already excused for { excuse-span }. Nothing changes, so nobody is told again.
excuse-undo-too-late = An excuse can be taken back within 10 minutes only. Later, talk to the client.
excuse-undo-gone = That excuse was taken back before.
choice-excuse-undo = ↩️ Take back
excused-done = ✅ { $name } is excused { excuse-span }. If that is wrong, take it back within 10 minutes.
excused-sessions = • { $count } sessions dropped; the hours will find other days, and supervisors were told.
excused-sessions-untold = • { $count } sessions dropped; the hours will find other days.
excused-misses = • { $count } misses no longer count.
excused-begun = • { $count } that had begun are still confirmed by the supervisor, who knows of the excuse.
excused-report = The report of { WAKTU($usual, "tanggal") } moves to { WAKTU($day, "hari") }.
excused-report-dropped = The report of { WAKTU($usual, "tanggal") } need not be sent any more.
excused-nothing = • No session and no report changes.
excuse-undone = ↩️ The excuse of { $name }, { excuse-span }, is taken back. Everything is as before.
excuse-undone-client =
    { $sapa } { $name }, the note about { excuse-span } was taken back by the officer.
    Everything is as before; type "jam" to see the next date.
excuse-undone-site =
    ℹ️ The news before was taken back.
    { $name } will come:
excused-told-client =
    { $sapa } { $name }, there is a note about { excuse-span }.
    The officer excuses you; those days do not count as missed.
excused-told-site =
    ℹ️ Somebody does not come, with the officer's permission.
    { $name }:
excused-told-site-begun =
    ℹ️ Somebody is excused for a day that has begun.
    { $name } is excused. What was worked is still to be confirmed:
excused-begun-open = • { WAKTU($at, "singkat") }, { $site }: has begun, the hours are confirmed once it is over
excused-begun-waiting = • { WAKTU($at, "singkat") }, { $site }: is over, the hours wait to be confirmed
excuse-undone-site-begun =
    ℹ️ That news was taken back.
    { $name } is not excused after all:
excused-line = • { WAKTU($at, "singkat") }, { $site }

# Placements

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
place-heading = 📍 Sites that suit { $name }. It is you who decides.
place-none = 📍 No site suits { $name } yet.
place-needs = Not planned yet: { LAMA($minutes) }; about { $days } days a week are needed.
place-needs-nothing = All hours are planned; another placement only if it is really needed.
place-option = { $number }. { $site }: { $days }, { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }
place-option-free = – at least { $free } places left
place-option-near = – about { $metres } m from home
place-option-far = – about { $km } km from home
place-option-distance-unknown = – distance from home not known
place-against = Not suitable: { $count } sites, { $reason }
against-full = full
against-no_shared_day = no day that both can
against-no_shared_hours = no hours that both can
against-stopped = the work there was stopped
against-not_for_children = not marked as suitable for children
choice-place = ✅ Choice { $number }
place-not-suitable = { $site } cannot be chosen: { $reason }. Ask for new proposals with /penempatan.
place-changed = The placements have changed since that proposal. Ask for a new one: /penempatan { $code }
place-not-active = This case is not running at the moment, so it cannot be placed. Open /klien to see how it stands.
place-only-holidays = Only on Sundays and school holidays.
place-done = ✅ { $name } is placed at { $site }: { $days }, { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, from { WAKTU($first, "tanggal") }.
place-done-no-session =
    ✅ { $name } is placed at { $site }: { $days }, { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }.
    ⚠️ Not a single session is planned there. Next step: see why with /rencana { $code }
place-told-client =
    { $sapa } { $name }, there is a new plan from { WAKTU($first, "singkat") }.
    The place is { $site }, every { $days }, { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }.
place-told-client-no-session =
    { $sapa } { $name }, there is news about your place of work.
    It is { $site }. The first day is not settled yet; your officer sees to it.
place-told-guardian =
    Dear guardian, there is a new plan from { WAKTU($first, "singkat") }.
    For { $name } at { $site }, every { $days }, { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }.
place-told-guardian-no-session =
    Dear guardian, there is news about the place.
    For { $name }: { $site }. The first day is not settled yet; the officer sees to it.
place-told-site =
    ℹ️ Somebody new comes to { $site } from { WAKTU($first, "tanggal") }.
    { $name }, every { $days }, { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }.
place-told-site-no-session =
    ℹ️ Somebody new comes to { $site }.
    { $name }, every { $days }, { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }; the first day is not settled yet.
