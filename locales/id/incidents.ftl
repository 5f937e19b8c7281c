# Kejadian di lokasi: pengawas melapor, PK membaca saat itu juga. Baris pertama tampak di layar terkunci.

menu-kejadian = Laporkan kejadian
choice-incident-accident = 🚑 Kecelakaan
choice-incident-unrest = 💢 Keributan
choice-incident-other = 💬 Lainnya
choice-incident-read = ✅ Sudah saya baca
choice-incident-photos = 📷 Lihat foto
choice-incident-show = ⚠️ Lihat kejadian
incident-kind-accident = kecelakaan
incident-kind-unrest = keributan
incident-kind-other = kejadian lain

# Untuk pengawas

incident-offer = Apa yang terjadi? Pilih yang paling dekat; PK membacanya saat itu juga.
incident-which-site = Di lokasi yang mana?
incident-no-site = Hari ini Bapak/Ibu tidak tercatat sebagai pengawas di lokasi mana pun. Hubungi PK secara langsung.
incident-ask-words = { $site }: tulis atau rekam apa yang terjadi, lalu kirim ke sini. Tanpa kata pun, lima menit lagi laporan ini tetap terkirim.
incident-ask-who = Bila ada yang terlibat, tekan namanya dulu atau tulis kodenya.
incident-named = Terlibat: { $names }
incident-several = Ada beberapa orang bernama “{ $name }”. Tekan nama yang dimaksud.
incident-photo-kept = Fotonya sudah disimpan. Sekarang tulis atau rekam apa yang terjadi.
incident-voice-for-whom = Rekaman baru bisa disimpan bila ada nama yang terlibat. Tekan namanya dulu, atau tulis saja apa yang terjadi.
incident-sent = ✅ Terkirim kepada { $names }. Bapak/Ibu mendapat kabar begitu sudah dibaca.
incident-sent-nobody = ✅ Laporan tersimpan, tetapi belum ada PK yang bisa membacanya. Hubungi { $contact }.
incident-sent-by-itself = Laporan kejadian di { $site } sudah terkirim tanpa kata. Yang ditulis di sini sekarang masih ikut.
incident-more = Keterangan dan foto boleh menyusul di sini, bila aman.
incident-more-child = Wajah Anak tidak perlu difoto.
incident-added = Tambahannya sudah terkirim juga.
incident-heard = Baik, ikut disimpan di laporan.
incident-was-sent = Laporan itu sudah terkirim. Bila ada yang baru, laporkan lagi dengan /kejadian.
incident-too-late = Laporan itu sudah lewat satu jam. Bila ada yang baru, laporkan dengan /kejadian.
incident-was-read = { $by } sudah membaca laporan kejadian di { $site }.

# Untuk PK dan kepala Bapas

incident-card = ⚠️ Ada laporan dari lokasi yang perlu dibaca sekarang.
incident-unanswered = ⚠️ Ada laporan dari lokasi yang belum dibaca. Mohon kepala Bapas memastikan ada yang membacanya.
incident-nobody = ⚠️ Ada laporan dari lokasi, tetapi belum ada PK atau kepala Bapas yang bisa membacanya. Mohon tunjuk sekarang.
incident-card-waits = Belum membaca: { $names }
incident-card-what = { $site }: { $kind }
incident-card-by = Dilaporkan { $by }, { WAKTU($at, "singkat") }
incident-card-who = Terlibat: { $names }
incident-card-who-more = Terlibat: { $names }, dan { $others } klien PK lain
incident-card-nobody = Tidak ada nama yang disebut.
incident-card-words = Katanya: { $words }
incident-card-voice = Katanya ada dalam rekaman suara.
incident-card-silent = Terkirim tanpa kata. Mohon hubungi lokasi sekarang.
incident-card-photo-kept = Fotonya hanya untuk PK dari Anak yang terlibat.
incident-card-read = Dibaca { $by } { WAKTU($at, "singkat") }
incident-no-photo = Tidak ada foto pada laporan ini.
incident-photo = Foto dari laporan itu:
incident-on-card = ⚠️ { $site } { WAKTU($at, "singkat") }: { $kind }
