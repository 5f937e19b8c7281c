# Pengganti pengawas untuk satu hari

menu-pengganti = Pengganti satu hari
choice-instead = 📅 { WAKTU($day, "tanggal") }
choice-instead-end = ↩️ Batalkan
instead-when = { $site }: pengganti untuk hari apa?
instead-who =
    Siapa yang menggantikan di { $site } { WAKTU($day, "tanggal") }? Tulis nama dan nomor HP-nya.
    Sudah menjadi pengawas? Tulis kodenya saja.
choice-instead-new = ➕ Orang lain
instead-others = Sudah menggantikan hari itu: { $names }. Bila itu keliru, tekan ↩️ Batalkan di pesan yang dulu.
instead-day-not-understood = Harinya hari ini atau besok. Tekan tombolnya, atau tulis "hari ini" atau "besok".
instead-code-unknown = Tidak ada pengawas dengan kode { $code }. Periksa kodenya, atau tulis nama dan nomor HP penggantinya.
instead-new = Siapa yang menggantikan di { $site } { WAKTU($day, "tanggal") }? Tulis nama dan nomor HP-nya.
instead-which = Sudah ada pengawas bernama { $name }. Tekan namanya bila ia yang dimaksud.
instead-yourself = Itu kode Bapak/Ibu sendiri. Tulis kode atau nama penggantinya.
instead-name-missing = Namanya belum terbaca. Tulis seperti: Sari, 0812 3456 7890.
instead-done = ✅ { $name } menggantikan di { $site } { WAKTU($day, "tanggal") }, hari itu saja. PK sudah diberi tahu.
instead-you =
    Ada permintaan untuk satu hari.
    { $by } meminta Bapak/Ibu menggantikan di { $site } { WAKTU($day, "tanggal") }. Ketik "daftar" pada hari itu.
instead-told-officer =
    Ada pengganti pengawas untuk satu hari.
    { $name } menggantikan { $by } di { $site } { WAKTU($day, "tanggal") }, hari itu saja.
instead-ended = ↩️ Penggantian di { $site } { WAKTU($day, "tanggal") } dibatalkan.
instead-ended-you =
    Permintaan menggantikan untuk satu hari dibatalkan.
    { $by } membatalkannya: { $site } { WAKTU($day, "tanggal") }. Bapak/Ibu tidak perlu menggantikan di sana; yang sudah dikonfirmasi tetap berlaku.
instead-ended-officer =
    Pengganti pengawas untuk satu hari dibatalkan.
    { $name } tidak jadi menggantikan { $by } di { $site } { WAKTU($day, "tanggal") }.
instead-over =
    Tugas menggantikan di { $site } { WAKTU($day, "tanggal") } sudah dibatalkan { $by }, jadi isian ini tidak disimpan.
    Yang sudah Bapak/Ibu konfirmasi tetap berlaku.
