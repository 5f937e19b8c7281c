# Halaman tempat siapa pun memeriksa surat keterangan selesai: jam dan kantor, tidak ada yang lain.

letter-page-title = Periksa surat keterangan
letter-page-ask = Kode di bagian bawah surat
letter-page-check = Periksa
letter-page-hint = Huruf besar atau kecil, dengan atau tanpa tanda hubung: sama saja. Yang mirip huruf O atau I adalah angka 0 dan 1.
letter-page-valid = ✓ Surat ini berlaku
letter-page-hours = Sudah dijalani: { LAMA($minutes) }
letter-page-office = Diterbitkan oleh: { $office }
letter-page-compare = Cocokkan dengan yang tertulis di surat. Bila berbeda, tanyakan kepada kantor itu.
letter-says-revoked = ✗ Surat ini tidak berlaku lagi
letter-says-revoked-why = Tanyakan kepada kantor yang menerbitkannya.
letter-says-unknown = ✗ Tidak berlaku
letter-says-unknown-why = Tidak ada surat dengan kode ini. Periksa lagi kodenya, atau tanyakan kepada kantor yang tertulis di kop surat.
letter-page-unreadable = Kode belum terbaca
letter-page-unreadable-why = Kode di surat terdiri dari { $length } huruf dan angka. Periksa lagi, lalu ketik ulang.
letter-page-busy = Sedang terlalu banyak pemeriksaan
letter-page-busy-why = Coba lagi { $seconds } detik lagi.
letter-says-down = Sedang tidak bisa diperiksa
letter-says-down-why = Coba lagi sebentar lagi.
letter-page-another = Periksa surat lain
