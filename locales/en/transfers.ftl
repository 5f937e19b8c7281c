# Clients go to another officer

transfer-ask-client = Which client goes to another officer? Choose, or write the code or name.
transfer-ask-whom =
    Write the code of the client who moves, such as K-01.
    For all clients of an officer, write the officer's code.
transfer-which = { $count } fit. Which client moves?
transfer-ask-to = To which officer does { $name } go? Choose, or write the name or code.
transfer-all-ask-to = To which officer do the { $count } clients of { $name } go? Choose, or write the name or code.
transfer-ask-reason =
    Why? A few words are enough.
    The officer who takes over reads them.

transfer-check =
    Please check: { $name } goes from { $from } to { $to }.
    Reason: { $reason }
transfer-all-check =
    Please check: all clients of { $from } ({ $count }) go to { $to }.
    Reason: { $reason }
choice-transfer-send = 📨 Send
choice-transfer-reason = ✏️ Change reason
choice-transfer-withdraw = ↩️ Withdraw
choice-transfer-accept = ✅ Accept
choice-transfer-decline = ❌ I cannot

transfer-sent =
    📨 { $to } was asked.
    Until { $to } accepts, everything stays as it is.
transfer-for-you =
    🔁 Somebody is offered to { $to }.
    { $by } offered { $name }. Reason: { $reason }
    Until { $to } accepts, you stay the officer.
transfer-all-for-you =
    { $by } offered all your clients ({ $count }) to { $to }. Reason: { $reason }
    Until { $to } accepts, you stay their officer.
transfer-asked =
    🔁 You are asked to take somebody over.
    { $name } is to move from { $from }. Reason: { $reason }
    Do you accept? All that is open moves along.
transfer-all-asked =
    🔁 { $count } clients of { $from } are to move to you. Reason: { $reason }
    Do you accept? All that is open moves along.
transfer-waits = ⏳ { $name }, from { $from } to { $to }: { $to } has not answered yet.
transfer-all-waits = ⏳ { $count } clients of { $from } to { $to }: { $to } has not answered yet.

transfer-accepted-by-you =
    ✅ Thank you. From now on you are the officer of { $name }.
    What is still open stands below and under 🔔 Needs me.
transfer-all-accepted-by-you =
    ✅ Thank you. From now on you are the officer of { $count } clients of { $from }.
    What is still open stands below and under 🔔 Needs me.
transfer-declined-by-you = All right, they were told. Nothing changes.
transfer-accepted =
    ✅ { $to } has taken over.
    { $name }, from { $from }.
transfer-all-accepted = ✅ { $to } has taken over { $count } clients of { $from }.
transfer-declined =
    🔁 { $to } cannot take over.
    { $name }: { $from } stays the officer. To ask somebody else, write /pindah.
transfer-all-declined =
    { $to } cannot take over the clients of { $from }, so all stays as it is.
    To ask somebody else, write /pindah.
transfer-withdrawn =
    ↩️ { $by } withdrew an offer.
    The move of { $name } to { $to } is off. All stays as it was.
transfer-all-withdrawn = ↩️ { $by } withdrew the move of the clients of { $from } to { $to }. All stays as it was.
transfer-more-waiting = { $count } more decisions wait. Tap 🔔 Needs me to see them.
transfer-card-moved =
    🔁 This is decided by another officer now.
    { $name } has gone to { $to }.
transfer-nothing-left = There is nothing left to take over: they have gone to another officer.

transfer-told-client =
    { $sapa } { $name }, from now on your officer is { $officer }. Your schedule and hours stay.
    Questions? Ask { $contact }.
transfer-told-guardian =
    { $sapa } { $name }, from now on the officer of { $code } is { $officer }. The schedule stays.
    Questions? Ask { $contact }.
transfer-told-site = From now on their officer is { $officer }, reached at { $contact }:
transfer-client = • { $name }

transfer-moved-on =
    { $name } has moved to { $officer }, who decides this now.
    The history up to that day can still be read with /klien.
transfer-not-open = This offer was answered or withdrawn. Write /pindah to see what is still open.
transfer-needs-reason = The reason is missing. Press ✏️ Change reason and write a few words.
transfer-offered-already =
    This was offered to { $to }, who has not answered.
    Write /pindah to withdraw that offer first.
transfer-same-officer = { $to } is the officer already. Choose another one.
transfer-receiver-left = { $to } is about to leave. Choose another officer.
transfer-no-clients = { $name } has no clients whose case is open, so nobody needs to move.
transfer-nobody-called = No single officer fits “{ $text }”. Write the code, such as PK-02.
transfer-client-unknown = “{ $text }” is not among the clients that can be moved from here. Write a client's code, such as K-01.

client-card-came = 🔁 From { $officer } since { WAKTU($at, "hari") }
client-card-officer = Officer: { $officer }
client-card-gone = 🔁 Moved to { $officer } on { WAKTU($at, "hari") }. Here is the history up to that day only.

digest-came =
    • 🔁 From { $officer } to you since { WAKTU($day, "tanggal") }: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }.
digest-went =
    • 🔁 Moved to { $officer } since { WAKTU($day, "tanggal") }: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }.

menu-pindah = Move a client
