# The workbook for import, and the bounds of the law

import-sheet = Sheet { $sheet }: { $count } rows accepted ({ $new } new, { $changed } changed, { $same } as before)
import-problem = Sheet { $sheet }, row { $row }, column { $column } not accepted yet:
import-left-out = Sheet { $sheet }, row { $row }: { $code } is in, but column { $column } is not yet:
import-sheet-partly = Sheet { $sheet }: { $count } of them are not complete yet, see below.
import-example-skipped = Example rows left out: { $where }. Change the code { $code } if a row is real.
import-cell-empty = This column must be filled in.
import-not-a-number = This is not a number. Example: 7.5
import-not-a-day = Write one whole date with its year, without other words. Example: 23/04/2026 or 23 April 2026
import-not-days = Write one date or one span of dates, without other words. Example: 17/08/2026, or 15/06/2026 - 11/07/2026
import-days-reversed = This span ends before it begins. Example: 15/06/2026 - 11/07/2026
import-too-many-days = One span is at most { $most } days. Divide it into several rows.
import-not-a-time = This is not a time. Example: 08.00
import-not-in-list = Choose one of: { $allowed }
import-not-weekdays = These are not weekdays. Example: Sen; Kam
import-half-a-pin = Fill in latitude and longitude together, or leave both empty.
import-not-on-earth = Latitude must lie between -90 and 90, longitude between -180 and 180.
import-zone-unknown = Choose Asia/Jakarta (WIB), Asia/Makassar (WITA) or Asia/Jayapura (WIT).
import-person-unknown = There is nobody with the code { $code } in that role. Check the sheet orang.
import-case-unknown = There is no case with the number { $code }. Check the sheet perkara.
import-site-unknown = There is no site with the code { $code }. Check the sheet lokasi.
import-cannot-clear = This column cannot be emptied. Fill it in, or leave it blank to keep what is stored.
import-out-of-range = This number must lie between { $least } and { $most }.
import-language-unknown = That language is not there yet. Choose one of: { $allowed }
import-double = This code already stands in row { $row }. Make one row of the two.
import-no-heading = No row of headings was found. There must be a column { $column }; see hadir template.
import-column-unread = Sheet { $sheet }, column { $column }: { $count } cells are not read. Check its heading; it may not be supported yet.
import-sheet-unread = Sheet { $sheet }: { $count } rows are not read. Check its name; it may not be supported yet.
import-region-without-site = Sheet { $sheet }, row { $row }: accepted, but there is no site in { $region } yet, so that day holds nowhere. Use the spelling of the column wilayah in the sheet lokasi.
import-person-outside-programme = Sheet { $sheet }, row { $row }: accepted, but the officer should look at case { $number }, which cannot be corrected until this is clear:
import-not-a-phone = This is not a phone number. Example: 0812-3456-7890; one from abroad with a +, like +60 12 345 6789. Leave it empty if there is none yet.
born-in-future = This date of birth has not come yet. Check the year.
born-too-long-ago = This date of birth is more than { $most } years ago. Check the year.
import-doubt-grown-child = Sheet { $sheet }, row { $row }: accepted, but this person is 21 or older and has the role anak. Write the role klien, or correct the date of birth.
import-doubt-young-client = Sheet { $sheet }, row { $row }: accepted. Below 18, so recorded as a child (anak) whose name is kept secret. If the date of birth is wrong, correct it and write the role klien.
import-guardian-replaced = Sheet { $sheet }, row { $row }: the guardian of { $code } changes from { $old } to { $new }. The consent of { $old } ends, and { $new } will be asked.
import-opening-above-order = Sheet { $sheet }, row { $row }: accepted. Of the { LAMA($minutes) } written, { LAMA($total) } are credited, all the hours of the ruling; the rest is only kept.
import-not-a-period = Write the period in brackets behind the code. Example: PL-01 (01/05/2026 - 31/07/2026), or PL-01 (01/05/2026 -)
import-role-fixed = This person already has cases or sites, so the role is not changed here.
import-child-stays = This person has a case as a child, so the secrecy stays.
import-client-fixed = The client of a case cannot be replaced. Make a new case for somebody else.
import-case-fixed = This placement belongs to another case. Use a new code.
import-draft = Sheet { $sheet }, row { $row }: accepted as a draft, not begun. Missing: { $lacks }
import-not-opening = "{ $part }" is not opening days and hours. Separate them with semicolons. Example: Sen-Kam 08.00-16.00; Jum 08.00-11.30
import-opening-overlap = The opening hours of { $day } overlap. Write days that differ on their own. Example: Sen-Kam 08.00-16.00; Jum 08.00-11.30
import-not-a-window = This is not a time of day that is allowed. Example: 08.00-17.00
import-not-corners = These are not corners. Write at least three. Example: -5.41,119.44; -5.42,119.44; -5.42,119.45
import-not-a-guardian = { $code } is not recorded as a guardian. Check the role.
import-child-without-case = { $code } has no case yet. Enter the case, then import this row again.
import-guardian-twice = This child already has a guardian in row { $row }. Choose one.
import-sentence-of-child = No replaced sentence is kept of a child; leave this column empty.
import-opening-together = Fill in jam_sudah_diakui, per_tanggal and dasar together, or leave all three empty.
import-placement-without-days = This case is a draft without dates. Fill them in here or in the sheet perkara, then import again.
cli-import-bad-book = { $file } is not a known workbook. Make a new one with: hadir template
case-without-hours = The integration programme has no total hours; leave jam_total empty.
case-total-outside-law = By law the total must lie between { LAMA($least) } and { LAMA($most) }.
case-daily-outside-law = By law at most { LAMA($most) } a day.
case-daily-impossible = Write the hours a day from the ruling: more than none, at most { LAMA($most) }. The law names no figure for this programme.
case-days-outside-law = By law one of these days is not possible in this programme.
case-window-outside-law = By law this time of day is not possible in this programme.
placement-without-hours = The end must come after the start and the break.
placement-day-too-long = By law one session is at most { LAMA($most) }.
period-reversed = The last day must come after the first.

template-example = Example row: only to look at, it is not imported. Write your data in the empty rows below.
template-note-kode = A short code that never changes, e.g. L-01 or K-01
template-note-nama = Full name of the person or site
template-note-kegiatan = Kind of activity, e.g. cleaning
template-note-dinas = The agency that runs the site
template-note-alamat = Address of the site
template-note-lintang = Latitude, e.g. -5.4172; together with the longitude or both empty
template-note-bujur = Longitude, e.g. 119.4439
template-note-radius-m = Radius of the site in metres; empty = 150
template-note-zona = Time zone: choose from the list; empty = the office's
template-note-tutup = Days on which the site is closed, separated by semicolons, spans allowed, hours too (30/06/2026 10.00-12.00). A day that leaves the list is open again. For a day soon use /tutup, so that everybody is told
template-note-pengawas = Codes of the site supervisors, separated by semicolons; for a certain period only, write it in brackets: PL-01 (01/05/2026 - 31/07/2026)
template-note-peran = Role: choose from the list; anak = a child, whose name stays secret
template-note-sapaan = bapak, ibu, saudara or saudari
template-note-telepon = Phone number, e.g. 0812-3456-7890; from abroad with +, e.g. +60 12 345 6789
template-note-tanggal-lahir = Date of birth, e.g. 17/08/1990
template-note-bahasa = Language: id or en
template-note-nomor = Case number
template-note-klien = Code of the client in the sheet orang
template-note-program = Programme: choose from the list
template-note-pk = Code of the officer in the sheet orang; a case without one waits as a draft
template-note-jaksa = Code of the prosecutor in the sheet orang
template-note-putusan-nomor = Number of the ruling or decision
template-note-putusan-tanggal = Date of the ruling
template-note-pengadilan = The court or institution that decided
template-note-jam-total = Total hours of the ruling, e.g. 60 or 7.5
template-note-jam-per-hari = Most hours a day of the ruling
template-note-mulai = First day; a case without days waits as a draft, a placement without days follows its case
template-note-selesai = Last day; a case without days waits as a draft, a placement without days follows its case
template-note-lapor-setiap = minggu, dua_minggu or bulan; empty = no reporting duty
template-note-lapor-pertama = Day of the first report
template-note-foto = Photo at start and finish: selalu, acak or tidak
template-note-perkara = Case number in the sheet perkara
template-note-lokasi = Code of the site in the sheet lokasi
template-note-hari = Working days, e.g. Sen; Kam or Sen-Jum
template-note-jam-mulai = Start, e.g. 08.00
template-note-jam-selesai = End, e.g. 11.00
template-note-istirahat-menit = Break in minutes
template-note-titik = Corners of the site where a circle says too little: latitude,longitude; latitude,longitude; ... with decimal points
template-note-wilayah = Regency or city, for regional holidays; spelt alike in the sheets lokasi and kalender; empty = everywhere
template-note-buka =
    Opening days and hours, separated by semicolons, e.g. Sen-Kam 08.00-16.00; Jum 08.00-11.30; Jum 13.30-16.00.
    A day that is not written = closed. Days without hours share the next ones (Sen; Kam 08.00-16.00), the last share those before.
    Hours without days are those of the days before (Sen-Jum 08.00-12.00; 13.00-16.00).
    No hours at all = all day, no days at all = every day; empty = every day, all day
template-note-aturan-libur = On holidays: libur (no work), tetap_kerja (work), hanya_libur (Sundays and school holidays only, not national holidays or joint leave); empty = libur
template-note-kapasitas = People at the same time at most; empty = no limit
template-note-untuk-anak = Suitable for a child: ya or tidak; empty = ya
template-note-wali-dari = For a guardian: code of the child; several codes separated by semicolons
template-note-rumah-lintang = Latitude of the home, only to find a site nearby; together with rumah_bujur
template-note-rumah-bujur = Longitude of the home
template-note-pidana-pengganti = The sentence that the work replaces, e.g. 4 months of prison; never a child's
template-note-sumber-mulai = The paper of the first day: choose from the list
template-note-sumber-selesai = The paper of the last day: choose from the list
template-note-sumber-tempat = The paper of the place: choose from the list
template-note-hari-diizinkan = Days that the ruling allows, e.g. Sab; Min; empty = all days (needed for a child)
template-note-jendela-waktu = Time of day that the ruling allows, e.g. 08.00-17.00; empty = all day (needed for a child)
template-note-jam-sudah-diakui = Hours served before Hadir; together with per_tanggal and dasar
template-note-per-tanggal = The last day that those hours include; sessions in Hadir begin after it
template-note-dasar = The record those hours stand on, e.g. the paper attendance list
template-note-lapor-tenggang-hari = Days after the report day that still count as in time; empty = 0
template-note-istirahat-setelah-menit = The break is taken off only from work longer than so many minutes; empty = 0
template-note-istirahat-dihitung = Whether the break counts as work: ya or tidak; empty = tidak
template-note-setiap-minggu = 1 = every week, 2 = every two weeks; empty = 1
template-note-tanggal = A day, or a span such as 15/06/2026 - 11/07/2026 (at most 92 days). Those marked (perkiraan) are not decreed yet: check them
template-note-jenis = Choose from the list; hari_kerja = no holiday after all; - = back to Hadir's calendar
template-note-keterangan = Name of the day; remove (perkiraan) once the date is certain
template-guide-sheet = Sheet
template-guide-column = Column
template-guide-meaning = Meaning (* needed, pk, mulai and selesai may follow later; empty = keep; - = clear)
template-guide-example = Example
