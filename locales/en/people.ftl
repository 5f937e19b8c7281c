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

# Menu of commands

menu-mulai = Start work
menu-selesai = Finish work
menu-jam = My hours
menu-lapor = Report
menu-daftar = Today's list
menu-perlu = What needs me
menu-ringkasan = This week's summary
menu-klien = One client
menu-data = My data
menu-bantuan = Ask for help

# Enrolment

notice-of-data-use =
    Welcome to Hadir.

    { $office } uses Hadir to record attendance. What is kept: the name, times, places and photos that you send here yourself, and the supervisor's confirmation.
    The basis is a legal duty and the public task of { $office }. Only authorised staff can see it, for as long as the rules require.
    The data can be seen, corrected or asked about at any time: { $contact }.

    Notice version { $version }. Press Agree to go on.
choice-agree = ✅ Agree
welcome-client =
    Thank you, { $sapa } { $name }. This phone is registered.
    When you arrive at the site, press the key below.
welcome-supervisor =
    Thank you, { $sapa } { $name }. This phone is registered for the site supervisor.
    When somebody starts work, the news comes here.
welcome-officer =
    Thank you, { $sapa } { $name }. This phone is registered.
    The weekly summary comes every Monday at 07:00.
welcome-others = Thank you, { $sapa } { $name }. This phone is registered.
invitation-unknown =
    This link cannot be used.
    Please ask the person who gave it for a new one.
invitation-used =
    This link has been used before.
    Please ask the person who gave it for a new one.
invitation-expired =
    This link is no longer valid.
    Please ask the person who gave it for a new one.
invitation-foreign =
    This link is for somebody else, so it is not opened on this phone.
    Pass it on, or ask the staff.
already-enrolled = This phone is registered already. There is nothing more to do.
stranger =
    Hello. This number is not registered yet.
    Open the link from the staff, or contact { $contact }.
stranger-many-offices =
    Hello. This number is not registered yet.
    Open the link from the staff, or ask your office.

# Help

help =
    Need help? Contact { $contact }.
help-client =
    Here: press 📍 to start or finish work, and send a photo when asked.
    Write "jam" for your hours, "lapor" to report, "data" for your own data.
help-supervisor =
    Here: write "daftar" for today's people.
    On each card press ✅ Right or ❌ Not right.
help-officer =
    Here: write "perlu" for what needs you, "klien" and a name for one client,
    "ringkasan" for this week.
help-others = Write "data" to see your own data.
own-data =
    What is recorded at { $office }:
    Name: { $name }
    Role: { $role }
    Phone: { $phone }
    Something wrong? Contact { $contact }.
not-for-you = That is not part of the work on this phone. What can be used is on the keys below.
not-yours = That cannot be opened on this phone. If it should be, please ask the staff.
choice-unknown = That button is no longer valid. Use the newest one below.
edit-ignored =
    A changed message is not counted; the first one stays.
    If something is wrong, send a new message.
could-not-process =
    Sorry, that message is kept but could not be handled yet. The staff have been told.
    There is no need to send it again.
staff-message-set-aside = One incoming message (no. { $row }) could not be handled and was set aside. Please have the operator look.
not-understood-start =
    { $sapa } { $name }, to start work press 📍 Start work below.
    For anything else press 🙋 Ask for help.
not-understood-finish =
    { $sapa } { $name }, when the work is done press 📍 Finish work below.
    For anything else press 🙋 Ask for help.
not-understood-report =
    { $sapa } { $name }, to report press 📝 Report below.
    For anything else press 🙋 Ask for help.
not-understood-supervisor =
    { $sapa } { $name }, press 📋 Today's list to see who has come.
    For anything else press 🙋 Ask for help.
not-understood-officer =
    { $sapa } { $name }, press 🔔 Needs me or write "klien" and a name.
    For anything else press 🙋 Ask for help.
not-understood-others = { $sapa } { $name }, to ask something press 🙋 Ask for help.
reply-with-number = Answer with a number:
sent-again = (sent again)
