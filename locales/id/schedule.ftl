# Jadwal: ganti hari, lokasi tutup, rencana, izin, dan penempatan. Baris pertama tampak di layar terkunci.

menu-ganti = Minta ganti jadwal

# Ganti jadwal

choice-move = 🔁 { WAKTU($at, "tanggal") } { WAKTU($at, "jam") }
choice-move-to = 📅 { WAKTU($at, "tanggal") } { WAKTU($at, "jam") }
move-which = { $sapa } { $name }, jadwal mana yang ingin diganti?
move-nothing-planned = Belum ada jadwal berikutnya yang bisa diganti. Bila ragu, tekan 🙋 Minta bantuan.
move-asked =
    Permintaan sudah disampaikan kepada PK dan pengawas lokasi.
    Jadwal { WAKTU($at, "singkat") } tetap berlaku sampai ada kabar. Boleh ditulis di sini mengapa, dan hari apa yang cocok.
choice-move-drop = ↩️ Tidak jadi
move-why = Katanya: { $words }
move-why-kept = Sudah disampaikan juga kepada PK.
move-withdrawn-client = ↩️ Permintaannya ditarik. Jadwal { WAKTU($at, "singkat") } tetap berlaku.
move-withdrawn =
    🔁 Ada permintaan ganti hari yang ditarik.
    { $name } di { $site }: { WAKTU($at, "singkat") } tetap.
move-was-withdrawn = Klien sudah menarik permintaan ganti hari untuk { WAKTU($before, "singkat") }. Jadwalnya tetap.
move-none-waits = Tidak ada permintaan ganti hari yang menunggu untuk { WAKTU($at, "singkat") }.
move-request =
    🔁 Ada permintaan ganti hari.
    Dari { $name }, untuk { WAKTU($at, "singkat") } di { $site }. Pilih hari yang masih kosong.
move-request-no-day =
    🔁 Ada permintaan ganti hari.
    Dari { $name }, untuk { WAKTU($at, "singkat") } di { $site }.
    Dalam 14 hari sesudahnya belum ada hari kosong yang diizinkan. Mohon PK membicarakannya dengan klien.
move-done =
    ✅ Ada jadwal yang pindah hari.
    { $name } di { $site }: dari { WAKTU($before, "singkat") } ke { WAKTU($at, "singkat") }.
    Dipilih oleh { $by }.
choice-move-no = ❌ Jadwal tetap
move-declined =
    🔁 Ada jadwal yang tetap harinya.
    { $name } di { $site }: { WAKTU($at, "singkat") }.
    Dijawab oleh { $by }.
move-declined-client =
    { $sapa } { $name }, jadwal { WAKTU($at, "singkat") } belum bisa diganti.
    Bila tetap berhalangan, ketik "izin" supaya PK tahu alasannya.
move-was-declined = Permintaan ganti hari untuk { WAKTU($before, "singkat") } sudah dijawab: jadwalnya tetap. Bila tetap berhalangan, ketik "izin".
move-told-client =
    { $sapa } { $name }, yang tadinya { WAKTU($before, "tanggal") } pindah ke { WAKTU($at, "singkat") }.
    Tempatnya tetap { $site }.
make-up =
    🔁 Ada jam yang belum mendapat hari lain.
    { $name }, { WAKTU($at, "singkat") }; { $site } tutup waktu itu.
    Pilih hari yang masih kosong.
make-up-no-day =
    🔁 Ada jam yang belum mendapat hari lain.
    { $name }, { WAKTU($at, "singkat") }; { $site } tutup waktu itu.
    Belum ada hari kosong yang diizinkan. Langkah: /penempatan { $code }, atau bicarakan masanya dengan jaksa.
move-day-taken = Hari itu sudah tidak kosong lagi. Ini pilihan yang masih ada:
move-already-begun = Jadwal { WAKTU($before, "singkat") } sudah dimulai, jadi tidak dipindah.
move-already-past = Waktu untuk { WAKTU($before, "singkat") } sudah lewat, jadi tidak bisa dipindah. PK bisa membantu bila ada halangan.
move-already-moved = Jadwal { WAKTU($before, "tanggal") } sudah dipindah oleh { $by } ke { WAKTU($at, "singkat") }.
move-dropped = Jadwal { WAKTU($before, "singkat") } sudah tidak berlaku, jadi tidak perlu dipindah.
move-outdated = Jadwal { WAKTU($before, "tanggal") } sudah berubah sejak permintaan itu. Klien bisa meminta lagi dengan "ganti".

# Lokasi tutup

menu-tutup = Lokasi tutup
choice-shut = 🚧 Lokasi tutup
choice-shut-day = 🚧 { WAKTU($day, "tanggal") }
choice-shut-undo = ↩️ Batalkan
reason-flood = 🌧 Hujan atau banjir
reason-event = 🎪 Ada acara
reason-power = 💡 Listrik/air mati
shut-which = { $site }: tutup pada hari apa?
shut-ask-code =
    Lokasi yang mana? Tulis /tutup, kode lokasinya, dan tanggalnya bila bukan hari ini.
    Contoh: /tutup L1 23/04
shut-site-unknown = Belum ada lokasi dengan kode “{ $text }” di Bapas ini. Periksa kodenya.
day-not-understood = Tanggal “{ $text }” belum dipahami. Tulis seperti 23/04 atau 23 April 2026.
no-such-day = Tanggal { $text } tidak ada di kalender. Tulis hari, bulan, lalu tahun; contoh: 17/08/2026 atau 17 Agustus 2026
shut-day-outside = Hanya { $back } hari terakhir sampai { $ahead } hari ke depan yang bisa ditutup. Pilih hari lain.
shut-ask-reason =
    { $site } tutup { WAKTU($day, "hari") }. Apa sebabnya?
    Pilih satu, atau tulis dengan kata sendiri.
shut-ask-reason-hours =
    { $site } tutup { WAKTU($day, "hari") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }. Apa sebabnya?
    Pilih satu, atau tulis dengan kata sendiri.
shut-concerned =
    { $count ->
        [0] Tidak ada yang dijadwalkan pada waktu itu.
       *[other] { $count } orang dijadwalkan pada waktu itu.
    }
choice-shut-hours = 🕐 Jam tertentu
choice-shut-now = ⏱️ Mulai sekarang
shut-ask-hours =
    { $site }, { WAKTU($day, "hari") }: tutup dari jam berapa sampai jam berapa?
    Tulis misalnya 10.00-12.00, mulai 13.00, atau sampai 11.00; sebabnya boleh ditulis di belakangnya.
shut-hours-unreadable = Jam “{ $text }” belum dipahami. Tulis seperti 10.00-12.00, mulai 13.00, atau sampai 11.00.
shut-hours-order = Jam selesainya belum sesudah jam mulainya. Tulis seperti 10.00-12.00.
choice-shut-sure = 🚧 Ya, tutup
shut-sure = { $site } tutup { WAKTU($day, "hari") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }: { $reason }. Benar?
shut-sure-else = Ada yang keliru? Ketik lagi jamnya atau sebabnya. Tidak jadi? Ketik "batal".
shut-sure-which = { $site } tutup pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }: { $reason }. Pada hari apa? Sekali tekan, langsung dicatat.
shut-sure-day =
    • { WAKTU($day, "tanggal") }: { $count ->
        [0] tidak ada yang dijadwalkan
       *[other] { $count } orang dijadwalkan
    }
shut-sure-tap = Tekan dulu hari yang dimaksud, atau ketik "batal" lalu mulai lagi dengan /tutup.
shut-already = { $site } sudah dicatat tutup untuk waktu itu. Tidak ada yang berubah.
shut-known = • Sehari penuh, dicatat { $by } { WAKTU($at, "singkat") }: { $reason }
shut-known-hours = • Pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, dicatat { $by } { WAKTU($at, "singkat") }: { $reason }
shut-known-office = • Sehari penuh, menurut { $by }: { $reason }
shut-no-reason = tanpa sebab tertulis
shut-done =
    🚧 { $site } dicatat tutup { WAKTU($day, "tanggal") } oleh { $by }: { $reason }.
    Bila keliru, batalkan dalam 10 menit.
shut-done-hours =
    🚧 { $site } dicatat tutup { WAKTU($day, "tanggal") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") } oleh { $by }: { $reason }.
    Bila keliru, batalkan dalam 10 menit.
shut-told-staff =
    🚧 { $site } tutup { WAKTU($day, "tanggal") }, dicatat oleh { $by }: { $reason }.
    Tidak ada yang dihitung tidak hadir; jamnya dicarikan hari lain.
shut-told-staff-hours =
    🚧 { $site } tutup { WAKTU($day, "tanggal") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, dicatat oleh { $by }: { $reason }.
    Tidak ada yang dihitung tidak hadir; jam yang hilang dicarikan hari lain.
shut-nobody = Tidak ada jadwal yang tersisa di sana pada hari itu.
shut-line-dropped = • { $name } pukul { WAKTU($start, "jam") }: tidak jadi
shut-line-shorter = • { $name }: menjadi pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }
shut-line-missed = • { $name } pukul { WAKTU($start, "jam") }: tidak lagi dihitung tidak hadir
shut-line-stopped = • { $name }: selesai lebih awal, pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }
shut-line-stopped-at-once = • { $name }: baru mulai pukul { WAKTU($start, "jam") }, langsung selesai
shut-plan-last = – jamnya mendapat hari lain; jadwal terakhirnya sekarang { WAKTU($last, "tanggal") }
shut-plan-short = – { LAMA($short) } belum mendapat hari; pilihannya di pesan berikut
shut-told-client =
    { $sapa } { $name }, yang direncanakan { WAKTU($at, "singkat") } tidak jadi.
    { $site } tutup ({ $reason }). Ini tidak dihitung sebagai tidak hadir.
shut-told-shorter =
    { $sapa } { $name }, waktunya berubah: { WAKTU($start, "singkat") } sampai { WAKTU($finish, "jam") }.
    { $site } tutup untuk sebagian waktu ({ $reason }). Jam yang hilang dicarikan hari lain.
shut-told-shorter-working =
    { $sapa } { $name }, untuk hari ini cukup sampai { WAKTU($finish, "pukul") }.
    Sesudah itu { $site } tutup ({ $reason }). Tekan 📍 Selesai kerja saat selesai.
shut-told-missed =
    { $sapa } { $name }, catatan { WAKTU($at, "singkat") } sudah diperbaiki.
    Waktu itu { $site } tutup ({ $reason }), jadi tidak dihitung sebagai tidak hadir.
shut-next = Berikutnya: { WAKTU($next, "singkat") }.
shut-next-by-officer = Belum ada hari penggantinya. PK sudah diberi tahu dan akan memberi kabar.
shut-told-working =
    { $sapa } { $name }, untuk hari ini cukup sampai { WAKTU($at, "pukul") }.
    { $site } tutup ({ $reason }). Waktu yang sudah dijalani tetap dicatat.
shut-undo-too-late = Lokasi hanya bisa dibuka lagi dalam 10 menit sesudah ditutup. Hubungi PK bila ternyata buka.
shut-already-open = { $site } sudah dicatat buka lagi untuk hari itu.
shut-undone = ↩️ { $site } dicatat buka lagi { WAKTU($day, "tanggal") }.
shut-standing = Masih dicatat tutup sehari penuh, oleh { $by }.
shut-standing-hours = Masih dicatat tutup pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, oleh { $by }.
shut-by-office = data lokasi dari Bapas
shut-undone-client =
    { $sapa } { $name }, kabar tadi dibatalkan: { WAKTU($at, "singkat") } tetap seperti semula.
    Tempatnya { $site }.
shut-undone-shorter =
    { $sapa } { $name }, kabar tadi dibatalkan. Waktunya sekarang { WAKTU($start, "singkat") } sampai { WAKTU($finish, "jam") }.
    Tempatnya { $site }.
shut-undone-missed =
    { $sapa } { $name }, kabar tadi dibatalkan: catatan { WAKTU($at, "singkat") } kembali seperti semula.
    { $site } ternyata buka. Bila waktu itu ada kendala, sampaikan kepada PK.
shut-undone-claim =
    { $sapa } { $name }, kabar tadi dibatalkan, dan keterangan tentang { WAKTU($at, "singkat") } ditanyakan lagi.
    Belum pasti { $site } tutup. Selama menunggu, ini tidak dihitung sebagai tidak hadir.
shut-undone-working =
    { $sapa } { $name }, kabar tadi dibatalkan: yang dimulai { WAKTU($at, "pukul") } masih berjalan.
    Di { $site }, tekan 📍 Selesai kerja saat benar-benar selesai.
card-site-closed-hours = Lokasi dicatat tutup pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }: { $reason }
card-site-closed = Lokasi dicatat tutup hari itu: { $reason }

# Rencana (coba hitung)

client-ask-for-command = Klien yang mana? Tulis { $command } dan namanya atau kodenya, misalnya: { $command } Budi
plan-heading = 🗓 Rencana { $name }, hanya dihitung; tidak ada yang diubah.
plan-draft = 📄 Perkara ini belum bisa dimulai. Yang kurang: { $lacks }. Bila sudah lengkap, rencananya:
plan-total = { $count } jadwal, { WAKTU($first, "tanggal") } – { WAKTU($last, "tanggal") }: { LAMA($planned) }
plan-session = • { WAKTU($start, "tanggal") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }
plan-more-sessions = … dan { $count } jadwal lagi
plan-left-out = Tidak dijadwalkan:
plan-left-out-holiday = • { WAKTU($day, "tanggal") }: libur ({ $holiday })
plan-left-out-holiday-estimated = • { WAKTU($day, "tanggal") }: libur ({ $holiday }, perkiraan)
plan-left-out-day = • { WAKTU($day, "tanggal") }: { $reason }
plan-more-days = … dan { $count } hari lagi
plan-enough = ✅ Seluruh sisa jamnya mendapat jadwal.
plan-short = ⚠️ Kurang { LAMA($short) } yang belum mendapat jadwal. Langkah: tambah penempatan dengan /penempatan { $code }, atau bicarakan masa pelaksanaannya dengan jaksa.
plan-no-placement = ⚠️ Belum ada penempatan. Langkah: /penempatan { $code }
plan-no-placement-yet = ⚠️ Belum ada penempatan. Langkah: lengkapi dulu yang kurang, lalu /penempatan { $code }
plan-not-active = Perkara ini sedang tidak berjalan, jadi tidak ada yang direncanakan.
obstacle-holiday = libur
obstacle-not_a_holiday = bukan Minggu atau libur sekolah, padahal hanya boleh pada hari itu
obstacle-weekday = hari yang tidak diizinkan putusan
obstacle-window = di luar jam yang diizinkan putusan
obstacle-site_closed = lokasi tutup
obstacle-site_hours = di luar jam buka lokasi
obstacle-excused = klien diizinkan
obstacle-not_for_children = lokasi tidak ditandai cocok untuk Anak
obstacle-day_full = jam hari itu sudah penuh
obstacle-elsewhere = ada jadwal lain pada jam yang sama

# Hasil jadwal yang tidak dijalani

outcome-hadir = hadir
outcome-terlambat = terlambat
outcome-pulang_awal = pulang awal
outcome-izin = izin
outcome-sakit = sakit
outcome-tanpa_keterangan = tanpa keterangan
outcome-lokasi_tutup = lokasi tutup
outcome-gangguan_sistem = gangguan sistem
outcome-tak_terjangkau = tak terjangkau
outcome-hint-hadir = Datang dan pulang sesuai jadwal.
outcome-hint-terlambat = Mulai lebih dari 15 menit sesudah jadwalnya. Jamnya tetap dihitung; tanyakan bila sering.
outcome-hint-pulang_awal = Selesai lebih dari 15 menit sebelum jadwalnya. Jamnya tetap dihitung; tanyakan bila sering.
outcome-hint-izin = Tidak dihitung sebagai tidak hadir; jamnya dicarikan hari lain.
outcome-hint-sakit = Tidak dihitung sebagai tidak hadir; jamnya dicarikan hari lain.
outcome-hint-tanpa_keterangan = Belum ada alasan yang diterima; PK dan klien perlu bicara.
outcome-hint-lokasi_tutup = Bukan karena klien; jamnya dicarikan hari lain.
outcome-hint-gangguan_sistem = Kabarnya tidak sampai karena sinyal atau sistem; tidak dihitung sebagai tidak hadir.
outcome-hint-tak_terjangkau = Pesan tidak bisa sampai kepadanya (belum bergabung, HP diputus, atau hanya memakai HP pos), jadi tidak dihitung sebagai tidak hadir.
choice-outcome-izin = 📝 Izin
choice-outcome-sakit = 🤒 Sakit
choice-outcome-tanpa_keterangan = ❔ Tanpa keterangan
choice-outcome-lokasi_tutup = 🚧 Lokasi tutup
choice-outcome-gangguan_sistem = 📶 Gangguan sistem
choice-decide = 📝 { WAKTU($day, "tanggal") }
choice-decide-again = ↩️ Ubah
client-card-missed = • { WAKTU($start, "tanggal") } pukul { WAKTU($start, "jam") }, { $site }: { $outcome }
miss-unjudged = sudah dijelaskan, belum dinilai PK
miss-rejected = dinyatakan tidak benar
miss-asked = izin belum diputus
miss-declined = keterangannya tidak diterima
client-card-missed-why = Alasan PK: “{ $why }”
client-card-asked-excuse = 📝 Izin { excuse-span } diajukan, belum diputuskan. Langkah: /perlu
client-card-asked-contest = ✋ Keberatan tentang { excuse-span } belum diputuskan. Langkah: /perlu
client-card-asked-contest-head = ✋ Keberatan tentang { excuse-span } menunggu kepala Bapas.
decided-ask = Apa yang dicatat untuk { $name }, { WAKTU($day, "singkat") }?
decided-option = • { $outcome }: { $hint }
decided-meanwhile = { $name }, { WAKTU($day, "tanggal") }: sementara itu sudah dicatat { $outcome }. Belum ada yang diubah.
decided-excuse-first = 📝 { $name } sudah mengajukan izin untuk { WAKTU($day, "tanggal") }, dan belum diputuskan. Lihat dulu; belum dicatat { $outcome }.
choice-outcome-anyway = ➡️ Tetap begitu
decided-ask-why = 📝 { $name }, { WAKTU($day, "tanggal") }, { $outcome }: apa alasannya? Tulis dengan singkat.
decided-why = Alasan: { $why }
decided-done =
    ✅ { $name }, { WAKTU($day, "tanggal") }: dicatat { $outcome }.
    { $hint }
# Di bawah jawaban atas setiap keputusan tentang klien
clients-told = { $count ->
        [1] Klien diberi tahu.
       *[other] Semua klien diberi tahu.
    }
clients-unreached = Pesan belum bisa sampai kepada { $names }. Mohon disampaikan langsung.
decided-client-not-again = Itu sudah tercatat, jadi klien tidak dikirimi pesan.
decided-told-client =
    { $sapa } { $name }, catatan { WAKTU($day, "tanggal") } sudah dilihat PK.
    Dicatat: { $outcome }. { $hint }
decided-told-unexplained =
    { $sapa } { $name }, catatan { WAKTU($day, "tanggal") } sudah dilihat PK.
    Dicatat: { $outcome }. PK akan membicarakannya dengan { $sapa }.
decided-otherwise = Bila tidak sesuai, tekan ✋ Saya keberatan.
decided-was-there = Kabar mulai untuk jadwal itu sudah sampai, jadi kehadirannya yang dicatat.
decided-not-open = Jadwal itu belum lewat atau sudah tidak berlaku, jadi belum ada yang perlu diputuskan.
excuse-usage =
    Tulis /izinkan, kode klien, hari pertama, hari terakhir, dan alasannya.
    Contoh: /izinkan K-01 20/04 24/04 rawat inap
excuse-too-long = Satu izin paling lama { $most } hari. Untuk lebih lama, bicarakan perkaranya.
excuse-long-past =
    { WAKTU($first, "angka") } – { WAKTU($last, "angka") } sudah lama lewat. Apakah memang tahun itu?
    Bila ya, tulis dengan tahunnya: /izinkan { $code } { WAKTU($first, "angka") } { WAKTU($last, "angka") } dan alasannya.
excused-already = ℹ️ { $name } sudah diizinkan { excuse-span }. Tidak ada yang berubah, jadi tidak ada yang diberi tahu lagi.
excuse-undo-too-late = Izin hanya bisa dibatalkan dalam 10 menit. Sesudahnya, bicarakan dengan klien.
excuse-undo-gone = Izin itu sudah dibatalkan.
choice-excuse-undo = ↩️ Batalkan izin
excused-done = ✅ { $name } diizinkan { excuse-span }. Bila keliru, batalkan dalam 10 menit.
excused-sessions = • { $count } jadwal tidak jadi; jamnya dicarikan hari lain, dan pengawas sudah diberi tahu.
excused-sessions-untold = • { $count } jadwal tidak jadi; jamnya dicarikan hari lain.
excused-misses = • { $count } kali tidak hadir tidak lagi dihitung.
excused-begun = • { $count } kehadiran yang sudah mulai tetap dikonfirmasi pengawas, yang tahu ada izin.
excused-report = Lapor diri { WAKTU($usual, "tanggal") } pindah ke { WAKTU($day, "hari") }.
excused-report-dropped = Lapor diri { WAKTU($usual, "tanggal") } tidak perlu dikirim lagi.
excused-nothing = • Tidak ada jadwal atau lapor diri yang berubah.
excuse-undone = ↩️ Izin { $name } { excuse-span } dibatalkan. Semuanya seperti semula.
excuse-undone-client =
    { $sapa } { $name }, catatan untuk { excuse-span } dibatalkan oleh PK.
    Semuanya seperti semula; ketik "jam" untuk melihat tanggal berikutnya.
excuse-undone-site =
    ℹ️ Kabar tadi dibatalkan.
    { $name } tetap datang:
excused-told-client =
    { $sapa } { $name }, ada catatan untuk { excuse-span }.
    PK memberi izin; hari-hari itu tidak dihitung sebagai tidak hadir.
excused-told-site =
    ℹ️ Ada yang tidak datang, sudah seizin PK.
    { $name }:
excused-told-site-begun =
    ℹ️ Ada izin untuk hari yang sudah berjalan.
    { $name } izin. Yang sudah dikerjakan tetap dikonfirmasi:
excused-begun-open = • { WAKTU($at, "singkat") }, { $site }: sudah mulai, jamnya dikonfirmasi sesudah selesai
excused-begun-waiting = • { WAKTU($at, "singkat") }, { $site }: sudah selesai, jamnya menunggu konfirmasi
excuse-undone-site-begun =
    ℹ️ Kabar tadi dibatalkan.
    { $name } tidak jadi izin:
excused-line = • { WAKTU($at, "singkat") }, { $site }

# Penempatan

weekday-1 = Senin
weekday-2 = Selasa
weekday-3 = Rabu
weekday-4 = Kamis
weekday-5 = Jumat
weekday-6 = Sabtu
weekday-7 = Minggu
place-heading = 📍 Lokasi yang cocok untuk { $name }. Andalah yang memutuskan.
place-none = 📍 Belum ada lokasi yang cocok untuk { $name }.
place-needs = Belum mendapat jadwal: { LAMA($minutes) }; perlu sekitar { $days } hari seminggu.
place-needs-nothing = Seluruh jamnya sudah mendapat jadwal; penempatan lain hanya bila memang perlu.
place-option = { $number }. { $site }: { $days }, pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }
place-option-free = – masih ada sedikitnya { $free } tempat
place-option-near = – sekitar { $metres } m dari rumah
place-option-far = – sekitar { $km } km dari rumah
place-option-distance-unknown = – jarak dari rumah belum diketahui
place-against = Tidak cocok: { $count } lokasi, { $reason }
against-full = sudah penuh
against-no_shared_day = tidak ada hari yang sama-sama bisa
against-no_shared_hours = tidak ada jam yang sama-sama bisa
against-stopped = kerjanya di sana dihentikan
against-not_for_children = tidak ditandai cocok untuk Anak
choice-place = ✅ Pilihan { $number }
place-not-suitable = { $site } tidak bisa dipilih: { $reason }. Minta usulan baru dengan /penempatan.
place-changed = Penempatannya sudah berubah sejak usulan itu. Minta usulan baru: /penempatan { $code }
place-not-active = Perkara ini sedang tidak berjalan, jadi belum bisa ditempatkan. Buka /klien untuk melihat keadaannya.
place-only-holidays = Hanya pada hari Minggu dan libur sekolah.
place-done = ✅ { $name } ditempatkan di { $site }: { $days }, pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, mulai { WAKTU($first, "tanggal") }.
place-done-no-session =
    ✅ { $name } ditempatkan di { $site }: { $days }, pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }.
    ⚠️ Belum ada satu pun jadwal di sana. Langkah: lihat sebabnya dengan /rencana { $code }
place-told-client =
    { $sapa } { $name }, ada jadwal baru mulai { WAKTU($first, "singkat") }.
    Tempatnya { $site }, setiap { $days }, pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }.
place-told-client-no-session =
    { $sapa } { $name }, ada kabar tentang tempat kerja.
    Tempatnya { $site }. Tanggal mulainya belum ditetapkan; PK yang mengaturnya.
place-told-guardian =
    Bapak/Ibu Wali, ada jadwal baru mulai { WAKTU($first, "singkat") }.
    Untuk { $name } di { $site }, setiap { $days }, pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }.
place-told-guardian-no-session =
    Bapak/Ibu Wali, ada kabar tentang tempat.
    Untuk { $name }: { $site }. Tanggal mulainya belum ditetapkan; PK yang mengaturnya.
place-told-site =
    ℹ️ Ada orang baru di { $site } mulai { WAKTU($first, "tanggal") }.
    { $name }, setiap { $days }, pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }.
place-told-site-no-session =
    ℹ️ Ada orang baru di { $site }.
    { $name }, setiap { $days }, pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }; tanggal mulainya belum ditetapkan.
