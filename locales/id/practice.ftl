# Kode saya

own-code =
    Kode: { $code }
    Tunjukkan kepada pengawas di lokasi.
key-own-code = 🪪 Kode saya
menu-kodesaya = Kode saya

# Latihan klien

key-practise = 📍 Coba kirim lokasi
key-practice-end = ⏹ Akhiri latihan
menu-latihan = Latihan
choice-practise = 🎯 Coba sekarang
practice-offer =
    Mau mencoba dulu? Dua menit, dan tidak ada yang dicatat.
    Bisa kapan saja: ketik "latihan".
practice-place =
    🎯 Ini latihan, tidak ada yang disimpan.
    Tekan 📍 Coba kirim lokasi di bawah, lalu izinkan.
practice-place-how =
    Untuk latihan ini, tekan 📍 Coba kirim lokasi di bawah; tombolnya ada di aplikasi HP.
    Bila tidak tampak: 📎, Lokasi, Kirim lokasi saya saat ini.
practice-place-first =
    Fotonya sampai. Sekarang lokasi dulu: tekan 📍 Coba kirim lokasi di bawah.
practice-place-not-live =
    Itu tempat yang dipilih atau diteruskan, bukan posisi HP sekarang.
    Tekan 📍 Coba kirim lokasi di bawah.
practice-place-no-fix =
    HP belum tahu posisinya.
    Nyalakan Lokasi (GPS) di pengaturan HP, lalu tekan 📍 sekali lagi.
practice-place-vague =
    Lokasi sampai, tetapi HP belum yakin posisinya.
    Keluar ke tempat terbuka, nyalakan Lokasi (GPS), tunggu sebentar, lalu tekan 📍 lagi.
practice-arrived =
    📍 Lokasi sampai{ $accuracy ->
        [good] {""}, sangat tepat
        [fair] {""}, cukup tepat
       *[untold] {""}
    }.
practice-arrived-near =
    📍 Lokasi sampai{ $accuracy ->
        [good] {""}, sangat tepat
        [fair] {""}, cukup tepat
       *[untold] {""}
    }: { $metres } m dari { $site }.
practice-photo = 🎯 Satu lagi: kirim satu foto dengan kamera (📎 atau 📷).
practice-photo-still = Lokasinya sudah baik. Tinggal satu foto dengan kamera (📎 atau 📷).
practice-photo-how = Tinggal satu foto: tekan 📎 atau 📷, ambil gambar, lalu kirim.
practice-photo-not-fetched = Fotonya belum sampai utuh. Kirim sekali lagi, sebaiknya saat sinyalnya baik.
practice-photo-as-document = Foto itu sampai sebagai file. Kirim lagi sebagai foto biasa: 📎, lalu Galeri atau kamera.
practice-photo-not-fresh = Itu foto yang diteruskan. Ambil foto baru dengan kamera, lalu kirim.
practice-photo-too-large = Foto itu terlalu besar. Kirim lagi sebagai foto biasa, bukan sebagai file.
practice-photo-not-a-picture = Kiriman itu bukan foto yang bisa dibuka. Ambil foto dengan kamera, lalu kirim.
practice-photo-too-many-pixels = Foto itu terlalu besar. Kirim lagi sebagai foto biasa, bukan sebagai file.
practice-photo-too-small = Foto itu terlalu kecil untuk dilihat. Ambil foto dengan kamera, lalu kirim.
practice-photo-animated = Itu gambar bergerak. Ambil satu foto dengan kamera, lalu kirim.
practice-photo-damaged = Foto itu rusak saat dikirim. Kirim sekali lagi.
practice-word =
    🎯 Ini latihan, tidak ada yang disimpan.
    Balas dengan satu kata, misalnya: siap
practice-ready =
    ✅ HP siap dipakai.
    Latihan selesai; yang dikirim tadi tidak disimpan.
practice-stopped = Latihan selesai, tidak ada yang disimpan. Untuk mencoba lagi, ketik "latihan".
practice-stopped-only = Pesan dan pengingat tetap datang. Tidak ingin menerimanya lagi? Ketik "stop pesan".
practice-over = Latihan tadi sudah berakhir, tidak ada yang disimpan. Untuk mencoba lagi, ketik "latihan".
practice-while-working =
    Sekarang sedang ada kerja yang dicatat, jadi latihannya nanti saja.
    Sesudah selesai, ketik "latihan".
practice-near-work =
    Jadwal kerja sudah dekat atau berjalan, jadi lokasi sekarang dihitung sungguhan.
    Latihan bisa dicoba sesudahnya.
practice-is-real = ℹ️ Latihan berakhir: kiriman ini bukan latihan, tetapi dihitung untuk kerja hari ini.

# Latihan pengawas

drill-list =
    🎯 Ini latihan dengan orang contoh, tidak ada yang dicatat.
    Tekan ✅ Hadir semua, atau satu nama.
drill-list-full = 🎯 Daftar contoh sudah lengkap:
drill-line = { $number }. { $name } – { $state }
drill-person-1 = Adi (contoh)
drill-person-2 = Beni (contoh)
drill-person-3 = Citra (contoh)
drill-state-absent = tidak datang
drill-one = Apakah { $name } datang?
choice-drill-here = ✅ Hadir
choice-drill-away = 🚫 Tidak datang
drill-card =
    🎯 Kartu contoh: { $name }, pukul 08.00–11.00 (3 jam), di lokasi.
    Apakah jamnya benar?
drill-ready-right =
    ✅ Siap. Sungguhan nanti, jamnya langsung dihitung dan orangnya diberi tahu.
    Ini tadi latihan; tidak ada yang dicatat.
drill-ready-wrong =
    ✅ Siap. Sungguhan nanti, ditanyakan alasannya, dan 10 menit masih bisa dibatalkan.
    Ini tadi latihan; tidak ada yang dicatat.

# Pin lokasi

pin-which = Satu lagi: periksa pin lokasi. Anda akan berdiri di lokasi yang mana?
pin-ask =
    Satu lagi: berdiri di { $site }, lalu tekan 📍 Coba kirim lokasi.
    Belum di sana? Tekan ⏹; lain kali ketik "latihan".
pin-fits = ✅ Pin { $site } cocok: { $metres } m, masih dalam { $radius } m.
pin-differs =
    Dari sini ke pin { $site } ada { $metres } m, lebih dari { $radius } m.
    PK sudah diberi tahu; pinnya belum diubah.
pin-none =
    { $site } belum mempunyai pin (radius { $radius } m).
    PK sudah diberi tahu.
pin-differs-officer =
    📌 Pin { $site } perlu dicek: { $supervisor } berdiri di sana, { $metres } m dari pin; batasnya { $radius } m{ $accuracy ->
        [0] {""}
       *[other] {""}, ketepatan HP { $accuracy } m
    }.
    Usul: periksa letaknya, lalu ketik "ubah { $code }" untuk memperbaikinya. Belum ada yang diubah.
pin-none-officer =
    📌 { $site } belum mempunyai pin; { $supervisor } baru saja mencobanya dari sana.
    Usul: ketik "ubah { $code }" untuk mengisi letaknya.

# Latihan yang lain: satu pesan tentang apa yang bisa dilakukan

practice-tour-officer =
    { $sapa } { $name }, yang bisa dilakukan di sini:
    🔔 Perlu saya: siapa yang perlu ditangani, dan langkahnya.
    📊 Ringkasan: minggu ini; setiap Senin pukul 07.00 datang sendiri.
    Ketik "klien" dan namanya untuk satu kartu, "undang" untuk undangan, "cuti" bila akan cuti.
practice-tour-head =
    { $sapa } { $name }, yang bisa dilakukan di sini:
    🔔 Perlu saya: penutupan yang menunggu keputusan.
    📊 Ringkasan: keadaan kantor minggu ini.
    Ketik "klien" dan namanya untuk satu kartu, "cuti" bila akan cuti.
practice-tour-prosecutor =
    { $sapa } { $name }, yang bisa dilakukan di sini:
    📁 Perkara saya: putusan, jam, dan kemajuan setiap perkara.
    Ketik "perkara" dan nomornya untuk satu perkara.
practice-tour-operator =
    { $sapa } { $name }, yang bisa dilakukan di sini:
    ✉️ Undang: siapa yang belum bergabung, dan lembar undangannya.
    Ketik "undang" dan namanya untuk satu orang, "hilang" dan kodenya bila HP hilang.
practice-tour-guardian =
    { $sapa } { $name }, yang bisa dilakukan di sini:
    📅 Jadwal: hari-hari Anak, dan yang sudah selesai.
    Saat Anak mulai atau selesai bersama Anda, tekan ✋ di bawah jadwal itu.
practice-tour-agency =
    { $sapa } { $name }, yang bisa dilakukan di sini:
    📊 Ringkasan: jumlah orang dan jam di lokasi-lokasi Anda bulan ini.
