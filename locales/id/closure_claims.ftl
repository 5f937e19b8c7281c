# Lokasi tutup menurut klien

menu-lokasitutup = Lokasi ternyata tutup
choice-closed-claim = 🚧 Lokasi tutup
closed-said-already = Untuk hari itu sudah ada keterangan. Bila ada yang belum sesuai, tulis dengan /pesan.
choice-closed-yes = 🚧 Benar, tutup
choice-closed-no = ✅ Tidak tutup
reason-site-closed = Lokasi ternyata tutup
closed-place =
    Berdirilah di depan { $site }, lalu tekan 📍 Kirim lokasi ini. Tidak bisa? Tulis saja apa yang terlihat.
    Ini tidak dihitung sebagai mulai kerja. Tidak jadi? Ketik "batal".
closed-place-then = Apa yang terlihat di { $site } waktu itu? Tulis dengan kata sendiri; pengawas atau PK akan melihatnya.
closed-place-again = Boleh ditulis dengan kata-kata? Singkat saja, apa yang terlihat di sana.
closed-nothing-today = Hari ini tidak ada jadwal yang belum dimulai. Bila ada yang lain, tulis dengan /pesan.
closed-kept =
    { $sapa } { $name }, sudah dicatat bahwa { $site } tutup, dan sedang ditanyakan.
    Selama menunggu, ini tidak dihitung sebagai tidak hadir. Foto tempatnya boleh menyusul di sini.
closed-kept-in-words =
    { $sapa } { $name }, sudah dicatat bahwa { $site } tutup, dan sedang ditanyakan. Selama menunggu, ini tidak dihitung sebagai tidak hadir.
    Lokasi dan foto tempatnya boleh menyusul di sini.
closed-place-kept =
    Terima kasih, lokasinya sudah ditambahkan; ini bukan mulai kerja.
    Bila { $site } ternyata sudah buka, tekan 📍 Mulai kerja.
closed-photo-kept = Terima kasih, fotonya sudah sampai ke PK.
closed-photo-kept-place = Terima kasih, fotonya sudah sampai ke PK. Lokasi tempatnya boleh menyusul di sini.
closed-kept-photo =
    { $sapa } { $name }, fotonya diterima: sudah dicatat bahwa { $site } tutup, dan sedang ditanyakan. Selama menunggu, ini tidak dihitung sebagai tidak hadir.
    Lokasi tempatnya boleh menyusul di sini.
closed-photo-which = Foto diterima dan disimpan. Ini foto kerja yang sedang ditunggu, atau foto lokasi yang tutup?
choice-closed-photo-work = 📷 Foto kerja
choice-closed-photo-gate = 🚧 Foto lokasi tutup
closed-photo-used = Foto itu sudah tersimpan, tidak perlu apa-apa lagi.
closed-photo =
    Ada foto dari klien tentang lokasi yang tutup.
    { $name }, { $site }, { WAKTU($day, "tanggal") }
closed-question-softly = Ada yang menyampaikan bahwa { $site } tutup { WAKTU($day, "tanggal") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }. Apakah benar?
closed-question = 🚧 Apakah { $site } tutup { WAKTU($day, "tanggal") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }? Begitu kata yang datang ke sana.
closed-line = • { $name }, { WAKTU($at, "pukul") }
closed-line-metres = • { $name }, { WAKTU($at, "pukul") }, { $metres } m dari titik lokasi
closed-others = Pada jam lain hari itu ada { $count } orang lagi. Bila tutup sehari penuh, ketik "tutup".
closed-denied = Dicatat: { $site } tidak tutup { WAKTU($day, "tanggal") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }.
closed-denied-client = { $sapa } { $name }, yang direncanakan { WAKTU($at, "singkat") } tetap berjalan. { $site } ternyata buka; silakan datang.
closed-denied-client-over = { $sapa } { $name }, menurut pengawas atau PK, { $site } buka { WAKTU($day, "tanggal") }. Keterangan Anda sudah diteruskan ke PK, yang akan melihatnya.
closed-was-upheld = { $site } sudah dicatat tutup untuk waktu itu, oleh { $by } { WAKTU($at, "singkat") }.
closed-was-denied = { $site } sudah dicatat tidak tutup waktu itu, oleh { $by } { WAKTU($at, "singkat") }. Bila ternyata tutup, ketik "tutup".
