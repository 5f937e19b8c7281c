# A site that a client found closed

menu-lokasitutup = The site is closed
choice-closed-claim = 🚧 Site closed
closed-said-already = Something was recorded of that day already. If it is not right, write with /pesan.
choice-closed-yes = 🚧 Yes, closed
choice-closed-no = ✅ Not closed
reason-site-closed = The site was closed
closed-place =
    Stand in front of { $site }, then press 📍 Send this location. Not possible? Simply write what you see.
    This does not count as a start. Changed your mind? Write "batal".
closed-place-then = What was there to see at { $site } then? Write it in your own words; the supervisor or officer will look at it.
closed-place-again = Could you say it in words? Shortly, what can be seen there.
closed-nothing-today = Nothing is planned today that has not begun. For anything else, write with /pesan.
closed-kept =
    { $sapa } { $name }, it is noted that { $site } is closed, and it is being asked about.
    Until then this does not count as not having come. A photo of the place may follow here.
closed-kept-in-words =
    { $sapa } { $name }, it is noted that { $site } is closed, and it is being asked about. Until then this does not count as not having come.
    Your location and a photo of the place may follow here.
closed-place-kept =
    Thank you, the location has been added; this is no start of work.
    If { $site } is open after all, press 📍 Start work.
closed-photo-kept = Thank you, the photo has reached the officer.
closed-photo-kept-place = Thank you, the photo has reached your officer. The location of the place may follow here.
closed-kept-photo =
    { $sapa } { $name }, the photo has arrived: it is noted that { $site } is closed, and being asked about. While that waits, it does not count as a miss.
    The location of the place may follow here.
closed-photo-which = The photo is received and kept. Is it the photo of work that is still awaited, or one of the closed site?
choice-closed-photo-work = 📷 Photo of work
choice-closed-photo-gate = 🚧 Closed site
closed-photo-used = That photo is kept already; nothing more is needed.
closed-photo =
    There is a client's photo of a site that is closed.
    { $name }, { $site }, { WAKTU($day, "tanggal") }
closed-question-softly = Somebody says that { $site } is closed { WAKTU($day, "tanggal") } { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }. Is that right?
closed-question = 🚧 Is { $site } closed { WAKTU($day, "tanggal") } { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }? So say those who came there.
closed-line = • { $name }, { WAKTU($at, "pukul") }
closed-line-metres = • { $name }, { WAKTU($at, "pukul") }, { $metres } m from the pin
closed-others = At other hours of that day { $count } more are on the plan. If it is closed all day, write "tutup".
closed-denied = Noted: { $site } is not closed { WAKTU($day, "tanggal") } { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }.
closed-denied-client = { $sapa } { $name }, what is planned { WAKTU($at, "singkat") } goes on. { $site } is open after all; please come.
closed-denied-client-over = { $sapa } { $name }, by the word of the supervisor or officer { $site } was open { WAKTU($day, "tanggal") }. What you said has been passed to the officer, who will look at it.
closed-was-upheld = { $site } is recorded as closed at that time already, by { $by } on { WAKTU($at, "singkat") }.
closed-was-denied = { $site } is recorded as not closed at that time, by { $by } on { WAKTU($at, "singkat") }. If it turns out to be closed, type "tutup".
