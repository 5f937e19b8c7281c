# Under a head's summary; no client is named

head-listed-unanswered = ⏳ { $count } officers have owed an answer for more than two working days:
head-officer = • { $officer }: { $count } answers awaited
head-listed-silent = 🔇 { $count } sites without a confirmation for 7 days, though work was planned:
head-transfers = 🔁 Transfers: { $waiting } wait for an answer, { $done } done within 7 days
prosecuted-page = Page { $page } of { $pages }
prosecuted-miss = • { WAKTU($day, "tanggal") }, { $site }: { $outcome }

# Long piles of cards and lists, in pages

decisions-none = Nothing waits there any more.
decisions-page-calls = There are more calls for help. Page { $page } of { $pages }
decisions-page-incidents = There are more reports from sites. Page { $page } of { $pages }
decisions-page-offers = There are more offers of clients. Page { $page } of { $pages }
decisions-page-contests = There are more objections. Page { $page } of { $pages }
decisions-page-pins = There are more questions about sites. Page { $page } of { $pages }
decisions-page-family = There are more hours for you to decide. Page { $page } of { $pages }
decisions-page-closed = There are more closed sites. Page { $page } of { $pages }
decisions-page-closings = There are more closings. Page { $page } of { $pages }
head-site = • { $site }
head-list-empty = That list is empty now.
choice-head-unanswered = 👥 Everybody ({ $count })
choice-head-silent = 🔇 All sites ({ $count })
leave-page = Other leaves: page { $page } of { $pages }
