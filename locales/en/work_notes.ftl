# What a supervisor notes of work that is confirmed

choice-note = 📝 Note
note-ask =
    How did the work of { $name } go, { WAKTU($day, "tanggal") }?
    Choose one, or write a note.
choice-rating-very-good = 🌟 Very good
choice-rating-good = 👍 Good
choice-rating-fair = 👌 Fair
choice-rating-needs-guidance = 🤝 Needs guidance
rating-very-good = very good
rating-good = good
rating-fair = fair
rating-needs-guidance = needs guidance
note-rated = 📝 The work: { $rating }
note-said = 📝 Note: { $words }
note-sensitive = 🔒 There is a sensitive note, for the officer only
note-by-colleague = Written by { $by }. Anything to add? Just write it.
note-words = Please write the note in words.
note-for-officer =
    The note on { $name }, { WAKTU($day, "tanggal") } is kept.
    Must the officer know?
choice-note-tell = 🔔 Yes, tell him
choice-note-keep = ➖ Not needed
choice-note-sensitive = 🔒 Sensitive
choice-note-plain = 🔓 Not sensitive
note-mark-not-yours = Only who put the mark there can take it off. The note stays with the officer.
note-kept = ✅ Kept for { $name }, { WAKTU($day, "tanggal") }.
note-kept-told = ✅ Kept for { $name }, { WAKTU($day, "tanggal") }. The officer was told.
note-more = Anything to note? Just write it.
note-told = There is a supervisor's note to read.
note-told-about = { $name }, { WAKTU($day, "tanggal") }, by { $by }:
note-words-plain = 📝 Supervisor's note: { $words }
note-words-sensitive = 🔒 Sensitive, for the officer only: { $words }
note-was-sensitive = 🔓 That note was marked sensitive at first.
note-unmarked = The mark of a sensitive note was taken off.
note-unmarked-by = { $name }, { WAKTU($day, "tanggal") }, by { $by }. The note stays on the client's card.
card-noted = 📝 There is a note
card-note-unanswered = ❓ Must the officer know? Please answer, press 📝.
