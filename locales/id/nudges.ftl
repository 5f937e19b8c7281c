# PK mengingatkan klien, dan jam tenang

choice-nudge = 🔔 Ingatkan
choice-nudge-morning = 🌅 Ingatkan pagi
nudged = 🔔 { $name } sudah diingatkan.
nudged-later = 🌅 { $name } akan diingatkan { WAKTU($at, "singkat") }.
nudge-quiet =
    Sekarang jam tenang, sampai { WAKTU($at, "pukul") }.
    Ingatkan { $name } sesudahnya?
nudge-too-soon = { $name } baru saja diingatkan. Bisa diingatkan lagi { WAKTU($at, "singkat") }.
nudge-resting = Perkara { $name } sedang tidak berjalan, jadi tidak ada yang diingatkan.
nudge-unreachable = { $name } tidak punya HP yang bisa menerima pesan. Sampaikan langsung atau lewat keluarganya.
nudge-excused = { $name } sedang izin hari itu, jadi tidak diingatkan.
nudge-asked = { $name } mengajukan izin untuk hari itu dan menunggu jawaban. Lihat /perlu.
nudge-done = { $name } sudah mulai hari itu, jadi tidak perlu diingatkan.
nudge-nothing-due = Hari itu tidak ada jadwal atau lapor diri { $name } yang masih ditunggu.
