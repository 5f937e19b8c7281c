# `hadir audit verify`: yang membaca adalah kepala Bapas atau pemeriksa. Perkara disebut dengan kode dan nomornya.

audit-no-fingerprint =
    "{ $text }" bukan sidik catatan. Tulis seperti di akhir ringkasan, misalnya: hadir audit verify 3f9a 1c22 7b0e 55d1
    Isinya angka 0–9 dan huruf a–f: 16 di pesan, 64 di berkas Excel PK.
audit-unknown =
    ✗ Tidak ada ringkasan dengan sidik { $root } di sini. Cocokkan lagi angka demi angka dengan pesan atau berkasnya.
    Bila memang sama, ringkasan itu ditulis di pemasangan lain, atau sudah dihapus atau diubah di basis data ini. Simpan pesannya, lalu bandingkan dengan cadangan.
audit-only-beginning =
    ✗ Tidak ada ringkasan dengan sidik ini. Enam belas angka pertamanya milik ringkasan { $code } minggu { $week }, sisanya tidak.
    Salin lagi dari berkas Excel-nya, atau periksa dengan enam belas angka itu saja.
audit-written = ✓ Sidik ini milik ringkasan { $code } ({ $office }) minggu { $week }, { WAKTU($first, "tanggal") } – { WAKTU($last, "tanggal") }, ditulis { WAKTU($at, "lengkap") }.
audit-stands = ✓ Semua catatan yang dicakupnya masih utuh: { $facts } catatan dari { $cases } perkara. Sejak itu tidak ada yang diganti, hilang, atau disisipkan.
audit-gone = ✗ { $client } (perkara { $number }): catatan ke-{ $seq } sudah tidak ada.
audit-case-gone = ✗ Sebuah perkara, bernomor { $number } di basis data, sudah tidak ada.
audit-changed = ✗ { $client } (perkara { $number }): catatan ke-{ $seq }, bertanggal { WAKTU($at, "lengkap") }, bukan lagi yang dulu ditulis.
audit-rewritten = ✗ { $client } (perkara { $number }): catatannya ditulis ulang. Rantainya tersambung, tetapi catatan ke-{ $seq } bukan yang dicakup ringkasan itu.
audit-erased = – { $client } (perkara { $number }): isi { $count } catatan sudah dihapus; waktu dan pelakunya masih tercatat. Pastikan penghapusan itu memang diminta.
audit-list-changed = ✗ Daftar catatan yang disimpan bersama ringkasan itu sudah diubah. Perkara yang dihilangkan dari daftar itu tidak ikut diperiksa.
audit-broken = ✗ { $broken } dari { $cases } perkara tidak lagi seperti saat ringkasan itu ditulis. Perkara lainnya utuh.
audit-next =
    Hadir sendiri tidak mengubah catatan yang sudah ditulis: sebabnya bisa cakram rusak, pemulihan yang keliru, atau seseorang di basis data.
    Jangan mengubah apa pun dulu. Simpan salinan basis data ini, bandingkan dengan cadangan dari minggu itu, dan sampaikan kepada kepala Bapas.
