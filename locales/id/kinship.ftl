# Pengawas yang keluarga klien tidak mengonfirmasinya, PK yang keluarganya tidak memutuskan jamnya

choice-kin = 👪 Saya keluarganya
kin-sure = Apakah Bapak/Ibu keluarga { $name }? Bila ya, jam kerjanya dikonfirmasi orang lain.
choice-kin-yes = 👪 Ya, keluarga
choice-kin-no = ↩️ Bukan
kin-declared =
    Terima kasih, sudah dicatat.
    Jam { $name } dikonfirmasi oleh { $decider }.
kin-declared-officer =
    👪 Ada hubungan keluarga yang disampaikan.
    Pengawas { $by }: { $name } keluarganya.
    Konfirmasinya beralih ke pengawas lain, atau ke Bapak/Ibu bila tidak ada. Bila keliru: /keluarga
confirm-not-kin = Bapak/Ibu tercatat sebagai keluarga { $name }. Kehadirannya dikonfirmasi oleh { $decider }.
confirm-by-supervisor = Kehadiran ini dikonfirmasi pengawas lokasi. Bapak/Ibu tidak perlu melakukan apa-apa.
card-instead-of-family = Pengawas di lokasi ini keluarganya, jadi mohon Bapak/Ibu yang memutuskan.
list-family = 👪 Keluarga sendiri, dikonfirmasi orang lain: { $names }
kin-overview = Pengawas atau PK yang keluarga { $name }:
kin-line = • { $name }, dicatat oleh { $by }
kin-line-officer = • PK { $name }, dicatat oleh { $by }
kin-none = Belum ada yang tercatat. Pilih bila ada.
choice-kin-end = ❌ Bukan: { $name }
choice-kin-note = 👪 { $name }
kin-own-sure =
    Apakah Bapak/Ibu keluarga { $name }?
    Bila ya, jamnya tidak Bapak/Ibu putuskan lagi, dan kepala diminta memilih PK lain.
kin-own-declared =
    Terima kasih, sudah dicatat. Kepala sudah diberi tahu.
    Sampai { $name } dialihkan, Bapak/Ibu tetap mendampinginya; hanya jamnya tidak Bapak/Ibu putuskan.
kin-own-head =
    👪 Ada PK yang menyampaikan hubungan keluarga.
    { $by }: { $name } keluarganya. Jamnya tidak ia putuskan lagi.
    Mohon pilih PK lain.
kin-own-head-stand-in =
    👪 Ada PK pengganti yang menyampaikan hubungan keluarga.
    { $by }: { $name } keluarganya. Jamnya tidak ia putuskan.
choice-kin-move = ➡️ Pilih PK lain
decide-not-for-kin =
    Bapak/Ibu tercatat sebagai keluarga { $name }, jadi jamnya diputuskan PK lain.
    Kepala bisa mengalihkannya dengan /pindah.
transfer-to-family = { $to } keluarga { $name }. Mohon pilih PK lain.
kin-ended-officer =
    👪 Ada catatan keluarga yang dihapus.
    { $name } tidak lagi dicatat sebagai keluarga Bapak/Ibu.
kin-noted-supervisor =
    👪 Ada catatan keluarga dari PK.
    { $name } dicatat sebagai keluarga Bapak/Ibu. Kehadirannya dikonfirmasi orang lain.
kin-ended-supervisor =
    👪 Ada catatan keluarga yang dihapus PK.
    { $name } tidak lagi dicatat sebagai keluarga Bapak/Ibu. Kehadirannya bisa dikonfirmasi lagi.
client-card-kin-officer = 👪 PK { $name } keluarganya, jadi tidak memutuskan jamnya (/keluarga)
client-card-kin = 👪 Pengawas { $name } keluarganya, jadi tidak mengonfirmasi (/keluarga)
