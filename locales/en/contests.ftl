# Contests: a client finds a word on his work not right; somebody else looks again

choice-contest = ✋ I disagree
choice-contest-withdraw = ↩️ Take it back
choice-contest-uphold = ✅ Count the hours
choice-contest-dismiss = ❌ Still rejected
contest-offer = If that is not right, say so: somebody else will look again.
contest-ask = What happened on { WAKTU($day, "tanggal") }? Tell it in your own words, written or recorded. Name who saw it, if anybody did.
contest-filed = ✋ Your objection is recorded. Your officer looks into it; you get an answer by { WAKTU($day, "hari") }.
contest-filed-head = ✋ Your objection is recorded. The head of office looks into it; you get an answer by { WAKTU($day, "hari") }.
contest-filed-there = ✋ Your objection is recorded. { $office }, your former Bapas, looks into it; you get an answer by { WAKTU($day, "hari") }.
contest-told-officer =
    ✋ There is an objection to a decision of yours.
    It is from { $name }; the head of office looks into it.
contest-withdrawn = The objection is taken back. The first decision stands.
contest-withdrawn-decider =
    ↩️ An objection was taken back.
    From { $name }. Nothing needs to be decided.
contest-dropped-decider =
    ↩️ An objection needs no decision any more.
    From { $name }: the supervisor has taken the rejection back and looks at that work again.
contest-dropped-client = Your objection is settled: the supervisor looks at that work again.
contest-dropped-meanwhile = The supervisor has taken the rejection back, so there is nothing left to decide.
contest-without-object = The supervisor has taken back the rejection of { WAKTU($day, "tanggal") }, so no objection is needed. See /riwayat.
contest-question-over = That question need not be answered any more.
contest-nothing-to-contest = Nobody has decided on that record yet, so there is nothing to object to. See /riwayat.
contest-waits = That objection is recorded and being looked into.
contest-was-decided = That objection is closed. If you still have questions, press 🙋 Ask for help.
contest-too-late = An objection can be made up to { $most } days after the decision. Talk to your officer; press 🙋 Ask for help.
contest-without-end = That work has no finish, or was begun again. Enter its hours with ✏️ Correct hours under /klien.
contest-card =
    ✋ An objection waits for a decision.
    From { $name }.
contest-card-times = { WAKTU($start, "tanggal") } { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }
contest-card-start = { WAKTU($start, "tanggal") } from { WAKTU($start, "jam") }, { $site }
contest-card-reason = Why it was rejected: { $reason }
contest-card-words = The client's words: { $words }
contest-card-voices = The client explains it in { $count } voice messages.
contest-card-by = Answer by { WAKTU($day, "hari") }.
contest-add-words = Do these words belong to your objection about { WAKTU($day, "tanggal") }?
choice-contest-add = ➕ Yes, add them
contest-came-late = The objection was answered before this arrived. It is kept. To have it looked at again with this, press ➕ New evidence; that is possible once.
contest-came-too-late = The objection was answered before this arrived. It is kept. If you want to talk about it, press 🙋 Ask for help.
contest-card-more =
    ✋ Something was added to the objection that you are deciding.
    From { $name }.
contest-not-decided-yet = Not decided yet. To decide so for that reason all the same, press ➡️ Decide so; or write another reason.
choice-contest-still = ➡️ Decide so
contest-ask-uphold = Why do the hours of { $name } count? Write the reason for the client.
contest-ask-dismiss = Why do the hours of { $name } stay rejected? Write the reason for the client.
contest-upheld = The objection of { $name } about { WAKTU($day, "tanggal") } is upheld; the hours count.
contest-dismissed = The record of { $name } on { WAKTU($day, "tanggal") } stands.
contest-answer = Answer to the objection: { $reason }
contest-upheld-there =
    { $sapa } { $name }, your objection about { WAKTU($day, "tanggal") } was looked into by { $office }, your former Bapas; the entry is changed.
    The hours here follow.
contest-dismissed-client =
    { $sapa } { $name }, your objection about { WAKTU($day, "tanggal") } was looked into; the hours still do not count.
    The reason: { $reason }
contest-upheld-first =
    ↩️ A decision was changed after another look.
    The hours of { $name } on { WAKTU($day, "tanggal") } count.
# Other than rejected hours: wrong times, minutes taken off, a miss, work that was not recorded

choice-contest-uphold-entry = ✅ Client is right
choice-contest-dismiss-entry = ❌ Record stands
choice-contest-times = ✅ As recorded
choice-contest-more = ➕ Add evidence
choice-contest-again = ➕ New evidence
choice-contest-seen = ✅ Yes, at work
choice-contest-unseen = ❌ No
choice-claim = ➕ One is missing
contest-ask-times = From when to when did you work on { WAKTU($day, "tanggal") }? Like this: 8.00-11.00
contest-ask-times-of =
    It says { WAKTU($day, "tanggal") } { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }.
    From when to when was it really? Like this: 8.00-11.00
contest-times-unreadable =
    I could not read the times. Write two of them, start and finish, with a dash between, like 8.00-11.00
    If you changed your mind, type "batal".
contest-times-one = I could read one time only: { $one }. Write both, start and finish, like 8.00-11.00. If you changed your mind, type "batal".
claim-times-unreadable = I could not read the times. Write start and finish like this: 8.00-11.00
claim-finish-first = That finish is before the start. Write them once more, like 8.00-11.00
claim-to-come = That time is still to come. Write the times that you have worked.
choice-contest-mine = ✋ My objections
contest-waiting = ✋ Your objection about { WAKTU($day, "tanggal") }: being looked into, answered by { WAKTU($until, "hari") }.
contest-none-waits = No objection waits now. Earlier answers are in the messages above.
contest-filed-about = About { WAKTU($day, "hari") }.
contest-filed-more = If somebody saw it or there is a photo, press ➕ Add evidence.
contest-ask-more = Send one photo, write the name of who saw it, or record it.
contest-ask-again = What is the new evidence? Send one photo, write the name of who saw it, or record it. This works once only.
contest-card-missed-as = Recorded as missed: { $outcome } (officer { $by }).
contest-card-missed = Recorded as not there.
contest-card-unrecorded = { WAKTU($day, "tanggal") }, { $site }: no record.
contest-card-credited = Credited: { LAMA($credited) }
contest-card-penalty = Taken off: { LAMA($penalty) }
contest-card-claimed = By the client: { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }
choice-contest-settle = ☑️ Recorded already
contest-card-recorded = ⚠️ It has been recorded meanwhile: { WAKTU($start, "jam") } to { WAKTU($finish, "jam") }, { LAMA($credited) } credited by { $by }. Nothing is left to decide.
contest-card-recorded-waits = ⚠️ It has been recorded meanwhile, from { WAKTU($start, "jam") }, and waits to be confirmed. Once it is, this objection can be ended here.
contest-settled = ☑️ The objection of { $name } about { WAKTU($day, "tanggal") } has ended: the hours are recorded.
contest-settled-client =
    { $sapa } { $name }, the hours of { WAKTU($day, "tanggal") } are recorded, so the objection is done.
    From { WAKTU($start, "jam") } to { WAKTU($finish, "jam") }, { LAMA($credited) } credited.
contest-settled-meanwhile = This objection was ended by { $by }, { WAKTU($at, "singkat") }: the hours are recorded.
contest-card-site-yes = Supervisor { $by } says: yes, at work.
contest-card-site-no = Supervisor { $by } says: no.
choice-contest-show = ✋ Open { WAKTU($day, "tanggal") }
contest-card-beside-up = Before that, officer { $by } added { LAMA($minutes) } for that day ({ $reason }).
contest-card-beside-down = Officer { $by } took off { LAMA($minutes) } for that day ({ $reason }).
contest-card-beside-since = ⚠️ After the contest came, officer { $by } added { LAMA($minutes) } for that day ({ $reason }). If the contest is upheld, these no longer count.
contest-decided-meanwhile =
    This contest was decided by { $by }, { WAKTU($at, "singkat") }: { $verdict }.
    The reason: { $reason }
contest-withdrawn-meanwhile = The client has withdrawn this contest, so there is nothing left to decide.
contest-verdict-upheld = upheld
contest-verdict-dismissed = the entry stands
written-meanwhile = What you wrote, to copy: { $words }
contest-included = Your officer's correction of { LAMA($minutes) } for that day is part of it.
contest-included-corrector =
    ↩️ A correction of hours is part of an objection now.
    The objection of { $name } about { WAKTU($day, "tanggal") } was upheld, so the correction does not count twice.
contest-card-reopened = Opened again for new evidence. The earlier answer: { $reason }
contest-question = ❓ There is one question.
contest-question-day = Did { $name } work on { WAKTU($day, "hari") } at { $site }?
contest-question-times = Did { $name } work on { WAKTU($day, "hari") } { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") } at { $site }?
contest-site-yes = Thank you, recorded: yes, at work. Whoever looks into it will read it.
contest-site-no = Thank you, recorded: no. Whoever looks into it will read it.
contest-site-said = That answer is recorded.
contest-overtaken = The work of that day was recorded meanwhile. See /klien; if its hours are wrong, use ✏️ Correct hours.
contest-ask-uphold-entry = Why is the record of { $name } changed? Write the reason for the client.
contest-ask-dismiss-entry = Why does the record of { $name } stand? Write the reason for the client.
contest-dismissed-entry =
    { $sapa } { $name }, your objection about { WAKTU($day, "tanggal") } was looked into; the record stands.
    The reason: { $reason }
claim-ask-day = Which day is missing? Write its date, like { WAKTU($day, "angka") } or yesterday.
claim-day-unreadable = I could not read the date. Write it like 23/4, or yesterday.
claim-day-to-come = That day is still to come. Write a day that you have worked.
claim-day-too-old = What is missing can be told up to { $most } days later. Talk to your officer; press 🙋 Ask for help.
claim-no-site = No place of work is recorded for that day. Talk to your officer; press 🙋 Ask for help.
claim-still-on = The session of that day is not over. Send your location with the key below, or write "tanpa lokasi".
claim-which-site = Where did you work?
claim-was-recorded = The work of { WAKTU($day, "tanggal") } is recorded; see /riwayat. If the record is wrong, press ✋.

# An officer's correction of hours: the head of office decides

choice-receipt-correction = ✋ Change { WAKTU($day, "tanggal") }
choice-contest-uphold-correction = ✅ Take it back
choice-contest-dismiss-correction = ❌ It stands
receipts-correction-up = ✏️ Correction { WAKTU($day, "tanggal") }: { LAMA($minutes) } added by { $by } ({ $reason }).
receipts-correction-down = ✏️ Correction { WAKTU($day, "tanggal") }: { LAMA($minutes) } taken off by { $by } ({ $reason }).
receipts-correction-back-up = ✏️ Correction { WAKTU($day, "tanggal") }: { LAMA($minutes) } added by { $by } ({ $reason }), taken back since.
receipts-correction-back-down = ✏️ Correction { WAKTU($day, "tanggal") }: { LAMA($minutes) } taken off by { $by } ({ $reason }), given back since.
contest-ask-correction = Why is the correction of { WAKTU($day, "tanggal") } not right? Tell it in your own words, written or recorded.
contest-card-correction-up = Correction by officer { $by } for { WAKTU($day, "tanggal") }: { LAMA($minutes) } added ({ $reason }).
contest-card-correction-down = Correction by officer { $by } for { WAKTU($day, "tanggal") }: { LAMA($minutes) } taken off ({ $reason }).
contest-card-correction-words = The officer's words: { $words }
contest-upheld-correction = The objection of { $name } to the correction of { WAKTU($day, "tanggal") } is upheld.
contest-upheld-officer =
    ↩️ The head of office has decided an objection.
    { $name }, { WAKTU($day, "tanggal") }: your entry was changed. The head's reason: { $reason }
contest-dismissed-officer =
    ✋ The head of office has decided an objection.
    { $name }, { WAKTU($day, "tanggal") }: your entry stands. The head's reason: { $reason }
result-correction = { $sapa } { $name }, the correction of hours of { WAKTU($day, "tanggal") } is taken back after somebody looked again.

# A correction that a head of office decided on: another head decides

contest-filed-not-maker = Whoever decides is not { $by }, who made that correction.
contest-nobody-else = A head of office made that correction. Only another head may decide on it, and there is none here yet. Talk to your officer; press 🙋 Ask for help.
contest-card-replacement-up = Correction by head of office { $by } for { WAKTU($day, "tanggal") }: { LAMA($minutes) } more ({ $reason }).
contest-card-replacement-down = Correction by head of office { $by } for { WAKTU($day, "tanggal") }: { LAMA($minutes) } fewer ({ $reason }).
contest-card-replacement-words = The head of office says: { $words }
contest-upheld-replacer =
    ↩️ A correction of hours was changed by another head of office.
    { $name }, { WAKTU($day, "tanggal") }: changed after it was looked at.

# Hours served before they were recorded here

choice-receipt-opening = ✋ Earlier hours
choice-contest-other-hours = ✏️ Right hours
receipts-opening = • Served before recording here, up to { WAKTU($day, "tanggal") }: { LAMA($minutes) }
contest-ask-opening = { LAMA($minutes) } are recorded as served up to { WAKTU($day, "tanggal") }, before recording here. How many were it, and what shows it? Write or record it.
contest-card-opening = Served before recording here, up to { WAKTU($day, "tanggal") }: { LAMA($minutes) }.
contest-card-opening-changed = These hours were changed; it was { LAMA($earlier) } before. Please read first, then decide.
contest-other-served-then = Served before it was recorded here, up to { WAKTU($day, "tanggal") }: { LAMA($earlier) } → { LAMA($held) }.
contest-other-above-order = ⚠️ That is more than the hours of the ruling ({ LAMA($total) }). If it is right, all of the work counts as done at once, and that cannot be taken back. If not, type the hours again.
contest-other-all-served = ⚠️ With that all hours of the ruling are served, and the case waits to be closed. That cannot be taken back.
contest-card-opening-basis = By: { $basis }. Entered by { $by }.
contest-ask-other-hours = How many hours are right for { $name } up to { WAKTU($day, "tanggal") }? Example: 24 jam 30 menit
contest-other-hours-unreadable = These hours cannot be read. Type for example 24 jam 30 menit.
contest-other-served = Served before recording here, up to { WAKTU($day, "tanggal") }: { LAMA($minutes) }.
contest-upheld-opening = The contest of { $name } about the hours up to { WAKTU($day, "tanggal") } is decided; they were replaced.
contest-upheld-opener =
    ↩️ An entry was changed after it was looked at.
    The hours of { $name } up to { WAKTU($day, "tanggal") }, before recording here, were replaced on the client's contest.
result-opening = { $sapa } { $name }, the hours before recording here were replaced after they were looked at again.

# Other times: neither as it stands nor as the client says

choice-contest-other = ✏️ Other times
choice-contest-other-minutes = ✏️ Other minutes
choice-contest-other-yes = ✅ Yes, that
choice-contest-other-no = ✏️ Type again
contest-ask-other = From when to when did { $name } work on { WAKTU($day, "tanggal") }? For example: 8.00-11.00. Not after all? Type "batal".
contest-ask-other-minutes = How many minutes should the correction of { $name } on { WAKTU($day, "tanggal") } be? For example: -30 or +30. Not after all? Type "batal".
contest-other-minutes-unreadable = I could not read the minutes. Type them with a sign, for example -30 or +30.
contest-other-preview = For { $name }:
contest-other-times = { WAKTU($day, "tanggal") } { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { LAMA($minutes) }. Is that right?
contest-other-more = { WAKTU($day, "tanggal") }: { LAMA($minutes) } added.
contest-other-fewer = { WAKTU($day, "tanggal") }: { LAMA($minutes) } taken off.
contest-other-again = The times must be typed again. Press ✏️ on the card of that objection.
contest-granted = The objection of { $name } about { WAKTU($day, "tanggal") } is decided: right in part.
contest-granted-times = What counts: { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }.
result-correction-other = { $sapa } { $name }, the correction of hours of { WAKTU($day, "tanggal") } is replaced after somebody looked again.

# Contests that nobody answered by their day

contest-card-late =
    ⏰ An objection has no answer yet.
    From { $name }.
contest-late-client = { $sapa } { $name }, your objection is still being looked into. You get an answer by { WAKTU($day, "hari") }.
contest-late-head =
    ⏰ An objection has no answer yet from the officer.
    From { $name }, to { $officer }. Please remind them.

# Totals: the client says whether they are right

choice-total-right = ✅ That is right
choice-total-wrong = ✋ Not right yet
total-now = Hours credited now: { LAMA($credited) }. Is that right?
total-final = { $sapa } { $name }, the last total: { LAMA($credited) } credited of { LAMA($total) }. Is that right?
total-changed = { $sapa } { $name }, the total was { LAMA($earlier) } and is now { LAMA($credited) }. Is that right?
total-right-kept = ✅ Thank you, recorded: the total is right.
total-wrong-kept = ✋ Recorded, and your officer is told. Press ✋ if a day is wrong, or ➕ if one is missing.
total-wrong-officer =
    ✋ A total of hours needs a talk.
    { $name } says that the total of hours is not right. Please talk about it.
total-withdrawn-officer =
    ⏱ A total of hours has changed.
    The word of { $name } that it is right no longer holds. The client is asked again.
total-not-told = No total was asked about yet. Write "jam" to see your hours.
total-has-changed = That total has changed a moment ago. The new one is on its way.
total-word-right = ✅ The client says that { LAMA($credited) } are right ({ WAKTU($day, "tanggal") })
total-word-wrong = ✋ The client says that { LAMA($credited) } are not right ({ WAKTU($day, "tanggal") })
