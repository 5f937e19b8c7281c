# A photo with fingers and the photo of enrolment: people judge, no machine. The first line shows on a locked screen.
challenge-ask = ✋ One photo within 5 minutes: yourself and { $task }. Your hours run from the location already.
challenge-ask-word = ✋ One photo within 5 minutes: yourself and a paper with the word { $task }. Your hours run from the location already.
choice-challenge-cannot = 🙏 I cannot
challenge-cannot = That is all right. Your attendance is recorded all the same.
challenge-thanks = Thank you, the photo has arrived.
challenge-task-fingers-1 = 1 finger
challenge-task-fingers-2 = 2 fingers
challenge-task-fingers-3 = 3 fingers
challenge-task-fingers-4 = 4 fingers
challenge-task-fingers-5 = 5 fingers
challenge-task-word-1 = padi
challenge-task-word-2 = laut
challenge-task-word-3 = kopi
challenge-task-word-4 = bunga
challenge-task-word-5 = pasar
challenge-task-word-6 = hujan
challenge-task-word-7 = kelapa
challenge-task-word-8 = perahu
challenge-task-word-9 = sawah
challenge-task-word-10 = bulan
card-challenge = ✋ Asked for { $task }; the photo came { $minutes ->
    [0] within a minute
    [one] 1 minute later
   *[other] { $minutes } minutes later
}.
card-challenge-late = ✋ Asked for { $task }; the photo came { $minutes } minutes later (asked for within 5; the network may be why).
card-challenge-open = ✋ Asked for { $task }; no photo of it yet.
card-challenge-cannot = ✋ Asked for { $task }; the client said that he cannot.
challenge-rule = ✋ Photo with fingers for { $name }: { $rule }. What is asked for: { $task }.
challenge-rule-never = never asked for
challenge-rule-odd = only where something should be looked at
challenge-rule-seldom = where something should be looked at, and now and then (1 in 10)
challenge-rule-often = where something should be looked at, and often (1 in 3)
challenge-by-fingers = a number of fingers
challenge-by-word = a word on paper
choice-challenge-never = 🚫 Never
choice-challenge-odd = ⚠️ Only if odd
choice-challenge-seldom = 🎲 Now and then
choice-challenge-often = 🎲 Often
choice-challenge-word = ✍️ Use a word
choice-challenge-fingers = ✋ Use fingers
identity-never-child = A child's face is neither photographed nor compared. Go by the code.
enrol-photo-ask = 📷 Send the photo of enrolment of { $name }: the face is seen, and the person knows what it is for.
enrol-photo-first = Send the photo of enrolment first.
enrol-photo-kept = The photo of enrolment of { $name } is kept. To compare: /bandingkan { $code }
enrol-photo-told = Your officer keeps one photo of you. Only the officer and the site supervisor compare it with photos of attendance; no machine recognises faces. It is erased { $days } days after the case is over. Any question? Write /bantuan
choice-enrol-photo = 📷 Send the photo
identity-no-enrolment = There is no photo of enrolment of { $name } yet.
identity-nothing-to-compare = There are no two photos to compare yet.
identity-ask = 👥 { $name }: on the left the photo of enrolment, on the right that of { WAKTU($at, "singkat") }. Is it the same person?
identity-before = Said before: { $said }. Note: { $note }
choice-identity-same = ✅ Same
choice-identity-different = ❌ Not the same
choice-identity-unsure = ❓ Unsure
identity-said-same = the same
identity-said-different = not the same
identity-said-unsure = unsure
identity-kept = Noted for { $name }: { $said }. The hours do not change. Write a note now if you like.
identity-note = Note: { $note }
identity-note-kept = The note is kept.
identity-doubt =
    ⚠️ A photo needs a look.
    { $name }: { $by } says: { $said }. See for yourself with /bandingkan { $code }
choice-compare = 👥 Compare photos
label-person_doubted = make sure who is in the photo
card-flag-person_doubted = ⚠️ Please look: make sure who is in the photo. Is the client really at work here?
