# Baris perintah `hadir` dan tur halaman simulasi. `tour-…-done` adalah bagian dari pesan yang mengakhiri sebuah langkah.

cli-demo-ready =
    Hadir (simulasi) siap: { $url }
    Ctrl+C untuk berhenti.
cli-setting-wrong = ✗ { $name } tidak benar. Periksa di hadir.env atau di lingkungan; tabelnya ada di README.
cli-setting-database-url =
    ✗ { $name } bukan alamat basis data yang dapat dipakai. Hapus barisnya untuk memakai hadir.db, atau tulis seperti:
      sqlite+aiosqlite:///hadir.db
      postgresql+psycopg:///hadir?host=/var/run/postgresql (perlu: uv sync --extra postgresql)
cli-setting-listen = ✗ { $name } ditulis ALAMAT:PORT, misalnya 127.0.0.1:8081
cli-setting-timezone = ✗ { $name } bukan zona waktu. Contoh: Asia/Jakarta, Asia/Makassar, Asia/Jayapura
cli-setting-log = ✗ { $name } hanya boleh console atau json
cli-setting-clock-url = ✗ { $name } hanya untuk latihan, dan harus alamat mesin ini (127.0.0.1). Hapus barisnya.
cli-setting-webhook-secret = ✗ { $name } harus diisi bila HADIR_WEBHOOK_URL dipakai
cli-not-set-up = Hadir belum disiapkan di sini. Jalankan dulu: hadir init
cli-trouble-database-missing = Basis data belum dibuat di sini. Jalankan: hadir init
cli-trouble-database-old = Basis data lebih lama daripada program. Jalankan: hadir db upgrade
cli-trouble-database-not-opened = Berkas basis data tidak dapat dibuka. Periksa folder di HADIR_DATABASE_URL, dan siapa pemiliknya.
cli-trouble-database-readonly = Basis data tidak dapat ditulis. Jalankan sebagai pengguna hadir, dan periksa pemilik folder dan berkasnya.
cli-trouble-database-busy = Basis data sedang dipakai program lain. Tunggu sebentar, lalu ulangi.
cli-trouble-database-unreadable = Berkas ini bukan basis data Hadir, atau rusak. Periksa HADIR_DATABASE_URL, atau pulihkan dari cadangan.
cli-trouble-database-unreachable =
    Basis data tidak menjawab. Periksa apakah PostgreSQL berjalan dan HADIR_DATABASE_URL benar.
    Katanya: { $reason }
cli-trouble-disk-full = Cakram penuh. Kosongkan ruang, lalu ulangi.
cli-trouble-not-allowed = { $file } tidak boleh dibuka atau ditulis di sini. Jalankan sebagai pengguna hadir, atau pilih folder lain.
cli-trouble-no-such-folder = { $file } tidak dapat dibuka: foldernya tidak ada. Periksa namanya, atau buat foldernya dulu.
cli-trouble-not-a-folder = { $file } sudah ada dan bukan folder. Pilih nama lain.
cli-trouble-is-a-folder = { $file } adalah folder, bukan berkas. Tulis nama berkasnya juga.
cli-trouble-port-taken = Port itu sudah dipakai program lain. Hentikan program itu, atau pilih port lain: HADIR_LISTEN, atau hadir demo --port.
cli-trouble-address-not-ours = Alamat di HADIR_LISTEN bukan alamat mesin ini. Pakai 127.0.0.1:8081.
cli-trouble-wrong-key = HADIR_SECRET_KEY bukan kunci foto yang sudah ada. Pulihkan hadir.env dari salinannya.
cli-trouble-no-office = Belum ada kantor di basis data ini. Jalankan: hadir init
cli-trouble-office-unknown = Tidak ada kantor dengan kode { $office }. Yang ada di sini: { $offices }.
cli-trouble-office-which = Ada lebih dari satu kantor di sini: { $offices }. Ulangi perintahnya dengan --office KODE.
cli-trouble-person-unknown = Tidak ada orang dengan kode { $person }. Periksa kodenya di lembar "orang".
cli-trouble-officer-unknown = Tidak ada PK dengan kode { $person }. Periksa kodenya di lembar "orang".
cli-trouble-person-unknown-in = Tidak ada orang dengan kode { $person } di { $office }. Periksa kodenya di lembar "orang", atau kantornya.
cli-trouble-officer-unknown-in = Tidak ada PK dengan kode { $person } di { $office }. Periksa kodenya di lembar "orang", atau kantornya.
cli-trouble-reader-unknown = Tidak ada PK, kepala Bapas, jaksa, atau dinas dengan kode { $person }. Periksa kodenya di lembar "orang".
cli-trouble-reader-unknown-in = Tidak ada PK, kepala Bapas, jaksa, atau dinas dengan kode { $person } di { $office }. Periksa kodenya di lembar "orang", atau kantornya.
cli-trouble-person-which = Kode { $person } ada di lebih dari satu kantor: { $offices }. Ulangi perintahnya dengan --office KODE.
cli-zone-unknown = Zona waktu "{ $zone }" tidak dikenal. Contoh: Asia/Makassar
cli-settings-written = Pengaturan ditulis ke { $file } (hanya pemilik yang dapat membaca). Simpan salinan HADIR_SECRET_KEY di tempat aman.
cli-settings-kept = Berkas { $file } sudah ada dan tidak diubah.
cli-office-exists = Kantor { $office } ({ $name }) sudah disiapkan di sini. Tidak ada yang ditanyakan dan tidak ada yang diubah.
cli-office-other =
    Di sini sudah ada kantor { $office }. Untuk membuka { $other } di basis data dan bot yang sama: hadir init --another --office { $other }
    Untuk basis data dan bot sendiri: jalankan hadir init di folder lain.
cli-settings-lost = Basis data ini sudah berisi kantor { $office }, tetapi { $file } tidak ada. Kembalikan salinannya: kunci yang baru tidak membuka foto yang sudah ada.
cli-operator-again = Kode operator pertama: { $code }. Tautan baru untuknya, bila yang lama hilang atau kedaluwarsa: hadir invite { $code }
cli-operator-again-in = Kode operator pertama di { $office }: { $code }. Tautan baru untuknya, bila yang lama hilang atau kedaluwarsa: hadir invite { $code } --office { $office }
cli-cancelled = Dibatalkan. Belum ada yang ditulis.
cli-office-created = Kantor { $office } dibuat.
cli-link =
    Tautan sekali pakai untuk { $name } (berlaku 14 hari):
    { $link }
cli-link-as-words =
    Nama bot belum dapat dibaca. { $name } dapat mengirim pesan ini kepada bot (sekali pakai, berlaku 14 hari):
    { $link }
cli-database-current = Basis data sudah dalam bentuk terbaru.
cli-no-readers = Belum ada PK yang terdaftar. Masukkan dulu dengan hadir import.
cli-week-unknown = "{ $week }" bukan minggu. Contoh: 2026-W08
cli-digest-written = Ditulis: { $file } dan { $workbook }
cli-digest-text-written = Ditulis: { $file }
cli-digest-nothing = { $code }: tidak ada ringkasan minggu { $week }. Tidak ada perkara atau lokasi yang ia baca, atau tugasnya sudah berakhir.
cli-template-exists = { $file } sudah ada dan tidak diubah. Pilih nama lain, atau tambahkan --force untuk menggantinya.
cli-template-other-kind = { $file } bukan nama buku kerja Excel. Tulis dengan akhiran .xlsx, misalnya: { $better }
cli-template-written = Buku kerja kosong ditulis ke { $file }
cli-check-setting-missing = ✗ { $name } belum diisi. Jalankan hadir init, atau isi di hadir.env.
cli-check-settings-good = ✓ Pengaturan lengkap
cli-check-locale-lacks = – Bahasa { $locale }: { $count } kalimat belum ada, jadi dibaca dalam bahasa Indonesia
cli-check-locale-wrong = ✗ Bahasa { $locale }: kalimat { $sentence } memakai { $names }, yang tidak ada di kalimat Indonesianya. Perbaiki di berkasnya.
cli-check-locales-good = ✓ Semua kalimat ada
cli-check-database-good = ✓ Basis data terbuka dan terbaru
cli-check-trouble = ✗ { $trouble }
cli-check-no-office = ✗ Belum ada kantor di basis data ini. Jalankan: hadir init
cli-check-photos-good = ✓ Foto terbaru dapat dibuka
cli-check-photos-folder = ✗ Foto tidak dapat disimpan di { $folder }. Periksa HADIR_MEDIA_DIR, dan siapa pemilik foldernya.
cli-check-photos-key = ✗ HADIR_SECRET_KEY bukan kunci foto yang sudah ada. Pulihkan hadir.env dari salinannya.
cli-check-photos-gone = ✗ Foto terbaru tidak ada di { $folder }. Periksa HADIR_MEDIA_DIR, atau pulihkan foto dari cadangan.
cli-check-photos-damaged = ✗ Foto terbaru di { $folder } tidak dapat dibaca. Periksa cakramnya, atau pulihkan foto dari cadangan.
cli-check-keys-old = – { $count } kunci masih di bawah kunci lama. Foto tetap dapat dibuka; pindahkan dengan: hadir photos rewrap
cli-check-telegram-no-token = – Bot belum diperiksa: token belum diisi.
cli-check-telegram-good = ✓ Bot @{ $name } menjawab
cli-check-telegram-bad = ✗ Bot tidak menjawab di { $url }. Periksa jaringan dan HADIR_TELEGRAM_TOKEN.
cli-check-clock-good = ✓ Jam mesin benar
cli-check-clock-wrong = ✗ Jam mesin berbeda { $seconds } detik. Nyalakan NTP (timedatectl set-ntp true).
cli-check-failed = – { $came } pesan masuk belum bisa diproses, { $went } pesan tidak terkirim. Lihat: hadir failed
cli-check-outages = – { $count } gangguan dalam 7 hari terakhir; jadwal yang terkena sudah diperpanjang
cli-check-silent = – Sejak { $minutes } menit tidak ada yang terdengar dari Telegram. Bila hadir run sedang berjalan, periksa jaringan (dan webhook, bila dipakai).
cli-check-letters-no-page = – Surat selesai dicetak tanpa QR. Agar siapa pun bisa memeriksanya, isi HADIR_PUBLIC_URL (docs/pasang.md).
cli-check-letters-good = ✓ Halaman pemeriksa surat terbuka di { $page }
cli-check-letters-unreached = – Halaman pemeriksa surat belum terbuka di { $page }. Bila hadir run sedang berjalan, periksa proksi (docs/pasang.md).
cli-check-nobody-hears = – Operator dan kepala Bapas belum ada yang bergabung, jadi peringatan tidak sampai kepada siapa pun. Jalankan: hadir invite KODE
cli-failed-none = Tidak ada pesan yang gagal.
cli-failed-at = { WAKTU($at, "singkat") }
cli-failed-came = masuk no. { $number } · { $at } · dari { $code } · { $why }
cli-failed-went = keluar no. { $number } · { $at } · untuk { $code } · { $kind } · { $why }
cli-check-clock-unknown = – Jam mesin tidak dapat dibandingkan sekarang

tour-join-title = 1. Bergabung
tour-join-text = Ini HP seorang klien. Tekan MULAI, ✅ Setuju, lalu 📱 Bagikan kontak. Lakukan juga di HP pengawas dan HP PK.
tour-join-done = HP ini sudah terdaftar
tour-start-title = 2. Mulai kerja
tour-start-text = Klien tiba di lokasi. Tekan 📍 Mulai kerja, izinkan, pilih "Di lokasi", kirim. Lalu 📎 Foto, pilih satu contoh, kirim.
tour-start-done = Mulai kerja diterima
tour-confirm-title = 3. Konfirmasi
tour-confirm-text = Pengawas melihat siapa, kapan, dan di mana. Tekan ✅ Benar. Jam baru dihitung setelah selesai dikonfirmasi.
tour-confirm-done = Hadir sudah dikonfirmasi
tour-monday-title = 4. Hari Senin
tour-monday-text = Tekan "ke Senin 07.00" di atas. Pengingat dan pertanyaan yang jatuh di antaranya ikut terkirim.
tour-monday-done = 📋 Ringkasan mingguan
tour-read-title = 5. Ringkasan
tour-read-text = PK membaca siapa yang perlu apa, dalam satu pesan, dengan berkas Excel-nya.

phone-client = Klien: { $name }
phone-guardian = Wali: { $name }
phone-supervisor = Pengawas: { $name }
phone-officer = PK: { $name }
phone-head = Kepala: { $name }
phone-prosecutor = Jaksa: { $name }
phone-agency = Dinas: { $name }
phone-operator = Operator: { $name }

cli-ask-office = Kode kantor (mis. BPS-MKS)
cli-ask-name = Nama kantor
cli-ask-zone = Zona waktu
cli-ask-operator = Nama operator pertama
cli-ask-contact = Kontak kantor yang dapat dihubungi
cli-ask-token = Token bot dari BotFather (boleh kosong dulu)
cli-revoked = HP { ORANG($name, $code) } sudah diputus; tautan dan kodenya tidak berlaku lagi. Undangan baru: hadir invite { $again }
cli-revoked-none =
    { ORANG($name, $code) } tidak punya HP sendiri yang terhubung, jadi tidak ada yang diputus. Undangan yang belum dipakai tidak berlaku lagi.
    Undangan baru: hadir invite { $again }
cli-proof-contact = { $office }: selain tautan, yang diminta nomor HP yang sama dengan catatan (contact).
cli-proof-birth-date = { $office }: selain tautan, yang diminta tanggal lahir yang sama dengan catatan (birth_date).
cli-proof-in-person = { $office }: selain tautan, PK selalu hadir langsung (in_person).
cli-proof-unknown = "{ $proof }" tidak dikenal. Pilih contact, birth_date, atau in_person.
cli-photos-rewrapped =
    { $count } kunci foto dan suara kini dibungkus dengan kunci kantornya, { $keys } kunci kantor dengan HADIR_SECRET_KEY yang sekarang. Bila semua proses Hadir sudah memakai kunci baru, hapus HADIR_OLD_SECRET_KEY.
cli-photos-rewrap-lost = { $count } kunci tidak cocok dengan kunci lama maupun baru. Fotonya tidak bisa dibuka; simpan kunci lama yang lain.
cli-photos-erase-what = Tulis tanggal seperti 2026-04-30 sesudah --until, dan alasannya sesudah --reason.
cli-photos-erased = { $count } foto dan pesan suara { $person } dihapus untuk selamanya.
cli-photos-erase-office-what = Semua foto dan pesan suara kantor ini akan hilang. Bila benar, tulis nama lengkapnya sesudah --name ({ $office }) dan alasannya sesudah --reason.
cli-photos-erased-office = Kunci { $office } dihapus: { $count } foto dan pesan suaranya hilang untuk selamanya.
cli-photos-shared-lists = { $count } daftar hadir juga memuat orang lain, jadi fotonya disimpan sampai waktunya habis.
cli-help-minutes = { $office }: permintaan bantuan yang belum ditangani diingatkan kepada kepala Bapas setelah { $minutes } menit (--help-minutes).
cli-help-minutes-bounds = Isi --help-minutes dengan { $least } sampai { $most } menit.
cli-misses = { $office }: PK diminta menelepon setelah { $call } kali berturut-turut tidak hadir, dan menindaklanjuti setelah { $follow } kali (--call-after, --follow-up-after).
cli-remind = { $office }: klien diingatkan sebelum kerja { $work } (--remind), sebelum lapor { $report } (--remind-reports).
cli-remind-unreadable = Isi --remind dengan paling banyak { $most } waktu, misalnya "H-1 18.00, 1 jam": sampai { $days } hari sebelumnya, atau 15 menit sampai 12 jam. --remind-reports hanya hari dan pukul: "H-1 18.00, H 16.00".
cli-quiet = { $office }: pukul { $begins }–{ $ends } pengingat dan pesan dari PK menunggu sampai pagi (--quiet).
cli-quiet-none = { $office }: pengingat dan pesan dari PK dikirim pada jam berapa pun (--quiet).
cli-quiet-unreadable = Isi --quiet dengan dua jam, misalnya 21.00-06.00, paling lama { $most } jam. Tanpa jam tenang: 00.00-00.00.
cli-misses-bounds = Isi --call-after dan --follow-up-after dengan { $least } sampai { $most }, yang kedua lebih besar.
cli-help-numbers = { $office }: nomor siang-malam pada permintaan bantuan: { $numbers } (--emergency).
cli-help-numbers-default = { $office }: nomor siang-malam pada permintaan bantuan: 112, 119, 110 (--emergency).
cli-keep-photos = { $office }: foto dan pesan suara dihapus { $days } hari setelah perkara selesai (--keep-photos).
cli-keep-photos-bounds = Isi --keep-photos dengan { $least } sampai { $most } hari.
