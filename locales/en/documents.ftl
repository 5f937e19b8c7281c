# Papers of an office: attendance list, attendance card. What is printed never says what a case is about, and a site reads only "excused".

document-title-attendance-list = Attendance list
document-title-client-card = Attendance card
document-title-execution-report = Report on execution
document-title-final-report = Final report
document-title-guidance-book = Book of guidance
document-title-report-list = List of reports
document-typed-attendance-list = daftar
document-typed-client-card = kartu
document-typed-execution-report = laporan
document-typed-final-report = laporan akhir
document-typed-guidance-book = buku
document-typed-report-list = lapor
document-title-letter = Letter of completion
document-typed-letter = surat
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
document-clients = Clients
document-whole-office = the whole office
document-all-officers = all
document-month = Month
document-month-name = { WAKTU($at, "bulan") }
document-reports-due = Reports due
document-reports-given = Reported
document-reports-late = Late among them
document-reports-missed = Not reported
document-reports-unreached = Not reachable
document-credited-here = Hours credited on this list
document-client = Name or code
document-name = Name
document-code = Code
document-case = Case number
document-ruling = Number of the ruling
document-ruled-on = Day of the ruling
document-court = Court
document-programme = Programme
document-starts = Begins
document-ends = Until
document-officer = Officer
document-places = Sites of work
document-prosecutor = Prosecutor
document-total = To be served
document-credited = Hours credited
document-served = Served
document-remaining = Hours remaining
document-waiting = Waiting for confirmation
document-surplus = Surplus hours
document-state = State of the case
document-sessions-done = Sessions worked
document-due = Sessions so far
document-attended = Attended
document-count-absent = Not present
document-count-excused = Excused
document-count-site-closed = Site closed
document-count-system-failure = System failure
document-count-rejected = Said to be not right
document-ahead = Sessions to come
document-ahead-minutes = Hours in sessions to come
document-nobody = No work is planned in this week.
document-no-work = No attendance is recorded yet.
document-no-reports = No client has to report in this month.
document-none-counted = No hours were corrected, and none were served before it was recorded here.
document-no-reports-yet = No report day is recorded yet.
document-none-missed = There is no session so far that was not attended.
document-section-done = Execution
document-section-sessions = Sessions worked
document-section-counted = Earlier and corrected hours
document-section-evaluation = Evaluation
document-section-missed = Sessions not attended
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
document-column-minutes = Hours
document-column-reason = Reason
document-column-by-whom = By
document-column-question = What is judged
document-column-answer = Judgement
document-column-due = Due
document-column-usual = Originally
document-column-reported = Reported on
document-column-reported-at = Reported at
document-column-way = How
document-column-given = Status
document-column-initials-client = Client's initials
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
document-evaluation-supervisor = The site supervisor
document-evaluation-client = The client
document-evaluation-officer = The probation officer
document-column-condition = Condition
document-column-work = Occupation
document-column-surroundings = Surroundings
document-column-obstacles = Obstacles
document-column-plans = Plans
document-column-address = Address or number changed
document-column-talk = Wants to talk with the officer
document-column-officer-notes = Officer's notes
document-answer-yes = yes
document-answer-no = no
document-noted = { $words } ({ $by })
document-given-done = reported
document-given-late = reported, late
document-given-missed = not reported
document-given-unreached = not reachable
document-given-excused = excused
document-given-no-day = no report due
document-way-own = by chat
document-way-shared = on the shared phone { $phone }
document-note-until = until { WAKTU($day, "kolom") }
document-note-begun = not complete
document-note-outside-plan = outside the plan
document-note-closed-by-rule = finish as planned
document-note-penalty = less, by who confirmed
document-note-unjudged = explained, not judged yet
document-note-asked = excuse asked for, not decided
document-note-unreached = not reachable
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

menu-dokumen = Attendance list, card, report
document-which = Which paper do you need?
document-which-site = The attendance list of which site?
document-which-site-of-many = The attendance list of which site? If it is not below, type "dokumen daftar" and its code or name.
document-which-week = Attendance list of { $site }: which week? Another week: type "dokumen daftar { $code }" and a day of it, such as { $example }.
document-which-client = { $paper }: of whom?
document-which-client-of-many = { $paper }: of whom? If it is not below, type "dokumen { $typed }" and the code or name.
document-ask-name = { $paper }: of whom? Type "dokumen { $typed }" and the code or name.
document-which-officer = { $paper }: clients of which officer?
document-which-period-month = { $paper } { $name }: which month? Another month: type for instance "dokumen { $typed } { $example }".
document-which-period-week = { $paper } { $name }: which week? Another week: type a day of it, such as "dokumen { $typed } { $example }".
document-period-unknown = "{ $text }" is not clear: which officer, or when? Just type "dokumen { $typed }" and choose.
document-no-site = There is no site yet whose list you can have.
document-site-unknown = There is no "{ $text }" among your sites. Check the name, or type the code.
document-client-unknown = There is no "{ $text }" among the clients that you can open. Check the name, or type the code.
document-nobody-reports = No client of yours with that name has to report. Type "dokumen buku" to see who has.
document-cannot-print = PDF cannot be made here yet; the operator has to install the part "reports". This is the draft to edit.
document-ready-list =
    🖨 To print and sign.
    { $site }, { WAKTU($first, "tanggal") } – { WAKTU($last, "tanggal") }. There are names in it: do not put it up, file it when it is filled in.
document-ready-case =
    🖨 To print and sign.
    { $name }. Hand it over in person, do not put it up.
document-ready-period =
    🖨 To print and sign.
    { $paper } { WAKTU($first, "tanggal") } – { WAKTU($last, "tanggal") }. There are names in it: do not put it up.
document-ready-book =
    🖨 To print and sign.
    { $name }. It holds answers and the officer's notes: keep it with the file, do not put it up.
document-ready-prosecutor =
    📄 This is the report, as it is recorded now.
    { $name }. The one that the office signs comes apart.
document-draft = ✏️ The draft, if something is to be changed before it is printed.
choice-paper-attendance-list = 🗒 Attendance list
choice-paper-client-card = 🪪 Attendance card
choice-paper-execution-report = 📑 Report on it
choice-paper-letter = 📜 Letter
choice-paper-final-report = 🏁 Final report
choice-paper-guidance-book = 📖 Book of guidance
choice-paper-report-list = 📝 Reports
choice-document-site = { $site }
choice-document-client = { $name }
choice-document-officer = { $name }
choice-document-whole-office = 🏛 Whole office
choice-document-this-month = 📅 This month
choice-document-last-month = ◀️ Last month
choice-document-this-week = 📅 This week
choice-document-last-week = ◀️ Last week
choice-document-next-week = ▶️ Next week

# Letter of completion: to print and sign. It does not say what the case is about.

letter-number = Number: { $number }
letter-opening = The undersigned, head of { $office }, states that:
letter-main = has completed this duty, according to the records of { $office }.
letter-closing = This letter is made to be used as needed.
letter-day = { WAKTU($at, "surat") }
letter-check = To check this letter, scan its QR code, or open this address and type the code:
letter-address = { $page }
letter-check-office = To check this letter, ask { $office }: { $contact }.
letter-code = { $code }
letter-ready =
    🖨 To print and sign.
    Letter of { $name }, number { $number }. Please hand it over in person.
letter-not-yet = { $name } has no letter of completion yet. It is made when the head of office approves the closing.
letter-nobody-yet = No client has a case yet that was closed as completed.
letter-cannot-print = Letters cannot be made here yet; the operator must install the part "reports".
letter-own =
    📜 This is the letter of completion.
    Number { $number }. The one with signature and stamp is at the office.
letter-own-none = There is no letter of completion yet. It is made when the case is closed as completed.
letter-own-on-post = There is a letter, but it holds a name, so it is not opened on this shared phone. Please ask the officer.
letter-own-cannot-print = There is a letter, number { $number }. Its file cannot be sent here yet; please ask the officer.
menu-surat = Letter of completion

# hadir document and hadir office

cli-document-written = { $file }
cli-document-none = There is nothing to write: no work is planned and no report is due then, or no case runs.
cli-document-wrong-period = This paper is not of such a period: --week is for papers of a week, --month for papers of a month.
cli-trouble-document-client-unknown = There is no case of a client with the code "{ $person }" in { $office }.
cli-letterhead = Letterhead of { $office }: { $lines }
cli-trouble-document-officer-unknown = There is no officer with the code "{ $person }" in { $office }.
cli-trouble-document-month-unknown = "{ $month }" is not a month. Example: 2026-03.
cli-document-no-letter = There is no letter to write: no case was closed as completed yet.
cli-letter-number = The next letter of { $office } has the number { $number }
cli-letter-number-bounds = The pattern of letter numbers has {"{"}no{"}"} and {"{"}year{"}"} once each, may have {"{"}month{"}"} and {"{"}office{"}"}, and is at most { $most } letters long.
cli-trouble-document-week-unknown = "{ $week }" is not a week. Example: 2026-W17, or a day of it.
