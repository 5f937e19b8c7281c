# Foto jari dan foto pendaftaran: orang yang menilai, bukan mesin. Baris pertama tampak di layar terkunci.
challenge-ask = ✋ Satu foto dalam 5 menit: diri Anda dan { $task }. Jam kerja sudah tercatat sejak lokasi.
challenge-ask-word = ✋ Satu foto dalam 5 menit: diri Anda dan kertas bertulisan { $task }. Jam kerja sudah tercatat sejak lokasi.
choice-challenge-cannot = 🙏 Tidak bisa
challenge-cannot = Tidak apa-apa. Kehadiran tetap tercatat.
challenge-thanks = Terima kasih, fotonya diterima.
challenge-task-fingers-1 = 1 jari
challenge-task-fingers-2 = 2 jari
challenge-task-fingers-3 = 3 jari
challenge-task-fingers-4 = 4 jari
challenge-task-fingers-5 = 5 jari
challenge-task-word-1 = padi
challenge-task-word-2 = laut
challenge-task-word-3 = kopi
challenge-task-word-4 = bunga
challenge-task-word-5 = pasar
challenge-task-word-6 = hujan
challenge-task-word-7 = kelapa
challenge-task-word-8 = perahu
challenge-task-word-9 = sawah
challenge-task-word-10 = bulan
card-challenge = ✋ Diminta { $task }; foto datang { $minutes ->
    [0] kurang dari 1 menit
   *[other] { $minutes } menit
} kemudian.
card-challenge-late = ✋ Diminta { $task }; foto datang { $minutes } menit kemudian (diminta dalam 5 menit; sinyal bisa jadi sebabnya).
card-challenge-open = ✋ Diminta { $task }; belum ada fotonya.
card-challenge-cannot = ✋ Diminta { $task }; klien memberi tahu tidak bisa.
challenge-rule = ✋ Foto jari untuk { $name }: { $rule }. Yang diminta: { $task }.
challenge-rule-never = tidak pernah diminta
challenge-rule-odd = hanya bila kirimannya perlu dilihat
challenge-rule-seldom = bila perlu dilihat, dan sesekali (1 dari 10)
challenge-rule-often = bila perlu dilihat, dan sering (1 dari 3)
challenge-by-fingers = jumlah jari
challenge-by-word = satu kata di kertas
choice-challenge-never = 🚫 Tidak pernah
choice-challenge-odd = ⚠️ Bila perlu saja
choice-challenge-seldom = 🎲 Sesekali
choice-challenge-often = 🎲 Sering
choice-challenge-word = ✍️ Pakai kata
choice-challenge-fingers = ✋ Pakai jari
identity-never-child = Untuk Anak, wajah tidak difoto dan tidak dibandingkan. Kenali lewat kodenya.
enrol-photo-ask = 📷 Kirim foto pendaftaran { $name }: wajahnya terlihat, orangnya tahu untuk apa.
enrol-photo-first = Kirim dulu foto pendaftarannya.
enrol-photo-kept = Foto pendaftaran { $name } disimpan. Untuk membandingkan: /bandingkan { $code }
enrol-photo-told = PK menyimpan satu foto pendaftaran Anda. Hanya PK dan pengawas lokasi yang membandingkannya dengan foto kehadiran; tidak ada mesin pengenal wajah. Fotonya dihapus { $days } hari setelah perkara selesai. Ada pertanyaan? Tulis /bantuan
choice-enrol-photo = 📷 Kirim fotonya
identity-no-enrolment = { $name } belum punya foto pendaftaran.
identity-nothing-to-compare = Belum ada dua foto yang bisa dibandingkan.
identity-ask = 👥 { $name }: kiri foto pendaftaran, kanan foto { WAKTU($at, "singkat") }. Apakah orangnya sama?
identity-before = Sebelumnya dinilai: { $said }. Catatan: { $note }
choice-identity-same = ✅ Sama
choice-identity-different = ❌ Tidak sama
choice-identity-unsure = ❓ Ragu
identity-said-same = sama
identity-said-different = tidak sama
identity-said-unsure = ragu
identity-kept = Dicatat untuk { $name }: { $said }. Jam kerjanya tidak berubah. Bila perlu, tulis catatan sekarang.
identity-note = Catatan: { $note }
identity-note-kept = Catatannya disimpan.
identity-doubt =
    ⚠️ Ada foto yang perlu dilihat.
    { $name }: { $by } menilai: { $said }. Lihat sendiri dengan /bandingkan { $code }
choice-compare = 👥 Bandingkan foto
label-person_doubted = orang di foto perlu dipastikan
card-flag-person_doubted = ⚠️ Perlu dilihat: orang di foto perlu dipastikan. Apakah ia memang bekerja di lokasi?
