# The workbook for import, and the bounds of the law

import-sheet = Sheet { $sheet }: { $count } rows accepted
import-problem = Sheet { $sheet }, row { $row }, column { $column } not accepted yet:
import-cell-empty = This column must be filled in.
import-not-a-number = This is not a number. Example: 7.5
import-not-a-day = This is not a date. Example: 23/04/2026
import-not-a-time = This is not a time. Example: 08.00
import-not-in-list = Choose one of: { $allowed }
import-not-weekdays = These are not weekdays. Example: Sen; Kam
import-half-a-pin = Fill in latitude and longitude together, or leave both empty.
import-not-on-earth = Latitude must lie between -90 and 90, longitude between -180 and 180.
import-zone-unknown = Unknown time zone. Example: Asia/Makassar
import-person-unknown = There is nobody with the code { $code } in that role. Check the sheet orang.
import-case-unknown = There is no case with the number { $code }. Check the sheet perkara.
import-site-unknown = There is no site with the code { $code }. Check the sheet lokasi.
import-cannot-clear = This column cannot be emptied. Fill it in, or leave it blank to keep what is stored.
import-out-of-range = This number must lie between { $least } and { $most }.
import-language-unknown = Unknown language. Example: id
import-double = This code already stands in row { $row }. Make one row of the two.
import-no-heading = No row of headings was found. There must be a column { $column }; see hadir template.
import-column-unread = Sheet { $sheet }, column { $column }: { $count } cells are not read. Check its heading; it may not be supported yet.
import-sheet-unread = Sheet { $sheet }: { $count } rows are not read. Check its name; it may not be supported yet.
import-role-fixed = This person already has cases or sites, so the role is not changed here.
import-child-stays = This person has a case as a child, so the secrecy stays.
import-client-not-child = This programme is for children, but { $code } is not recorded as one. Check the sheet orang.
import-client-fixed = The client of a case cannot be replaced. Make a new case for somebody else.
import-case-fixed = This placement belongs to another case. Use a new code.
cli-import-bad-book = { $file } is not a known workbook. Make a new one with: hadir template
case-without-hours = The integration programme has no total hours; leave jam_total empty.
case-total-missing = The total hours of the ruling must be filled in.
case-total-outside-law = By law the total must lie between { LAMA($least) } and { LAMA($most) }.
case-daily-missing = The hours a day of the ruling must be filled in for a child.
case-daily-outside-law = At most { LAMA($most) } a day.
placement-without-hours = The end must come after the start and the break.
placement-day-too-long = By law one session is at most { LAMA($most) }.
period-reversed = The last day must come after the first.

template-note-kode = A short code that never changes, e.g. L-01 or K-01
template-note-nama = Full name of the person or site
template-note-kegiatan = Kind of activity, e.g. cleaning
template-note-dinas = The agency that runs the site
template-note-alamat = Address of the site
template-note-lintang = Latitude, e.g. -5.4172; together with the longitude or both empty
template-note-bujur = Longitude, e.g. 119.4439
template-note-radius-m = Radius of the site in metres; empty = 150
template-note-zona = Time zone; empty = the office's
template-note-pengawas = Codes of the site supervisors, separated by semicolons
template-note-peran = Role: choose from the list; anak = a child, whose name stays secret
template-note-sapaan = bapak, ibu, saudara or saudari
template-note-telepon = Phone number
template-note-tanggal-lahir = Date of birth, e.g. 17/08/1990
template-note-bahasa = Language: id or en
template-note-nomor = Case number
template-note-klien = Code of the client in the sheet orang
template-note-program = Programme: choose from the list
template-note-pk = Code of the officer in the sheet orang
template-note-jaksa = Code of the prosecutor in the sheet orang
template-note-putusan-nomor = Number of the ruling or decision
template-note-putusan-tanggal = Date of the ruling
template-note-pengadilan = The court or institution that decided
template-note-jam-total = Total hours of the ruling, e.g. 60 or 7.5
template-note-jam-per-hari = Most hours a day of the ruling
template-note-mulai = First day
template-note-selesai = Last day
template-note-lapor-setiap = minggu, dua_minggu or bulan; empty = no reporting duty
template-note-lapor-pertama = Day of the first report
template-note-foto = Photo at start and finish: selalu, acak or tidak
template-note-perkara = Case number in the sheet perkara
template-note-lokasi = Code of the site in the sheet lokasi
template-note-hari = Working days, e.g. Sen; Kam or Sen-Jum
template-note-jam-mulai = Start, e.g. 08.00
template-note-jam-selesai = End, e.g. 11.00
template-note-istirahat-menit = Break in minutes, not counted
template-guide-sheet = Sheet
template-guide-column = Column
template-guide-meaning = Meaning (* needed; empty = keep; - = clear)
template-guide-example = Example
