# Cuti dan pengganti

leave-span =
    { $days ->
        [1] { WAKTU($first, "tanggal") }
       *[other] { WAKTU($first, "tanggal") } – { WAKTU($last, "tanggal") }
    }
leave-span-in-full =
    { $days ->
        [1] { WAKTU($first, "hari") }
       *[other] { WAKTU($first, "hari") } sampai { WAKTU($last, "hari") }
    }

leave-ask-first =
    { $sapa } { $name }, cuti mulai hari apa?
    Pilih, atau tulis tanggalnya, misalnya 20/04. Tidak jadi? Ketik "batal".
leave-ask-last =
    Mulai { WAKTU($day, "tanggal") }. Sampai hari apa?
    Pilih, atau tulis tanggalnya.
leave-ask-who = Siapa yang menggantikan? Pilih, atau tulis nama atau kodenya.
leave-ask-who-nobody = Belum ada rekan yang bisa menggantikan pada hari-hari itu. Tulis nama atau kodenya, atau hubungi kantor.
choice-leave-day = 📅 { WAKTU($day, "tanggal") }
choice-leave-nobody = 🚫 Tanpa pengganti

leave-check =
    Periksa dulu: cuti { $person }, { leave-span-in-full }.
    Pengganti: { $standin }.
leave-check-nobody =
    Periksa dulu: cuti { $person }, { leave-span-in-full }.
    Belum ada pengganti.
leave-site = • { $site }
choice-leave-send = 📨 Kirim
choice-leave-change = ✏️ Ubah jawaban
choice-leave-ask = 👤 { $name }
choice-leave-another = ➕ Cuti lain
choice-leave-withdraw = ↩️ Batalkan cuti
choice-leave-end = 🏁 Akhiri cuti
choice-leave-accept = ✅ Sanggup
choice-leave-decline = ❌ Tidak bisa

choice-leave-step-down = ✋ Tidak bisa lagi
choice-leave-replace = 🔁 Ganti pengganti
leave-stepped-down-by-you =
    Baik, mulai sekarang Anda tidak lagi menggantikan { $person }, { leave-span }.
    { $person } dan kepala Bapas sudah diminta memilih orang lain.
leave-stepped-down =
    ✋ { $standin } tidak bisa lagi menggantikan { $person }, { leave-span }. Cutinya tetap tercatat.
    Siapa yang diminta sebagai gantinya? Pilih rekan.
leave-replace-sure =
    { $person } sudah tercatat cuti, { leave-span }, dengan pengganti { $standin }.
    Minta { $other } menggantikan sebagai gantinya?
leave-replaced =
    { $by } meminta orang lain menggantikan { $person }, { leave-span }.
    Terima kasih; mulai sekarang tidak ada lagi yang perlu Anda lakukan.
stand-in-over =
    Masa Anda menggantikan di sini berakhir { WAKTU($day, "hari") }.
    Yang memutuskan sekarang: { $decider }.
leave-sent =
    📨 { $standin } sudah ditanya: { leave-span }.
    Penggantian berlaku sesudah { $standin } menjawab sanggup.
leave-noted =
    📝 Dicatat: { $person } cuti { leave-span }, tanpa pengganti.
    PK ditanya sehari sebelumnya siapa yang mengonfirmasi.
leave-said-for-you =
    { $by } mencatat cuti untuk Anda: { leave-span }, pengganti { $standin }.
    Kalau keliru, tulis /cuti untuk membatalkannya.
leave-asked =
    { $person } cuti { leave-span-in-full }.
    Sanggup menggantikan?
leave-means-officer = Selama itu kabar, ringkasan, dan keputusan untuk kliennya datang ke sini. Sesudah hari terakhir semuanya kembali.
leave-means-supervisor = Selama itu kehadiran di sana dikonfirmasi dari HP ini:
leave-accepted-by-you =
    ✅ Terima kasih. Anda menggantikan { $person }, { leave-span }.
    Berlaku sampai hari terakhir itu selesai.
leave-away-by-you =
    Terima kasih, tetapi Anda sendiri cuti pada hari-hari itu.
    { $person } sudah diberi tahu dan akan memilih orang lain.
leave-declined-by-you = Baik, { $person } sudah diberi tahu dan akan mencari pengganti lain.
leave-accepted = ✅ { $standin } sanggup menggantikan { $person }, { leave-span }.
leave-declined =
    { $standin } belum bisa menggantikan { $person }, { leave-span }.
    Siapa yang diminta sebagai gantinya? Pilih rekan, atau tulis /cuti.
leave-withdrawn = ↩️ Cuti { $person }, { leave-span }, dibatalkan oleh { $by }.
leave-ended =
    🏁 Cuti { $person } diakhiri oleh { $by }.
    Mulai sekarang { $person } bertugas lagi.
leave-unanswered =
    { $name } belum menjawab apakah sanggup menggantikan mulai besok.
    Hubungi langsung, atau batalkan dan minta orang lain lewat /cuti.

leave-state-offered = ⏳ Cuti { leave-span }: menunggu jawaban { $standin }.
leave-state-accepted = 🌴 Cuti { leave-span }: digantikan { $standin }.
leave-state-declined = Cuti { leave-span }: { $standin } belum bisa menggantikan.
leave-state-uncovered = Cuti { leave-span }: belum ada pengganti.
leave-state-standing-in = 🤝 Anda menggantikan { $person }, { leave-span }.
leave-of-offered = ⏳ Cuti { $person }, { leave-span }: menunggu jawaban { $standin }.
leave-of-accepted = 🌴 Cuti { $person }, { leave-span }: digantikan { $standin }.
leave-of-uncovered = Cuti { $person }, { leave-span }: belum ada pengganti.
leave-another-one = Ada cuti lain yang mau dicatat?

leave-too-long = Satu cuti paling lama { $most } hari. Catat sisanya sebagai cuti berikutnya.
leave-past = Hari itu sudah lewat. Pilih hari ini atau sesudahnya.
leave-overlaps =
    Untuk hari-hari itu sudah tercatat cuti, { leave-span }.
    Tulis /cuti untuk melihat atau membatalkannya.
leave-you-stand-in =
    Pada hari-hari itu Anda sudah sanggup menggantikan { $name }.
    Tidak bisa lagi? Tekan tombolnya, lalu catat cuti Anda sekali lagi.
leave-stand-in-away = { $name } sendiri cuti pada hari-hari itu. Pilih orang lain.
leave-chain = { $name } sekarang menggantikan orang lain pada hari-hari itu, jadi belum bisa cuti. Hubungi { $name }.
leave-not-yourself = Pengganti harus orang lain. Pilih rekan.
leave-officer-needs-stand-in = Klien tidak boleh tanpa PK. Pilih seorang rekan sebagai pengganti.
leave-nobody-called = Belum ada rekan yang cocok dengan “{ $text }”. Periksa nama atau kodenya.
leave-several-called = Ada beberapa rekan yang cocok dengan “{ $text }”. Tulis kodenya.
leave-not-open = Permintaan itu sudah dijawab, dibatalkan, atau sudah lewat. Tulis /cuti untuk melihat keadaannya.
leave-site-not-his = Lokasi itu bukan tanggung jawab pengawas tersebut. Periksa kode lokasinya.
leave-person-unknown = Belum ada PK atau pengawas dengan kode “{ $text }”. Periksa kodenya.
leave-head-usage =
    Untuk mencatat cuti orang lain, tulis siapa, dari, sampai, dan penggantinya.
    Misalnya: /cuti PK-01 20/04 24/04 PK-02

# Selama digantikan

needs-heading-stand-in = 🔎 Yang perlu dilihat untuk { $officer } yang sedang cuti, { WAKTU($at, "singkat") }
digest-stand-in = 🤝 Ini klien { $officer }, yang sedang cuti dan Anda gantikan.

# Serah kembali

handback =
    👋 Selamat bertugas kembali. { $officer } menggantikan Anda { leave-span }.
handback-done = Yang diputuskan selama itu:
handback-by =
    {""}
    { $officer }, { leave-span }:
handback-nothing-done = Selama itu tidak ada keputusan yang diambil.
handback-deed = • { $name }: { $what }
handback-open = Yang masih menunggu Anda:
handback-nothing-open = 👍 Tidak ada yang menunggu sekarang.
handback-confirmed = Dikonfirmasi: { $confirmed } kehadiran; dinyatakan tidak benar: { $rejected }.
handback-waiting = Masih menunggu Anda: { $count } kehadiran. Tekan 📋 Daftar hari ini.
handback-none-waiting = 👍 Tidak ada kehadiran yang menunggu.
handback-thanks = 🙏 Terima kasih sudah menggantikan { $name }. Tugas itu sekarang kembali kepadanya.
handback-hours-adjusted = jam dikoreksi
handback-hours-confirmed = jam dikonfirmasi
handback-outside-plan-accepted = kerja di luar jadwal dihitung
handback-outside-plan-declined = kerja di luar jadwal tidak dihitung
handback-outcome-set = izin atau ketidakhadiran dicatat
handback-excuse-taken-back = izin dibatalkan
handback-placed = ditempatkan
handback-session-moved = jadwal dipindah
handback-move-declined = jadwal tidak diganti
handback-site-closed = lokasi ditutup
handback-site-reopened = lokasi dibuka lagi
handback-contest-settled = keberatan diakhiri, jamnya sudah tercatat
handback-contest-upheld = keberatan diterima
handback-contest-dismissed = keberatan tidak diterima
handback-placement-stopped = penempatan dihentikan
handback-placement-resumed = penempatan dijalankan lagi
handback-help-closed = permintaan bantuan ditangani dan ditutup
handback-case-state-changed = keadaan perkara diubah
handback-closing-chosen = penutupan diusulkan

menu-cuti = Cuti dan pengganti
