# Invitations: slips to cut out, a text to forward, and the list of who has not joined.
# Anybody may read slips and texts: they name no office, no case, no role.

greeting-guardian = Dear

slip-title = Invitation
slip-footer = { $for } · made on { WAKTU($at, "hari") }
slip-hello = { $sapa } { $name },
slip-intro = A personal invitation, for one person only.
slip-intro-office = A personal invitation from { $office }, for one person only.
slip-typing = Cannot scan it? Open { $messenger }, search for { $bot }, and type this code:
slip-step-scan = Scan the code
slip-step-start = Press START
slip-step-agree = Press Agree
slip-button-start = START
slip-button-agree = Agree
slip-ending =
    Valid until { WAKTU($until, "hari") }.
    Need help? { $contact }
invite-forward =
    { $sapa } { $name }, this is your personal invitation.

    1. Open on your phone: { $link }
    2. Press START.
    3. Press Agree, then follow what it says.

    The link does not open? Open { $messenger }, search for { $bot }, and type the code { $code }.
    Valid until { WAKTU($until, "hari") }. Need help? { $contact }
invite-forward-office =
    { $sapa } { $name }, this is your personal invitation from { $office }.

    1. Open on your phone: { $link }
    2. Press START.
    3. Press Agree, then follow what it says.

    The link does not open? Open { $messenger }, search for { $bot }, and type the code { $code }.
    Valid until { WAKTU($until, "hari") }. Need help? { $contact }

code-wait =
    That code has not been looked at, because five before it did not fit.
    Wait until { WAKTU($until, "singkat") }, then type it once more.
code-unknown =
    That code does not match. Check its letters and figures; after five times, wait an hour.
    If it still does not work, ask whoever gave it to you for a new one.

# /undang

menu-undang = Invite people
key-invite = ✉️ Invite
invite-heading =
    ✉️ Not joined yet: { $count }.
    Need an invitation: { $needing }.
invite-all-joined = Everybody has joined. Nobody needs an invitation.
invite-line-never = • { ORANG($name, $code) }: not invited
invite-line-never-code = • { $name }: not invited
invite-line-valid = • { ORANG($name, $code) }: invited { WAKTU($at, "tanggal") }, valid until { WAKTU($until, "tanggal") }
invite-line-valid-code = • { $name }: invited { WAKTU($at, "tanggal") }, valid until { WAKTU($until, "tanggal") }
invite-line-expired = • { ORANG($name, $code) }: invitation ended { WAKTU($until, "tanggal") }
invite-line-expired-code = • { $name }: invitation ended { WAKTU($until, "tanggal") }
invite-line-guardian-first = • { $code }: { consent-step }
invite-line-wrong-number = • { ORANG($name, $code) }: the number is wrong. Mend it: type "ubah { $code }"
invite-guardian-first = { $code } cannot be invited yet: the guardian must agree first. Step: { consent-step }
choice-invite-guardian = ✉️ Invite guardian
choice-mend-number = ✏️ Mend the number
slips-guardians-first = Without { $people }: the guardian must agree first. Type "undang" and the code for the step.
invite-line-more = … and { $count } more.
invite-how = For one person, type "undang" and the name or code.
choice-slips = 🖨 Make invitations
choice-slips-renew = 🔄 Renew
choice-invite-renew = 🔄 Make a new one
slips-ready =
    🖨 Invitations for { $count }, valid until { WAKTU($until, "hari") }.
    Print them, cut them out, and hand each to its person.
slips-ready-more =
    🖨 Invitations for { $count }, valid until { WAKTU($until, "hari") }.
    There are { $left } more people: type "undang" once more.
slips-none-needed = Everybody who has not joined still has a valid invitation. To replace one, type "undang" and the name.
slips-none-expired = No invitation has ended. Type "undang" to see the list.
slips-cannot-print =
    Slips cannot be made here yet; the operator must install the part "reports".
    Meanwhile, type "undang" and a name for one person.
slips-not-sent =
    The invitations made a while ago could not be sent, so they are no longer valid.
    Type "undang" to make them again.
invite-not-found = There is no "{ $text }" among the people you can invite. Check the name, or type the code.
invite-no-site = { $code } is not at any site yet. Type "ubah" and the code of the site, and add { $code } in the line "supervisor".
invite-no-client-there = None of your clients is at the site of { $code } yet. Place a client there first, or ask the operator for the invitation.
invite-which = Several people have that name. Which one?
invite-which-of-many = Many people have that name. Choose, or type the code.
choice-invite = { $name }
invite-joined =
    { $name } has joined already. No invitation is needed.
    Is the phone lost or another one? Write "hilang { $code }", then invite again.
invite-still-valid =
    { $name } has an invitation already, valid until { WAKTU($until, "hari") }.
    If you make a new one, the old one stops working.
invite-ready =
    Invitation for { $name }, valid until { WAKTU($until, "hari") }. Show the code, or forward the message below.

    Link: { $link }
    Code: { $code }
invite-as-it-is = { $text }

# The operator's role

welcome-operator =
    Thank you, { $sapa } { $name }. This phone is registered.
    Press ✉️ Invite to see who has not joined yet.
help-operator =
    Type "undang" to see who has not joined and to make their invitations.
    For one person, type "undang" and the name.
    To enter something new: "daftarkan", or "impor" for many at once. To correct something: "ubah" and its code.
not-understood-operator =
    { $sapa } { $name }, press ✉️ Invite to invite people.
    For anything else press 🙋 Ask for help.

# hadir invite

cli-invite-code = Or type this code to { $bot }: { $code }
cli-invite-code-as-words = Or type this code to the bot: { $code }
cli-invite-what = Name the person's code, or use --all --out FOLDER.
cli-invite-bot-unknown = The bot's name cannot be read now, so no link can be printed. Check HADIR_TELEGRAM_TOKEN and the network: hadir check
cli-invite-no-typst = Making a PDF needs the part "reports". Install it with: uv sync --extra reports
cli-invite-renewing = --renew: unused invitations are replaced. Slips and links that were handed out stop working.
cli-invite-written = { $count } invitations: { $file }
cli-invite-texts = Texts to forward: { $file }
cli-invite-guardians-first = No invitation yet for { $count } of the children: their guardian must agree first. The steps, in the chat:
cli-invite-kept = { $count } people still have a valid invitation and are left out (--renew to replace it):
cli-invite-kept-one = { "  " }{ $code }: until { WAKTU($until, "hari") }
cli-invite-total = { $made } invitations made for those who have not joined. Only their owner can read the files; delete them once printed.
cli-invite-nobody = Nobody needs an invitation.
cli-trouble-template-broken =
    The slip template in { $file } cannot be used: { $reason }
    Mend it, or delete that file to use the one that comes with Hadir.
invite-file-one = ── { ORANG($name, $code) }
