# The officer's conversation

needs-heading = 🔎 What needs you, { WAKTU($at, "singkat") }
needs-call-open = • 🙋 { $name } called for help { WAKTU($at, "singkat") }, and nobody has taken it. Next: press I see to it on the card above.
needs-call-taken = { digest-call-taken }
needs-unread = • ✉️ { $name } wrote { WAKTU($at, "singkat") }, and nobody has read it. Next: open it on the card above, and answer.
needs-unread-worrying = • ✉️ { $name } wrote { WAKTU($at, "singkat") }, with a word that cannot wait. Next: open it on the card above, and get in touch.
needs-outside-plan = • { $name } worked outside the plan on { WAKTU($day, "tanggal") } at { $site }, and the supervisor confirmed it. Next step: count it or not on its card above.
needs-page = Page { $page } of { $pages }
needs-fine =
    {""}
    🟢 { $fine } clients are fine. In a week { $attended } of { $due } sessions attended, { LAMA($credited) } credited.
choice-needs-next = ▶️ Next
choice-needs-first = 🔁 From the start
choice-name-call = 📞 { $name }
choice-case-call = 📞 { $number } · { $name }
choice-name-follow-up = 🧭 { $name }
choice-case-follow-up = 🧭 { $number } · { $name }
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
