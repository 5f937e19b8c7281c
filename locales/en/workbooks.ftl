# Workbooks: what changes, the workbook that is filled already, and the import by chat

import-changed = Sheet { $sheet }, row { $row }, column { $column }: { $old } → { $new }
import-nothing-changed = Nothing changed.
import-followed = Changed as well: { $count } rows that are not in this workbook, such as placements that follow their case.
import-nothing = (empty)
import-hidden = (kept secret)
cli-template-filled = The workbook with today's data was written to { $file }. Correct its cells, then: hadir import. Keep this file in a safe place.
cli-office-unknown = There is no office with the code { $code }. Check the code.
cli-import-rows = Rows
import-for-operator = Sites and calendar are looked after by the operator. Ask the operator to import this row.
import-person-for-operator = In the chat, an officer enters clients, children and guardians only. Ask the operator to import this row.
import-client-of-another = Another officer guides this person. Ask the operator if something must be corrected.
import-case-of-another = This case is not yours. Ask the operator if something must be corrected.
import-only-own-cases = Write your own code, { $code }. Cases of other officers are imported by the operator.

book-too-large = That file is too large. At most 10 MB; split it into several workbooks and send them one by one.
book-wrong-type = Only Excel workbooks (.xlsx) and CSV are read here. Save it as one of those, then send it again.
book-locked = That workbook is locked with a password. Save it without one, then send it again.
book-old-excel = That is a file of the old Excel (.xls). Save it as .xlsx, then send it again.
book-far-cell = A filled cell lies very far away. Delete what stands below and to the right of the table, then send it again.
book-too-many-rows = That workbook has more than 50,000 rows. Split it, then send the parts one by one.
book-damaged = That file is damaged or no workbook. Open it in Excel, save it as .xlsx again, then send it again.
book-no-sheet = There is no known sheet in it. Use the workbook from /impor; do not rename its sheets.
