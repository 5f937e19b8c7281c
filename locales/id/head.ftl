# Di bawah ringkasan kepala Bapas; tanpa nama klien

head-listed-unanswered = ⏳ { $count } PK belum menjawab lebih dari dua hari kerja:
head-officer = • { $officer }: { $count } jawaban ditunggu
head-listed-silent = 🔇 { $count } lokasi tanpa konfirmasi selama 7 hari, padahal ada jadwal:
head-transfers = 🔁 Pindah klien: { $waiting } menunggu jawaban, { $done } selesai dalam 7 hari
prosecuted-page = Halaman { $page } dari { $pages }
prosecuted-miss = • { WAKTU($day, "tanggal") }, { $site }: { $outcome }

# Kartu dan daftar yang panjang, berhalaman

decisions-none = Di situ tidak ada lagi yang menunggu.
decisions-page-calls = Masih ada panggilan bantuan lain. Halaman { $page } dari { $pages }
decisions-page-incidents = Masih ada laporan kejadian lain. Halaman { $page } dari { $pages }
decisions-page-offers = Masih ada tawaran klien lain. Halaman { $page } dari { $pages }
decisions-page-contests = Masih ada keberatan lain. Halaman { $page } dari { $pages }
decisions-page-pins = Masih ada pertanyaan lokasi lain. Halaman { $page } dari { $pages }
decisions-page-family = Masih ada jam yang diputuskan PK lain. Halaman { $page } dari { $pages }
decisions-page-closed = Masih ada lokasi yang tutup lain. Halaman { $page } dari { $pages }
decisions-page-closings = Masih ada penutupan perkara lain. Halaman { $page } dari { $pages }
head-site = • { $site }
head-list-empty = Daftar itu kosong sekarang.
choice-head-unanswered = 👥 Semua PK ({ $count })
choice-head-silent = 🔇 Semua ({ $count })
leave-page = Cuti yang lain: halaman { $page } dari { $pages }
