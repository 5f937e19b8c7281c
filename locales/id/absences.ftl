# Siapa yang tidak datang, menurut pengawas

choice-absent = 🚫 Tidak datang
choice-absent-of-day = { $name }, { WAKTU($day, "tanggal") }
choice-absent-told = 🙋 Sudah memberi tahu
choice-absent-untold = 🔕 Tidak memberi tahu
choice-unsaid = ❓ Belum dijawab: { $count }
unsaid-ask = ❓ { $site }: { $count } jadwal yang lewat belum ada keterangannya. Mohon dijawab satu per satu.
unsaid-which = { $site }: { $count } jadwal belum ada keterangannya. Siapa yang dijawab sekarang?
unsaid-none = ✅ Semua jadwal yang lewat sudah ada keterangannya.
choice-coming = 📅 Hari berikutnya
choice-coming-day = 📅 { WAKTU($day, "tanggal") }: { $count }
coming-days = { $site }: pada hari mana ada yang tidak datang? Untuk hari berikutnya ini hanya dicatat bila klien sudah memberi tahu.
coming-sites = Hari berikutnya di lokasi yang mana?
coming-none = Belum ada jadwal dalam 14 hari ke depan di lokasi Bapak/Ibu.
absence-who = { $site }: siapa yang tidak datang?
absence-ask = { $name }, jadwal { WAKTU($at, "singkat") }: apakah ia memberi tahu Bapak/Ibu?
absence-said-told = 🙋 Dicatat: { $name } sudah memberi tahu tidak datang { WAKTU($at, "singkat") }. PK yang memutuskan.
absence-said-not_told = 🔕 Dicatat: { $name } tidak datang { WAKTU($at, "singkat") } tanpa memberi tahu. Bila ternyata datang, tetap bisa dicatat hadir.
absence-undone = ↩️ Dibatalkan. Jadwal { $name } { WAKTU($at, "singkat") } kembali seperti semula.
absence-undone-officer =
    ↩️ Sebuah catatan dibatalkan pengawas.
    Jadwal { $name } { WAKTU($at, "singkat") } berlaku lagi seperti semula.
absence-undone-client = { $sapa } { $name }, catatan tidak datang { WAKTU($at, "singkat") } dibatalkan pengawas. Jadwalnya tetap berlaku.
absence-told-officer =
    ℹ️ Ada yang perlu diputuskan.
    { $name } memberi tahu pengawas bahwa tidak datang { WAKTU($day, "singkat") } di { $site }.
    Keterangan: { $reason }. Mohon diputuskan.
absence-told-client = { $sapa } { $name }, pengawas mencatat bahwa sudah memberi tahu tidak datang { WAKTU($at, "singkat") }. PK yang memutuskan.
reason-told-supervisor = 🙋 Memberi tahu pengawas
absence-too-early = Jadwal itu belum mulai. Untuk sekarang hanya bisa dicatat bila klien sudah memberi tahu.
absence-too-far = Jadwal itu masih lebih dari 14 hari lagi. Mohon dicatat bila harinya sudah dekat.
absence-was-there = Kehadirannya sudah tercatat. Buka 📋 Daftar hari ini untuk melihatnya.
absence-decided = Jadwal ini sudah diputuskan PK. Tidak perlu apa-apa lagi.
absence-undo-too-late = Catatan itu hanya bisa dibatalkan dalam 10 menit. Bila ternyata datang, tekan ✅ Hadir di 📋 Daftar hari ini.
absence-undo-not-yours = Catatan itu dibuat pengawas lain, jadi hanya dia yang bisa membatalkannya.
