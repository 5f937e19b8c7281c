# An officer reminds a client, and quiet hours

choice-nudge = 🔔 Remind
choice-nudge-morning = 🌅 In the morning
nudged = 🔔 { $name } was reminded.
nudged-later = 🌅 { $name } will be reminded { WAKTU($at, "singkat") }.
nudge-quiet =
    These are quiet hours, until { WAKTU($at, "pukul") }.
    Remind { $name } after them?
nudge-too-soon = { $name } was reminded a moment ago. The next reminder is possible { WAKTU($at, "singkat") }.
nudge-resting = The case of { $name } is not running, so there is nothing to remind of.
nudge-unreachable = { $name } has no phone that takes messages. Tell them in person or through the family.
nudge-excused = { $name } is excused on that day, so no reminder is sent.
nudge-asked = { $name } has asked to be excused for that day and waits for an answer. See /perlu.
nudge-done = { $name } has begun on that day, so no reminder is needed.
nudge-nothing-due = No work and no report of { $name } is still awaited on that day.
