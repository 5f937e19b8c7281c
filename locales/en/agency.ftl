# An agency: totals by site, no names

welcome-agency =
    Thank you, this phone is registered for { $name }.
    Press 📊 Summary to see how your sites are doing this month.
help-agency = Write "ringkasan" for the people and hours at your sites this month.
not-understood-agency =
    Press 📊 Summary to see how your sites are doing this month.
    For anything else press 🙋 Ask for help.
agency-totals = 📊 { $name }, since { WAKTU($since, "tanggal") }: { LAMA($credited) } of confirmed work.
agency-week = 📊 { $name }, { WAKTU($first, "tanggal") } to { WAKTU($last, "tanggal") }: { LAMA($credited) } of confirmed work.
agency-site = • { $site }: { $placed } people placed, { $attended } attendances, { LAMA($credited) }
agency-no-sites =
    No site is recorded for { $name } yet.
    If there should be one, contact { $contact }.
