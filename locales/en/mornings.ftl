# A supervisor's morning message. The first line shows on a locked screen.

morning =
    ☀️ Today at your sites
    { WAKTU($day, "hari") }: { $count } expected{ $away ->
        [0] .
       *[other] , { $away } not coming.
    }
morning-site = 📍 { $site }
morning-line = • { $name } – { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }
morning-line-work = • { $name } – { $activity }, { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }
morning-away = • { $name } – { $state }
morning-more = and { $count } more
morning-closed = 🚧 { $site } is closed today
choice-day-list = 📋 Open the list
