# Yang dikatakan bot tentang dirinya kepada siapa saja yang menemukannya: tidak menyebut kantor, perkara, atau peran.

bot-name = Hadir
bot-about =
    Hadir mencatat waktu datang dan pulang, dengan lokasi atau foto.

    Sudah punya undangan? Buka tautannya atau pindai kodenya, lalu tekan MULAI.
bot-about-short = Mencatat waktu datang dan pulang. Bergabung lewat undangan.

# Bila kantor memilih untuk disebut

bot-about-office =
    { $office } memakai Hadir untuk mencatat waktu datang dan pulang, dengan lokasi atau foto.

    Sudah punya undangan? Buka tautannya atau pindai kodenya, lalu tekan MULAI.
bot-about-short-office = { $office }: waktu datang dan pulang. Bergabung lewat undangan.

cli-check-contact-tells = – Kontak { $office } ("{ $contact }") tercetak di undangan, dan menyebut kantor atau perkaranya. Nomor telepon saja cukup.
cli-check-telegram-tells = – Nama pengguna @{ $name } menyebut kantor atau perkaranya, dan terlihat siapa saja. BotFather dapat membuat bot dengan nama lain.
cli-office-discreet = { $office } tidak disebut di poster, undangan, dan keterangan bot (--discreet).
cli-office-named = { $office } disebut di poster, undangan, dan keterangan bot (--named).
cli-office-bot-later = Keterangan bot berganti saat layanan dijalankan ulang. Poster dan undangan yang sudah dicetak tetap seperti adanya.
