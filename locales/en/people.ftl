# Greetings, roles, and words used in many places

greeting-child = Ananda
honorific-bapak = Mr
honorific-ibu = Ms
honorific-saudara = Mr
honorific-saudari = Ms

role-client = client
role-guardian = guardian / guarantor
role-supervisor = site supervisor
role-officer = probation officer (PK)
role-head = head of Bapas
role-prosecutor = prosecutor
role-agency = agency
role-operator = operator

# Keys of the keyboard

key-start = 📍 Start work
key-finish = 📍 Finish work
key-hours = ⏱ My hours
key-help = 🙋 Ask for help
key-report = 📝 Report
key-list = 📋 Today's list
key-needs = 🔔 Needs me
key-digest = 📊 Summary
key-cases = 📁 My cases

# Menu of commands

menu-mulai = Start work
menu-selesai = Finish work
menu-jam = My hours
menu-lapor = Report
menu-daftar = Today's list
menu-perlu = What needs action
menu-ringkasan = This week's summary
menu-klien = One client
menu-perkara = My cases
menu-pesan = Send or read messages
menu-darurat = Ask for help now
menu-data = My data
menu-bantuan = Ask for help

# Enrolment

welcome-client =
    Thank you, { $sapa } { $name }. This phone is registered.
    When you arrive at the site, press the key below.
welcome-client-report =
    Thank you, { $sapa } { $name }. This phone is registered.
    There is a reminder when it is time; the news is sent with the 📝 key below.
welcome-supervisor =
    Thank you, { $sapa } { $name }. This phone is registered for the site supervisor.
    When somebody starts work, the news comes here.
welcome-officer =
    Thank you, { $sapa } { $name }. This phone is registered.
    The weekly summary comes every Monday at 07:00.
welcome-head =
    Thank you, { $sapa } { $name }. This phone is registered.
    Press 📊 Summary to see how the office stands this week.
welcome-prosecutor =
    Thank you, { $sapa } { $name }. This phone is registered.
    Press 📁 My cases to see how they stand.
welcome-others = Thank you, { $sapa } { $name }. This phone is registered.
invitation-unknown =
    Sorry, this link cannot be used.
    Please ask the person who sent it for a new one.
invitation-used =
    This link has been used before.
    Please ask the person who sent it for a new one.
invitation-expired =
    This link is no longer valid.
    Please ask the person who sent it for a new one.
invitation-foreign =
    This link is for somebody else, so it is not opened on this phone.
    Please give it back to the person who sent it.
already-enrolled = This phone is registered already. There is nothing more to do.
invitation-open-again =
    This link was opened on another phone too.
    Open the link once more, then press Agree.
stranger =
    Hello. This number is not registered yet.
    Open the invitation link, or contact { $contact }.
stranger-many-offices =
    Hello. This number is not registered yet.
    Open the invitation link, or ask the person who sent it.

# Help

help =
    Need help? Contact { $contact }.
help-client =
    To start or finish work, press 📍.
    Write "jam" to see your hours, "riwayat" for your last receipts, "izin" when you cannot come, "ganti" for another day, "lapor" to report, "data" for your own data.
help-client-report =
    To send your news, press 📝.
    Write "jam" to see the next date, "izin" when you cannot, "riwayat" for your last receipts, "data" for your own data.
help-supervisor =
    Write "daftar" to see who works today, "cuti" when you will be away.
    On each card, press ✅ Right or ❌ Not right.
    Times wrong? Press ✏️. Is a client family? Open the card from the list, then press 👪.
    A client has lost the phone? Write "hilang" and the name. An accident or trouble? Write "kejadian".
help-officer =
    Write "perlu" for what needs action, "ringkasan" for this week, "cuti" when you will be away.
    For one client, write "klien" and the name; to write to the client, "pesan" and the name. What to look at in a month: "pola".
    To enter something new: "daftarkan". To correct something: "ubah" and its code.
    More: "kirim", "undang", "hilang", "konfirmasi", "catatan", "keluarga", "hadirkan", "pos", "izinwali", "impor".
help-head =
    Write "ringkasan" to see how the office stands this week, or "perlu" for what waits for you: calls for help, objections, offers, closings.
    For one client, write "klien" and the name or code.
help-prosecutor =
    Write "perkara" for the list of your cases, or "perkara" and its number for one of them.
help-others = Write "data" to see your own data.
own-data =
    What is recorded at { $office }:
    Name: { $name }
    Role: { $role }
    Phone: { $phone }
    Something wrong? Contact { $contact }.
not-for-you = Sorry, that is not for your role. Type "bantuan" to see what can be done here.
not-yours = Sorry, that cannot be opened on this phone. If it should be, press 🙋 Ask for help.
question-left = All right, it is dropped. Nothing was changed.
question-none = No words are awaited. The buttons of earlier messages can be left alone.
choice-unknown = That button is no longer valid. Please use the newest one.
voice-not-heard = A voice message cannot be heard here. Please write it in words.
file-not-read-supervisor =
    Photos and files are not needed here; attendance is confirmed with buttons. Type "daftar" to see it.
    A file for the office? Contact { $contact }.
file-not-read-others =
    Photos and files cannot be opened here; buttons and words can be used. Type "bantuan" to see them.
    A file for the office? Contact { $contact }.
file-not-read = That file cannot be opened here. Send a photo from the camera, or write it in words.
edit-ignored =
    The change to that message is not recorded; the first message stays.
    If something is wrong, send a new message.
edit-noted =
    We have noted the change, but what was sent first still counts. There is no need to send it again.
    If something is wrong, send a new message, or tell the supervisor.
could-not-process =
    Sorry, that message is kept but could not be handled yet. The office has been told.
    There is no need to send it again.
stands-still =
    🛠 Hadir needs a look.
    Since { WAKTU($since, "singkat") }: { $what }. Run "hadir check" on its machine, then look at its log.
watch-inbox = messages that came in are not handled
watch-outbox = messages do not leave
watch-messenger = nothing is heard from Telegram
watch-chores = reminders and other chores do not run
staff-message-set-aside = One incoming message (no. { $row }) could not be handled yet and is kept apart. Operator, please look at it.
number-sure = That number means this button, and it counts at once. Is that right? Tap it, or type 1.
question-left-aside = What was asked is left; nothing was recorded or sent.
which-card = That fits several messages. Which one?
choice-which-card = { $button }: { $name } ({ WAKTU($at, "jam") })
not-understood-start =
    { $sapa } { $name }, to start work press 📍 Start work below.
    For anything else press 🙋 Ask for help.
not-understood-finish =
    { $sapa } { $name }, when the work is done press 📍 Finish work below.
    For anything else press 🙋 Ask for help.
not-understood-report =
    { $sapa } { $name }, to send your news press the 📝 key below.
    For anything else press 🙋 Ask for help.
not-understood-resting =
    { $sapa } { $name }, no work is planned now. When it is, you will hear so here.
    For anything else press 🙋 Ask for help.
thanks-heard = You are welcome, { $sapa } { $name }.
not-understood-supervisor =
    { $sapa } { $name }, press 📋 Today's list to see who has come.
    For anything else press 🙋 Ask for help.
not-understood-officer =
    { $sapa } { $name }, press 🔔 Needs me, or write "klien" and the name.
    For anything else press 🙋 Ask for help.
not-understood-head =
    { $sapa } { $name }, press 📊 Summary, or write "klien" and the name.
    For anything else press 🙋 Ask for help.
not-understood-prosecutor =
    { $sapa } { $name }, press 📁 My cases, or write "perkara" and the number.
    For anything else press 🙋 Ask for help.
not-understood-others = { $sapa } { $name }, to ask something press 🙋 Ask for help.
number-beyond = There is no number { $text } in the list. Type one that is there: { $numbers }.
reply-with-number = Answer with a number:
sent-again = (sent again)
