# Kartu dan daftar untuk pengawas lokasi

card =
    📋 Kehadiran
    { $name } – { $activity }, { $site }
card-start = Mulai { WAKTU($start, "singkat") }
card-times = { WAKTU($start, "tanggal") }, pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") } ({ LAMA($length) })
card-break = Istirahat { LAMA($length) } tidak dihitung
card-place = { $moment }: { $metres } m dari titik lokasi – { $verdict }
card-place-accuracy = { $moment }: { $metres } m dari titik lokasi, ketelitian { $accuracy } m – { $verdict }
card-place-unknown = { $moment }: jaraknya tidak bisa diukur
card-no-place = Tanpa lokasi dari HP
card-no-photo = Foto belum ada
card-label = Perlu dilihat: { $label }
card-file-taken = Menurut berkas fotonya: diambil { WAKTU($at, "singkat") } (hanya petunjuk, bisa diubah orang)
card-file-place = Menurut berkas fotonya: diambil { $metres } m dari titik lokasi (hanya petunjuk)
card-photo-again = ⚠️ Perlu dilihat: { $label }, { WAKTU($at, "singkat") }. Pastikan ia memang bekerja di lokasi.
card-photo-similar = Perlu dilihat: { $label }, { WAKTU($at, "singkat") }. Coba bandingkan keduanya.
card-beyond = ⚠️ Perlu dilihat: { $what }. Apakah memang bekerja saat itu?
card-outside-plan = Di luar jadwal
card-closed-by-rule = Kabar selesai belum sampai, jadi dicatat menurut jadwal. Mohon dicek.
card-closed-without-end = Kabar selesai tidak ada, dan tidak ada jadwalnya. Jam dihitung sesudah jam pulangnya diisi.
card-ask-end = Pukul berapa pulang? Tekan ✏️ Perbaiki jam.
card-ended-by = Dihentikan oleh { $by } { WAKTU($at, "pukul") }.
card-closed-by-supervisor = Jam selesai dicatat oleh pengawas, menurut jadwal.
card-ask-presence = Apakah benar hadir?
card-ask-hours = Apakah jam ini benar?
card-present = ✅ Hadir sudah dikonfirmasi. Jamnya ditanyakan setelah selesai.
card-confirmed = ✅ Dikonfirmasi oleh { $by }, { WAKTU($at, "singkat") }
card-rejected = ❌ Dinyatakan tidak benar oleh { $by }, { WAKTU($at, "singkat") }: { $reason }
choice-photo-full = 🔍 Foto besar
photo-full = 📷 { $name }, { WAKTU($at, "singkat") }
photo-full-none = Tidak ada foto yang bisa ditampilkan.
card-changed = Catatannya sudah berubah. Ini yang terbaru:
card-otherwise-confirmed = Bila menurut Bapak/Ibu lain, tulis lewat 📝 Catatan di bawahnya agar PK membacanya.
card-otherwise-rejected = Bila menurut Bapak/Ibu lain, bicarakan dengan rekan pengawas itu atau sampaikan kepada PK.
moment-start = Saat mulai
moment-finish = Saat selesai
verdict-inside = di lokasi
verdict-near = dekat lokasi
verdict-outside = di luar lokasi, apakah benar?
verdict-cannot-tell = belum bisa dipastikan
verdict-not-judged = belum dinilai
label-forwarded = lokasi atau foto diteruskan dari pesan lain, jadi belum tentu dari tempat dan waktu ini
label-via_bot = lokasi atau foto dikirim lewat bot lain, bukan langsung dari HP
label-scheduled = pengirimannya sudah dijadwalkan sebelumnya, bukan dikirim saat itu
label-picked_place = tempat dipilih dari daftar atau peta, bukan posisi HP
label-as_document = foto dikirim sebagai file, jadi bisa foto lama
label-edited = pesannya diubah setelah dikirim; yang dipakai tetap yang pertama
label-from_desktop = ia menekan tombol lokasi dari Telegram di komputer (Web/Desktop), yang tidak bisa mengirim posisi HP
label-on_the_pin = tepat di titik peta lokasi
label-same_point = titik sama persis dengan kiriman klien lain
label-same_as_before = titik sama persis dengan kiriman sebelumnya
label-stands_still = lokasi langsung tidak bergerak sama sekali
label-odd_travel = jarak dari lokasi sebelumnya terlalu jauh untuk waktunya
label-not_judged = jarak ke lokasi belum bisa dihitung
label-no_location_phone = tanpa lokasi; kata klien, HP-nya tidak bisa mengirimnya
label-no_location_signal = tanpa lokasi; kata klien, GPS atau sinyalnya mati
label-no_location_unwilling = tanpa lokasi; klien memilih tidak membagikannya
label-file_old = menurut berkasnya, foto diambil jauh sebelum dikirim
label-file_elsewhere = menurut berkasnya, foto diambil jauh dari lokasi
label-photo_erased = fotonya sudah dihapus
label-photo_missing = foto belum bisa diunduh
label-photo_unreadable = foto tidak bisa dibuka
label-photo_seen = foto sama persis dengan foto sebelumnya
label-photo_alike = foto mirip sekali dengan foto sebelumnya
label-photo_shared = foto sama atau mirip sekali dengan foto klien lain
label-photo_similar = foto mirip dengan foto lain, mungkin potongan atau tangkapan layarnya, mungkin juga foto baru di tempat yang sama
card-place-late = Lokasi tercatat dikirim { WAKTU($sent, "singkat") }, baru sampai { WAKTU($at, "singkat") }. Yang dihitung jam kirimnya.
card-photo-late = Foto tercatat dikirim { WAKTU($sent, "singkat") }, baru sampai { WAKTU($at, "singkat") }.
card-flag-edited = ⚠️ Perlu dilihat: pesannya diubah setelah dikirim; yang dipakai tetap yang pertama.
card-flag-on_the_pin = ⚠️ Perlu dilihat: lokasinya tepat di titik peta tempat kerja. Pastikan ia memang ada di lokasi.
card-flag-same_point = ⚠️ Perlu dilihat: titik lokasi sama persis dengan kiriman klien lain, { WAKTU($at, "singkat") }. Pastikan ia memang ada di lokasi.
card-flag-same_as_before = Titik lokasi sama persis dengan kirimannya { WAKTU($at, "singkat") }. Mungkin itu posisi lama yang tersimpan di HP.
card-flag-stands_still = ⚠️ Perlu dilihat: lokasi langsungnya lama tidak bergerak sama sekali. Pastikan ia memang ada di lokasi.
card-flag-odd_travel = ⚠️ Perlu dilihat: lokasi sebelumnya { $km } km dari sini, { $minutes } menit lebih awal. Pastikan ia memang ada di lokasi.
card-flag-not_judged = Jarak ke lokasi belum bisa dihitung karena data lokasinya bermasalah. Itu bukan kesalahan klien.
card-flag-file_old = ⚠️ Perlu dilihat: menurut berkasnya, foto diambil { $days } hari sebelum dikirim. Apakah foto lama? Jam di HP juga bisa keliru.
card-flag-file_elsewhere = ⚠️ Perlu dilihat: menurut berkasnya, foto diambil { $km } km dari lokasi. Apakah diambil di tempat lain? Catatan di berkas juga bisa keliru.
tap-confirmed = ✅ { $name }: jamnya sudah dikonfirmasi.
tap-rejected = ❌ { $name }: sudah dinyatakan tidak benar.
tap-present = ✅ { $name }: hadir sudah dikonfirmasi.
tap-all-here = ✅ Semua yang sudah mulai dicatat hadir.
tap-rest-none = ℹ️ Tidak ada lagi yang perlu dicatat hadir.
tap-rest-here = ✅ { $count } orang dicatat hadir menurut jadwal. Keliru? Tekan namanya.
tap-all-done = ✅ Jam semua yang sudah selesai dikonfirmasi.
choice-right = ✅ Benar
choice-wrong = ❌ Tidak benar
why-wrong =
    Apa yang tidak benar pada catatan { $name }?
    Pilih satu, atau tulis dengan kata sendiri.
reject-sure = Benar dicatat untuk { $name }: { $reason }?
choice-reject-not = ↩️ Tidak jadi
choice-reject-sure = ❌ Ya, catat
reason-not-here = 🚫 Tidak di lokasi
reason-wrong-time = 🕒 Jamnya berbeda
reason-not-working = 🧹 Tidak bekerja
rejection-noted = ❌ Dicatat: catatan { $name } tidak benar ({ $reason }).
choice-unreject = ↩️ Batalkan
rejection-taken-back = ↩️ Dibatalkan. Catatan { $name } kembali seperti semula.
unreject-too-late = Penolakan hanya bisa dibatalkan dalam 10 menit. Bila ternyata hadir, buka 📋 Daftar hari ini.
unreject-not-yours = Penolakan itu dibuat pengawas lain, jadi hanya dia yang bisa membatalkannya.
confirm-not-yourself = Kehadiran sendiri tidak bisa dikonfirmasi sendiri. Mintalah pengawas lain atau PK.
too-early-to-confirm = Jadwal itu belum mulai. Silakan konfirmasi setelah mulai.
present-case-closed = Perkaranya sudah ditutup, jadi kehadirannya tidak bisa dicatat di sini. Sampaikan kepada PK bila ia memang datang.

list-heading = { $site }, { WAKTU($at, "singkat") }: { $count } orang
list-line-open =
    { $number }. { $name } – mulai pukul { WAKTU($start, "jam") } – { $state }{ $look ->
        [far] {" "}– ⚠️ { $metres } m dari lokasi
        [label] {" "}– ⚠️ perlu dilihat
       *[nothing] {""}
    }
list-line =
    { $number }. { $name } – pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") } – { $state }{ $look ->
        [far] {" "}– ⚠️ { $metres } m dari lokasi
        [label] {" "}– ⚠️ perlu dilihat
       *[nothing] {""}
    }
list-missing = Belum ada kabar ({ $count } orang): { $names }
list-to-look-at = ⚠️ { $count } orang perlu dilihat. Tekan namanya untuk membuka kartunya.
list-closed-by-rule = { $count } orang tanpa kabar selesai, dicatat menurut jadwal. Mohon dicek.
bulk-result = ✅ Tersimpan: { $count } orang.
bulk-before = ☑️ Sudah dikonfirmasi { $by }: { $names }
bulk-changed = 🔄 Berubah sementara itu, tidak ada yang hilang: { $names }. Yang terbaru ada di daftar.
bulk-closed = 📁 Perkaranya sudah ditutup: { $names }
list-some-still-open = { $count } orang masih bekerja. Jamnya ditanyakan setelah selesai.
state-open = bekerja
state-present = hadir ✅
state-waiting = menunggu
state-confirmed = dikonfirmasi ✅
state-rejected = tidak benar ❌
state-absent-told = sudah memberi tahu
state-absent-not_told = tidak datang
state-excused = izin
state-planned = belum ada kabar
state-started = bekerja
state-missed = tidak ada kabar
state-cancelled = batal
choice-all-here = ✅ Hadir semua
choice-rest-here = ✅ Sisanya hadir ({ $count })
choice-all-done = ✅ Selesai semua
choice-all-done-at = ✅ Semua pukul { WAKTU($at, "jam") }
choice-name = { $name }
choice-case = { $number } · { $name }
choice-present = ✅ Hadir: { $name }
day-answered = ✅ { $site }, { WAKTU($at, "hari") }: tidak ada lagi yang menunggu.
day-heading = { $site }, { WAKTU($at, "hari") }
day-line =
    { $number }. { $name } – jadwal pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") } – { $state }{ $look ->
        [far] {" "}– ⚠️ { $metres } m dari lokasi
        [label] {" "}– ⚠️ perlu dilihat
       *[nothing] {""}
    }
day-line-work =
    { $number }. { $name } – { $activity }, jadwal pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") } – { $state }{ $look ->
        [far] {" "}– ⚠️ { $metres } m dari lokasi
        [label] {" "}– ⚠️ perlu dilihat
       *[nothing] {""}
    }
day-line-outside =
    • { $name } – mulai pukul { WAKTU($start, "jam") }, di luar jadwal – { $state }{ $look ->
        [far] {" "}– ⚠️ { $metres } m dari lokasi
        [label] {" "}– ⚠️ perlu dilihat
       *[nothing] {""}
    }
day-line-earlier = • { $name } – mulai pukul { WAKTU($start, "jam") } – { $state }
list-page = Halaman { $page } dari { $pages }
list-empty = Hari ini tidak ada jadwal di lokasi Bapak/Ibu.
list-earlier-more = Masih ada { $count } hari lain yang menunggu. Buka lagi daftar ini sesudah yang di atas selesai.

outside-plan =
    ❓ Apakah jam di luar jadwal ini dihitung?
    { $name } bekerja di { $site }, { WAKTU($start, "tanggal") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }. Pengawas sudah mengonfirmasi.
choice-accept = ✅ Hitung
choice-decline = ❌ Jangan hitung
outside-plan-beyond = ⚠️ Perlu dilihat: { $what }.
staff-site-not-judged =
    Jarak ke lokasi { $site } ({ $code }) tidak bisa dihitung, karena titik atau sudut lokasinya tercatat keliru.
    Kehadiran di sana tetap dicatat. Perbaiki dengan /ubah { $code }, atau lewat buku impor bila sudut-sudutnya yang salah.
