# Lokasi tanpa pengawas: pengganti sehari, atau daftar hadir yang ditandatangani

unattended-ask =
    { $site }, { WAKTU($day, "hari") }: belum ada pengawas yang bisa mengonfirmasi.
    Siapa yang mengonfirmasi?
choice-cover = 👤 Cari pengganti
choice-signed-list = 📄 Dari daftar hadir
cover-ask-who = Pengawas siapa yang diminta untuk { $site }, { WAKTU($day, "tanggal") }?
cover-asked = { $name } sudah ditanya untuk { $site }, { WAKTU($day, "tanggal") }. Jawabannya datang ke sini.
cover-question =
    { $by } minta bantuan: mengonfirmasi kehadiran di { $site }, { WAKTU($day, "hari") }.
    Sanggup?
cover-agreed-by-you = ✅ Terima kasih. Kehadiran di { $site }, { WAKTU($day, "tanggal") }, datang ke HP ini.
cover-declined-by-you = Baik, PK sudah diberi tahu dan akan mencari jalan lain.
cover-agreed = ✅ { $name } mengonfirmasi di { $site }, { WAKTU($day, "tanggal") }.
cover-declined =
    { $name } belum bisa untuk { $site }, { WAKTU($day, "tanggal") }.
    Minta orang lain, atau pakai daftar hadir.
cover-found = Untuk hari itu sudah ada pengawas yang mengonfirmasi. Tidak perlu dicari lagi.
cover-nobody = Belum ada pengawas lain di Bapas ini yang bisa diminta. Pakai daftar hadir yang ditandatangani.

signed-later =
    Baik. Minta daftar hadir ditandatangani di { $site }, { WAKTU($day, "tanggal") }.
    Sesudah kerja selesai, tulis /konfirmasi { $code } dan kirim fotonya.
signed-ask-code = Lokasi yang mana? Tulis /konfirmasi dan kode lokasinya, misalnya: /konfirmasi L-01
signed-ask-photo = 📷 Kirim foto daftar hadir { $site }, { WAKTU($day, "tanggal") }, yang sudah ditandatangani.
signed-photo-first = Kirim dulu foto daftar hadirnya. Sesudah itu orangnya bisa dicentang.
signed-photo-unasked = Foto itu belum diminta. Untuk daftar hadir yang ditandatangani, tulis /konfirmasi dan kode lokasinya.
signed-supervisor-there = Di { $site } ada pengawas pada hari itu, jadi pengawas yang mengonfirmasi. Hubungi dia bila belum.
signed-day-to-come = Hari itu belum tiba. Kirim daftarnya sesudah kerja selesai.
signed-nobody = Di { $site } tidak ada jadwal klien Anda yang selesai dan menunggu pada hari itu. Periksa tanggalnya.
signed-nobody-ticked = Belum ada yang dicentang. Centang dulu siapa yang ada di daftar.
signed-used = Daftar itu sudah dipakai. Untuk yang tersisa, kirim foto lagi lewat /konfirmasi.
signed-card =
    📄 Daftar hadir { $site }, { WAKTU($day, "tanggal") }: { $count } dari { $all } dicentang.
    Centang yang tanda tangannya ada.
signed-line = • { $name } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }
signed-line-no-phone = • { $name } pukul { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") } menurut rencana, tanpa HP
choice-tick-all = ✅ Hadir semua
choice-ticked = ☑️ { $name }
choice-unticked = ⬜ { $name }
choice-tick-done = ➡️ Lanjut
signed-ask-reason =
    { $count } orang akan dikonfirmasi. Mengapa PK yang mengonfirmasi?
    Tulis alasannya, misalnya: pengawas sakit.
signed-done =
    ✅ { $count } kehadiran di { $site }, { WAKTU($day, "tanggal") }, dikonfirmasi dari daftar hadir.
    Foto dan alasannya tersimpan.

menu-konfirmasi = Konfirmasi dari daftar
