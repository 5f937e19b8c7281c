# Jadwal: ganti hari, lokasi tutup, rencana, izin, dan penempatan. Baris pertama tampak di layar terkunci.

menu-ganti = Minta ganti jadwal

# Ganti jadwal

choice-move = 🔁 { WAKTU($at, "tanggal") } { WAKTU($at, "jam") }
choice-move-to = 📅 { WAKTU($at, "tanggal") } { WAKTU($at, "jam") }
move-which = { $sapa } { $name }, jadwal mana yang ingin diganti?
move-nothing-planned = Belum ada jadwal berikutnya yang bisa diganti. Bila ragu, tekan 🙋 Minta bantuan.
move-asked =
    Permintaan sudah disampaikan kepada PK dan pengawas lokasi.
    Jadwal { WAKTU($at, "singkat") } tetap berlaku sampai ada kabar.
move-request =
    🔁 { $name } meminta ganti hari untuk { WAKTU($at, "singkat") } di { $site }.
    Pilih hari yang masih kosong.
move-request-no-day =
    🔁 { $name } meminta ganti hari untuk { WAKTU($at, "singkat") } di { $site }.
    Dalam 14 hari sesudahnya belum ada hari kosong yang diizinkan. Mohon PK membicarakannya dengan klien.
move-done =
    ✅ Jadwal { $name } di { $site } pindah dari { WAKTU($before, "singkat") } ke { WAKTU($at, "singkat") }.
    Dipilih oleh { $by }; semua sudah diberi tahu.
move-told-client =
    { $sapa } { $name }, yang tadinya { WAKTU($before, "tanggal") } pindah ke { WAKTU($at, "singkat") }.
    Tempatnya tetap { $site }.
move-day-taken = Hari itu sudah tidak kosong lagi. Ini pilihan yang masih ada:
move-already-begun = Jadwal { WAKTU($before, "singkat") } sudah dimulai, jadi tidak dipindah.
move-already-past = Waktu untuk { WAKTU($before, "singkat") } sudah lewat, jadi tidak bisa dipindah. PK bisa membantu bila ada halangan.
move-already-moved = Jadwal { WAKTU($before, "tanggal") } sudah dipindah oleh { $by } ke { WAKTU($at, "singkat") }.
move-dropped = Jadwal { WAKTU($before, "singkat") } sudah tidak berlaku, jadi tidak perlu dipindah.
move-outdated = Jadwal { WAKTU($before, "tanggal") } sudah berubah sejak permintaan itu. Klien bisa meminta lagi dengan "ganti".
