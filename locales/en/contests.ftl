# Contests: a client finds a word on his work not right; somebody else looks again

choice-contest = ✋ I disagree
choice-contest-withdraw = ↩️ Take it back
choice-contest-uphold = ✅ Count the hours
choice-contest-dismiss = ❌ Still rejected
contest-offer = If that is not right, say so: somebody else will look again.
contest-ask = What happened on { WAKTU($day, "tanggal") }? Tell it in your own words. Name who saw it, if anybody did.
contest-filed = ✋ Your objection is recorded. Your officer looks into it; you get an answer by { WAKTU($day, "hari") }.
contest-filed-head = ✋ Your objection is recorded. The head of office looks into it; you get an answer by { WAKTU($day, "hari") }.
contest-filed-there = ✋ Your objection is recorded. { $office }, your former Bapas, looks into it; you get an answer by { WAKTU($day, "hari") }.
contest-told-officer = ✋ { $name } objects to your decision. The head of office looks into it.
contest-withdrawn = The objection is taken back. The first decision stands.
contest-withdrawn-decider = { $name } has taken the objection back. Nothing needs to be decided.
contest-nothing-to-contest = That work was not rejected, so there is nothing to object to. See /jam for the record.
contest-waits = That objection is recorded and being looked into.
contest-was-decided = That objection is closed. If you still have questions, press 🙋 Ask for help.
contest-too-late = An objection can be made up to { $most } days after the decision. Talk to your officer; press 🙋 Ask for help.
contest-without-end = That work has no finish, or was begun again. Enter its hours with ✏️ Correct hours under /klien.
contest-card = ✋ { $name } objects.
contest-card-times = { WAKTU($start, "tanggal") } { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }
contest-card-start = { WAKTU($start, "tanggal") } from { WAKTU($start, "jam") }, { $site }
contest-card-reason = Why it was rejected: { $reason }
contest-card-words = The client's words: { $words }
contest-card-by = Answer by { WAKTU($day, "hari") }.
contest-ask-uphold = Why do the hours of { $name } count? Write the reason; the client will read it.
contest-ask-dismiss = Why do the hours of { $name } stay rejected? Write the reason; the client will read it.
contest-upheld = The hours of { $name } on { WAKTU($day, "tanggal") } count. The client has been told.
contest-dismissed = The decision on the hours of { $name } on { WAKTU($day, "tanggal") } stands. The client has been told.
contest-answer = Answer to the objection: { $reason }
contest-dismissed-client =
    { $sapa } { $name }, your objection about { WAKTU($day, "tanggal") } was looked into; the hours still do not count.
    The reason: { $reason }
contest-upheld-first = The decision on the hours of { $name } on { WAKTU($day, "tanggal") } was changed after another look: they count.
