# Excuse requests: a client (or the guardian) asks, the officer decides; no site learns why

menu-izin = Ask to be excused
excuse-span =
    { $days ->
        [1] { WAKTU($first, "tanggal") }
       *[other] { WAKTU($first, "tanggal") } – { WAKTU($last, "tanggal") }
    }
excuse-ask-reason =
    { $sapa } { $name }, what keeps you away?
    Only your officer reads the reason.
excuse-ask-reason-child =
    What keeps { $name } away?
    Only the officer reads the reason.
choice-excuse-reason-sakit = 🤒 Sick
choice-excuse-reason-keluarga = 👪 Family
choice-excuse-reason-sidang = ⚖️ Court
choice-excuse-reason-ibadah = 🙏 Worship
choice-excuse-reason-kerja = 💼 Work
choice-excuse-reason-lain = 💬 Something else
excuse-reason-sakit = sick
excuse-reason-keluarga = family
excuse-reason-sidang = court
excuse-reason-ibadah = worship
excuse-reason-kerja = work
excuse-reason-lain = something else
excuse-ask-words = Say what keeps you away in your own words, written or spoken.
excuse-ask-days = For which day? Choose, or write the date.
choice-excuse-today = 📅 Today
choice-excuse-day = 📅 { WAKTU($day, "tanggal") }
choice-excuse-days = 🗓 Several days
excuse-ask-span = Write the first and the last day, for example 20/04 22/04. Separate days: 20/04 dan 27/04.
excuse-ask-proof =
    📝 To be excused: { excuse-span }.
    Planned on these days:
excuse-ask-proof-also = And { excuse-span }, as a request of its own:
excuse-ask-proof-how = Send a photo of a letter or a voice message now, or choose one. A letter from the village is fine too.
excuse-session = • { WAKTU($at, "singkat") }, { $site }
excuse-begun = • { WAKTU($at, "singkat") }, { $site }: work has begun
excuse-at-work = If you have to leave now, type "selesai" as well.
excuse-sessions-more = • and { $count } more
excuse-no-sessions = • no work is planned
choice-excuse-proof-officer_knows = 🤝 Officer knows
choice-excuse-proof-later = ⏳ Proof later
choice-excuse-proof-none = 📨 Send as it is
excuse-filed =
    ✅ Your officer has been asked to excuse you: { excuse-span }.
    Until there is an answer, these days are not counted as missed.
excuse-filed-proof-later = The proof is awaited until { WAKTU($day, "hari") }. For another day, write the date.
choice-excuse-add = 📎 Add proof
choice-excuse-withdraw = ↩️ Take it back
choice-excuse-new = ➕ Other days
choice-excuse-missed = 📝 Ask to be excused
excuse-ask-more = Send a photo or a voice message, or write what there is to say.
excuse-added = ✅ Thank you, it was added and has reached your officer.
excuse-added-no-day =
    ✅ Your words have reached your officer. The proof is still awaited until { WAKTU($day, "hari") }.
    If it comes on another day, write its date, for example { WAKTU($example, "angka") }.
excuse-of-days = • { excuse-span }
excuse-proof-day-kept = ✅ Fine, the proof is awaited until { WAKTU($day, "hari") }.
excuse-proof-reminder =
    { $sapa } { $name }, something is awaited today: the proof for { excuse-span }.
    If there is none, the officer decides without it.
excuse-withdrawn = ↩️ Taken back. The plan stands as it was.
excuse-days-not-understood =
    "{ $text }" could not be read as a date.
    Write for example 20/04, or 20/04 sampai 22/04. Days apart: 20/04 dan 27/04.
excuse-too-many-days = At most { $most } separate days at a time. Please write some of them first.
excuse-days-far = That day is too far from now. Check the date, or talk to your officer.
excuse-proof-day = A proof can come within { $most } days. Write another date.
excuse-known-already = Your officer has excused you for these days. Nothing more is needed.
excuse-asked-already = One of these days is already in a request that waits for your officer. Write "izin" to complete it or take it back.
excuse-came-late =
    Your request for { excuse-span } was answered before this photo arrived: not agreed to. The photo is kept.
    If it is the proof, ask again. The supervisor does not see it.
photo-which-declined = The request for { excuse-span } was not agreed to; if this is its proof, ask again.
choice-excuse-again-day = 📨 Ask { WAKTU($day, "tanggal") }
choice-excuse-again = 📨 Ask again
excuse-request-over = That request was answered or taken back. For other days, write "izin".
excuse-request-sent = That request has been sent. Write "izin" to complete it or take it back.
excuse-declined-client =
    { $sapa } { $name }, your officer has not agreed to { excuse-span }.
    The reason: { $reason }
excuse-declined-today = Today stays as planned: { WAKTU($start, "jam") } to { WAKTU($finish, "jam") }, { $site }.
excuse-declined-next = If there is a proof or something new to say, write "izin".
excuse-granted-guardian = ✅ { $code } is excused for { excuse-span }.
excuse-declined-guardian =
    { $code } is not excused for { excuse-span }. The plan stands.
    The reason: { $reason }
    If there is a proof or something new, write "izin".

# To the officer

excuse-card = 📝 Somebody asks to be excused.
excuse-card-more = 📝 Something was added to an excuse request.
excuse-card-overdue = 📝 The proof of an excuse request has not come. Please decide.
excuse-card-who = { $name }: { excuse-span }
excuse-card-reason = Reason: { $reason }
excuse-card-words = In their own words: { $words }
excuse-card-by-guardian = Asked by the guardian.
excuse-card-told-before = Told beforehand. Planned on these days:
excuse-card-told-after = Told afterwards. Planned on these days:
excuse-card-proofs = 📎 Proof: { $photos } photos, { $voices } recordings
excuse-card-proof-later = ⏳ Proof to come, { WAKTU($day, "hari") }
excuse-card-proof-late = ⏳ Proof awaited since { WAKTU($day, "hari") }, not there yet
excuse-card-officer-knows = 🤝 Says that the officer knows.
excuse-card-no-proof = No proof yet.
excuse-card-withdrawn = ↩️ Taken back by whoever asked.
excuse-card-approved = ✅ Granted by { $by }, { WAKTU($at, "singkat") }
excuse-card-declined =
    ❌ Not granted by { $by }, { WAKTU($at, "singkat") }
    The reason: { $reason }
excuse-card-unsaid =
    { $count ->
        [one] 📎 There is a photo that the client has not explained; it may be the proof.
       *[other] 📎 There are { $count } photos that the client has not explained; they may be the proof.
    }
excuse-not-declined-yet = Not declined yet. To decline for that reason all the same, press ❌ Decline anyway; or write another reason.
excuse-part-not-yet = Not decided yet. The days that you picked are kept: write the reason once more, or choose otherwise.
choice-excuse-still = ❌ Decline anyway
choice-excuse-approve = ✅ Grant
choice-excuse-part = ☑️ Some of the days
choice-day-ticked = ☑️ { WAKTU($day, "tanggal") }
choice-day-unticked = ⬜ { WAKTU($day, "tanggal") }
excuse-part-days = ☑️ Excuse of { $name }: { $count } of { $all } days chosen. Press the days that you grant, then ➡️ Go on.
excuse-part-none = No day is chosen yet. Press a day first, then ➡️ Go on.
excuse-part-ask-why = Why are the other days not granted? Choose, or write the reason for the client.
excuse-part-client = { $sapa } { $name }, part of your request is granted.
excuse-part-yes = ✅ { excuse-span }: excused
excuse-part-no = ➖ { excuse-span }: not excused, the plan stands
excuse-part-reason = Reason: { $reason }
excuse-part-guardian = The request for { $code } is granted in part:
excuse-card-part =
    ☑️ Granted in part by { $by }, { WAKTU($at, "singkat") }
    Reason for the other days: { $reason }
choice-excuse-show = 📝 Excuse { WAKTU($day, "tanggal") }
choice-excuse-decline = ❌ Decline
choice-excuse-proofs = 📎 See the proof
excuse-ask-why = Why is { $name } not excused? Choose, or write the reason for the client.
excuse-ask-why-guardian = The guardian who asked reads it too.
excuse-decided-meanwhile = This request was answered by { $by }, { WAKTU($at, "singkat") }: { $verdict }.
excuse-decided-meanwhile-why =
    This request was answered by { $by }, { WAKTU($at, "singkat") }: { $verdict }.
    The reason: { $reason }
excuse-withdrawn-meanwhile = Whoever asked has withdrawn this request, so there is nothing left to answer.
excuse-verdict-approved = granted
excuse-verdict-part = granted in part
excuse-verdict-declined = not granted
reason-declined-bukti = 📎 Not enough proof
reason-declined-bisa = 🕗 Could still come
reason-declined-pindah = 🔁 Better another day
reason-excuse-asked = asked to be excused, not answered yet
excuse-proof-here = 📎 Proof of { $name }, { WAKTU($at, "singkat") }
excuse-proof-gone = A proof photo of { $name }, { WAKTU($at, "singkat") }, is no longer kept or could not be fetched yet.
