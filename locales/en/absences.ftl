# Who did not come, as supervisors say

choice-absent = 🚫 Did not come
choice-absent-of-day = { $name }, { WAKTU($day, "tanggal") }
choice-absent-told = 🙋 Had told us
choice-absent-untold = 🔕 Had not told us
choice-unsaid = ❓ Unanswered: { $count }
unsaid-ask = ❓ { $site }: nobody has said anything of { $count } past sessions. Please answer them one by one.
unsaid-which = { $site }: { $count } sessions without a word. Which one now?
unsaid-none = ✅ Something is said of every past session.
choice-coming = 📅 Days to come
choice-coming-day = 📅 { WAKTU($day, "tanggal") }: { $count }
coming-days = { $site }: on which day will somebody not come? For a day to come this can be noted only if the client has told you.
coming-sites = The days to come at which site?
coming-none = Nothing is planned at your sites in the next 14 days.
absence-who = { $site }: who does not come?
absence-ask = { $name }, planned { WAKTU($at, "singkat") }: had you been told?
absence-said-told = 🙋 Noted: { $name } had told you about { WAKTU($at, "singkat") }. The officer decides.
absence-said-not_told = 🔕 Noted: { $name } did not come { WAKTU($at, "singkat") } without telling. If it turns out otherwise, presence can still be recorded.
absence-undone = ↩️ Taken back. The session of { $name } { WAKTU($at, "singkat") } is as it was.
absence-undone-officer =
    ↩️ A supervisor took back a note.
    The session of { $name } { WAKTU($at, "singkat") } stands as before.
absence-undone-client = { $sapa } { $name }, the supervisor took back the note about { WAKTU($at, "singkat") }. The session stands.
absence-told-officer =
    ℹ️ Something waits for your decision.
    { $name } told the supervisor about not coming { WAKTU($day, "singkat") } at { $site }.
    Said: { $reason }. Please decide.
absence-told-client = { $sapa } { $name }, the supervisor noted that you had told about { WAKTU($at, "singkat") }. The officer decides.
reason-told-supervisor = 🙋 Told the supervisor
absence-too-early = That session has not begun. For now only that the client has told can be noted.
absence-too-far = That session is more than 14 days ahead. Please note it when the day is nearer.
absence-was-there = Presence is recorded already. Open 📋 Today's list to see it.
absence-decided = The officer has decided about this session. Nothing more is needed.
absence-undo-too-late = That note can be taken back for 10 minutes only. If the client did come, press ✅ Present in 📋 Today's list.
absence-undo-not-yours = Another supervisor made that note, so only he can take it back.
