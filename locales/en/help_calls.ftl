# Ask for help: a client calls a person, not a machine; officer and head of office hear at once

choice-help-call = 🙋 Ask for help
choice-help-accident = 🚑 Accident
choice-help-mistreated = 😟 Treated badly
choice-help-money = 💰 Asked for money
choice-help-other = 💬 Something else
choice-help-send = 📨 Send without words
choice-help-drop = ✖️ Never mind
choice-help-place = 🙋 For help
choice-help-work = 📍 For work
choice-help-tell-guardian = 👪 Guardian may know
choice-help-spare-guardian = 🔒 Do not tell
choice-help-take = 🙋 I see to it
choice-help-close = ✅ Close
choice-help-close-now = ✅ Close anyway
choice-help-stop = ⏸ Stop the work
choice-help-unstop = ↩️ Take it back
choice-help-show = 🙋 Show the call
emergency-numbers = 112 (emergency), 119 (ambulance), 110 (police)
call-numbers = They answer day and night: { $numbers }.

# For the client

call-offer = { $sapa } { $name }, what happened? Choose what is nearest, or write, record or send a photo here at once. Only your officer and the head of office read it.
call-offer-leaves = Even without an answer this call leaves in five minutes.
call-offer-again = 🙋 Your call was sent. Choose what is nearest, or write, record or send a photo here; all of it goes with the call.
call-ask-words = Write, record or photograph what happened. Even without a word this call leaves in five minutes.
call-sent = 🙋 Sent to { $to }. You are answered by { WAKTU($at, "pukul") } at the latest.
call-sent-nobody =
    🙋 This call is kept, but neither an officer nor the head of office could be reached here yet.
    Contact the office: { $contact }.
call-sent-by-itself = 🙋 Your call for help was sent to { $to }. You are answered by { WAKTU($at, "pukul") } at the latest; words can follow here.
call-near =
    { $sapa } { $name }, thank you for writing it down. You are not alone.
    If there is danger now, call a number below, and stay with somebody.
call-near-guardian =
    { $sapa } { $name }, thank you for writing it down. Your message goes to the officer.
    If there is danger now, call a number below, and stay with the child.
call-way-guardian = { $sapa } { $name }, if there is danger now, call one of the numbers below. To tell the officer, press ✉️ Message my officer.
call-way-supervisor = { $sapa } { $name }, if there is danger now, call one of the numbers below. To tell the officer what happened at the site, type "kejadian".
call-card-photo = What happened is in the photo.
choice-help-look = 📷 See the photos
call-photo = 📷 Photo of the call by { $name }, { WAKTU($at, "singkat") }
call-photo-gone = The photo of the call by { $name }, { WAKTU($at, "singkat") }, was erased.
words-awaited = Only words can be read here. Please write the answer, or type "batal".
call-to-both = your officer and the head of office
call-to-head = the head of office
call-to-officer = your officer
call-unanswered-alone = 🙋 Nobody has taken this yet. Please see to it soon, or ask a colleague to.
call-was-closed = That call was closed; what came of it is on its card.
call-outcome-added = { $by } has closed that call. What you wrote stands below the outcome.
words-too-many = That is { $count } letters; at most { $most }. Nothing is stored yet: copy it, shorten it and send it again.
words-too-long = Too long for one message; at most { $most } letters. Send it in parts, all of them will be read.
call-ask-guardian = May your guardian know that there is a call? What you said is not told.
call-late =
    🙋 No answer yet.
    A reminder has gone to { $to }.
call-late-nobody =
    🙋 No answer yet.
    No officer and no head of office can be reached here yet. Contact the office: { $contact }.
call-known-also = 🙋 Added to your call; what you pressed first still stands. If there is more, write, record or send a photo here.
call-known = 🙋 Your call has been sent already, so it is not sent twice. If there is more, write, record or send a photo here.
call-known-nobody =
    🙋 Your call was noted before, but no officer or head of office can be reached here yet.
    Contact the office: { $contact }.
call-added = That has been sent too.
call-added-nobody =
    What you added was noted, but no officer or head of office can be reached here yet.
    Contact the office: { $contact }.
call-place-which = What is this location for? If it is for help, only your officer and the head of office see it.
call-place-sent = That location has gone with your call for help. For work, send your location once more.
call-place-gone = That location was used for work. For help, send your location once more.
call-dropped = All right, never mind. Nobody was told.
call-taken-client = { $sapa } { $name }, { $by } is seeing to it now, and will get in touch.
call-closed-client = { $sapa } { $name }, { $by } has closed that call. If anything still happens, press 🙋 Ask for help.
call-guardian-told = Your guardian hears that there is a call for help, not what you said.
call-guardian-unreached = Nothing can be sent to the guardian. If you like, ask your officer to say it.
call-guardian-spared = All right, your guardian is not told.
call-guardian-knows = Your guardian has been told. If that was a mistake, talk to your officer.
call-told-guardian = Dear guardian, there is a call for help from { $code }. The office has been told.
call-told-guardian-nobody = { $code } has called for help. No officer or head of office can be reached here yet; contact the office: { $contact }.
call-no-case =
    No case of yours runs here. Contact { $contact }.
    They answer day and night: { $numbers }.
call-was-sent = That call was sent already, and people who see to it have read it.
call-is-over = That call is closed. If anything happens again, press 🙋 Ask for help.

# For officer and head of office

call-card = 🙋 Something needs you now.
call-unanswered = 🙋 Something waits that nobody has taken. Please make sure, as head of office, that somebody sees to it now.
call-unanswered-officer = 🙋 Something waits that nobody has taken. The head of office has been reminded too.
call-card-waits = It has waited { LAMA($waited) }.
call-card-who = Asks for help: { $name } ({ $code })
call-card-who-child = Asks for help: child { $code }
call-card-kind = About: { $kind }
call-card-kind-also = Added later: { $kinds }
call-card-at = Came: { WAKTU($at, "singkat") }
call-card-site = Works at: { $site }
call-card-place = His location { WAKTU($at, "singkat") }: https://maps.google.com/?q={ $place }
call-card-phone = Sent from the phone { $phone }
call-card-unreachable = The client has no phone that takes news; meet or reach the person another way.
call-card-moved = 🏛️ { $officer } at { $office } guides this client now. This call is still seen to here, and the client still hears of it.
call-nobody = 🙋 There is a call for help, and no officer or head of office who can read it. Please invite one now: /undang.
call-card-words = In the client's words: { $words }
call-card-voice = There is a recording.
call-card-silent = Sent without words. Please get in touch now.
call-card-guardian-yes = The guardian knows that there is a call, not what was said.
call-card-guardian-no = The child does not want the guardian to be told.
call-card-guardian-unasked = The guardian has not been told; the child has not chosen yet.
call-card-stopped = ⏸ The placement there was stopped by { $by }, { WAKTU($at, "singkat") }.
call-card-taken = { $by } sees to it since { WAKTU($at, "singkat") }
call-card-closed = Closed by { $by } { WAKTU($at, "singkat") }. Outcome: { $outcome }
call-card-late = Not answered yet; the client was promised an answer before { WAKTU($at, "singkat") }, and has been told that there is none.
call-card-until = The client expects an answer by { WAKTU($at, "singkat") }.
call-kind-accident = an accident
call-kind-mistreated = being treated badly
call-kind-money = being asked for money
call-kind-other = something else
call-ask-outcome = What came of it for { $name }? Write it briefly; only officer and head of office read it.
call-closing-moved = Meanwhile there is news from { $name }. This call has not been closed.
call-closing-other = 🙋 There is a new call for help:
call-closing-message = ✉️ There is a new message for the officer.
call-no-site = This call is about no single site. Placements are changed with /penempatan or /ubah.
call-on-card = 🙋 Asked for help { WAKTU($at, "singkat") }, { $kind }: { $state }
call-on-card-outcome = Outcome: { $outcome }
call-state-open = nobody has it
call-state-taken = somebody sees to it
call-state-closed = closed

# A placement is stopped

placement-stopped = ⏸ The placement of { $name } at { $site } is stopped from now on, and counts as no absence. Work elsewhere: /penempatan.
placement-stopped-head = ⏸ The placement of { $name } at { $site } is stopped from now on, and nothing counts as missed. The officer sees to another place.
placement-stopped-by =
    ⏸ A placement was stopped.
    { $by } has stopped the placement of { $name } at { $site } from now on.
placement-stopped-client = { $sapa } { $name }, your work at { $site } is stopped for now. You need not go there; it counts as no absence.
placement-stopped-working = { $sapa } { $name }, your work at { $site } was stopped { WAKTU($at, "pukul") }; the time until then is kept. You need not go there again; it counts as no absence.
placement-stopped-spared = Your guardian only hears that there is no work there for now.
placement-stopped-guardian =
    📅 Dear guardian, the schedule has changed.
    There is no work for { $code } at { $site } for now, and no need to come there. The officer will let you know.
placement-resumed-guardian =
    📅 Dear guardian, the schedule has changed.
    The schedule of { $code } at { $site } holds again; type "jadwal" to see it.
placement-stopped-site =
    ⏸ The list of your site has changed.
    The placement of { $name } at { $site } is stopped for now. There is nothing for you to do.
placement-resumed =
    ↩️ A placement goes on.
    { $name } at { $site }, as before.
placement-resumed-client = { $sapa } { $name }, your work at { $site } goes on as before.
placement-resumed-site =
    ↩️ The list of your site has changed.
    The placement of { $name } at { $site } goes on as before.
placement-stop-already = The placement of { $name } at { $site } has been stopped by { $by }, { WAKTU($at, "singkat") }.
placement-stop-nothing = No placement runs at { $site }.
placement-stop-none = There is no stop to take back.
placement-stop-too-late = A stop can be taken back within ten minutes. After that, make a new placement with /penempatan.
