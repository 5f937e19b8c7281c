# Lokasi yang lebih jelas, dan lokasi langsung

better-location-away = HP Anda terbaca { $metres } m dari titik lokasi.
better-location-unsure = HP Anda sendiri belum pasti posisinya, jadi jarak ke lokasi belum jelas.
better-location-unread = Posisi HP Anda tidak terbaca.
better-location-not-fresh = Lokasi tadi bukan posisi HP saat itu: diteruskan, dijadwalkan, atau dipilih dari daftar.
better-location-how =
    Jamnya sudah tercatat. Bila Anda di tempat kerja, kirim lokasi sekali lagi dalam 15 menit, di tempat terbuka. Paling baik: lampiran 📎 → Lokasi → lokasi langsung 15 menit.
    Tidak bisa? Tidak apa-apa. Pengawas yang memastikan.
better-location-pin = Yakin sudah di tempat kerja? Mungkin titiknya yang salah: tekan tombol di bawah ini.
better-location-inside = Terima kasih, sekarang lokasinya jelas: Anda di lokasi. Jamnya tetap seperti tadi.
better-location-kept = Terima kasih, lokasinya disimpan. Jamnya tetap seperti tadi; pengawas yang memastikan.
better-location-code = Terima kasih, kodenya cocok dan disimpan. Jamnya tetap seperti tadi.
location-live-kept = Lokasi langsung diterima. Jam kerja tetap berjalan; kalau sudah selesai, tekan tombol di bawah.
card-place-first = Kiriman pertama { WAKTU($at, "pukul") }: { $metres } m dari titik lokasi; yang di atas dikirim { WAKTU($then, "pukul") }
card-place-first-unread = Kiriman pertama { WAKTU($at, "pukul") } tidak menunjukkan tempatnya; yang di atas dikirim { WAKTU($then, "pukul") }
card-live = Lokasi langsung: { $inside } di lokasi, { $unknown } tidak ada data
card-live-outside = Lokasi langsung: { $inside } di lokasi, { $outside } di luar, { $unknown } tidak ada data
label-first_outside = jamnya menurut kiriman dari luar lokasi
card-flag-first_outside = ⚠️ Perlu dilihat: kiriman pertama { $metres } m dari titik lokasi, yang jelas baru { $minutes } menit kemudian. Jamnya menurut kiriman pertama. Apakah ia di lokasi waktu itu?
label-went_away = menurut lokasi langsung, ia sempat pergi dari lokasi
card-flag-went_away = ⚠️ Perlu dilihat: menurut lokasi langsung, ia { $minutes } menit lebih dari 100 m di luar lokasi. Apakah ada tugas di luar?
label-left_early = selesai lebih awal dari rencana
card-flag-left_early = Selesai { $minutes } menit lebih awal dari rencana. Apakah pekerjaannya memang sudah selesai?
place-kept = Terima kasih. HP Bapak/Ibu terbaca { $metres } m dari { $site }. Yang disimpan hanya jarak dan waktunya. Bila jam kerja beberapa kali dikonfirmasi dari tempat yang jauh, PK bisa bertanya.
place-not-fresh = Lokasi itu bukan posisi HP saat ini, jadi tidak disimpan. Kirim lokasi saat ini lewat lampiran 📎 → Lokasi.
place-no-site = Hari ini tidak ada lokasi kerja Bapak/Ibu yang bisa dibandingkan, jadi tidak ada yang disimpan.
