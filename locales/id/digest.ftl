# Ringkasan mingguan untuk pembimbing kemasyarakatan, dan berkas Excel-nya

digest-heading = 📋 Ringkasan mingguan { WAKTU($first, "tanggal") } – { WAKTU($last, "tanggal") }
summary-heading = 📋 Ringkasan sejak { WAKTU($first, "tanggal") } sampai { WAKTU($now, "singkat") }
digest-counts = { $clients } klien, { $fine } berjalan baik. Perlu Anda: { $act } hal. Menunggu orang lain: { $waiting } hal.
digest-counts-office = { $clients } klien, { $fine } berjalan baik. Perlu Anda: { $own } hal. Perlu PK-nya: { $act } hal. Menunggu orang lain: { $waiting } hal.
digest-calm =
    Minggu yang tenang: { $clients } klien, semuanya berjalan baik{ $gone ->
        [0] {""}
       *[other] , sekarang juga { $names }{ $more ->
            [0] {""}
           *[other] {" "}dan { $more } lainnya
        }
    }. { LAMA($credited) } diakui{ $trend ->
        [more] {" "}({ LAMA($by) } lebih banyak daripada minggu sebelumnya)
        [less] {" "}({ LAMA($by) } lebih sedikit daripada minggu sebelumnya)
        [same] {" "}(sama dengan minggu sebelumnya)
       *[none] {""}
    }, hadir { $attended } dari { $due } jadwal.
digest-no-data = { $clients } klien. Tidak ada jadwal kerja atau lapor diri dalam minggu ini, jadi belum ada yang bisa dilaporkan.
digest-new =
    🆕 Baru sejak minggu lalu: { $names }{ $more ->
        [0] {""}
       *[other] {" "}dan { $more } lainnya
    }.
digest-settled =
    ✅ Sudah beres sejak minggu lalu: { $names }{ $more ->
        [0] {""}
       *[other] {" "}dan { $more } lainnya
    }.
digest-ended =
    🏁 { $how ->
        [completed] Selesai
        [transferred] Pindah ke Bapas lain
       *[ended] Berakhir sebelum selesai
    }: { $names }{ $more ->
        [0] {""}
       *[other] {" "}dan { $more } lainnya
    }.
digest-ended-counted = Jam dan kehadiran perkara itu dihitung di laporan mingguan, tidak di ringkasan ini.
digest-no-clients = Belum ada klien aktif yang Anda bimbing.
digest-no-clients-office = Belum ada klien aktif di Bapas ini.

digest-group-act =
    {""}
    🔴 Perlu Anda
digest-group-act-office =
    {""}
    🔴 Perlu PK-nya; langkah di tiap barisnya untuk PK itu
    Langkah Anda: tanyakan kepada PK-nya. Bila ia berhalangan, tunjuk penggantinya dengan "cuti" atau pindahkan kliennya dengan "pindah".
digest-of-officer = 👤 { $officer }, { $count } hal:
digest-head-call = • 🙋 { $name } (PK { $officer }) minta bantuan { WAKTU($at, "singkat") }, dan belum ada yang menangani. Langkah: buka /perlu, tekan Saya tangani.
digest-head-contest = • ✋ { $name } (PK { $officer }) keberatan tentang { excuse-span }. Langkah: buka /perlu, lalu putuskan.
digest-head-closing = • Penutupan perkara { $name } (PK { $officer }) menunggu keputusan Anda. Langkah: buka /perlu, lalu setujui atau kembalikan.
digest-group-waiting =
    {""}
    🟡 Menunggu orang lain
digest-group-fine =
    {""}
    🟢 Sekadar diketahui

digest-missed-reminder =
    • { $name } tidak hadir { WAKTU($last, "tanggal") }{ $heard ->
        [0] {" "}dan belum memberi kabar
       *[other] ; penjelasannya sudah didengar, belum dapat diterima
    }.{ $reminded ->
        [1] {" "}Pengingat akan dikirim sebelum jadwal berikutnya.
       *[other] {""}
    }
digest-missed-claim =
    • { $name } tidak hadir { $count ->
        [1] { WAKTU($last, "tanggal") }
       *[other] { $count } kali, terakhir { WAKTU($last, "tanggal") }
    }. Katanya{ $earlier ->
        [1] {" "}tentang { WAKTU($said, "tanggal") }
       *[0] {""}
    }: “{ $answer }”. Langkah: bicarakan, lalu putuskan apakah alasannya diterima.
digest-missed-claim-explained =
    • { $name } tidak hadir { $count ->
        [1] { WAKTU($last, "tanggal") }
       *[other] { $count } kali, terakhir { WAKTU($last, "tanggal") }
    }: sudah dijelaskan, belum dinilai PK.
digest-missed-call =
    • { $name } { $count } kali berturut-turut tidak hadir ({ WAKTU($first, "tanggal") } dan { WAKTU($last, "tanggal") }){ $heard ->
        [0] {" "}tanpa kabar. Langkah: telepon hari ini; mungkin nomor atau sinyalnya bermasalah.
       *[other] ; penjelasannya sudah didengar, belum dapat diterima. Langkah: telepon hari ini, tanyakan apa yang menghalangi.
    }
digest-missed-call-answered =
    • { $name } { $count } kali berturut-turut tidak hadir, terakhir { WAKTU($last, "tanggal") }. Katanya{ $earlier ->
        [1] {" "}tentang { WAKTU($said, "tanggal") }
       *[0] {""}
    }: “{ $answer }”. Langkah: telepon hari ini, tanyakan apa yang menghalangi.
digest-missed-call-explained = • { $name } { $count } kali berturut-turut tidak hadir, terakhir { WAKTU($last, "tanggal") }. Tentang { WAKTU($said, "tanggal") } sudah dijelaskan, belum dinilai PK. Langkah: telepon hari ini, tanyakan apa yang menghalangi.
digest-missed-follow-up =
    • { $name } { $count } kali berturut-turut tidak hadir sejak { WAKTU($first, "tanggal") }{ $heard ->
        [0] {" "}tanpa kabar: perlu tindak lanjut. Langkah: hubungi perangkat desa, kunjungi rumahnya, cari nomor barunya.
       *[other] : perlu tindak lanjut. Penjelasannya sudah didengar, belum dapat diterima. Langkah: kunjungi rumahnya, atau hubungi perangkat desa.
    }
digest-missed-follow-up-answered = • { $name } { $count } kali berturut-turut tidak hadir sejak { WAKTU($first, "tanggal") }: perlu tindak lanjut. Katanya tentang { WAKTU($said, "tanggal") }: “{ $answer }”. Langkah: hubungi perangkat desa atau kunjungi rumahnya.
digest-missed-follow-up-explained = • { $name } { $count } kali berturut-turut tidak hadir sejak { WAKTU($first, "tanggal") }: perlu tindak lanjut. Tentang { WAKTU($said, "tanggal") } sudah dijelaskan, belum dinilai PK. Langkah: hubungi perangkat desa atau kunjungi rumahnya.
digest-away =
    • { $name } tidak datang { $count ->
        [1] { WAKTU($last, "tanggal") }
       *[other] { $count } kali berturut-turut, terakhir { WAKTU($last, "tanggal") }
    }. Tak terjangkau: { $why ->
        [lost] pesan tidak lagi sampai. Langkah: telepon, lalu beri undangan baru.
        [stopped] minta pesan dihentikan. Langkah: telepon; ia bisa tekan 🔔 Mulai lagi atau ketik "mulai lagi".
        [never] belum bergabung. Langkah: telepon atau kunjungi rumahnya.
        [reached] waktu itu pesan belum bisa sampai. Langkah: telepon, tanyakan kabarnya.
       *[shared] hanya memakai HP pos, jadi tidak menerima pengingat. Langkah: telepon keluarganya atau kunjungi rumahnya.
    }

digest-report-missed = • { $name } belum lapor diri untuk { WAKTU($last, "tanggal") }. Laporannya masih ditunggu; tanyakan kabarnya bila sempat.
digest-report-unreached = • { $name } tak terjangkau, jadi lapor diri { WAKTU($last, "tanggal") } tidak dihitung sebagai belum lapor. Laporannya masih ditunggu.
digest-report-call = • { $name } { $count } kali berturut-turut belum lapor diri ({ WAKTU($first, "tanggal") } dan { WAKTU($last, "tanggal") }). Langkah: telepon hari ini, tanyakan kendalanya.
digest-report-follow-up = • { $name } { $count } kali berturut-turut belum lapor diri sejak { WAKTU($first, "tanggal") }: perlu tindak lanjut. Langkah: hubungi perangkat desa, kunjungi rumahnya, cari nomor barunya.

digest-rejected = • Jam kerja { $name } { WAKTU($day, "tanggal") } di { $site } dinyatakan tidak benar oleh pengawas: “{ $reason }”. Langkah: tanyakan kepada pengawas dan klien.
digest-rejected-kept = • Jam kerja { $name } { WAKTU($day, "tanggal") } di { $site } dinyatakan tidak benar oleh pengawas; alasannya ada di kartunya. Langkah: buka /klien { $name }, lalu tanyakan kepada pengawas.
digest-outside-plan = • { $name } bekerja di luar jadwal { WAKTU($day, "tanggal") } di { $site }, dan pengawas sudah mengonfirmasi. Langkah: buka /perlu, lalu pilih dihitung atau tidak.
digest-beyond = • Kerja { $name } { WAKTU($day, "tanggal") } di { $site } ({ $what }): apakah memang terjadi? Pengawas yang paling tahu.
digest-beyond-confirmed = • Kerja { $name } { WAKTU($day, "tanggal") } di { $site } ({ $what }) sudah dikonfirmasi pengawas. Langkah: tanyakan sebabnya, dan pastikan jadwal berikutnya sesuai putusan.
digest-lost =
    • Pesan tidak lagi sampai kepada { $names }{ $more ->
        [0] {""}
       *[other] {" "}dan { $more } lainnya
    }. Langkah: telepon, lalu beri undangan baru.
digest-never-joined =
    • Belum bergabung dan belum ada catatan kerjanya: { $names }{ $more ->
        [0] {""}
       *[other] {" "}dan { $more } lainnya
    }. Langkah: bagikan lagi undangannya; bila tidak punya HP, pengawas bisa mencatat kehadirannya.
digest-stopped =
    • Minta pesan dihentikan: { $names }{ $more ->
        [0] {""}
       *[other] {" "}dan { $more } lainnya
    }. Langkah: telepon; ia bisa tekan 🔔 Mulai lagi atau ketik "mulai lagi".
digest-wrong-number = • Nomor { ORANG($name, $code) } ternyata milik orang lain. Langkah: perbaiki nomornya, ketik "ubah { $code }", lalu "undang { $code }".
digest-consent = • { $code } berjalan tanpa persetujuan wali. Langkah: { consent-step }
digest-no-plan = • { $name } masih punya sisa { LAMA($remaining) }, tetapi belum ada jadwal berikutnya. Langkah: atur penempatannya.
digest-no-placement = • { $name } belum ada penempatan; sisa { LAMA($remaining) } belum mendapat jadwal. Langkah: /penempatan { $name }

digest-unconfirmed =
    • { $count } kehadiran di { $site } menunggu pengawas sejak { WAKTU($since, "tanggal") }: { $names }{ $more ->
        [0] {""}
       *[other] {" "}dan { $more } lainnya
    }. Belum perlu apa-apa dari Anda.
digest-unconfirmed-long =
    • { $count } kehadiran di { $site } menunggu pengawas{ $count ->
        [1] {""}
       *[other] , yang tertua
    } sejak { WAKTU($since, "tanggal") } ({ $days } hari): { $names }{ $more ->
        [0] {""}
       *[other] {" "}dan { $more } lainnya
    }. Langkah: hubungi pengawasnya; bila lokasinya tanpa pengawas, ketik "konfirmasi".
digest-far = • Lokasi { $name } { WAKTU($day, "tanggal") } tercatat { $metres } m dari { $site }. Apakah memang bekerja di tempat lain? Pengawas yang paling tahu.
digest-far-confirmed = • Lokasi { $name } { WAKTU($day, "tanggal") } tercatat { $metres } m dari { $site }, dan pengawas sudah mengonfirmasi. Apakah memang bekerja di tempat lain?
digest-suspended = • Perkara { $name } sedang ditunda. Bila alasannya sudah lewat: buka kartunya, tekan ▶️ Lanjutkan.
digest-came-back = • { $name } tidak hadir { WAKTU($last, "tanggal") }, lalu hadir lagi.
digest-report-late = • { $name } lapor diri terlambat untuk { WAKTU($day, "tanggal") }.

digest-totals =
    {""}
    📊 { LAMA($credited) } diakui{ $trend ->
        [more] {" "}({ LAMA($by) } lebih banyak daripada minggu sebelumnya)
        [less] {" "}({ LAMA($by) } lebih sedikit daripada minggu sebelumnya)
        [same] {" "}(sama dengan minggu sebelumnya)
       *[none] {""}
    }, { LAMA($waiting) } menunggu keputusan. Hadir { $attended } dari { $due } jadwal.
digest-corrected-up = Termasuk koreksi jam: ditambah { LAMA($minutes) }.
digest-corrected-down = Termasuk koreksi jam: dikurangi { LAMA($minutes) }.
digest-punctuality = Terlambat { $late } kali, pulang awal { $early } kali.
digest-surplus = Kelebihan jam { LAMA($surplus) }: dicatat, tetapi tidak diakui karena { $cause }.
digest-reports = Lapor diri { $given } dari { $due }.
digest-paces =
    Perkiraan: { $on_time } perkara selesai tepat waktu{ $behind ->
        [0] {""}
       *[other] , { $behind } tertinggal
    }{ $cannot_finish ->
        [0] {""}
       *[other] , { $cannot_finish } tidak akan sempat
    }{ $unplaced ->
        [0] {""}
       *[other] , { $unplaced } belum ditempatkan
    }.
digest-root = 🔗 Sidik catatan: { $root }

digest-ahead =
    {""}
    📅 14 hari ke depan
digest-ahead-case =
    • { WAKTU($day, "tanggal") }: masa perkara { $names }{ $more ->
        [0] {""}
       *[other] {" "}dan { $more } lainnya
    } berakhir{ $left ->
        [0] {""}
       *[other] , sisa { LAMA($remaining) }
    }.
digest-ahead-placement =
    • { WAKTU($day, "tanggal") }: penempatan { $names }{ $more ->
        [0] {""}
       *[other] {" "}dan { $more } lainnya
    } berakhir{ $left ->
        [0] {""}
       *[other] , sisa { LAMA($remaining) }
    }.
digest-ahead-answer =
    • { WAKTU($day, "tanggal") }: hari terakhir menjawab keberatan { $names }{ $more ->
        [0] {""}
       *[other] {" "}dan { $more } lainnya
    }.
digest-ahead-proof =
    • { WAKTU($day, "tanggal") }: bukti izin { $names }{ $more ->
        [0] {""}
       *[other] {" "}dan { $more } lainnya
    } dijanjikan.
digest-ahead-reports = • Lapor diri { $count } kali, yang pertama { WAKTU($day, "tanggal") }.
digest-ahead-more = • Dan { $count } tanggal lain; semuanya ada di berkas Excel.
digest-ahead-count-case = • Masa perkara berakhir: { $count } perkara.
digest-ahead-count-placement = • Penempatan berakhir: { $count } perkara.
digest-ahead-count-answer = • Keberatan yang perlu dijawab: { $count }.
digest-ahead-count-proof = • Bukti izin yang dijanjikan: { $count }.

digest-gaps =
    {""}
    ⚪ Yang belum diketahui
digest-outage = • Pesan tidak bisa diterima { WAKTU($begins, "singkat") } sampai { WAKTU($ends, "singkat") }; waktu itu tidak dihitung.
digest-gap-gangguan-sistem = • { $count } jadwal tanpa catatan karena gangguan sistem; tidak dihitung sebagai tidak hadir.
digest-gap-tak-terjangkau = • { $count } jadwal tanpa catatan karena klien tak terjangkau; tidak dihitung sebagai tidak hadir.
digest-gap-photos = • { $count } foto belum terambil; dicoba terus.

digest-clients =
    {""}
    👥 Semua klien
digest-clients-pressing =
    {""}
    👥 Klien yang perlu dilihat
digest-mark-act = 🔴
digest-mark-waiting = 🟡
digest-mark-fine = 🟢
digest-client-hours = { $mark } { $name }: { LAMA($credited) } dari { LAMA($total) }, minggu ini { LAMA($week) }
digest-client-reports = { $mark } { $name }: lapor diri { $given } dari { $due }
digest-client-next = { $mark } { $name }: lapor diri berikutnya { WAKTU($day, "tanggal") }
digest-client = { $mark } { $name }
digest-named = 🟢 { $names }
digest-fine-counted = 🟢 { $count } klien lain berjalan baik; rinciannya ada di berkas Excel mingguan.
digest-fine-office = 🟢 { $count } klien lain berjalan baik. Untuk melihat seorang klien, ketik "klien" dan namanya.
digest-officers =
    {""}
    👥 PK dan kliennya
digest-officer = • { $officer }: { $clients } klien, perlu PK-nya { $act } hal, menunggu { $waiting }.
digest-officers-fine = 🟢 { $count } PK lain: semua kliennya berjalan baik.
digest-ask-office = 🟢 Untuk melihat seorang klien, ketik "klien" dan namanya.

digest-file = 📎 Rinciannya dalam berkas Excel.
digest-attached-report = 🖨 Laporannya untuk dicetak dan ditandatangani. Di dalamnya ada nama: jangan ditempel.
digest-attached-outline = ✏️ Konsepnya sebagai berkas Excel, bila ada yang perlu diubah sebelum dicetak.
digest-attached-chart = 📊 Jam kerja per minggu dan kehadiran per lokasi.
reason-kept = alasannya ditulis pengawas; buka kartunya
own-words-kept = menjawab dengan kata-kata sendiri

# Excel

excel-sheet-summary = Ringkasan
excel-sheet-clients = Klien
excel-sheet-attendances = Kehadiran
excel-sheet-reports = Lapor
excel-sheet-answers = Jawaban lapor
excel-item = Hal
excel-value = Isi
excel-first = Dari tanggal
excel-last = Sampai tanggal
excel-made-at = Keadaan per
excel-office = Bapas
excel-officer = Pembimbing kemasyarakatan
excel-clients = Jumlah klien
excel-week-hours = Jam diakui minggu ini
excel-week-surplus = Kelebihan jam minggu ini
excel-all-waiting = Jam menunggu keputusan
excel-sessions-due = Jadwal kerja minggu ini
excel-sessions-attended = Jadwal yang dihadiri
excel-late = Terlambat
excel-left-early = Pulang awal
excel-reports-due = Wajib lapor minggu ini
excel-reports-given = Lapor diri diterima
excel-group-act = Perlu Anda
excel-group-waiting = Menunggu orang lain
excel-group-fine = Sekadar diketahui
excel-ahead = 14 hari ke depan
excel-gap = Yang belum diketahui
excel-root = Sidik catatan
excel-state-act = perlu Anda
excel-state-waiting = menunggu orang lain
excel-state-fine = berjalan baik
excel-name = Nama atau kode
excel-number = Nomor perkara
excel-programme = Program
excel-total = Kewajiban (jam)
excel-credited = Jam diakui
excel-waiting = Jam menunggu
excel-surplus = Kelebihan jam
excel-surplus-cause = Sebab kelebihan
excel-remaining = Sisa jam
excel-missed = Tidak hadir
excel-state = Keadaan
excel-contact = Kontak
excel-contact-reached = terhubung
excel-contact-never = belum bergabung
excel-contact-lost = pesan tidak sampai
excel-contact-stopped = minta pesan dihentikan
excel-contact-wrong_number = nomornya milik orang lain
excel-contact-shared = hanya memakai HP pos
excel-day = Tanggal
excel-site = Lokasi
excel-start = Jam masuk
excel-finish = Jam keluar
excel-break = Istirahat (menit)
excel-plan = Jadwal
excel-planned = sesuai jadwal
excel-outside-plan = di luar jadwal
excel-outcome = Hasil
excel-attendance-open = sedang bekerja
excel-attendance-waiting = menunggu pengawas
excel-attendance-confirmed = dikonfirmasi
excel-attendance-awaits-officer = menunggu PK
excel-attendance-rejected = dinyatakan tidak benar
excel-reason = Alasan
excel-answer-condition = Keadaan
excel-answer-work = Kegiatan
excel-answer-surroundings = Lingkungan
excel-answer-obstacles = Kendala
excel-answer-plans = Rencana
excel-due-on = Tanggal wajib lapor
excel-reported-at = Diterima
excel-report-due = belum waktunya
excel-report-done = tepat waktu
excel-report-late = terlambat
excel-report-missed = belum lapor
excel-report-unreached = tak terjangkau
excel-report-dropped = tidak berlaku lagi

# Perkara: yang kurang, penutupan, laju, laporan, dan catatan yang perlu dilihat

digest-call-open = • 🙋 { $name } minta bantuan { WAKTU($at, "singkat") }, dan belum ada yang menangani. Langkah: buka /perlu, tekan Saya tangani.
digest-call-taken = • 🙋 { $name } minta bantuan { WAKTU($at, "singkat") }; sedang ditangani { $by }.
digest-unread = • ✉️ { $guardian ->
        [1] wali { $name }
       *[other] { $name }
    } menulis { WAKTU($at, "singkat") }, dan belum dibaca. Langkah: buka /perlu, baca, lalu balas.
digest-unread-worrying = • ✉️ { $guardian ->
        [1] wali { $name }
       *[other] { $name }
    } menulis { WAKTU($at, "singkat") }, ada kata yang perlu segera dibaca. Langkah: buka /perlu, baca, lalu hubungi.
digest-asked-excuse = • 📝 { $name } mengajukan izin { excuse-span }, belum diputuskan. Langkah: buka /perlu, lalu putuskan.
digest-asked-contest = • ✋ { $name } keberatan tentang { excuse-span }, belum diputuskan. Langkah: buka /perlu, lalu putuskan.
digest-asked-contest-head = • ✋ { $name } keberatan tentang { excuse-span }; kepala Bapas yang memutuskan.
digest-draft = • Perkara { $name } belum bisa dimulai. Yang kurang: { $lacks }. Langkah: lengkapi datanya.
digest-case-not-for-child = • { $name } tercatat sebagai Anak atau belum 18 tahun saat putusan, padahal program perkaranya bukan untuk Anak. Langkah: periksa peran dan tanggal lahirnya; bila benar Anak, bicarakan dengan jaksa dan kepala Bapas.
digest-case-only-for-child = • { $name } tidak tercatat sebagai Anak, padahal program perkaranya hanya untuk Anak. Langkah: periksa perannya.
digest-case-age-outside-law = • Umur { $name } saat putusan tidak sesuai dengan program perkaranya. Langkah: periksa tanggal lahirnya.
digest-case-before-law = • Putusan { $name } lebih awal daripada berlakunya aturan programnya. Langkah: periksa tanggal putusannya.
digest-crowded = • { $site } melebihi kapasitas { WAKTU($at, "singkat") }: { $people } orang untuk { $capacity } tempat. Langkah: pindahkan salah satu dengan ganti jadwal, atau bicarakan dengan pengawasnya.
digest-closing = • Perkara { $name } menunggu penutupan: { LAMA($credited) } dari { LAMA($total) } diakui. Langkah: buka /klien, lalu pilih cara penutupannya.
digest-closing-no-hours = • Masa perkara { $name } sudah berakhir. Langkah: buka /klien, lalu pilih cara penutupannya.
digest-closing-head = • Penutupan perkara { $name } menunggu kepala Bapas.
digest-cannot-finish = • { $name } tidak akan sempat menyelesaikan { LAMA($shortfall) } dari sisa { LAMA($remaining) }, meski bekerja di setiap hari yang diizinkan. Langkah: bicarakan dengan jaksa atau pengadilan.
digest-behind = • { $name } tertinggal: sisa { LAMA($remaining) }, perlu { LAMA($weekly) } setiap minggu. Langkah: bicarakan, atau tambah jadwalnya.
digest-concern-address = • { $name } memberi tahu bahwa alamat atau nomornya berubah (lapor diri { WAKTU($day, "tanggal") }). Langkah: tanyakan, lalu perbarui datanya.
digest-concern-talk = • { $name } ingin berbicara dengan Anda (lapor diri { WAKTU($day, "tanggal") }). Langkah: hubungi hari ini.
digest-concern-read = • Jawaban lapor diri { $name } ({ WAKTU($day, "tanggal") }) perlu dibaca. Langkah: buka kartunya dengan /klien, lalu tanyakan kabarnya.
digest-odd-overlap = • Ada { $count } kehadiran { $name } pada waktu yang sama. Apakah salah satunya keliru?
digest-odd-too-short = • { $count } kehadiran { $name } kurang dari 15 menit. Apakah selesainya terkirim terlalu cepat?
digest-odd-too-long = • { $count } kehadiran { $name } jauh lebih lama daripada jadwalnya. Apakah selesainya lupa dikirim?
digest-odd-end-before-start = • { $count } kehadiran { $name } selesai sebelum mulai. Jam berapa sebenarnya?
digest-odd-identical = • { $count } kehadiran { $name } dari hari ke hari mulai dan selesai pada menit yang sama. Apakah jamnya dicatat belakangan?
digest-odd-always-round = • { $count } kehadiran { $name } tepat 8 jam, hampir setiap kali. Apakah jamnya dicatat belakangan?
digest-odd-long-day = • { $count } kehadiran { $name } pada hari yang sama, dari semua perkaranya, melebihi 8 jam sehari. Apakah jam dan jadwalnya benar?

need-putusan-nomor = nomor putusan
need-putusan-tanggal = tanggal putusan
need-pengadilan = pengadilan atau lembaga pengirim
need-jam-total = jumlah jam
need-jam-per-hari = jam setiap kali kerja
need-hari-diizinkan = hari yang diizinkan
need-jendela-waktu = waktu yang diizinkan
need-mulai = tanggal mulai
need-selesai = tanggal selesai
need-pk = PK
need-jaksa = jaksa
need-wali = wali
need-lapor-setiap = jarak lapor diri
need-lapor-pertama = tanggal lapor diri pertama
