# What the bot says of itself to whoever finds it: it names no office, case or role.

bot-name = Hadir
bot-about =
    Hadir notes when you come and go, by location or photo.

    Do you have an invitation? Open its link or scan its code, then press START.
bot-about-short = Notes when you come and go. Join by invitation.

# Where an office chooses to be named

bot-about-office =
    { $office } uses Hadir to note when you come and go, by location or photo.

    Do you have an invitation? Open its link or scan its code, then press START.
bot-about-short-office = { $office }: notes when you come and go. By invitation.

cli-check-contact-tells = – The contact of { $office } ("{ $contact }") is printed on invitations, and tells the office or the matter. A telephone number is enough.
cli-check-telegram-tells = – The username @{ $name } tells the office or the matter to everybody. BotFather can make a bot with another name.
cli-office-discreet = { $office } is not named on posters, on invitations and by the bot (--discreet).
cli-office-named = { $office } is named on posters, on invitations and by the bot (--named).
cli-office-bot-later = What the bot says changes when the service is started again. Posters and invitations that are printed stay as they are.
