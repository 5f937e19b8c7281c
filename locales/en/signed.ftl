# A site without a supervisor: somebody for the day, or a signed list

unattended-ask =
    { $site }, { WAKTU($day, "hari") }: nobody is there to confirm yet.
    Who confirms?
choice-cover = 👤 Find somebody
choice-signed-list = 📄 From a list
cover-ask-who = Which supervisor shall be asked for { $site }, { WAKTU($day, "tanggal") }?
cover-asked = { $name } was asked for { $site }, { WAKTU($day, "tanggal") }. The answer comes here.
cover-question =
    { $by } asks for help: confirming attendance at { $site }, { WAKTU($day, "hari") }.
    Can you?
cover-agreed-by-you = ✅ Thank you. Attendance at { $site }, { WAKTU($day, "tanggal") }, comes to this phone.
cover-declined-by-you = All right, the officer was told and will find another way.
cover-agreed = ✅ { $name } confirms at { $site }, { WAKTU($day, "tanggal") }.
cover-declined =
    { $name } cannot, for { $site }, { WAKTU($day, "tanggal") }.
    Ask somebody else, or use a signed list.
cover-found = Somebody confirms on that day already. There is no need to look further.
cover-nobody = There is no other supervisor in this office to ask. Use a signed list.

signed-later =
    All right. Have a list signed at { $site }, { WAKTU($day, "tanggal") }.
    After work, write /konfirmasi { $code } and send its photo.
signed-ask-code = Which site? Write /konfirmasi and the code of the site, such as: /konfirmasi L-01
signed-ask-photo = 📷 Send a photo of the signed list of { $site }, { WAKTU($day, "tanggal") }.
signed-photo-first = Send the photo of the list first. Then people can be ticked.
signed-photo-unasked = No photo was asked for. For a signed list, write /konfirmasi and the code of the site.
signed-supervisor-there = { $site } has a supervisor on that day, who confirms. Please call if that has not happened.
signed-day-to-come = That day is still to come. Send the list after work.
signed-nobody = No session of your clients at { $site } is over and waits on that day. Check the date.
signed-nobody-ticked = Nobody is ticked yet. Tick who stands on the list.
signed-used = That list was used. For the others, send a photo again with /konfirmasi.
signed-card =
    📄 List of { $site }, { WAKTU($day, "tanggal") }: { $count } of { $all } ticked.
    Tick those who signed.
signed-line = • { $name } { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }
signed-line-no-phone = • { $name } { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") } as planned, without a phone
choice-tick-all = ✅ Everybody
choice-ticked = ☑️ { $name }
choice-unticked = ⬜ { $name }
choice-tick-done = ➡️ Continue
signed-ask-reason =
    { $count } people will be confirmed. Why does the officer confirm?
    Write the reason, such as: the supervisor is ill.
signed-done =
    ✅ { $count } attendances at { $site }, { WAKTU($day, "tanggal") }, were confirmed from the list.
    Photo and reason are kept.

menu-konfirmasi = Confirm from a list
