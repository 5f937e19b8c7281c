# Joining: the notice of data use, what proves who it is, a guardian's consent, replaced phones

notice-of-data-use =
    Welcome to Hadir.

    { $office } uses Hadir to record attendance. What is kept: the name, phone number, date of birth where on record, plan and times of attendance, the supervisor's confirmation, and the places, photos, answers and messages that you send here yourself.
    The basis is a legal duty and the public task of { $office }. Only authorised people can see it, and it is kept for as long as the rules require.
    Photos and voice messages are erased { $days } days after the case is over, at most a year after they were sent; later only while somebody still asks about one. The photo of enrolment and signed papers are kept while the case goes on, and erased then too.
    Would you like to see, correct or ask about the data? At any time, contact { $contact }.

    Notice version { $version }. Press Agree to go on.
notice-for-child = As the guardian you agree for the child { $code } too: only plan and attendance are recorded, and the name is not shown.
choice-agree = ✅ Agree
press-agree =
    One more step: press ✅ Agree below.
    Any questions? Contact { $contact }.

key-contact = 📱 Share contact
key-in-person = 🙋 Officer is here
choice-in-person = 🙋 Officer is here
prove-contact =
    Thank you. One more step: press 📱 Share contact, so that we know that this phone is yours.
    No such button? Send your own contact with 📎, or type "langsung" if your officer is with you.
    Any difficulty? Contact { $contact }.
contact-not-own =
    That is somebody else's contact, so it cannot be used yet.
    Press 📱 Share contact, or type "langsung" if your officer is with you.
contact-not-on-file =
    The number of this phone is not the one on file yet. Your deadline is not lost; { $left } tries are left.
    Share the contact from the phone whose number is on file, or type "langsung" if your officer is with you.
    Is your number a new one? Contact { $contact }.
prove-birth-date =
    Thank you. One more step: write your date of birth.
    For example: 24 April 1990. Any difficulty? Contact { $contact }.
birth-date-unreadable =
    That date could not be read. Write day, month and year, for example 24 April 1990 or 24/04/1990.
birth-date-not-on-file =
    That date is not the one on file yet. Your deadline is not lost; { $left } tries are left.
    Look at it again and write it once more, or press 🙋 if your officer is with you.
    Is the date right? Contact { $contact }.
prove-in-person =
    Thank you. One more step: somebody of the office needs to be with you.
    Press 🙋 when you are together, or contact { $contact }.
shows-number =
    Show this number to the officer beside you:

    { $number }

    No officer with you? Contact { $contact }.
nobody-to-vouch =
    Nobody can confirm it from here yet.
    Contact { $contact }; this link stays valid.
invitation-locked =
    The registration waits, because several tries did not match. The office has been told, and your deadline is not lost.
    Contact { $contact }, then go on with this phone.

vouch-which-number =
    📱 Somebody is registering a phone.
    If { ORANG($name, $code) } is in front of you, pick the number that the phone shows. If not, leave this message alone.
choice-number = { $number }
vouch-done = ✅ { $name } is registered with this phone. It is recorded that you were there.
vouch-wrong =
    That is not the number on the phone, so nothing was registered.
    Ask { $name } to press 🙋 Officer is here once more.
vouch-over =
    That number is no longer valid.
    Ask { $name } to press 🙋 Officer is here once more.
vouch-older =
    { $name } has asked again after that message, so the numbers are others now.
    Pick the number in the newest message.
vouch-joined = { $name } is registered. There is nothing more to do.
enrolment-locked =
    🔒 A registration waits.
    { ORANG($name, $code) }: five times a number or birth date did not match. No deadline is lost.
    Contact the person and look at the data, then open it again.
choice-unlock = 🔓 Open again
unlocked =
    The registration of { $name } is open again, the link stays valid.
    If the data is wrong, correct it first; a new link is not needed.
unlock-not-locked = The registration of { $name } does not wait any more.

newcomer-help =
    In difficulty? Contact { $contact }; somebody there helps.
    The next step stands below.
newcomer-declined =
    All right, this answer is kept and no more messages come here. { $role ->
        [guardian] The child's duty goes on; the office will talk with you.
        [client] The duty goes on; the office will talk with you.
       *[other] The task does not change; the office will contact you.
    }
    Contact { $contact }. You change your mind? Open the same link again.
newcomer-declined-told =
    🙅 The answer to an invitation was no.
    { ORANG($name, $code) }. The duty goes on, and the invitation is still valid.
    Step: call and talk. Still no? The supervisor calls the roll at the site.
newcomer-wrong-number =
    Sorry for the trouble. That invitation has let go of this phone.
    It is for you, but the number on record is wrong? Contact { $contact }, then open the link again.
newcomer-wrong-number-told =
    ☎️ An invitation was opened on a phone that is said to be a wrong number.
    That of { ORANG($name, $code) }. Step: mend the number with "ubah { $code }", then type "undang { $code }".

guardian-first =
    The guardian needs to agree first; after that this link can be used.
    Any questions? Contact { $contact }.
consent-asked =
    { $sapa } { $name }, the child { $code } will use Hadir to record plan and attendance at { $office }. The name is not shown; photos and voice messages are erased { $days } days after the case is over, at most a year after they were sent.
    Do you agree as the guardian? Questions: { $contact }. (Notice version { $version })
consent-kept =
    Thank you, { $sapa } { $name }. Your consent for the child { $code } is recorded.
    You may change your mind: type "cabut persetujuan".
guardian-agreed = The guardian's consent for { $code } is recorded. The link for { $code } can be used now.
consent-form-asked =
    Send a photo of the consent form for { $code } that the guardian has signed.
    Write "batal" if there is none yet.
consent-not-a-child = { $name } is not a child, so no guardian's consent is needed.
consent-no-guardian =
    No guardian of { $code } is recorded yet.
    Type "daftarkan orang", choose guardian and { $code }, then try again.
consent-given = The guardian's consent for { $code } was recorded before.

choice-disagree = 🙅 Do not agree
choice-withdraw = ✋ Take it back
consent-refused =
    All right, { $sapa } { $name }, your answer for child { $code } is kept. The duty goes on; the office will talk with you ({ $contact }).
    You change your mind? Press ✅ Agree, at any time.
consent-withdrawn =
    All right, { $sapa } { $name }, the consent for child { $code } is taken back. Duty and records stay; the office will talk with you ({ $contact }).
    You change your mind? Press ✅ Agree, at any time.
consent-withdraw-sure =
    The consent for child { $code } will be taken back, and the officer hears it. The duty goes on.
    Is that right?
consent-no-alone =
    All right, { $sapa } { $name }, nothing changes. Press 📅 Schedule to see the days.
    If you mean to take your consent back, type "cabut persetujuan".
consent-refused-told =
    🙅 Guardian { $guardian } does not consent for { $code }. The duty of { $code } goes on.
    Step: talk with the guardian. Meanwhile the supervisor calls the roll; a signed form: type "izinwali { $code }".
consent-withdrawn-told =
    ✋ Guardian { $guardian } has taken the consent for { $code } back. The duty of { $code } goes on, and the phone stays connected.
    Step: talk with the guardian. A signed form: type "izinwali { $code }".
guardian-no-longer =
    { $sapa } { $name }, you are no longer on record in Hadir as guardian of { $code }, so its news is not sent here any more.
    Any questions? Contact { $contact }.
guardian-replaced = 🔁 The guardian of { $code } has changed: { $new }, before { $old }. The consent of { $old } ends.
consent-next = Step for { $code }: { consent-step }
# Used inside other sentences.
consent-step =
    { $why ->
        [case] register the case first, with the guardian: type "daftarkan perkara", then pick { $code }
        [nobody] register the guardian: type "daftarkan orang", then choose guardian and { $code }
        [invitation] invite the guardian { $guardian } first: type "undang { $guardian }"; without a phone, type "izinwali { $code }"
        [wrong_number] the number of the guardian { $guardian } is wrong. Mend it: type "ubah { $guardian }"
        [stopped] the guardian { $guardian } asked for no more messages. Call; typing "mulai lagi" brings them back
        [blocked] messages do not reach the guardian { $guardian }. Call; writing anything brings them back
        [refused] the guardian { $guardian } does not agree. Talk together; a signed form: type "izinwali { $code }"
        [withdrawn] the guardian { $guardian } has taken the consent back. Talk together; a signed form: type "izinwali { $code }"
       *[answer] the question is on the phone of the guardian { $guardian }, not answered yet. Remind, or type "izinwali { $code }"
    }

account-replaced =
    📱 Somebody changed phone or account; the old one is cut off.
    It is { ORANG($name, $code) }. If you did not expect this, contact the person.
account-no-longer =
    This phone is no longer connected with Hadir since { WAKTU($at, "singkat") }.
    If this is a mistake, contact { $contact }.

# Lost phones, stop, wrong number

lost-ask-for-name = Whose phone is lost? Write "hilang" and the code, for example: hilang K-01
lost-ask-whose = Whose phone is lost? Write the code or the name, for example: K-01
lost-nobody =
    There is no "{ $text }" among your people.
    Look at the code again, or press 🙋 Ask for help.
lost-which = Which one?
lost-sure =
    The phone of { ORANG($name, $code) } will be cut off now, and invitation links end. The plan stays.
    Is that right?
choice-lost-cut = 📵 Cut off
lost-cut =
    📵 The phone of { $name } is cut off.
lost-meanwhile-client = Until there is a new one, the supervisor records attendance; nothing counts as a miss.
lost-meanwhile-staff = Until there is a new one, { $name } gets no messages and cannot confirm from here. If need be, the head of office enters a stand-in ("cuti").
lost-meanwhile-others = Until there is a new one, { $name } gets no messages from here.
lost-invited-by-you = New invitation: write "undang { $code }".
lost-invited-by-officer = The officer gives the new invitation, and has been told.
lost-invited-by-operator = The operator of the office gives the new invitation.
lost-told-others =
    📵 A phone was reported lost and is cut off.
    It is that of { ORANG($name, $code) }. Next step: contact the person, then ask the operator of the office for a new invitation.
lost-told =
    📵 A phone was reported lost and is cut off.
    It is that of { ORANG($name, $code) }. Next step: contact the person, then write "undang { $code }".
lost-showed = Sent to that phone so far (last 90 days): { $count } messages, { $files } of them with a photo or file.
lost-showed-day = • { WAKTU($day, "tanggal") }: { $count } messages
lost-showed-people =
    People named: { $people }
    If the phone is in other hands, tell them and the head of office within 3 × 24 hours.
lost-showed-nothing = Nothing was ever sent to that phone.
stopped =
    All right, no more messages to this phone. Duty and plan go on; ask { $contact }.
    Would you like messages again? Press 🔔 Start again or type "mulai lagi".
stop-sure = Shall all messages to this phone stop? Duties and schedule go on.
choice-stop-yes = ✋ Yes, stop
choice-stop-no = 🔔 No, go on
choice-messages-again = 🔔 Start again
still-stopped =
    Messages to this phone are still stopped, as you asked.
    Would you like them again? Press 🔔 Start again or type "mulai lagi".
messages-again =
    🔔 Messages for you come to this phone again, because you use it.
    Not wanted? Type "stop".
messages-come = 🔔 { $sapa } { $name }, messages for you come to this phone.
wrong-number-sure = Is this phone somebody else's, so that these messages are not for you?
choice-not-me = Yes, wrong number
choice-it-is-me = No, this is me
wrong-number-sorry =
    Sorry for the trouble. No more messages come to this number.
    If this is a mistake, contact { $contact }.
wrong-number-stays = Thank you, { $sapa } { $name }. Nothing has changed.
unreached-blocked =
    📵 Messages do not arrive.
    To { ORANG($name, $code) }: the account has blocked them or no longer exists.
    Next step: call the person. Until then nothing counts as a miss.
unreached-stopped =
    ✋ Somebody asked for no more messages.
    { ORANG($name, $code) }. Next step: call and ask why; the plan goes on.
reached-again =
    🔔 A phone is used again, so messages arrive as before.
    It is that of { ORANG($name, $code) }. No need to call about it.
account-not-his =
    ☎️ A registered phone is somebody else's, and is cut off.
    It was registered for { ORANG($name, $code) }. Next step: find the new number, then write "undang { $code }".
lost-other-phone =
    { $name } uses another phone since then, so nothing was cut off.
    If the new one is lost too, write "hilang" and the code again.
stop-shared-phone =
    This phone is shared, so one person cannot end it.
    Contact { $contact }; to change the person press 👥.
client-card-no-consent = ⚠️ No consent of the guardian yet: { consent-step }
stop-for-staff =
    Messages to staff do not stop, because clients wait for confirmation and action.
    Going away? Write "cuti", or contact { $contact }.
