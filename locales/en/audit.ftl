# `hadir audit verify`: read by a head of office or an auditor. Cases are named by code and number.

audit-no-fingerprint =
    "{ $text }" is no fingerprint. Type it as it stands at the end of a summary, for example: hadir audit verify 3f9a 1c22 7b0e 55d1
    It has digits 0–9 and letters a–f: 16 in the message, 64 in an officer's Excel file.
audit-unknown =
    ✗ There is no summary with the fingerprint { $root } here. Compare it once more, digit by digit, with the message or the file.
    If it is the same, that summary was written in another installation, or was deleted or changed in this database. Keep the message, and compare with a backup.
audit-only-beginning =
    ✗ There is no summary with this fingerprint. Its first sixteen digits are of the summary { $code } of the week { $week }, the others are not.
    Copy it once more from the Excel file, or ask with those sixteen digits alone.
audit-written = ✓ This fingerprint is of the summary { $code } ({ $office }) of the week { $week }, { WAKTU($first, "tanggal") } – { WAKTU($last, "tanggal") }, written { WAKTU($at, "lengkap") }.
audit-stands = ✓ All records that it covers are whole: { $facts } records of { $cases } cases. None was replaced, lost or inserted since.
audit-gone = ✗ { $client } (case { $number }): record { $seq } is not there any more.
audit-case-gone = ✗ A case, number { $number } in the database, is not there any more.
audit-changed = ✗ { $client } (case { $number }): record { $seq }, dated { WAKTU($at, "lengkap") }, is not what was written then.
audit-rewritten = ✗ { $client } (case { $number }): its records were written anew. They fit one another, but record { $seq } is not the one that the summary covers.
audit-erased = – { $client } (case { $number }): the contents of { $count } records were erased; when and by whom they were written still stands. Make sure that somebody asked for it.
audit-list-changed = ✗ The list of records that was kept with the summary was changed. A case that was taken off it is not looked at.
audit-broken = ✗ { $broken } of { $cases } cases are not what they were when the summary was written. The other cases are whole.
audit-next =
    Hadir itself changes no record once it is written: the disk may be damaged, a restore may have gone wrong, or somebody was at the database.
    Change nothing for now. Keep a copy of this database, compare it with a backup of that week, and tell the head of office.
