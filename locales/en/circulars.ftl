# An officer's message to many clients

circular-whom = ✉️ For whom is this message?
choice-circular-to-all = 👥 All clients
choice-circular-to-today = 📅 Expected today
choice-circular-to-tomorrow = 📅 Tomorrow
choice-circular-to-act = 🔎 Who needs me
choice-circular-to-site = 📍 By site
choice-circular-to-picked = ☑️ Choose people
circular-pick = ☑️ { $count } of { $all } clients chosen. Press a name to choose it, then ➡️ Go on.
circular-none-picked = Nobody is chosen yet. Press a name first, then ➡️ Go on.
circular-which-site = The clients at which site?
circular-nobody = No client belongs to that choice now. Choose another with /kirim.
circular-ask = Write the message for { $count } clients. Each one's name is added by itself.
circular-too-long = The message is too long; { $most } letters at most. Please write a shorter one.
circular-preview =
    ✉️ For { $count } clients:
    “{ $words }”
circular-unreached = ⚠️ Does not reach { $count } clients: { $names }
circular-is-quiet = These are quiet hours; it is sent { WAKTU($at, "singkat") }.
circular-names-day = ⚠️ It is read { WAKTU($at, "singkat") }: “{ $word }” means something else then. Name the day or the date; write the new text here.
circular-names-child = ⚠️ This text names a child or a guardian: “{ $names }”. That name is secret from other clients; write the new text here, without the name. If something else is meant, go on.
circular-reaches-nobody = This message reaches nobody, so it is not sent.
choice-circular-send = ✅ Send ({ $count })
choice-circular-morning = 🌅 Morning ({ $count })
choice-circular-words = ✏️ Change
circular-quiet =
    These are quiet hours, until { WAKTU($at, "pukul") }.
    Send it after them?
circular-same =
    The same message was sent { WAKTU($at, "singkat") }.
    Send it once more?
choice-circular-again = 📨 Send again
circular-sent = ✉️ Sent to { $count } clients. Their answers come here.
circular-later = 🌅 Sent { WAKTU($at, "singkat") } to { $count } clients.
circular-taken-back = ↩️ Taken back: that message is not sent to { $count } clients.
circular-was-sent = That message was sent. For a new one, type /kirim.
menu-kirim = A message to many clients
