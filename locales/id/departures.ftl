# PK dan pengawas yang berhenti bertugas

departure-only-staff = { $name } bukan PK atau pengawas lokasi. Perintah ini hanya untuk mereka.
departure-open-cases =
    { $name } masih membimbing { $count } perkara yang belum ditutup, jadi belum bisa dilepas.
    Pindahkan dulu ke PK lain: kepala Bapas menulis /pindah { $code } KODE_PK_BARU semua.
departure-stands-in =
    { $name } masih menggantikan { $other } sampai { WAKTU($last, "hari") }.
    Carikan dulu pengganti lain.
departure-site-alone =
    Sesudah { $name } berhenti, { $site } tidak punya pengawas, padahal ada klien yang ditempatkan di sana.
    Sebutkan penerusnya: --successor KODE
departure-successor-gone = Penerusnya harus pengawas lain yang masih bertugas.
departure-successor-role = { $name } bukan pengawas di Bapas ini. Pilih pengawas lain sebagai penerus.
departed = { $name } bertugas sampai { WAKTU($day, "hari") }. Sesudah itu HP-nya tidak lagi membuka apa pun di sini.
departed-handed-over = • { $site }: sejak hari berikutnya dikonfirmasi oleh { $name }.
departed-ended = • { $site }: tugasnya berakhir; pengawas lain tetap bertugas.
departed-nobody = • { $site }: tidak ada pengawas lagi. Yang masih menunggu dikonfirmasi PK dari daftar hadir.
departure-told-leaver =
    { $sapa } { $name }, tugas Bapak/Ibu sebagai pengawas selesai sesudah { WAKTU($day, "hari") }. Terima kasih.
    Kehadiran yang masih menunggu, mohon diputuskan sampai hari itu: tekan 📋 Daftar hari ini.
departure-told-successor =
    { $sapa } { $name }, mulai { WAKTU($first, "hari") } Bapak/Ibu menjadi pengawas di lokasi di bawah, menggantikan { $other }.
    Kehadiran hari sebelumnya yang masih menunggu ikut pindah: tekan 📋 Daftar hari ini pada hari itu.
departure-site = • { $site }
departure-told-officer = Pengawas { $other } bertugas sampai { WAKTU($day, "hari") }. Belum perlu apa-apa dari Anda.
departure-waiting =
    { $sapa } { $name }, dari { $other } masih ada { $count } kehadiran yang menunggu keputusan Bapak/Ibu.
    Tekan 📋 Daftar hari ini.
departure-waiting-officer =
    Pengawas { $other } sudah berhenti, dan { $count } kehadiran klien Anda masih menunggu. Tidak ada pengawas lain di sana.
    Tulis perintah di bawah, lalu kirim foto daftar hadirnya.
departure-list = • { $site }, { $count } kehadiran: /konfirmasi { $code } { WAKTU($day, "angka") }

# Lokasi dengan satu pengawas

summary-one-supervisor =
    👤 Hanya satu pengawas di { $count } lokasi: { $names }.
    Tunjuk seorang lagi, supaya cuti atau sakit tidak menghentikan konfirmasi.
summary-no-supervisor = ⚠️ Tanpa pengawas, { $count } lokasi: { $names }. PK mengonfirmasi dari daftar hadir sampai ada pengawas.

import-no-supervisor = Lembar { $sheet }, baris { $row }: diterima. { $code } belum punya pengawas, jadi belum ada yang bisa mengonfirmasi di sana; isi kolom pengawas.
import-one-supervisor = Lembar { $sheet }, baris { $row }: diterima. { $code } hanya punya satu pengawas; tunjuk seorang lagi, supaya cuti atau sakit tidak menghentikan konfirmasi.
