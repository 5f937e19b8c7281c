# A supervisor corrects times before he confirms them

choice-times = ✏️ Correct times
times-ask-start =
    At what time did { $name } start?
    Choose one, or write the time. Example: 08.00
times-ask-finish =
    At what time did { $name } finish?
    Choose one, or write the time. Example: 11.00
times-ask-break =
    How many minutes of break did { $name } have?
    Choose one, or write the minutes. Example: 30
times-ask-why =
    Why do the times of { $name } need a correction?
    Choose one, or write it in your own words.
choice-times-sent = 📱 { WAKTU($at, "jam") } by phone
choice-times-planned = 📅 { WAKTU($at, "jam") } as planned
choice-times-break = ☕ { LAMA($length) }
choice-times-no-break = 🚫 No break
reason-forgot = 🤷 Forgot to send
reason-phone-clock = 📱 Phone trouble
times-unread = The time could not be read. Please write it like this: 08.00
times-to-come = That time is still to come. Please write one that has passed.
times-finish-first = The finish must be after the start. Please write the finish again.
times-break-unread = The break could not be read. Please write its minutes, such as 30, or 0.
times-break-too-long = The break is longer than the work. Please write its minutes again.
times-why-words = Please write the reason in words.
times-unchanged = The times are as recorded, so nothing was changed.
times-changed = The record has changed meanwhile. Nothing is saved yet, please look again.
times-decided = It was decided meanwhile, so what you entered ({ WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }) is not saved.
times-preview = The times of { $name } will be corrected:
times-before = Recorded: { WAKTU($start, "tanggal") }, { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, break { LAMA($pause) }
times-before-open = Recorded: started { WAKTU($start, "singkat") }, no finish yet
times-after = New: { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, break { LAMA($pause) }, counted { LAMA($length) }
times-why = Reason: { $reason }
choice-times-save = 💾 Save
choice-times-again = ✏️ Again
choice-times-drop = ❌ Cancel
times-were = ✏️ Corrected by the supervisor. Before: { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, break { LAMA($pause) }.
times-were-open = ✏️ Corrected by the supervisor. Before: started { WAKTU($start, "jam") }, no finish.
result-times = The times were corrected: { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }, break { LAMA($pause) }.
result-times-why = Reason: { $reason }
