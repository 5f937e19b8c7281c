# Undangan: lembar yang digunting, teks untuk diteruskan, dan daftar yang belum bergabung.
# Lembar dan teks dibaca siapa saja: tidak menyebut kantor, perkara, atau peran.

greeting-guardian = Bapak/Ibu

slip-title = Undangan
slip-footer = { $for } · dibuat { WAKTU($at, "hari") }
slip-hello = { $sapa } { $name },
slip-intro = Undangan pribadi, hanya untuk satu orang.
slip-intro-office = Undangan pribadi dari { $office }, hanya untuk satu orang.
slip-typing = Tidak bisa memindai? Buka { $messenger }, cari { $bot }, lalu ketik kode ini:
slip-step-scan = Pindai kode
slip-step-start = Tekan MULAI
slip-step-agree = Tekan Setuju
slip-button-start = MULAI
slip-button-agree = Setuju
slip-ending =
    Berlaku sampai { WAKTU($until, "hari") }.
    Perlu bantuan? { $contact }
invite-forward =
    { $sapa } { $name }, ini undangan pribadi untuk Anda.

    1. Buka di HP: { $link }
    2. Tekan MULAI.
    3. Tekan Setuju, lalu ikuti petunjuknya.

    Tautan tidak terbuka? Buka { $messenger }, cari { $bot }, lalu ketik kode { $code }.
    Berlaku sampai { WAKTU($until, "hari") }. Perlu bantuan? { $contact }
invite-forward-office =
    { $sapa } { $name }, ini undangan pribadi untuk Anda dari { $office }.

    1. Buka di HP: { $link }
    2. Tekan MULAI.
    3. Tekan Setuju, lalu ikuti petunjuknya.

    Tautan tidak terbuka? Buka { $messenger }, cari { $bot }, lalu ketik kode { $code }.
    Berlaku sampai { WAKTU($until, "hari") }. Perlu bantuan? { $contact }

code-wait =
    Kode itu belum diperiksa, karena sebelumnya sudah lima kali belum cocok.
    Tunggu sampai { WAKTU($until, "singkat") }, lalu ketik kodenya sekali lagi.
code-unknown =
    Kode itu belum cocok. Periksa lagi huruf dan angkanya; setelah lima kali, tunggu satu jam.
    Bila tetap tidak bisa, mintalah kode baru kepada yang memberinya.

# /undang

menu-undang = Undang orang
key-invite = ✉️ Undang
invite-heading =
    ✉️ Belum bergabung: { $count } orang.
    Perlu undangan: { $needing }.
invite-all-joined = Semua orang sudah bergabung. Tidak ada yang perlu diundang.
invite-line-never = • { ORANG($name, $code) }: belum diundang
invite-line-never-code = • { $name }: belum diundang
invite-line-valid = • { ORANG($name, $code) }: diundang { WAKTU($at, "tanggal") }, berlaku sampai { WAKTU($until, "tanggal") }
invite-line-valid-code = • { $name }: diundang { WAKTU($at, "tanggal") }, berlaku sampai { WAKTU($until, "tanggal") }
invite-line-expired = • { ORANG($name, $code) }: undangan habis { WAKTU($until, "tanggal") }
invite-line-expired-code = • { $name }: undangan habis { WAKTU($until, "tanggal") }
invite-line-guardian-first = • { $code }: { consent-step }
invite-line-wrong-number = • { ORANG($name, $code) }: nomornya salah. Perbaiki: ketik "ubah { $code }"
invite-guardian-first = { $code } belum bisa diundang: walinya perlu setuju dahulu. Langkah: { consent-step }
choice-invite-guardian = ✉️ Undang walinya
choice-mend-number = ✏️ Perbaiki nomor
slips-guardians-first = Tanpa { $people }: walinya perlu setuju dahulu. Ketik "undang" dan kodenya untuk langkahnya.
invite-line-more = … dan { $count } orang lagi.
invite-how = Untuk satu orang, ketik "undang" dan nama atau kodenya.
choice-slips = 🖨 Buat undangan
choice-slips-renew = 🔄 Perbarui
choice-invite-renew = 🔄 Buat yang baru
slips-ready =
    🖨 Undangan untuk { $count } orang, berlaku sampai { WAKTU($until, "hari") }.
    Cetak, gunting, lalu berikan langsung kepada orangnya.
slips-ready-more =
    🖨 Undangan untuk { $count } orang, berlaku sampai { WAKTU($until, "hari") }.
    Masih ada { $left } orang lagi: ketik "undang" sekali lagi.
slips-none-needed = Semua yang belum bergabung masih punya undangan yang berlaku. Untuk mengganti satu undangan, ketik "undang" dan namanya.
slips-none-expired = Tidak ada undangan yang habis. Ketik "undang" untuk melihat daftarnya.
slips-cannot-print =
    Lembar undangan belum bisa dibuat di sini; operator perlu memasang bagian "reports".
    Sementara itu, ketik "undang" dan nama untuk satu orang.
slips-not-sent =
    Undangan yang tadi dibuat tidak sempat terkirim, jadi tidak berlaku lagi.
    Ketik "undang" untuk membuatnya lagi.
invite-not-found = Tidak ada "{ $text }" di antara orang yang bisa Anda undang. Periksa namanya, atau ketik kodenya.
invite-no-site = { $code } belum bertugas di lokasi mana pun. Ketik "ubah" dan kode lokasinya, lalu tambahkan { $code } di baris pengawas.
invite-no-client-there = Di lokasi { $code } belum ada klien Anda. Tempatkan klien di sana dahulu, atau minta operator mengundangnya.
invite-which = Ada beberapa orang dengan nama itu. Yang mana?
invite-which-of-many = Ada banyak orang dengan nama itu. Pilih, atau ketik kodenya.
choice-invite = { $name }
invite-joined =
    { $name } sudah bergabung. Tidak perlu diundang lagi.
    HP-nya hilang atau berganti? Ketik "hilang { $code }", lalu undang lagi.
invite-still-valid =
    { $name } sudah punya undangan, berlaku sampai { WAKTU($until, "hari") }.
    Bila dibuat yang baru, yang lama tidak bisa dipakai lagi.
invite-ready =
    Undangan untuk { $name }, berlaku sampai { WAKTU($until, "hari") }. Perlihatkan kodenya, atau teruskan pesan di bawah.

    Tautan: { $link }
    Kode: { $code }
invite-as-it-is = { $text }

# Peran operator

welcome-operator =
    Terima kasih, { $sapa } { $name }. HP ini sudah terdaftar.
    Tekan ✉️ Undang untuk melihat siapa yang belum bergabung.
help-operator =
    Ketik "undang" untuk melihat siapa yang belum bergabung dan membuat undangannya.
    Untuk satu orang, ketik "undang" dan namanya.
    Mengisi data baru: "daftarkan", atau "impor" untuk banyak sekaligus. Membetulkan data: "ubah" dan kodenya.
not-understood-operator =
    { $sapa } { $name }, tekan ✉️ Undang untuk mengundang orang.
    Untuk hal lain tekan 🙋 Minta bantuan.

# hadir invite

cli-invite-code = Atau ketik kode ini kepada { $bot }: { $code }
cli-invite-code-as-words = Atau ketik kode ini kepada bot: { $code }
cli-invite-what = Sebutkan kode orangnya, atau pakai --all --out FOLDER.
cli-invite-bot-unknown = Nama bot belum dapat dibaca, jadi tautan belum bisa dicetak. Periksa HADIR_TELEGRAM_TOKEN dan jaringan: hadir check
cli-invite-no-typst = Membuat PDF perlu bagian "reports". Pasang dengan: uv sync --extra reports
cli-invite-renewing = --renew: undangan yang belum dipakai diganti. Lembar dan tautan yang sudah dibagikan tidak berlaku lagi.
cli-invite-written = { $count } undangan: { $file }
cli-invite-texts = Teks untuk diteruskan: { $file }
cli-invite-guardians-first = { $count } Anak belum dibuatkan undangan, karena walinya perlu setuju dahulu. Langkahnya, di chat:
cli-invite-kept = { $count } orang masih punya undangan yang berlaku dan dilewati (--renew untuk menggantinya):
cli-invite-kept-one = { "  " }{ $code }: sampai { WAKTU($until, "hari") }
cli-invite-total = Dibuat { $made } undangan untuk yang belum bergabung. Berkasnya hanya dapat dibaca pemiliknya; hapus setelah dicetak.
cli-invite-nobody = Tidak ada yang perlu diundang.
cli-trouble-template-broken =
    Contoh lembar di { $file } tidak dapat dipakai: { $reason }
    Perbaiki, atau hapus berkas itu untuk memakai contoh dari Hadir.
invite-file-one = ── { ORANG($name, $code) }
