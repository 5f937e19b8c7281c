# Staff who leave for good

departure-only-staff = { $name } is no officer or site supervisor. This command is only for them.
departure-open-cases =
    { $name } still guides { $count } cases that are not closed, and cannot leave yet.
    Move them to another officer first: the head of office writes /pindah { $code } NEW_OFFICER semua.
departure-stands-in =
    { $name } stands in for { $other } until { WAKTU($last, "hari") }.
    Find somebody else first.
departure-site-alone =
    Without { $name }, { $site } has no supervisor, and clients are placed there.
    Name who takes over: --successor CODE
departure-successor-gone = The successor must be another supervisor who is on duty.
departure-successor-role = { $name } is no supervisor of this office. Choose another one to take over.
departed = { $name } is on duty until { WAKTU($day, "hari") }. After that the phone opens nothing here any more.
departed-handed-over = • { $site }: from the next day on confirmed by { $name }.
departed-ended = • { $site }: the duty ends; another supervisor stays.
departed-nobody = • { $site }: no supervisor any more. Officers confirm what still waits from signed lists.
departure-told-leaver =
    { $sapa } { $name }, your duty as a supervisor is over after { WAKTU($day, "hari") }. Thank you.
    Please decide what still waits by that day: press 📋 Today's list.
departure-told-successor =
    { $sapa } { $name }, from { WAKTU($first, "hari") } on you are the supervisor at the site below, after { $other }.
    What still waits from the days before comes to you too: press 📋 Today's list on that day.
departure-site = • { $site }
departure-told-officer = The supervisor { $other } is on duty until { WAKTU($day, "hari") }. Nothing is needed from you yet.
departure-waiting =
    { $sapa } { $name }, { $count } attendances of { $other } still wait for your decision.
    Press 📋 Today's list.
departure-waiting-officer =
    The supervisor { $other } has left, and { $count } attendances of your clients still wait. There is no other supervisor.
    Write the command below, then send a photo of the signed list.
departure-list = • { $site }, { $count } attendances: /konfirmasi { $code } { WAKTU($day, "angka") }

# Sites with one supervisor

summary-one-supervisor =
    👤 Only one supervisor at { $count } sites: { $names }.
    Appoint another, so that leave or illness does not stop the confirming.
summary-no-supervisor = ⚠️ Without a supervisor, { $count } sites: { $names }. Officers confirm from signed lists until there is one.

import-no-supervisor = Sheet { $sheet }, row { $row }: accepted. { $code } has no supervisor yet, so nobody can confirm there; fill in the column pengawas.
import-one-supervisor = Sheet { $sheet }, row { $row }: accepted. { $code } has only one supervisor; appoint another, so that leave or illness does not stop the confirming.
