# Pesan PK untuk banyak klien

circular-whom = ✉️ Pesan ini untuk siapa?
choice-circular-to-all = 👥 Semua klien
choice-circular-to-today = 📅 Jadwal hari ini
choice-circular-to-tomorrow = 📅 Jadwal besok
choice-circular-to-act = 🔎 Yang perlu
choice-circular-to-site = 📍 Per lokasi
choice-circular-to-picked = ☑️ Pilih sendiri
circular-pick = ☑️ { $count } dari { $all } klien dipilih. Tekan nama untuk memilih, lalu ➡️ Lanjut.
circular-none-picked = Belum ada klien yang dipilih. Tekan namanya dulu, lalu ➡️ Lanjut.
circular-which-site = Klien di lokasi mana?
circular-nobody = Tidak ada klien yang termasuk pilihan itu sekarang. Pilih yang lain lewat /kirim.
circular-ask = Tulis pesannya untuk { $count } klien. Nama masing-masing ditambahkan sendiri.
circular-too-long = Pesannya terlalu panjang; paling banyak { $most } huruf. Tulis yang lebih singkat.
circular-preview =
    ✉️ Untuk { $count } klien:
    “{ $words }”
circular-unreached = ⚠️ Tidak sampai ke { $count } klien: { $names }
circular-is-quiet = Sekarang jam tenang; terkirim { WAKTU($at, "singkat") }.
circular-names-day = ⚠️ Dibaca { WAKTU($at, "singkat") }: “{ $word }” saat itu berarti lain. Sebut hari atau tanggalnya; tulis teks yang baru di sini.
circular-names-child = ⚠️ Teks ini menyebut nama Anak atau walinya: “{ $names }”. Nama itu rahasia bagi klien lain; tulis teks yang baru di sini, tanpa nama. Bila yang dimaksud lain, lanjutkan saja.
circular-reaches-nobody = Pesan ini tidak sampai ke siapa pun, jadi tidak dikirim.
choice-circular-send = ✅ Kirim ({ $count })
choice-circular-morning = 🌅 Kirim pagi ({ $count })
choice-circular-words = ✏️ Ubah
circular-quiet =
    Sekarang jam tenang, sampai { WAKTU($at, "pukul") }.
    Kirim sesudahnya?
circular-same =
    Pesan yang sama sudah dikirim { WAKTU($at, "singkat") }.
    Kirim sekali lagi?
choice-circular-again = 📨 Kirim lagi
circular-sent = ✉️ Terkirim kepada { $count } klien. Balasannya datang di sini.
circular-later = 🌅 Dikirim { WAKTU($at, "singkat") } kepada { $count } klien.
circular-taken-back = ↩️ Dibatalkan: pesan itu tidak dikirim kepada { $count } klien.
circular-was-sent = Pesan itu sudah terkirim. Untuk pesan baru, ketik /kirim.
menu-kirim = Pesan untuk banyak klien
