# Under a head's summary; no client is named

head-unanswered = ⏳ { $count } officers have owed an answer for more than two working days:
head-officer = • { $officer }: { $count } answers awaited
head-silent = 🔇 { $count } sites without a confirmation for 7 days, though work was planned: { $names }
head-transfers = 🔁 Transfers: { $waiting } wait for an answer, { $done } done within 7 days
prosecuted-page = Page { $page } of { $pages }
prosecuted-miss = • { WAKTU($day, "tanggal") }, { $site }: { $outcome }
