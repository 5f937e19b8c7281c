# Hours that wait to be confirmed: the supervisor is asked once more, then the officer hears of it

chase-supervisor = ⏳ { $sapa } { $name }, { $count ->
    [1] 1 attendance
   *[other] { $count } attendances
} at { $site } waiting to be confirmed since { WAKTU($since, "tanggal") }. Press the name, or type "daftar".
chase-officer = ⏳ { $count ->
    [1] 1 attendance
   *[other] { $count } attendances
} at { $site } waiting for the supervisor since { WAKTU($since, "tanggal") }. The hours are not lost; next step: call the supervisor.
chase-line = • { $name }, { WAKTU($day, "tanggal") }
chase-more = and { $count } more

# Decisions that have waited long

decisions-wait = ⏳ { $count } things have waited for your decision for two working days. Press a name to open it.
decisions-wait-head =
    ⏳ { $count } things have waited long for a decision.
    Please remind the officer, or help.
waits-for-word = • { $name }: { $what } { WAKTU($day, "tanggal") }, waiting since { WAKTU($since, "tanggal") }
waits-for-word-head = • { $name } ({ $officer }): { $what } { WAKTU($day, "tanggal") }, waiting since { WAKTU($since, "tanggal") }
decision-excuse = request to be excused
decision-move = request for another day
decision-closed-site = site closed, as the client says
decision-outside-plan = work outside the plan
decision-miss = explanation of a miss
decision-closing = closing of the case
decision-closing-of-head = approval of the closing
choice-wait-closed = 🚧 Site closed
choice-wait-all = 📋 See all
