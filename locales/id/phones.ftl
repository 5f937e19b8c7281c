# Hadir dengan bantuan: pengawas, PK, wali, dan HP bersama

ends-start = Mulai
ends-finish = Selesai
ends-both = Mulai dan selesai
assisted-desk-phone = 📱 { $ends } lewat HP { $phone }
assisted-by-roll-call = 📋 { $ends } dicatat pengawas: { $why }
assisted-by-officer = 🤝 { $ends } dicatat PK: { $why }
assisted-by-guardian = 🤝 { $ends } dibantu wali: { $why }
reason-no-word = tidak ada kabar dari HP
reason-word-later = kabar dari HP menyusul
reason-phone-broken = 📵 HP rusak
reason-no-phone = 🚫 Tidak punya HP

choice-assist-officer = 🤝 Bantu hadir
assist-ask-reason-start = Mengapa mulai kerja { $name } dicatat PK? Tulis alasannya; pengawas tetap mengonfirmasi jamnya.
assist-ask-reason-finish = Mengapa selesai kerja { $name } dicatat PK? Tulis alasannya; pengawas tetap mengonfirmasi jamnya.
assist-not-noted = Baik, tidak ada yang dicatat untuk { $name }.
assist-at-work = { $name } sudah tercatat bekerja sejak { WAKTU($start, "pukul") }. Bila kerjanya sudah berakhir, catat selesainya.
choice-assist-end = 🏁 Catat selesai
assist-undone = Baik, selesai kerja { $name } dibatalkan. Kerjanya jalan terus.
assist-told-undone = Selesai kerja tadi dibatalkan oleh yang mencatatnya. Tekan 📍 Selesai kerja saat benar-benar selesai.
assist-nothing = Jadwal itu sudah berubah. Silakan lihat jadwalnya sekali lagi.
assist-nothing-now = Sekarang tidak ada jadwal { $name } yang bisa dicatat. Untuk yang sudah lewat, mintalah pengawas mencatatnya dari 📋 Daftar hari ini.
assist-noted-start =
    ✅ Mulai kerja { $name } dicatat: { WAKTU($at, "singkat") }, { $site }. No. { $number }.
    Jamnya tetap dikonfirmasi pengawas.
assist-noted-finish =
    ✅ Selesai kerja { $name } dicatat: { WAKTU($at, "singkat") }, { $site }. No. { $number }.
    Jamnya tetap dikonfirmasi pengawas.
assist-told-officer-start = PK sudah mencatat mulai kerja { WAKTU($at, "singkat") } di { $site }. Lokasi tidak perlu dikirim lagi.
assist-told-officer-finish = PK sudah mencatat selesai kerja { WAKTU($at, "singkat") } di { $site }. Jamnya dikonfirmasi pengawas.
assist-told-guardian-start = Wali sudah mencatat mulai kerja { WAKTU($at, "singkat") } di { $site }. Lokasi tidak perlu dikirim lagi.
assist-told-guardian-finish = Wali sudah mencatat selesai kerja { WAKTU($at, "singkat") } di { $site }. Jamnya dikonfirmasi pengawas.

# Wali

key-schedule = 📅 Jadwal
menu-jadwal = Jadwal anak
welcome-guardian =
    Terima kasih, { $sapa } { $name }. HP ini sudah terdaftar untuk wali.
    Tekan 📅 Jadwal untuk melihat hari-harinya.
help-guardian =
    Ketik "jadwal" untuk melihat hari yang akan datang dan yang sudah terlaksana, "izin" bila anak berhalangan.
    Saat mendampingi di lokasi, kirim lokasi atau tekan ✋ untuk membantu. Mencabut izin: ketik "cabut persetujuan".
not-understood-guardian =
    { $sapa } { $name }, tekan 📅 Jadwal untuk melihat hari-harinya.
    Untuk hal lain tekan 🙋 Minta bantuan.
guardian-schedule = 📅 Jadwal { $name }
guardian-coming = • { WAKTU($start, "tanggal") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }
guardian-coming-not = • { WAKTU($start, "tanggal") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }: tidak masuk
guardian-nothing-planned = Belum ada jadwal berikutnya.
guardian-past = Yang sudah lewat:
guardian-done = ✅ { WAKTU($day, "tanggal") }: terlaksana
guardian-stayed = ▫️ { WAKTU($day, "tanggal") }: tidak masuk
guardian-waits = ▫️ { WAKTU($day, "tanggal") }: menunggu dipastikan
guardian-not-done = ▫️ { WAKTU($day, "tanggal") }: belum terlaksana
guardian-no-child = Belum ada jadwal untuk dilihat di sini. Bila seharusnya ada, tekan 🙋 Minta bantuan.
guardian-nothing-now = Sekarang tidak ada jadwal yang perlu dibantu. Tekan 📅 Jadwal untuk melihat hari berikutnya.
guardian-which = Untuk siapa? Pilih satu.
guardian-ask-here-start = Untuk mencatat mulai kerja: apakah { $name } sekarang bersama Bapak/Ibu?
guardian-ask-here-finish = Untuk mencatat selesai kerja: apakah { $name } sekarang bersama Bapak/Ibu?
guardian-ask-over = { $name } mulai kerja { WAKTU($start, "pukul") }, dan jadwalnya belum habis. Apakah kerjanya sudah selesai?
choice-over = 🏁 Ya, sudah selesai
choice-not-over = ⏳ Belum selesai
guardian-not-over = Baik, kerja { $name } jalan terus. Bila sudah selesai, tekan 📅 Jadwal.
choice-here = ✅ Ya, bersama saya
choice-not-here = ❌ Tidak
guardian-location-kept = Lokasi diterima. Tidak ada yang berubah pada jadwal { $name }.
guardian-not-here = Baik, tidak ada yang dicatat. Bila nanti sudah bersama { $name }, tekan 📅 Jadwal lagi.
guardian-ask-why = Mengapa { $name } tidak mengirim sendiri? Pilih satu, atau tulis dengan kata sendiri.
choice-assist-start = ✋ Bantu mulai
choice-assist-finish = ✋ Bantu selesai
guardian-missed =
    Bapak/Ibu Wali, { WAKTU($at, "singkat") } belum tercatat masuk.
    Untuk { $name }. Bila ada sebabnya, ketik "pesan".
guardian-no-work-tomorrow =
    Bapak/Ibu Wali, besok, { WAKTU($day, "hari") }, tidak ada kerja.
    Untuk { $name }. Mohon disampaikan.
guardian-session-dropped =
    Bapak/Ibu Wali, jadwal { WAKTU($at, "singkat") } tidak jadi. Tidak perlu datang.
    Untuk { $name }. Mohon disampaikan.
guardian-work-after-all =
    Bapak/Ibu Wali, maaf, ternyata ada tugas: { WAKTU($at, "singkat") }.
    Untuk { $name }. Mohon disampaikan; rinciannya ada di 📅 Jadwal.
guardian-reminder =
    Bapak/Ibu Wali, besok ada tugas: { WAKTU($at, "singkat") }.
    Untuk { $name }. Mohon disampaikan; rinciannya ada di 📅 Jadwal.
guardian-reminder-today =
    Bapak/Ibu Wali, hari ini ada tugas: { WAKTU($at, "singkat") }.
    Untuk { $name }. Mohon disampaikan; rinciannya ada di 📅 Jadwal.

# HP bersama: di HP-nya

key-choose-person = 👥 Pilih orang
key-next-person = 👥 Ganti orang
menu-ganti-orang = Ganti orang
phone-ready = HP { $phone } sudah menjadi HP bersama. Setiap kali dipakai, pilih dulu siapa orangnya.
phone-who = Siapa yang memakai HP ini?
phone-who-code = Siapa yang memakai HP ini? Ketik kodenya, misalnya K-01.
phone-code-unknown = Kode itu tidak ada di daftar HP ini. Periksa kodenya, lalu ketik sekali lagi.
phone-nobody-yet = Belum ada yang terdaftar untuk HP ini. Mintalah kepada PK, atau hubungi { $contact }.
phone-declined =
    Baik, jawaban ini dicatat. Kewajibannya tetap berjalan; kantor akan berbicara dengan Anda ({ $contact }).
    Berubah pikiran? Tekan 👥 Pilih orang.
phone-declined-told =
    🙅 Di HP { $phone } dijawab: tidak setuju.
    Oleh { ORANG($name, $code) }. Kewajibannya tetap berjalan.
    Langkah: telepon dan bicarakan. Tetap tidak mau? Kehadiran dicatat pengawas di lokasi.
phone-hello = Halo, { $sapa } { $name }. Bila ini bukan Anda, tekan tombol di bawah.
phone-go-on = Silakan pilih di bawah. Setelah selesai, tekan 👥 Ganti orang.
choice-wrong-person = ↩️ Salah orang
phone-left = Terima kasih, sudah ditutup. Yang sudah diterima tetap tersimpan; jawaban yang baru setengah dihapus.
phone-idle = HP ini lama tidak dipakai, jadi sudah ditutup. Silakan pilih orangnya lagi.
phone-idle-wiped =
    HP ini lama tidak dipakai, jadi sudah ditutup dan jawaban yang belum selesai dihapus.
    Silakan mulai lagi setelah memilih.
phone-in-use = HP ini sedang dipakai orang lain. Tekan 👥 Ganti orang dulu.
phone-your-own = HP ini terdaftar atas nama Anda sendiri, jadi tidak perlu ganti orang.
phone-help =
    Perlu bantuan? Hubungi { $contact }.
    Untuk memakai HP ini, tekan 👥 Pilih orang.
phone-link-personal =
    Tautan ini untuk HP bersama { $phone }, dan HP ini sudah atas nama Anda.
    Buka tautannya di HP itu.
phone-ended = HP ini tidak lagi menjadi HP bersama. Terima kasih.
phone-wrong-undone = ↩️ Baik, sudah dibatalkan:
phone-wrong-nothing = ↩️ Baik. Belum ada yang tercatat, jadi tidak ada yang perlu dibatalkan.
phone-wrong-too-late =
    Sudah lebih dari 10 menit, jadi tidak bisa dibatalkan dari sini.
    Sampaikan kepada pengawas lokasi, atau hubungi { $contact }.
regret-start = • Mulai kerja No. { $number }
regret-finish = • Selesai kerja No. { $number }
regret-report = • Lapor diri No. { $number }
regret-decided = • No. { $number } tetap, karena pengawas sudah memeriksanya. Sampaikan kepada pengawas lokasi.
regret-nothing-left = • Satu catatan sudah berubah sebelumnya. Bila ragu, tekan 🙋 Minta bantuan.
regret-told-officer =
    ↩️ Ada lapor diri yang dibatalkan.
    Yang tadi atas nama { $name } dikirim orang lain dari HP bersama. Jawabannya tidak berlaku.
card-undone = ↩️ Dibatalkan: di HP bersama salah pilih orang. Tidak perlu dikonfirmasi.
reason-wrong-person = salah pilih orang di HP bersama

client-card-report-shared = 📱 Dikirim lewat HP { $phone }
client-card-shared = 💬 Memakai HP bersama { $phone }

# Kabar lewat HP keluarga: tanpa isi

family-news = 📨 Untuk { $name }: ada kabar. Tekan namanya untuk membaca.
family-reminder-early = 📨 Untuk { $name }: ada tugas { WAKTU($at, "singkat") }. Mohon disampaikan.
family-reminder-day = 📨 Untuk { $name }: besok ada tugas, { WAKTU($at, "singkat") }. Mohon disampaikan.
family-reminder-late = 📨 Untuk { $name }: ada tugas hari ini sejak { WAKTU($at, "pukul") }, dan masih ditunggu. Mohon disampaikan.
family-reminder-hour = 📨 Untuk { $name }: ada tugas hari ini { WAKTU($at, "pukul") }. Mohon disampaikan.

# HP bersama: PK dan operator

phone-kind-post = pos
phone-kind-family = keluarga
pos-none = Belum ada HP bersama. Untuk membuatnya, tulis /pos dan namanya, misalnya: /pos Pos Bapas Barombong
pos-heading = 📱 HP bersama. Tekan namanya untuk melihat.
pos-line = • HP { $phone } ({ $kind }): { $count } orang, { $state }
pos-state-unbound = menunggu tautannya dibuka
pos-state-bound = terhubung
pos-state-gone = pesan tidak sampai
pos-card = 📱 HP { $phone }
pos-declared = Dibuat oleh { $by }, { WAKTU($at, "tanggal") }
pos-person = • { $code } { $name }
pos-person-child = • { $code }
pos-others = • dan { $count } klien PK lain
pos-used = Terakhir dipakai { WAKTU($at, "singkat") }
pos-ask-kind = HP { $phone } dipakai di mana?
choice-pos-post = 🏢 Di pos
choice-pos-family = 🏠 Di keluarga
choice-pos-people = 👥 Ubah orang
choice-pos-name = ✏️ Ganti nama
choice-pos-link = 🔗 Tautan baru
choice-pos-end = 🛑 Akhiri
pos-link =
    Tautan untuk HP { $phone }, berlaku satu kali sampai { WAKTU($until, "hari") }. Pindai gambarnya dengan HP itu, atau ketik kodenya di sana.

    Tautan: { $link }
    Kode: { $code }
pos-link-not-sent =
    Tautan HP bersama yang tadi dibuat tidak sempat terkirim.
    Ketik "pos" dan pilih HP-nya, lalu tekan 🔗 Tautan baru.
pos-ask-people =
    Siapa yang boleh memakai HP { $phone }? Tulis kodenya, misalnya: K-01; K-02
    Untuk mengeluarkan, beri tanda kurang: -K-03
pos-ask-name = Apa nama baru untuk HP { $phone }?
pos-codes-refused = Belum bisa: { $codes }. Periksa kodenya; yang bisa hanya klien Anda sendiri.
pos-bound = ✅ HP { $phone } sudah terhubung dan bisa dipakai.
pos-end-sure = Akhiri HP { $phone }? Catatan yang sudah dikirim tetap tersimpan.
pos-ended = HP { $phone } tidak lagi menjadi HP bersama.

phone-shows-number =
    HP ini akan dipakai bersama sebagai { $phone }. Tunjukkan angka ini kepada PK atau operator di dekat Anda:

    { $number }
phone-open-again = Angkanya belum cocok. Buka tautannya sekali lagi, lalu tunjukkan angka yang baru.
pos-which-number =
    📱 Sebuah HP membuka tautan { $phone }.
    Bila HP itu ada di depan Anda, pilih angka yang tampil di sana. Bila tidak, abaikan pesan ini.
pos-number-wrong =
    Angka itu tidak sama dengan yang tampil di HP { $phone }, jadi belum dihubungkan.
    Minta orangnya membuka tautan sekali lagi.
pos-number-older =
    Sesudah pesan itu, tautan { $phone } dibuka sekali lagi, jadi angkanya sudah lain.
    Pilih angkanya di pesan yang terbaru.
pos-number-over =
    Belum ada HP yang menunggu untuk { $phone }.
    Ketik "pos { $phone }" untuk tautan baru.
pos-gone =
    📵 HP { $phone } tidak bisa dikirimi pesan lagi.
    Langkah: periksa HP-nya; pengawas tetap dapat mencatat kehadiran.
pos-unwanted =
    ✋ Di HP { $phone } ada yang minta pesan dihentikan atau menyebut salah nomor.
    Langkah: periksa HP-nya; untuk memutusnya ketik "pos { $phone }".
lost-shared-phone =
    { ORANG($name, $code) } tidak punya HP sendiri; yang dipakai HP bersama: { $phones }.
    Bila HP itu hilang, ketik "pos" dan namanya, lalu tekan 🛑 Akhiri.
receipt-whose = Untuk: { $name }
