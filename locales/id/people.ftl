# Sapaan, peran, dan kata-kata yang dipakai di banyak tempat

greeting-child = Ananda
honorific-bapak = Bapak
honorific-ibu = Ibu
honorific-saudara = Saudara
honorific-saudari = Saudari

role-client = klien
role-guardian = wali / penjamin
role-supervisor = pengawas lokasi
role-officer = pembimbing kemasyarakatan (PK)
role-head = kepala Bapas
role-prosecutor = jaksa
role-agency = dinas
role-operator = operator

# Tombol papan ketik

key-start = 📍 Mulai kerja
key-finish = 📍 Selesai kerja
key-hours = ⏱ Jam saya
key-help = 🙋 Minta bantuan
key-report = 📝 Lapor diri
key-list = 📋 Daftar hari ini
key-needs = 🔔 Perlu saya
key-digest = 📊 Ringkasan

# Menu perintah

menu-mulai = Mulai kerja
menu-selesai = Selesai kerja
menu-jam = Jam saya
menu-lapor = Lapor diri
menu-daftar = Daftar hari ini
menu-perlu = Yang perlu saya tangani
menu-ringkasan = Ringkasan minggu ini
menu-klien = Lihat satu klien
menu-data = Data saya
menu-bantuan = Minta bantuan

# Pendaftaran

notice-of-data-use =
    Selamat datang di Hadir.

    Hadir dipakai { $office } untuk mencatat kehadiran. Yang disimpan: nama, waktu, lokasi dan foto yang dikirim sendiri di sini, dan konfirmasi pengawas.
    Dasarnya kewajiban hukum dan tugas { $office }. Hanya petugas yang berwenang yang dapat melihatnya, selama diwajibkan aturan.
    Data dapat dilihat, diperbaiki, atau ditanyakan kapan saja: { $contact }.

    Pemberitahuan versi { $version }. Tekan Setuju untuk melanjutkan.
choice-agree = ✅ Setuju
welcome-client =
    Terima kasih, { $sapa } { $name }. HP ini sudah terdaftar.
    Saat tiba di lokasi, tekan tombol di bawah.
welcome-supervisor =
    Terima kasih, { $sapa } { $name }. HP ini sudah terdaftar sebagai pengawas lokasi.
    Saat ada yang mulai kerja, kabarnya datang ke sini.
welcome-officer =
    Terima kasih, { $sapa } { $name }. HP ini sudah terdaftar.
    Ringkasan mingguan datang setiap Senin pukul 07.00.
welcome-others = Terima kasih, { $sapa } { $name }. HP ini sudah terdaftar.
invitation-unknown =
    Tautan ini tidak dapat dipakai.
    Mintalah tautan baru kepada petugas yang memberi.
invitation-used =
    Tautan ini sudah pernah dipakai.
    Mintalah tautan baru kepada petugas yang memberi.
invitation-expired =
    Masa berlaku tautan ini sudah habis.
    Mintalah tautan baru kepada petugas yang memberi.
invitation-foreign =
    Tautan ini untuk orang lain, jadi tidak dibuka di HP ini.
    Teruskan kepada orangnya, atau tanyakan kepada petugas.
already-enrolled = HP ini sudah terdaftar. Tidak perlu mendaftar lagi.
stranger =
    Halo. Nomor ini belum terdaftar.
    Buka tautan dari petugas, atau hubungi { $contact }.
stranger-many-offices =
    Halo. Nomor ini belum terdaftar.
    Buka tautan dari petugas, atau tanyakan ke kantor Bapak/Ibu.

# Bantuan

help =
    Perlu bantuan? Hubungi { $contact }.
help-client =
    Di sini: tekan 📍 untuk mulai atau selesai kerja, kirim foto bila diminta.
    Ketik "jam" untuk jam kerja, "lapor" untuk lapor diri, "data" untuk data sendiri.
help-supervisor =
    Di sini: ketik "daftar" untuk orang hari ini.
    Pada setiap kartu, tekan ✅ Benar atau ❌ Tidak benar.
help-officer =
    Di sini: ketik "perlu" untuk yang perlu ditangani, "klien" dan nama untuk satu klien,
    "ringkasan" untuk minggu ini.
help-others = Ketik "data" untuk melihat data sendiri.
own-data =
    Data yang tercatat di { $office }:
    Nama: { $name }
    Peran: { $role }
    Telepon: { $phone }
    Ada yang salah? Hubungi { $contact }.
not-for-you = Itu bukan bagian dari tugas di HP ini. Yang bisa dipakai ada di tombol di bawah.
not-yours = Itu tidak dapat dibuka dari HP ini. Bila seharusnya bisa, tanyakan kepada petugas.
choice-unknown = Tombol itu sudah tidak berlaku. Pakai tombol terbaru di bawah.
edit-ignored =
    Pesan yang diubah tidak dihitung; yang pertama tetap tersimpan.
    Bila ada yang salah, kirim pesan baru.
could-not-process =
    Maaf, pesan itu tersimpan tetapi belum bisa diproses. Petugas sudah diberi tahu.
    Tidak perlu mengirim ulang.
staff-message-set-aside = Satu pesan masuk (no. { $row }) tidak bisa diproses dan disisihkan. Mohon diperiksa operator.
not-understood-start =
    { $sapa } { $name }, untuk mulai kerja tekan 📍 Mulai kerja di bawah.
    Untuk hal lain tekan 🙋 Minta bantuan.
not-understood-finish =
    { $sapa } { $name }, saat kerja selesai tekan 📍 Selesai kerja di bawah.
    Untuk hal lain tekan 🙋 Minta bantuan.
not-understood-report =
    { $sapa } { $name }, untuk lapor diri tekan 📝 Lapor diri di bawah.
    Untuk hal lain tekan 🙋 Minta bantuan.
not-understood-supervisor =
    { $sapa } { $name }, tekan 📋 Daftar hari ini untuk melihat siapa yang datang.
    Untuk hal lain tekan 🙋 Minta bantuan.
not-understood-officer =
    { $sapa } { $name }, tekan 🔔 Perlu saya atau ketik "klien" dan nama.
    Untuk hal lain tekan 🙋 Minta bantuan.
not-understood-others = { $sapa } { $name }, untuk bertanya tekan 🙋 Minta bantuan.
reply-with-number = Balas dengan nomor:
sent-again = (dikirim ulang)
