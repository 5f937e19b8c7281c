# A client goes to another Bapas

choice-office-transfer = 🏛️ To another Bapas
choice-office-transfer-other = 🔎 Another officer
choice-office-arrival-place = 📍 Find a place
choice-office-arrival-card = 👤 Open the card

office-transfer-ask-to = To which Bapas does { $name } go? Write its code or name.
office-transfer-unknown =
    No Bapas here fits “{ $text }” yet. Try its code, or its full name.
    That Bapas may not use Hadir yet.
office-transfer-several =
    Several Bapas fit. Write the code:
    { $codes }
office-transfer-own-office = { $office } is your own Bapas. For another officer here, write /pindah and choose the officer.
office-transfer-nobody-there =
    Nobody at { $office } can answer this offer yet.
    Please ask that Bapas to register its head or operator first.
office-transfer-ask-reason =
    What is the reason? Write it shortly.
    { $office } will read it; do not write the name of a child.
office-transfer-check =
    Please check: { $name } goes from { $from } to { $to }.
    Reason: { $reason }
office-transfer-sent =
    📨 { $to } has been asked about { $name }.
    Until they answer, everything stays as it is.
office-transfer-for-you =
    🏛️ Somebody is offered to { $to }.
    { $offered } offers { $name }. Reason: { $reason }
    Until they answer, you remain the officer.
office-transfer-waits = ⏳ { $name } to { $to }: waiting for that Bapas to answer.
office-transfer-withdrawn =
    ↩️ { $by } took an offer to move back.
    { $name }, from { $from } to { $to }. Everything stays as it was.
office-transfer-declined =
    🔁 { $to } cannot accept an offer yet.
    { $name }: { $answer }
    Everything stays as it is. To try again, write /pindah.
office-transfer-declined-colleague =
    { $by } has answered { $from }.
    { $name } cannot be taken yet.
office-transfer-accepted =
    ✅ { $to } has accepted an offer.
    { ORANG($name, $code) }: the officer is now { $officer }.
    The history can still be read with /klien { $code }. What is still waiting here is decided here.
office-transfer-call-open = 🙋 His call for help, { WAKTU($at, "singkat") }, is taken by nobody yet. This Bapas still sees to it: /perlu.
office-transfer-call-taken = 🙋 His call for help, { WAKTU($at, "singkat") }, stays with { $by } here until it is closed.
office-transfer-told-site =
    ℹ️ Somebody is not planned at { $site } any more.
    { $name } has gone to another Bapas. What still waits can still be confirmed.

# The Bapas that takes him

office-transfer-asked =
    🏛️ Another Bapas offers a transfer.
    { $from } offers { $name }, through { $offered }.
    Reason: { $reason }
    To accept, choose the officer who will guide.
office-transfer-asked-no-officer =
    🏛️ Another Bapas offers a transfer.
    { $from } offers { $name }, through { $offered }.
    Reason: { $reason }
    There is no officer here yet. Register one first to be able to accept.
office-transfer-case = • { $programme }
office-transfer-case-hours = • { $programme }: { LAMA($credited) } credited of { LAMA($total) }
office-transfer-waiting = ⏳ { $count } attendances still wait for a decision there
office-transfer-contests = ⏳ { $count } objections still wait for a decision there
office-transfer-excuses = ⏳ { $count } excuses still wait for a decision there
office-transfer-ask-who = Which officer guides { $name }? Write the name or code.
office-transfer-ask-no =
    Why is it not possible yet? Write it shortly.
    { $from } will read it.
office-transfer-taken = ✅ { $name } from { $from } was taken with the code { $code }. The officer is { $officer }.
office-transfer-nothing-left = { $name } has no case that goes on at { $from }, so nothing moves.
office-transfer-not-open = This offer was answered or taken back, so nothing has changed.

office-arrival =
    🏛️ Somebody comes to you from another Bapas.
    { ORANG($name, $code) }, from { $from }. Reason: { $reason }
    Next step: press 📍 Find a place, or write /penempatan { $code }.
office-arrival-no-place =
    🏛️ Somebody comes to you from another Bapas.
    { ORANG($name, $code) }, from { $from }. Reason: { $reason }
    Next step: open the card, or write /klien { $code }.
office-arrival-case = Case { $number }
office-arrival-case-hours = Case { $number }: { LAMA($credited) } credited of { LAMA($total) }
office-arrival-call-open = 🙋 There is a call for help of his at { $from }, { WAKTU($at, "singkat") }, that nobody has taken yet. That Bapas sees to it; what he said stays there. Contact { $contact }.
office-arrival-call-taken = 🙋 There is a call for help of his at { $from }, { WAKTU($at, "singkat") }, that { $by } there still sees to; what he said stays there. Contact { $contact } where you need to.
office-arrival-no-chat = 💬 The phone of { $code } is not connected with this Bapas yet. Invite with /undang { $code }
office-arrival-guardian-stays = 💬 Guardian { $code } still answers for another child at the old Bapas, so that phone stays there. Invite with /undang { $code } on another phone, or help from your own.
office-arrival-prosecutor = ⚖️ The prosecutor from the old Bapas was noted with the code { $code }, not connected yet.

office-arrival-unread = A message that nobody has read at your former Bapas does not come along. If it still matters, write it again here.
office-arrival-told-client =
    { $sapa } { $name }, your Bapas is now { $office } and your officer { $officer }. The hours credited so far come along; a new plan follows.
    Any questions? Contact { $contact }.
office-arrival-told-reporter =
    { $sapa } { $name }, your Bapas is now { $office } and your officer { $officer }. You go on reporting here.
    Any questions? Contact { $contact }.
office-arrival-told-guardian =
    { $sapa } { $name }, the Bapas of { $code } is now { $office } and the officer { $officer }. The new plan follows here.
    Any questions? Contact { $contact }.
office-arrival-told-guardian-stays =
    { $sapa } { $name }, the Bapas of { $code } is now { $office } and the officer { $officer }. This phone stays for the other child.
    { $office } will contact you. Any questions? Contact { $contact }.

# After the move

office-hours-more =
    { $sapa } { $name }, { LAMA($minutes) } from { $office } have just been credited and come along.
    { LAMA($credited) } are credited now.
office-hours-fewer =
    { $sapa } { $name }, as { $office } has decided, { LAMA($minutes) } do not count after all.
    { LAMA($credited) } are credited now. If that is wrong, contact your officer.
office-hours-more-officer =
    ⏱ Some hours from another Bapas have just been credited.
    { ORANG($name, $code) }: { LAMA($minutes) } from { $office } come along. { LAMA($credited) } are credited now.
office-hours-fewer-officer =
    ⏱ Some hours from another Bapas do not count after all.
    { ORANG($name, $code) }: { LAMA($minutes) }, as { $office } decided. { LAMA($credited) } are credited now.
office-excused-officer =
    📝 There is an excuse from another Bapas.
    { ORANG($name, $code) }: excused { excuse-span }, granted by { $office }. Nothing is planned then.
hours-brought = Of these, brought from { $office }: { LAMA($opening) }

office-mark-went = 🏛️ Went to { $office } on { WAKTU($at, "hari") }. Only the history is here.
office-mark-came = 🏛️ From { $office } since { WAKTU($at, "hari") }, case { $number } there
office-transfer-moved-on =
    { $name } has gone to { $office }, so nothing can be changed here.
    The history can still be read with /klien.
office-transfer-old-button =
    That button is from { $office }, the former Bapas, so it does not hold any more.
    For what is now, use the buttons below.
case-elsewhere = Case { $number } has gone to another Bapas, so nothing can be changed here.
client-elsewhere = { $name } has gone to another Bapas, so nothing can be changed here. The history can be read with /klien.
