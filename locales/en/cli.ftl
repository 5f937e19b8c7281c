# The `hadir` command line and the tour of the simulation page. `tour-…-done` is a part of the message that ends a step.

cli-demo-ready =
    Hadir (simulation) is ready: { $url }
    Ctrl+C to stop.
cli-setting-wrong = ✗ { $name } is not right. Look in hadir.env or in the environment; the README has the table.
cli-setting-database-url =
    ✗ { $name } is not the address of a database that can be used. Remove the line to use hadir.db, or write it like:
      sqlite+aiosqlite:///hadir.db
      postgresql+psycopg:///hadir?host=/var/run/postgresql (needs: uv sync --extra postgresql)
cli-setting-listen = ✗ { $name } is written ADDRESS:PORT, for example 127.0.0.1:8081
cli-setting-timezone = ✗ { $name } is no time zone. Examples: Asia/Jakarta, Asia/Makassar, Asia/Jayapura
cli-setting-log = ✗ { $name } is console or json
cli-setting-clock-url = ✗ { $name } is for practice only, and must be an address of this machine (127.0.0.1). Remove the line.
cli-setting-webhook-secret = ✗ { $name } must be filled in where HADIR_WEBHOOK_URL is used
cli-not-set-up = Hadir is not set up here yet. First run: hadir init
cli-trouble-database-missing = No database was made here yet. Run: hadir init
cli-trouble-database-old = The database is older than the program. Run: hadir db upgrade
cli-trouble-database-not-opened = The file of the database cannot be opened. Check the folder in HADIR_DATABASE_URL, and whose it is.
cli-trouble-database-readonly = The database cannot be written. Run this as the user hadir, and check who owns the folder and the file.
cli-trouble-database-busy = Another program is using the database. Wait a moment, then try again.
cli-trouble-database-unreadable = This file is no database of Hadir, or it is damaged. Check HADIR_DATABASE_URL, or restore a backup.
cli-trouble-database-unreachable =
    The database does not answer. Check that PostgreSQL is running and that HADIR_DATABASE_URL is right.
    It says: { $reason }
cli-trouble-disk-full = The disk is full. Make room, then try again.
cli-trouble-not-allowed = { $file } may not be opened or written here. Run this as the user hadir, or choose another folder.
cli-trouble-no-such-folder = { $file } cannot be opened: its folder does not exist. Check the name, or make the folder first.
cli-trouble-not-a-folder = { $file } exists and is no folder. Choose another name.
cli-trouble-is-a-folder = { $file } is a folder, not a file. Write the name of the file too.
cli-trouble-port-taken = Another program is using that port. Stop it, or choose another port: HADIR_LISTEN, or hadir demo --port.
cli-trouble-address-not-ours = The address in HADIR_LISTEN is none of this machine's. Use 127.0.0.1:8081.
cli-trouble-wrong-key = HADIR_SECRET_KEY is not the key of the photos that are there. Restore hadir.env from its copy.
cli-trouble-no-office = There is no office in this database yet. Run: hadir init
cli-trouble-office-unknown = There is no office with the code { $office }. Here are: { $offices }.
cli-trouble-office-which = There is more than one office here: { $offices }. Repeat the command with --office CODE.
cli-trouble-person-unknown = There is nobody with the code { $person }. Check the code in the sheet "orang".
cli-trouble-officer-unknown = There is no officer with the code { $person }. Check the code in the sheet "orang".
cli-trouble-person-unknown-in = There is nobody with the code { $person } in { $office }. Check the code in the sheet "orang", or the office.
cli-trouble-officer-unknown-in = There is no officer with the code { $person } in { $office }. Check the code in the sheet "orang", or the office.
cli-trouble-reader-unknown = There is no officer, head, prosecutor or agency with the code { $person }. Check the code in the sheet "orang".
cli-trouble-reader-unknown-in = There is no officer, head, prosecutor or agency with the code { $person } in { $office }. Check the code in the sheet "orang", or the office.
cli-trouble-person-which = The code { $person } is in more than one office: { $offices }. Repeat the command with --office CODE.
cli-zone-unknown = The time zone "{ $zone }" is unknown. Example: Asia/Makassar
cli-settings-written = Settings written to { $file } (readable by the owner only). Keep a copy of HADIR_SECRET_KEY in a safe place.
cli-settings-kept = The file { $file } exists and was left as it is.
cli-office-exists = The office { $office } ({ $name }) is set up here already. Nothing was asked and nothing was changed.
cli-office-other =
    The office { $office } is here already. To open { $other } in the same database, with the same bot: hadir init --another --office { $other }
    For a database and a bot of its own: run hadir init in another folder.
cli-settings-lost = This database holds the office { $office } already, but { $file } is missing. Bring its copy back: a new key does not open the photos that are there.
cli-operator-again = Code of the first operator: { $code }. A new link for them, where the old one is lost or has expired: hadir invite { $code }
cli-operator-again-in = Code of the first operator in { $office }: { $code }. A new link for them, where the old one is lost or has expired: hadir invite { $code } --office { $office }
cli-cancelled = Cancelled. Nothing was written yet.
cli-office-created = Office { $office } created.
cli-link =
    One-use link for { $name } (valid for 14 days):
    { $link }
cli-link-as-words =
    The bot's name cannot be read yet. { $name } can send this message to the bot (one use, valid for 14 days):
    { $link }
cli-database-current = The database has the newest shape.
cli-no-readers = No officer is registered yet. First bring them in with hadir import.
cli-week-unknown = "{ $week }" is not a week. Example: 2026-W08
cli-digest-written = Written: { $file } and { $workbook }
cli-digest-text-written = Written: { $file }
cli-digest-nothing = { $code }: no summary of the week { $week }. There is no case or site of theirs, or their duty has ended.
cli-template-exists = { $file } exists and was left as it is. Choose another name, or add --force to replace it.
cli-template-other-kind = { $file } is no name of an Excel workbook. Write it with the ending .xlsx, for example: { $better }
cli-template-written = Empty workbook written to { $file }
cli-check-setting-missing = ✗ { $name } is empty. Run hadir init, or fill it in in hadir.env.
cli-check-settings-good = ✓ Settings complete
cli-check-locale-lacks = – Language { $locale }: { $count } sentences are not there yet, so they are read in Indonesian
cli-check-locale-wrong = ✗ Language { $locale }: the sentence { $sentence } uses { $names }, which the Indonesian one does not have. Mend it in its file.
cli-check-locales-good = ✓ All sentences are there
cli-check-database-good = ✓ Database open and up to date
cli-check-trouble = ✗ { $trouble }
cli-check-no-office = ✗ There is no office in this database yet. Run: hadir init
cli-check-photos-good = ✓ The newest photo can be opened
cli-check-photos-folder = ✗ Photos cannot be kept in { $folder }. Check HADIR_MEDIA_DIR, and who owns the folder.
cli-check-photos-key = ✗ HADIR_SECRET_KEY is not the key of the photos that are there. Restore hadir.env from its copy.
cli-check-photos-gone = ✗ The newest photo is not in { $folder }. Check HADIR_MEDIA_DIR, or restore the photos from the backup.
cli-check-photos-damaged = ✗ The newest photo in { $folder } cannot be read. Check the disk, or restore the photos from the backup.
cli-check-keys-old = – { $count } keys are still under an old key. Photos can be opened; move the keys with: hadir photos rewrap
cli-check-telegram-no-token = – The bot was not asked: there is no token yet.
cli-check-telegram-good = ✓ Bot @{ $name } answers
cli-check-telegram-bad = ✗ The bot does not answer at { $url }. Check the network and HADIR_TELEGRAM_TOKEN.
cli-check-clock-good = ✓ The machine's clock is right
cli-check-clock-wrong = ✗ The machine's clock is off by { $seconds } seconds. Turn NTP on (timedatectl set-ntp true).
cli-check-failed = – { $came } messages could not be handled, { $went } could not be sent. See: hadir failed
cli-check-outages = – { $count } outages in the last 7 days; the sessions concerned were made longer
cli-check-silent = – Nothing has been heard from Telegram for { $minutes } minutes. If hadir run is running, look at the network (and the webhook, if there is one).
cli-check-letters-no-page = – Letters are printed without a QR code. For anybody to check them, set HADIR_PUBLIC_URL (docs/pasang.md).
cli-check-letters-good = ✓ The page that checks letters opens at { $page }
cli-check-letters-unreached = – The page that checks letters does not open at { $page }. If hadir run is running, look at the proxy (docs/pasang.md).
cli-check-nobody-hears = – No operator and no head of office has joined, so that warnings reach nobody. Run: hadir invite CODE
cli-failed-none = No message has failed.
cli-failed-at = { WAKTU($at, "singkat") }
cli-failed-came = in no. { $number } · { $at } · from { $code } · { $why }
cli-failed-went = out no. { $number } · { $at } · to { $code } · { $kind } · { $why }
cli-check-clock-unknown = – The machine's clock cannot be compared now

tour-join-title = 1. Join
tour-join-text = This is a client's phone. Press START, ✅ Setuju (agree), then 📱 Bagikan kontak (share contact). Do the same on the supervisor's and officer's phones.
tour-join-done = This phone is registered
tour-start-title = 2. Start work
tour-start-text = The client arrives at the site. Press 📍 Mulai kerja (start work), allow, choose "At the site", send. Then 📎 Photo, pick a sample, send.
tour-start-done = Start of work received
tour-confirm-title = 3. Confirm
tour-confirm-text = The supervisor sees who, when and where. Press ✅ Benar (right). Hours count only once the finish is confirmed.
tour-confirm-done = Presence confirmed
tour-monday-title = 4. Monday
tour-monday-text = Press "to Monday 07.00" above. Reminders and questions due on the way are sent too.
tour-monday-done = 📋 Weekly summary
tour-read-title = 5. The summary
tour-read-text = The officer reads who needs what, in one message, with its Excel file.

phone-client = Client: { $name }
phone-guardian = Guardian: { $name }
phone-supervisor = Supervisor: { $name }
phone-officer = Officer: { $name }
phone-head = Head: { $name }
phone-prosecutor = Prosecutor: { $name }
phone-agency = Agency: { $name }
phone-operator = Operator: { $name }

cli-ask-office = Code of the office (e.g. BPS-MKS)
cli-ask-name = Name of the office
cli-ask-zone = Time zone
cli-ask-operator = Name of the first operator
cli-ask-contact = How people reach the office
cli-ask-token = Bot token from BotFather (may be empty for now)
cli-revoked = The phone of { ORANG($name, $code) } is cut off; links and codes have ended. New invitation: hadir invite { $again }
cli-revoked-none =
    { ORANG($name, $code) } has no phone of their own here, so nothing was cut off. Invitations that were not used have ended.
    New invitation: hadir invite { $again }
cli-proof-contact = { $office }: beside the link, the phone number on file is asked for (contact).
cli-proof-birth-date = { $office }: beside the link, the date of birth on file is asked for (birth_date).
cli-proof-in-person = { $office }: beside the link, the officer is always there (in_person).
cli-proof-unknown = "{ $proof }" is not known. Choose contact, birth_date or in_person.
cli-photos-rewrapped =
    { $count } keys of photos and voices are now under the key of their office, { $keys } keys of offices under today's HADIR_SECRET_KEY. Once every process of Hadir uses it, remove HADIR_OLD_SECRET_KEY.
cli-photos-rewrap-lost = { $count } keys open under neither key. Their photos cannot be had; look for another old key.
cli-photos-erase-what = Give a date such as 2026-04-30 after --until, and the reason after --reason.
cli-photos-erased = { $count } photos and voice messages of { $person } were erased for good.
cli-photos-erase-office-what = All photos and voice messages of this office would be gone. If that is right, write its full name after --name ({ $office }) and the reason after --reason.
cli-photos-erased-office = The key of { $office } was erased: its { $count } photos and voice messages are gone for good.
cli-photos-shared-lists = { $count } signed lists hold others too, so their photos are kept until their time is over.
cli-help-minutes = { $office }: the head is asked about a call for help that nobody has taken after { $minutes } minutes (--help-minutes).
cli-help-minutes-bounds = Give --help-minutes { $least } to { $most } minutes.
cli-misses = { $office }: officers are asked to call after { $call } misses in a row, and to follow up after { $follow } (--call-after, --follow-up-after).
cli-remind = { $office }: clients are reminded of work { $work } (--remind), of a report { $report } (--remind-reports).
cli-remind-unreadable = Give --remind at most { $most } times, such as "H-1 18.00, 1 jam": up to { $days } days before, or 15 minutes to 12 hours. --remind-reports takes days only: "H-1 18.00, H 16.00".
cli-quiet = { $office }: from { $begins } to { $ends } officers' reminders and messages wait for the morning (--quiet).
cli-quiet-none = { $office }: officers' reminders and messages are sent at any hour (--quiet).
cli-quiet-unreadable = Give --quiet two times, such as 21.00-06.00, { $most } hours at most. No quiet hours: 00.00-00.00.
cli-misses-bounds = Give --call-after and --follow-up-after { $least } to { $most }, the second the larger.
cli-help-numbers = { $office }: numbers for any hour shown with a call for help: { $numbers } (--emergency).
cli-help-numbers-default = { $office }: numbers for any hour shown with a call for help: 112, 119, 110 (--emergency).
cli-keep-photos = { $office }: photos and voice messages are erased { $days } days after the case is closed (--keep-photos).
cli-keep-photos-bounds = Give --keep-photos { $least } to { $most } days.
