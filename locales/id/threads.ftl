# Pesan antara klien (atau walinya) dan PK; nomor HP tidak pernah diperlihatkan

choice-message-begin = ✉️ Pesan ke PK
choice-message-to = ✉️ Kirim pesan
choice-message-guardian = 👪 Pesan ke wali
choice-message-send = 📨 Kirim ke PK
choice-message-send-to = ↩️ Kirim ke { $name }
choice-message-send-guardian = ↩️ Kirim ke wali
choice-message-reply = ↩️ Balas
choice-message-done = ✅ Sudah dibaca
choice-message-attached = 📎 Lihat lampiran
choice-message-anyway = 📨 Tetap kirim
choice-template-news = 💬 Tanya kabar
choice-template-office = 🏢 Datang ke kantor
choice-template-papers = 📄 Minta surat
choice-template-thanks = 🙏 Terima kasih

# Untuk klien dan wali

message-ask = Tulis pesan untuk PK, atau kirim foto atau rekaman suara. Untuk batal, ketik "batal".
message-which = Pesan ini tentang siapa?
message-which-worry = Tulisan tadi tentang siapa? Pilih, lalu langsung terkirim ke PK.
message-sent = ✉️ Terkirim ke PK. Jawabannya datang di sini.
message-about-excuse = Tentang izin { excuse-span } yang belum disetujui.
message-place-which = Lokasi ini untuk apa? Bila untuk PK, hanya PK yang melihatnya.
choice-worry-place = ✉️ Untuk PK
message-read = ✉️ Terkirim ke PK, dan sudah dibaca.
message-answer-on = Kantor sedang tutup; jawabannya bisa diharapkan { WAKTU($day, "hari") }.
message-worrying = Bila tidak bisa menunggu, tekan 🙋 Minta bantuan: dijawab kapan saja.
answer-worrying = ❗ Ada kata yang perlu dibaca segera.
message-more = Foto, suara, dan tulisan sesudah ini ikut ke PK, tidak ke lokasi.
message-added = ✉️ Tambahannya juga terkirim ke PK, tidak ke lokasi.
message-offer-client = Ini untuk { $name }? Yang terkirim persis tulisan di bawah.
message-offer-guardian = Ini untuk wali { $name }? Yang terkirim persis tulisan di bawah.
message-offer = Kalimat tadi bisa diteruskan apa adanya ke PK.
message-was-sent = Pesan itu sudah terkirim.
message-nobody = Belum ada PK yang bisa menerima pesan. Hubungi { $contact }.
message-from-office = ✉️ { $sapa } { $name }, ada pesan dari { $by }.
message-from-office-guardian = ✉️ Bapak/Ibu Wali, ada pesan untuk dibaca.
message-about-ward = Dari { $by }, tentang { $name }:
message-words = “{ $words }”
message-is-voice = (rekaman suara)
message-is-photo = (foto)
template-news = Bagaimana kabarnya? Ceritakan singkat lewat balasan di sini.
template-office = Mohon datang ke kantor Bapas pada jam kerja. Bila berhalangan, balas di sini.
template-papers = Mohon kirim foto surat atau buktinya lewat balasan di sini.
template-thanks = Terima kasih, pesannya sudah dibaca. Silakan lanjutkan sesuai jadwal.

# Untuk PK

message-new = ✉️ Ada pesan masuk.
message-to-read = ✉️ Ada pesan yang perlu dibaca segera.
message-by-client = Dari: { $name }
message-by-guardian = Dari wali: { $name }
message-by-phone = Dikirim dari HP { $phone }
message-ask-office = Tulis pesan untuk { $name }, atau pilih kalimat yang sudah siap.
message-ask-guardian = Tulis pesan untuk wali { $name }, atau pilih kalimat yang sudah siap.
message-sent-office = ✉️ Terkirim kepada { $name }. Balasannya datang di sini.
message-sent-guardian = ✉️ Terkirim kepada wali { $name }. Balasannya datang di sini.
message-later-office = 🌅 Sekarang jam tenang; sampai kepada { $name } { WAKTU($at, "singkat") }.
message-later-guardian = 🌅 Sekarang jam tenang; sampai kepada wali { $name } { WAKTU($at, "singkat") }.
message-names-day = ⚠️ “{ $word }” saat itu berarti lain. Kirim satu pesan lagi yang menyebut hari atau tanggalnya.
message-closed = ✅ Pesan { $name } sudah dibaca.
message-unreachable = { $name } tidak punya HP yang bisa menerima pesan. Sampaikan langsung saat bertemu.
message-stopped = { $name } meminta agar tidak dikirimi pesan di sini. Sampaikan langsung saat bertemu.
message-no-guardian = Tidak ada wali yang bisa dikirimi pesan untuk { $name }. Kirim ke kliennya lewat /pesan.
message-answered-meanwhile = ✉️ Sementara itu pesan ini sudah dijawab. Tulisan Anda disimpan dan belum dikirim.
message-yours = Tulisan Anda:
message-photo = 📷 Foto dari pesan { $name }, { WAKTU($at, "singkat") }
message-photo-gone = Foto dari pesan { $name }, { WAKTU($at, "singkat") }, sudah dihapus.
thread-more = … dan { $count } pesan lagi sesudah ini.
thread-by = { WAKTU($at, "singkat") }, { $name }:
thread-by-guardian = { WAKTU($at, "singkat") }, wali { $name }:
thread-to-guardian = { WAKTU($at, "singkat") }, { $name } kepada wali { $ward }:
unread-heading = ✉️ Pesan yang belum dibaca:
unread-line = { $name }: { $count } pesan, sejak { WAKTU($at, "singkat") }
