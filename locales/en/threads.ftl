# Messages between a client (or a guardian) and the officer; a phone number is never shown

choice-message-begin = ✉️ Write to officer
choice-message-to = ✉️ Send a message
choice-message-guardian = 👪 Write to guardian
choice-message-send = 📨 Send to officer
choice-message-send-to = ↩️ Send to { $name }
choice-message-send-guardian = ↩️ To the guardian
choice-message-reply = ↩️ Reply
choice-message-done = ✅ Read
choice-message-attached = 📎 See attachments
choice-message-anyway = 📨 Send anyway
choice-template-news = 💬 Ask for news
choice-template-office = 🏢 Come to office
choice-template-papers = 📄 Ask for a paper
choice-template-thanks = 🙏 Thank you

# For clients and guardians

message-ask = Write your message to the officer, or send a photo or a recording. To leave it, type "batal".
message-which = Whom is this message about?
message-which-worry = Who is this about? Choose, and it goes to the officer at once.
message-sent = ✉️ Sent to your officer. The answer comes here.
message-about-excuse = About the request for { excuse-span }, which was not approved.
message-place-which = What is this location for? If it is for the officer, only the officer sees it.
choice-worry-place = ✉️ For the officer
message-read = ✉️ Sent to your officer, and read.
message-answer-on = The office is closed now; an answer can be expected on { WAKTU($day, "hari") }.
message-worrying = If it cannot wait, press 🙋 Ask for help: that is answered at any hour.
answer-worrying = ❗ There are words in it to read soon.
message-more = Photos, voice messages and words from now on go to your officer too, not to the site.
message-added = ✉️ That went to your officer too, not to the site.
message-offer-client = Is this for { $name }? Exactly what stands below is sent.
message-offer-guardian = Is this for the guardian of { $name }? Exactly what stands below is sent.
message-offer = What you wrote can go to your officer as it is.
message-was-sent = That message has been sent.
message-nobody = No officer can take a message yet. Contact { $contact }.
message-from-office = ✉️ { $sapa } { $name }, there is a message from { $by }.
message-from-office-guardian = ✉️ Dear guardian, there is a message to read.
message-about-ward = From { $by }, about { $name }:
message-words = “{ $words }”
message-is-voice = (a recording)
message-is-photo = (a photo)
template-news = How are you? Tell me briefly by replying here.
template-office = Please come to the Bapas during office hours. If you cannot, reply here.
template-papers = Please send a photo of the letter or proof by replying here.
template-thanks = Thank you, your message has been read. Please go on as planned.

# For officers

message-new = ✉️ There is a message.
message-to-read = ✉️ There is a message to read soon.
message-by-client = From: { $name }
message-by-guardian = From the guardian: { $name }
message-by-phone = Sent from the phone { $phone }
message-ask-office = Write a message to { $name }, or choose a ready sentence.
message-ask-guardian = Write a message to the guardian of { $name }, or choose a ready sentence.
message-sent-office = ✉️ Sent to { $name }. The answer comes here.
message-sent-guardian = ✉️ Sent to the guardian of { $name }. The answer comes here.
message-later-office = 🌅 These are quiet hours; it reaches { $name } on { WAKTU($at, "singkat") }.
message-later-guardian = 🌅 These are quiet hours; it reaches the guardian of { $name } on { WAKTU($at, "singkat") }.
message-names-day = ⚠️ “{ $word }” means something else then. Send one more message that names the day or the date.
message-closed = ✅ The message of { $name } has been read.
message-unreachable = { $name } has no phone that takes messages. Say it in person.
message-stopped = { $name } asked for no messages here. Tell them in person.
message-no-guardian = There is no guardian of { $name } to write to. Write to the client with /pesan.
message-answered-meanwhile = ✉️ Meanwhile this message was answered. What you wrote is kept, and not sent yet.
message-yours = What you wrote:
message-photo = 📷 Photo from a message of { $name }, { WAKTU($at, "singkat") }
message-photo-gone = The photo from a message of { $name }, { WAKTU($at, "singkat") }, was erased.
thread-more = … and { $count } more messages after these.
thread-by = { WAKTU($at, "singkat") }, { $name }:
thread-by-guardian = { WAKTU($at, "singkat") }, guardian { $name }:
thread-to-guardian = { WAKTU($at, "singkat") }, { $name } to the guardian of { $ward }:
unread-heading = ✉️ Messages that nobody has read:
unread-line = { $name }: { $count }, since { WAKTU($at, "singkat") }
