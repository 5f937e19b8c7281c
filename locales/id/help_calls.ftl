# Minta bantuan: klien memanggil orang, bukan mesin; PK dan kepala Bapas tahu saat itu juga

choice-help-call = 🙋 Minta bantuan
choice-help-accident = 🚑 Kecelakaan
choice-help-mistreated = 😟 Perlakuan buruk
choice-help-money = 💰 Diminta uang
choice-help-other = 💬 Lainnya
choice-help-send = 📨 Kirim tanpa kata
choice-help-drop = ✖️ Tidak jadi
choice-help-place = 🙋 Untuk bantuan
choice-help-work = 📍 Untuk kerja
choice-help-tell-guardian = 👪 Wali boleh tahu
choice-help-spare-guardian = 🔒 Jangan beri tahu
choice-help-take = 🙋 Saya tangani
choice-help-close = ✅ Tutup
choice-help-close-now = ✅ Tetap tutup
choice-help-stop = ⏸ Hentikan kerja
choice-help-unstop = ↩️ Batalkan
choice-help-show = 🙋 Lihat permintaan
emergency-numbers = 112 (darurat), 119 (ambulans), 110 (polisi)
call-numbers = Yang menjawab siang dan malam: { $numbers }.

# Untuk klien

call-offer = { $sapa } { $name }, apa yang terjadi? Pilih yang paling dekat, atau langsung tulis, rekam, atau kirim foto di sini. Hanya PK dan kepala Bapas yang membacanya.
call-offer-leaves = Tanpa jawaban pun, lima menit lagi permintaan ini terkirim.
call-offer-again = 🙋 Permintaan tadi sudah terkirim. Pilih yang paling dekat, atau tulis, rekam, atau kirim foto di sini; semuanya ikut terkirim.
call-ask-words = Tulis, rekam, atau kirim foto apa yang terjadi. Tanpa kata pun, lima menit lagi permintaan ini tetap terkirim.
call-sent = 🙋 Terkirim kepada { $to }. Jawabannya paling lambat { WAKTU($at, "pukul") }.
call-sent-nobody =
    🙋 Permintaan ini sudah dicatat, tetapi belum ada PK atau kepala Bapas yang bisa dihubungi lewat sini.
    Hubungi kantor: { $contact }.
call-sent-by-itself = 🙋 Permintaan bantuan sudah terkirim kepada { $to }. Jawabannya paling lambat { WAKTU($at, "pukul") }; kata-kata boleh menyusul di sini.
call-near =
    { $sapa } { $name }, terima kasih sudah menuliskannya. Anda tidak sendirian.
    Bila ada bahaya sekarang, telepon nomor di bawah, dan tetaplah bersama seseorang.
call-near-guardian =
    { $sapa } { $name }, terima kasih sudah menuliskannya. Pesannya diteruskan kepada PK.
    Bila ada bahaya sekarang, telepon nomor di bawah, dan temani dia.
call-way-guardian = { $sapa } { $name }, bila ada bahaya sekarang, telepon nomor di bawah. Untuk mengabari PK, tekan ✉️ Pesan ke PK.
call-way-supervisor = { $sapa } { $name }, bila ada bahaya sekarang, telepon nomor di bawah. Untuk mengabari PK tentang kejadian di lokasi, ketik "kejadian".
call-card-photo = Katanya ada dalam foto.
choice-help-look = 📷 Lihat foto
call-photo = 📷 Foto dari permintaan bantuan { $name }, { WAKTU($at, "singkat") }
call-photo-gone = Foto dari permintaan bantuan { $name }, { WAKTU($at, "singkat") }, sudah dihapus.
words-awaited = Di sini hanya kata-kata yang bisa dibaca. Mohon tulis jawabannya, atau ketik "batal".
call-to-both = PK dan kepala Bapas
call-to-head = kepala Bapas
call-to-officer = PK
call-unanswered-alone = 🙋 Ada yang belum ditangani siapa pun. Mohon segera ditangani, atau minta rekan menanganinya.
call-was-closed = Permintaan itu sudah ditutup; hasilnya ada di kartunya.
call-outcome-added = Permintaan itu sudah ditutup oleh { $by }. Tulisan tadi ditambahkan di bawah hasilnya.
words-too-many = Tulisan itu { $count } huruf, paling banyak { $most }. Belum ada yang disimpan: salin, singkatkan, lalu kirim lagi.
words-too-long = Terlalu panjang untuk satu kiriman; paling banyak { $most } huruf. Kirim dalam beberapa bagian, semuanya akan dibaca.
call-ask-guardian = Bolehkah wali tahu bahwa ada permintaan ini? Isinya tetap tidak diberitahukan.
call-late =
    🙋 Belum ada jawaban.
    Pengingat sudah dikirim kepada { $to }.
call-late-nobody =
    🙋 Belum ada jawaban.
    Belum ada PK atau kepala Bapas yang bisa dihubungi lewat sini. Hubungi kantor: { $contact }.
call-known-also = 🙋 Ditambahkan ke permintaan tadi; yang pertama tetap tertulis. Bila ada lagi, tulis, rekam, atau kirim foto di sini.
call-known = 🙋 Permintaan tadi sudah terkirim, jadi tidak dikirim dua kali. Bila ada tambahan, tulis, rekam, atau kirim foto di sini.
call-known-nobody =
    🙋 Permintaan tadi sudah dicatat, tetapi belum ada PK atau kepala Bapas yang bisa dihubungi lewat sini.
    Hubungi kantor: { $contact }.
call-added = Tambahannya sudah terkirim juga.
call-added-nobody =
    Tambahannya sudah dicatat, tetapi belum ada PK atau kepala Bapas yang bisa dihubungi lewat sini.
    Hubungi kantor: { $contact }.
call-place-which = Lokasi ini untuk apa? Bila untuk bantuan, hanya PK dan kepala Bapas yang melihatnya.
call-place-sent = Lokasi itu sudah terkirim bersama permintaan bantuan. Untuk kerja, kirim lokasi sekali lagi.
call-place-gone = Lokasi itu sudah dipakai untuk kerja. Untuk bantuan, kirim lokasi sekali lagi.
call-dropped = Baik, tidak jadi. Tidak ada yang diberi tahu.
call-taken-client = { $sapa } { $name }, permintaan itu sekarang ditangani oleh { $by }, yang akan menghubungi langsung.
call-closed-client = { $sapa } { $name }, permintaan itu sudah ditutup oleh { $by }. Bila masih ada yang terjadi, tekan 🙋 Minta bantuan.
call-guardian-told = Wali diberi tahu bahwa ada permintaan bantuan; isinya tidak.
call-guardian-unreached = Pesan belum bisa sampai kepada wali. Bila mau, minta PK menyampaikannya.
call-guardian-spared = Baik, wali tidak diberi tahu.
call-guardian-knows = Wali sudah diberi tahu. Bila itu keliru, bicarakan dengan PK.
call-told-guardian = Bapak/Ibu Wali, ada permintaan bantuan dari { $code }. PK dan kepala Bapas sudah diberi tahu.
call-told-guardian-nobody = Bapak/Ibu Wali, ada permintaan bantuan dari { $code }. PK dan kepala Bapas belum bisa dihubungi lewat sini; hubungi kantor: { $contact }.
call-no-case =
    Tidak ada perkara yang berjalan di sini. Hubungi { $contact }.
    Yang menjawab siang dan malam: { $numbers }.
call-was-sent = Permintaan itu sudah terkirim, dan sudah dibaca orang yang menanganinya.
call-is-over = Permintaan itu sudah ditutup. Bila ada yang terjadi lagi, tekan 🙋 Minta bantuan.

# Untuk PK dan kepala Bapas

call-card = 🙋 Ada yang perlu dilihat sekarang.
call-unanswered = 🙋 Ada yang belum ditangani siapa pun. Mohon kepala Bapas memastikan ada yang menanganinya sekarang.
call-unanswered-officer = 🙋 Ada yang belum ditangani siapa pun. Kepala Bapas juga sudah diingatkan.
call-card-waits = Menunggu { LAMA($waited) }.
call-card-who = Minta bantuan: { $name } ({ $code })
call-card-who-child = Minta bantuan: Anak { $code }
call-card-kind = Tentang: { $kind }
call-card-kind-also = Ditambahkan sesudahnya: { $kinds }
call-card-at = Masuk: { WAKTU($at, "singkat") }
call-card-site = Tempat kerjanya: { $site }
call-card-place = Lokasinya { WAKTU($at, "singkat") }: https://maps.google.com/?q={ $place }
call-card-phone = Dikirim dari HP { $phone }
call-card-unreachable = Klien tidak punya HP yang bisa menerima kabar; temui atau hubungi dengan cara lain.
call-card-moved = 🏛️ Ia sekarang dibimbing { $officer } di { $office }. Permintaan ini tetap ditangani di sini, dan ia tetap mendapat kabarnya.
call-nobody = 🙋 Ada permintaan bantuan, tetapi belum ada PK atau kepala Bapas yang bisa membacanya. Mohon undang sekarang: /undang.
call-card-words = Katanya: { $words }
call-card-voice = Katanya ada dalam rekaman suara.
call-card-silent = Terkirim tanpa kata. Mohon hubungi sekarang.
call-card-guardian-yes = Wali sudah diberi tahu bahwa ada permintaan ini, tanpa isinya.
call-card-guardian-no = Anak ini tidak ingin wali diberi tahu.
call-card-guardian-unasked = Wali belum diberi tahu; Anak ini belum memilih.
call-card-stopped = ⏸ Penempatan di sana dihentikan oleh { $by } { WAKTU($at, "singkat") }.
call-card-taken = Ditangani oleh { $by } sejak { WAKTU($at, "singkat") }
call-card-closed = Ditutup oleh { $by } { WAKTU($at, "singkat") }. Hasil: { $outcome }
call-card-late = Belum dijawab; klien dijanjikan jawaban sebelum { WAKTU($at, "singkat") }, dan sudah diberi tahu bahwa belum ada.
call-card-until = Klien menunggu jawaban paling lambat { WAKTU($at, "singkat") }.
call-kind-accident = kecelakaan
call-kind-mistreated = diperlakukan tidak baik
call-kind-money = diminta uang
call-kind-other = lainnya
call-ask-outcome = Apa hasilnya untuk { $name }? Tulis singkat; hanya PK dan kepala Bapas yang membacanya.
call-closing-moved = Sementara itu ada kabar baru dari { $name }. Permintaan ini belum ditutup.
call-closing-other = 🙋 Ada permintaan bantuan yang baru:
call-closing-message = ✉️ Ada pesan baru untuk PK.
call-no-site = Permintaan ini tidak menyangkut satu lokasi. Penempatan diatur dengan /penempatan atau /ubah.

call-on-card = 🙋 Minta bantuan { WAKTU($at, "singkat") }, { $kind }: { $state }
call-on-card-outcome = Hasilnya: { $outcome }
call-state-open = belum ditangani
call-state-taken = sedang ditangani
call-state-closed = ditutup

# Penempatan dihentikan

placement-stopped = ⏸ Penempatan { $name } di { $site } dihentikan mulai sekarang, tanpa dihitung tidak hadir. Jadwal di tempat lain: /penempatan.
placement-stopped-head = ⏸ Penempatan { $name } di { $site } dihentikan mulai sekarang, tanpa dihitung tidak hadir. PK-nya mengatur jadwal di tempat lain.
placement-stopped-by =
    ⏸ Sebuah penempatan dihentikan.
    { $by } menghentikan penempatan { $name } di { $site } mulai sekarang.
placement-stopped-client = { $sapa } { $name }, kerja di { $site } dihentikan dulu. Tidak perlu datang ke sana; ini tidak dihitung tidak hadir.
placement-stopped-working = { $sapa } { $name }, kerja di { $site } dihentikan { WAKTU($at, "pukul") }; waktu sampai saat itu tetap dicatat. Tidak perlu datang ke sana lagi; ini tidak dihitung tidak hadir.
placement-stopped-spared = Wali hanya mendapat kabar bahwa untuk sementara tidak ada kerja di sana.
placement-stopped-guardian =
    📅 Bapak/Ibu Wali, ada perubahan jadwal.
    Untuk sementara tidak ada kerja bagi { $code } di { $site }, dan tidak perlu datang ke sana. PK akan memberi kabar.
placement-resumed-guardian =
    📅 Bapak/Ibu Wali, ada perubahan jadwal.
    Jadwal { $code } di { $site } berlaku lagi; ketik "jadwal" untuk melihatnya.
placement-stopped-site =
    ⏸ Ada perubahan di daftar lokasi Bapak/Ibu.
    Penempatan { $name } di { $site } dihentikan sementara. Tidak ada yang perlu dilakukan.
placement-resumed =
    ↩️ Sebuah penempatan berjalan lagi.
    { $name } di { $site }, seperti semula.
placement-resumed-client = { $sapa } { $name }, kerja di { $site } berjalan lagi seperti semula.
placement-resumed-site =
    ↩️ Ada perubahan di daftar lokasi Bapak/Ibu.
    Penempatan { $name } di { $site } berjalan lagi seperti semula.
placement-stop-already = Penempatan { $name } di { $site } sudah dihentikan oleh { $by }, { WAKTU($at, "singkat") }.
placement-stop-nothing = Tidak ada penempatan yang berjalan di { $site }.
placement-stop-none = Tidak ada penghentian yang bisa dibatalkan.
placement-stop-too-late = Penghentian bisa dibatalkan dalam sepuluh menit. Sesudah itu, buat penempatan baru dengan /penempatan.
