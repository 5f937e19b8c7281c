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
