# Pesan pagi pengawas. Baris pertama tampak di layar terkunci.

morning =
    ☀️ Kegiatan hari ini di lokasi Bapak/Ibu
    { WAKTU($day, "hari") }: { $count } orang dijadwalkan datang{ $away ->
        [0] .
       *[other] , { $away } tidak datang.
    }
morning-site = 📍 { $site }
morning-line = • { $name } – pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }
morning-line-work = • { $name } – { $activity }, pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }
morning-away = • { $name } – { $state }
morning-more = dan { $count } lagi
morning-closed = 🚧 { $site } tutup hari ini
choice-day-list = 📋 Buka daftar
