# Catatan pengawas tentang kerja yang sudah dikonfirmasi

choice-note = 📝 Catatan
note-ask =
    Bagaimana kerja { $name }, { WAKTU($day, "tanggal") }?
    Pilih satu, atau tulis catatan.
choice-rating-very-good = 🌟 Sangat baik
choice-rating-good = 👍 Baik
choice-rating-fair = 👌 Cukup
choice-rating-needs-guidance = 🤝 Perlu dibimbing
rating-very-good = sangat baik
rating-good = baik
rating-fair = cukup
rating-needs-guidance = perlu dibimbing
note-rated = 📝 Kerjanya: { $rating }
note-said = 📝 Catatan: { $words }
note-sensitive = 🔒 Ada catatan peka, hanya untuk PK
note-by-colleague = Ditulis { $by }. Ingin menambah? Tulis saja.
note-words = Mohon tulis catatannya dengan kata-kata.
note-for-officer =
    Catatan tentang { $name }, { WAKTU($day, "tanggal") } sudah disimpan.
    Perlu diketahui PK?
choice-note-tell = 🔔 Ya, beri tahu PK
choice-note-keep = ➖ Tidak perlu
choice-note-sensitive = 🔒 Catatan peka
choice-note-plain = 🔓 Bukan peka
note-mark-not-yours = Tanda peka hanya bisa dilepas oleh yang memasangnya. Catatannya tetap aman untuk PK.
note-kept = ✅ Disimpan untuk { $name }, { WAKTU($day, "tanggal") }.
note-kept-told = ✅ Disimpan untuk { $name }, { WAKTU($day, "tanggal") }. PK sudah diberi tahu.
note-more = Ada yang ingin dicatat? Tulis saja.
note-told = Ada catatan pengawas untuk dibaca.
note-told-about = { $name }, { WAKTU($day, "tanggal") }, dari { $by }:
note-words-plain = 📝 Catatan pengawas: { $words }
note-words-sensitive = 🔒 Catatan peka, hanya untuk PK: { $words }
note-was-sensitive = 🔓 Catatan itu semula ditandai peka.
note-unmarked = Tanda peka pada sebuah catatan dihapus.
note-unmarked-by = { $name }, { WAKTU($day, "tanggal") }, oleh { $by }. Catatannya tetap ada di kartu klien.
card-noted = 📝 Ada catatan
card-note-unanswered = ❓ Perlu diketahui PK? Mohon dijawab, tekan 📝.
