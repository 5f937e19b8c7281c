# Mulai dan selesai kerja

ask-location-start =
    Kirim lokasi dengan tombol 📍 Mulai kerja di bawah.
    Tombol hanya ada di aplikasi HP.
ask-location-finish = Sudah selesai? Kirim lokasi sekarang, atau tekan tombol ini bila lokasi tidak bisa.
nothing-open =
    Belum ada kerja yang dimulai hari ini.
    Tekan 📍 Mulai kerja saat sudah di lokasi.
no-active-case = Saat ini tidak ada jadwal yang perlu diisi. Bila ragu, tekan 🙋 Minta bantuan.
no-site = Lokasi diterima, tetapi belum ada tempat kerja yang tercatat. Tekan 🙋 Minta bantuan.
photo-wanted = Lokasi diterima. Satu langkah lagi: kirim foto saat bekerja, tanpa orang lain.
photo-wanted-child = Lokasi diterima. Satu langkah lagi: kirim foto hasil kerja, tanpa wajah.
photo-kept-send-location = Foto diterima. Sekarang kirim lokasi dengan tombol di bawah.
photo-added = Foto diterima dan disimpan bersama kehadiran hari ini.
photo-not-fetched = Fotonya belum terunduh; dicoba lagi nanti. Tidak perlu mengirim ulang.
photo-problem-too-large = Foto itu terlalu besar. Kirim lagi sebagai foto biasa, bukan berkas.
photo-problem-not-a-picture = Berkas itu bukan foto yang bisa dibuka. Kirim foto dari kamera.
photo-problem-too-many-pixels = Foto itu terlalu besar. Kirim lagi sebagai foto biasa, bukan berkas.
photo-problem-too-small = Foto itu terlalu kecil untuk dilihat. Kirim foto dari kamera.
photo-problem-animated = Itu gambar bergerak. Kirim satu foto dari kamera.
photo-problem-damaged = Foto itu rusak di jalan. Mohon kirim sekali lagi.
receipt-start =
    ✅ Mulai kerja diterima. { WAKTU($at, "singkat") }, { $site }.
    No. { $number }.
receipt-finish =
    ✅ Selesai kerja diterima. { WAKTU($at, "singkat") }, { $site }.
    No. { $number }.
receipt-outside-plan = Ini di luar jadwal; pengawas dan PK akan melihatnya.
receipt-waiting = Jam dihitung setelah pengawas mengonfirmasi.
receipt-next = Berikutnya: { WAKTU($at, "singkat") }.
choice-undo = ↩️ Batalkan selesai
undone = Selesai kerja dibatalkan. Tekan 📍 Selesai kerja saat benar-benar selesai.
undo-too-late = Sudah lewat 10 menit, jadi tidak bisa dibatalkan di sini. Sampaikan kepada pengawas lokasi.
location-mid-session = Lokasi pukul { WAKTU($at, "jam") } diterima. Apakah kerja hari ini selesai?
location-after-finish = Lokasi pukul { WAKTU($at, "jam") } diterima. Kerja hari ini sudah tercatat selesai. Mulai lagi?
choice-finish-now = 🏁 Selesai kerja
choice-restart = ▶️ Mulai kerja lagi
choice-only-location = 📍 Hanya lokasi
location-kept = Lokasi disimpan. Tidak ada yang berubah.
closed-by-rule =
    { $sapa } { $name }, selesai kerja di { $site } belum dikirim, jadi dicatat { WAKTU($at, "pukul") } sesuai jadwal.
    Bila berbeda, sampaikan kepada pengawas lokasi.
marked-present =
    Pengawas mencatat hadir di { $site }, { WAKTU($day, "tanggal") }.
    Tidak perlu mengirim lokasi lagi untuk mulai.

# Hasil

result-confirmed = ✅ Kerja { WAKTU($day, "tanggal") } dikonfirmasi: { LAMA($credited) } diakui.
result-surplus = Kelebihan jam { LAMA($surplus) } dicatat, tidak menambah jam diakui.
result-remaining = Sisa: { LAMA($remaining) }.
result-rejected =
    Kehadiran { WAKTU($day, "tanggal") } belum dapat dikonfirmasi: { $reason }.
    Bila keberatan, tekan 🙋 Minta bantuan.
result-outside-plan = Kerja { WAKTU($day, "tanggal") } sudah dikonfirmasi pengawas. Karena di luar jadwal, PK akan memutuskan.

# Jam

hours-heading = { $sapa } { $name }, ini catatan jam:
hours-done = Sudah diakui: { LAMA($credited) }
hours-waiting = Menunggu konfirmasi: { LAMA($waiting) }
hours-surplus = Kelebihan jam: { LAMA($surplus) }
hours-remaining = Sisa: { LAMA($remaining) } dari { LAMA($total) }
hours-next = Berikutnya: { WAKTU($at, "singkat") }, { $site }
hours-none = { $sapa } { $name }, belum ada jam yang tercatat.

# Pengingat dan tidak hadir

reminder-day =
    { $sapa } { $name }, besok ada tugas: { WAKTU($at, "singkat") } di { $site }.
    Saat tiba, tekan tombol di bawah.
reminder-hour =
    { $sapa } { $name }, ada tugas hari ini { WAKTU($at, "pukul") } di { $site }.
    Saat tiba, tekan tombol di bawah.
miss-question =
    { $sapa } { $name }, kabar mulai untuk { WAKTU($at, "singkat") } belum sampai.
    Ada apa hari ini? Pilih satu, atau tulis dengan kata sendiri.
reason-no-signal = 📶 Tidak ada sinyal
reason-sick = 🤒 Sakit
reason-prevented = ⛔ Ada halangan
miss-answer-no-signal =
    Terima kasih. Bila sudah di { $site }, kirim lokasi begitu ada sinyal.
    Pengawas juga bisa mencatat kehadiran.
miss-answer-kept = Terima kasih, sudah dicatat dan disampaikan kepada PK.
miss-already-started = Kabar mulai kerja sudah sampai. Tidak perlu apa-apa lagi.
miss-told-officer = { $name } belum memberi kabar mulai untuk { WAKTU($day, "singkat") } di { $site }. Katanya: { $reason }
miss-ask-supervisor =
    Belum ada kabar dari { $name } untuk { WAKTU($at, "singkat") } di { $site }.
    Apakah sebenarnya hadir? Bila tidak, abaikan pesan ini.
choice-was-present = ✅ Ya, hadir

# Lapor diri

report-reminder =
    { $sapa } { $name }, ada tugas yang jatuh { WAKTU($day, "hari") }.
    Tekan tombol di bawah, cukup lima pertanyaan.
report-missed =
    { $sapa } { $name }, kabar untuk { WAKTU($day, "hari") } belum sampai.
    Masih bisa dikirim sekarang dengan tombol di bawah.
report-ask-condition = ({ $number } dari { $count }) Bagaimana keadaan sekarang? Tulis dengan kata sendiri.
report-ask-work = ({ $number } dari { $count }) Apa kegiatan atau pekerjaan sehari-hari?
report-ask-surroundings = ({ $number } dari { $count }) Bagaimana lingkungan: keluarga, tetangga, teman?
report-ask-obstacles = ({ $number } dari { $count }) Apakah ada kendala?
report-ask-plans = ({ $number } dari { $count }) Apa rencana ke depan?
report-receipt = ✅ Lapor diri diterima. { WAKTU($at, "singkat") }. No. { $number }.
report-late = Dicatat terlambat; PK akan melihatnya.
report-next = Berikutnya: { WAKTU($day, "hari") }.
report-no-duty = Tidak ada wajib lapor yang tercatat untuk HP ini. Bila ragu, tekan 🙋 Minta bantuan.
report-not-yet = Belum waktunya. Lapor diri berikutnya { WAKTU($at, "hari") }; dibuka tiga hari sebelumnya.
