# Pin lokasi yang salah: usul, kartu PK, dan penilaian ulang

menu-lokasisalah = Titik lokasi salah
key-pin = 📍 Kirim lokasi ini
choice-pin-wrong = 📌 Lokasi salah?
choice-pin-without-photo = Kirim tanpa foto
choice-pin-use = 📌 Pakai pin baru
choice-pin-circle = 📌 Pakai lingkaran
choice-pin-keep = Tetap
choice-pin-rejudge = 🔁 Nilai ulang
choice-pin-photos = 🖼 Lihat foto

pin-offer = Pin { $site } yang salah? Tekan tombol ini, lalu kirim lokasi sekali lagi dan satu foto; PK yang memutuskan.
pin-report-no-site = Belum ada lokasi kerja Anda hari ini. Bila ini keliru, ketik "bantuan".
pin-report-which = Titik lokasi mana yang salah?
pin-report-place =
    Berdirilah di { $site }, di tempat kerjanya, lalu tekan 📍 Kirim lokasi ini.
    Ini tidak dihitung sebagai mulai atau selesai kerja. Tidak jadi? Ketik "batal".
pin-report-fits = HP Anda sekarang { $metres } m dari titik { $site }, jadi titiknya cocok dan tidak ada yang dikirim ke PK. Bila tadi diminta lokasi, kirim sekali lagi dari sini.
pin-report-photo =
    Kirim satu foto { $site }: bangunannya atau papan namanya, tidak perlu wajah.
    Hanya Bapas yang melihatnya.
pin-report-photo-child = Mohon tanpa orang di dalam foto.
pin-report-sent =
    ✅ Terima kasih. Usul pin { $site } sudah dikirim ke PK.
    Mulai dan selesai kerja tetap seperti biasa; hasilnya akan diberitahukan.
pin-report-joined =
    ✅ Terima kasih. Pin { $site } sedang dicek PK; laporan Anda ditambahkan.
    Mulai dan selesai kerja tetap seperti biasa; hasilnya akan diberitahukan.
pin-thanks-used = 📌 Pin { $site } sudah diperbaiki. Terima kasih sudah memberi tahu.
pin-thanks-kept = 📌 Pin { $site } sudah dicek PK dan tetap di tempatnya. Bila masih terasa salah, bicarakan dengan PK. Terima kasih sudah memberi tahu.

pin-state-open = 📌 Pin { $site } ({ $code }) perlu dicek
pin-state-draft = { pin-state-open }
pin-state-joined = { pin-state-open }
pin-state-accepted =
    ✅ Pin { $site } ({ $code }) sudah diganti.
    Penilaian lokasi sebelumnya belum berubah. Bila perlu, tekan Nilai ulang; jam dan keputusan tidak ikut berubah.
pin-state-kept = ✅ Pin { $site } ({ $code }) tetap. Tempat yang sama tidak ditanyakan lagi selama dua minggu.
pin-state-overtaken = Pin { $site } ({ $code }) sudah diubah dengan cara lain; usul ini tidak berlaku lagi.
pin-question-by-client = Kata { $name }, yang berdiri di tempat kerja: pinnya salah.
pin-question-by-supervisor = Kata pengawas { $name }, yang berdiri di lokasi: pinnya salah.
pin-question-by-people = { $count } orang, { WAKTU($day, "tanggal") }, terbaca di luar lokasi, tetapi berdekatan (paling jauh 100 m).
pin-question-by-confirmations = Pengawas membenarkan { $count } kehadiran yang terbaca di luar lokasi, di tempat yang sama.
pin-question-distance = Pin lama → baru: { $metres } m (batas { $radius } m).
pin-question-no-pin = Lokasi ini belum mempunyai pin (batas { $radius } m).
pin-question-corners = Lokasi ini digambar dengan titik sudut. Pin baru menggantinya dengan lingkaran { $radius } m; titik sudut hanya bisa diubah lewat impor.
pin-question-accuracy = Ketepatan HP: { $accuracy } m.
pin-question-voices = { $count } laporan lain menyebut hal yang sama.
pin-question-link = Pin baru di peta: https://maps.google.com/?q={ $place }
pin-question-photo = 🖼 Foto { $site } dari { $name }.
pin-question-photo-kept = Foto { $site } dari { $name } hanya untuk PK yang membimbing Anak itu.
pin-would-change = Nilai ulang akan mengubah { $count } dari { $total } penilaian lokasi ({ $days ->
        [1] { WAKTU($first, "tanggal") }
       *[other] { WAKTU($first, "tanggal") } – { WAKTU($last, "tanggal") }
    }):
pin-turn = • { $count } dari { $old } menjadi { $new }
pin-changes-nothing = Nilai ulang tidak akan mengubah apa pun ({ $total } penilaian lokasi).
pin-verdict-inside = di lokasi
pin-verdict-near = dekat lokasi
pin-verdict-outside = di luar lokasi
pin-verdict-cannot_tell = belum bisa dipastikan
pin-verdict-not_judged = belum dinilai
pin-rejudged =
    ✅ { $site }: { $count } penilaian lokasi dinilai ulang. Penilaian lama tetap tersimpan di sampingnya.
    Jam dan keputusan tidak berubah.
pin-rejudged-nothing = { $site }: tidak ada lagi yang perlu dinilai ulang.
pin-moved = 📌 Pin { $site } ({ $code }) diganti oleh { $by }, { $metres } m dari yang lama.

digest-pin = • Pin { $site } perlu dicek sejak { WAKTU($day, "tanggal") }. Langkah: buka /perlu, lihat petanya, lalu putuskan.
needs-pin = • Pin { $site } perlu dicek sejak { WAKTU($day, "tanggal") }. Langkah: putuskan pada kartunya di atas.

pin-set = 📌 { $site } ({ $code }) sekarang mempunyai pin, dipasang oleh { $by }.

pin-map-old = pin atau batas sekarang
pin-map-new = pin yang diusulkan
pin-map-people = lokasi orang-orang
pin-map-north = U

card-place-checked = { $moment }: { $metres } m dari titik lokasi – pin lokasi sedang dicek
card-place-anew = { $moment }: { $metres } m dari titik lokasi – { $verdict } (dinilai ulang; semula { $was })
list-pin-checked = 📌 Pin lokasi ini sedang dicek PK: jaraknya belum bisa jadi pegangan.
