# Dinas: jumlah per lokasi, tanpa nama

welcome-agency =
    Terima kasih, HP ini sudah terdaftar untuk { $name }.
    Tekan 📊 Ringkasan untuk keadaan lokasi-lokasi Anda bulan ini.
help-agency = Ketik "ringkasan" untuk jumlah orang dan jam di lokasi-lokasi Anda bulan ini.
not-understood-agency =
    Tekan 📊 Ringkasan untuk keadaan lokasi-lokasi Anda bulan ini.
    Untuk hal lain tekan 🙋 Minta bantuan.
agency-totals = 📊 { $name }, sejak { WAKTU($since, "tanggal") }: { LAMA($credited) } kerja yang sudah dikonfirmasi.
agency-week = 📊 { $name }, { WAKTU($first, "tanggal") }–{ WAKTU($last, "tanggal") }: { LAMA($credited) } kerja yang sudah dikonfirmasi.
agency-site = • { $site }: { $placed } orang ditempatkan, { $attended } kehadiran, { LAMA($credited) }
agency-no-sites =
    Belum ada lokasi yang tercatat untuk { $name }.
    Bila seharusnya ada, hubungi { $contact }.
