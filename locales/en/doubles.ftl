# One person was registered twice: two records become one

menu-gabung = Merge two records

double-how =
    To merge two records of one person, write two codes: first the one that stays, then the one that goes into it.
    Example: /gabung K-01 K-17 registered twice
double-unknown = There is no code “{ $text }” in this office yet. Check how it is written, for example K-01.
double-same = Both are { $code }. Write two different codes, for example: /gabung K-01 K-17
double-already = { $code } was merged into { $into }. Just use { $into }.
double-roles =
    { $first } is { $one }, { $second } is { $other }.
    Only two records with the same role can be merged.
double-child =
    { $child } is a child, the other one is recorded as grown-up.
    Correct the role first with /ubah, then merge again.
double-has-left =
    { $first } has left, { $second } has not. Whoever still works is the one that stays.
    Write: /gabung { $second } { $first }
double-stands-in =
    { $first } and { $second } stand in for each other until { WAKTU($last, "hari") }.
    End that leave first with /cuti, then merge again.
double-for-operator =
    From here you can merge clients and guardians of your own cases.
    For others, ask an operator to write /gabung.
double-not-all-yours =
    Not all cases of { $first } and { $second } are your own.
    Ask an operator to write /gabung { $first } { $second }.

double-ask-reason =
    { $second } is to be merged into { $first }.
    How do we know that this is one person? Write it briefly.

double-check =
    🔎 Please check: { $second } is merged into { $first }.
    Reason: { $reason }
double-stays =
    { "" }
    ✅ { $who } (stays)
double-goes =
    { "" }
    ➡️ { $who } (is merged)
double-facts =
    Phone: { $digits } · { $accounts ->
        [0] not connected yet
        [1] 1 account connected
       *[other] { $accounts } accounts connected
    }
double-case = Case { $number }: { LAMA($credited) } credited of { LAMA($total) }
double-case-reports = Case { $number }: reports only
double-count =
    { $count ->
        [0] No case yet
       *[other] Cases: { $count }
    }
double-sites = Sites: { $sites }
double-ask-name =
    { "" }
    ❓ The names differ. Is this really one person?
double-ask-phone = ❓ The phone numbers differ. Which one is used now?
double-ask-born = ❓ The birth dates differ. Have they been compared with the papers?
double-born-equal = The birth dates are equal.
double-born-unknown = Not both have a birth date, so they cannot be compared.
double-values = The values of { $first } are used; what is empty is filled from { $second }.
double-account = 📱 Both have an account. The phone of { $stays } stays connected, that of { $goes } is cut off and told.
double-meets =
    ⚠️ Both are planned at the same time: { $days }. End one of the cases.
    Hours stay with their case and are not added up.
double-no-return = Once merged, this cannot be taken back.
choice-double-merge = 🔗 Merge
choice-double-swap = 🔄 Swap
choice-double-cancel = ❌ Cancel

double-cancelled = All right, nothing was merged. Both stay as they were.
double-cancelled-before = This merge was cancelled. Write /gabung and the two codes to begin again.
double-done =
    ✅ { $second } was merged into { $first }.
    Whoever types { $second } will find this record.
double-told =
    🔗 { $second } was merged into { $first } by { $by }. Reason: { $reason }
    Cases and hours stay. Older notes still use the code { $second }.
double-yours =
    🔗 You were registered twice, and { $second } was merged into { $first }.
    From now on all your tasks are here.

import-code-merged = { $code } was merged into { $into }: use { $into }.
