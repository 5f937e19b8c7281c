# Buku kerja: apa yang berubah, buku kerja yang sudah terisi, dan impor lewat percakapan

import-changed = Lembar { $sheet }, baris { $row }, kolom { $column }: { $old } → { $new }
import-nothing-changed = Tidak ada yang berubah.
import-followed = Ikut berubah: { $count } baris yang tidak ada di buku kerja ini, misalnya penempatan yang mengikuti perkaranya.
import-nothing = (kosong)
import-hidden = (dirahasiakan)
cli-template-filled = Buku kerja dengan data sekarang ditulis ke { $file }. Betulkan selnya, lalu: hadir import. Simpan berkas ini di tempat yang aman.
cli-import-into = Impor ke { $office } ({ $code })
cli-import-rows = Baris
import-for-operator = Kalender diurus operator. Minta operator mengimpor baris ini.
import-person-for-operator = PK hanya mengisi klien, anak, wali, pengawas lokasi, dan jaksa. Minta operator mengimpor baris ini.
import-client-of-another = Orang ini tidak Anda dampingi. Minta operator bila datanya perlu dibetulkan.
import-case-of-another = Perkara ini tidak Anda dampingi. Minta operator bila perlu dibetulkan.
import-only-own-cases = Isi PK perkara ini dengan { $code }. Perkara PK lain diimpor oleh operator.

book-too-large = Berkas itu terlalu besar. Paling besar 10 MB; bagi menjadi beberapa buku kerja, lalu kirim satu per satu.
book-wrong-type = Di sini yang dibaca hanya buku kerja Excel (.xlsx) dan CSV. Simpan dulu dalam bentuk itu, lalu kirim lagi.
book-locked = Buku kerja itu terkunci dengan kata sandi. Simpan tanpa kata sandi, lalu kirim lagi.
book-old-excel = Itu berkas Excel lama (.xls). Simpan sebagai .xlsx, lalu kirim lagi.
book-far-cell = Ada sel terisi yang letaknya sangat jauh. Hapus isi di bawah dan di kanan tabel, lalu kirim lagi.
book-too-many-rows = Buku kerja itu lebih dari 50.000 baris. Bagi menjadi beberapa, lalu kirim satu per satu.
book-damaged = Berkas itu rusak atau bukan buku kerja. Buka di Excel, simpan lagi sebagai .xlsx, lalu kirim lagi.
book-no-sheet = Tidak ada lembar yang dikenal di dalamnya. Pakai buku kerja dari /impor; nama lembarnya jangan diubah.
book-not-fetched = Berkas itu belum bisa diambil. Kirim sekali lagi, ya.

menu-impor = Impor buku kerja
choice-upload-save = 💾 Simpan
choice-upload-cancel = ❌ Batal
choice-upload-filled = 📄 Data terisi

upload-how =
    📥 Isi buku kerja ini, lalu kirim ke sini (.xlsx atau CSV, paling besar 10 MB). Hasilnya ditunjukkan dulu; belum ada yang tersimpan.
    Untuk membetulkan data yang sudah ada, tekan 📄 Data terisi.
upload-how-officer =
    📥 Isi buku kerja ini dengan klien Anda, lalu kirim ke sini (.xlsx atau CSV, paling besar 10 MB). Hasilnya ditunjukkan dulu; belum ada yang tersimpan.
    Untuk membetulkan data klien Anda, tekan 📄 Data terisi. Kalender dan pegawai kantor diimpor oleh operator.
upload-filled =
    📄 Ini data sekarang. Betulkan selnya, lalu kirim kembali ke sini; sel kosong tidak menghapus apa pun.
    Nama anak dan walinya tetap kode. Simpan berkas ini di tempat yang aman.
upload-received = 📥 Buku kerja diterima dan sedang diperiksa. Belum ada yang disimpan.
upload-preview = 🔎 Sudah diperiksa. Tekan 💾 Simpan bila sudah benar; sampai itu belum ada yang berubah.
upload-preview-again = 🔎 Data berubah sejak pratinjau tadi, jadi belum ada yang disimpan. Periksa sekali lagi, lalu tekan 💾 Simpan.
upload-preview-nothing = 🔎 Sudah diperiksa: tidak ada yang perlu disimpan.
upload-sheet = • { $sheet }: { $new } baru, { $changed } berubah, { $same } tetap, { $refused } belum diterima
upload-changes = ✏️ Sel yang berubah: { $count }
upload-refused = ⚠️ Belum diterima: { $count }. Baris lain tidak terpengaruh; betulkan, lalu kirim lagi.
upload-partly = ⚠️ Masuk, tetapi belum lengkap: { $count }. Betulkan kolom itu, lalu kirim lagi.
upload-remarks = 👀 Perlu dilihat: { $count }
upload-more = … dan { $count } lagi, ada di daftar.
upload-list = 📎 Daftar lengkapnya, baris demi baris.
upload-saving = ⏳ Sedang disimpan. Kabarnya menyusul di sini.
upload-progress = ⏳ Sedang disimpan: { $done } dari { $total } baris.
upload-saved = ✅ Buku kerja tersimpan.
upload-saved-rest = ✅ Buku kerja tersimpan. Penyimpanannya sempat terputus; angka ini bagian yang terakhir.
upload-cancelled = ❌ Dibatalkan. Tidak ada yang berubah, dan berkasnya dihapus.
upload-failed = Maaf, buku kerja ini belum berhasil diproses. Baris yang sudah masuk tetap tersimpan; kirim lagi, atau hubungi operator.
upload-is-received = Buku kerja itu masih diperiksa. Tunggu sebentar.
upload-is-saving = Buku kerja itu sedang disimpan. Kabarnya menyusul.
upload-is-saved = Buku kerja itu sudah disimpan. Tidak perlu ditekan lagi.
upload-is-nothing = Buku kerja itu tidak mengubah apa pun.
upload-is-cancelled = Buku kerja itu sudah dibatalkan. Kirim lagi bila ingin menyimpannya.
upload-is-expired = Buku kerja itu lewat sehari dan sudah dihapus. Kirim lagi bila ingin menyimpannya.
upload-is-unreadable = Buku kerja itu tidak bisa dibaca. Kirim lagi sesudah dibetulkan.
upload-is-failed = Buku kerja itu belum berhasil diproses. Kirim lagi.

list-refused = belum diterima
list-partly = belum lengkap
list-changed = berubah
list-remarks = perlu dilihat
list-column-sheet = lembar
list-column-row = baris
list-column-column = kolom
list-column-reason = alasan
list-column-old = lama
list-column-new = baru
list-column-remark = catatan
list-value = { $value }
