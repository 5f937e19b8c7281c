site-code =
    🔢 Kode lokasi { $site }: { $code }
    Klien memindai gambar ini dengan kamera HP, atau mengetik enam angka itu di chat Hadir di HP-nya sendiri. { $until }
site-code-until = Berlaku sampai pukul { WAKTU($at, "jam") }.
site-code-renews = Berganti sendiri setiap menit sampai pukul { WAKTU($at, "jam") }.
site-code-over = Kode lokasi { $site } sudah berhenti berganti. Bila masih ada yang datang, tekan 🔄 Kode baru.
site-code-over-picture = Tekan Kode baru
site-code-which = Kode untuk lokasi yang mana?
site-code-none = Hari ini Anda tidak bertugas di lokasi mana pun. Bila keliru, tekan 🙋 Minta bantuan.
choice-site-code = { $site }
choice-site-code-new = 🔄 Kode baru
site-code-stranger = Kode ini untuk yang sudah punya undangan. Buka dahulu undangan Anda, lalu pindai lagi.
site-code-newcomer = Satu langkah lagi sebelum kode ini bisa dipakai. Selesaikan dahulu langkah di bawah ini, lalu pindai lagi.
site-code-who-first = Kode lokasi dicatat atas nama satu orang. Pilih dahulu siapa yang memakai HP ini, lalu pindai sekali lagi.
site-code-for-clients = Kode ini untuk klien. Klien memindainya dengan HP sendiri.
site-code-unknown = Kode ini tidak berlaku di tempat kerja Anda. Pindai kode di HP pengawas, atau kirim lokasi seperti biasa.
site-code-expired = Kode ini sudah lewat waktunya. Minta pengawas menekan 🔄 Kode baru, lalu pindai lagi.
site-code-used = Kode ini sudah Anda pakai. Bila perlu lagi, minta pengawas menekan 🔄 Kode baru.
site-code-elsewhere = Kode ini untuk lokasi lain, bukan tempat kerja Anda sekarang. Pindai kode di HP pengawas Anda, atau kirim lokasi.
site-code-wrong = Angka itu tidak cocok atau sudah lewat waktunya. Minta kode baru dari pengawas, lalu ketik lagi atau pindai gambarnya.
site-code-locked = Angka belum cocok beberapa kali. Mengetik kode bisa lagi mulai { WAKTU($until, "singkat") }. Sekarang pun Anda bisa memindai gambarnya, atau mengirim lokasi.
site-code-locked-officer =
    🔢 Ada kode lokasi yang { $tries } kali belum cocok.
    Diketik oleh { $name } ({ $code }). Mengetik bisa lagi mulai { WAKTU($until, "singkat") }. Mungkin ia perlu bantuan.
card-site-code-scanned = 🔢 Kode lokasi cocok, pukul { WAKTU($at, "jam") }
card-site-code-typed = 🔢 Kode lokasi cocok (diketik), pukul { WAKTU($at, "jam") }
card-site-code-poster = 🔢 Kode poster cocok, pukul { WAKTU($at, "jam") }
label-code_but_far = kode lokasi cocok, tetapi lokasi HP jauh
card-flag-code_but_far = ⚠️ Perlu dilihat: kode lokasi cocok, tetapi lokasi HP { $km } km dari sini pada saat yang hampir sama. Pastikan ia memang ada di lokasi.
menu-kode = Kode lokasi (QR)
menu-tanpalokasi = Lokasi tidak bisa dikirim
