# Bergabung: pemberitahuan data, bukti diri, persetujuan wali, HP yang diganti

notice-of-data-use =
    Selamat datang di Hadir.

    { $office } memakai Hadir untuk mencatat kehadiran. Yang disimpan: nama, nomor HP, tanggal lahir bila tercatat, jadwal dan waktu hadir, konfirmasi pengawas, serta lokasi, foto, jawaban, dan pesan yang dikirim sendiri di sini.
    Dasarnya kewajiban hukum dan tugas { $office }. Yang boleh melihatnya hanya orang yang berwenang, dan data disimpan selama diwajibkan aturan.
    Foto dan pesan suara dihapus { $days } hari setelah perkara selesai, paling lama setahun setelah dikirim; lebih lama hanya bila masih ada yang ditanyakan. Foto pendaftaran dan surat bertanda tangan disimpan selama perkara berjalan, lalu dihapus juga.
    Ingin melihat, memperbaiki, atau menanyakan data? Kapan saja, hubungi { $contact }.

    Pemberitahuan versi { $version }. Tekan Setuju untuk melanjutkan.
notice-for-child = Sebagai wali, Bapak/Ibu menyetujuinya juga untuk Anak { $code }: yang dicatat hanya jadwal dan kehadirannya, dan namanya tidak ditampilkan.
choice-agree = ✅ Setuju
press-agree =
    Langkah berikutnya: tekan ✅ Setuju di bawah.
    Ada pertanyaan? Hubungi { $contact }.

key-contact = 📱 Bagikan kontak
key-in-person = 🙋 PK hadir langsung
choice-in-person = 🙋 PK hadir langsung
prove-contact =
    Terima kasih. Langkah berikutnya: tekan 📱 Bagikan kontak, supaya kami tahu HP ini milik Anda.
    Tombolnya tidak ada? Kirim kontak Anda sendiri lewat 📎, atau ketik "langsung" bila PK ada di dekat Anda.
    Ada kesulitan? Hubungi { $contact }.
contact-not-own =
    Itu kontak orang lain, jadi belum bisa dipakai.
    Tekan 📱 Bagikan kontak, atau ketik "langsung" bila PK ada di dekat Anda.
contact-not-on-file =
    Nomor HP ini belum sama dengan yang tercatat. Tenggat Anda tidak hilang; masih bisa dicoba { $left } kali.
    Bagikan kontak dari HP yang nomornya dicatat, atau ketik "langsung" bila PK ada di dekat Anda.
    Nomor Anda sudah berganti? Hubungi { $contact }.
prove-birth-date =
    Terima kasih. Langkah berikutnya: tulis tanggal lahir Anda.
    Contoh: 24 April 1990. Ada kesulitan? Hubungi { $contact }.
birth-date-unreadable =
    Tanggal itu belum terbaca. Tulis hari, bulan, dan tahun, misalnya 24 April 1990 atau 24/04/1990.
birth-date-not-on-file =
    Tanggal itu belum sama dengan yang tercatat. Tenggat Anda tidak hilang; masih bisa dicoba { $left } kali.
    Periksa lagi lalu tulis sekali lagi, atau tekan 🙋 bila PK ada di dekat Anda.
    Tanggalnya sudah benar? Hubungi { $contact }.
prove-in-person =
    Terima kasih. Langkah berikutnya: PK atau operator perlu ada di dekat Anda.
    Tekan 🙋 saat sudah bersama, atau hubungi { $contact }.
shows-number =
    Tunjukkan angka ini kepada PK atau operator di dekat Anda:

    { $number }

    Belum bersamanya? Hubungi { $contact }.
nobody-to-vouch =
    Belum ada PK atau operator yang bisa memastikan dari sini.
    Hubungi { $contact }; tautan ini tetap berlaku.
invitation-locked =
    Pendaftaran ditahan dulu karena sudah beberapa kali belum cocok. Kantor sudah diberi tahu, dan tenggat Anda tidak hilang.
    Hubungi { $contact }, lalu lanjutkan di HP ini.

vouch-which-number =
    📱 Ada yang sedang mendaftarkan HP.
    Bila { ORANG($name, $code) } ada di depan Anda, pilih angka yang tampil di HP-nya. Bila tidak, abaikan pesan ini.
choice-number = { $number }
vouch-done = ✅ { $name } sudah terdaftar di HP-nya. Tercatat bahwa Anda hadir langsung.
vouch-wrong =
    Angka itu tidak sama dengan yang tampil di HP-nya, jadi belum didaftarkan.
    Minta { $name } menekan 🙋 PK hadir langsung sekali lagi.
vouch-over =
    Angka itu sudah tidak berlaku.
    Minta { $name } menekan 🙋 PK hadir langsung sekali lagi.
vouch-older =
    Sesudah pesan itu, { $name } meminta lagi, jadi angkanya sudah lain.
    Pilih angkanya di pesan yang terbaru.
vouch-joined = { $name } sudah terdaftar. Tidak ada lagi yang perlu dilakukan.
enrolment-locked =
    🔒 Ada pendaftaran yang ditahan.
    { ORANG($name, $code) }: lima kali nomor, tanggal lahir, atau angkanya belum cocok. Tenggatnya tidak hilang.
    Hubungi orangnya dan periksa datanya, lalu buka lagi.
choice-unlock = 🔓 Buka lagi
unlocked =
    Pendaftaran { $name } dibuka lagi, tautannya tetap berlaku.
    Bila datanya keliru, perbaiki dahulu; tautan baru tidak perlu.
unlock-not-locked = Pendaftaran { $name } sudah tidak ditahan.

newcomer-help =
    Ada kesulitan? Hubungi { $contact }; di sana ada yang membantu.
    Langkah berikutnya tetap di bawah ini.
newcomer-declined =
    Baik, jawaban ini dicatat dan tidak ada pesan lagi ke sini. { $role ->
        [guardian] Kewajiban Anaknya tetap berjalan; kantor akan berbicara dengan Anda.
        [client] Kewajibannya tetap berjalan; kantor akan berbicara dengan Anda.
       *[other] Tugasnya tidak berubah; kantor akan menghubungi Anda.
    }
    Hubungi { $contact }. Berubah pikiran? Buka tautan yang sama lagi.
newcomer-declined-told =
    🙅 Ada undangan yang dijawab: tidak setuju.
    { ORANG($name, $code) }. Kewajibannya tetap berjalan, dan undangannya masih berlaku.
    Langkah: telepon dan bicarakan. Tetap tidak mau? Kehadiran dicatat pengawas di lokasi.
newcomer-wrong-number =
    Maaf sudah mengganggu. Undangan itu sudah dilepas dari HP ini.
    Undangannya untuk Anda, tetapi nomor yang tercatat salah? Hubungi { $contact }, lalu buka tautannya lagi.
newcomer-wrong-number-told =
    ☎️ Ada undangan yang dibuka di HP yang katanya salah nomor.
    Undangan { ORANG($name, $code) }. Langkah: perbaiki nomornya dengan "ubah { $code }", lalu ketik "undang { $code }".

guardian-first =
    Wali perlu menyetujui dahulu; sesudah itu tautan ini bisa dipakai.
    Ada pertanyaan? Hubungi { $contact }.
consent-asked =
    { $sapa } { $name }, Anak { $code } akan memakai Hadir untuk mencatat jadwal dan kehadirannya di { $office }. Namanya tidak ditampilkan; foto dan pesan suaranya dihapus { $days } hari setelah perkara selesai, paling lama setahun setelah dikirim.
    Bersedia menyetujui sebagai wali? Pertanyaan: { $contact }. (Pemberitahuan versi { $version })
consent-kept =
    Terima kasih, { $sapa } { $name }. Persetujuan untuk Anak { $code } sudah tercatat.
    Bila nanti berubah pikiran, ketik "cabut persetujuan".
guardian-agreed = Persetujuan wali untuk { $code } sudah tercatat. Tautan untuk { $code } sekarang bisa dipakai.
consent-form-asked =
    Kirim foto formulir persetujuan wali untuk { $code } yang sudah ditandatangani.
    Ketik "batal" bila belum ada.
consent-not-a-child = { $name } bukan Anak, jadi tidak perlu persetujuan wali.
consent-no-guardian =
    Wali untuk { $code } belum tercatat.
    Ketik "daftarkan orang", pilih wali dan { $code }, lalu coba lagi.
consent-given = Persetujuan wali untuk { $code } sudah tercatat sebelumnya.

choice-disagree = 🙅 Tidak setuju
choice-withdraw = ✋ Cabut persetujuan
consent-refused =
    Baik, { $sapa } { $name }, jawaban untuk Anak { $code } sudah dicatat. Kewajibannya tetap berjalan; kantor akan berbicara dengan Anda ({ $contact }).
    Berubah pikiran? Tekan ✅ Setuju, kapan saja.
consent-withdrawn =
    Baik, { $sapa } { $name }, persetujuan untuk Anak { $code } sudah dicabut. Kewajiban dan catatannya tetap; kantor akan berbicara dengan Anda ({ $contact }).
    Berubah pikiran? Tekan ✅ Setuju, kapan saja.
consent-withdraw-sure =
    Persetujuan untuk Anak { $code } akan dicabut, dan PK diberi tahu. Kewajibannya tetap berjalan.
    Benar?
consent-no-alone =
    Baik, { $sapa } { $name }, tidak ada yang berubah. Tekan 📅 Jadwal untuk melihat hari-harinya.
    Bila maksudnya mencabut persetujuan, ketik "cabut persetujuan".
consent-refused-told =
    🙅 Wali { $guardian } tidak menyetujui untuk { $code }. Kewajiban { $code } tetap berjalan.
    Langkah: bicaralah dengan walinya. Sementara itu pengawas mencatat kehadirannya; formulir yang ditandatangani: ketik "izinwali { $code }".
consent-withdrawn-told =
    ✋ Wali { $guardian } mencabut persetujuan untuk { $code }. Kewajiban { $code } tetap berjalan, dan HP-nya tetap tersambung.
    Langkah: bicaralah dengan walinya. Formulir yang ditandatangani: ketik "izinwali { $code }".
guardian-no-longer =
    { $sapa } { $name }, Anda tidak lagi tercatat sebagai wali { $code } di Hadir, jadi kabarnya tidak dikirim ke sini lagi.
    Ada pertanyaan? Hubungi { $contact }.
guardian-replaced = 🔁 Wali { $code } diganti: { $new }, sebelumnya { $old }. Persetujuan dari { $old } berakhir.
consent-next = Langkah untuk { $code }: { consent-step }
# Dipakai di dalam kalimat lain.
consent-step =
    { $why ->
        [case] daftarkan perkaranya dulu, dengan walinya: ketik "daftarkan perkara", lalu pilih { $code }
        [nobody] daftarkan walinya: ketik "daftarkan orang", lalu pilih wali dan { $code }
        [invitation] ajak walinya { $guardian } dulu: ketik "undang { $guardian }"; tanpa HP, ketik "izinwali { $code }"
        [wrong_number] nomor walinya { $guardian } salah. Perbaiki: ketik "ubah { $guardian }"
        [stopped] walinya { $guardian } minta pesan dihentikan. Telepon; ia bisa ketik "mulai lagi"
        [blocked] pesan tidak sampai kepada walinya { $guardian }. Telepon; ia cukup menulis lagi
        [refused] walinya { $guardian } tidak setuju. Bicaralah dengannya; formulir yang ditandatangani: ketik "izinwali { $code }"
        [withdrawn] walinya { $guardian } mencabut persetujuan. Bicaralah dengannya; formulir yang ditandatangani: ketik "izinwali { $code }"
       *[answer] pertanyaannya ada di HP walinya { $guardian }, belum dijawab. Ingatkan, atau ketik "izinwali { $code }"
    }

account-replaced =
    📱 Ada yang berganti HP atau akun; yang lama sudah diputus.
    Atas nama { ORANG($name, $code) }. Bila ini di luar dugaan Anda, hubungi orangnya.
account-no-longer =
    HP ini tidak lagi terhubung dengan Hadir sejak { WAKTU($at, "singkat") }.
    Bila ini keliru, hubungi { $contact }.

# HP hilang, berhenti, salah nomor

lost-ask-for-name = HP siapa yang hilang? Ketik "hilang" dan kodenya, misalnya: hilang K-01
lost-ask-whose = HP siapa yang hilang? Ketik kode atau namanya, misalnya: K-01
lost-nobody =
    Tidak ada "{ $text }" di antara orang-orang Anda.
    Periksa kodenya, atau tekan 🙋 Minta bantuan.
lost-which = Yang mana?
lost-sure =
    HP { ORANG($name, $code) } akan diputus sekarang, dan tautan undangannya tidak berlaku lagi. Jadwalnya tetap.
    Benar?
choice-lost-cut = 📵 Putuskan HP
lost-cut =
    📵 HP { $name } sudah diputus.
lost-meanwhile-client = Selama belum ada HP baru, pengawas mencatat kehadirannya; tidak ada yang dihitung tidak hadir.
lost-meanwhile-staff = Selama belum ada HP baru, { $name } tidak menerima pesan dan tidak bisa mengonfirmasi dari sini. Bila perlu, catat pengganti lewat kepala Bapas ("cuti").
lost-meanwhile-others = Selama belum ada HP baru, { $name } tidak menerima pesan dari sini.
lost-invited-by-you = Undangan baru: ketik "undang { $code }".
lost-invited-by-officer = Undangan baru diberikan PK; PK sudah diberi tahu.
lost-invited-by-operator = Undangan baru diberikan operator kantor.
lost-told-others =
    📵 Ada HP yang dilaporkan hilang dan sudah diputus.
    Milik { ORANG($name, $code) }. Langkah: hubungi orangnya, lalu minta operator kantor membuat undangan baru.
lost-told =
    📵 Ada HP yang dilaporkan hilang dan sudah diputus.
    Milik { ORANG($name, $code) }. Langkah: hubungi orangnya, lalu ketik "undang { $code }".
lost-showed = Yang pernah dikirim ke HP itu (90 hari terakhir): { $count } pesan, { $files } di antaranya dengan foto atau berkas.
lost-showed-day = • { WAKTU($day, "tanggal") }: { $count } pesan
lost-showed-people =
    Orang yang disebut: { $people }
    Bila HP-nya ada di tangan orang lain, beri tahu mereka dan kepala Bapas dalam 3 × 24 jam.
lost-showed-nothing = Belum ada pesan yang pernah dikirim ke HP itu.
stopped =
    Baik, tidak ada pesan lagi ke HP ini. Kewajiban dan jadwal tetap berjalan; tanyakan kepada { $contact }.
    Ingin menerima pesan lagi? Tekan 🔔 Mulai lagi atau ketik "mulai lagi".
stop-sure = Apakah semua pesan ke HP ini dihentikan? Kewajiban dan jadwal tetap berjalan.
choice-stop-yes = ✋ Ya, hentikan
choice-stop-no = 🔔 Tidak, lanjutkan
choice-messages-again = 🔔 Mulai lagi
still-stopped =
    Pesan ke HP ini masih berhenti, sesuai permintaan Anda.
    Ingin menerima lagi? Tekan 🔔 Mulai lagi atau ketik "mulai lagi".
messages-again =
    🔔 Pesan untuk Anda datang lagi ke HP ini, karena Anda memakainya.
    Tidak ingin? Ketik "stop".
messages-come = 🔔 { $sapa } { $name }, pesan untuk Anda datang ke HP ini.
wrong-number-sure = Apakah HP ini milik orang lain, sehingga pesan-pesan ini bukan untuk Anda?
choice-not-me = Ya, salah nomor
choice-it-is-me = Tidak, ini saya
wrong-number-sorry =
    Maaf sudah mengganggu. Tidak ada pesan lagi ke nomor ini.
    Bila ini keliru, hubungi { $contact }.
wrong-number-stays = Terima kasih, { $sapa } { $name }. Tidak ada yang berubah.
unreached-blocked =
    📵 Ada pesan yang tidak sampai.
    Untuk { ORANG($name, $code) }: akunnya memblokir atau sudah tidak ada.
    Langkah: telepon orangnya. Selama itu tidak ada yang dihitung tidak hadir.
unreached-stopped =
    ✋ Ada yang minta pesan dihentikan.
    { ORANG($name, $code) }. Langkah: telepon dan tanyakan sebabnya; jadwalnya tetap berjalan.
reached-again =
    🔔 Ada HP yang dipakai lagi, jadi pesan kembali datang.
    Milik { ORANG($name, $code) }. Tidak perlu menelepon lagi soal itu.
account-not-his =
    ☎️ Sebuah HP terdaftar ternyata milik orang lain, dan sudah diputus.
    Terdaftar untuk { ORANG($name, $code) }. Langkah: cari nomor barunya, lalu ketik "undang { $code }".
lost-other-phone =
    Sejak itu { $name } memakai HP lain, jadi tidak ada yang diputus.
    Bila HP yang baru juga hilang, ketik "hilang" dan kodenya lagi.
stop-shared-phone =
    HP ini dipakai bersama, jadi tidak bisa diputus oleh satu orang.
    Hubungi { $contact }; untuk berganti orang tekan 👥.
client-card-no-consent = ⚠️ Persetujuan wali belum ada: { consent-step }
stop-for-staff =
    Pesan tugas di sini tidak dihentikan, karena klien menunggu konfirmasi dan tindakan.
    Akan pergi? Ketik "cuti", atau hubungi { $contact }.
