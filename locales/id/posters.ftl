# Poster untuk dinding lokasi. Lembarnya dibaca siapa saja yang lewat: tidak menyebut kantor, perkara, atau peran.

poster-title = Poster
poster-heading-come = Baru datang? Pindai di sini.
poster-heading-go = Mau pulang? Pindai lagi.
poster-step-scan = Pindai dengan kamera HP
poster-step-start = Tekan MULAI
poster-step-send = Kirim lokasi atau foto
poster-help =
    Tidak bisa memindai?
    Kirim lokasi seperti biasa, atau tanyakan kepada pengawas di sini.
poster-footer = { $code } · poster ke-{ $edition } · { WAKTU($at, "hari") }

# /poster

menu-poster = Poster lokasi (PDF)
poster-ready =
    🖨 Poster { $site }. Cetak di kertas A4, tempel di dalam, dekat meja pengawas.
    Poster lebih lemah daripada 🔢 kode di HP pengawas: fotonya bisa dipakai dari tempat lain. Kartu pengawas menyebutnya "kode poster".
poster-replaced =
    🖨 Poster baru { $site }. Cetak, lalu tempel di atas yang lama: yang lama tidak berlaku lagi.
    Poster lebih lemah daripada 🔢 kode di HP pengawas: fotonya bisa dipakai dari tempat lain.
poster-without-name = Nama lokasinya tidak dicetak, karena menyebut kantor atau perkaranya.
poster-which = Poster untuk lokasi yang mana?
poster-which-of-many = Poster untuk lokasi yang mana? Bila tidak ada di bawah ini, ketik "poster" dan kode atau nama lokasinya.
poster-no-site = Belum ada lokasi yang posternya bisa Anda buat. Lokasi didaftarkan dengan "daftarkan lokasi".
poster-site-unknown = Tidak ada "{ $text }" di antara lokasi Anda. Periksa namanya, atau ketik kodenya.
poster-cannot-print =
    Poster belum bisa dibuat di sini; operator perlu memasang bagian "reports".
    Sementara itu pengawas bisa memakai "kode" di HP-nya.
poster-replace-sure =
    Poster { $site } yang sekarang langsung tidak berlaku. Klien yang memindainya diminta memakai yang baru.
    Ganti sekarang?
choice-poster-site = { $site }
choice-poster-replace = 🔄 Ganti poster
choice-poster-new = 🔄 Ya, ganti

# Klien yang memindai

site-code-poster-old = Poster ini sudah diganti. Pindai poster yang baru atau kode di HP pengawas, atau kirim lokasi seperti biasa.
site-code-poster-again = Poster ini baru saja Anda pindai, dan sudah tercatat. Tidak perlu dipindai lagi.
site-code-poster-more = Bila bisa, kirim juga lokasi Anda sekarang lewat 📎. Dengan begitu pengawas lebih mudah memastikannya.

# hadir poster

cli-poster-written = Poster { $site }: { $file }
cli-poster-weaker = Poster lebih lemah daripada kode di HP pengawas (/kode): fotonya bisa dipakai dari tempat lain.
cli-trouble-poster-no-site = Belum ada lokasi di { $office }.
cli-trouble-poster-site-unknown = Tidak ada lokasi dengan kode "{ $site }" di { $office }.
