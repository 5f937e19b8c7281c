# A clearer location, and live location

better-location-away = The hour is recorded, but the phone reads { $metres } m from the site. If you are at work by now, send it once more within 15 minutes, best as a live location.
better-location-unsure = The hour is recorded, but the phone is not sure where it is. If you are at work by now, send it once more within 15 minutes, best as a live location.
better-location-unread = The hour is recorded, but the phone's position could not be read. If you are at work by now, send it once more within 15 minutes, best as a live location.
better-location-not-fresh = The hour is recorded, but that location was not where the phone was then. If you are at work by now, send it once more within 15 minutes, best as a live location.
better-location-inside = Thank you, now the location is clear: you are at the site. The time stays as it was.
better-location-kept = Thank you, the location is kept. The time stays as it was; the supervisor makes sure.
better-location-code = Thank you, the code matches and is kept. The time stays as it was.
location-live-kept = Live location received. Work goes on; when it is over, press the button below.
card-place-first = First sent { WAKTU($at, "pukul") }: { $metres } m from the site's point; the one above was sent { WAKTU($then, "pukul") }
card-place-first-unread = First sent { WAKTU($at, "pukul") }, did not show the place; the one above was sent { WAKTU($then, "pukul") }
card-live = Live location: { $inside } at the site, { $unknown } no data
card-live-outside = Live location: { $inside } at the site, { $outside } outside, { $unknown } no data
label-first_outside = the hours follow a location outside the site
card-flag-first_outside = ⚠️ Please look: the first location was { $metres } m from the site's point, the clear one came { $minutes } minutes later. The hours follow the first. Was the client at the site at that time?
label-went_away = by the live location, away from the site for a while
card-flag-went_away = ⚠️ Please look: by the live location, { $minutes } minutes more than 100 m outside the site. Was there a task elsewhere?
label-left_early = finished earlier than planned
card-flag-left_early = Finished { $minutes } minutes earlier than planned. Was the work done?
place-kept = Thank you. Your phone is read { $metres } m from { $site }. Only the distance and the time are kept. Where hours are confirmed from far away several times, the officer may ask.
place-not-fresh = That location is not where the phone is now, so it is not kept. Send the current one by attachment 📎 → Location.
place-no-site = None of your sites can be compared today, so nothing is kept.
