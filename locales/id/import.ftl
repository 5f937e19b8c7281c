# Buku kerja untuk impor, dan batas menurut hukum

import-sheet = Lembar { $sheet }: { $count } baris diterima ({ $new } baru, { $changed } berubah, { $same } tetap)
import-problem = Lembar { $sheet }, baris { $row }, kolom { $column } belum diterima:
import-left-out = Lembar { $sheet }, baris { $row }: { $code } masuk, tetapi kolom { $column } belum:
import-sheet-partly = Lembar { $sheet }: { $count } di antaranya belum lengkap, lihat di bawah.
import-example-skipped = Baris contoh dilewati: { $where }. Ganti kode { $code } bila isinya data sungguhan.
import-cell-empty = Kolom ini harus diisi.
import-not-a-number = Ini bukan angka. Contoh: 7,5
import-not-a-day = Tulis satu tanggal lengkap dengan tahunnya, tanpa kata lain. Contoh: 23/04/2026 atau 23 April 2026
import-not-days = Tulis satu tanggal atau satu rentang, tanpa kata lain. Contoh: 17/08/2026, atau 15/06/2026 - 11/07/2026
import-days-reversed = Tanggal akhir rentang ini mendahului tanggal awalnya. Contoh: 15/06/2026 - 11/07/2026
import-too-many-days = Satu rentang paling banyak { $most } hari. Bagi menjadi beberapa baris.
import-not-a-time = Ini bukan jam. Contoh: 08.00
import-not-in-list = Pilih salah satu: { $allowed }
import-not-weekdays = Ini bukan hari. Contoh: Sen; Kam
import-half-a-pin = Isi lintang dan bujur bersama, atau kosongkan keduanya.
import-not-on-earth = Lintang harus antara -90 dan 90, bujur antara -180 dan 180.
import-zone-unknown = Pilih Asia/Jakarta (WIB), Asia/Makassar (WITA), atau Asia/Jayapura (WIT).
import-person-unknown = Tidak ada orang dengan kode { $code } dalam peran itu. Periksa lembar orang.
import-case-unknown = Tidak ada perkara dengan nomor { $code }. Periksa lembar perkara.
import-site-unknown = Tidak ada lokasi dengan kode { $code }. Periksa lembar lokasi.
import-cannot-clear = Kolom ini tidak dapat dikosongkan. Isi, atau biarkan kosong supaya tetap.
import-out-of-range = Angka ini harus antara { $least } dan { $most }.
import-language-unknown = Bahasa itu belum ada. Pilih salah satu: { $allowed }
import-double = Kode ini sudah ada di baris { $row }. Satukan kedua baris itu.
import-no-heading = Baris judul tidak ditemukan. Harus ada kolom { $column }; lihat hadir template.
import-column-unread = Lembar { $sheet }, kolom { $column }: { $count } isian tidak dibaca. Periksa judulnya; mungkin belum didukung.
import-sheet-unread = Lembar { $sheet }: { $count } baris tidak dibaca. Periksa namanya; mungkin belum didukung.
import-region-without-site = Lembar { $sheet }, baris { $row }: diterima, tetapi belum ada lokasi di wilayah { $region }, jadi hari itu belum berlaku di mana pun. Samakan ejaannya dengan kolom wilayah di lembar lokasi.
import-person-outside-programme = Lembar { $sheet }, baris { $row }: diterima, tetapi perkara { $number } perlu dilihat PK-nya dan belum bisa dikoreksi sampai ini jelas:
import-not-a-phone = Ini bukan nomor HP. Contoh: 0812-3456-7890; nomor luar negeri dengan tanda +, seperti +60 12 345 6789. Bila belum ada, biarkan kosong.
born-in-future = Tanggal lahir ini belum terjadi. Periksa tahunnya.
born-too-long-ago = Tanggal lahir ini lebih dari { $most } tahun yang lalu. Periksa tahunnya.
import-doubt-grown-child = Lembar { $sheet }, baris { $row }: diterima, tetapi umurnya sudah 21 tahun atau lebih dan perannya anak. Tulis peran klien, atau betulkan tanggal lahirnya.
import-doubt-young-client = Lembar { $sheet }, baris { $row }: diterima. Umurnya belum 18 tahun, jadi dicatat sebagai anak dan namanya dirahasiakan. Bila tanggal lahirnya salah, betulkan dan tulis peran klien.
import-guardian-replaced = Lembar { $sheet }, baris { $row }: wali { $code } diganti, dari { $old } menjadi { $new }. Persetujuan { $old } berakhir, dan { $new } akan dimintai persetujuan.
import-opening-above-order = Lembar { $sheet }, baris { $row }: diterima. Dari { LAMA($minutes) } yang ditulis, yang diakui { LAMA($total) }, yaitu seluruh jam putusan; selebihnya hanya disimpan.
import-not-a-period = Tulis masa tugas dalam kurung sesudah kodenya. Contoh: PL-01 (01/05/2026 - 31/07/2026), atau PL-01 (01/05/2026 -)
import-role-fixed = Orang ini sudah punya perkara atau lokasi, jadi perannya tidak diubah di sini.
import-child-stays = Orang ini punya perkara sebagai Anak, jadi kerahasiaannya tetap dijaga.
import-client-fixed = Klien sebuah perkara tidak dapat diganti. Buat perkara baru untuk orang lain.
import-case-fixed = Penempatan ini milik perkara lain. Pakai kode penempatan yang baru.
import-draft = Lembar { $sheet }, baris { $row }: diterima sebagai draf, belum dimulai. Yang kurang: { $lacks }
import-not-opening = "{ $part }" bukan hari dan jam buka. Pisahkan dengan titik koma. Contoh: Sen-Kam 08.00-16.00; Jum 08.00-11.30
import-opening-overlap = Jam buka hari { $day } bertumpuk. Tulis hari yang berbeda sendiri-sendiri. Contoh: Sen-Kam 08.00-16.00; Jum 08.00-11.30
import-not-a-window = Ini bukan waktu yang diizinkan. Contoh: 08.00-17.00
import-not-corners = Ini bukan titik sudut. Tulis paling sedikit tiga. Contoh: -5.41,119.44; -5.42,119.44; -5.42,119.45
import-not-a-guardian = { $code } tercatat bukan wali. Periksa perannya.
import-child-without-case = { $code } belum punya perkara. Masukkan perkaranya, lalu impor lagi baris ini.
import-guardian-twice = Anak ini sudah punya wali di baris { $row }. Pilih satu wali.
import-sentence-of-child = Pidana pengganti tidak dicatat untuk Anak; kosongkan kolom ini.
import-opening-together = Isi jam_sudah_diakui, per_tanggal, dan dasar bersama, atau kosongkan ketiganya.
import-placement-without-days = Perkara ini masih draf tanpa tanggal. Isi tanggalnya di sini atau di lembar perkara, lalu impor lagi.
cli-import-bad-book = { $file } bukan buku kerja yang dikenal. Buat yang baru dengan: hadir template
case-without-hours = Program integrasi tidak memakai jam total; kosongkan jam_total.
case-total-outside-law = Jumlah jam harus antara { LAMA($least) } dan { LAMA($most) } menurut undang-undang.
case-daily-outside-law = Jam sehari paling banyak { LAMA($most) } menurut undang-undang.
case-daily-impossible = Tulis jam sehari dari putusan: lebih dari nol, paling banyak { LAMA($most) }. Undang-undang tidak menyebut angka untuk program ini.
case-days-outside-law = Undang-undang tidak mengizinkan salah satu hari ini untuk program ini.
case-window-outside-law = Undang-undang tidak mengizinkan waktu ini untuk program ini.
placement-without-hours = Jam selesai harus sesudah jam mulai dan istirahat.
placement-day-too-long = Satu jadwal paling lama { LAMA($most) } menurut undang-undang.
period-reversed = Tanggal selesai harus sesudah tanggal mulai.

template-example = Baris contoh: hanya untuk dilihat, tidak ikut diimpor. Tulis data Anda di baris kosong di bawahnya.
template-note-kode = Kode singkat yang tidak berubah, mis. L-01 atau K-01
template-note-nama = Nama lengkap orang atau lokasi
template-note-kegiatan = Jenis kegiatan, mis. kebersihan lingkungan
template-note-dinas = Dinas yang membawahi lokasi
template-note-alamat = Alamat lokasi
template-note-lintang = Lintang, mis. -5,4172; isi bersama bujur atau kosongkan keduanya
template-note-bujur = Bujur, mis. 119,4439
template-note-radius-m = Jari-jari lokasi dalam meter; kosong = 150
template-note-zona = Zona waktu: pilih dari daftar; kosong = zona kantor
template-note-tutup = Hari lokasi tutup, dipisah titik koma; rentang boleh, jam tertentu juga (30/06/2026 10.00-12.00). Hari yang dihapus dari daftar dibuka lagi. Untuk hari yang dekat pakai /tutup, supaya semua diberi tahu
template-note-pengawas = Kode pengawas lokasi, dipisah titik koma; bila hanya untuk masa tertentu, tulis masanya dalam kurung: PL-01 (01/05/2026 - 31/07/2026)
template-note-peran = Peran: pilih dari daftar; anak = klien anak, namanya dirahasiakan
template-note-sapaan = bapak, ibu, saudara atau saudari
template-note-telepon = Nomor HP, mis. 0812-3456-7890; luar negeri dengan +, mis. +60 12 345 6789
template-note-tanggal-lahir = Tanggal lahir, mis. 17/08/1990
template-note-bahasa = Bahasa: id atau en
template-note-nomor = Nomor perkara
template-note-klien = Kode klien dari lembar orang
template-note-program = Program: pilih dari daftar
template-note-pk = Kode PK dari lembar orang; perkara tanpa PK menunggu sebagai draf
template-note-jaksa = Kode jaksa dari lembar orang
template-note-putusan-nomor = Nomor putusan atau keputusan
template-note-putusan-tanggal = Tanggal putusan
template-note-pengadilan = Pengadilan atau lembaga yang memutuskan
template-note-jam-total = Jumlah jam menurut putusan, mis. 60 atau 7,5
template-note-jam-per-hari = Jam paling banyak sehari menurut putusan
template-note-mulai = Tanggal mulai; perkara tanpa tanggal menunggu sebagai draf, penempatan tanpa tanggal mengikuti perkaranya
template-note-selesai = Tanggal selesai; perkara tanpa tanggal menunggu sebagai draf, penempatan tanpa tanggal mengikuti perkaranya
template-note-lapor-setiap = minggu, dua_minggu atau bulan; kosong = tidak wajib lapor
template-note-lapor-pertama = Tanggal lapor pertama
template-note-foto = Foto saat mulai dan selesai: selalu, acak atau tidak
template-note-perkara = Nomor perkara dari lembar perkara
template-note-lokasi = Kode lokasi dari lembar lokasi
template-note-hari = Hari kerja, mis. Sen; Kam atau Sen-Jum
template-note-jam-mulai = Jam mulai, mis. 08.00
template-note-jam-selesai = Jam selesai, mis. 11.00
template-note-istirahat-menit = Istirahat dalam menit
template-note-titik = Sudut-sudut lokasi bila lingkaran kurang tepat: lintang,bujur; lintang,bujur; ... dengan titik desimal
template-note-wilayah = Kabupaten atau kota, untuk hari libur setempat; ejaannya sama di lembar lokasi dan kalender; kosong = berlaku di mana saja
template-note-buka =
    Hari dan jam buka, dipisah titik koma, mis. Sen-Kam 08.00-16.00; Jum 08.00-11.30; Jum 13.30-16.00.
    Hari yang tidak ditulis = tutup. Hari tanpa jam ikut jam sesudahnya (Sen; Kam 08.00-16.00), yang terakhir ikut jam sebelumnya.
    Jam tanpa hari ikut hari sebelumnya (Sen-Jum 08.00-12.00; 13.00-16.00).
    Tanpa jam sama sekali = sepanjang hari, tanpa hari sama sekali = setiap hari; kosong = setiap hari, sepanjang hari
template-note-aturan-libur = Pada hari libur: libur, tetap_kerja, atau hanya_libur (hanya Minggu dan libur sekolah, bukan hari libur nasional atau cuti bersama); kosong = libur
template-note-kapasitas = Paling banyak orang pada waktu yang sama; kosong = tanpa batas
template-note-untuk-anak = Cocok untuk Anak: ya atau tidak; kosong = ya
template-note-wali-dari = Untuk wali: kode anak yang diwakili; beberapa kode dipisah titik koma
template-note-rumah-lintang = Lintang rumah, hanya untuk mencari lokasi yang dekat; isi bersama rumah_bujur
template-note-rumah-bujur = Bujur rumah
template-note-pidana-pengganti = Pidana yang digantikan kerja sosial, mis. penjara 4 bulan; tidak untuk Anak
template-note-sumber-mulai = Dasar tanggal mulai: pilih dari daftar
template-note-sumber-selesai = Dasar tanggal selesai: pilih dari daftar
template-note-sumber-tempat = Dasar penetapan tempat: pilih dari daftar
template-note-hari-diizinkan = Hari yang diizinkan putusan, mis. Sab; Min; kosong = semua hari (untuk Anak harus diisi)
template-note-jendela-waktu = Waktu yang diizinkan putusan, mis. 08.00-17.00; kosong = sepanjang hari (untuk Anak harus diisi)
template-note-jam-sudah-diakui = Jam yang sudah dijalani sebelum memakai Hadir; isi bersama per_tanggal dan dasar
template-note-per-tanggal = Jam itu dihitung sampai dan dengan tanggal ini; jadwal di Hadir mulai sesudahnya
template-note-dasar = Catatan yang menjadi dasar jam itu, mis. daftar hadir kertas
template-note-lapor-tenggang-hari = Berapa hari sesudah hari lapor masih dianggap tepat waktu; kosong = 0
template-note-istirahat-setelah-menit = Istirahat baru dipotong bila kerja lebih lama dari menit ini; kosong = 0
template-note-istirahat-dihitung = Apakah istirahat dihitung sebagai jam kerja: ya atau tidak; kosong = tidak
template-note-setiap-minggu = 1 = setiap minggu, 2 = dua minggu sekali; kosong = 1
template-note-tanggal = Tanggal, atau rentang seperti 15/06/2026 - 11/07/2026 (paling banyak 92 hari). Yang bertanda (perkiraan) belum ditetapkan pemerintah: periksa
template-note-jenis = Pilih dari daftar; hari_kerja = ternyata bukan hari libur; - = kembali ke kalender Hadir
template-note-keterangan = Nama hari; hapus (perkiraan) bila tanggalnya sudah pasti
template-guide-sheet = Lembar
template-guide-column = Kolom
template-guide-meaning = Arti (* harus diisi, boleh menyusul untuk pk, mulai, selesai; kosong = tetap; - = dikosongkan)
template-guide-example = Contoh
