# Klien pindah ke Bapas lain

choice-office-transfer = 🏛️ Ke Bapas lain
choice-office-transfer-other = 🔎 PK lain
choice-office-arrival-place = 📍 Cari tempat
choice-office-arrival-card = 👤 Buka kartunya

office-transfer-ask-to = { $name } pindah ke Bapas mana? Tulis kode atau nama Bapasnya.
office-transfer-unknown =
    Belum ada Bapas di sini yang cocok dengan “{ $text }”. Coba kodenya, atau nama lengkapnya.
    Bapas itu mungkin belum memakai Hadir.
office-transfer-several =
    Ada beberapa Bapas yang cocok. Tulis kodenya:
    { $codes }
office-transfer-own-office = { $office } adalah Bapas Anda sendiri. Untuk pindah PK di sini, tulis /pindah dan pilih PK-nya.
office-transfer-nobody-there =
    Di { $office } belum ada yang bisa menjawab tawaran ini.
    Mintalah Bapas itu mendaftarkan kepala Bapas atau operatornya dulu.
office-transfer-ask-reason =
    Apa alasannya? Tulis dengan singkat.
    { $office } akan membacanya; jangan menulis nama Anak.
office-transfer-check =
    Periksa dulu: { $name } pindah dari { $from } ke { $to }.
    Alasan: { $reason }
office-transfer-sent =
    📨 { $to } sudah ditanya tentang { $name }.
    Sampai dijawab, semuanya tetap seperti sekarang.
office-transfer-for-you =
    🏛️ Ada tawaran pindah ke { $to }.
    { $offered } menawarkan { $name }. Alasan: { $reason }
    Sampai dijawab, Anda tetap pembimbingnya.
office-transfer-waits = ⏳ { $name } ke { $to }: menunggu jawaban Bapas itu.
office-transfer-withdrawn =
    ↩️ Ada tawaran pindah yang dibatalkan oleh { $by }.
    { $name }, dari { $from } ke { $to }. Semuanya tetap seperti semula.
office-transfer-declined =
    🔁 Tawaran pindah belum bisa diterima { $to }.
    { $name }: { $answer }
    Semuanya tetap seperti sekarang. Untuk mencoba lagi, tulis /pindah.
office-transfer-declined-colleague =
    { $by } sudah menjawab { $from }.
    { $name } belum bisa diterima.
office-transfer-accepted =
    ✅ Tawaran pindah diterima { $to }.
    { ORANG($name, $code) }: pembimbingnya sekarang { $officer }.
    Riwayatnya masih bisa dibaca dengan /klien { $code }. Yang masih menunggu di sini tetap diputuskan di sini.
office-transfer-call-open = 🙋 Permintaan bantuannya, { WAKTU($at, "singkat") }, belum ditangani siapa pun. Bapas ini tetap menanganinya: /perlu.
office-transfer-call-taken = 🙋 Permintaan bantuannya, { WAKTU($at, "singkat") }, tetap ditangani { $by } di sini sampai ditutup.
office-transfer-told-site =
    ℹ️ Ada yang tidak dijadwalkan lagi di { $site }.
    { $name } pindah ke Bapas lain. Kehadiran yang masih menunggu tetap bisa dikonfirmasi.

# Bapas yang menerima

office-transfer-asked =
    🏛️ Ada tawaran pindah dari Bapas lain.
    { $from } menawarkan { $name }, lewat { $offered }.
    Alasan: { $reason }
    Untuk menerima, pilih PK yang membimbing.
office-transfer-asked-no-officer =
    🏛️ Ada tawaran pindah dari Bapas lain.
    { $from } menawarkan { $name }, lewat { $offered }.
    Alasan: { $reason }
    Di sini belum ada PK. Daftarkan PK dulu untuk bisa menerima.
office-transfer-case = • { $programme }
office-transfer-case-hours = • { $programme }: { LAMA($credited) } diakui dari { LAMA($total) }
office-transfer-waiting = ⏳ { $count } kehadiran masih menunggu keputusan di sana
office-transfer-contests = ⏳ { $count } keberatan masih menunggu keputusan di sana
office-transfer-excuses = ⏳ { $count } izin masih menunggu keputusan di sana
office-transfer-ask-who = PK siapa yang membimbing { $name }? Tulis nama atau kodenya.
office-transfer-ask-no =
    Apa sebabnya belum bisa? Tulis dengan singkat.
    { $from } akan membacanya.
office-transfer-taken = ✅ { $name } dari { $from } diterima dengan kode { $code }. Pembimbingnya { $officer }.
office-transfer-nothing-left = { $name } tidak punya perkara yang berjalan lagi di { $from }, jadi tidak ada yang pindah.
office-transfer-not-open = Tawaran ini sudah dijawab atau dibatalkan, jadi tidak ada yang berubah.

office-arrival =
    🏛️ Ada yang pindah kepada Anda dari Bapas lain.
    { ORANG($name, $code) }, dari { $from }. Alasan: { $reason }
    Langkah berikutnya: tekan 📍 Cari tempat, atau tulis /penempatan { $code }.
office-arrival-no-place =
    🏛️ Ada yang pindah kepada Anda dari Bapas lain.
    { ORANG($name, $code) }, dari { $from }. Alasan: { $reason }
    Langkah berikutnya: buka kartunya, atau tulis /klien { $code }.
office-arrival-case = Perkara { $number }
office-arrival-case-hours = Perkara { $number }: { LAMA($credited) } diakui dari { LAMA($total) }
office-arrival-call-open = 🙋 Ada permintaan bantuannya di { $from }, { WAKTU($at, "singkat") }, yang belum ditangani siapa pun. Bapas itu yang menanganinya; isinya tidak ikut. Hubungi { $contact }.
office-arrival-call-taken = 🙋 Ada permintaan bantuannya di { $from }, { WAKTU($at, "singkat") }, yang tetap ditangani { $by } dari sana; isinya tidak ikut. Bila perlu, hubungi { $contact }.
office-arrival-no-chat = 💬 HP { $code } belum terhubung dengan Bapas ini. Undang dengan /undang { $code }
office-arrival-guardian-stays = 💬 Wali { $code } masih mendampingi Anak lain di Bapas lama, jadi HP-nya tetap di sana. Undang dengan /undang { $code } memakai HP lain, atau bantu lewat HP Anda.
office-arrival-prosecutor = ⚖️ Jaksa dari Bapas lama dicatat dengan kode { $code }, belum terhubung.

office-arrival-unread = Pesan yang belum dibaca di Bapas yang dulu tidak ikut. Bila masih perlu, tulis lagi di sini.
office-arrival-told-client =
    { $sapa } { $name }, mulai sekarang Bapas Anda { $office } dan pembimbing Anda { $officer }. Jam yang sudah diakui ikut; jadwal baru menyusul.
    Ada pertanyaan? Hubungi { $contact }.
office-arrival-told-reporter =
    { $sapa } { $name }, mulai sekarang Bapas Anda { $office } dan pembimbing Anda { $officer }. Lapor diri tetap di sini.
    Ada pertanyaan? Hubungi { $contact }.
office-arrival-told-guardian =
    { $sapa } { $name }, mulai sekarang Bapas { $code } adalah { $office } dan pembimbingnya { $officer }. Jadwal baru menyusul di sini.
    Ada pertanyaan? Hubungi { $contact }.
office-arrival-told-guardian-stays =
    { $sapa } { $name }, mulai sekarang Bapas { $code } adalah { $office } dan pembimbingnya { $officer }. HP ini tetap untuk Anak yang lain.
    { $office } akan menghubungi Anda. Ada pertanyaan? Hubungi { $contact }.

# Sesudah pindah

office-hours-more =
    { $sapa } { $name }, { LAMA($minutes) } dari { $office } baru saja diakui dan ikut ke sini.
    Sekarang { LAMA($credited) } diakui.
office-hours-fewer =
    { $sapa } { $name }, menurut keputusan { $office }, { LAMA($minutes) } ternyata tidak diakui.
    Sekarang { LAMA($credited) } diakui. Bila keliru, hubungi PK Anda.
office-hours-more-officer =
    ⏱ Ada jam dari Bapas lain yang baru diakui.
    { ORANG($name, $code) }: { LAMA($minutes) } dari { $office } ikut ke sini. Sekarang { LAMA($credited) } diakui.
office-hours-fewer-officer =
    ⏱ Ada jam dari Bapas lain yang tidak jadi diakui.
    { ORANG($name, $code) }: { LAMA($minutes) }, menurut { $office }. Sekarang { LAMA($credited) } diakui.
office-excused-officer =
    📝 Ada izin dari Bapas lain.
    { ORANG($name, $code) }: izin { excuse-span }, disetujui { $office }. Hari itu tidak dijadwalkan.
hours-brought = Di dalamnya, dibawa dari { $office }: { LAMA($opening) }

office-mark-went = 🏛️ Pindah ke { $office } pada { WAKTU($at, "hari") }. Di sini hanya riwayat.
office-mark-came = 🏛️ Dari { $office } sejak { WAKTU($at, "hari") }, di sana perkara { $number }
office-transfer-moved-on =
    { $name } sudah pindah ke { $office }, jadi di sini tidak bisa diubah lagi.
    Riwayatnya masih bisa dibaca dengan /klien.
office-transfer-old-button =
    Tombol itu dari { $office }, Bapas yang dulu, jadi tidak berlaku lagi.
    Untuk yang sekarang, pakai tombol di bawah.
case-elsewhere = Perkara { $number } sudah pindah ke Bapas lain, jadi di sini tidak bisa diubah lagi.
client-elsewhere = { $name } sudah pindah ke Bapas lain, jadi di sini tidak bisa diubah lagi. Riwayatnya bisa dibaca dengan /klien.
