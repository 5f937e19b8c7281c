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
key-cases = 📁 Perkara saya

# Menu perintah

menu-mulai = Mulai kerja
menu-selesai = Selesai kerja
menu-jam = Jam saya
menu-lapor = Lapor diri
menu-daftar = Daftar hari ini
menu-perlu = Yang perlu ditangani
menu-ringkasan = Ringkasan minggu ini
menu-klien = Lihat satu klien
menu-perkara = Perkara saya
menu-pesan = Kirim atau baca pesan
menu-darurat = Minta bantuan sekarang
menu-data = Data saya
menu-bantuan = Minta bantuan

# Pendaftaran

welcome-client =
    Terima kasih, { $sapa } { $name }. HP ini sudah terdaftar.
    Saat tiba di lokasi, tekan tombol di bawah.
welcome-client-report =
    Terima kasih, { $sapa } { $name }. HP ini sudah terdaftar.
    Pada waktunya ada pengingat; kabar dikirim dengan tombol 📝 di bawah.
welcome-supervisor =
    Terima kasih, { $sapa } { $name }. HP ini sudah terdaftar untuk pengawas lokasi.
    Saat ada yang mulai kerja, kabarnya datang ke sini.
welcome-officer =
    Terima kasih, { $sapa } { $name }. HP ini sudah terdaftar.
    Ringkasan mingguan datang setiap Senin pukul 07.00.
welcome-head =
    Terima kasih, { $sapa } { $name }. HP ini sudah terdaftar.
    Tekan 📊 Ringkasan untuk keadaan kantor minggu ini.
welcome-prosecutor =
    Terima kasih, { $sapa } { $name }. HP ini sudah terdaftar.
    Tekan 📁 Perkara saya untuk melihat kemajuan perkara.
welcome-others = Terima kasih, { $sapa } { $name }. HP ini sudah terdaftar.
invitation-unknown =
    Maaf, tautan ini tidak bisa dipakai.
    Mintalah tautan baru kepada yang mengirimnya.
invitation-used =
    Tautan ini sudah pernah dipakai.
    Mintalah tautan baru kepada yang mengirimnya.
invitation-expired =
    Masa berlaku tautan ini sudah habis.
    Mintalah tautan baru kepada yang mengirimnya.
invitation-foreign =
    Tautan ini untuk orang lain, jadi tidak dibuka di HP ini.
    Kembalikan kepada yang mengirimnya.
already-enrolled = HP ini sudah terdaftar. Tidak perlu mendaftar lagi.
invitation-open-again =
    Tautan ini juga dibuka di HP lain.
    Buka tautannya sekali lagi, lalu tekan Setuju.
stranger =
    Halo. Nomor ini belum terdaftar.
    Buka tautan undangan, atau hubungi { $contact }.
stranger-many-offices =
    Halo. Nomor ini belum terdaftar.
    Buka tautan undangan, atau tanyakan kepada yang mengirimnya.

# Bantuan

help =
    Perlu bantuan? Hubungi { $contact }.
help-client =
    Untuk mulai atau selesai kerja, tekan 📍.
    Ketik "jam" untuk melihat jam kerja, "riwayat" untuk bukti yang terakhir, "izin" bila berhalangan, "ganti" untuk minta ganti hari, "lapor" untuk lapor diri, "data" untuk data sendiri.
help-client-report =
    Untuk mengirim kabar, tekan 📝.
    Ketik "jam" untuk melihat tanggal berikutnya, "izin" bila berhalangan, "riwayat" untuk bukti yang terakhir, "data" untuk data sendiri.
help-supervisor =
    Ketik "daftar" untuk melihat siapa yang bekerja hari ini, "cuti" bila akan cuti.
    Pada setiap kartu, tekan ✅ Benar atau ❌ Tidak benar.
    Jamnya keliru? Tekan ✏️. Klien keluarga sendiri? Buka kartunya dari daftar, lalu tekan 👪.
    HP klien hilang? Ketik "hilang" dan namanya. Ada kecelakaan atau keributan? Ketik "kejadian".
help-officer =
    Ketik "perlu" untuk yang perlu ditangani, "ringkasan" untuk minggu ini, "cuti" bila akan cuti.
    Untuk satu klien, ketik "klien" dan namanya; untuk menulis kepadanya, "pesan" dan namanya. Hal yang perlu dilihat sebulan: "pola".
    Mengisi data baru: "daftarkan". Membetulkan data: "ubah" dan kodenya.
    Lainnya: "kirim", "undang", "hilang", "konfirmasi", "catatan", "keluarga", "hadirkan", "pos", "izinwali", "impor".
help-head =
    Ketik "ringkasan" untuk keadaan kantor minggu ini, atau "perlu" untuk yang menunggu Bapak/Ibu: permintaan bantuan, keberatan, tawaran, penutupan.
    Untuk satu klien, ketik "klien" dan namanya atau kodenya.
help-prosecutor =
    Ketik "perkara" untuk daftar perkara Anda, atau "perkara" dan nomornya untuk satu perkara.
help-others = Ketik "data" untuk melihat data sendiri.
own-data =
    Data yang tercatat di { $office }:
    Nama: { $name }
    Peran: { $role }
    Telepon: { $phone }
    Ada yang salah? Hubungi { $contact }.
not-for-you = Maaf, itu bukan untuk peran Anda. Ketik "bantuan" untuk melihat apa yang bisa dilakukan di sini.
not-yours = Maaf, itu tidak bisa dibuka dari HP ini. Bila seharusnya bisa, tekan 🙋 Minta bantuan.
question-left = Baik, tidak jadi. Tidak ada yang berubah.
question-none = Tidak ada tulisan yang sedang ditunggu. Tombol di pesan sebelumnya boleh dibiarkan saja.
choice-unknown = Tombol itu sudah tidak berlaku. Silakan pakai tombol yang paling baru.
voice-not-heard = Pesan suara tidak bisa didengar di sini. Mohon tulis dengan kata-kata.
file-not-read-supervisor =
    Foto dan berkas tidak diperlukan di sini; kehadiran cukup dikonfirmasi dengan tombol. Ketik "daftar" untuk melihatnya.
    Ada berkas untuk kantor? Hubungi { $contact }.
file-not-read-others =
    Foto dan berkas tidak bisa dibuka di sini; yang bisa dipakai tombol dan kata-kata. Ketik "bantuan" untuk melihatnya.
    Ada berkas untuk kantor? Hubungi { $contact }.
file-not-read = Berkas itu tidak bisa dibuka di sini. Kirim foto dari kamera, atau tulis dengan kata-kata.
edit-ignored =
    Perubahan pesan tidak ikut tercatat; pesan pertama tetap tersimpan.
    Bila ada yang salah, kirim pesan baru.
edit-noted =
    Perubahannya kami catat, tetapi yang dipakai tetap kiriman pertama. Tidak perlu mengulang.
    Bila ada yang salah, kirim pesan baru, atau beri tahu pengawas.
could-not-process =
    Maaf, pesan itu sudah tersimpan tetapi belum bisa diproses. Kantor sudah diberi tahu.
    Tidak perlu mengirim ulang.
stands-still =
    🛠 Hadir perlu diperiksa.
    Sejak { WAKTU($since, "singkat") }: { $what }. Jalankan "hadir check" di mesinnya, lalu lihat lognya.
watch-inbox = pesan masuk tidak diproses
watch-outbox = pesan tidak terkirim
watch-messenger = tidak ada yang terdengar dari Telegram
watch-chores = pengingat dan tugas berkala tidak berjalan
staff-message-set-aside = Satu pesan masuk (no. { $row }) belum bisa diproses dan disimpan terpisah. Mohon operator memeriksanya.
number-sure = Angka itu berarti tombol ini, dan langsung berlaku. Benar? Tekan, atau ketik 1.
question-left-aside = Isian tadi ditinggalkan; tidak ada yang dicatat atau dikirim.
which-card = Itu cocok untuk beberapa pesan. Yang mana?
choice-which-card = { $button }: { $name } ({ WAKTU($at, "jam") })
not-understood-start =
    { $sapa } { $name }, untuk mulai kerja tekan 📍 Mulai kerja di bawah.
    Untuk hal lain tekan 🙋 Minta bantuan.
not-understood-finish =
    { $sapa } { $name }, saat kerja selesai tekan 📍 Selesai kerja di bawah.
    Untuk hal lain tekan 🙋 Minta bantuan.
not-understood-report =
    { $sapa } { $name }, pilih tombol 📝 di bawah untuk mengirim kabar.
    Untuk hal lain tekan 🙋 Minta bantuan.
not-understood-resting =
    { $sapa } { $name }, sekarang tidak ada jadwal kerja. Bila nanti ada, kabarnya datang di sini.
    Untuk hal lain tekan 🙋 Minta bantuan.
thanks-heard = Sama-sama, { $sapa } { $name }.
not-understood-supervisor =
    { $sapa } { $name }, tekan 📋 Daftar hari ini untuk melihat siapa yang datang.
    Untuk hal lain tekan 🙋 Minta bantuan.
not-understood-officer =
    { $sapa } { $name }, tekan 🔔 Perlu saya, atau ketik "klien" dan namanya.
    Untuk hal lain tekan 🙋 Minta bantuan.
not-understood-head =
    { $sapa } { $name }, tekan 📊 Ringkasan, atau ketik "klien" dan namanya.
    Untuk hal lain tekan 🙋 Minta bantuan.
not-understood-prosecutor =
    { $sapa } { $name }, tekan 📁 Perkara saya, atau ketik "perkara" dan nomornya.
    Untuk hal lain tekan 🙋 Minta bantuan.
not-understood-others = { $sapa } { $name }, untuk bertanya tekan 🙋 Minta bantuan.
number-beyond = Nomor { $text } tidak ada di daftar. Ketik nomor yang ada: { $numbers }.
reply-with-number = Balas dengan nomor:
sent-again = (dikirim ulang)
