# The officer's conversation

needs-heading = 🔎 What needs you, { WAKTU($at, "singkat") }
needs-call-open = • 🙋 { $name } called for help { WAKTU($at, "singkat") }, and nobody has taken it. Next: press I see to it on the card above.
needs-call-taken = { digest-call-taken }
needs-unread = • ✉️ { $guardian ->
        [1] the guardian of { $name }
       *[other] { $name }
    } wrote { WAKTU($at, "singkat") }, and nobody has read it. Next: open it with 💬, and answer.
needs-unread-worrying = • ✉️ { $guardian ->
        [1] the guardian of { $name }
       *[other] { $name }
    } wrote { WAKTU($at, "singkat") }, with a word that cannot wait. Next: open it with 💬, and get in touch.
needs-outside-plan = • { $name } worked outside the plan on { WAKTU($day, "tanggal") } at { $site }, and the supervisor confirmed it. Next step: count it or not on its card above.
needs-counts = For you: { $act }. Waiting for others: { $waiting }.
needs-asked-excuse = • 📝 { $name } asks to be excused { excuse-span }, waiting since { WAKTU($since, "tanggal") }. Next step: open it with 📝 and decide.
needs-asked-contest = • ✋ { $name } objects about { excuse-span }, waiting since { WAKTU($since, "tanggal") }; an answer is expected by { WAKTU($until, "tanggal") }. Next step: open it with ✋ and decide.
needs-move = • 📅 { $name } asks for another day than { WAKTU($at, "singkat") } at { $site }. Next step: open it with 📅 and choose the day before that session.
needs-make-up = • 📅 { $name }: { $site } was closed { WAKTU($at, "singkat") }, and the hours have no other day yet. Next step: open it with 📅 and choose the day.
needs-never-joined =
    • Not joined yet, and no work on record: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }. Next step: share the invitation again with ✉️, or type "undang"; without a phone, the supervisor can record the attendance.
needs-wrong-number = • The number of { ORANG($name, $code) } belongs to somebody else. Next step: mend the number with ✏️, then type "undang { $code }".
needs-no-plan = • { $name } still has { LAMA($remaining) } to serve, but no next session. Next step: arrange the placement with 📍.
needs-no-placement = • { $name } has no placement; { LAMA($remaining) } have no session yet. Next step: choose the site with 📍.
needs-draft = • The case of { $name } cannot begin yet. Missing: { $lacks }. Next step: complete the data with ✏️.
needs-unconfirmed-long =
    • { $count } attendances at { $site } wait for the supervisor{ $count ->
        [1] {""}
       *[other] , the oldest
    } since { WAKTU($since, "tanggal") } ({ $days } days): { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }. Next step: nobody supervised that day; confirm from the signed list with 📄.
needs-supervisor = 📞 Supervisor: { $name }, { $phone }
needs-supervisor-no-phone = 👤 Supervisor: { $name }, no number on record
needs-no-supervisor = 👤 Nobody supervises that site yet; talk to the head of office.
needs-page = Page { $page } of { $pages }
needs-fine =
    {""}
    🟢 { $fine } clients are fine. In a week { $attended } of { $due } sessions attended, { LAMA($credited) } credited.
choice-needs = 📋 Open the list
choice-needs-next = ▶️ Next
choice-needs-first = 🔁 From the start
choice-name-call = 📞 { $name }
choice-case-call = 📞 { $number } · { $name }
choice-name-follow-up = 🧭 { $name }
choice-case-follow-up = 🧭 { $number } · { $name }
choice-name-message = 💬 { $name }
choice-case-message = 💬 { $number } · { $name }
choice-name-invite = ✉️ { $name }
choice-case-invite = ✉️ { $number } · { $name }
choice-name-mend = ✏️ { $name }
choice-case-mend = ✏️ { $number } · { $name }
choice-name-place = 📍 { $name }
choice-case-place = 📍 { $number } · { $name }
choice-listed-excuse = 📝 { $name }
choice-listed-excuse-day = 📝 { WAKTU($day, "tanggal") } { $name }
choice-listed-contest = ✋ { $name }
choice-listed-contest-day = ✋ { WAKTU($day, "tanggal") } { $name }
choice-listed-move = 📅 { $name }
choice-listed-move-day = 📅 { WAKTU($day, "tanggal") } { $name }
choice-signed-at = 📄 { $site }
needs-none-head = 👍 Nothing waits for you: no call for help, objection, offer or closing.
needs-nothing = 👍 Nothing needs you right now.

client-ask-name = Which client? Write the name or the code, for example: Budi
client-not-found = None of your clients matches “{ $text }”. Try part of the name, or the code.
client-which = { $count } clients match. Choose one.
client-which-page = { $count } clients fit. Choose one, or write more of the name.
client-which-of-many = Many clients match; these are the first { $count }. Choose one, or write more of the name.
client-which-words = What you wrote goes along: “{ $words }”

client-card = 👤 { $name } · { $programme }
client-card-child-name = 🔒 Child's name: { $name } (secret, for you only)
client-card-case = Case { $number } · code { $code }
client-card-period = { WAKTU($first, "hari") } – { WAKTU($last, "hari") }
client-card-phone = 📞 { $phone }
client-card-hours = ⏱ { LAMA($credited) } credited of { LAMA($total) }, { LAMA($remaining) } left
client-card-waiting = Waiting for a decision: { LAMA($waiting) }
client-card-surplus = Surplus: { LAMA($surplus) }, because { $cause }
client-card-next = 📅 { WAKTU($start, "tanggal") } { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }
client-card-no-plan = 📅 No session planned
client-card-lately = Lately:
client-card-working = • { WAKTU($start, "tanggal") } from { WAKTU($start, "jam") }, { $site }: working
client-card-confirmed = • { WAKTU($start, "tanggal") } { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }: { LAMA($credited) } credited
client-card-remarked = • { WAKTU($start, "tanggal") } { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }: { LAMA($credited) } credited, { $outcome }
client-card-unconfirmed = • { WAKTU($start, "tanggal") } { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }: waiting for the supervisor
client-card-outside-plan = • { WAKTU($start, "tanggal") } { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }: outside the plan, waiting for your decision
client-card-rejected = • { WAKTU($start, "tanggal") } { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }: not right, says the supervisor ({ $reason })
client-card-rejected-start = • { WAKTU($start, "tanggal") } from { WAKTU($start, "jam") }, { $site }: said to be not right ({ $reason })
client-card-undone-start = • { WAKTU($start, "tanggal") } from { WAKTU($start, "jam") }, { $site }: taken back ({ $reason })
client-card-far = ⚠️ { $metres } m from the site
client-card-beyond = ⚠️ { $what }
client-card-labelled = ⚠️ something to look at
reason-for-officer = written by the supervisor, for the case's officer only
client-card-report-due = 📝 Report { WAKTU($day, "tanggal") }: awaited
client-card-report-done = 📝 Report { WAKTU($day, "tanggal") }: received
client-card-report-late = 📝 Report { WAKTU($day, "tanggal") }: late, received
client-card-report-missed = 📝 Report { WAKTU($day, "tanggal") }: not yet
client-card-report-unreached = 📝 Report { WAKTU($day, "tanggal") }: could not be reached
client-card-report-dropped = 📝 Report { WAKTU($day, "tanggal") }: no longer due
client-card-answers = Report of { WAKTU($day, "tanggal") }, in the client's own words:
client-card-answer-condition = • How they are: { $words }
client-card-answer-work = • Work: { $words }
client-card-answer-surroundings = • Surroundings: { $words }
client-card-answer-obstacles = • Difficulties: { $words }
client-card-answer-plans = • Plans: { $words }
client-card-answer-address = • Address or number: { $words }
client-card-answer-talk = • A talk with the officer: { $words }
client-card-joined = 💬 Connected since { WAKTU($at, "tanggal") }
client-card-never-joined = 💬 Not joined yet; the invitation is unused
client-card-lost = 💬 Messages do not arrive since { WAKTU($at, "tanggal") }

programme-kerja-sosial = community work
programme-pelayanan-masyarakat-anak = community service
programme-integrasi = integration programme

outside-plan-accepted = ✅ { $name }'s work outside the plan, { WAKTU($day, "tanggal") } at { $site }, counts: { LAMA($credited) } credited.
outside-plan-declined = ❌ { $name }'s work outside the plan, { WAKTU($day, "tanggal") } at { $site }, does not count. The record is kept.
reason-outside-plan = Outside the plan, as the officer sees it
