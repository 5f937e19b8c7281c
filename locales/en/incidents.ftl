# What happens at a site: the supervisor reports it, the officer reads it at once. The first line shows on a lock screen.

menu-kejadian = Report what happened
choice-incident-accident = 🚑 Accident
choice-incident-unrest = 💢 Trouble
choice-incident-other = 💬 Something else
choice-incident-read = ✅ I have read it
choice-incident-photos = 📷 See photos
choice-incident-show = ⚠️ See the report
incident-kind-accident = accident
incident-kind-unrest = trouble
incident-kind-other = something else

# For supervisors

incident-offer = What happened? Choose what is closest; the officer reads it at once.
incident-which-site = At which site?
incident-no-site = You are not recorded as a supervisor anywhere today. Please reach the officer directly.
incident-ask-words = { $site }: write or record what happened, and send it here. Even without words this report leaves in five minutes.
incident-ask-who = If somebody is involved, press the name first or write the code.
incident-named = Involved: { $names }
incident-several = Several people are called “{ $name }”. Press the name that is meant.
incident-photo-kept = The photo is kept. Now write or record what happened.
incident-voice-for-whom = A recording can be kept once a name is given. Press the name first, or simply write what happened.
incident-sent = ✅ Sent to { $names }. You will hear as soon as it has been read.
incident-sent-nobody = ✅ The report is kept, but no officer can read it yet. Reach { $contact }.
incident-sent-by-itself = The report of what happened at { $site } has left without words. What is written here now still goes along.
incident-more = Words and photos may follow here, if it is safe.
incident-more-child = No need to show a child's face.
incident-added = That has been sent too.
incident-heard = Fine, it is kept with the report.
incident-was-sent = That report has been sent. If there is something new, report it with /kejadian.
incident-too-late = That report is more than an hour old. If there is something new, report it with /kejadian.
incident-was-read = { $by } has read the report of what happened at { $site }.

# For officers and the head of office

incident-card = ⚠️ A report from a site wants to be read now.
incident-unanswered = ⚠️ A report from a site has not been read. Please see that somebody reads it.
incident-nobody = ⚠️ There is a report from a site, but no officer or head of office who can read it. Please appoint one now.
incident-card-waits = Not read by: { $names }
incident-card-what = { $site }: { $kind }
incident-card-by = Reported by { $by }, { WAKTU($at, "singkat") }
incident-card-who = Involved: { $names }
incident-card-who-more = Involved: { $names }, and { $others } clients of other officers
incident-card-nobody = No name was given.
incident-card-words = In his words: { $words }
incident-card-voice = What he says is in a recording.
incident-card-silent = Sent without words. Please reach the site now.
incident-card-photo-kept = The photos are only for the officer of the child who is involved.
incident-card-read = Read by { $by } { WAKTU($at, "singkat") }
incident-no-photo = There are no photos with this report.
incident-photo = Photo of that report:
incident-on-card = ⚠️ { $site } { WAKTU($at, "singkat") }: { $kind }
