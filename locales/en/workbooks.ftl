# Workbooks: what changes, the workbook that is filled already, and the import by chat

import-changed = Sheet { $sheet }, row { $row }, column { $column }: { $old } → { $new }
import-nothing-changed = Nothing changed.
import-followed = Changed as well: { $count } rows that are not in this workbook, such as placements that follow their case.
import-nothing = (empty)
import-hidden = (kept secret)
cli-template-filled = The workbook with today's data was written to { $file }. Correct its cells, then: hadir import. Keep this file in a safe place.
cli-office-unknown = There is no office with the code { $code }. Check the code.
