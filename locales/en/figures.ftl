# The figures of a client's card, opened

client-card-bar = { $bar }
choice-figures = 🔎 Details
figures = 🔎 Details of { $name }. Choose the figure to open.
choice-figure-credited = ✅ Credited
choice-figure-waiting = ⏳ Waiting
choice-figure-surplus = ➕ Surplus
choice-figure-adjusted = ✏️ Corrections
choice-figure-remaining = 🎯 Remaining
choice-figure-missed = 🚫 Missed
figures-missed = Missed: { $count } times
figures-asked = Excuse not decided yet: { $count } times
figure = 🔎 { $name } · { $figure }
figure-name-credited = credited hours
figure-name-waiting = waiting for a decision
figure-name-surplus = surplus hours
figure-name-adjusted = corrections
figure-name-remaining = remaining hours
figure-name-missed = missed
figure-sum-times = Sum: { $count } times
figure-sum = Sum: { LAMA($minutes) }
figure-sum-less = Sum: { LAMA($minutes) } taken off
figure-nothing = Nothing is on record for this figure yet.
figure-page = Page { $page } of { $pages }
figure-line-work = • { WAKTU($day, "tanggal") }, { $site }: { LAMA($minutes) }, confirmed by { $by }, No. { $number }
figure-line-waiting = • { WAKTU($day, "tanggal") }, { $site }: { LAMA($minutes) }, not decided yet, No. { $number }
figure-line-surplus = • { WAKTU($day, "tanggal") }, { $site }: { LAMA($minutes) }, because { $cause }, confirmed by { $by }, No. { $number }
figure-line-before = • Served before it was recorded here: { LAMA($minutes) }
figure-line-brought = • Served in { $office }: { LAMA($minutes) }
figure-line-more = • { WAKTU($day, "tanggal") }, correction: { LAMA($minutes) } added ({ $reason }), by { $by }
figure-line-less = • { WAKTU($day, "tanggal") }, correction: { LAMA($minutes) } taken off ({ $reason }), by { $by }
figure-of-order = By the ruling: { LAMA($total) }
figure-less-credited = Credited so far: { LAMA($credited) }
figure-planned =
    { $count ->
        [0] Nothing is planned yet.
        [one] Planned once:
       *[other] Planned { $count } times:
    }
figure-line-planned = • { WAKTU($day, "singkat") }, { $site }: { LAMA($minutes) }
choice-page-back = ◀️ Back
choice-page-on = ▶️ Next
choice-chart = 📊 Chart
chart = 📊 { $name }: hours and attendance by week
chart-title = Credited hours by week
chart-whole = { LAMA($done) } credited of { LAMA($total) }
chart-attendance = Under each Monday: how often he came, of what was planned
choice-photos-beside = 🖼 Photos
photos-beside = 🖼 Photos of { $name } at the last attendances, the newest at the right
photos-beside-line = { $number }. { WAKTU($at, "singkat") }, { $site }
photos-beside-none = There is no photo of an attendance to show yet.
