# Voice messages of clients

voice-kept = 🎧 The voice message is kept for the officer. If it is urgent, press 🙋 Ask for help.
voice-kept-work = 🎧 The voice message is kept for the officer and the site supervisor. No need to send it again.
voice-which = 🎧 The voice message has reached the officer. Is it the proof that is awaited?
choice-voice-other = 🎧 Not the proof
voice-said-already = That voice message is kept in its place already. For anything else, send another.
words-which = What are these words for? A proof is still awaited.
guardian-photo-which = The photo has arrived and is kept. What does it show? A proof of an excuse is still awaited.
guardian-voice-which = 🎧 The voice message is kept. What is it for? A proof of an excuse is still awaited.
voice-problem-too-long = That voice message is too long. Record it again, five minutes at most, or write it in words.
voice-problem-not-fetched = That voice message could not be had yet. Please send it once more, or write it in words.
voice-problem-no-recording = That is no voice recording. Press the microphone to record, or write it in words.
voice-told-officer =
    🎧 There is a voice message ({ $seconds } seconds).
    From { $name } { $about }, { WAKTU($at, "singkat") }. Nothing is concluded from it; please listen.
voice-about-attendance = about today's work
voice-about-session = about the session without news
voice-about-nothing = without saying about what
voice-here = 🎧 Voice message of { $name }, { WAKTU($at, "singkat") } ({ $seconds } seconds).
voice-erased = The voice message of { $name }, { WAKTU($at, "singkat") }, was erased.
choice-voice-listen = 🎧 Listen
reason-by-voice = a voice message
card-voice = 🎧 { $count ->
    [one] One voice message
   *[other] { $count } voice messages
 } from the client.
