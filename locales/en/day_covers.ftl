# A stand-in for a supervisor for one day

menu-pengganti = A stand-in for a day
choice-instead = 📅 { WAKTU($day, "tanggal") }
choice-instead-end = ↩️ Take back
instead-when = { $site }: a stand-in for which day?
instead-who =
    Who stands in at { $site } { WAKTU($day, "tanggal") }? Write the name and phone number.
    A supervisor already? Write only the code.
choice-instead-new = ➕ Somebody else
instead-others = Stands in that day already: { $names }. If that is a mistake, press ↩️ Take back in the earlier message.
instead-day-not-understood = The day is today or tomorrow. Press its button, or write "hari ini" or "besok".
instead-code-unknown = No supervisor has the code { $code }. Check it, or write the name and phone number of the stand-in.
instead-new = Who stands in at { $site } { WAKTU($day, "tanggal") }? Write the name and phone number.
instead-which = There is a supervisor called { $name } already. Press the name if that is who you mean.
instead-yourself = That is your own code. Write the code or name of the stand-in.
instead-name-missing = The name could not be read. Write like: Sari, 0812 3456 7890.
instead-done = ✅ { $name } stands in at { $site } { WAKTU($day, "tanggal") }, that day only. The officer has been told.
instead-you =
    There is a request for one day.
    { $by } asks you to stand in at { $site } { WAKTU($day, "tanggal") }. Write "daftar" on that day.
instead-told-officer =
    There is a stand-in for a supervisor for one day.
    { $name } stands in for { $by } at { $site } { WAKTU($day, "tanggal") }, that day only.
instead-ended = ↩️ The stand-in at { $site } { WAKTU($day, "tanggal") } is taken back.
instead-ended-you =
    The request to stand in for a day is taken back.
    { $by } took it back: { $site } { WAKTU($day, "tanggal") }. You need not stand in there; what you have confirmed stays.
instead-ended-officer =
    The stand-in for a supervisor for one day is taken back.
    { $name } does not stand in for { $by } at { $site } { WAKTU($day, "tanggal") } after all.
instead-over =
    Your standing in at { $site } { WAKTU($day, "tanggal") } was taken back by { $by }, so this is not kept.
    What you have confirmed stays.
