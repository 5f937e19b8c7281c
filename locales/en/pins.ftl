# A site's pin that is wrong: proposal, the officer's card, judging anew

menu-lokasisalah = The site's point is wrong
key-pin = 📍 Send this location
choice-pin-wrong = 📌 Site wrong?
choice-pin-without-photo = Send without photo
choice-pin-use = 📌 Use the new pin
choice-pin-circle = 📌 Use the circle
choice-pin-keep = Keep
choice-pin-rejudge = 🔁 Judge again
choice-pin-photos = 🖼 See the photo

pin-offer = Is the pin of { $site } wrong? Press this button, then send the location once more and a photo; the officer decides.
pin-report-no-site = You have no place of work today. If that is a mistake, type "bantuan".
pin-report-which = Which site's point is wrong?
pin-report-place =
    Stand at { $site }, where the work is done, then press 📍 Send this location.
    This is not a check-in. Changed your mind? Type "batal".
pin-report-fits = Your phone is now { $metres } m from the point of { $site }, so the point fits and nothing goes to the officer. If you were asked for a location, send it once more from here.
pin-report-photo =
    Send one photo of { $site }: the building or its sign, no face needed.
    Only the Bapas sees it.
pin-report-photo-child = Please without anybody in the photo.
pin-report-sent =
    ✅ Thank you. The proposed pin of { $site } has gone to the officer.
    Check in as usual; you will hear what becomes of it.
pin-report-joined =
    ✅ Thank you. The officer is already checking the pin of { $site }; your report was added.
    Check in as usual; you will hear what becomes of it.
pin-thanks-used = 📌 The pin of { $site } has been mended. Thank you for telling us.
pin-thanks-kept = 📌 The officer checked the pin of { $site }, and it stays. If it still seems wrong, talk to your officer. Thank you for telling us.

pin-state-open = 📌 The pin of { $site } ({ $code }) should be checked
pin-state-draft = { pin-state-open }
pin-state-joined = { pin-state-open }
pin-state-accepted =
    ✅ The pin of { $site } ({ $code }) was replaced.
    Earlier verdicts have not changed. Press Judge again if they should; hours and decisions stay as they are.
pin-state-kept = ✅ The pin of { $site } ({ $code }) stays. The same place is not asked about again for two weeks.
pin-state-overtaken = The pin of { $site } ({ $code }) was changed in another way; this proposal no longer holds.
pin-question-by-client = { $name }, who stands at the place of work, says that the pin is wrong.
pin-question-by-supervisor = Supervisor { $name }, who stands at the site, says that the pin is wrong.
pin-question-by-people = { $count } people, { WAKTU($day, "tanggal") }, were read outside the site, yet close together (100 m at most).
pin-question-by-confirmations = The supervisor confirmed { $count } attendances that were read outside the site, at the same place.
pin-question-distance = Old pin → new: { $metres } m (limit { $radius } m).
pin-question-no-pin = This site has no pin yet (limit { $radius } m).
pin-question-corners = This site is drawn by its corners. The new pin replaces them with a circle of { $radius } m; corners can only be changed by an import.
pin-question-accuracy = The phone is exact to { $accuracy } m.
pin-question-voices = { $count } more reports say the same.
pin-question-link = The new pin on a map: https://maps.google.com/?q={ $place }
pin-question-photo = 🖼 Photo of { $site } from { $name }.
pin-question-photo-kept = The photo of { $site } from { $name } is only for the officer who guides that child.
pin-would-change = Judging again would change { $count } of { $total } location verdicts ({ $days ->
        [1] { WAKTU($first, "tanggal") }
       *[other] { WAKTU($first, "tanggal") } – { WAKTU($last, "tanggal") }
    }):
pin-turn = • { $count } from { $old } to { $new }
pin-changes-nothing = Judging again would change nothing ({ $total } location verdicts).
pin-verdict-inside = at the site
pin-verdict-near = near the site
pin-verdict-outside = outside the site
pin-verdict-cannot_tell = not certain
pin-verdict-not_judged = not judged
pin-rejudged =
    ✅ { $site }: { $count } location verdicts were judged again. The old ones stay beside them.
    Hours and decisions did not change.
pin-rejudged-nothing = { $site }: there is nothing left to judge again.
pin-moved = 📌 The pin of { $site } ({ $code }) was replaced by { $by }, { $metres } m from the old one.

digest-pin = • The pin of { $site } has needed a check since { WAKTU($day, "tanggal") }. Step: open /perlu, look at the map, and decide.
needs-pin = • The pin of { $site } has needed a check since { WAKTU($day, "tanggal") }. Step: decide on its card above.

pin-set = 📌 { $site } ({ $code }) has a pin now, set by { $by }.

pin-map-old = pin or limit as it is
pin-map-new = proposed pin
pin-map-people = where people were
pin-map-north = N

card-place-checked = { $moment }: { $metres } m from the site's point – the site's pin is being checked
card-place-anew = { $moment }: { $metres } m from the site's point – { $verdict } (judged again; before: { $was })
list-pin-checked = 📌 The officer is checking this site's pin: distances say little for now.
