# Tawaran klien yang belum dijawab, kepada PK lain atau Bapas lain

offer-one-asked-again =
    ⏰ Ada tawaran yang menunggu jawaban Anda.
    { $from } bertanya tentang { $name } sejak { WAKTU($since, "tanggal") }.
    Alasan: { $reason }
    Bersedia menerima?
offer-all-asked-again =
    ⏰ { $from } menunggu jawaban Anda tentang semua kliennya sejak { WAKTU($since, "tanggal") }.
    Alasan: { $reason }
    Bersedia menerima?
choice-offer-take = ✅ Terima
offer-one-head-told =
    ⏳ Ada tawaran yang belum dijawab.
    { $name } dari { $from } ditawarkan kepada { $to } sejak { WAKTU($since, "tanggal") }.
    Mohon tanyakan kepada { $to }.
offer-all-head-told =
    ⏳ Semua klien { $from } ditawarkan kepada { $to } sejak { WAKTU($since, "tanggal") }, dan belum dijawab.
    Mohon tanyakan kepada { $to }.

digest-offer-asked = • { $from } menawarkan { $name } kepada { $to } sejak { WAKTU($since, "tanggal") }. Langkah: buka /perlu, lalu jawab.
digest-offer-all-asked = • { $from } menawarkan semua kliennya kepada { $to } sejak { WAKTU($since, "tanggal") }. Langkah: buka /perlu, lalu jawab.
needs-offer-asked = • { $from } menawarkan { $name } kepada { $to } sejak { WAKTU($since, "tanggal") }. Langkah: jawab pada kartunya di atas.
needs-offer-all-asked = • { $from } menawarkan semua kliennya kepada { $to } sejak { WAKTU($since, "tanggal") }. Langkah: jawab pada kartunya di atas.
digest-offer-waits = • { $name } dari { $from }: menunggu jawaban { $to } sejak { WAKTU($since, "tanggal") }. Untuk membatalkan, tulis /pindah.
digest-offer-all-waits = • Semua klien { $from }: menunggu jawaban { $to } sejak { WAKTU($since, "tanggal") }. Untuk membatalkan, tulis /pindah.

client-card-offered = 🔁 Ditawarkan kepada { $to } sejak { WAKTU($at, "tanggal") }, belum dijawab
