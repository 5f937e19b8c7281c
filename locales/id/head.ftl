# Di bawah ringkasan kepala Bapas; tanpa nama klien

head-unanswered = ⏳ { $count } PK belum menjawab lebih dari dua hari kerja:
head-officer = • { $officer }: { $count } jawaban ditunggu
head-silent = 🔇 { $count } lokasi tanpa konfirmasi selama 7 hari, padahal ada jadwal: { $names }
head-transfers = 🔁 Pindah klien: { $waiting } menunggu jawaban, { $done } selesai dalam 7 hari
prosecuted-page = Halaman { $page } dari { $pages }
prosecuted-miss = • { WAKTU($day, "tanggal") }, { $site }: { $outcome }
