# Perkara: yang kurang, penutupan, laju, koreksi jam, dan batas menurut hukum

case-before-law = Tanggal putusan lebih awal daripada berlakunya aturan program ini, yaitu { WAKTU($since, "tanggal") }. Periksa tanggal dan programnya.
case-before-ruling = Tanggal mulai tidak boleh sebelum tanggal putusan.
case-ruling-in-future = Tanggal putusan tidak boleh sesudah hari ini.
case-too-long = Masa pelaksanaan paling lama { $months } bulan menurut undang-undang.
case-age-outside-law = Umur pada tanggal putusan harus { $least } sampai { $most } tahun untuk program ini. Periksa tanggal lahirnya.
case-only-for-child = Program ini hanya untuk Anak. Periksa peran orangnya.
case-not-for-child = Program ini bukan untuk Anak. Periksa program atau peran orangnya.
case-cannot-change = Langkah itu tidak bisa dilakukan pada perkara ini sekarang. Buka /klien untuk melihat keadaannya.

placement-longer-than-ruling = Satu jadwal paling lama { LAMA($most) } menurut putusannya.
placement-day-not-allowed = Hari itu tidak diizinkan putusan. Pilih hari lain.
placement-outside-window = Jam itu di luar waktu yang diizinkan putusan. Pilih jam lain.
placement-site-not-open = Lokasi tidak buka pada hari atau jam itu. Pilih waktu lain.
placement-not-for-children = Lokasi ini tidak ditandai cocok untuk Anak. Pilih lokasi lain.

opening-below-zero = Saldo awal tidak boleh kurang dari nol.
opening-before-ruling = Jam tidak dapat diakui sebelum putusan, { WAKTU($day, "hari") }. Periksa tanggal saldo awal dan tanggal putusannya.
opening-before-start = Jam tidak dapat diakui sebelum perkara dimulai, { WAKTU($day, "hari") }. Periksa tanggal saldo awal dan tanggal mulainya.
opening-counts-twice = Kehadiran { WAKTU($day, "hari") } sudah tercatat di Hadir dan akan terhitung dua kali. Tulis jam sampai hari sebelumnya saja, dengan tanggal itu.
opening-in-future = Tanggal saldo awal tidak boleh sesudah hari ini.
adjustment-wrong-direction = Alasan itu tidak bisa dipakai untuk arah ini. Pilih alasan lain.
adjustment-too-large = Untuk alasan itu, koreksi paling banyak { LAMA($most) }.
adjustment-in-future = Tanggal koreksi tidak boleh sesudah hari ini.
adjustment-outside-case = Tanggal koreksi harus di antara tanggal putusan dan akhir masa perkara.
adjustment-above-remaining = Koreksi melebihi sisa jam: tinggal { LAMA($remaining) }.
adjustment-nothing = Nol menit tidak mengubah apa-apa. Tulis menitnya, misalnya +60 atau -30.
adjustment-day-full = Hari itu sudah penuh: { LAMA($held) } sudah diakui. Pilih tanggal lain.
adjustment-above-day = Hari itu sudah berisi { LAMA($held) }, jadi paling banyak bisa ditambah { LAMA($room) }.
adjustment-day-empty = Pada hari itu belum ada jam yang diakui, jadi tidak ada yang bisa dikurangi. Periksa tanggalnya.
adjustment-below-day = Pada hari itu baru { LAMA($held) } yang diakui, jadi paling banyak itu yang bisa dikurangi.
penalty-too-long = Pengurangan paling banyak sebesar jam kerjanya, yaitu { LAMA($most) }.

# Penutupan

closing-card =
    🗂 Ada perkara yang menunggu penutupan.
    { $name }: tidak ada jadwal baru lagi.
closing-hours = Jam diakui: { LAMA($credited) } dari { LAMA($total) }.
closing-no-hours = Perkara ini tanpa jam kerja wajib.
closing-working = { $count } kehadiran masih berjalan; jam selesainya belum dicatat.
closing-unconfirmed = { $count } kehadiran belum dikonfirmasi pengawas ({ LAMA($waiting) }). Masih bisa dikonfirmasi.
closing-outside-plan = { $count } kehadiran di luar jadwal menunggu keputusan Anda di /perlu.
closing-excuses = { $count } alasan tidak hadir belum diputuskan. Putuskan di /klien.
closing-contests = { $count } keberatan belum diputuskan. Lihat /perlu.
closing-nothing-open = Tidak ada yang masih menunggu.
closing-told-client =
    { $sapa } { $name }, tidak ada jadwal baru lagi.
    Catatan sedang diperiksa; Anda akan diberi kabar.
choice-close-served = ✅ Selesai
choice-close-unserved = 📝 Belum selesai
closing-ask-reason = Tuliskan alasannya: mengapa perkara { $name } berakhir sebelum jamnya selesai?
closing-chosen-meanwhile = Perkara { $name } sudah diusulkan { $by }, { WAKTU($at, "singkat") }: { $outcome }. Menunggu keputusan kepala Bapas.
closing-is-closed = Perkara ini sudah ditutup. Bila catatannya keliru, perbaiki dengan ✏️ Koreksi jam; perkaranya dibuka lagi dengan sendirinya.
closing-already-chosen = Pilihan itu sudah dikirim dan menunggu kepala Bapas.
closing-reason-missing = Alasannya belum ada. Tuliskan dengan kata sendiri.
closing-hours-remain = Masih ada sisa { LAMA($remaining) }, jadi belum bisa ditutup sebagai selesai.
closing-period-runs = Masanya belum berakhir, jadi belum bisa ditutup sebagai selesai.
closing-hours-served = Seluruh jamnya sudah diakui. Tutup sebagai selesai.
closing-changed = Angka atau pilihannya sudah berubah sejak kartu itu dikirim. Pakai kartu yang terbaru.
closing-choice-fell = ↩️ Catatan berubah setelah pilihan dikirim, jadi pilihannya batal. Pilih lagi.
closing-choice-fell-head =
    ↩️ Ada usulan penutupan yang dibatalkan.
    Catatan { $name } berubah, jadi PK akan memilih lagi.
closing-reopened = 🔓 Dibuka lagi karena ada perbaikan setelah ditutup.
letter-issued = Surat keterangan selesai nomor { $number } sudah ada. Untuk membukanya di sini, ketik: surat
letter-issued-guardian =
    Bapak/Ibu Wali, ada kabar baik.
    Kegiatan { $name } selesai; surat keterangannya nomor { $number }. Untuk membukanya di sini, ketik: surat
letter-revoked = Surat keterangan selesai nomor { $number } tidak berlaku lagi.
letter-revoked-guardian =
    Bapak/Ibu Wali, ada perbaikan catatan.
    Surat keterangan { $name } nomor { $number } tidak berlaku lagi; PK akan memberi kabar.
closing-reopened-head =
    🔓 Ada perkara yang dibuka lagi karena perbaikan.
    Perkara { $name }: PK akan memilih lagi.
closing-reopened-client =
    { $sapa } { $name }, catatan Anda diperiksa lagi karena ada perbaikan.
    PK akan memberi kabar. Bila ada pertanyaan, tekan 🙋 Minta bantuan.
closing-chosen-no-head = Pilihan untuk perkara { $name } dicatat, tetapi belum ada kepala Bapas yang terdaftar. Minta operator mendaftarkannya.
closing-chosen = Pilihan untuk perkara { $name } dicatat dan dikirim kepada kepala Bapas.
closing-for-head =
    🗂 Ada penutupan yang menunggu keputusan Anda.
    Perkara { $name }. PK { $officer } mengusulkan: { $outcome }.
closing-outcome-completed = selesai
closing-outcome-ended = berakhir belum selesai
closing-reason = Alasan PK: { $reason }
choice-close-approve = ✅ Setujui
choice-close-return = ↩️ Kembalikan
closing-head-approved = Disetujui. Perkara { $name } ditutup; PK diberi kabar.
closing-head-returned = Dikembalikan. PK akan memilih lagi untuk perkara { $name }.
closing-nothing-to-decide = Tidak ada penutupan yang menunggu keputusan pada perkara ini.
closing-approved =
    ✅ Ada penutupan yang disetujui kepala Bapas.
    Perkara { $name } sudah ditutup.
closing-returned =
    ↩️ Ada penutupan yang dikembalikan kepala Bapas.
    Perkara { $name }: bicarakan, lalu pilih lagi dari /klien.
closing-final-served =
    { $sapa } { $name }, semuanya sudah selesai dan dicatat. Terima kasih.
    Bila ada pertanyaan, tekan 🙋 Minta bantuan.
closing-final-unserved =
    { $sapa } { $name }, catatan Anda sudah ditutup.
    PK akan menjelaskan langkah berikutnya.

# Koreksi jam, tunda, dan lanjutkan

choice-adjust = ✏️ Koreksi jam
choice-suspend = ⏸ Tunda
choice-extend = 📅 Perpanjang masa
choice-resume = ▶️ Lanjutkan
adjust-which-reason = Koreksi jam { $name }: apa alasannya?
adjust-reason-kerja-tak-tercatat = Kerja tak tercatat
adjust-reason-gangguan-sistem = Gangguan sistem
adjust-reason-jam-keliru = Jam keliru
adjust-reason-terhitung-ganda = Terhitung ganda
adjust-reason-hasil-pemeriksaan = Hasil pemeriksaan
adjust-ask =
    Tulis menit, tanggal, dan keterangan dalam satu baris. Contoh: +60 { WAKTU($day, "angka") } pengawas lupa mencatat
    Paling banyak tambah { LAMA($up) }, kurang { LAMA($down) }.
adjust-ask-down =
    Tulis menit, tanggal, dan keterangan dalam satu baris. Contoh: -60 { WAKTU($day, "angka") } tercatat dua kali
    Paling banyak kurang { LAMA($down) }.
adjust-no-hours = Perkara ini tanpa jam kerja wajib, jadi tidak ada jam yang bisa dikoreksi.
adjust-unreadable = Belum terbaca. Contohnya: +60 23/04/2026 pengawas lupa mencatat
adjust-no-day = Untuk tanggal berapa? Tulis sekali lagi dalam satu baris, tanggalnya sesudah menit. Contoh: +60 { WAKTU($day, "angka") } pengawas lupa mencatat
adjust-which-way =
    { LAMA($minutes) } itu ditambah atau dikurangi?
    Tulis sekali lagi dengan + atau - di depan, misalnya: +60 { WAKTU($day, "angka") } pengawas lupa mencatat
choice-adjust-yes = ✏️ Tetap koreksi
choice-adjust-save = 💾 Simpan
adjust-check-up = Jam { $name } akan ditambah { LAMA($minutes) } untuk { WAKTU($day, "tanggal") } ({ $reason }). Belum dicatat: periksa, lalu simpan, atau tulis ulang.
adjust-check-down = Jam { $name } akan dikurangi { LAMA($minutes) } untuk { WAKTU($day, "tanggal") } ({ $reason }). Belum dicatat: periksa, lalu simpan, atau tulis ulang.
adjust-then-day = { WAKTU($day, "tanggal") }: { LAMA($earlier) } → { LAMA($held) }
adjust-then-total = Jumlah diakui: { LAMA($earlier) } → { LAMA($held) }
adjust-then-words = Catatan: “{ $words }”
adjust-again-up = Sebelum { LAMA($minutes) } ditambahkan untuk { WAKTU($day, "tanggal") }, mohon dibaca dulu. Belum ada yang dicatat.
adjust-again-down = Sebelum { LAMA($minutes) } dikurangkan untuk { WAKTU($day, "tanggal") }, mohon dibaca dulu. Belum ada yang dicatat.
adjust-held-up = • { $by } sudah menambah { LAMA($minutes) } untuk { WAKTU($day, "tanggal") } ({ $reason }), dicatat { WAKTU($at, "singkat") }.
adjust-held-down = • { $by } sudah mengurangi { LAMA($minutes) } untuk { WAKTU($day, "tanggal") } ({ $reason }), dicatat { WAKTU($at, "singkat") }.
adjust-contest = • Klien keberatan tentang { WAKTU($day, "tanggal") } dan menunggu putusan Anda. Bila diputus di sana, jamnya tidak terhitung dua kali.
adjust-contest-head = • Klien keberatan tentang { WAKTU($day, "tanggal") }; kepala Bapas yang memutus.
adjust-day-moved = • Sementara itu jam { WAKTU($day, "tanggal") } berubah: semula { LAMA($earlier) }, sekarang { LAMA($held) }.
adjusted-up = Jam { $name } ditambah { LAMA($minutes) } untuk { WAKTU($day, "tanggal") }. Diakui sekarang: { LAMA($credited) }.
adjusted-down = Jam { $name } dikurangi { LAMA($minutes) } untuk { WAKTU($day, "tanggal") }. Diakui sekarang: { LAMA($credited) }.
adjusted-up-client = { $sapa } { $name }, PK menambah { LAMA($minutes) } untuk { WAKTU($day, "tanggal") }. Diakui sekarang: { LAMA($credited) }.
adjusted-down-client =
    { $sapa } { $name }, PK memperbaiki catatan { WAKTU($day, "tanggal") }: berkurang { LAMA($minutes) }. Diakui sekarang: { LAMA($credited) }.
    Bila tidak sesuai, tekan ✋ Saya keberatan.
adjusted-refilled = Dari itu, { LAMA($minutes) } terisi lagi oleh kelebihan jam.
adjusted-remaining = Sisa: { LAMA($remaining) }.
case-changed-meanwhile = Perkara { $name } sudah { $state } sejak { WAKTU($at, "singkat") }; tidak ada yang diubah lagi.
case-changed-by = Oleh { $by }. Alasannya: { $reason }
case-state-draft = belum dimulai
case-state-active = berjalan
case-state-suspended = ditunda
case-state-awaiting-closing = menunggu penutupan
case-state-completed = selesai
case-state-ended = berakhir
case-state-transferred = dilimpahkan
suspend-ask-reason = Mengapa perkara { $name } ditunda? Tulis alasannya.
case-suspended = Perkara { $name } ditunda. Jadwal berikutnya dibatalkan sampai Anda menekan Lanjutkan.
case-suspended-client =
    { $sapa } { $name }, untuk sementara tidak ada jadwal.
    PK akan memberi kabar bila jadwal dimulai lagi.
choice-turn-back = ↩️ Keliru, batalkan
turn-back-too-late = Ini tidak bisa dibatalkan lagi: sudah lewat 10 menit, atau perkaranya sudah berubah. Buka /klien untuk mengubahnya.
resume-ask-reason = Mengapa perkara { $name } dilanjutkan? Tulis alasannya.
resume-nothing-left = Tidak ada yang bisa dilanjutkan: perkara ini sedang berjalan, sudah ditutup, atau masa atau jamnya sudah habis.
case-goes-on =
    ▶️ Ada yang berjalan lagi.
    Perkara { $name }: jam atau masanya belum habis. Jadwalnya disusun lagi.
case-goes-on-resting =
    ⏸ Ada yang kembali ditunda.
    Perkara { $name }: jam atau masanya belum habis. Tekan Lanjutkan di /klien bila dimulai lagi.
case-goes-on-client = { $sapa } { $name }, masih ada jam atau hari yang perlu dijalani.
case-resumed = Perkara { $name } dilanjutkan, dan jadwalnya disusun lagi.
case-suspended-guardian =
    Bapak/Ibu Wali, ada perubahan jadwal.
    Untuk sementara tidak ada jadwal bagi { $name }. PK akan memberi kabar bila dimulai lagi.
case-resumed-guardian =
    Bapak/Ibu Wali, ada perubahan jadwal.
    Kegiatan { $name } dilanjutkan. Hari-harinya: tekan 📅 Jadwal.
case-resumed-client = { $sapa } { $name }, kegiatan dilanjutkan.

# Baris tentang perkara

client-card-draft = 📄 Belum bisa dimulai. Yang kurang: { $lacks }
order-ruling = Putusan { $number }, { WAKTU($day, "hari") }, { $court }
order-replaces = Menggantikan: { $sentence }
order-sources = Dasar: mulai { $start }, selesai { $end }, tempat { $place }
source-putusan = putusan
source-penetapan-jaksa = penetapan jaksa
source-surat-keputusan = surat keputusan
source-berita-acara = berita acara
source-unknown = belum dicatat
cause-complete = semua yang diperlukan sudah ada
cause-hours-full = seluruh jamnya sudah diakui
cause-period-over = masanya sudah berakhir
cause-goes-on = jam atau masanya belum habis
cause-corrected = ada perbaikan setelah ditutup
cause-served = seluruh kewajiban sudah dijalani
cause-taken-back = penundaannya dibatalkan
prosecuted-card = ⚖️ { $name } · { $programme }
prosecuted-which = Perkara Anda yang berjalan. Pilih satu, atau ketik /perkara dan nomornya.
prosecuted-week =
    📊 Ringkasan { WAKTU($first, "tanggal") }–{ WAKTU($last, "tanggal") }: { $count ->
        [0] tidak ada lagi perkara yang berjalan. Ketik /perkara dan nomornya untuk membuka yang sudah berakhir.
       *[other] { $count } perkara berjalan. Ketik /perkara untuk membuka satu.
    }
prosecuted-week-case = • { $name } ({ $number }): { LAMA($credited) } diakui dari { LAMA($total) }. Pekan itu { prosecuted-week-days }.
prosecuted-week-reports = • { $name } ({ $number }): pekan itu { prosecuted-week-days }.
prosecuted-week-days =
    { $attended } kali hadir, { $absent } kali tidak hadir{ $absent ->
        [0] {""}
       *[other] , { $excused } di antaranya dengan keterangan yang diterima
    }{ $unreached ->
        [0] {""}
       *[other] , { $unreached } di antaranya tak terjangkau oleh pesan
    }{ $asked ->
        [0] {""}
       *[other] , izin belum diputus: { $asked }
    }{ $rejected ->
        [0] {""}
       *[other] , dinyatakan tidak benar: { $rejected }
    }
prosecuted-week-draft = • { $name } ({ $number }): belum dimulai, ada berkas yang belum lengkap.
prosecuted-week-suspended = • { $name } ({ $number }): sedang ditunda.
prosecuted-week-closing = • { $name } ({ $number }): { LAMA($credited) } diakui, menunggu penutupan oleh Bapas.
prosecuted-week-over =
    🏁 { $name } ({ $number }): { $how ->
        [completed] selesai
        [transferred] pindah ke Bapas lain
       *[ended] berakhir sebelum selesai
    } { WAKTU($day, "tanggal") }{ $hours ->
        [0] {""}
       *[1] , { LAMA($credited) } diakui dari { LAMA($total) }
    }.
prosecuted-week-others = { $count } perkara lain berjalan tanpa ketidakhadiran.
prosecuted-week-others-named = Perkara lain berjalan tanpa ketidakhadiran: { $names }.
prosecuted-week-calm = Semua { $count } berjalan tanpa ketidakhadiran.
prosecuted-week-calm-named = Semua berjalan tanpa ketidakhadiran: { $names }.
prosecuted-none = Tidak ada perkara berjalan yang dicatat atas nama Anda. Bila seharusnya ada, hubungi Bapas.
prosecuted-not-found = Tidak ada perkara Anda dengan nomor "{ $text }". Ketik /perkara untuk daftarnya.
prosecuted-unreached = Di antaranya { $count } kali tak terjangkau oleh pesan
prosecuted-explained = Dijelaskan klien, belum dinilai PK: { $count } kali
prosecuted-rejected = Catatan kehadiran dinyatakan tidak benar: { $count } kali
prosecuted-asked = Izin yang diajukan, belum diputuskan PK: { $count } hari
prosecuted-misses =
    Tidak hadir: { $absent } kali{ $absent ->
        [0] {""}
       *[other] , { $excused } di antaranya dengan keterangan yang diterima
    }
choice-prosecuted-report = 📄 Ambil laporan
prosecuted-officer = PK: { $officer }
client-card-reason = Alasannya: { $reason }
client-card-state-suspended = ⏸ Ditunda
client-card-state-awaiting-closing = 🗂 Menunggu penutupan
client-card-state-closing-chosen = 🗂 Penutupan menunggu kepala Bapas
client-card-state-completed = 🏁 Selesai
client-card-state-ended = 🏁 Berakhir belum selesai
client-card-state-transferred = ↪️ Sudah dilimpahkan
client-card-on-time = 📈 Tepat waktu; perlu { LAMA($weekly) } setiap minggu
client-card-behind = 📉 Tertinggal; perlu { LAMA($weekly) } setiap minggu
client-card-unplaced = 📍 Belum ada penempatan. Langkah: /penempatan { $code }
client-card-unplaced-yet = 📍 Belum ada penempatan
client-card-cannot-finish = ⛔ { LAMA($shortfall) } tidak akan sempat dikerjakan, meski di setiap hari yang diizinkan
hours-opening = Di dalamnya, sebelum memakai Hadir: { LAMA($opening) }
hours-adjusted-up = Di dalamnya, tambahan lewat koreksi: { LAMA($minutes) }
hours-adjusted-down = Sudah dikurangi lewat koreksi: { LAMA($minutes) }
hours-resting = Untuk sementara ditunda; PK akan memberi kabar bila dimulai lagi.
hours-nothing-planned = Tidak ada jadwal baru saat ini.
hours-on-time = 📈 Tepat waktu. Perlu { LAMA($weekly) } setiap minggu.
hours-behind = 📉 Perlu { LAMA($weekly) } setiap minggu supaya selesai tepat waktu. Bila sulit, bicarakan dengan PK.
hours-unplaced = Tempat kerjanya belum ditentukan. PK akan memberi kabar.
hours-cannot-finish = Waktunya tidak cukup lagi untuk semua jam. Bicarakan dengan PK; tekan 🙋 Minta bantuan.

# Lapor diri: dua pertanyaan terakhir

report-ask-address = ({ $number } dari { $count }) Apakah alamat atau nomor HP berubah?
report-ask-talk = ({ $number } dari { $count }) Apakah perlu bicara dengan PK?
report-yes-or-no = Kata-katanya sudah disimpan. Supaya tidak keliru, pilih Ya atau Tidak.
choice-yes = Ya
choice-no = Tidak
report-concern-address =
    🏠 Ada alamat atau nomor yang berubah.
    Menurut { $name }. Tanyakan, lalu perbarui datanya.
report-concern-talk =
    🗣 Ada yang ingin berbicara dengan Anda.
    { $name }. Hubungi hari ini.
report-shifted = Biasanya { WAKTU($usual, "hari") }, tetapi hari itu libur.
report-shifted-estimated = Biasanya { WAKTU($usual, "hari") }, tetapi hari itu menurut perkiraan libur.
report-shifted-excused = Biasanya { WAKTU($usual, "hari") }, tetapi hari itu diizinkan PK.
report-moved =
    { $sapa } { $name }, ada perubahan: tugas berikutnya untuk { WAKTU($day, "hari") }.
    Tanggal yang disebut sebelumnya tidak berlaku lagi.
report-dropped = { $sapa } { $name }, untuk { WAKTU($day, "hari") } tidak perlu mengirim kabar lagi.
