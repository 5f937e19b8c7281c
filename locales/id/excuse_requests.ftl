# Izin yang diajukan: klien (atau walinya) meminta, PK memutuskan; lokasi tidak diberi tahu alasannya

menu-izin = Ajukan izin
excuse-span =
    { $days ->
        [1] { WAKTU($first, "tanggal") }
       *[other] { WAKTU($first, "tanggal") } – { WAKTU($last, "tanggal") }
    }
excuse-ask-reason =
    { $sapa } { $name }, ada halangan apa?
    Hanya PK yang membaca alasannya.
excuse-ask-reason-child =
    { $name } berhalangan karena apa?
    Hanya PK yang membaca alasannya.
choice-excuse-reason-sakit = 🤒 Sakit
choice-excuse-reason-keluarga = 👪 Keluarga
choice-excuse-reason-sidang = ⚖️ Sidang
choice-excuse-reason-ibadah = 🙏 Ibadah
choice-excuse-reason-kerja = 💼 Bekerja
choice-excuse-reason-lain = 💬 Lainnya
excuse-reason-sakit = sakit
excuse-reason-keluarga = keluarga
excuse-reason-sidang = sidang
excuse-reason-ibadah = ibadah
excuse-reason-kerja = bekerja
excuse-reason-lain = lainnya
excuse-ask-words = Ceritakan halangannya dengan kata sendiri, ditulis atau direkam.
excuse-ask-days = Izin untuk hari apa? Pilih, atau tulis tanggalnya.
choice-excuse-today = 📅 Hari ini
choice-excuse-day = 📅 { WAKTU($day, "tanggal") }
choice-excuse-days = 🗓 Beberapa hari
excuse-ask-span = Tulis hari pertama dan terakhir, misalnya 20/04 22/04. Hari yang terpisah: 20/04 dan 27/04.
excuse-ask-proof =
    📝 Izin untuk { excuse-span }.
    Jadwal di hari itu:
excuse-ask-proof-also = Dan { excuse-span }, sebagai izin tersendiri:
excuse-ask-proof-how = Kirim foto surat atau rekaman suara sekarang, atau pilih satu. Surat dari desa juga bisa.
excuse-session = • { WAKTU($at, "singkat") }, { $site }
excuse-begun = • { WAKTU($at, "singkat") }, { $site }: sudah mulai kerja
excuse-at-work = Bila harus pergi sekarang, ketik "selesai" juga.
excuse-sessions-more = • dan { $count } jadwal lagi
excuse-no-sessions = • tidak ada jadwal kerja
choice-excuse-proof-officer_knows = 🤝 PK sudah tahu
choice-excuse-proof-later = ⏳ Bukti menyusul
choice-excuse-proof-none = 📨 Kirim tanpa bukti
excuse-filed =
    ✅ Izin { excuse-span } sudah diajukan kepada PK.
    Selama belum dijawab, hari itu tidak dihitung tidak hadir.
excuse-filed-proof-later = Bukti ditunggu sampai { WAKTU($day, "hari") }. Bila lain hari, tulis tanggalnya.
choice-excuse-add = 📎 Tambah bukti
choice-excuse-withdraw = ↩️ Tarik izin
choice-excuse-new = ➕ Izin lain
choice-excuse-missed = 📝 Ajukan izin
excuse-ask-more = Kirim foto, rekaman suara, atau tulis keterangannya.
excuse-added = ✅ Terima kasih, sudah ditambahkan dan sampai kepada PK.
excuse-added-no-day =
    ✅ Keterangannya sudah sampai kepada PK. Bukti tetap ditunggu sampai { WAKTU($day, "hari") }.
    Bila buktinya datang hari lain, tulis tanggalnya, misalnya { WAKTU($example, "angka") }.
excuse-of-days = • izin { excuse-span }
excuse-proof-day-kept = ✅ Baik, bukti ditunggu sampai { WAKTU($day, "hari") }.
excuse-proof-reminder =
    { $sapa } { $name }, ada yang ditunggu hari ini: bukti izin { excuse-span }.
    Bila belum ada, PK akan memutuskan tanpa bukti.
excuse-withdrawn = ↩️ Izin ditarik. Jadwalnya tetap seperti semula.
excuse-days-not-understood =
    "{ $text }" belum terbaca sebagai tanggal.
    Tulis misalnya 20/04, atau 20/04 sampai 22/04. Hari yang terpisah: 20/04 dan 27/04.
excuse-too-many-days = Sekali mengajukan paling banyak { $most } hari yang terpisah. Mohon tulis sebagian dulu.
excuse-days-far = Hari itu terlalu jauh dari sekarang. Periksa tanggalnya, atau bicarakan dengan PK.
excuse-proof-day = Bukti bisa menyusul paling lambat { $most } hari lagi. Tulis tanggal yang lain.
excuse-known-already = Untuk hari itu PK sudah memberi izin. Tidak perlu diajukan lagi.
excuse-asked-already = Untuk salah satu hari itu sudah ada izin yang menunggu jawaban PK. Ketik "izin" untuk melengkapi atau menariknya.
excuse-came-late =
    Izin { excuse-span } sudah dijawab sebelum foto ini sampai: belum disetujui. Fotonya disimpan.
    Bila foto ini buktinya, ajukan lagi. Pengawas tidak melihatnya.
photo-which-declined = Izin { excuse-span } belum disetujui; bila ini buktinya, ajukan lagi.
choice-excuse-again-day = 📨 Ajukan { WAKTU($day, "tanggal") }
choice-excuse-again = 📨 Ajukan lagi
excuse-request-over = Izin itu sudah dijawab atau ditarik. Untuk hari lain, ketik "izin".
excuse-request-sent = Izin itu sudah terkirim. Ketik "izin" untuk melengkapi atau menariknya.
excuse-declined-client =
    { $sapa } { $name }, izin { excuse-span } belum disetujui PK.
    Alasannya: { $reason }
excuse-declined-today = Jadwal hari ini tetap: pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }.
excuse-declined-next = Bila ada bukti atau keterangan baru, ketik "izin".
excuse-granted-guardian = ✅ Izin { $code } untuk { excuse-span } disetujui PK.
excuse-declined-guardian =
    Izin { $code } untuk { excuse-span } belum disetujui PK. Jadwalnya tetap.
    Alasannya: { $reason }
    Bila ada bukti atau keterangan baru, ketik "izin".

# Kepada PK

excuse-card = 📝 Ada izin yang diajukan.
excuse-card-more = 📝 Izin yang diajukan dilengkapi.
excuse-card-overdue = 📝 Bukti sebuah izin belum datang. Mohon diputuskan.
excuse-card-who = { $name }: { excuse-span }
excuse-card-reason = Alasan: { $reason }
excuse-card-words = Katanya: { $words }
excuse-card-by-guardian = Diajukan oleh walinya.
excuse-card-told-before = Diberitahukan sebelumnya. Jadwal di hari itu:
excuse-card-told-after = Diberitahukan sesudahnya. Jadwal di hari itu:
excuse-card-proofs = 📎 Bukti: { $photos } foto, { $voices } rekaman
excuse-card-proof-later = ⏳ Bukti menyusul, { WAKTU($day, "hari") }
excuse-card-proof-late = ⏳ Bukti ditunggu sejak { WAKTU($day, "hari") }, belum datang
excuse-card-officer-knows = 🤝 Menurutnya, PK sudah tahu.
excuse-card-no-proof = Belum ada bukti.
excuse-card-withdrawn = ↩️ Ditarik oleh yang mengajukan.
excuse-card-approved = ✅ Disetujui { $by }, { WAKTU($at, "singkat") }
excuse-card-declined =
    ❌ Tidak disetujui { $by }, { WAKTU($at, "singkat") }
    Alasannya: { $reason }
excuse-card-unsaid = 📎 Ada { $count } foto yang belum ia jelaskan; mungkin buktinya.
excuse-not-declined-yet = Belum ditolak. Untuk tetap menolak dengan alasan itu, tekan ❌ Tetap tolak; atau tulis alasan lain.
excuse-part-not-yet = Belum diputus. Hari yang tadi dipilih tetap tersimpan: tulis alasannya sekali lagi, atau pilih yang lain.
choice-excuse-still = ❌ Tetap tolak
choice-excuse-approve = ✅ Setujui
choice-excuse-part = ☑️ Sebagian
choice-day-ticked = ☑️ { WAKTU($day, "tanggal") }
choice-day-unticked = ⬜ { WAKTU($day, "tanggal") }
excuse-part-days = ☑️ Izin { $name }: { $count } dari { $all } hari dipilih. Tekan hari yang disetujui, lalu ➡️ Lanjut.
excuse-part-none = Belum ada hari yang dipilih. Tekan harinya dulu, lalu ➡️ Lanjut.
excuse-part-ask-why = Mengapa hari yang lain belum disetujui? Pilih, atau tulis alasannya untuk klien.
excuse-part-client = { $sapa } { $name }, izin yang diajukan disetujui sebagian.
excuse-part-yes = ✅ { excuse-span }: diizinkan
excuse-part-no = ➖ { excuse-span }: belum diizinkan, jadwalnya tetap
excuse-part-reason = Alasannya: { $reason }
excuse-part-guardian = Izin { $code } disetujui sebagian oleh PK:
excuse-card-part =
    ☑️ Disetujui sebagian oleh { $by }, { WAKTU($at, "singkat") }
    Alasan untuk hari yang lain: { $reason }
choice-excuse-show = 📝 Izin { WAKTU($day, "tanggal") }
choice-excuse-decline = ❌ Tolak
choice-excuse-proofs = 📎 Lihat bukti
excuse-ask-why = Mengapa izin { $name } belum disetujui? Pilih, atau tulis alasannya untuk klien.
excuse-ask-why-guardian = Walinya yang mengajukan juga membacanya.
excuse-decided-meanwhile = Izin ini sudah dijawab { $by }, { WAKTU($at, "singkat") }: { $verdict }.
excuse-decided-meanwhile-why =
    Izin ini sudah dijawab { $by }, { WAKTU($at, "singkat") }: { $verdict }.
    Alasannya: { $reason }
excuse-withdrawn-meanwhile = Izin ini sudah ditarik oleh yang mengajukan, jadi tidak ada lagi yang perlu dijawab.
excuse-verdict-approved = disetujui
excuse-verdict-part = disetujui sebagian
excuse-verdict-declined = belum disetujui
reason-declined-bukti = 📎 Buktinya kurang
reason-declined-bisa = 🕗 Masih bisa datang
reason-declined-pindah = 🔁 Sebaiknya pindah
reason-excuse-asked = izin diajukan, menunggu jawaban
excuse-proof-here = 📎 Bukti izin { $name }, { WAKTU($at, "singkat") }
excuse-proof-gone = Foto bukti izin { $name }, { WAKTU($at, "singkat") }, tidak tersimpan lagi atau belum terambil.
