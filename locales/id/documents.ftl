# Dokumen kantor: daftar hadir, kartu kehadiran, daftar lapor diri. Yang dicetak tidak menyebut perkara apa, dan lokasi hanya membaca "izin".

document-title-attendance-list = Daftar Hadir Kerja
document-title-client-card = Kartu Kehadiran
document-title-execution-report = Laporan Pelaksanaan
document-title-final-report = Laporan Akhir
document-title-guidance-book = Buku Perkembangan Bimbingan
document-title-report-list = Daftar Lapor Diri
document-typed-attendance-list = daftar
document-typed-client-card = kartu
document-typed-execution-report = laporan
document-typed-final-report = laporan akhir
document-typed-guidance-book = buku
document-typed-report-list = lapor
document-title-letter = Surat Keterangan Selesai
document-typed-letter = surat
document-sheet-notes = Keterangan
document-letterhead = Kop
document-made = Dibuat
document-site = Lokasi
document-activity = Kegiatan
document-agency = Dinas
document-first = Dari
document-last = Sampai
document-clients-of = Klien dari PK
document-people = Jumlah orang
document-clients = Jumlah klien
document-whole-office = seluruh Bapas
document-all-officers = semua
document-month = Bulan
document-month-name = { WAKTU($at, "bulan") }
document-reports-due = Jadwal lapor
document-reports-given = Sudah lapor
document-reports-late = Di antaranya terlambat
document-reports-missed = Belum lapor
document-reports-unreached = Tak terjangkau
document-credited-here = Jam diakui di daftar ini
document-client = Nama atau kode
document-name = Nama
document-code = Kode
document-case = Nomor perkara
document-ruling = Nomor putusan
document-ruled-on = Tanggal putusan
document-court = Pengadilan
document-programme = Program
document-starts = Mulai
document-ends = Sampai
document-officer = PK
document-places = Lokasi kerja
document-prosecutor = Jaksa
document-total = Kewajiban
document-credited = Jam diakui
document-served = Sudah dijalani
document-remaining = Sisa jam
document-waiting = Menunggu konfirmasi
document-surplus = Kelebihan jam
document-state = Keadaan perkara
document-sessions-done = Jadwal yang dikerjakan
document-due = Jadwal sampai hari ini
document-attended = Dihadiri
document-count-absent = Tidak hadir
document-count-excused = Izin
document-count-site-closed = Lokasi tutup
document-count-system-failure = Gangguan sistem
document-count-rejected = Dinyatakan tidak benar
document-ahead = Jadwal berikutnya
document-ahead-minutes = Jam pada jadwal berikutnya
document-nobody = Tidak ada jadwal kerja pada minggu ini.
document-no-work = Belum ada kehadiran yang tercatat.
document-no-reports = Tidak ada klien wajib lapor pada bulan ini.
document-none-counted = Tidak ada koreksi jam, dan tidak ada jam sebelum tercatat di sini.
document-no-reports-yet = Belum ada hari lapor yang tercatat.
document-none-missed = Tidak ada jadwal yang tidak dihadiri sampai hari ini.
document-section-done = Pelaksanaan
document-section-sessions = Jadwal yang dikerjakan
document-section-counted = Jam sebelumnya dan koreksi jam
document-section-evaluation = Evaluasi
document-section-missed = Jadwal yang tidak dihadiri
document-column-number = No
document-column-client = Kode/nama klien
document-column-code = Kode
document-column-day = Tanggal
document-column-site = Lokasi
document-column-plan-start = Jadwal mulai
document-column-plan-finish = Jadwal selesai
document-column-start = Jam masuk
document-column-finish = Jam keluar
document-column-break = Istirahat (menit)
document-column-credited = Jam diakui
document-column-surplus = Kelebihan jam
document-column-activity = Kegiatan
document-column-status = Status
document-column-by = Pengawas lokasi
document-column-confirmed = Dikonfirmasi oleh
document-column-role = Jabatan
document-column-initials = Paraf
document-column-officer = PK
document-column-seen = Mengetahui PK
document-column-notes = Catatan
document-column-minutes = Jam
document-column-reason = Alasan
document-column-by-whom = Oleh
document-column-question = Yang dinilai
document-column-answer = Penilaian
document-column-due = Wajib lapor
document-column-usual = Semula
document-column-reported = Tanggal lapor
document-column-reported-at = Jam lapor
document-column-way = Cara
document-column-given = Keterangan
document-column-initials-client = Paraf klien
document-cell-minutes = { LAMA($minutes) }
document-cell-number = { $number }
document-cell-day = { WAKTU($at, "kolom") }
document-cell-time = { WAKTU($at, "jam") }
document-cell-instant = { WAKTU($at, "lengkap") }
document-status-working = sedang bekerja
document-status-waiting = menunggu konfirmasi
document-status-awaits-officer = menunggu PK
document-status-present = hadir
document-status-rejected = dinyatakan tidak benar
document-status-excused = izin
document-status-absent = tidak hadir
document-status-site-closed = lokasi tutup
document-status-system-failure = gangguan sistem
document-evaluation-supervisor = Penilaian pengawas lokasi
document-evaluation-client = Tanggapan klien
document-evaluation-officer = Penilaian pembimbing kemasyarakatan
document-column-condition = Kondisi saat ini
document-column-work = Kegiatan/pekerjaan
document-column-surroundings = Lingkungan sosial
document-column-obstacles = Kendala
document-column-plans = Rencana ke depan
document-column-address = Alamat atau nomor berubah
document-column-talk = Perlu bicara dengan PK
document-column-officer-notes = Catatan PK
document-answer-yes = ya
document-answer-no = tidak
document-noted = { $words } ({ $by })
document-given-done = sudah lapor
document-given-late = lapor terlambat
document-given-missed = belum lapor
document-given-unreached = tak terjangkau
document-given-excused = izin
document-given-no-day = tidak ada jadwal lapor
document-way-own = lewat chat
document-way-shared = lewat HP bersama { $phone }
document-note-until = sampai { WAKTU($day, "kolom") }
document-note-begun = belum lengkap
document-note-outside-plan = di luar jadwal
document-note-closed-by-rule = jam keluar menurut jadwal
document-note-penalty = dikurangi saat dikonfirmasi
document-note-unjudged = sudah dijelaskan, belum dinilai PK
document-note-asked = izin diajukan, belum diputuskan
document-note-unreached = tak terjangkau
document-note-opening = sebelum tercatat di sini
document-note-correction = koreksi jam
document-sign-supervisor = Pengawas lokasi
document-sign-officer = Pembimbing kemasyarakatan
document-sign-client = Klien
document-sign-guardian = Orang tua/wali
document-sign-head = Kepala Bapas
document-place = Tempat, tanggal
document-position = Jabatan
document-staff-number = NIP
document-footer = Angka menurut catatan pada { WAKTU($at, "lengkap") }
document-page = Halaman

# /dokumen

menu-dokumen = Daftar hadir, kartu, laporan
document-which = Dokumen apa yang dibutuhkan?
document-which-site = Daftar hadir lokasi yang mana?
document-which-site-of-many = Daftar hadir lokasi yang mana? Bila tidak ada di bawah ini, ketik "dokumen daftar" dan kode atau nama lokasinya.
document-which-week = Daftar hadir { $site }: minggu yang mana? Minggu lain: ketik "dokumen daftar { $code }" dan satu tanggalnya, misalnya { $example }.
document-which-client = { $paper } siapa?
document-which-client-of-many = { $paper } siapa? Bila tidak ada di bawah ini, ketik "dokumen { $typed }" dan kode atau namanya.
document-ask-name = { $paper } siapa? Ketik "dokumen { $typed }" dan kode atau namanya.
document-which-officer = { $paper }: klien dari PK siapa?
document-which-period-month = { $paper } { $name }: bulan yang mana? Bulan lain: ketik misalnya "dokumen { $typed } { $example }".
document-which-period-week = { $paper } { $name }: minggu yang mana? Minggu lain: ketik satu tanggalnya, misalnya "dokumen { $typed } { $example }".
document-period-unknown = "{ $text }" belum jelas: PK siapa, atau kapan? Ketik saja "dokumen { $typed }" lalu pilih.
document-no-site = Belum ada lokasi yang daftarnya bisa Anda buat.
document-site-unknown = Tidak ada "{ $text }" di antara lokasi Anda. Periksa namanya, atau ketik kodenya.
document-client-unknown = Tidak ada "{ $text }" di antara klien yang bisa Anda buka. Periksa namanya, atau ketik kodenya.
document-nobody-reports = Belum ada klien Anda yang wajib lapor dengan nama itu. Ketik "dokumen buku" untuk melihat siapa saja.
document-cannot-print = PDF belum bisa dibuat di sini; operator perlu memasang bagian "reports". Ini konsepnya untuk diubah.
document-ready-list =
    🖨 Untuk dicetak dan ditandatangani.
    { $site }, { WAKTU($first, "tanggal") } – { WAKTU($last, "tanggal") }. Di dalamnya ada nama: jangan ditempel, simpan sesudah diisi.
document-ready-case =
    🖨 Untuk dicetak dan ditandatangani.
    { $name }. Serahkan langsung, jangan ditempel.
document-ready-period =
    🖨 Untuk dicetak dan ditandatangani.
    { $paper } { WAKTU($first, "tanggal") } – { WAKTU($last, "tanggal") }. Di dalamnya ada nama: jangan ditempel.
document-ready-book =
    🖨 Untuk dicetak dan ditandatangani.
    { $name }. Di dalamnya ada jawabannya dan catatan PK: simpan di berkas, jangan ditempel.
document-ready-prosecutor =
    📄 Ini laporannya, menurut catatan saat ini.
    { $name }. Yang ditandatangani Bapas dikirim tersendiri.
document-draft = ✏️ Konsepnya, bila ada yang perlu diubah sebelum dicetak.
choice-paper-attendance-list = 🗒 Daftar hadir
choice-paper-client-card = 🪪 Kartu kehadiran
choice-paper-execution-report = 📑 Laporan ke jaksa
choice-paper-letter = 📜 Surat selesai
choice-paper-final-report = 🏁 Laporan akhir
choice-paper-guidance-book = 📖 Buku bimbingan
choice-paper-report-list = 📝 Lapor diri
choice-document-site = { $site }
choice-document-client = { $name }
choice-document-officer = { $name }
choice-document-whole-office = 🏛 Seluruh Bapas
choice-document-this-month = 📅 Bulan ini
choice-document-last-month = ◀️ Bulan lalu
choice-document-this-week = 📅 Minggu ini
choice-document-last-week = ◀️ Minggu lalu
choice-document-next-week = ▶️ Minggu depan

# Surat keterangan selesai: untuk dicetak dan ditandatangani. Tidak menyebut perkara apa.

letter-number = Nomor: { $number }
letter-opening = Yang bertanda tangan di bawah ini, Kepala { $office }, menerangkan bahwa:
letter-main = telah selesai menjalani kewajibannya menurut catatan { $office }.
letter-closing = Surat keterangan ini dibuat untuk dipergunakan sebagaimana mestinya.
letter-day = { WAKTU($at, "surat") }
letter-check = Untuk memeriksa surat ini, pindai kode QR-nya, atau buka alamat ini dan ketik kodenya:
letter-address = { $page }
letter-check-office = Untuk memeriksa surat ini, hubungi { $office }: { $contact }.
letter-code = { $code }
letter-ready =
    🖨 Untuk dicetak dan ditandatangani.
    Surat { $name }, nomor { $number }. Serahkan langsung.
letter-not-yet = { $name } belum punya surat keterangan selesai. Surat dibuat setelah kepala Bapas menyetujui penutupannya.
letter-nobody-yet = Belum ada klien yang perkaranya ditutup sebagai selesai.
letter-cannot-print = Surat belum bisa dibuat di sini; operator perlu memasang bagian "reports".
letter-own =
    📜 Ini surat keterangan selesai.
    Nomor { $number }. Yang bertanda tangan dan bercap diambil di Bapas.
letter-own-none = Belum ada surat keterangan selesai. Surat dibuat setelah perkara ditutup sebagai selesai.
letter-own-on-post = Suratnya sudah ada, tetapi memuat nama, jadi tidak dibuka di HP bersama ini. Mintalah kepada PK.
letter-own-cannot-print = Suratnya sudah ada, nomor { $number }. Berkasnya belum bisa dikirim di sini; mintalah kepada PK.
menu-surat = Surat keterangan selesai

# hadir document dan hadir office

cli-document-written = { $file }
cli-document-none = Tidak ada yang perlu ditulis: tidak ada jadwal kerja atau hari lapor pada waktu itu, atau tidak ada perkara yang berjalan.
cli-document-wrong-period = Dokumen ini tidak menurut minggu atau bulan yang disebut: --week untuk dokumen mingguan, --month untuk dokumen bulanan.
cli-trouble-document-client-unknown = Tidak ada perkara klien dengan kode "{ $person }" di { $office }.
cli-letterhead = Kop { $office }: { $lines }
cli-trouble-document-officer-unknown = Tidak ada PK dengan kode "{ $person }" di { $office }.
cli-trouble-document-month-unknown = "{ $month }" bukan bulan. Contoh: 2026-03.
cli-document-no-letter = Tidak ada surat yang perlu ditulis: belum ada perkara yang ditutup sebagai selesai.
cli-letter-number = Nomor surat berikutnya di { $office }: { $number }
cli-letter-number-bounds = Pola nomor surat memakai {"{"}no{"}"} dan {"{"}year{"}"} masing-masing sekali, boleh juga {"{"}month{"}"} dan {"{"}office{"}"}, paling panjang { $most } huruf.
cli-trouble-document-week-unknown = "{ $week }" bukan minggu. Contoh: 2026-W17, atau satu tanggalnya.
