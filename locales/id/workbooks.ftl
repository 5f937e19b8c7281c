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
