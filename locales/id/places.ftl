# Lokasi yang lebih jelas, dan lokasi langsung

better-location-away = Jamnya sudah tercatat, tetapi HP terbaca { $metres } m dari titik lokasi. Bila sudah di tempat kerja, kirim lagi dalam 15 menit, paling baik lokasi langsung.
better-location-unsure = Jamnya sudah tercatat, tetapi posisi HP belum pasti. Bila sudah di tempat kerja, kirim lagi dalam 15 menit, paling baik lokasi langsung.
better-location-unread = Jamnya sudah tercatat, tetapi posisi HP tidak terbaca. Bila sudah di tempat kerja, kirim lagi dalam 15 menit, paling baik lokasi langsung.
better-location-not-fresh = Jamnya sudah tercatat, tetapi lokasi tadi bukan posisi HP saat itu. Bila sudah di tempat kerja, kirim lagi dalam 15 menit, paling baik lokasi langsung.
better-location-inside = Terima kasih, sekarang lokasinya jelas: di tempat kerja. Jamnya tetap seperti tadi.
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
