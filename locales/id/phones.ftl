# Hadir dengan bantuan: pengawas, PK, wali, dan HP bersama

ends-start = Mulai
ends-finish = Selesai
ends-both = Mulai dan selesai
assisted-desk-phone = 📱 { $ends } lewat HP { $phone }
assisted-by-roll-call = 📋 { $ends } dicatat pengawas: { $why }
assisted-by-officer = 🤝 { $ends } dicatat PK: { $why }
assisted-by-guardian = 🤝 { $ends } dibantu wali: { $why }
reason-no-word = tidak ada kabar dari HP
reason-phone-broken = 📵 HP rusak
reason-no-phone = 🚫 Tidak punya HP

choice-assist-officer = 🤝 Bantu hadir
assist-ask-reason-start = Mengapa mulai kerja { $name } dicatat PK? Tulis alasannya; pengawas tetap mengonfirmasi jamnya.
assist-ask-reason-finish = Mengapa selesai kerja { $name } dicatat PK? Tulis alasannya; pengawas tetap mengonfirmasi jamnya.
assist-nothing = Jadwal itu sudah berubah. Silakan lihat jadwalnya sekali lagi.
assist-nothing-now = Sekarang tidak ada jadwal { $name } yang bisa dicatat. Untuk yang sudah lewat, mintalah pengawas mencatatnya dari 📋 Daftar hari ini.
assist-noted-start =
    ✅ Mulai kerja { $name } dicatat: { WAKTU($at, "singkat") }, { $site }. No. { $number }.
    Jamnya tetap dikonfirmasi pengawas.
assist-noted-finish =
    ✅ Selesai kerja { $name } dicatat: { WAKTU($at, "singkat") }, { $site }. No. { $number }.
    Jamnya tetap dikonfirmasi pengawas.
assist-told-officer-start = PK sudah mencatat mulai kerja { WAKTU($at, "singkat") } di { $site }. Lokasi tidak perlu dikirim lagi.
assist-told-officer-finish = PK sudah mencatat selesai kerja { WAKTU($at, "singkat") } di { $site }. Jamnya dikonfirmasi pengawas.
assist-told-guardian-start = Wali sudah mencatat mulai kerja { WAKTU($at, "singkat") } di { $site }. Lokasi tidak perlu dikirim lagi.
assist-told-guardian-finish = Wali sudah mencatat selesai kerja { WAKTU($at, "singkat") } di { $site }. Jamnya dikonfirmasi pengawas.

# Wali

key-schedule = 📅 Jadwal
menu-jadwal = Jadwal anak
welcome-guardian =
    Terima kasih, { $sapa } { $name }. HP ini sudah terdaftar untuk wali.
    Tekan 📅 Jadwal untuk melihat hari-harinya.
help-guardian =
    Ketik "jadwal" untuk melihat hari yang akan datang dan yang sudah terlaksana.
    Saat mendampingi di lokasi, kirim lokasi atau tekan ✋ untuk membantu.
not-understood-guardian =
    { $sapa } { $name }, tekan 📅 Jadwal untuk melihat hari-harinya.
    Untuk hal lain tekan 🙋 Minta bantuan.
guardian-schedule = 📅 Jadwal { $name }
guardian-coming = • { WAKTU($start, "tanggal") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }
guardian-nothing-planned = Belum ada jadwal berikutnya.
guardian-past = Yang sudah lewat:
guardian-done = ✅ { WAKTU($day, "tanggal") }: terlaksana
guardian-not-done = ▫️ { WAKTU($day, "tanggal") }: belum terlaksana
guardian-no-child = Belum ada jadwal untuk dilihat di sini. Bila seharusnya ada, tekan 🙋 Minta bantuan.
guardian-nothing-now = Sekarang tidak ada jadwal yang perlu dibantu. Tekan 📅 Jadwal untuk melihat hari berikutnya.
guardian-which = Untuk siapa? Pilih satu.
guardian-ask-here-start = Apakah { $name } sekarang bersama Bapak/Ibu, dan mau mulai?
guardian-ask-here-finish = Apakah { $name } sekarang bersama Bapak/Ibu, dan sudah selesai?
choice-here = ✅ Ya, bersama saya
choice-not-here = ❌ Tidak
guardian-not-here = Baik, tidak ada yang dicatat. Bila nanti sudah bersama { $name }, tekan 📅 Jadwal lagi.
guardian-ask-why = Mengapa { $name } tidak mengirim sendiri? Pilih satu, atau tulis dengan kata sendiri.
choice-assist-start = ✋ Bantu mulai
choice-assist-finish = ✋ Bantu selesai
guardian-reminder =
    Bapak/Ibu Wali, besok ada tugas untuk { $name }: { WAKTU($at, "singkat") }.
    Mohon disampaikan. Rinciannya ada di 📅 Jadwal.
