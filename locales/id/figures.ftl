# Rincian angka pada kartu klien

client-card-bar = { $bar }
choice-figures = 🔎 Rincian
figures = 🔎 Rincian { $name }. Pilih angka yang ingin dibuka.
choice-figure-credited = ✅ Jam diakui
choice-figure-waiting = ⏳ Menunggu
choice-figure-surplus = ➕ Kelebihan jam
choice-figure-adjusted = ✏️ Koreksi
choice-figure-remaining = 🎯 Sisa jam
choice-figure-missed = 🚫 Tidak hadir
figures-missed = Tidak hadir: { $count } kali
figures-asked = Izin belum diputus: { $count } kali
figure = 🔎 { $name } · { $figure }
figure-name-credited = jam diakui
figure-name-waiting = menunggu keputusan
figure-name-surplus = kelebihan jam
figure-name-adjusted = koreksi
figure-name-remaining = sisa jam
figure-name-missed = tidak hadir
figure-sum-times = Jumlah: { $count } kali
figure-sum = Jumlah: { LAMA($minutes) }
figure-sum-less = Jumlah: dikurangi { LAMA($minutes) }
figure-nothing = Belum ada catatan untuk angka ini.
figure-page = Halaman { $page } dari { $pages }
figure-line-work = • { WAKTU($day, "tanggal") }, { $site }: { LAMA($minutes) }, dikonfirmasi { $by }, No. { $number }
figure-line-waiting = • { WAKTU($day, "tanggal") }, { $site }: { LAMA($minutes) }, belum diputuskan, No. { $number }
figure-line-surplus = • { WAKTU($day, "tanggal") }, { $site }: { LAMA($minutes) }, karena { $cause }, dikonfirmasi { $by }, No. { $number }
figure-line-before = • Sudah dijalani sebelum tercatat di sini: { LAMA($minutes) }
figure-line-brought = • Sudah dijalani di { $office }: { LAMA($minutes) }
figure-line-more = • { WAKTU($day, "tanggal") }, koreksi: ditambah { LAMA($minutes) } ({ $reason }), oleh { $by }
figure-line-less = • { WAKTU($day, "tanggal") }, koreksi: dikurangi { LAMA($minutes) } ({ $reason }), oleh { $by }
figure-of-order = Menurut putusan: { LAMA($total) }
figure-less-credited = Sudah diakui: { LAMA($credited) }
figure-planned =
    { $count ->
        [0] Belum ada jadwal berikutnya.
       *[other] Sudah dijadwalkan { $count } kali:
    }
figure-line-planned = • { WAKTU($day, "singkat") }, { $site }: { LAMA($minutes) }
choice-page-back = ◀️ Sebelumnya
choice-page-on = ▶️ Berikutnya
choice-chart = 📊 Grafik
chart = 📊 { $name }: jam dan kehadiran per minggu
chart-title = Jam diakui per minggu
chart-whole = { LAMA($done) } diakui dari { LAMA($total) }
chart-attendance = Di bawah tanggal Senin: berapa kali hadir dari jadwal
choice-photos-beside = 🖼 Bukti
photos-beside = 🖼 Foto { $name } pada kehadiran terakhir, yang terbaru di kanan
photos-beside-line = { $number }. { WAKTU($at, "singkat") }, { $site }
photos-beside-none = Belum ada foto kehadiran yang bisa ditampilkan.
