# Pengawas membetulkan jam sebelum mengonfirmasi

choice-times = ✏️ Perbaiki jam
times-ask-start =
    Jam berapa { $name } mulai kerja?
    Pilih satu, atau tulis jamnya. Contoh: 08.00
times-ask-finish =
    Jam berapa { $name } selesai kerja?
    Pilih satu, atau tulis jamnya. Contoh: 11.00
times-ask-break =
    Berapa menit { $name } istirahat?
    Pilih satu, atau tulis menitnya. Contoh: 30
times-ask-why =
    Mengapa jam { $name } perlu diperbaiki?
    Pilih satu, atau tulis dengan kata sendiri.
choice-times-sent = 📱 { WAKTU($at, "jam") } dari HP
choice-times-planned = 📅 { WAKTU($at, "jam") } jadwal
choice-times-break = ☕ { LAMA($length) }
choice-times-no-break = 🚫 Tanpa istirahat
reason-forgot = 🤷 Lupa mengirim
reason-phone-clock = 📱 HP bermasalah
times-unread = Jamnya belum terbaca. Mohon tulis seperti ini: 08.00
times-to-come = Jam itu belum lewat. Mohon tulis jam yang sudah terjadi.
times-finish-first = Jam selesai harus sesudah jam mulai. Mohon tulis lagi jam selesainya.
times-break-unread = Istirahatnya belum terbaca. Mohon tulis menitnya, misalnya 30, atau 0.
times-break-too-long = Istirahatnya lebih lama daripada kerjanya. Mohon tulis lagi menitnya.
times-why-words = Mohon tulis alasannya dengan kata-kata.
times-unchanged = Jamnya sama seperti yang tercatat, jadi tidak ada yang diubah.
times-changed = Catatannya berubah sementara ini. Belum ada yang disimpan, mohon dicek lagi.
times-decided = Sementara ini sudah ada keputusan, jadi isian Bapak/Ibu (pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }) tidak disimpan.
times-preview = Jam { $name } akan diperbaiki:
times-before = Tercatat: { WAKTU($start, "tanggal") }, pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, istirahat { LAMA($pause) }
times-before-open = Tercatat: mulai { WAKTU($start, "singkat") }, belum ada jam selesai
times-after = Menjadi: pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, istirahat { LAMA($pause) }, dihitung { LAMA($length) }
times-why = Alasan: { $reason }
choice-times-save = 💾 Simpan
choice-times-again = ✏️ Ulangi
choice-times-drop = ❌ Batal
times-were = ✏️ Jam diperbaiki pengawas. Semula pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, istirahat { LAMA($pause) }.
times-were-open = ✏️ Jam diperbaiki pengawas. Semula mulai pukul { WAKTU($start, "jam") }, tanpa jam selesai.
result-times = Jamnya diperbaiki: pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, istirahat { LAMA($pause) }.
result-times-why = Alasan: { $reason }
