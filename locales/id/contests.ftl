# Keberatan: klien menilai keputusan atas kerjanya tidak sesuai; orang lain memeriksanya lagi

choice-contest = ✋ Saya keberatan
choice-contest-withdraw = ↩️ Tarik keberatan
choice-contest-uphold = ✅ Akui jamnya
choice-contest-dismiss = ❌ Tetap ditolak
contest-offer = Bila tidak sesuai, sampaikan keberatan: orang lain akan memeriksanya lagi.
contest-ask = Apa yang terjadi { WAKTU($day, "tanggal") }? Ceritakan dengan kata sendiri. Sebut siapa yang melihat, bila ada.
contest-filed = ✋ Keberatan dicatat. PK memeriksanya; jawabannya paling lambat { WAKTU($day, "hari") }.
contest-filed-head = ✋ Keberatan dicatat. Kepala Bapas memeriksanya; jawabannya paling lambat { WAKTU($day, "hari") }.
contest-filed-there = ✋ Keberatan dicatat. { $office }, Bapas yang dulu, memeriksanya; jawabannya paling lambat { WAKTU($day, "hari") }.
contest-told-officer = ✋ { $name } keberatan atas keputusan Anda. Kepala Bapas yang memeriksanya.
contest-withdrawn = Keberatan ditarik. Keputusan semula tetap berlaku.
contest-withdrawn-decider = { $name } menarik keberatannya. Tidak perlu diputuskan lagi.
contest-nothing-to-contest = Kerja itu tidak ditolak, jadi tidak perlu keberatan. Lihat /jam untuk catatannya.
contest-waits = Keberatan itu sudah dicatat dan sedang diperiksa.
contest-was-decided = Keberatan itu sudah selesai. Bila masih ada pertanyaan, tekan 🙋 Minta bantuan.
contest-too-late = Keberatan bisa disampaikan sampai { $most } hari sesudah keputusan. Bicarakan dengan PK; tekan 🙋 Minta bantuan.
contest-without-end = Kerja itu belum punya jam selesai, atau sudah dimulai lagi. Catat jamnya dengan ✏️ Koreksi jam di /klien.
contest-card = ✋ { $name } keberatan.
contest-card-times = { WAKTU($start, "tanggal") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }
contest-card-start = { WAKTU($start, "tanggal") } mulai pukul { WAKTU($start, "jam") }, { $site }
contest-card-reason = Alasan ditolak: { $reason }
contest-card-words = Kata klien: { $words }
contest-card-by = Jawab paling lambat { WAKTU($day, "hari") }.
contest-ask-uphold = Mengapa jam { $name } diakui? Tulis alasannya; klien akan membacanya.
contest-ask-dismiss = Mengapa jam { $name } tetap ditolak? Tulis alasannya; klien akan membacanya.
contest-upheld = Jam { $name } { WAKTU($day, "tanggal") } diakui. Klien sudah diberi kabar.
contest-dismissed = Keputusan atas jam { $name } { WAKTU($day, "tanggal") } tetap. Klien sudah diberi kabar.
contest-answer = Jawaban atas keberatan: { $reason }
contest-dismissed-client =
    { $sapa } { $name }, keberatan tentang { WAKTU($day, "tanggal") } sudah diperiksa; jamnya tetap belum diakui.
    Alasannya: { $reason }
contest-upheld-first = Keputusan tentang jam { $name } { WAKTU($day, "tanggal") } diubah sesudah diperiksa lagi: jamnya diakui.
