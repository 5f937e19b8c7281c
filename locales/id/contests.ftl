# Keberatan: klien menilai keputusan atas kerjanya tidak sesuai; orang lain memeriksanya lagi

choice-contest = ✋ Saya keberatan
choice-contest-withdraw = ↩️ Tarik keberatan
choice-contest-uphold = ✅ Akui jamnya
choice-contest-dismiss = ❌ Tetap ditolak
contest-offer = Bila tidak sesuai, sampaikan keberatan: orang lain akan memeriksanya lagi.
contest-ask = Apa yang terjadi { WAKTU($day, "tanggal") }? Ceritakan dengan kata sendiri, tertulis atau direkam. Sebut siapa yang melihat, bila ada.
contest-filed = ✋ Keberatan dicatat. PK memeriksanya; jawabannya paling lambat { WAKTU($day, "hari") }.
contest-filed-head = ✋ Keberatan dicatat. Kepala Bapas memeriksanya; jawabannya paling lambat { WAKTU($day, "hari") }.
contest-filed-there = ✋ Keberatan dicatat. { $office }, Bapas yang dulu, memeriksanya; jawabannya paling lambat { WAKTU($day, "hari") }.
contest-told-officer =
    ✋ Ada keberatan atas keputusan Anda.
    Dari { $name }; kepala Bapas yang memeriksanya.
contest-withdrawn = Baik, sudah ditarik. Catatannya tetap seperti semula.
contest-withdrawn-decider =
    ↩️ Ada keberatan yang ditarik kembali.
    Dari { $name }. Tidak perlu diputuskan lagi.
contest-dropped-decider =
    ↩️ Ada keberatan yang tidak perlu diputuskan lagi.
    Dari { $name }: pengawas sudah membatalkan penolakannya, dan memeriksa kerja itu lagi.
contest-dropped-client = Keberatannya sudah selesai: kerja itu kembali diperiksa pengawas.
contest-dropped-meanwhile = Pengawas sudah membatalkan penolakannya, jadi keberatan ini tidak perlu diputus lagi.
contest-without-object = Penolakan { WAKTU($day, "tanggal") } sudah dibatalkan pengawas, jadi tidak perlu keberatan lagi. Lihat /riwayat.
contest-question-over = Pertanyaan tadi tidak perlu dijawab lagi.
contest-nothing-to-contest = Catatan itu belum diputuskan siapa pun, jadi belum perlu keberatan. Lihat /riwayat.
contest-waits = Keberatan itu sudah dicatat dan sedang diperiksa.
contest-was-decided = Keberatan itu sudah selesai. Bila masih ada pertanyaan, tekan 🙋 Minta bantuan.
contest-too-late = Keberatan bisa disampaikan sampai { $most } hari sesudah keputusan. Bicarakan dengan PK; tekan 🙋 Minta bantuan.
contest-without-end = Kerja itu belum punya jam selesai, atau sudah dimulai lagi. Catat jamnya dengan ✏️ Koreksi jam di /klien.
contest-card =
    ✋ Ada keberatan yang menunggu keputusan.
    Dari { $name }.
contest-card-times = { WAKTU($start, "tanggal") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { $site }
contest-card-start = { WAKTU($start, "tanggal") } mulai pukul { WAKTU($start, "jam") }, { $site }
contest-card-reason = Alasan ditolak: { $reason }
contest-card-words = Kata klien: { $words }
contest-card-voices = Klien menjelaskan dengan { $count } pesan suara.
contest-card-by = Jawab paling lambat { WAKTU($day, "hari") }.
contest-add-words = Apakah tulisan itu tambahan untuk keberatan tentang { WAKTU($day, "tanggal") }?
choice-contest-add = ➕ Ya, tambahkan
contest-came-late = Keberatan itu sudah dijawab sebelum kiriman ini sampai. Kirimannya disimpan. Agar diperiksa lagi dengan kiriman ini, tekan ➕ Ada bukti baru; bisa sekali saja.
contest-came-too-late = Keberatan itu sudah dijawab sebelum kiriman ini sampai. Kirimannya disimpan. Bila perlu dibicarakan, tekan 🙋 Minta bantuan.
contest-card-more =
    ✋ Keberatan yang sedang diputus bertambah keterangannya.
    Dari { $name }.
contest-not-decided-yet = Belum diputus. Untuk tetap memutus dengan alasan itu, tekan ➡️ Tetap begitu; atau tulis alasan lain.
choice-contest-still = ➡️ Tetap begitu
contest-ask-uphold = Mengapa jam { $name } diakui? Tulis alasannya untuk klien.
contest-ask-dismiss = Mengapa jam { $name } tetap ditolak? Tulis alasannya untuk klien.
contest-upheld = Keberatan { $name } tentang { WAKTU($day, "tanggal") } diterima; jamnya diakui.
contest-dismissed = Catatan { $name } { WAKTU($day, "tanggal") } tetap.
contest-answer = Jawaban atas keberatan: { $reason }
contest-upheld-there =
    { $sapa } { $name }, keberatan tentang { WAKTU($day, "tanggal") } sudah diperiksa { $office }, Bapas yang dulu; catatannya diubah.
    Jam di sini ikut disesuaikan.
contest-dismissed-client =
    { $sapa } { $name }, keberatan tentang { WAKTU($day, "tanggal") } sudah diperiksa; jamnya tetap belum diakui.
    Alasannya: { $reason }
contest-upheld-first =
    ↩️ Ada keputusan yang diubah sesudah diperiksa lagi.
    Jam { $name } { WAKTU($day, "tanggal") } diakui.
# Selain jam yang ditolak: jam yang keliru, potongan, tidak hadir, dan kerja yang tidak tercatat

choice-contest-uphold-entry = ✅ Klien benar
choice-contest-dismiss-entry = ❌ Catatan tetap
choice-contest-times = ✅ Sesuai catatan
choice-contest-more = ➕ Tambah bukti
choice-contest-again = ➕ Ada bukti baru
choice-contest-seen = ✅ Ya, bekerja
choice-contest-unseen = ❌ Tidak
choice-claim = ➕ Ada yang terlewat
contest-ask-times = Pukul berapa mulai dan selesai { WAKTU($day, "tanggal") }? Contoh: 8.00-11.00
contest-ask-times-of =
    Tertulis { WAKTU($day, "tanggal") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }.
    Pukul berapa mulai dan selesai sebenarnya? Contoh: 8.00-11.00
claim-times-unreadable = Jamnya belum terbaca. Ketik mulai dan selesai seperti ini: 8.00-11.00
contest-times-unreadable =
    Jamnya belum terbaca. Tulis dua jam, mulai dan selesai, dengan garis di tengah, misalnya 8.00-11.00
    Bila tidak jadi, ketik "batal".
contest-times-one = Baru satu jam yang terbaca: { $one }. Tulis keduanya, mulai dan selesai, misalnya 8.00-11.00. Bila tidak jadi, ketik "batal".
claim-finish-first = Jam selesai itu sebelum jam mulai. Ketik sekali lagi, misalnya 8.00-11.00
claim-to-come = Jam itu belum lewat. Ketik jam yang sudah dikerjakan.
choice-contest-mine = ✋ Keberatan saya
contest-waiting = ✋ Keberatan tentang { WAKTU($day, "tanggal") }: sedang diperiksa, dijawab paling lambat { WAKTU($until, "hari") }.
contest-none-waits = Sekarang tidak ada keberatan yang menunggu. Jawaban yang lalu ada di pesan sebelumnya.
contest-filed-about = Tentang hari { WAKTU($day, "hari") }.
contest-filed-more = Bila ada yang melihat atau ada foto, tekan ➕ Tambah bukti.
contest-ask-more = Kirim satu foto, tulis nama orang yang melihat, atau rekam suara.
contest-ask-again = Apa bukti barunya? Kirim satu foto, tulis nama orang yang melihat, atau rekam suara. Ini bisa sekali saja.
contest-card-missed-as = Tercatat tidak hadir: { $outcome } (kata PK { $by }).
contest-card-missed = Tercatat tidak hadir.
contest-card-unrecorded = { WAKTU($day, "tanggal") }, { $site }: tidak ada catatan.
contest-card-credited = Diakui: { LAMA($credited) }
contest-card-penalty = Dipotong: { LAMA($penalty) }
contest-card-claimed = Menurut klien: pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }
choice-contest-settle = ☑️ Sudah tercatat
contest-card-recorded = ⚠️ Sudah tercatat sementara itu: pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { LAMA($credited) } diakui oleh { $by }. Tidak perlu diputus lagi.
contest-card-recorded-waits = ⚠️ Sudah tercatat sementara itu, mulai pukul { WAKTU($start, "jam") }, dan menunggu konfirmasi. Sesudah dikonfirmasi, keberatan ini bisa diakhiri di sini.
contest-settled = ☑️ Keberatan { $name } tentang { WAKTU($day, "tanggal") } diakhiri: jamnya sudah tercatat.
contest-settled-client =
    { $sapa } { $name }, jam { WAKTU($day, "tanggal") } sudah tercatat, jadi keberatannya selesai.
    Pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { LAMA($credited) } diakui.
contest-settled-meanwhile = Keberatan ini sudah diakhiri { $by }, { WAKTU($at, "singkat") }: jamnya sudah tercatat.
contest-card-site-yes = Kata pengawas { $by }: ya, bekerja.
contest-card-site-no = Kata pengawas { $by }: tidak.
choice-contest-show = ✋ Buka { WAKTU($day, "tanggal") }
contest-card-beside-up = Sebelumnya PK { $by } menambah { LAMA($minutes) } untuk hari itu ({ $reason }).
contest-card-beside-down = PK { $by } mengurangi { LAMA($minutes) } untuk hari itu ({ $reason }).
contest-card-beside-since = ⚠️ Sesudah keberatan masuk, PK { $by } menambah { LAMA($minutes) } untuk hari itu ({ $reason }). Bila keberatan diterima, tambahan itu tidak dihitung lagi.
contest-decided-meanwhile =
    Keberatan ini sudah diputus { $by }, { WAKTU($at, "singkat") }: { $verdict }.
    Alasannya: { $reason }
contest-withdrawn-meanwhile = Keberatan ini sudah ditarik klien, jadi tidak ada lagi yang perlu diputus.
contest-verdict-upheld = diterima
contest-verdict-dismissed = catatan tetap
written-meanwhile = Tulisan Anda, untuk disalin: { $words }
contest-included = Koreksi { LAMA($minutes) } dari PK untuk hari itu sudah termasuk di dalamnya.
contest-included-corrector =
    ↩️ Ada koreksi jam yang sudah termasuk dalam keberatan.
    Keberatan { $name } tentang { WAKTU($day, "tanggal") } diterima, jadi koreksinya tidak dihitung dua kali.
contest-card-reopened = Dibuka lagi karena ada bukti baru. Jawaban sebelumnya: { $reason }
contest-question = ❓ Ada satu pertanyaan.
contest-question-day = Apakah { $name } bekerja { WAKTU($day, "hari") } di { $site }?
contest-question-times = Apakah { $name } bekerja { WAKTU($day, "hari") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") } di { $site }?
contest-site-yes = Terima kasih, dicatat: ya, bekerja. Yang memeriksa akan membacanya.
contest-site-no = Terima kasih, dicatat: tidak. Yang memeriksa akan membacanya.
contest-site-said = Jawaban itu sudah dicatat.
contest-overtaken = Kerja hari itu sudah tercatat sementara itu. Lihat /klien; bila jamnya keliru, pakai ✏️ Koreksi jam.
contest-ask-uphold-entry = Mengapa catatan { $name } diubah? Tulis alasannya untuk klien.
contest-ask-dismiss-entry = Mengapa catatan { $name } tetap? Tulis alasannya untuk klien.
contest-dismissed-entry =
    { $sapa } { $name }, keberatan tentang { WAKTU($day, "tanggal") } sudah diperiksa; catatannya tetap.
    Alasannya: { $reason }
claim-ask-day = Hari apa yang belum tercatat? Ketik tanggalnya, misalnya { WAKTU($day, "angka") } atau kemarin.
claim-day-unreadable = Tanggalnya belum terbaca. Ketik seperti 23/4, atau kemarin.
claim-day-to-come = Hari itu belum tiba. Ketik hari yang sudah dikerjakan.
claim-day-too-old = Yang terlewat bisa disampaikan sampai { $most } hari sesudahnya. Bicarakan dengan PK; tekan 🙋 Minta bantuan.
claim-no-site = Belum ada lokasi kerja yang tercatat untuk hari itu. Bicarakan dengan PK; tekan 🙋 Minta bantuan.
claim-still-on = Jadwal hari itu belum berakhir. Kirim lokasi dengan tombol di bawah, atau ketik "tanpa lokasi".
claim-which-site = Di mana bekerjanya?
claim-was-recorded = Kerja { WAKTU($day, "tanggal") } sudah tercatat; lihat /riwayat. Bila catatannya keliru, tekan ✋.

# Koreksi jam oleh PK: kepala Bapas yang memutuskan

choice-receipt-correction = ✋ Koreksi { WAKTU($day, "tanggal") }
choice-contest-uphold-correction = ✅ Batalkan koreksi
choice-contest-dismiss-correction = ❌ Koreksi tetap
receipts-correction-up = ✏️ Koreksi { WAKTU($day, "tanggal") }: ditambah { LAMA($minutes) } oleh { $by } ({ $reason }).
receipts-correction-down = ✏️ Koreksi { WAKTU($day, "tanggal") }: dikurangi { LAMA($minutes) } oleh { $by } ({ $reason }).
receipts-correction-back-up = ✏️ Koreksi { WAKTU($day, "tanggal") }: tambahan { LAMA($minutes) } oleh { $by } ({ $reason }), sudah dibatalkan.
receipts-correction-back-down = ✏️ Koreksi { WAKTU($day, "tanggal") }: pengurangan { LAMA($minutes) } oleh { $by } ({ $reason }), sudah dibatalkan.
contest-ask-correction = Mengapa koreksi jam { WAKTU($day, "tanggal") } tidak sesuai? Ceritakan dengan kata sendiri, tertulis atau direkam.
contest-card-correction-up = Koreksi PK { $by } untuk { WAKTU($day, "tanggal") }: ditambah { LAMA($minutes) } ({ $reason }).
contest-card-correction-down = Koreksi PK { $by } untuk { WAKTU($day, "tanggal") }: dikurangi { LAMA($minutes) } ({ $reason }).
contest-card-correction-words = Kata PK: { $words }
contest-upheld-correction = Keberatan { $name } atas koreksi jam { WAKTU($day, "tanggal") } diterima.
contest-upheld-officer =
    ↩️ Kepala Bapas sudah memutuskan sebuah keberatan.
    { $name }, { WAKTU($day, "tanggal") }: catatan Anda diubah. Alasan kepala Bapas: { $reason }
contest-dismissed-officer =
    ✋ Kepala Bapas sudah memutuskan sebuah keberatan.
    { $name }, { WAKTU($day, "tanggal") }: catatan Anda tetap. Alasan kepala Bapas: { $reason }
result-correction = { $sapa } { $name }, koreksi jam { WAKTU($day, "tanggal") } dibatalkan sesudah diperiksa lagi.

# Koreksi yang ditetapkan kepala Bapas: kepala Bapas yang lain yang memutuskan

contest-filed-not-maker = Yang memutuskan bukan { $by }, yang menetapkan koreksi itu.
contest-nobody-else = Koreksi itu ditetapkan kepala Bapas. Yang bisa memutuskannya hanya kepala Bapas yang lain, dan di sini belum ada. Bicarakan dengan PK; tekan 🙋 Minta bantuan.
contest-card-replacement-up = Koreksi kepala Bapas { $by } untuk { WAKTU($day, "tanggal") }: ditambah { LAMA($minutes) } ({ $reason }).
contest-card-replacement-down = Koreksi kepala Bapas { $by } untuk { WAKTU($day, "tanggal") }: dikurangi { LAMA($minutes) } ({ $reason }).
contest-card-replacement-words = Kata kepala Bapas: { $words }
contest-upheld-replacer =
    ↩️ Ada koreksi jam yang diubah kepala Bapas yang lain.
    { $name }, { WAKTU($day, "tanggal") }: diubah sesudah diperiksa.

# Jam yang dijalani sebelum tercatat di sini

choice-receipt-opening = ✋ Jam sebelumnya
choice-contest-other-hours = ✏️ Jam yang benar
receipts-opening = • Sudah dijalani sebelum tercatat di sini, sampai { WAKTU($day, "tanggal") }: { LAMA($minutes) }
contest-ask-opening = Tercatat { LAMA($minutes) } sudah dijalani sampai { WAKTU($day, "tanggal") }, sebelum tercatat di sini. Berapa yang benar, dan apa buktinya? Tulis atau rekam.
contest-card-opening = Dijalani sebelum tercatat di sini, sampai { WAKTU($day, "tanggal") }: { LAMA($minutes) }.
contest-card-opening-changed = Jam ini sudah diubah; sebelumnya { LAMA($earlier) }. Mohon dibaca dulu, lalu putuskan.
contest-other-served-then = Dijalani sebelum tercatat di sini, sampai { WAKTU($day, "tanggal") }: { LAMA($earlier) } → { LAMA($held) }.
contest-other-above-order = ⚠️ Itu lebih dari jam putusan ({ LAMA($total) }). Bila benar, seluruh tugas langsung dianggap selesai, dan itu tidak bisa dibatalkan. Bila keliru, ketik jamnya lagi.
contest-other-all-served = ⚠️ Dengan itu seluruh jam putusan sudah dijalani, dan tugasnya menunggu penutupan. Itu tidak bisa dibatalkan.
contest-card-opening-basis = Dasarnya: { $basis }. Dicatat oleh { $by }.
contest-ask-other-hours = Berapa jam yang benar untuk { $name } sampai { WAKTU($day, "tanggal") }? Contoh: 24 jam 30 menit
contest-other-hours-unreadable = Jamnya belum terbaca. Ketik misalnya 24 jam 30 menit.
contest-other-served = Dijalani sebelum tercatat di sini, sampai { WAKTU($day, "tanggal") }: { LAMA($minutes) }.
contest-upheld-opening = Keberatan { $name } tentang jam sampai { WAKTU($day, "tanggal") } diputuskan; jamnya diganti.
contest-upheld-opener =
    ↩️ Ada catatan yang diubah sesudah diperiksa.
    Jam { $name } sampai { WAKTU($day, "tanggal") }, sebelum tercatat di sini, diganti atas keberatannya.
result-opening = { $sapa } { $name }, jam sebelum tercatat di sini diganti sesudah diperiksa lagi.

# Jam lain: bukan seperti catatan, bukan pula seperti kata klien

choice-contest-other = ✏️ Jam lain
choice-contest-other-minutes = ✏️ Menit lain
choice-contest-other-yes = ✅ Ya, itu
choice-contest-other-no = ✏️ Ketik lagi
contest-ask-other = Pukul berapa { $name } mulai dan selesai { WAKTU($day, "tanggal") }? Contoh: 8.00-11.00. Tidak jadi? Ketik "batal".
contest-ask-other-minutes = Berapa menit koreksi { $name } { WAKTU($day, "tanggal") } yang benar? Contoh: -30 atau +30. Tidak jadi? Ketik "batal".
contest-other-minutes-unreadable = Menitnya belum terbaca. Ketik dengan tanda, misalnya -30 atau +30.
contest-other-preview = Untuk { $name }:
contest-other-times = { WAKTU($day, "tanggal") } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, { LAMA($minutes) }. Sudah benar?
contest-other-more = { WAKTU($day, "tanggal") }: ditambah { LAMA($minutes) }.
contest-other-fewer = { WAKTU($day, "tanggal") }: dikurangi { LAMA($minutes) }.
contest-other-again = Jamnya perlu diketik lagi. Tekan ✏️ pada kartu keberatan itu.
contest-granted = Keberatan { $name } tentang { WAKTU($day, "tanggal") } diputuskan: sebagian benar.
contest-granted-times = Yang ditetapkan: pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }.
result-correction-other = { $sapa } { $name }, koreksi jam { WAKTU($day, "tanggal") } diganti sesudah diperiksa lagi.

# Keberatan yang belum dijawab sampai tanggalnya

contest-card-late =
    ⏰ Ada keberatan yang belum dijawab.
    Dari { $name }.
contest-late-client = { $sapa } { $name }, keberatannya masih diperiksa. Jawabannya paling lambat { WAKTU($day, "hari") }.
contest-late-head =
    ⏰ Ada keberatan yang belum dijawab PK.
    Dari { $name }, kepada { $officer }. Mohon diingatkan.

# Jumlah jam: klien menyatakan sudah benar atau belum

choice-total-right = ✅ Sudah benar
choice-total-wrong = ✋ Belum benar
total-now = Jumlah jam diakui sekarang: { LAMA($credited) }. Apakah sudah benar?
total-final = { $sapa } { $name }, jumlah terakhir: { LAMA($credited) } diakui dari { LAMA($total) }. Apakah sudah benar?
total-changed = { $sapa } { $name }, jumlah jam yang tadinya { LAMA($earlier) } kini { LAMA($credited) }. Apakah sudah benar?
total-right-kept = ✅ Terima kasih, dicatat: jumlah jam sudah benar.
total-wrong-kept = ✋ Dicatat, PK diberi tahu. Tekan ✋ bila ada hari yang keliru, atau ➕ bila ada yang terlewat.
total-wrong-officer =
    ✋ Ada jumlah jam yang perlu dibicarakan.
    { $name } menyatakan jumlah jamnya belum benar. Mohon dibicarakan dengannya.
total-withdrawn-officer =
    ⏱ Ada jumlah jam yang berubah.
    Pernyataan { $name } bahwa sudah benar tidak berlaku lagi. Ia ditanya lagi.
total-not-told = Belum ada jumlah jam yang ditanyakan. Ketik "jam" untuk melihat jam kerja.
total-has-changed = Jumlah jam itu baru saja berubah. Yang baru segera dikirim.
total-word-right = ✅ Klien menyatakan jumlah { LAMA($credited) } sudah benar ({ WAKTU($day, "tanggal") })
total-word-wrong = ✋ Klien menyatakan jumlah { LAMA($credited) } belum benar ({ WAKTU($day, "tanggal") })
