# Offers of clients without an answer, to another officer or another Bapas

offer-one-asked-again =
    ⏰ An offer waits for your answer.
    { $from } has asked about { $name } since { WAKTU($since, "tanggal") }.
    Reason: { $reason }
    Can you take over?
offer-all-asked-again =
    ⏰ { $from } has waited for your answer about all clients since { WAKTU($since, "tanggal") }.
    Reason: { $reason }
    Can you take over?
choice-offer-take = ✅ Take over
offer-one-head-told =
    ⏳ An offer has no answer yet.
    { $name } of { $from } has been offered to { $to } since { WAKTU($since, "tanggal") }.
    Please ask { $to }.
offer-all-head-told =
    ⏳ All clients of { $from } have been offered to { $to } since { WAKTU($since, "tanggal") }, without an answer.
    Please ask { $to }.

digest-offer-asked = • { $from } has offered { $name } to { $to } since { WAKTU($since, "tanggal") }. Next step: open /perlu and answer.
digest-offer-all-asked = • { $from } has offered all clients to { $to } since { WAKTU($since, "tanggal") }. Next step: open /perlu and answer.
needs-offer-asked = • { $from } has offered { $name } to { $to } since { WAKTU($since, "tanggal") }. Next step: answer on its card above.
needs-offer-all-asked = • { $from } has offered all clients to { $to } since { WAKTU($since, "tanggal") }. Next step: answer on its card above.
digest-offer-waits = • { $name } of { $from }: waiting for { $to } since { WAKTU($since, "tanggal") }. To take it back, write /pindah.
digest-offer-all-waits = • All clients of { $from }: waiting for { $to } since { WAKTU($since, "tanggal") }. To take it back, write /pindah.

client-card-offered = 🔁 Offered to { $to } since { WAKTU($at, "tanggal") }, no answer yet
