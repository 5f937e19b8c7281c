# Kapan klien diingatkan: pilihan sendiri, atau oleh PK

menu-pengingat = Kapan diingatkan
reminders =
    { $sapa } { $name }, beginilah pengingatnya sekarang.
    Mau lain? Pilih satu.
reminders-of-client =
    ⏰ Pengingat seorang klien: { $name }.
    Mau lain? Pilih satu.
reminders-chosen = ✅ { $sapa } { $name }, mulai sekarang pengingatnya begini.
reminders-chosen-of-client =
    ✅ Pengingat diubah.
    Untuk { $name }, mulai sekarang begini.
reminders-of-work = Sebelum kerja:
reminders-of-report = Sebelum lapor:
reminders-day =
    { $days ->
        [0] • di hari itu pukul { $clock }
        [1] • sehari sebelumnya pukul { $clock }
       *[other] • { $days } hari sebelumnya pukul { $clock }
    }
reminders-before = • { LAMA($minutes) } sebelumnya
choice-remind-usual = ⏰ Seperti biasa
choice-remind-earlier = ⏪ Lebih awal
choice-remind-oftener = 🔁 Lebih sering
client-card-reminders =
    { $how ->
        [earlier] ⏰ Pengingat: lebih awal dari biasa
       *[oftener] ⏰ Pengingat: lebih sering dari biasa
    }
