# An officer's monthly list: what to look at, as questions. The first line shows on a locked screen: no names.

menu-pola = What to look at in a month
pattern-list = 🔎 List of { WAKTU($month, "bulan") }: { $count ->
        [one] one matter
       *[other] { $count } matters
    } to look at.
pattern-list-nothing = 🔎 List of { WAKTU($month, "bulan") }: nothing to look at.
pattern-list-meaning = These are questions, not conclusions; there is often a good explanation. Ask first, then press the answer.
pattern-list-more = There are { $count } more. When you have answered these, type "pola { $month }".
pattern-which-month = Which month? Write for example: pola 2026-04. At most 12 months back.

pattern-card = 🔎 { WAKTU($month, "bulan") }, question { $number } of { $of }
pattern-card-alone = 🔎 A question about { WAKTU($month, "bulan") }
pattern-same_scene =
    The photos of { $name } and { $other } are the same or very much alike, { $count } times{ $together ->
        [0] {""}
       *[other] {", "}{ $together } of them in the same minute
    }. The site supervisor decides who was there. Did he see both?
pattern-far_word = { $name } confirmed { $people } attendances on { $days } days, although by the location that he sent himself he was more than 1 km from the site ({ $km } km at most). Who saw the clients at work?
pattern-quick_word = { $name } confirmed { $people } people one by one within { $seconds } seconds ({ $times } times in the month). Was each of them seen?
pattern-labelled = { $name }, { $count } times: { $label }. Is this to be expected?
pattern-whole_hours = { $name } worked exactly { $hours } hours on all of { $count } days. Is this to be expected?
pattern-start_minute = { $name } started at exactly { WAKTU($minute, "jam") } on { $count } of { $of } days. Is this to be expected?
pattern-finish_minute = { $name } finished at exactly { WAKTU($minute, "jam") } on { $count } of { $of } days. Is this to be expected?
pattern-no_photos = { $name } confirmed { $count } of { $of } attendances without a photo, though one was asked for. Is it hard to take a photo there?
pattern-answered-explained = ✅ Noted: there is an explanation. It will not be asked again for half a year.
pattern-answered-action = 🔔 Noted: something must be done. Talk with the person first; for the card of a client, type "klien" and the name.
pattern-answered-unknown = ⏳ Noted: not known yet. You can still answer here.
choice-pattern-explained = ✅ Explained
choice-pattern-action = 🔔 Needs action
choice-pattern-unknown = ⏳ Not known yet

pattern-proof-heading =
    {""}
    In this office over the last 12 months:
pattern-proof = • { $what }: asked { $count } times, { $true } did need action, { $explained } had an explanation
pattern-name-same_scene = the same photo of two clients
pattern-name-quick_word = many people confirmed within seconds
pattern-name-far_word = confirmed from far away
pattern-name-labelled = the same note on one client again and again
pattern-name-whole_hours = always whole hours
pattern-name-start_minute = started in the same minute
pattern-name-finish_minute = finished in the same minute
pattern-name-no_photos = confirmed without the photo asked for
