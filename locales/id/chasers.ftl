# Jam yang menunggu konfirmasi: pengawas diingatkan sekali, lalu PK

chase-supervisor = ⏳ { $sapa } { $name }, { $count } kehadiran di { $site } menunggu konfirmasi sejak { WAKTU($since, "tanggal") }. Tekan namanya, atau ketik "daftar".
chase-officer = ⏳ { $count } kehadiran di { $site } menunggu pengawas sejak { WAKTU($since, "tanggal") }. Jamnya tidak hilang; langkah: hubungi pengawasnya.
chase-line = • { $name }, { WAKTU($day, "tanggal") }
chase-more = dan { $count } lainnya
