# Riwayat: bukti yang terakhir

menu-riwayat = Riwayat
receipts-heading = { $sapa } { $name }, ini catatan yang terakhir, yang terbaru di atas:
receipts-none = { $sapa } { $name }, belum ada catatan.
receipts-open = ⏱ { WAKTU($start, "tanggal") } mulai pukul { WAKTU($start, "jam") }, { $site }: sedang bekerja. No. { $number }
receipts-waiting = ⏳ { WAKTU($start, "tanggal") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }: menunggu konfirmasi. No. { $number }
receipts-confirmed = ✅ { WAKTU($start, "tanggal") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }: { LAMA($credited) } diakui, dikonfirmasi { $by }. No. { $number }
receipts-penalty = ✅ { WAKTU($start, "tanggal") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }: { LAMA($credited) } diakui, dipotong { LAMA($penalty) }, dikonfirmasi { $by }. No. { $number }
receipts-outside-plan = ⏳ { WAKTU($start, "tanggal") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }: di luar jadwal, menunggu keputusan PK. No. { $number }
receipts-rejected = ❌ { WAKTU($start, "tanggal") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }: belum diakui, diperiksa { $by }. No. { $number }
receipts-start-rejected = ❌ { WAKTU($start, "tanggal") } mulai pukul { WAKTU($start, "jam") }, { $site }: belum diterima, diperiksa { $by }. No. { $number }
receipts-missed = ➖ { WAKTU($day, "tanggal") }, { $site }: tidak hadir.
receipts-not-counted = ➖ { WAKTU($day, "tanggal") }, { $site }: { $outcome }, tidak dihitung sebagai tidak hadir.
receipts-excused = ➖ { WAKTU($day, "tanggal") }, { $site }: tidak hadir, dengan izin.
receipts-report = 📝 Lapor diri { WAKTU($day, "tanggal") }: diterima { WAKTU($at, "singkat") }. No. { $number }
receipts-report-missed = 📝 Lapor diri { WAKTU($day, "tanggal") }: belum lapor.
choice-receipts-wrong = ✋ Ada yang keliru
choice-receipt = ✋ { WAKTU($day, "tanggal") }
receipts-which = Catatan hari apa yang keliru?
receipts-nothing-wrong = Tidak ada catatan yang masih bisa dikoreksi. Bicarakan dengan PK; tekan 🙋 Minta bantuan.

# Tadi tidak ada sinyal: mulai lebih awal daripada yang terkirim

earlier-ask =
    Mulai tercatat { WAKTU($at, "pukul") }. Tadi tidak ada sinyal, jadi mulai lebih awal?
    Ketik pukul berapa mulai sebenarnya, misalnya 7.30
earlier-unreadable = Jamnya belum terbaca. Ketik jam mulai seperti ini: 7.30
earlier-not-earlier = Jam itu tidak lebih awal daripada yang tercatat. Ketik jam mulai yang sebenarnya, atau "batal".
earlier-too-far = Jam itu terlalu jauh dari yang tercatat. Ketik sekali lagi, atau bicarakan dengan PK.
earlier-kept = Dicatat: mulai { WAKTU($at, "pukul") } karena tidak ada sinyal. Pengawas yang memeriksanya.
earlier-decided = Kerja itu sudah diperiksa. Bila jamnya keliru, tekan ✋ Ada yang keliru di /riwayat.
card-earlier-start = 📶 Kata klien: mulai { WAKTU($at, "pukul") }, tadi tidak ada sinyal. Bila benar, perbaiki jamnya dulu.
