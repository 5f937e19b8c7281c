# Bahasa masing-masing orang. language-name: nama bahasa ini dalam bahasanya sendiri.

language-name = Bahasa Indonesia
language-which =
    Pesan dari sini mau dibaca dalam bahasa apa?
    Pilih satu.
choice-language = { $language }
language-chosen = ✅ Mulai sekarang pesan dari sini ditulis dalam { $language }.
menu-bahasa = Ganti bahasa
