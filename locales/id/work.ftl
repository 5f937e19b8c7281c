# Mulai dan selesai kerja

ask-location-start =
    Kirim lokasi dengan tombol 📍 Mulai kerja di bawah.
    Tombol itu hanya ada di aplikasi HP. Lokasi tidak bisa dikirim? Ketik "tanpa lokasi".
ask-location-finish = Sudah selesai? Kirim lokasi sekarang, atau tekan tombol ini bila lokasi tidak bisa dikirim.
location-from-computer-start =
    Telegram di komputer tidak bisa mengirim lokasi, jadi kerja belum tercatat mulai.
    Pakai aplikasi Telegram di HP: tekan 📍 Mulai kerja, atau 📎 lalu Lokasi.
    Tidak ada HP? Minta pengawas mencatat kehadiran Anda.
location-from-computer-finish =
    Telegram di komputer tidak bisa mengirim lokasi. Kerja Anda belum tercatat selesai.
    Pakai aplikasi Telegram di HP: tekan 📍 Selesai kerja, atau 📎 lalu Lokasi.
    Tidak ada HP? Tekan tombol di bawah ini; pengawas yang memastikan.
nothing-open =
    Belum ada kerja yang dimulai hari ini.
    Tekan 📍 Mulai kerja saat sudah di lokasi.
nothing-open-rejected =
    Catatan mulai hari ini belum diterima pengawas.
    Bila sekarang di lokasi, tekan 📍 Mulai kerja.
no-active-case = Saat ini tidak ada jadwal kerja. Bila ragu, tekan 🙋 Minta bantuan.
no-site = Lokasi diterima, tetapi tempat kerjanya belum tercatat. Tekan 🙋 Minta bantuan.
location-kept-aside = 📍 Lokasi pukul { WAKTU($at, "jam") } diterima dan disimpan.
resting-not-yet = Sekarang belum ada yang perlu dimulai. Yang berikutnya: { WAKTU($at, "singkat") }.
resting-suspended = Untuk sementara sedang ditunda, jadi belum ada yang perlu dimulai. PK akan memberi kabar bila dilanjutkan.
resting-over = Masanya sudah berakhir, jadi tidak ada lagi yang perlu dimulai. Bila ragu, tekan 🙋 Minta bantuan.
resting-closing = Tidak ada jadwal baru lagi; catatannya sedang diperiksa. Bila ragu, tekan 🙋 Minta bantuan.
resting-draft = Masanya belum dimulai, jadi belum ada yang perlu dikirim. PK akan memberi kabar.
resting-stopped = Kerja di { $site } sedang dihentikan dulu, jadi belum ada yang perlu dimulai. PK akan memberi kabar; untuk bertanya, tekan 🙋 Minta bantuan.
resting-told-officer-photo =
    ℹ️ Ada foto yang dikirim di luar jadwal.
    { $name }, { WAKTU($at, "singkat") }, padahal sekarang tidak ada yang bisa dimulai. Langkah: tanyakan maksudnya; lihat /klien { $code }
resting-told-officer-stopped =
    ℹ️ Ada lokasi yang dikirim di luar jadwal.
    { $name }, { WAKTU($at, "singkat") }, padahal kerjanya di { $site } dihentikan. Langkah: hubungi dan jelaskan; penempatan baru: /penempatan { $code }
resting-told-officer-not-yet =
    ℹ️ Ada lokasi yang dikirim di luar jadwal.
    { $name }, { WAKTU($at, "singkat") }, padahal belum ada jadwal atau penempatan hari itu. Langkah: tanyakan maksudnya; jadwalnya ada di /klien { $code }
resting-told-officer-suspended =
    ℹ️ Ada lokasi yang dikirim di luar jadwal.
    { $name }, { WAKTU($at, "singkat") }, padahal perkaranya sedang ditunda. Langkah: tanyakan maksudnya, lalu lanjutkan dari /klien { $code } bila perlu.
resting-told-officer-over =
    ℹ️ Ada lokasi yang dikirim di luar jadwal.
    { $name }, { WAKTU($at, "singkat") }, padahal perkaranya menunggu penutupan. Langkah: jelaskan bahwa masanya sudah berakhir; lihat /klien { $code }
resting-told-officer-closing =
    ℹ️ Ada lokasi yang dikirim di luar jadwal.
    { $name }, { WAKTU($at, "singkat") }, padahal perkaranya menunggu penutupan. Langkah: jelaskan bahwa tidak ada jadwal lagi; lihat /klien { $code }
resting-told-officer-draft =
    ℹ️ Ada lokasi yang dikirim di luar jadwal.
    { $name }, { WAKTU($at, "singkat") }, padahal perkaranya belum dimulai. Langkah: lengkapi yang kurang, lihat /klien { $code }
photo-wanted = Lokasi diterima. Satu langkah lagi: kirim foto.
# Berdiri di bawah setiap permintaan foto kepada klien.
photo-of-work = Foto pekerjaannya; jangan memotret orang lain.
photo-of-work-child = Foto hasil kerja, tanpa wajah; jangan memotret orang lain.
photo-kept-send-location = Foto diterima. Sekarang kirim lokasi dengan tombol di bawah.
photo-kept-aside = 📷 Foto diterima dan disimpan.
photo-kept-which =
    Foto diterima. Sudah di lokasi? Kirim lokasi seperti biasa.
    Bila foto itu surat atau bukti mengapa belum bisa hadir, tekan tombol di bawah; yang melihatnya hanya PK.
photo-which =
    Foto diterima dan disimpan. Foto apa ini?
    Sebelum dijawab, pengawas tidak melihatnya.
choice-photo-excuse = 📎 Bukti izin
choice-photo-excuse-day = 📎 Izin { WAKTU($day, "tanggal") }
choice-photo-excuse-child = 📎 { $name } { WAKTU($day, "tanggal") }
choice-photo-contest = ✋ Bukti keberatan
choice-photo-contest-day = ✋ Bukti { WAKTU($day, "tanggal") }
choice-photo-message = ✉️ Untuk PK
choice-photo-work = 📷 Foto kerja
photo-said-already = Foto itu sudah disimpan di tempatnya. Untuk foto lain, kirim lagi.
choice-excuse-photo = 📎 Ini bukti izin
excuse-photo-used = Foto itu sudah tersimpan di tempat lain. Untuk mengajukan izin, ketik "izin", lalu kirim fotonya.
photo-added = Foto diterima dan disimpan bersama kehadiran hari ini.
photo-later-send-location = Fotonya belum selesai diunduh; nanti dicoba lagi. Sekarang kirim lokasi dengan tombol di bawah.
photo-not-fetched = Fotonya belum selesai diunduh; nanti dicoba lagi. Tidak perlu mengirim ulang.
photo-problem-too-large = Foto itu terlalu besar. Kirim lagi sebagai foto biasa, bukan sebagai file.
photo-problem-not-a-picture = Kiriman itu bukan foto yang bisa dibuka. Kirim foto dari kamera.
photo-problem-too-many-pixels = Foto itu terlalu besar. Kirim lagi sebagai foto biasa, bukan sebagai file.
photo-problem-too-small = Foto itu terlalu kecil untuk dilihat. Kirim foto dari kamera.
photo-problem-animated = Itu gambar bergerak. Kirim satu foto dari kamera.
photo-problem-damaged = Foto itu rusak saat dikirim. Mohon kirim sekali lagi.
receipt-start =
    ✅ Mulai kerja diterima. { WAKTU($at, "singkat") }, { $site }.
    No. { $number }.
receipt-finish =
    ✅ Selesai kerja diterima. { WAKTU($at, "singkat") }, { $site }.
    No. { $number }.
receipt-outside-plan = Ini di luar jadwal, jadi pengawas dan PK akan melihatnya dulu.
receipt-waiting = Jam dihitung setelah pengawas mengonfirmasi.
receipt-next = Berikutnya: { WAKTU($at, "singkat") }.
receipt-start-undo = Belum mulai? Ketik "batal" dalam 10 menit.
choice-undo = ↩️ Batalkan selesai
undone = Baik, kerja belum dicatat selesai. Tekan 📍 Selesai kerja saat benar-benar selesai.
start-undone = Baik, kerja belum dicatat mulai. Saat benar-benar mulai, tekan 📍 Mulai kerja.
start-undo-too-late = Mulai kerja hanya bisa dibatalkan dalam 10 menit, sebelum pengawas memeriksa. Bila keliru, sampaikan kepada pengawas lokasi.
start-undo-nothing = Tidak ada mulai kerja yang bisa dibatalkan. Lihat /riwayat untuk catatannya.
card-not-begun = ↩️ Dibatalkan oleh klien: ternyata belum mulai. Tidak perlu dikonfirmasi.
undo-nothing = Tidak ada selesai kerja yang bisa dibatalkan. Lihat /riwayat untuk catatannya.
undo-too-late = Selesai kerja hanya bisa dibatalkan dalam 10 menit, sebelum pengawas memeriksa. Bila keliru, sampaikan kepada pengawas lokasi.
reason-mistaken-start = belum mulai, terkirim karena keliru
location-mid-session = Lokasi pukul { WAKTU($at, "jam") } diterima. Apakah kerja hari ini sudah selesai?
location-after-finish = Lokasi pukul { WAKTU($at, "jam") } diterima; kerja hari ini sudah tercatat selesai. Mulai kerja lagi?
location-after-rejection = Lokasi pukul { WAKTU($at, "jam") } diterima; catatan kerja tadi tidak diterima. Mulai kerja lagi?
choice-finish-now = 🏁 Selesai kerja
choice-restart = ▶️ Mulai kerja lagi
choice-only-location = 📍 Hanya lokasi
location-kept = Lokasi disimpan. Catatan jam tetap sama.
closed-by-rule =
    { $sapa } { $name }, kabar selesai di { $site } belum sampai, jadi dicatat { WAKTU($at, "pukul") } sesuai jadwal.
    Bila berbeda, beri tahu pengawas lokasi.
closed-without-end =
    { $sapa } { $name }, kabar selesai di { $site } tidak ada, jadi jam pulangnya belum tercatat.
    Sampaikan jam pulangnya kepada pengawas lokasi; jamnya dihitung sesudah ia mencatatnya.
marked-present =
    Pengawas sudah mencatat hadir di { $site }, { WAKTU($day, "tanggal") }.
    Lokasi untuk mulai kerja tidak perlu dikirim lagi.

# Hasil

result-confirmed = ✅ Kerja { WAKTU($day, "tanggal") } dikonfirmasi: { LAMA($credited) } diakui.
result-closed-by-supervisor = Jam selesai dicatat pengawas menurut jadwal, { WAKTU($at, "pukul") }.
result-surplus = Kelebihan jam { LAMA($surplus) } juga dicatat, tetapi tidak menambah jam diakui karena { $cause }.
result-remaining = Sisa: { LAMA($remaining) }.
result-by = Dikonfirmasi oleh { $by }.
result-rejected =
    Jam kerja { WAKTU($day, "tanggal") } belum diakui.
    Alasannya: { $reason }
start-rejected =
    Catatan mulai { WAKTU($day, "tanggal") } belum diterima pengawas.
    Alasannya: { $reason }
    Bila sekarang di lokasi, kirim lokasi lagi dengan tombol di bawah.
credit-moved = { $sapa } { $name }, jam kerja dihitung ulang karena catatannya berubah. Yang berubah:
credit-moved-day = { WAKTU($day, "singkat") }: diakui { LAMA($credited) } (tadinya { LAMA($earlier) })
result-taken-back = Pengawas membatalkan keputusannya tadi. Catatan kerja { WAKTU($day, "tanggal") } tetap berlaku seperti semula.
result-outside-plan = Kerja { WAKTU($day, "tanggal") } sudah dikonfirmasi pengawas. Karena di luar jadwal, PK yang akan memutuskan jamnya.

# Jam

hours-heading = { $sapa } { $name }, ini catatan jam kerja:
hours-of-case = 📄 Perkara { $number }
hours-bar = { $bar } { LAMA($credited) } dari { LAMA($total) }
hours-done = Sudah diakui: { LAMA($credited) }
hours-waiting = Menunggu konfirmasi: { LAMA($waiting) }
hours-surplus = Kelebihan jam: { LAMA($surplus) }, karena { $cause }
surplus-day = batas jam sehari sudah penuh
surplus-order = jam putusan sudah penuh
surplus-day-and-order = batas jam sehari dan jam putusan sudah penuh
surplus-untold = batasnya sudah penuh
hours-remaining = Sisa: { LAMA($remaining) }, dari seluruhnya { LAMA($total) }
hours-next = Berikutnya: { WAKTU($at, "singkat") }, { $site }
hours-now = Hari ini: pukul { WAKTU($at, "jam") }–{ WAKTU($until, "jam") }, { $site }. Belum ada mulai kerja yang tercatat.
hours-report-next = Lapor diri berikutnya: { WAKTU($day, "hari") }
hours-report-awaited = Lapor diri yang ditunggu: { WAKTU($day, "hari") }
reports-heading = { $sapa } { $name }, ini catatan lapor diri:
hours-closed-completed = ✅ Perkara ini sudah selesai, ditutup { WAKTU($day, "hari") }.
hours-closed-ended = Perkara ini sudah berakhir, ditutup { WAKTU($day, "hari") }. Bila ada pertanyaan, tekan 🙋 Minta bantuan.
hours-none = { $sapa } { $name }, belum ada jam kerja yang tercatat.

# Pengingat dan tidak hadir. Baris pertama tampak di layar terkunci: tidak menyebut tempat atau jenis tugas.

reminder-day =
    { $sapa } { $name }, besok ada tugas: { WAKTU($at, "singkat") }.
    Tempatnya { $site }. Saat tiba, tekan tombol di bawah.
reminder-early =
    { $sapa } { $name }, ada tugas { WAKTU($at, "singkat") }.
    Tempatnya { $site }. Bila berhalangan, ketik "izin".
reminder-day-again =
    { $sapa } { $name }, tugas besok { WAKTU($at, "pukul") } tetap jadi.
    Tempatnya { $site }. Saat tiba, tekan tombol di bawah.
reminder-hour =
    { $sapa } { $name }, ada tugas hari ini { WAKTU($at, "pukul") }.
    Tempatnya { $site }. Saat tiba, tekan tombol di bawah.
reminder-late =
    { $sapa } { $name }, ada tugas hari ini sejak { WAKTU($at, "pukul") }, dan Anda masih ditunggu.
    Tempatnya { $site }. Saat tiba, tekan tombol di bawah; bila berhalangan, tulis sebabnya.
no-work-tomorrow = { $sapa } { $name }, besok, { WAKTU($day, "hari") }, tidak ada kerja.
no-work-holiday = Libur: { $holiday }.
work-after-all =
    { $sapa } { $name }, maaf, ternyata ada kerja { WAKTU($at, "singkat") }.
    Tempatnya { $site }. Bila berhalangan, ketik "izin".
session-dropped = { $sapa } { $name }, jadwal { WAKTU($at, "singkat") } tidak jadi. Tidak perlu datang.
session-again-site =
    ℹ️ Ada perubahan di daftar lokasi Bapak/Ibu.
    { $name } dijadwalkan lagi { WAKTU($at, "singkat") } di { $site }.
session-dropped-site =
    ℹ️ Ada perubahan di daftar lokasi Bapak/Ibu.
    Jadwal { $name } { WAKTU($at, "singkat") } di { $site } tidak jadi.
miss-question =
    { $sapa } { $name }, kabar mulai untuk { WAKTU($at, "singkat") } belum sampai di sini.
    Ada kendala apa? Pilih satu, atau tulis dengan kata sendiri.
reason-no-signal = 📶 Tidak ada sinyal
reason-sick = 🤒 Sakit
reason-prevented = ⛔ Ada halangan
miss-answer-no-signal =
    Terima kasih, sudah dicatat.
    Bila sudah di { $site }, kirim lokasi begitu ada sinyal, atau minta pengawas mencatat kehadiran.
miss-answer-kept =
    Terima kasih, sudah dicatat sebagai penjelasan untuk { WAKTU($at, "singkat") } dan disampaikan kepada PK.
    Bila ada tambahan, tulis di sini; untuk minta izin, tekan tombol di bawah.
miss-answer-added = Terima kasih, ini juga dicatat sebagai penjelasan untuk { WAKTU($at, "singkat") } dan disampaikan kepada PK.
miss-asked-still =
    Jadwal { WAKTU($at, "singkat") } di { $site }: ada kendala apa?
    Pilih satu, atau tulis dengan kata sendiri. Bila sudah di lokasi, kirim lokasi seperti biasa.
miss-more-still = Penjelasan untuk { WAKTU($at, "singkat") } sudah ada di PK. Bila ada tambahan, tulis di sini.
miss-words-otherwise = Tulisannya tentang hal lain? Tekan ↩️ Bukan soal itu.
choice-miss-not = ↩️ Bukan soal itu
miss-case-closed = Perkaranya sudah selesai, jadi jadwal itu tidak perlu dijelaskan lagi. Ada yang ingin disampaikan? Ketik "pesan".
miss-already-started = Kabar mulai kerja sudah sampai. Tidak perlu apa-apa lagi.
miss-told-officer =
    ❔ Ada penjelasan tentang jadwal tanpa kabar.
    { $name }, { WAKTU($day, "singkat") } di { $site }: { $reason }
miss-told-officer-more =
    ❔ Ada tambahan penjelasan tentang jadwal tanpa kabar.
    { $name }, { WAKTU($day, "singkat") } di { $site }: { $reason }
miss-not-explained = Untuk { WAKTU($at, "singkat") } belum ada penjelasan. Ada kendala apa? Tulis di sini.
miss-decided-on-not =
    ❔ Sebuah penjelasan ternyata tentang hal lain.
    { $name }, { WAKTU($day, "singkat") } di { $site }: tulisan “{ $reason }” datang lagi sebagai pesan. Yang sudah diputuskan tetap: { $outcome }.
miss-told-officer-not =
    ❔ Sebuah penjelasan ternyata tentang hal lain.
    { $name }, { WAKTU($day, "singkat") } di { $site }: tulisan “{ $reason }” datang lagi sebagai pesan.
miss-ask-supervisor =
    ❓ Apakah orang ini sebenarnya hadir?
    Belum ada kabar dari { $name } untuk { WAKTU($at, "singkat") } di { $site }.
choice-was-present = ✅ Ya, hadir

# Gangguan sistem: siapa yang waktunya terpotong tidak dirugikan

outage-session =
    { $sapa } { $name }, tadi ada gangguan di pihak kami, { WAKTU($from, "singkat") } sampai { WAKTU($to, "singkat") }.
    Tugas { WAKTU($at, "pukul") } masih bisa dimulai sampai { WAKTU($until, "singkat") }. Yang sudah dikirim tetap tercatat.
outage-session-over =
    { $sapa } { $name }, tadi ada gangguan di pihak kami, { WAKTU($from, "singkat") } sampai { WAKTU($to, "singkat") }.
    Tugas { WAKTU($at, "singkat") } tidak dihitung sebagai tidak hadir. Bila tadi tetap bekerja, beri tahu pengawas atau tekan 🙋 Minta bantuan.
outage-report =
    { $sapa } { $name }, tadi ada gangguan di pihak kami, { WAKTU($from, "singkat") } sampai { WAKTU($to, "singkat") }.
    Kabar masih bisa dikirim sampai { WAKTU($day, "hari") }.
outage-site =
    🛠 Tadi ada gangguan di pihak kami, { WAKTU($from, "singkat") } sampai { WAKTU($to, "singkat") }.
    { $count } orang di { $site } mendapat waktu lebih lama untuk mulai. Siapa yang sudah bekerja bisa dicatat di /daftar.
outage-officer =
    🛠 Tadi ada gangguan di pihak kami, { WAKTU($from, "singkat") } sampai { WAKTU($to, "singkat") }.
    { $sessions } jadwal klien Anda diperpanjang selama itu. Yang tetap tidak bisa mulai tercatat sebagai gangguan sistem, bukan tidak hadir.
outage-office =
    🛠 Tadi ada gangguan di pihak kami, { WAKTU($from, "singkat") } sampai { WAKTU($to, "singkat") }.
    Diperpanjang: { $sessions } jadwal dan { $reports } lapor diri. Klien, pengawas, dan PK yang terkena sudah diberi tahu.

# Lapor diri

report-reminder =
    { $sapa } { $name }, ada tugas untuk { WAKTU($day, "hari") }.
    Tekan tombol di bawah; hanya tujuh pertanyaan.
report-reminder-again =
    { $sapa } { $name }, tugas untuk { WAKTU($day, "hari") } masih ditunggu.
    Tekan tombol di bawah; hanya tujuh pertanyaan.
report-missed =
    { $sapa } { $name }, kabar untuk { WAKTU($day, "hari") } belum sampai.
    Masih bisa dikirim sekarang dengan tombol di bawah.
report-ask-condition = ({ $number } dari { $count }) Bagaimana keadaan sekarang? Tulis dengan kata sendiri.
report-ask-work = ({ $number } dari { $count }) Apa kegiatan atau pekerjaan sehari-hari?
report-ask-surroundings = ({ $number } dari { $count }) Bagaimana hubungan dengan keluarga, tetangga, dan teman?
report-ask-obstacles = ({ $number } dari { $count }) Apakah ada kendala?
report-ask-plans = ({ $number } dari { $count }) Apa rencana ke depan?
report-about = Ini untuk { WAKTU($day, "hari") }.
report-receipt = ✅ Diterima. { WAKTU($at, "singkat") }. No. { $number }.
report-late = Kabar ini terlambat, tetapi tetap dibaca PK.
report-next = Berikutnya: { WAKTU($day, "hari") }.
report-no-duty = Tidak ada lapor diri yang tercatat untuk HP ini. Bila ragu, tekan 🙋 Minta bantuan.
report-already = Lapor diri { WAKTU($day, "tanggal") } sudah diterima, No. { $number }.
report-instead = Untuk perkara ini cukup lapor diri. Tekan 📝 Lapor diri di bawah.
report-not-yet = Belum waktunya. Lapor diri berikutnya { WAKTU($at, "hari") }, dan bisa dikirim mulai tiga hari sebelumnya.
no-location-why = Tidak apa-apa. Mengapa lokasi tidak dikirim? Jawabannya dibaca pengawas.
because-no_location_phone = 📵 HP tidak bisa
because-no_location_signal = 📶 GPS/sinyal mati
because-no_location_unwilling = 🙅 Tidak membagikan
no-location-other-proof =
    Tercatat tanpa lokasi; pengawas yang memastikan.
    Bila bisa, kirim satu foto tempat kerja.
