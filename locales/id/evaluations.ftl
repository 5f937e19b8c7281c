# Evaluasi: kegiatan, klien, dan layanan

session-ask = 💬 Bagaimana kegiatannya? Boleh dilewati.
choice-session-smooth = 👍 Lancar
choice-session-fair = 🙂 Cukup lancar
choice-session-troubled = ⚠️ Ada kendala
session-rated-smooth = 💬 Kegiatan: lancar. Terima kasih.
session-rated-fair = 💬 Kegiatan: cukup lancar. Terima kasih.
session-rated-troubled = 💬 Kegiatan: ada kendala. Bila PK perlu tahu, ketik: kejadian
session-rate-more = Kata-kata lainnya tidak dikirim ke siapa pun.
session-which = 🙏 Terima kasih. Yang paling mendekati yang mana? Boleh dilewati.

# Di akhir perkara: satu pertanyaan tiap kali, boleh dilewati

choice-evaluation = 📝 Isi evaluasi
choice-evaluation-skip = ⏭️ Lewati
choice-evaluation-nothing = ➖ Tidak ada
choice-evaluation-more = ▶️ Isi berikutnya
evaluation-ask-supervisor = 💬 Evaluasi singkat: { $count } pertanyaan, boleh dilewati.
evaluation-ask-officer = 💬 Evaluasi singkat: { $count } pertanyaan, boleh dilewati.
evaluation-ask-client =
    💬 Boleh minta pendapat Anda? { $count } pertanyaan singkat, disimpan tanpa nama.
    Boleh juga dibiarkan.
evaluation-next = 💬 Pertanyaan { $step } dari { $count }
evaluation-which = 🙏 Terima kasih. Yang paling mendekati yang mana?
evaluation-answer-more = Kata-kata lainnya boleh ditulis di akhir.
evaluation-words-unsent = Tulisan tadi tidak dikirim. Bila PK perlu tahu, ketik: kejadian
evaluation-about = Tentang { $name }:
evaluation-question-discipline = Bagaimana kedisiplinannya?
evaluation-question-work = Bagaimana hasil kerjanya?
evaluation-question-attitude = Bagaimana sikapnya di lokasi?
evaluation-question-compliance = Bagaimana kepatuhannya selama bimbingan?
evaluation-question-change = Bagaimana perkembangannya?
evaluation-question-placement = Bagaimana kecocokan lokasi dan kegiatannya?
evaluation-question-activity = Bagaimana tempat dan kegiatan kerjanya?
evaluation-question-requirements = Bagaimana syarat-syarat yang diminta?
evaluation-question-procedure = Bagaimana kemudahan caranya: jadwal, lapor, izin?
evaluation-question-time = Bagaimana kecepatan pelayanannya?
evaluation-question-cost = Bagaimana soal biaya? Semestinya semuanya gratis.
evaluation-question-result = Bagaimana kesesuaian pelayanan dengan yang dijelaskan?
evaluation-question-competence = Bagaimana kemampuan pembimbingnya?
evaluation-question-manner = Bagaimana kesopanan dan keramahannya?
evaluation-question-complaints = Bagaimana pertanyaan dan keberatan ditanggapi?
evaluation-question-facilities = Bagaimana ruang dan peralatannya?
choice-service-4 = 😀 Sangat baik
choice-service-3 = 🙂 Baik
choice-service-2 = 😐 Kurang baik
choice-service-1 = 🙁 Tidak baik
choice-cost-4 = 😀 Gratis
choice-cost-3 = 🙂 Murah
choice-cost-2 = 😐 Cukup mahal
choice-cost-1 = 🙁 Sangat mahal
evaluation-remark =
    💬 Ada yang ingin ditambahkan?
    Tulis saja, atau tekan Tidak ada.
evaluation-remark-anonymous = Disimpan tanpa nama Anda.
evaluation-thanks = 🙏 Terima kasih, sudah disimpan.
evaluation-remark-unread = Catatan tadi tanpa nama dan tidak dikirim ke PK. Bila PK perlu tahu, tekan ✉️ Pesan ke PK.
evaluation-remark-incident = Ini tidak dikirim ke PK. Bila PK perlu tahu sekarang, ketik: kejadian
evaluation-remark-asked = Catatan ini tidak dijawab di sini. Bila ada yang ingin ditanyakan, ketik: bantuan
evaluation-more = Masih ada { $count } evaluasi yang boleh diisi.
evaluation-none = Tidak ada evaluasi yang perlu diisi.
evaluation-said-4 = sangat baik
evaluation-said-3 = baik
evaluation-said-2 = kurang baik
evaluation-said-1 = tidak baik

# Hasil: untuk kepala Bapas dan dinas, tanpa nama

menu-evaluasi = Hasil evaluasi
choice-evaluation-year = 📅 Tahun ini
choice-evaluation-quarter = 📅 Triwulan ini
choice-evaluation-remarks = 💬 Baca catatan
choice-evaluation-read = 💬 Baca evaluasi
choice-evaluation-paper = 📄 Buat dokumen
evaluation-results = 📋 Evaluasi sejak { WAKTU($since, "bulan") }
rated-well = 💬 { $sessions } kegiatan di { $sites } lokasi dinilai pengawas, semuanya tanpa kendala.
rated-troubled =
    💬 { $sessions } kegiatan di { $sites } lokasi dinilai pengawas. { $troubled } kali ada kendala, di { $names }{ $more ->
        [0] {""}
       *[other] {" "}dan { $more } lokasi lain
    }.
evaluation-nothing-yet = Belum ada jawaban.
evaluation-index = Kepuasan layanan (IKM): { $whole },{ $part }, mutu { $grade }, dari { $answers } jawaban klien
evaluation-index-not-yet = Kepuasan layanan (IKM): belum dihitung. Tiap unsur perlu { $most } jawaban, yang paling sedikit baru { $fewest }.
evaluation-weakest = Unsur terendah: { $element }
evaluation-grade-a = A (sangat baik)
evaluation-grade-b = B (baik)
evaluation-grade-c = C (kurang baik)
evaluation-grade-d = D (tidak baik)
evaluation-site = • { $site }, { $activity }
evaluation-site-alone = • { $site }
evaluation-sessions =
    { $troubled ->
        [0] { "   " }{ $count } kegiatan dinilai, { $smooth }% lancar
       *[other] { "   " }{ $count } kegiatan dinilai, { $smooth }% lancar, { $troubled } kali ada kendala
    }
evaluation-by-clients = { "   " }Menurut klien: { $good } dari { $count } baik
evaluation-by-officers = { "   " }Menurut PK: { $good } dari { $count } cocok
evaluation-remarks = 💬 Catatan evaluasi sejak { WAKTU($since, "bulan") }
evaluation-remarks-few = Catatan klien terbuka bila sudah ada { $most }, supaya tidak tertebak siapa yang menulis.
evaluation-remark-client = • Klien: { $words }
evaluation-remark-officer = • PK: { $words }
evaluation-remark-officer-of = • PK, { $site }: { $words }
evaluation-remark-supervisor = • Pengawas, { $site }: { $words }
evaluation-name-discipline = kedisiplinan
evaluation-name-work = hasil kerja
evaluation-name-attitude = sikap di lokasi
evaluation-name-compliance = kepatuhan selama bimbingan
evaluation-name-change = perkembangan
evaluation-name-placement = kecocokan lokasi dan kegiatan
evaluation-name-activity = tempat dan kegiatan kerja
evaluation-name-requirements = persyaratan
evaluation-name-procedure = prosedur
evaluation-name-time = waktu pelayanan
evaluation-name-cost = biaya
evaluation-name-result = kesesuaian pelayanan
evaluation-name-competence = kemampuan pembimbing
evaluation-name-manner = perilaku pembimbing
evaluation-name-complaints = penanganan pengaduan
evaluation-name-facilities = sarana dan prasarana

# Hasilnya sebagai dokumen: tanpa nama orang dan tanpa kata-kata siapa pun

document-title-evaluation-report = Hasil Evaluasi Kegiatan
document-typed-evaluation-report = evaluasi
choice-paper-evaluation-report = 💬 Hasil evaluasi
document-which-span = Hasil evaluasi sejak kapan?
document-ready-evaluation =
    📄 Ini hasil evaluasinya, menurut catatan saat ini.
    Sejak { WAKTU($since, "bulan") }, tanpa nama orang.
document-numbers = 📊 Angkanya sebagai berkas Excel.
document-sheet-elements = Unsur layanan
document-section-service = Kepuasan layanan menurut klien
document-section-by-site = Lokasi dan kegiatan
document-of-clients = Pendapat klien
document-from-answers = tampil mulai { $most } jawaban
document-rated = Kegiatan dinilai
document-rated-sites = Lokasi
document-troubled = Ada kendala
document-index = Kepuasan layanan (IKM)
document-index-not-yet = belum dihitung
document-index-grade = Mutu layanan
document-index-answers = Dari jawaban klien
document-cell-decimal = { $whole },{ $part }
document-column-rated = Kegiatan dinilai
document-column-smooth = Lancar
document-column-fair = Cukup lancar
document-column-troubled = Ada kendala
document-column-smooth-share = Lancar (%)
document-column-clients-said = Jawaban klien
document-column-clients-good = Klien: baik
document-column-officers-said = Jawaban PK
document-column-officers-good = PK: cocok
document-column-element = Unsur
document-column-answers = Jawaban
document-column-mean = Rata-rata (1–4)
document-column-converted = Nilai (25–100)
