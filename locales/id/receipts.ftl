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
receipts-excused = ➖ { WAKTU($day, "tanggal") }, { $site }: tidak hadir, dengan izin.
receipts-report = 📝 Lapor diri { WAKTU($day, "tanggal") }: diterima { WAKTU($at, "singkat") }. No. { $number }
receipts-report-missed = 📝 Lapor diri { WAKTU($day, "tanggal") }: belum lapor.
choice-receipts-wrong = ✋ Ada yang keliru
choice-receipt = ✋ { WAKTU($day, "tanggal") }
receipts-which = Catatan hari apa yang keliru?
receipts-nothing-wrong = Tidak ada catatan yang masih bisa dikoreksi. Bicarakan dengan PK; tekan 🙋 Minta bantuan.
