# Satu orang terdaftar dua kali: dua data digabung menjadi satu

menu-gabung = Gabungkan data ganda

double-how =
    Untuk menggabungkan dua data dari satu orang, tulis dua kode: yang tetap dulu, lalu yang digabung ke situ.
    Contoh: /gabung K-01 K-17 terdaftar dua kali
double-unknown = Kode “{ $text }” belum ada di kantor ini. Periksa tulisannya, misalnya K-01.
double-same = Dua-duanya { $code }. Tulis dua kode yang berbeda, misalnya: /gabung K-01 K-17
double-already = { $code } sudah digabung ke { $into }. Pakai { $into } saja.
double-roles =
    { $first } adalah { $one }, { $second } adalah { $other }.
    Yang bisa digabung hanya dua data dengan peran yang sama.
double-child =
    { $child } seorang Anak, yang satu lagi tercatat dewasa.
    Betulkan dulu perannya dengan /ubah, lalu gabungkan lagi.
double-has-left =
    { $first } sudah berhenti bertugas, { $second } belum. Yang masih bertugas yang tetap.
    Tulis: /gabung { $second } { $first }
double-stands-in =
    { $first } dan { $second } saling menggantikan cuti sampai { WAKTU($last, "hari") }.
    Akhiri cuti itu dulu dengan /cuti, lalu gabungkan lagi.
double-for-operator =
    Dari sini bisa digabung klien dan wali dari perkara Anda sendiri.
    Untuk yang lain, minta operator menulis /gabung.
double-not-all-yours =
    Perkara { $first } dan { $second } tidak semuanya bimbingan Anda sendiri.
    Minta operator menulis /gabung { $first } { $second }.

double-ask-reason =
    { $second } akan digabung ke { $first }.
    Dari mana diketahui ini satu orang? Tulis dengan singkat.

double-check =
    🔎 Periksa dulu: { $second } digabung ke { $first }.
    Alasan: { $reason }
double-stays =
    { "" }
    ✅ { $who } (tetap)
double-goes =
    { "" }
    ➡️ { $who } (digabung)
double-facts =
    HP: { $digits } · { $accounts ->
        [0] belum terhubung
        [1] 1 akun terhubung
       *[other] { $accounts } akun terhubung
    }
double-case = Perkara { $number }: { LAMA($credited) } diakui dari { LAMA($total) }
double-case-reports = Perkara { $number }: wajib lapor
double-count =
    { $count ->
        [0] Belum ada perkara
       *[other] Perkara: { $count }
    }
double-sites = Lokasi: { $sites }
double-ask-name =
    { "" }
    ❓ Namanya berbeda. Benar satu orang?
double-ask-phone = ❓ Nomor HP-nya berbeda. Mana yang dipakai sekarang?
double-ask-born = ❓ Tanggal lahirnya berbeda. Sudah dicocokkan dengan suratnya?
double-born-equal = Tanggal lahirnya sama.
double-born-unknown = Tanggal lahirnya belum lengkap, jadi belum bisa dibandingkan.
double-values = Yang dipakai data { $first }; yang kosong diisi dari { $second }.
double-account = 📱 Keduanya punya akun. HP { $stays } tetap terhubung, HP { $goes } diputus dan diberi tahu.
double-meets =
    ⚠️ Jadwal keduanya pada jam yang sama: { $days }. Tutup salah satu perkara.
    Jam tetap milik perkaranya, tidak dijumlahkan.
double-no-return = Setelah digabung, ini tidak bisa dibatalkan.
choice-double-merge = 🔗 Gabungkan
choice-double-swap = 🔄 Tukar
choice-double-cancel = ❌ Batal

double-cancelled = Baik, tidak ada yang digabung. Keduanya tetap seperti semula.
double-cancelled-before = Penggabungan ini sudah dibatalkan. Tulis /gabung dan dua kodenya untuk mulai lagi.
double-done =
    ✅ { $second } sudah digabung ke { $first }.
    Siapa yang mengetik { $second } akan menemukan data ini.
double-told =
    🔗 { $second } sudah digabung ke { $first } oleh { $by }. Alasan: { $reason }
    Perkara dan jamnya tetap. Catatan lama masih memakai kode { $second }.
double-yours =
    🔗 Data Anda tercatat dua kali, dan { $second } sudah digabung ke { $first }.
    Mulai sekarang semua tugas Anda ada di sini.

import-code-merged = { $code } sudah digabung ke { $into }: pakai { $into }.
