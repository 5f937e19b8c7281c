# Evaluation: work at sites, clients, and service

session-ask = 💬 How did the work go? You may skip this.
choice-session-smooth = 👍 Smoothly
choice-session-fair = 🙂 Fairly well
choice-session-troubled = ⚠️ There was trouble
session-rated-smooth = 💬 Work: went smoothly. Thank you.
session-rated-fair = 💬 Work: went fairly well. Thank you.
session-rated-troubled = 💬 Work: there was trouble. If the officer should know, type: kejadian
session-rate-more = The other words are not sent to anybody.
session-which = 🙏 Thank you. Which is the closest? You may skip this.

# At the end of a case: one question at a time, each may be skipped

choice-evaluation = 📝 Evaluate
choice-evaluation-skip = ⏭️ Skip
choice-evaluation-nothing = ➖ Nothing
choice-evaluation-more = ▶️ Next one
evaluation-ask-supervisor = 💬 A short evaluation: { $count } questions, each may be skipped.
evaluation-ask-officer = 💬 A short evaluation: { $count } questions, each may be skipped.
evaluation-ask-client =
    💬 May we ask what you think? { $count } short questions, kept without your name.
    You may also leave it.
evaluation-next = 💬 Question { $step } of { $count }
evaluation-which = 🙏 Thank you. Which is the closest?
evaluation-answer-more = The other words may be written at the end.
evaluation-words-unsent = What you wrote is not sent. If the officer should know, type: kejadian
evaluation-about = About { $name }:
evaluation-question-discipline = How was the discipline?
evaluation-question-work = How was the work?
evaluation-question-attitude = How was the attitude at the site?
evaluation-question-compliance = How was the compliance during guidance?
evaluation-question-change = How was the development?
evaluation-question-placement = How well did site and work suit?
evaluation-question-activity = How were the place and the work?
evaluation-question-requirements = How were the requirements?
evaluation-question-procedure = How easy were schedule, reports and excuses?
evaluation-question-time = How quick was the service?
evaluation-question-cost = What about costs? Everything should have been free.
evaluation-question-result = How well did the service fit what was explained?
evaluation-question-competence = How able was the officer?
evaluation-question-manner = How polite and friendly was the officer?
evaluation-question-complaints = How were questions and objections answered?
evaluation-question-facilities = How were rooms and equipment?
choice-service-4 = 😀 Very good
choice-service-3 = 🙂 Good
choice-service-2 = 😐 Not so good
choice-service-1 = 🙁 Not good
choice-cost-4 = 😀 Free
choice-cost-3 = 🙂 Cheap
choice-cost-2 = 😐 Rather expensive
choice-cost-1 = 🙁 Very expensive
evaluation-remark =
    💬 Anything to add?
    Just write, or press Nothing.
evaluation-remark-anonymous = Kept without your name.
evaluation-thanks = 🙏 Thank you, it is kept.
evaluation-remark-unread = This has no name and is not sent to your officer. If they should know, press ✉️ Write to officer.
evaluation-remark-incident = This is not sent to the officer. If they should know now, type: kejadian
evaluation-remark-asked = Nobody answers a remark here. If you want to ask something, type: bantuan
evaluation-more = { $count } more may be filled in.
evaluation-none = There is nothing to evaluate.
evaluation-said-4 = very good
evaluation-said-3 = good
evaluation-said-2 = not so good
evaluation-said-1 = not good

# Results: for the head of office and agencies, without names

menu-evaluasi = Results of evaluations
choice-evaluation-year = 📅 This year
choice-evaluation-quarter = 📅 This quarter
choice-evaluation-remarks = 💬 Read remarks
choice-evaluation-read = 💬 Read evaluations
choice-evaluation-paper = 📄 Make a paper
evaluation-results = 📋 Evaluation since { WAKTU($since, "bulan") }
rated-well = 💬 { $sessions } sessions at { $sites } sites were rated by supervisors, all without trouble.
rated-troubled =
    💬 { $sessions } sessions at { $sites } sites were rated by supervisors. { $troubled } had trouble, at { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } other sites
    }.
evaluation-nothing-yet = No answers yet.
evaluation-index = Satisfaction (IKM): { $whole }.{ $part }, grade { $grade }, from { $answers } answers of clients
evaluation-index-not-yet = Satisfaction (IKM): not computed yet. Each element needs { $most } answers, the fewest are { $fewest }.
evaluation-weakest = Weakest element: { $element }
evaluation-grade-a = A (very good)
evaluation-grade-b = B (good)
evaluation-grade-c = C (not so good)
evaluation-grade-d = D (not good)
evaluation-site = • { $site }, { $activity }
evaluation-site-alone = • { $site }
evaluation-sessions =
    { $troubled ->
        [0] { "   " }{ $count } sessions rated, { $smooth }% smooth
       *[other] { "   " }{ $count } sessions rated, { $smooth }% smooth, { $troubled } with trouble
    }
evaluation-by-clients = { "   " }By clients: { $good } of { $count } good
evaluation-by-officers = { "   " }By officers: { $good } of { $count } suitable
evaluation-remarks = 💬 Remarks since { WAKTU($since, "bulan") }
evaluation-remarks-few = Clients' remarks open once there are { $most }, so that nobody can guess whose they are.
evaluation-remark-client = • Client: { $words }
evaluation-remark-officer = • Officer: { $words }
evaluation-remark-officer-of = • Officer, { $site }: { $words }
evaluation-remark-supervisor = • Supervisor, { $site }: { $words }
evaluation-name-discipline = discipline
evaluation-name-work = work
evaluation-name-attitude = attitude at the site
evaluation-name-compliance = compliance during guidance
evaluation-name-change = development
evaluation-name-placement = how site and work suited
evaluation-name-activity = place and work
evaluation-name-requirements = requirements
evaluation-name-procedure = procedure
evaluation-name-time = time of service
evaluation-name-cost = costs
evaluation-name-result = service as explained
evaluation-name-competence = ability of the officer
evaluation-name-manner = manner of the officer
evaluation-name-complaints = handling of complaints
evaluation-name-facilities = rooms and equipment

# The results as a paper: nobody's name and nobody's words

document-title-evaluation-report = Results of Evaluations
document-typed-evaluation-report = evaluation
choice-paper-evaluation-report = 💬 Evaluations
document-which-span = Results of evaluations since when?
document-ready-evaluation =
    📄 These are the results, as recorded now.
    Since { WAKTU($since, "bulan") }, without anybody's name.
document-numbers = 📊 The figures as an Excel file.
document-sheet-elements = Elements of service
document-section-service = Satisfaction with the service, by clients
document-section-by-site = Sites and kinds of work
document-of-clients = What clients said
document-from-answers = shown from { $most } answers on
document-rated = Sessions rated
document-rated-sites = Sites
document-troubled = With trouble
document-index = Satisfaction (IKM)
document-index-not-yet = not computed yet
document-index-grade = Grade of service
document-index-answers = From answers of clients
document-cell-decimal = { $whole }.{ $part }
document-column-rated = Sessions rated
document-column-smooth = Smooth
document-column-fair = Fairly smooth
document-column-troubled = With trouble
document-column-smooth-share = Smooth (%)
document-column-clients-said = Answers of clients
document-column-clients-good = Clients: good
document-column-officers-said = Answers of officers
document-column-officers-good = Officers: suitable
document-column-element = Element
document-column-answers = Answers
document-column-mean = Mean (1–4)
document-column-converted = Value (25–100)
