# Dokumen kantor: daftar hadir, kartu kehadiran. Yang dicetak tidak menyebut perkara apa, dan lokasi hanya membaca "izin".

document-title-attendance-list = Daftar Hadir Kerja
document-title-client-card = Kartu Kehadiran
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
document-credited-here = Jam diakui di daftar ini
document-client = Nama atau kode
document-code = Kode
document-case = Nomor perkara
document-programme = Program
document-starts = Mulai
document-ends = Sampai
document-officer = PK
document-total = Kewajiban
document-credited = Jam diakui
document-remaining = Sisa jam
document-waiting = Menunggu konfirmasi
document-surplus = Kelebihan jam
document-nobody = Tidak ada jadwal kerja pada minggu ini.
document-no-work = Belum ada kehadiran yang tercatat.
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
document-note-outside-plan = di luar jadwal
document-note-closed-by-rule = jam keluar menurut jadwal
document-note-unjudged = sudah dijelaskan, belum dinilai PK
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

menu-dokumen = Daftar hadir, kartu
document-which = Dokumen apa yang dibutuhkan?
document-which-site = Daftar hadir lokasi yang mana?
document-which-site-of-many = Daftar hadir lokasi yang mana? Bila tidak ada di bawah ini, ketik "dokumen daftar" dan kode atau nama lokasinya.
document-which-week = Daftar hadir { $site }: minggu yang mana? Minggu lain: ketik "dokumen daftar { $code }" dan satu tanggalnya, misalnya { $example }.
document-which-client = Kartu kehadiran siapa?
document-which-client-of-many = Kartu kehadiran siapa? Bila tidak ada di bawah ini, ketik "dokumen kartu" dan kode atau namanya.
document-ask-name = Kartu siapa? Ketik "dokumen kartu" dan kode atau namanya.
document-no-site = Belum ada lokasi yang daftarnya bisa Anda buat.
document-site-unknown = Tidak ada "{ $text }" di antara lokasi Anda. Periksa namanya, atau ketik kodenya.
document-client-unknown = Tidak ada "{ $text }" di antara klien yang bisa Anda buka. Periksa namanya, atau ketik kodenya.
document-cannot-print = PDF belum bisa dibuat di sini; operator perlu memasang bagian "reports". Ini konsepnya untuk diubah.
document-ready-list =
    🖨 Untuk dicetak dan ditandatangani.
    { $site }, { WAKTU($first, "tanggal") } – { WAKTU($last, "tanggal") }. Di dalamnya ada nama: jangan ditempel, simpan sesudah diisi.
document-ready-case =
    🖨 Untuk dicetak dan ditandatangani.
    { $name }. Serahkan langsung, jangan ditempel.
document-draft = ✏️ Konsepnya, bila ada yang perlu diubah sebelum dicetak.
choice-paper-attendance-list = 🗒 Daftar hadir
choice-paper-client-card = 🪪 Kartu kehadiran
choice-document-site = { $site }
choice-document-client = { $name }
choice-document-this-week = 📅 Minggu ini
choice-document-last-week = ◀️ Minggu lalu
choice-document-next-week = ▶️ Minggu depan

# hadir document dan hadir office

cli-document-written = { $file }
cli-document-none = Tidak ada yang perlu ditulis: tidak ada jadwal kerja pada minggu itu, atau tidak ada perkara yang berjalan.
cli-trouble-document-client-unknown = Tidak ada perkara klien dengan kode "{ $person }" di { $office }.
cli-letterhead = Kop { $office }: { $lines }
cli-trouble-document-week-unknown = "{ $week }" bukan minggu. Contoh: 2026-W17, atau satu tanggalnya.
