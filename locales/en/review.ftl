# Cards and lists for site supervisors

card =
    📋 Attendance
    { $name } – { $activity }, { $site }
card-start = Start { WAKTU($start, "singkat") }
card-times = { WAKTU($start, "tanggal") }, { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") } ({ LAMA($length) })
card-break = Break of { LAMA($length) } not counted
card-place = { $moment }: { $metres } m from the site's pin – { $verdict }
card-place-accuracy = { $moment }: { $metres } m from the site's pin (the phone may be { $accuracy } m off) – { $verdict }
card-place-unknown = { $moment }: the distance cannot be measured
card-no-place = No location from a phone
card-no-photo = No photo yet
card-label = To look at: { $label }
card-file-taken = By the photo's own file: taken { WAKTU($at, "singkat") } (only a hint, anybody can change it)
card-file-place = By the photo's own file: taken { $metres } m from the site's pin (only a hint)
card-photo-again = ⚠️ To look at: { $label }, { WAKTU($at, "singkat") }. Please make sure that the work is really done at the site.
card-photo-similar = To look at: { $label }, { WAKTU($at, "singkat") }. Please compare the two.
card-beyond = ⚠️ To look at: { $what }. Was the work really done then?
card-outside-plan = Outside the plan
card-closed-by-rule = No news of the finish has arrived, so it is recorded as planned. Please check.
card-closed-without-end = No word came that it is finished, and there is no plan. Hours count once its end is entered.
card-ask-end = When did it end? Press ✏️ Correct times.
card-ended-by = Ended by { $by } { WAKTU($at, "pukul") }.
card-closed-by-supervisor = The finish was recorded by a supervisor, as planned.
card-ask-presence = Is it right that the person is there?
card-ask-hours = Are these hours right?
card-present = ✅ Presence confirmed. The hours are asked for after the finish.
card-confirmed = ✅ Confirmed by { $by }, { WAKTU($at, "singkat") }
card-rejected = ❌ Said to be not right by { $by }, { WAKTU($at, "singkat") }: { $reason }
choice-photo-full = 🔍 Larger photo
photo-full = 📷 { $name }, { WAKTU($at, "singkat") }
photo-full-none = There is no photo that can be shown.
card-changed = The record has changed. This is the newest:
card-otherwise-confirmed = If you see it otherwise, write it with 📝 Note below it, so that the officer reads it.
card-otherwise-rejected = If you see it otherwise, talk to that colleague or tell the officer.
moment-start = At the start
moment-finish = At the finish
verdict-inside = at the site
verdict-near = near the site
verdict-outside = outside the site, is that right?
verdict-cannot-tell = not certain yet
verdict-not-judged = not judged yet
label-forwarded = location or photo forwarded from another message, so perhaps not from this place and time
label-via_bot = location or photo sent through another bot, not straight from the phone
label-scheduled = sending it was scheduled beforehand, not sent at that moment
label-picked_place = a place picked from a list or a map, not the phone's position
label-as_document = photo sent as a file, so it may be an old one
label-edited = the message was changed after it was sent; the first version counts
label-from_desktop = the location key was pressed in Telegram on a computer (Web/Desktop), which cannot send a phone's position
label-on_the_pin = exactly on the map pin of the site
label-same_point = exactly the point that another client sent
label-same_as_before = exactly the point that was sent before
label-stands_still = a live location that does not move at all
label-odd_travel = too far from the location before for the time
label-not_judged = the distance to the site could not be worked out
label-no_location_phone = no location; the client says that the phone cannot send it
label-no_location_signal = no location; the client says that GPS or signal is away
label-no_location_unwilling = no location; the client prefers not to share it
label-file_old = by its own file, the photo was taken long before it was sent
label-file_elsewhere = by its own file, the photo was taken far from the site
label-photo_erased = the photo has been erased
label-photo_missing = photo not downloaded yet
label-photo_unreadable = photo cannot be opened
label-photo_seen = the very same photo as an earlier one
label-photo_alike = a photo that looks just like an earlier one
label-photo_shared = the same photo as another client's, or one just like it
label-photo_similar = the photo is like another one: perhaps a part of it or a screenshot, perhaps a new photo of the same place
card-place-late = The location was sent { WAKTU($sent, "singkat") } and arrived only { WAKTU($at, "singkat") }. What counts is the time of sending.
card-photo-late = The photo was sent { WAKTU($sent, "singkat") } and arrived only { WAKTU($at, "singkat") }.
card-flag-edited = ⚠️ Please look: the message was changed after it was sent; the first version counts.
card-flag-on_the_pin = ⚠️ Please look: the location is exactly the map pin of the site. Please make sure that the person is there.
card-flag-same_point = ⚠️ Please look: the location is exactly the point that another client sent, { WAKTU($at, "singkat") }. Please make sure that the person is there.
card-flag-same_as_before = The location is exactly the point sent { WAKTU($at, "singkat") }. Perhaps it is an old position that the phone kept.
card-flag-stands_still = ⚠️ Please look: the live location has not moved at all for long. Please make sure that the person is there.
card-flag-odd_travel = ⚠️ Please look: the location before was { $km } km from here, { $minutes } minutes earlier. Please make sure that the person is there.
card-flag-not_judged = The distance to the site could not be worked out because of how the site is recorded. The client is not to blame.
card-flag-file_old = ⚠️ To look at: by its own file, the photo was taken { $days } days before it was sent. Is it an old photo? The phone's clock may also be wrong.
card-flag-file_elsewhere = ⚠️ To look at: by its own file, the photo was taken { $km } km from the site. Was it taken somewhere else? What the file says may also be wrong.
tap-confirmed = ✅ { $name }: the hours are confirmed.
tap-rejected = ❌ { $name }: said to be not right.
tap-present = ✅ { $name }: presence is confirmed.
tap-all-here = ✅ Everybody who has started is noted as present.
tap-rest-none = ℹ️ Nobody is left to note as present.
tap-rest-here = ✅ { $count } noted as present, as planned. A mistake? Press the name.
tap-all-done = ✅ The hours of everybody who has finished are confirmed.
choice-right = ✅ Right
choice-wrong = ❌ Not right
why-wrong =
    What is not right in the record of { $name }?
    Choose one, or write it in your own words.
reject-sure = Really note for { $name }: { $reason }?
choice-reject-not = ↩️ No, leave it
choice-reject-sure = ❌ Yes, note it
reason-not-here = 🚫 Not at the site
reason-wrong-time = 🕒 Other times
reason-not-working = 🧹 Not working
rejection-noted = ❌ Noted: the record of { $name } is not right ({ $reason }).
choice-unreject = ↩️ Take back
rejection-taken-back = ↩️ Taken back. The record of { $name } is as it was.
unreject-too-late = A rejection can only be taken back within 10 minutes. If the person is there after all, open 📋 Today's list.
unreject-not-yours = Another supervisor rejected that, so only he or she can take it back.
confirm-not-yourself = You cannot confirm your own attendance. Please ask another supervisor or the officer.
too-early-to-confirm = That work has not started yet. Please confirm after the start.
present-case-closed = The case is closed, so presence cannot be recorded here. Tell the officer if the client did come.

list-heading = { $site }, { WAKTU($at, "singkat") }: { $count } people
list-line-open =
    { $number }. { $name } – start { WAKTU($start, "jam") } – { $state }{ $look ->
        [far] {" "}– ⚠️ { $metres } m from the site
        [label] {" "}– ⚠️ to look at
       *[nothing] {""}
    }
list-line =
    { $number }. { $name } – { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") } – { $state }{ $look ->
        [far] {" "}– ⚠️ { $metres } m from the site
        [label] {" "}– ⚠️ to look at
       *[nothing] {""}
    }
list-missing = No news yet ({ $count }): { $names }
list-to-look-at = ⚠️ { $count } to look at. Press the name to open the card.
list-closed-by-rule = { $count } without news of a finish, recorded as planned. Please check.
bulk-result = ✅ Saved: { $count } people.
bulk-before = ☑️ Already confirmed by { $by }: { $names }
bulk-changed = 🔄 Changed meanwhile, nothing is lost: { $names }. The list has the latest.
bulk-closed = 📁 The case is closed: { $names }
list-some-still-open = { $count } still at work. The hours are asked for after the finish.
state-open = working
state-present = present ✅
state-waiting = waiting
state-confirmed = confirmed ✅
state-rejected = not right ❌
state-absent-told = has told us
state-absent-not_told = did not come
state-excused = excused
state-planned = no news yet
state-started = working
state-missed = no news
state-cancelled = cancelled
choice-all-here = ✅ All present
choice-rest-here = ✅ The rest too ({ $count })
choice-all-done = ✅ All finished
choice-all-done-at = ✅ All of { WAKTU($at, "jam") }
choice-name = { $name }
choice-case = { $number } · { $name }
choice-present = ✅ Present: { $name }
day-answered = ✅ { $site }, { WAKTU($at, "hari") }: nothing waits any more.
day-heading = { $site }, { WAKTU($at, "hari") }
day-line =
    { $number }. { $name } – planned { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") } – { $state }{ $look ->
        [far] {" "}– ⚠️ { $metres } m from the site
        [label] {" "}– ⚠️ to look at
       *[nothing] {""}
    }
day-line-work =
    { $number }. { $name } – { $activity }, planned { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") } – { $state }{ $look ->
        [far] {" "}– ⚠️ { $metres } m from the site
        [label] {" "}– ⚠️ to look at
       *[nothing] {""}
    }
day-line-outside =
    • { $name } – start { WAKTU($start, "jam") }, outside the plan – { $state }{ $look ->
        [far] {" "}– ⚠️ { $metres } m from the site
        [label] {" "}– ⚠️ to look at
       *[nothing] {""}
    }
day-line-earlier = • { $name } – start { WAKTU($start, "jam") } – { $state }
list-page = Page { $page } of { $pages }
list-empty = There is nothing planned at your sites today.
list-earlier-more = { $count } more days are waiting. Open this list again when those above are done.

outside-plan =
    ❓ Shall these hours outside the plan count?
    { $name } worked at { $site }, { WAKTU($start, "tanggal") }, { WAKTU($start, "jam") }–{ WAKTU($finish, "jam") }. The supervisor has confirmed.
choice-accept = ✅ Count
choice-decline = ❌ Do not count
outside-plan-beyond = ⚠️ To look at: { $what }.
staff-site-not-judged =
    The distance to { $site } ({ $code }) cannot be worked out, because its pin or corners are recorded wrongly.
    Attendances there are recorded all the same. Mend it with /ubah { $code }, or by import where the corners are wrong.
