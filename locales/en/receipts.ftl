# History: the last receipts

menu-riwayat = History
receipts-heading = { $sapa } { $name }, these are the last records, the newest first:
receipts-none = { $sapa } { $name }, there are no records yet.
receipts-open = ⏱ { WAKTU($start, "tanggal") } from { WAKTU($start, "jam") }, { $site }: at work. No. { $number }
receipts-waiting = ⏳ { WAKTU($start, "tanggal") } { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }: waiting to be confirmed. No. { $number }
receipts-confirmed = ✅ { WAKTU($start, "tanggal") } { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }: { LAMA($credited) } credited, confirmed by { $by }. No. { $number }
receipts-penalty = ✅ { WAKTU($start, "tanggal") } { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }: { LAMA($credited) } credited, { LAMA($penalty) } taken off, confirmed by { $by }. No. { $number }
receipts-outside-plan = ⏳ { WAKTU($start, "tanggal") } { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }: outside the plan, waiting for your officer. No. { $number }
receipts-rejected = ❌ { WAKTU($start, "tanggal") } { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }: not credited, looked at by { $by }. No. { $number }
receipts-start-rejected = ❌ { WAKTU($start, "tanggal") } from { WAKTU($start, "jam") }, { $site }: not accepted, looked at by { $by }. No. { $number }
receipts-missed = ➖ { WAKTU($day, "tanggal") }, { $site }: not there.
receipts-not-counted = ➖ { WAKTU($day, "tanggal") }, { $site }: { $outcome }, not counted as missed.
receipts-excused = ➖ { WAKTU($day, "tanggal") }, { $site }: not there, excused.
receipts-report = 📝 Report of { WAKTU($day, "tanggal") }: received { WAKTU($at, "singkat") }. No. { $number }
receipts-report-missed = 📝 Report of { WAKTU($day, "tanggal") }: not yet given.
choice-receipts-wrong = ✋ Something is wrong
choice-receipt = ✋ { WAKTU($day, "tanggal") }
receipts-which = The record of which day is wrong?
receipts-nothing-wrong = No record can still be contested. Talk to your officer; press 🙋 Ask for help.

# No signal at first: begun before the start could be sent

earlier-ask =
    Your start is recorded { WAKTU($at, "pukul") }. Was there no signal, and you began earlier?
    Write when you really began, like 7.30
earlier-unreadable = I could not read the time. Write when you began like this: 7.30
earlier-not-earlier = That is not before the recorded time. Write when you really began, or "batal".
earlier-too-far = That is too far from the recorded time. Write it once more, or talk to your officer.
earlier-kept = Recorded: begun { WAKTU($at, "pukul") }, there was no signal. The supervisor looks at it.
earlier-decided = That work has been looked at. If its hours are wrong, press ✋ Something is wrong under /riwayat.
card-earlier-start = 📶 By the client: begun { WAKTU($at, "pukul") }, there was no signal. If so, correct the times first.
