# The weekly summary for officers, and its Excel file

digest-heading = 📋 Weekly summary { WAKTU($first, "tanggal") } – { WAKTU($last, "tanggal") }
summary-heading = 📋 Summary from { WAKTU($first, "tanggal") } to { WAKTU($now, "singkat") }
digest-counts = { $clients } clients, { $fine } going well. For you: { $act } { $act ->
        [1] matter
       *[other] matters
    }. Waiting for others: { $waiting }.
digest-counts-office = { $clients } clients, { $fine } going well. For you: { $own }. For their officers: { $act } { $act ->
        [1] matter
       *[other] matters
    }. Waiting for others: { $waiting }.
digest-calm =
    A calm week: { $clients } clients, all of them fine{ $gone ->
        [0] {""}
       *[other] , now also { $names }{ $more ->
            [0] {""}
           *[other] {" "}and { $more } more
        }
    }. { LAMA($credited) } credited{ $trend ->
        [more] {" "}({ LAMA($by) } more than the week before)
        [less] {" "}({ LAMA($by) } less than the week before)
        [same] {" "}(as in the week before)
       *[none] {""}
    }, { $attended } of { $due } sessions attended.
digest-no-data = { $clients } clients. No session and no report was due this week, so there is nothing to tell yet.
digest-new =
    🆕 New since last week: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }.
digest-settled =
    ✅ Settled since last week: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }.
digest-ended =
    🏁 { $how ->
        [completed] Completed
        [transferred] Gone to another office
       *[ended] Ended before completion
    }: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }.
digest-ended-counted = The hours and attendance of these cases are counted in the weekly report, not in this summary.
digest-no-clients = You have no active clients yet.
digest-no-clients-office = This office has no active clients yet.

digest-group-act =
    {""}
    🔴 Needs you
digest-group-act-office =
    {""}
    🔴 Needs the officer; the next step in each line is that officer's
    Your step: ask the officer. Where one is held up, appoint a stand-in with "cuti" or transfer the client with "pindah".
digest-of-officer = 👤 { $officer }: { $count }
digest-head-call = • 🙋 { $name } (officer { $officer }) called for help { WAKTU($at, "singkat") }, and nobody has taken it. Next: open /perlu, press I see to it.
digest-head-contest = • ✋ { $name } (officer { $officer }) objects about { excuse-span }. Next: open /perlu and decide.
digest-head-closing = • Closing the case of { $name } (officer { $officer }) waits for your decision. Next: open /perlu, then approve it or give it back.
digest-group-waiting =
    {""}
    🟡 Waiting for others
digest-group-fine =
    {""}
    🟢 Good to know

digest-missed-reminder =
    • { $name } did not come on { WAKTU($last, "tanggal") }{ $heard ->
        [0] {" "}and has not answered yet
       *[other] ; the explanation was heard and could not be accepted
    }.{ $reminded ->
        [1] {" "}A reminder goes out before the next session.
       *[other] {""}
    }
digest-missed-claim =
    • { $name } did not come { $count ->
        [1] on { WAKTU($last, "tanggal") }
       *[other] { $count } times, last on { WAKTU($last, "tanggal") }
    }. The reason given{ $earlier ->
        [1] {" "}for { WAKTU($said, "tanggal") }
       *[0] {""}
    }: “{ $answer }”. Next step: talk it over, then decide whether it is accepted.
digest-missed-claim-explained =
    • { $name } did not come { $count ->
        [1] on { WAKTU($last, "tanggal") }
       *[other] { $count } times, last on { WAKTU($last, "tanggal") }
    }: explained, and not yet judged by the officer.
digest-missed-call =
    • { $name } missed { $count } sessions in a row ({ WAKTU($first, "tanggal") } and { WAKTU($last, "tanggal") }){ $heard ->
        [0] {" "}without a word. Next step: call today; the number or the network may be the trouble.
       *[other] ; the explanation was heard and could not be accepted. Next step: call today and ask what stands in the way.
    }
digest-missed-call-answered =
    • { $name } missed { $count } sessions in a row, last on { WAKTU($last, "tanggal") }. The reason given{ $earlier ->
        [1] {" "}for { WAKTU($said, "tanggal") }
       *[0] {""}
    }: “{ $answer }”. Next step: call today and ask what stands in the way.
digest-missed-call-explained = • { $name } missed { $count } sessions in a row, last on { WAKTU($last, "tanggal") }. That of { WAKTU($said, "tanggal") } was explained, and not yet judged by the officer. Next step: call today and ask what stands in the way.
digest-missed-follow-up =
    • { $name } missed { $count } sessions in a row since { WAKTU($first, "tanggal") }{ $heard ->
        [0] {" "}without a word: needs follow-up. Next step: village officials, a home visit, a new number.
       *[other] : needs follow-up. The explanation was heard and could not be accepted. Next step: a home visit, or village officials.
    }
digest-missed-follow-up-answered = • { $name } missed { $count } sessions in a row since { WAKTU($first, "tanggal") }: needs follow-up. The reason given for { WAKTU($said, "tanggal") }: “{ $answer }”. Next step: village officials or a home visit.
digest-missed-follow-up-explained = • { $name } missed { $count } sessions in a row since { WAKTU($first, "tanggal") }: needs follow-up. That of { WAKTU($said, "tanggal") } was explained, and not yet judged by the officer. Next step: village officials or a home visit.
digest-away =
    • { $name } did not come { $count ->
        [1] { WAKTU($last, "tanggal") }
       *[other] { $count } times in a row, last { WAKTU($last, "tanggal") }
    }. Out of reach: { $why ->
        [lost] messages no longer arrive. Next step: call, then give a new invitation.
        [stopped] asked for no more messages. Next step: call; 🔔 Start again, or typing "mulai lagi", brings the messages back.
        [never] not joined yet. Next step: call or visit.
        [reached] messages could not arrive then. Next step: call and ask how things are.
       *[shared] uses only a post's phone, so no reminder arrives. Next step: call the family or visit.
    }

digest-report-missed = • { $name } has not reported for { WAKTU($last, "tanggal") }. The report is still welcome; ask how things are when you can.
digest-report-unreached = • { $name } could not be reached, so the report of { WAKTU($last, "tanggal") } does not count as missed. It is still welcome.
digest-report-call = • { $name } has missed { $count } reports in a row ({ WAKTU($first, "tanggal") } and { WAKTU($last, "tanggal") }). Next step: call today and ask what stands in the way.
digest-report-follow-up = • { $name } has missed { $count } reports in a row since { WAKTU($first, "tanggal") }: needs follow-up. Next step: village officials, a home visit, a new number.

digest-rejected = • The supervisor said that { $name }'s hours of { WAKTU($day, "tanggal") } at { $site } are not right: “{ $reason }”. Next step: ask the supervisor and the client.
digest-rejected-kept = • The hours of { $name } on { WAKTU($day, "tanggal") } at { $site } were said to be not right by the supervisor; the reason is on the card. Next step: open /klien { $name }, then ask the supervisor.
digest-outside-plan = • { $name } worked outside the plan on { WAKTU($day, "tanggal") } at { $site }, and the supervisor confirmed it. Next step: open /perlu, then count it or not.
digest-beyond = • Work of { $name } on { WAKTU($day, "tanggal") } at { $site } ({ $what }): did it happen? The supervisor knows best.
digest-beyond-confirmed = • Work of { $name } on { WAKTU($day, "tanggal") } at { $site } ({ $what }) was confirmed by the supervisor. Next step: ask why, and see that the coming sessions fit the ruling.
digest-lost =
    • Messages no longer reach { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }. Next step: call, then give a new invitation.
digest-never-joined =
    • Not joined yet, and no work recorded: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }. Next step: share the invitation again; without a phone, the supervisor can record attendance.
digest-stopped =
    • Asked for no more messages: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }. Next step: call; 🔔 Start again, or typing "mulai lagi", brings the messages back.
digest-wrong-number = • The number of { ORANG($name, $code) } is somebody else's. Next step: mend it with "ubah { $code }", then "undang { $code }".
digest-consent = • { $code } goes on without a guardian's consent. Next step: { consent-step }
digest-no-plan = • { $name } still has { LAMA($remaining) } left but no session is planned. Next step: arrange the placement.
digest-no-placement = • { $name } is not placed yet; { LAMA($remaining) } have no session. Next step: /penempatan { $name }

digest-unconfirmed =
    • { $count } attendances at { $site } wait for the supervisor since { WAKTU($since, "tanggal") }: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }. Nothing for you to do yet.
digest-unconfirmed-long =
    • { $count } { $count ->
        [1] attendance at { $site } waits for the supervisor
       *[other] attendances at { $site } wait for the supervisor, the oldest
    } since { WAKTU($since, "tanggal") } ({ $days } days): { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }. Next step: contact the supervisor; where the site has none, type "konfirmasi".
digest-far = • { $name }'s location on { WAKTU($day, "tanggal") } was { $metres } m from { $site }. Was the work somewhere else? The supervisor knows best.
digest-far-confirmed = • { $name }'s location on { WAKTU($day, "tanggal") } was { $metres } m from { $site }, and the supervisor confirmed the hours. Was the work somewhere else?
digest-suspended = • The case of { $name } is suspended. When the reason has passed: open the card, press ▶️ Resume.
digest-came-back = • { $name } did not come on { WAKTU($last, "tanggal") }, and has come again since.
digest-report-late = • { $name } reported late for { WAKTU($day, "tanggal") }.

digest-totals =
    {""}
    📊 { LAMA($credited) } credited{ $trend ->
        [more] {" "}({ LAMA($by) } more than the week before)
        [less] {" "}({ LAMA($by) } less than the week before)
        [same] {" "}(as in the week before)
       *[none] {""}
    }, { LAMA($waiting) } waiting for a decision. { $attended } of { $due } sessions attended.
digest-corrected-up = With corrections: { LAMA($minutes) } more.
digest-corrected-down = With corrections: { LAMA($minutes) } less.
digest-punctuality = Late: { $late }, left early: { $early }.
digest-surplus = { LAMA($surplus) } of surplus: recorded, not credited, because { $cause }.
digest-reports = { $given } of { $due } reports.
digest-paces =
    Forecast: { $on_time } cases in time{ $behind ->
        [0] {""}
       *[other] , { $behind } behind
    }{ $cannot_finish ->
        [0] {""}
       *[other] , { $cannot_finish } not to be finished in time
    }{ $unplaced ->
        [0] {""}
       *[other] , { $unplaced } not placed yet
    }.
digest-root = 🔗 Fingerprint of the records: { $root }

digest-ahead =
    {""}
    📅 The next 14 days
digest-ahead-case =
    • { WAKTU($day, "tanggal") }: the case of { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    } ends{ $left ->
        [0] {""}
       *[other] , { LAMA($remaining) } left
    }.
digest-ahead-placement =
    • { WAKTU($day, "tanggal") }: the placement of { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    } ends{ $left ->
        [0] {""}
       *[other] , { LAMA($remaining) } left
    }.
digest-ahead-answer =
    • { WAKTU($day, "tanggal") }: last day to answer the objection of { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }.
digest-ahead-proof =
    • { WAKTU($day, "tanggal") }: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    } promised the proof of an excuse.
digest-ahead-reports = • { $count } reports, the first on { WAKTU($day, "tanggal") }.
digest-ahead-more = • And { $count } more dates; the Excel file has them all.
digest-ahead-count-case = • Cases that end: { $count }.
digest-ahead-count-placement = • Placements that end: { $count }.
digest-ahead-count-answer = • Objections to answer: { $count }.
digest-ahead-count-proof = • Proofs promised: { $count }.

digest-gaps =
    {""}
    ⚪ What is not known
digest-outage = • No messages could be received from { WAKTU($begins, "singkat") } to { WAKTU($ends, "singkat") }; that time does not count.
digest-gap-gangguan-sistem = • { $count } sessions without a record because of a system failure; they do not count as missed.
digest-gap-tak-terjangkau = • { $count } sessions without a record because the client was out of reach; they do not count as missed.
digest-gap-photos = • { $count } photos not fetched yet; it is tried again.

digest-clients =
    {""}
    👥 All clients
digest-clients-pressing =
    {""}
    👥 Clients to look at
digest-mark-act = 🔴
digest-mark-waiting = 🟡
digest-mark-fine = 🟢
digest-client-hours = { $mark } { $name }: { LAMA($credited) } of { LAMA($total) }, this week { LAMA($week) }
digest-client-reports = { $mark } { $name }: { $given } of { $due } reports
digest-client-next = { $mark } { $name }: next report { WAKTU($day, "tanggal") }
digest-client = { $mark } { $name }
digest-named = 🟢 { $names }
digest-fine-counted = 🟢 { $count } other clients are fine; the weekly Excel file has the details.
digest-fine-office = 🟢 { $count } other clients are fine. To see a client, type "klien" and the name.
digest-officers =
    {""}
    👥 Officers and their clients
digest-officer = • { $officer }: { $clients } clients, { $act } for the officer, { $waiting } waiting.
digest-officers-fine = 🟢 { $count } other officers: all of their clients are fine.
digest-ask-office = 🟢 To see a client, write "klien" and the name.

digest-file = 📎 The details as an Excel file.
digest-attached-report = 🖨 The report to print and sign. Names are in it: do not put it up.
digest-attached-outline = ✏️ The draft as an Excel file, if something must be changed before it is printed.
digest-attached-chart = 📊 Hours of work by week and attendance by site.
reason-kept = the supervisor wrote the reason; open the card
own-words-kept = answered in own words

# Excel

excel-sheet-summary = Summary
excel-sheet-clients = Clients
excel-sheet-attendances = Attendances
excel-sheet-reports = Reports
excel-sheet-answers = Answers
excel-item = Item
excel-value = Value
excel-first = From
excel-last = To
excel-made-at = As of
excel-office = Probation office
excel-officer = Officer
excel-clients = Clients
excel-week-hours = Hours credited this week
excel-week-surplus = Surplus hours this week
excel-all-waiting = Hours waiting for a decision
excel-sessions-due = Sessions this week
excel-sessions-attended = Sessions attended
excel-late = Late
excel-left-early = Left early
excel-reports-due = Reports due this week
excel-reports-given = Reports received
excel-group-act = Needs you
excel-group-waiting = Waiting for others
excel-group-fine = Good to know
excel-ahead = The next 14 days
excel-gap = What is not known
excel-root = Fingerprint of the records
excel-state-act = needs you
excel-state-waiting = waiting for others
excel-state-fine = fine
excel-name = Name or code
excel-number = Case number
excel-programme = Programme
excel-total = Hours ordered
excel-credited = Hours credited
excel-waiting = Hours waiting
excel-surplus = Surplus hours
excel-surplus-cause = Cause of surplus
excel-remaining = Hours remaining
excel-missed = Missed
excel-state = State
excel-contact = Contact
excel-contact-reached = connected
excel-contact-never = not joined yet
excel-contact-lost = messages do not arrive
excel-contact-stopped = asked for no more messages
excel-contact-wrong_number = the number is somebody else's
excel-contact-shared = uses a post's phone only
excel-day = Date
excel-site = Site
excel-start = Start
excel-finish = Finish
excel-break = Break (minutes)
excel-plan = Plan
excel-planned = planned
excel-outside-plan = outside the plan
excel-outcome = Outcome
excel-attendance-open = working
excel-attendance-waiting = waiting for supervisor
excel-attendance-confirmed = confirmed
excel-attendance-awaits-officer = waiting for officer
excel-attendance-rejected = not confirmed
excel-reason = Reason
excel-answer-condition = How they are
excel-answer-work = Work
excel-answer-surroundings = Surroundings
excel-answer-obstacles = Difficulties
excel-answer-plans = Plans
excel-due-on = Report day
excel-reported-at = Received
excel-report-due = not due yet
excel-report-done = in time
excel-report-late = late
excel-report-missed = not reported
excel-report-unreached = could not be reached
excel-report-dropped = no longer due

# Cases: what is missing, closing, pace, reports, and records worth a second look

digest-call-open = • 🙋 { $name } called for help { WAKTU($at, "singkat") }, and nobody has taken it. Next: open /perlu, press I see to it.
digest-call-taken = • 🙋 { $name } called for help { WAKTU($at, "singkat") }; { $by } is seeing to it.
digest-unread = • ✉️ { $guardian ->
        [1] the guardian of { $name }
       *[other] { $name }
    } wrote { WAKTU($at, "singkat") }, and nobody has read it. Next: open /perlu, read, answer.
digest-unread-worrying = • ✉️ { $guardian ->
        [1] the guardian of { $name }
       *[other] { $name }
    } wrote { WAKTU($at, "singkat") }, with a word that cannot wait. Next: open /perlu, read, get in touch.
digest-asked-excuse = • 📝 { $name } asks to be excused for { excuse-span }, not decided yet. Next: open /perlu and decide.
digest-asked-contest = • ✋ { $name } objects about { excuse-span }, not decided yet. Next: open /perlu and decide.
digest-asked-contest-head = • ✋ { $name } objects about { excuse-span }; the head of office decides.
digest-draft = • The case of { $name } cannot begin yet. Missing: { $lacks }. Step: enter it.
digest-case-not-for-child = • { $name } is recorded as a child, or was below 18 at the ruling, but the programme of the case is not for a child. Step: check role and date of birth; if it is a child, talk to the prosecutor and the head of office.
digest-case-only-for-child = • { $name } is not recorded as a child, but the programme of the case is for a child only. Step: check the role.
digest-case-age-outside-law = • The age of { $name } at the ruling does not fit the programme of the case. Step: check the date of birth.
digest-case-before-law = • The ruling of { $name } is older than the rule of its programme. Step: check the day of the ruling.
digest-crowded = • { $site } is over its capacity { WAKTU($at, "singkat") }: { $people } people for { $capacity } places. Next step: move one of them to another day, or talk to the supervisor.
digest-closing = • The case of { $name } waits to be closed: { LAMA($credited) } of { LAMA($total) } credited. Step: open /klien and choose how it ends.
digest-closing-no-hours = • The case of { $name } has reached its last day. Step: open /klien and choose how it ends.
digest-closing-head = • Closing the case of { $name } waits for the head of office.
digest-cannot-finish = • { $name } cannot serve { LAMA($shortfall) } of the remaining { LAMA($remaining) }, even on every day that is allowed. Step: talk to the prosecutor or the court.
digest-behind = • { $name } is behind: { LAMA($remaining) } remain, { LAMA($weekly) } a week are needed. Step: talk about it, or plan more hours.
digest-concern-address = • { $name } says that address or number changed (report of { WAKTU($day, "tanggal") }). Step: ask, then correct the record.
digest-concern-talk = • { $name } wants to talk to you (report of { WAKTU($day, "tanggal") }). Step: call today.
digest-concern-read = • The answers of { $name } in the report of { WAKTU($day, "tanggal") } should be read. Next: open the card with /klien, then ask how things are.
digest-odd-overlap = • { $count } attendances of { $name } lie at the same time. Is one of them wrong?
digest-odd-too-short = • { $count } attendances of { $name } are under 15 minutes. Was the finish sent too early?
digest-odd-too-long = • { $count } attendances of { $name } are far longer than planned. Was the finish forgotten?
digest-odd-end-before-start = • { $count } attendances of { $name } end before they begin. What time was it really?
digest-odd-identical = • { $count } attendances of { $name } begin and end at the same minute day after day. Were the hours written down later?
digest-odd-always-round = • { $count } attendances of { $name } are exactly 8 hours, nearly every time. Were the hours written down later?
digest-odd-long-day = • { $count } attendances of { $name } on one day, over all cases, come to more than 8 hours. Are times and plan right?

need-putusan-nomor = number of the ruling
need-putusan-tanggal = day of the ruling
need-pengadilan = court or sending institution
need-jam-total = total of hours
need-jam-per-hari = hours of a session
need-hari-diizinkan = allowed days
need-jendela-waktu = allowed time of day
need-mulai = first day
need-selesai = last day
need-pk = officer
need-jaksa = prosecutor
need-wali = guardian
need-lapor-setiap = how often to report
need-lapor-pertama = first report day
