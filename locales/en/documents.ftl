# Papers of an office: attendance list, attendance card. What is printed never says what a case is about, and a site reads only "excused".

document-title-attendance-list = Attendance list
document-title-client-card = Attendance card
document-sheet-notes = Notes
document-letterhead = Letterhead
document-made = Made
document-site = Site
document-activity = Activity
document-agency = Agency
document-first = From
document-last = Until
document-clients-of = Clients of officer
document-people = People
document-credited-here = Hours credited on this list
document-client = Name or code
document-code = Code
document-case = Case number
document-programme = Programme
document-starts = Begins
document-ends = Until
document-officer = Officer
document-total = To be served
document-credited = Hours credited
document-remaining = Hours remaining
document-waiting = Waiting for confirmation
document-surplus = Surplus hours
document-nobody = No work is planned in this week.
document-no-work = No attendance is recorded yet.
document-column-number = No
document-column-client = Client
document-column-code = Code
document-column-day = Day
document-column-site = Site
document-column-plan-start = Planned start
document-column-plan-finish = Planned end
document-column-start = Start
document-column-finish = Finish
document-column-break = Break (minutes)
document-column-credited = Hours credited
document-column-surplus = Surplus hours
document-column-activity = Activity
document-column-status = Status
document-column-by = Site supervisor
document-column-confirmed = Confirmed by
document-column-role = Position
document-column-initials = Initials
document-column-officer = Officer
document-column-seen = Seen by officer
document-column-notes = Notes
document-cell-minutes = { LAMA($minutes) }
document-cell-number = { $number }
document-cell-day = { WAKTU($at, "kolom") }
document-cell-time = { WAKTU($at, "jam") }
document-cell-instant = { WAKTU($at, "lengkap") }
document-status-working = at work
document-status-waiting = waiting for confirmation
document-status-awaits-officer = waiting for the officer
document-status-present = present
document-status-rejected = said to be not right
document-status-excused = excused
document-status-absent = not present
document-status-site-closed = site closed
document-status-system-failure = system failure
document-note-outside-plan = outside the plan
document-note-closed-by-rule = finish as planned
document-note-unjudged = explained, not judged yet
document-note-opening = before it was recorded here
document-note-correction = correction of hours
document-sign-supervisor = Site supervisor
document-sign-officer = Probation officer
document-sign-client = Client
document-sign-guardian = Parent or guardian
document-sign-head = Head of office
document-place = Place, date
document-position = Position
document-staff-number = Staff number
document-footer = Figures as recorded on { WAKTU($at, "lengkap") }
document-page = Page

# /dokumen

menu-dokumen = Attendance list, card
document-which = Which paper do you need?
document-which-site = The attendance list of which site?
document-which-site-of-many = The attendance list of which site? If it is not below, type "dokumen daftar" and its code or name.
document-which-week = Attendance list of { $site }: which week? Another week: type "dokumen daftar { $code }" and a day of it, such as { $example }.
document-which-client = Whose attendance card?
document-which-client-of-many = Whose attendance card? If it is not below, type "dokumen kartu" and the code or name.
document-ask-name = Whose card? Type "dokumen kartu" and the code or name.
document-no-site = There is no site yet whose list you can have.
document-site-unknown = There is no "{ $text }" among your sites. Check the name, or type the code.
document-client-unknown = There is no "{ $text }" among the clients that you can open. Check the name, or type the code.
document-cannot-print = PDF cannot be made here yet; the operator has to install the part "reports". This is the draft to edit.
document-ready-list =
    🖨 To print and sign.
    { $site }, { WAKTU($first, "tanggal") } – { WAKTU($last, "tanggal") }. There are names in it: do not put it up, file it when it is filled in.
document-ready-case =
    🖨 To print and sign.
    { $name }. Hand it over in person, do not put it up.
document-draft = ✏️ The draft, if something is to be changed before it is printed.
choice-paper-attendance-list = 🗒 Attendance list
choice-paper-client-card = 🪪 Attendance card
choice-document-site = { $site }
choice-document-client = { $name }
choice-document-this-week = 📅 This week
choice-document-last-week = ◀️ Last week
choice-document-next-week = ▶️ Next week

# hadir document and hadir office

cli-document-written = { $file }
cli-document-none = There is nothing to write: no work is planned in that week, or no case runs.
cli-trouble-document-client-unknown = There is no case of a client with the code "{ $person }" in { $office }.
cli-letterhead = Letterhead of { $office }: { $lines }
cli-trouble-document-week-unknown = "{ $week }" is not a week. Example: 2026-W17, or a day of it.
