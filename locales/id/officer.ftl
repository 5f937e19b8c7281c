# Percakapan pembimbing kemasyarakatan

needs-heading = 🔎 Yang perlu dilihat, { WAKTU($at, "singkat") }
needs-call-open = • 🙋 { $name } minta bantuan { WAKTU($at, "singkat") }, dan belum ada yang menangani. Langkah: tekan Saya tangani pada kartunya di atas.
needs-call-taken = { digest-call-taken }
needs-unread = • ✉️ { $guardian ->
        [1] wali { $name }
       *[other] { $name }
    } menulis { WAKTU($at, "singkat") }, dan belum dibaca. Langkah: buka pesannya dengan tombol 💬, lalu balas.
needs-unread-worrying = • ✉️ { $guardian ->
        [1] wali { $name }
       *[other] { $name }
    } menulis { WAKTU($at, "singkat") }, ada kata yang perlu segera dibaca. Langkah: buka pesannya dengan tombol 💬, lalu hubungi.
needs-outside-plan = • { $name } bekerja di luar jadwal { WAKTU($day, "tanggal") } di { $site }, dan pengawas sudah mengonfirmasi. Langkah: pilih dihitung atau tidak pada kartunya di atas.
needs-counts = Perlu Anda: { $act } hal. Menunggu orang lain: { $waiting } hal.
needs-asked-excuse = • 📝 { $name } mengajukan izin { excuse-span }, menunggu sejak { WAKTU($since, "tanggal") }. Langkah: buka dengan tombol 📝, lalu putuskan.
needs-asked-contest = • ✋ { $name } keberatan tentang { excuse-span }, menunggu sejak { WAKTU($since, "tanggal") }; jawaban ditunggu sampai { WAKTU($until, "tanggal") }. Langkah: buka dengan tombol ✋, lalu putuskan.
needs-move = • 📅 { $name } minta hari lain untuk { WAKTU($at, "singkat") } di { $site }. Langkah: buka dengan tombol 📅, lalu pilih harinya sebelum jadwal itu.
needs-make-up = • 📅 { $name }: { $site } tutup { WAKTU($at, "singkat") }, dan jamnya belum mendapat hari lain. Langkah: buka dengan tombol 📅, lalu pilih harinya.
needs-never-joined =
    • Belum bergabung dan belum ada catatan kerjanya: { $names }{ $more ->
        [0] {""}
       *[other] {" "}dan { $more } lainnya
    }. Langkah: bagikan lagi undangannya dengan tombol ✉️, atau ketik "undang"; bila tidak punya HP, pengawas bisa mencatat kehadirannya.
needs-wrong-number = • Nomor { ORANG($name, $code) } ternyata milik orang lain. Langkah: perbaiki nomornya dengan tombol ✏️, lalu ketik "undang { $code }".
needs-no-plan = • { $name } masih punya sisa { LAMA($remaining) }, tetapi belum ada jadwal berikutnya. Langkah: atur penempatannya dengan tombol 📍.
needs-no-placement = • { $name } belum ada penempatan; sisa { LAMA($remaining) } belum mendapat jadwal. Langkah: pilih lokasinya dengan tombol 📍.
needs-draft = • Perkara { $name } belum bisa dimulai. Yang kurang: { $lacks }. Langkah: lengkapi datanya dengan tombol ✏️.
needs-unconfirmed-long =
    • { $count } kehadiran di { $site } menunggu pengawas{ $count ->
        [1] {""}
       *[other] , yang tertua
    } sejak { WAKTU($since, "tanggal") } ({ $days } hari): { $names }{ $more ->
        [0] {""}
       *[other] {" "}dan { $more } lainnya
    }. Langkah: hari itu tanpa pengawas; konfirmasi dari daftar hadir bertanda tangan dengan tombol 📄.
needs-supervisor = 📞 Pengawas: { $name }, { $phone }
needs-supervisor-no-phone = 👤 Pengawas: { $name }, nomornya belum tercatat
needs-no-supervisor = 👤 Belum ada pengawas di lokasi itu; bicarakan dengan kepala Bapas.
needs-page = Halaman { $page } dari { $pages }
needs-fine =
    {""}
    🟢 { $fine } klien berjalan baik. Sepekan ini hadir { $attended } dari { $due } jadwal, { LAMA($credited) } diakui.
choice-needs = 📋 Buka daftar
choice-needs-next = ▶️ Berikutnya
choice-needs-first = 🔁 Dari awal
choice-name-call = 📞 { $name }
choice-case-call = 📞 { $number } · { $name }
choice-name-follow-up = 🧭 { $name }
choice-case-follow-up = 🧭 { $number } · { $name }
choice-name-message = 💬 { $name }
choice-case-message = 💬 { $number } · { $name }
choice-name-invite = ✉️ { $name }
choice-case-invite = ✉️ { $number } · { $name }
choice-name-mend = ✏️ { $name }
choice-case-mend = ✏️ { $number } · { $name }
choice-name-place = 📍 { $name }
choice-case-place = 📍 { $number } · { $name }
choice-listed-excuse = 📝 { $name }
choice-listed-excuse-day = 📝 { WAKTU($day, "tanggal") } { $name }
choice-listed-contest = ✋ { $name }
choice-listed-contest-day = ✋ { WAKTU($day, "tanggal") } { $name }
choice-listed-move = 📅 { $name }
choice-listed-move-day = 📅 { WAKTU($day, "tanggal") } { $name }
choice-signed-at = 📄 { $site }
needs-none-head = 👍 Tidak ada yang menunggu Bapak/Ibu: permintaan bantuan, keberatan, tawaran, atau penutupan.
needs-nothing = 👍 Tidak ada yang perlu ditindaklanjuti sekarang.

client-ask-name = Klien yang mana? Tulis namanya atau kodenya, misalnya: Budi
client-not-found = Belum ada klien Anda yang cocok dengan “{ $text }”. Coba sebagian namanya, atau kodenya.
client-which = Ada { $count } klien yang cocok. Pilih satu.
client-which-page = Ada { $count } klien yang cocok. Pilih satu, atau tulis nama yang lebih lengkap.
client-which-of-many = Banyak klien yang cocok; ini { $count } yang pertama. Pilih satu, atau tulis nama yang lebih lengkap.
client-which-words = Tulisan Anda ikut ke pilihan itu: “{ $words }”

client-card = 👤 { $name } · { $programme }
client-card-child-name = 🔒 Nama Anak: { $name } (rahasia, hanya untuk Anda)
client-card-case = Perkara { $number } · kode { $code }
client-card-period = { WAKTU($first, "hari") } – { WAKTU($last, "hari") }
client-card-phone = 📞 { $phone }
client-card-hours = ⏱ { LAMA($credited) } diakui dari { LAMA($total) }, sisa { LAMA($remaining) }
client-card-waiting = Menunggu keputusan: { LAMA($waiting) }
client-card-surplus = Kelebihan jam: { LAMA($surplus) }, karena { $cause }
client-card-next = 📅 { WAKTU($start, "tanggal") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }
client-card-no-plan = 📅 Belum ada jadwal berikutnya
client-card-lately = Kehadiran terakhir:
client-card-working = • { WAKTU($start, "tanggal") } mulai pukul { WAKTU($start, "jam") }, { $site }: sedang bekerja
client-card-confirmed = • { WAKTU($start, "tanggal") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }: { LAMA($credited) } diakui
client-card-remarked = • { WAKTU($start, "tanggal") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }: { LAMA($credited) } diakui, { $outcome }
client-card-unconfirmed = • { WAKTU($start, "tanggal") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }: menunggu pengawas
client-card-outside-plan = • { WAKTU($start, "tanggal") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }: di luar jadwal, menunggu keputusan Anda
client-card-rejected = • { WAKTU($start, "tanggal") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }: dinyatakan tidak benar ({ $reason })
client-card-rejected-start = • { WAKTU($start, "tanggal") } mulai pukul { WAKTU($start, "jam") }, { $site }: dinyatakan tidak benar ({ $reason })
client-card-undone-start = • { WAKTU($start, "tanggal") } mulai pukul { WAKTU($start, "jam") }, { $site }: dibatalkan ({ $reason })
client-card-far = ⚠️ { $metres } m dari lokasi
client-card-beyond = ⚠️ { $what }
client-card-labelled = ⚠️ ada catatan sistem yang perlu dilihat
reason-for-officer = ditulis pengawas, hanya untuk PK-nya
client-card-report-due = 📝 Lapor diri { WAKTU($day, "tanggal") }: ditunggu
client-card-report-done = 📝 Lapor diri { WAKTU($day, "tanggal") }: sudah
client-card-report-late = 📝 Lapor diri { WAKTU($day, "tanggal") }: terlambat, sudah diterima
client-card-report-missed = 📝 Lapor diri { WAKTU($day, "tanggal") }: belum
client-card-report-unreached = 📝 Lapor diri { WAKTU($day, "tanggal") }: tak terjangkau
client-card-report-dropped = 📝 Lapor diri { WAKTU($day, "tanggal") }: tidak berlaku lagi
client-card-answers = Lapor diri { WAKTU($day, "tanggal") }, dengan kata-katanya sendiri:
client-card-answer-condition = • Keadaan: { $words }
client-card-answer-work = • Kegiatan: { $words }
client-card-answer-surroundings = • Lingkungan: { $words }
client-card-answer-obstacles = • Kendala: { $words }
client-card-answer-plans = • Rencana: { $words }
client-card-answer-address = • Alamat atau nomor: { $words }
client-card-answer-talk = • Bicara dengan PK: { $words }
client-card-joined = 💬 Terhubung sejak { WAKTU($at, "tanggal") }
client-card-never-joined = 💬 Belum bergabung; undangannya belum dipakai
client-card-lost = 💬 Pesan tidak sampai sejak { WAKTU($at, "tanggal") }

programme-kerja-sosial = kerja sosial
programme-pelayanan-masyarakat-anak = pelayanan masyarakat
programme-integrasi = program integrasi

outside-plan-accepted = ✅ Kerja { $name } di luar jadwal, { WAKTU($day, "tanggal") } di { $site }, dihitung: { LAMA($credited) } diakui.
outside-plan-declined = ❌ Kerja { $name } di luar jadwal, { WAKTU($day, "tanggal") } di { $site }, tidak dihitung. Catatannya tetap tersimpan.
reason-outside-plan = Di luar jadwal, menurut PK
