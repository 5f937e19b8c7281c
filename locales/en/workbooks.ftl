# Workbooks: what changes, the workbook that is filled already, and the import by chat

import-changed = Sheet { $sheet }, row { $row }, column { $column }: { $old } → { $new }
import-nothing-changed = Nothing changed.
import-followed = Changed as well: { $count } rows that are not in this workbook, such as placements that follow their case.
import-nothing = (empty)
import-hidden = (kept secret)
cli-template-filled = The workbook with today's data was written to { $file }. Correct its cells, then: hadir import. Keep this file in a safe place.
cli-import-into = Import into { $office } ({ $code })
cli-import-rows = Rows
import-for-operator = The calendar is looked after by the operator. Ask the operator to import this row.
import-person-for-operator = An officer enters clients, children, guardians, site supervisors and prosecutors only. Ask the operator to import this row.
import-client-of-another = You do not guide this person. Ask the operator if something must be corrected.
import-case-of-another = You do not guide this case. Ask the operator if something must be corrected.
import-only-own-cases = Write { $code } as the officer of this case. Cases of other officers are imported by the operator.

book-too-large = That file is too large. At most 10 MB; split it into several workbooks and send them one by one.
book-wrong-type = Only Excel workbooks (.xlsx) and CSV are read here. Save it as one of those, then send it again.
book-locked = That workbook is locked with a password. Save it without one, then send it again.
book-old-excel = That is a file of the old Excel (.xls). Save it as .xlsx, then send it again.
book-far-cell = A filled cell lies very far away. Delete what stands below and to the right of the table, then send it again.
book-too-many-rows = That workbook has more than 50,000 rows. Split it, then send the parts one by one.
book-damaged = That file is damaged or no workbook. Open it in Excel, save it as .xlsx again, then send it again.
book-no-sheet = There is no known sheet in it. Use the workbook from /impor; do not rename its sheets.
book-not-fetched = That file could not be fetched yet. Please send it once more.

menu-impor = Import a workbook
choice-upload-save = 💾 Save
choice-upload-cancel = ❌ Cancel
choice-upload-filled = 📄 With data

upload-how =
    📥 Fill in this workbook, then send it here (.xlsx or CSV, at most 10 MB). You see first what it would do; nothing is saved yet.
    To correct what is stored, press 📄 With data.
upload-how-officer =
    📥 Fill in this workbook with your clients, then send it here (.xlsx or CSV, at most 10 MB). You see first what it would do; nothing is saved yet.
    To correct your clients' data, press 📄 With data. The calendar and the staff are imported by the operator.
upload-filled =
    📄 This is today's data. Correct its cells, then send it back here; an empty cell erases nothing.
    Children and their guardians stay codes. Keep this file in a safe place.
upload-received = 📥 The workbook has come and is being checked. Nothing is saved yet.
upload-preview = 🔎 Checked. Press 💾 Save if it is right; until then nothing changes.
upload-preview-again = 🔎 The data changed after the last preview, so nothing was saved. Check once more, then press 💾 Save.
upload-preview-nothing = 🔎 Checked: there is nothing to save.
upload-sheet = • { $sheet }: { $new } new, { $changed } changed, { $same } as before, { $refused } not accepted
upload-changes = ✏️ Changed cells: { $count }
upload-refused = ⚠️ Not accepted: { $count }. Other rows are not affected; correct them, then send again.
upload-partly = ⚠️ In, but not complete: { $count }. Correct that column, then send again.
upload-remarks = 👀 To be looked at: { $count }
upload-more = … and { $count } more, in the list.
upload-list = 📎 The whole list, row by row.
upload-saving = ⏳ Being saved. You will hear here.
upload-progress = ⏳ Being saved: { $done } of { $total } rows.
upload-saved = ✅ The workbook is saved.
upload-saved-rest = ✅ The workbook is saved. It was interrupted; these are the figures of the last part.
upload-cancelled = ❌ Cancelled. Nothing changed, and the file is erased.
upload-failed = Sorry, this workbook could not be processed yet. Rows that came in are kept; send it again, or ask the operator.
upload-is-received = That workbook is still being checked. One moment.
upload-is-saving = That workbook is being saved. You will hear.
upload-is-saved = That workbook is saved already. No need to press again.
upload-is-nothing = That workbook changes nothing.
upload-is-cancelled = That workbook was cancelled. Send it again if you want to save it.
upload-is-expired = That workbook was older than a day and is erased. Send it again if you want to save it.
upload-is-unreadable = That workbook could not be read. Send it again when it is corrected.
upload-is-failed = That workbook could not be processed yet. Send it again.

list-refused = not accepted
list-partly = not complete
list-changed = changed
list-remarks = to be looked at
list-column-sheet = sheet
list-column-row = row
list-column-column = column
list-column-reason = reason
list-column-old = old
list-column-new = new
list-column-remark = remark
list-value = { $value }
