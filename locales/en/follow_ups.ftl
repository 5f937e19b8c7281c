# Follow-up: what was tried, until when an answer is awaited, and the officer's notes

digest-follow-up-waits = • { $name }: { $kind } { WAKTU($day, "tanggal") }, { $outcome }. Awaited until { WAKTU($until, "tanggal") }.
digest-follow-up-planned = • { $name }: { $kind } planned for { WAKTU($until, "tanggal") }.
digest-follow-up-due = • { $name }: { $kind } planned for { WAKTU($until, "tanggal") }, and its result is not recorded. Next step: record it on the card.
digest-follow-up-again =
    • { $name } { $misses ->
        [0] has not come or reported yet.
       *[other] was away { $misses } times in a row, last { WAKTU($last, "tanggal") }.
    } Tried { $count } times, last { $kind } { WAKTU($day, "tanggal") }: { $outcome }. Next step: { $next }.

follow-up-kind-call = call
follow-up-kind-village = village officials
follow-up-kind-visit = home visit
follow-up-kind-number = looking for a new number
follow-up-outcome-planned = planned
follow-up-outcome-reached = reached
follow-up-outcome-promised = promised to come
follow-up-outcome-no_answer = not answered
follow-up-outcome-not_met = not met
follow-up-outcome-moved = moved
follow-up-outcome-found = new number found
follow-up-outcome-not_found = no result yet
follow-up-next-call = call again and ask what is in the way
follow-up-next-visit = ask village officials, visit the home, or look for a new number
follow-up-next-address = ask village officials or the family for the new address
follow-up-next-number = call the new number, then update the record
follow-up-next-record = record the result

follow-up-card = 🧭 Follow-up of { $name }
follow-up-meanwhile = 🧭 Something has changed meanwhile in the follow-up of { $name }. Nothing was overwritten; this is how it stands.
follow-up-undone = ↩️ That step was undone. The follow-up of { $name } now:
follow-up-none = No step is recorded since the last work or report.
follow-up-phone = 📞 { $phone }
follow-up-lately = Latest follow-up:
follow-up-step = • { WAKTU($day, "tanggal") } { $kind }: { $outcome }
follow-up-step-planned = • { $kind } planned for { WAKTU($day, "tanggal") }
follow-up-until = Awaited until { WAKTU($until, "tanggal") }.
follow-up-until-over = Awaited until { WAKTU($until, "tanggal") }: over by now.
follow-up-note = Note: { $words }
follow-up-ask-outcome = 🧭 { $name }, { $kind }: what came of it?
follow-up-words-kept = The note “{ $words }” is kept with this step as soon as its result is chosen.
follow-up-which = 🧭 { $name }: which step was taken?
follow-up-ask-visit = 🏠 When will { $name } be visited? Choose the day, or write the date, for example 24/04.
follow-up-ask-until = 📅 Until when is { $name } awaited, or when is the visit? Choose the day, or write the date, for example 24/04.
follow-up-ask-note = 📝 Write a note on this step about { $name }. Only the officer and the head read it.
follow-up-recorded = ✅ Recorded for { $name }: { $kind } { WAKTU($day, "tanggal") }, { $outcome }.
follow-up-day-unreadable = The date cannot be read. Write for example 24/04 or tomorrow.
follow-up-day-outside = Choose a date from today to { $days } days ahead.
follow-up-undo-too-late = This step can be undone within 10 minutes only. After that, add a note that sets it right.
choice-follow-up = 🧭 Follow-up
choice-follow-up-more = 🧭 Other steps
choice-follow-up-other = 🧭 Other steps
choice-follow-up-call = 📞 Called
choice-follow-up-plan = 🏠 Plan a visit
choice-follow-up-result = ✅ Record result
choice-follow-up-client = 👤 Client card
choice-follow-up-by-village = 🏘 Village office
choice-follow-up-by-visit = 🏠 Visited
choice-follow-up-by-number = 🔎 Find a number
choice-follow-up-day = 📅 { WAKTU($day, "tanggal") }
choice-follow-up-until = 📅 Change date
choice-follow-up-note = 📝 Add a note
choice-follow-up-undo = ↩️ Undo
choice-follow-up-so-reached = 💬 Reached
choice-follow-up-so-promised = 🤝 Promised to come
choice-follow-up-so-no_answer = 📵 Not answered
choice-follow-up-so-not_met = 🚪 Not met
choice-follow-up-so-moved = 📦 Moved
choice-follow-up-so-found = 📱 Number found
choice-follow-up-so-not_found = ❔ No result yet

case-note-ask = 📝 Write a note on { $name }. Only the officer and the head of office read it.
case-note-added = ✅ The note on { $name } is kept. To set it right, add another note.
case-note-added-later = ✅ The note on { $name } is kept, and marked as written after the case was closed.
case-note-line = 📝 { WAKTU($at, "tanggal") }, { $by }: { $words }
case-note-later = 📝 { WAKTU($at, "tanggal") }, { $by } (after the case was closed): { $words }
case-note-empty = The note is still empty. Write a few words.
case-note-too-long = A note has at most { $most } letters. Make two notes of it.
choice-case-note = 📝 Note
