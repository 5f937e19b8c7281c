# Jam yang menunggu konfirmasi: pengawas diingatkan sekali, lalu PK

chase-supervisor = ⏳ { $sapa } { $name }, { $count } kehadiran di { $site } menunggu konfirmasi sejak { WAKTU($since, "tanggal") }. Tekan namanya, atau ketik "daftar".
chase-officer = ⏳ { $count } kehadiran di { $site } menunggu pengawas sejak { WAKTU($since, "tanggal") }. Jamnya tidak hilang; langkah: hubungi pengawasnya.
chase-line = • { $name }, { WAKTU($day, "tanggal") }
chase-more = dan { $count } lainnya

# Keputusan yang lama menunggu

decisions-wait = ⏳ { $count } hal sudah dua hari kerja menunggu keputusan Bapak/Ibu. Tekan namanya untuk membukanya.
decisions-wait-head =
    ⏳ { $count } hal sudah lama menunggu keputusan.
    Mohon PK-nya diingatkan, atau dibantu.
waits-for-word = • { $name }: { $what } { WAKTU($day, "tanggal") }, menunggu sejak { WAKTU($since, "tanggal") }
waits-for-word-head = • { $name } ({ $officer }): { $what } { WAKTU($day, "tanggal") }, menunggu sejak { WAKTU($since, "tanggal") }
decision-excuse = permohonan izin
decision-move = permohonan pindah hari
decision-closed-site = lokasi tutup menurut klien
decision-outside-plan = kerja di luar jadwal
decision-miss = keterangan tidak hadir
decision-closing = penutupan perkara
decision-closing-of-head = persetujuan penutupan
choice-wait-closed = 🚧 Lokasi tutup
choice-wait-all = 📋 Lihat semua
