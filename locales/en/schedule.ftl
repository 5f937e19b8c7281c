# The schedule: another day, closed sites, plan, excuses and placements. The first line shows on a locked screen.

menu-ganti = Ask for another day

# Another day

choice-move = 🔁 { WAKTU($at, "tanggal") } { WAKTU($at, "jam") }
choice-move-to = 📅 { WAKTU($at, "tanggal") } { WAKTU($at, "jam") }
move-which = { $sapa } { $name }, which session would you like to change?
move-nothing-planned = There is no coming session to change yet. If in doubt, press 🙋 Ask for help.
move-asked =
    Your wish was passed on to the officer and the site supervisor.
    { WAKTU($at, "singkat") } stands until you hear from them.
move-request =
    🔁 { $name } asks for another day instead of { WAKTU($at, "singkat") } at { $site }.
    Choose a day that is still free.
move-request-no-day =
    🔁 { $name } asks for another day instead of { WAKTU($at, "singkat") } at { $site }.
    No allowed day is free in the 14 days after it. The officer should talk to the client, please.
move-done =
    ✅ The session of { $name } at { $site } moved from { WAKTU($before, "singkat") } to { WAKTU($at, "singkat") }.
    Chosen by { $by }; everybody was told.
move-told-client =
    { $sapa } { $name }, what was on { WAKTU($before, "tanggal") } moved to { WAKTU($at, "singkat") }.
    The place is still { $site }.
move-day-taken = That day is no longer free. These still are:
move-already-begun = The session of { WAKTU($before, "singkat") } has begun, so it is not moved.
move-already-past = The time for { WAKTU($before, "singkat") } has passed, so it cannot be moved. The officer can help if something came up.
move-already-moved = The session of { WAKTU($before, "tanggal") } was moved by { $by } to { WAKTU($at, "singkat") }.
move-dropped = The session of { WAKTU($before, "singkat") } no longer stands, so there is nothing to move.
move-outdated = The session of { WAKTU($before, "tanggal") } has changed since that wish. The client can ask again with "ganti".
