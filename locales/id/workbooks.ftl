# Buku kerja: apa yang berubah, buku kerja yang sudah terisi, dan impor lewat percakapan

import-changed = Lembar { $sheet }, baris { $row }, kolom { $column }: { $old } → { $new }
import-nothing-changed = Tidak ada yang berubah.
import-followed = Ikut berubah: { $count } baris yang tidak ada di buku kerja ini, misalnya penempatan yang mengikuti perkaranya.
import-nothing = (kosong)
import-hidden = (dirahasiakan)
cli-template-filled = Buku kerja dengan data sekarang ditulis ke { $file }. Betulkan selnya, lalu: hadir import. Simpan berkas ini di tempat yang aman.
cli-office-unknown = Tidak ada Bapas dengan kode { $code }. Periksa kodenya.
cli-import-rows = Baris
import-for-operator = Lokasi dan kalender diurus operator. Minta operator mengimpor baris ini.
import-person-for-operator = Lewat percakapan, PK hanya mengisi klien, anak, dan wali. Minta operator mengimpor baris ini.
import-client-of-another = Orang ini didampingi PK lain. Minta operator bila datanya perlu dibetulkan.
import-case-of-another = Perkara ini bukan perkara Anda. Minta operator bila perlu dibetulkan.
import-only-own-cases = Tulis kode Anda sendiri, { $code }. Perkara PK lain diimpor oleh operator.

book-too-large = Berkas itu terlalu besar. Paling besar 10 MB; bagi menjadi beberapa buku kerja, lalu kirim satu per satu.
book-wrong-type = Di sini yang dibaca hanya buku kerja Excel (.xlsx) dan CSV. Simpan dulu dalam bentuk itu, lalu kirim lagi.
book-locked = Buku kerja itu terkunci dengan kata sandi. Simpan tanpa kata sandi, lalu kirim lagi.
book-old-excel = Itu berkas Excel lama (.xls). Simpan sebagai .xlsx, lalu kirim lagi.
book-far-cell = Ada sel terisi yang letaknya sangat jauh. Hapus isi di bawah dan di kanan tabel, lalu kirim lagi.
book-too-many-rows = Buku kerja itu lebih dari 50.000 baris. Bagi menjadi beberapa, lalu kirim satu per satu.
book-damaged = Berkas itu rusak atau bukan buku kerja. Buka di Excel, simpan lagi sebagai .xlsx, lalu kirim lagi.
book-no-sheet = Tidak ada lembar yang dikenal di dalamnya. Pakai buku kerja dari /impor; nama lembarnya jangan diubah.
