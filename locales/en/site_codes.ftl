site-code =
    🔢 Site code of { $site }: { $code }
    Clients scan this picture with their phone's camera, or type the six digits here. { $until }
site-code-until = Valid until { WAKTU($at, "jam") }.
site-code-renews = It changes by itself each minute until { WAKTU($at, "jam") }.
site-code-over = The site code of { $site } no longer changes. If more people come, press 🔄 New code.
site-code-over-picture = Press New code
site-code-which = The code of which site?
site-code-none = You are on duty at no site today. If that is wrong, press 🙋 Ask for help.
choice-site-code = { $site }
choice-site-code-new = 🔄 New code
site-code-stranger = This code is for people who have an invitation. Please open yours first, then scan again.
site-code-newcomer = Before this code can be used, please finish the step below, then scan again.
site-code-who-first = A site code is recorded for one person. Please say first who is using this phone, then scan once more.
site-code-for-clients = This code is for clients. They scan it with their own phone.
site-code-unknown = This code is not valid at your site. Scan the code on the supervisor's phone, or send your location as usual.
site-code-expired = This code is over. Ask the supervisor to press 🔄 New code, then scan again.
site-code-used = You have used this code already. If you need another, ask the supervisor to press 🔄 New code.
site-code-elsewhere = This code is of another site than yours now. Scan the code on your supervisor's phone, or send your location.
site-code-wrong = These digits do not match, or are over. Ask the supervisor for a new code, then type again or scan the picture.
site-code-locked = The digits did not match several times. You can type a code again from { WAKTU($until, "singkat") }. You can still scan the picture now, or send your location.
site-code-locked-officer =
    🔢 A site code did not match { $tries } times.
    It was typed by { $name } ({ $code }). Typing is possible again from { WAKTU($until, "singkat") }. Perhaps help is needed.
card-site-code-scanned = 🔢 Site code matches, { WAKTU($at, "jam") }
card-site-code-typed = 🔢 Site code matches (typed), { WAKTU($at, "jam") }
card-site-code-poster = 🔢 Poster code matches, { WAKTU($at, "jam") }
label-code_but_far = site code matches, but the phone's location is far away
card-flag-code_but_far = ⚠️ Please look: the site code matches, but the phone's location in the same minutes is { $km } km from here. Please make sure that the person is there.
menu-kode = Code of the site (QR)
menu-tanpalokasi = No location can be sent
