# Daftar bulanan untuk pembimbing kemasyarakatan: hal yang perlu dilihat, sebagai pertanyaan.
# Baris pertama tampak di layar terkunci: tanpa nama.

menu-pola = Hal yang perlu dilihat sebulan
pattern-list = 🔎 Daftar { WAKTU($month, "bulan") }: { $count } hal untuk dilihat.
pattern-list-nothing = 🔎 Daftar { WAKTU($month, "bulan") }: tidak ada hal yang perlu dilihat.
pattern-list-meaning = Ini pertanyaan, bukan kesimpulan; sering ada penjelasan yang wajar. Tanyakan dulu, lalu tekan jawabannya.
pattern-list-more = Masih ada { $count } lagi. Sesudah menjawab yang ini, ketik "pola { $month }".
pattern-which-month = Bulan yang mana? Tulis misalnya: pola 2026-04. Paling lama 12 bulan yang lalu.

pattern-card = 🔎 { WAKTU($month, "bulan") }, pertanyaan { $number } dari { $of }
pattern-card-alone = 🔎 Pertanyaan tentang { WAKTU($month, "bulan") }
pattern-same_scene =
    Foto { $name } dan { $other } sama atau mirip sekali, { $count } kali{ $together ->
        [0] {""}
       *[other] {", "}{ $together } di antaranya pada menit yang sama
    }. Siapa yang hadir ditentukan pengawas lokasi. Apakah ia melihat keduanya?
pattern-far_word = { $name } mengonfirmasi { $people } kehadiran pada { $days } hari, padahal menurut lokasi yang ia kirim sendiri ia lebih dari 1 km dari tempat kerjanya (paling jauh { $km } km). Siapa yang melihat kliennya bekerja?
pattern-quick_word = { $name } mengonfirmasi { $people } orang satu per satu dalam { $seconds } detik ({ $times } kali dalam sebulan). Apakah setiap orang sempat dilihat?
pattern-labelled = { $name }, { $count } kali: { $label }. Apakah ini wajar?
pattern-whole_hours = { $name } bekerja tepat { $hours } jam pada semua { $count } hari. Apakah ini wajar?
pattern-start_minute = { $name } mulai pukul { WAKTU($minute, "jam") } tepat pada { $count } dari { $of } hari. Apakah ini wajar?
pattern-finish_minute = { $name } selesai pukul { WAKTU($minute, "jam") } tepat pada { $count } dari { $of } hari. Apakah ini wajar?
pattern-no_photos = { $name } mengonfirmasi { $count } dari { $of } kehadiran tanpa foto, padahal foto diminta. Apakah mengambil foto sulit di sana?
pattern-answered-explained = ✅ Dicatat: ada penjelasan. Selama setengah tahun tidak ditanyakan lagi.
pattern-answered-action = 🔔 Dicatat: perlu ditindak. Bicarakan dulu dengan orangnya; kartu seorang klien: ketik "klien" dan namanya.
pattern-answered-unknown = ⏳ Dicatat: belum tahu. Jawabannya masih bisa diberikan di sini.
choice-pattern-explained = ✅ Ada penjelasan
choice-pattern-action = 🔔 Perlu ditindak
choice-pattern-unknown = ⏳ Belum tahu

pattern-proof-heading =
    {""}
    Di Bapas ini selama 12 bulan terakhir:
pattern-proof = • { $what }: { $count } kali ditanyakan, { $true } memang perlu ditindak, { $explained } ada penjelasan
pattern-name-same_scene = foto sama pada dua klien
pattern-name-quick_word = konfirmasi banyak orang dalam beberapa detik
pattern-name-far_word = konfirmasi dari tempat yang jauh
pattern-name-labelled = catatan yang berulang pada satu klien
pattern-name-whole_hours = jam kerja selalu bulat
pattern-name-start_minute = mulai pada menit yang sama
pattern-name-finish_minute = selesai pada menit yang sama
pattern-name-no_photos = konfirmasi tanpa foto yang diminta
