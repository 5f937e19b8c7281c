# Tindak lanjut: apa yang sudah dicoba, sampai kapan ditunggu, dan catatan PK

digest-follow-up-waits = • { $name }: { $kind } { WAKTU($day, "tanggal") }, { $outcome }. Ditunggu sampai { WAKTU($until, "tanggal") }.
digest-follow-up-planned = • { $name }: { $kind } direncanakan { WAKTU($until, "tanggal") }.
digest-follow-up-due = • { $name }: { $kind } direncanakan { WAKTU($until, "tanggal") }, dan hasilnya belum dicatat. Langkah: catat hasilnya di kartunya.
digest-follow-up-again =
    • { $name } { $misses ->
        [0] belum datang atau lapor.
       *[other] { $misses } kali berturut-turut tidak hadir, terakhir { WAKTU($last, "tanggal") }.
    } Sudah dicoba { $count } kali, terakhir { $kind } { WAKTU($day, "tanggal") }: { $outcome }. Langkah: { $next }.

follow-up-kind-call = telepon
follow-up-kind-village = perangkat desa
follow-up-kind-visit = kunjungan rumah
follow-up-kind-number = mencari nomor baru
follow-up-outcome-planned = direncanakan
follow-up-outcome-reached = terhubung
follow-up-outcome-promised = janji datang
follow-up-outcome-no_answer = tidak diangkat
follow-up-outcome-not_met = tidak bertemu
follow-up-outcome-moved = pindah
follow-up-outcome-found = nomor baru didapat
follow-up-outcome-not_found = belum ada hasil
follow-up-next-call = telepon lagi, tanyakan apa yang menghalangi
follow-up-next-visit = hubungi perangkat desa, kunjungi rumahnya, atau cari nomor barunya
follow-up-next-address = tanyakan alamat barunya kepada perangkat desa atau keluarganya
follow-up-next-number = telepon nomor barunya, lalu perbarui datanya
follow-up-next-record = catat hasilnya

follow-up-card = 🧭 Tindak lanjut { $name }
follow-up-meanwhile = 🧭 Sementara itu ada yang berubah pada tindak lanjut { $name }. Tidak ada yang ditimpa; ini keadaannya sekarang.
follow-up-undone = ↩️ Langkah tadi dibatalkan. Tindak lanjut { $name } sekarang:
follow-up-none = Belum ada langkah yang dicatat sejak terakhir datang atau lapor.
follow-up-phone = 📞 { $phone }
follow-up-lately = Tindak lanjut terakhir:
follow-up-step = • { WAKTU($day, "tanggal") } { $kind }: { $outcome }
follow-up-step-planned = • { $kind } direncanakan { WAKTU($day, "tanggal") }
follow-up-until = Ditunggu sampai { WAKTU($until, "tanggal") }.
follow-up-until-over = Ditunggu sampai { WAKTU($until, "tanggal") }: sudah lewat.
follow-up-note = Catatan: { $words }
follow-up-ask-outcome = 🧭 { $name }, { $kind }: bagaimana hasilnya?
follow-up-words-kept = Catatan “{ $words }” disimpan bersama langkah ini begitu hasilnya dipilih.
follow-up-which = 🧭 { $name }: langkah apa yang sudah dilakukan?
follow-up-ask-visit = 🏠 Kapan { $name } akan dikunjungi? Pilih harinya, atau tulis tanggalnya, misalnya 24/04.
follow-up-ask-until = 📅 Sampai kapan { $name } ditunggu, atau kapan kunjungannya? Pilih harinya, atau tulis tanggalnya, misalnya 24/04.
follow-up-ask-note = 📝 Tulis catatan untuk langkah ini tentang { $name }. Hanya PK dan kepala Bapas yang membacanya.
follow-up-recorded = ✅ Dicatat untuk { $name }: { $kind } { WAKTU($day, "tanggal") }, { $outcome }.
follow-up-day-unreadable = Tanggalnya belum terbaca. Tulis misalnya 24/04 atau besok.
follow-up-day-outside = Pilih tanggal dari hari ini sampai { $days } hari ke depan.
follow-up-undo-too-late = Langkah ini hanya bisa dibatalkan dalam 10 menit. Sesudah itu, tambahkan catatan yang meluruskannya.
choice-follow-up = 🧭 Tindak lanjut
choice-follow-up-more = 🧭 Langkah lain
choice-follow-up-other = 🧭 Langkah lain
choice-follow-up-call = 📞 Sudah ditelepon
choice-follow-up-plan = 🏠 Rencana kunjungan
choice-follow-up-result = ✅ Catat hasil
choice-follow-up-client = 👤 Kartu klien
choice-follow-up-by-village = 🏘 Perangkat desa
choice-follow-up-by-visit = 🏠 Sudah dikunjungi
choice-follow-up-by-number = 🔎 Cari nomor baru
choice-follow-up-day = 📅 { WAKTU($day, "tanggal") }
choice-follow-up-until = 📅 Ubah tanggal
choice-follow-up-note = 📝 Tambah catatan
choice-follow-up-undo = ↩️ Batalkan
choice-follow-up-so-reached = 💬 Terhubung
choice-follow-up-so-promised = 🤝 Janji datang
choice-follow-up-so-no_answer = 📵 Tidak diangkat
choice-follow-up-so-not_met = 🚪 Tidak bertemu
choice-follow-up-so-moved = 📦 Pindah
choice-follow-up-so-found = 📱 Nomor didapat
choice-follow-up-so-not_found = ❔ Belum ada hasil

case-note-ask = 📝 Tulis catatan tentang { $name }. Hanya PK dan kepala Bapas yang membacanya.
case-note-added = ✅ Catatan tentang { $name } tersimpan. Untuk meluruskannya, tambahkan catatan lain.
case-note-added-later = ✅ Catatan tentang { $name } tersimpan dan ditandai ditulis sesudah perkara ditutup.
case-note-line = 📝 { WAKTU($at, "tanggal") }, { $by }: { $words }
case-note-later = 📝 { WAKTU($at, "tanggal") }, { $by } (sesudah perkara ditutup): { $words }
case-note-empty = Catatannya masih kosong. Tulis dengan beberapa kata.
case-note-too-long = Satu catatan paling panjang { $most } huruf. Bagi menjadi dua catatan.
choice-case-note = 📝 Catatan
