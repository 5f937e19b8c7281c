# Klien pindah ke PK lain

transfer-ask-client = Klien mana yang pindah ke PK lain? Pilih, atau tulis kode atau namanya.
transfer-ask-whom =
    Tulis kode klien yang pindah, misalnya K-01.
    Untuk semua klien seorang PK, tulis kode PK itu.
transfer-which = Ada { $count } yang cocok. Klien mana yang pindah?
transfer-ask-to = { $name } pindah ke PK siapa? Pilih, atau tulis nama atau kodenya.
transfer-all-ask-to = { $count } klien { $name } pindah ke PK siapa? Pilih, atau tulis nama atau kodenya.
transfer-ask-reason =
    Apa alasannya? Tulis dengan singkat.
    PK yang menerima akan membacanya.

transfer-check =
    Periksa dulu: { $name } pindah dari { $from } ke { $to }.
    Alasan: { $reason }
transfer-all-check =
    Periksa dulu: semua klien { $from } ({ $count } orang) pindah ke { $to }.
    Alasan: { $reason }
choice-transfer-send = 📨 Kirim
choice-transfer-reason = ✏️ Ubah alasan
choice-transfer-withdraw = ↩️ Batalkan pindah
choice-transfer-accept = ✅ Terima
choice-transfer-decline = ❌ Tidak bisa

transfer-sent =
    📨 { $to } sudah ditanya.
    Sampai { $to } menerima, semuanya tetap seperti sekarang.
transfer-for-you =
    🔁 Ada yang ditawarkan kepada { $to }.
    { $by } menawarkan { $name }. Alasan: { $reason }
    Sampai { $to } menerima, Anda tetap pembimbingnya.
transfer-all-for-you =
    { $by } menawarkan semua klien Anda ({ $count } orang) kepada { $to }. Alasan: { $reason }
    Sampai { $to } menerima, Anda tetap pembimbing mereka.
transfer-asked =
    🔁 Ada yang ditawarkan kepada Anda.
    { $name } akan pindah dari { $from }. Alasan: { $reason }
    Bersedia menerima? Semua yang belum selesai ikut pindah.
transfer-all-asked =
    🔁 { $count } klien { $from } akan pindah kepada Anda. Alasan: { $reason }
    Bersedia menerima? Semua yang belum selesai ikut pindah.
transfer-waits = ⏳ { $name }, dari { $from } ke { $to }: menunggu jawaban { $to }.
transfer-all-waits = ⏳ { $count } klien { $from } ke { $to }: menunggu jawaban { $to }.

transfer-accepted-by-you =
    ✅ Terima kasih. Mulai sekarang Anda pembimbing { $name }.
    Yang masih menunggu ada di bawah ini dan di 🔔 Perlu saya.
transfer-all-accepted-by-you =
    ✅ Terima kasih. Mulai sekarang Anda pembimbing { $count } klien { $from }.
    Yang masih menunggu ada di bawah ini dan di 🔔 Perlu saya.
transfer-declined-by-you = Baik, ini sudah diberitahukan. Tidak ada yang berubah.
transfer-accepted =
    ✅ Tawaran pindah diterima { $to }.
    { $name }, dari { $from }.
transfer-all-accepted = ✅ { $to } menerima { $count } klien { $from }.
transfer-declined =
    🔁 Tawaran pindah belum bisa diterima { $to }.
    { $name }: { $from } tetap pembimbingnya. Untuk menawarkan kepada PK lain, tulis /pindah.
transfer-all-declined =
    { $to } belum bisa menerima klien { $from }, jadi semuanya tetap.
    Untuk menawarkan kepada PK lain, tulis /pindah.
transfer-withdrawn =
    ↩️ Ada tawaran yang dibatalkan oleh { $by }.
    Pindahnya { $name } ke { $to } tidak jadi. Semuanya tetap seperti semula.
transfer-all-withdrawn = ↩️ Pindahnya klien { $from } ke { $to } dibatalkan oleh { $by }. Semuanya tetap seperti semula.
transfer-more-waiting = Masih ada { $count } yang menunggu keputusan. Ketuk 🔔 Perlu saya untuk melihatnya.
transfer-card-moved =
    🔁 Ini sekarang diputuskan PK lain.
    { $name } sudah pindah ke { $to }.
transfer-nothing-left = Tidak ada lagi yang bisa diterima: kliennya sudah pindah ke PK lain.

transfer-told-client =
    { $sapa } { $name }, mulai sekarang pembimbing Anda { $officer }. Jadwal dan jam Anda tetap.
    Ada pertanyaan? Hubungi { $contact }.
transfer-told-guardian =
    { $sapa } { $name }, mulai sekarang pembimbing { $code } adalah { $officer }. Jadwalnya tetap.
    Ada pertanyaan? Hubungi { $contact }.
transfer-told-site = Mulai sekarang pembimbing mereka ini { $officer }, lewat { $contact }:
transfer-client = • { $name }

transfer-moved-on =
    { $name } sudah pindah ke { $officer }, jadi ini diputuskan di sana.
    Riwayat sampai hari pindah masih bisa dibaca dengan /klien.
transfer-not-open = Tawaran ini sudah dijawab atau dibatalkan. Tulis /pindah untuk melihat yang masih terbuka.
transfer-needs-reason = Alasannya belum ada. Tekan ✏️ Ubah alasan, lalu tulis dengan singkat.
transfer-offered-already =
    Ini sudah ditawarkan kepada { $to } dan belum dijawab.
    Tulis /pindah untuk membatalkan yang itu dulu.
transfer-same-officer = { $to } sudah pembimbingnya. Pilih PK lain.
transfer-receiver-left = { $to } akan berhenti bertugas. Pilih PK lain.
transfer-no-clients = { $name } tidak punya klien yang masih berjalan, jadi tidak ada yang perlu pindah.
transfer-nobody-called = Tidak ada satu PK yang cocok dengan “{ $text }”. Tulis kodenya, misalnya PK-02.
transfer-client-unknown = “{ $text }” tidak ada di antara klien yang bisa dipindahkan dari sini. Tulis kode klien, misalnya K-01.

client-card-came = 🔁 Dari { $officer } sejak { WAKTU($at, "hari") }
client-card-officer = PK: { $officer }
client-card-gone = 🔁 Dipindah ke { $officer } pada { WAKTU($at, "hari") }. Di sini hanya riwayat sampai hari itu.

digest-came =
    • 🔁 Dari { $officer } kepada Anda sejak { WAKTU($day, "tanggal") }: { $names }{ $more ->
        [0] {""}
       *[other] {" "}dan { $more } lainnya
    }.
digest-went =
    • 🔁 Pindah ke { $officer } sejak { WAKTU($day, "tanggal") }: { $names }{ $more ->
        [0] {""}
       *[other] {" "}dan { $more } lainnya
    }.

menu-pindah = Klien pindah PK
