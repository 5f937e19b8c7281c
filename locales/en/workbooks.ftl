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
