# Pesan suara dari klien

voice-kept = 🎧 Pesan suara disimpan untuk PK. Bila mendesak, tekan 🙋 Minta bantuan.
voice-kept-work = 🎧 Pesan suara disimpan untuk PK dan pengawas lokasi. Tidak perlu dikirim ulang.
voice-which = 🎧 Pesan suara sudah sampai kepada PK. Apakah ini bukti izin yang ditunggu?
choice-voice-other = 🎧 Bukan bukti
voice-said-already = Pesan suara itu sudah disimpan di tempatnya. Untuk yang lain, kirim lagi.
words-which = Tulisan tadi untuk apa? Bukti izin masih ditunggu.
guardian-photo-which = Foto diterima dan disimpan. Foto apa ini? Bukti izin masih ditunggu.
guardian-voice-which = 🎧 Pesan suara disimpan. Untuk apa? Bukti izin masih ditunggu.
voice-problem-too-long = Pesan suara itu terlalu panjang. Rekam lagi paling lama lima menit, atau tulis dengan kata-kata.
voice-problem-not-fetched = Pesan suara itu belum bisa diambil. Mohon kirim sekali lagi, atau tulis dengan kata-kata.
voice-problem-no-recording = Kiriman itu bukan rekaman suara. Tekan gambar mikrofon untuk merekam, atau tulis dengan kata-kata.
voice-told-officer =
    🎧 Ada pesan suara ({ $seconds } detik).
    Dari { $name } { $about }, { WAKTU($at, "singkat") }. Tidak ada yang disimpulkan darinya; silakan dengarkan.
voice-about-attendance = tentang kerja hari ini
voice-about-session = tentang jadwal yang belum ada kabarnya
voice-about-nothing = tanpa menyebut tentang apa
voice-here = 🎧 Pesan suara { $name }, { WAKTU($at, "singkat") } ({ $seconds } detik).
voice-erased = Pesan suara { $name }, { WAKTU($at, "singkat") }, sudah dihapus.
choice-voice-listen = 🎧 Dengarkan
reason-by-voice = pesan suara
card-voice = 🎧 Ada { $count } pesan suara dari klien.
