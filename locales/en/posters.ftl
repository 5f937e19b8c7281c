# A poster for the wall of a site. Whoever passes reads it: it names no office, case or role.

poster-title = Poster
poster-heading-come = Just arrived? Scan here.
poster-heading-go = Going home? Scan again.
poster-step-scan = Scan with your camera
poster-step-start = Press START
poster-step-send = Send location or photo
poster-help =
    Cannot scan?
    Send your location as usual, or ask somebody here.
poster-footer = { $code } · poster no. { $edition } · { WAKTU($at, "hari") }

# /poster

menu-poster = Poster of a site (PDF)
poster-ready =
    🖨 Poster of { $site }. Print it on A4 and put it up inside, near the supervisor's desk.
    A poster is weaker than the 🔢 code on the supervisor's phone: a photo of it can be used from elsewhere. The supervisor's card calls it "poster code".
poster-replaced =
    🖨 New poster of { $site }. Print it and put it over the old one, which is no longer valid.
    A poster is weaker than the 🔢 code on the supervisor's phone: a photo of it can be used from elsewhere.
poster-without-name = The name of the site is not printed, because it tells the office or the matter.
poster-which = The poster of which site?
poster-which-of-many = The poster of which site? If it is not below, type "poster" and its code or name.
poster-no-site = There is no site yet whose poster you can make. A site is registered with "daftarkan lokasi".
poster-site-unknown = There is no "{ $text }" among your sites. Check the name, or type the code.
poster-cannot-print =
    Posters cannot be made here yet; the operator needs to install the part "reports".
    Meanwhile the supervisor can use "kode" on the phone.
poster-replace-sure =
    The poster of { $site } on the wall stops being valid at once. Whoever scans it is asked to use the new one.
    Replace it now?
choice-poster-site = { $site }
choice-poster-replace = 🔄 Replace poster
choice-poster-new = 🔄 Yes, replace

# Clients who scan

site-code-poster-old = This poster was replaced. Scan the new poster or the code on the supervisor's phone, or send your location as usual.
site-code-poster-again = You have just scanned this poster, and it was recorded. There is no need to scan again.
site-code-poster-more = If you can, also send your location now with 📎. It makes it easier for the supervisor to be sure.

# hadir poster

cli-poster-written = Poster of { $site }: { $file }
cli-poster-weaker = A poster is weaker than the code on the supervisor's phone (/kode): a photo of it can be used from elsewhere.
cli-trouble-poster-no-site = There is no site in { $office } yet.
cli-trouble-poster-site-unknown = There is no site with the code "{ $site }" in { $office }.
