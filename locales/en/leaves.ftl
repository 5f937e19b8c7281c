# Leave and stand-ins

leave-span =
    { $days ->
        [1] { WAKTU($first, "tanggal") }
       *[other] { WAKTU($first, "tanggal") } – { WAKTU($last, "tanggal") }
    }
leave-span-in-full =
    { $days ->
        [1] { WAKTU($first, "hari") }
       *[other] { WAKTU($first, "hari") } to { WAKTU($last, "hari") }
    }

leave-ask-first =
    { $sapa } { $name }, from which day are you away?
    Choose, or write the date, such as 20/04. Changed your mind? Type "cancel".
leave-ask-last =
    From { WAKTU($day, "tanggal") }. Until which day?
    Choose, or write the date.
leave-ask-who = Who stands in for you? Choose, or write the name or code.
leave-ask-who-nobody = No colleague is free on those days. Write a name or code, or ask the office.
choice-leave-day = 📅 { WAKTU($day, "tanggal") }
choice-leave-nobody = 🚫 No stand-in

leave-check =
    Please check: { $person } is away { leave-span-in-full }.
    Stand-in: { $standin }.
leave-check-nobody =
    Please check: { $person } is away { leave-span-in-full }.
    There is no stand-in yet.
leave-site = • { $site }
choice-leave-send = 📨 Send
choice-leave-change = ✏️ Change answers
choice-leave-ask = 👤 { $name }
choice-leave-another = ➕ Another leave
choice-leave-withdraw = ↩️ Withdraw leave
choice-leave-end = 🏁 End the leave
choice-leave-accept = ✅ I can
choice-leave-decline = ❌ I cannot

choice-leave-step-down = ✋ No longer able
choice-leave-replace = 🔁 Replace
leave-stepped-down-by-you =
    All right, from now on you no longer stand in for { $person }, { leave-span }.
    { $person } and the head of office have been asked to choose somebody else.
leave-stepped-down =
    ✋ { $standin } can no longer stand in for { $person }, { leave-span }. The leave itself stands.
    Who shall be asked instead? Choose a colleague.
leave-replace-sure =
    { $person } is on leave already, { leave-span }, with { $standin } standing in.
    Ask { $other } to stand in instead?
leave-replaced =
    { $by } asks somebody else to stand in for { $person }, { leave-span }.
    Thank you; from now on there is nothing more for you to do.
stand-in-over =
    Your time of standing in here ended on { WAKTU($day, "hari") }.
    Who decides now: { $decider }.
leave-sent =
    📨 { $standin } was asked: { leave-span }.
    It holds once { $standin } has said yes.
leave-noted =
    📝 Noted: { $person } is away { leave-span }, without a stand-in.
    The officers are asked the day before who confirms.
leave-said-for-you =
    { $by } entered a leave for you: { leave-span }, stand-in { $standin }.
    If that is wrong, write /cuti to withdraw it.
leave-asked =
    { $person } is away { leave-span-in-full }.
    Can you stand in?
leave-means-officer = Meanwhile alerts, the summary and decisions for these clients come to you. After the last day all goes back.
leave-means-supervisor = Meanwhile you confirm the attendance there:
leave-accepted-by-you =
    ✅ Thank you. You stand in for { $person }, { leave-span }.
    It holds until that last day is over.
leave-away-by-you =
    Thank you, but you are on leave yourself on those days.
    { $person } was told and will choose somebody else.
leave-declined-by-you = All right, { $person } was told and will ask somebody else.
leave-accepted = ✅ { $standin } stands in for { $person }, { leave-span }.
leave-declined =
    { $standin } cannot stand in for { $person }, { leave-span }.
    Who shall be asked instead? Choose a colleague, or write /cuti.
leave-withdrawn = ↩️ The leave of { $person }, { leave-span }, was withdrawn by { $by }.
leave-ended =
    🏁 The leave of { $person } was ended by { $by }.
    From now on { $person } is on duty again.
leave-unanswered =
    { $name } has not said yet whether to stand in from tomorrow on.
    Call directly, or withdraw and ask somebody else with /cuti.

leave-state-offered = ⏳ Leave { leave-span }: waiting for { $standin } to answer.
leave-state-accepted = 🌴 Leave { leave-span }: { $standin } stands in.
leave-state-declined = Leave { leave-span }: { $standin } cannot stand in.
leave-state-uncovered = Leave { leave-span }: no stand-in yet.
leave-state-standing-in = 🤝 You stand in for { $person }, { leave-span }.
leave-of-offered = ⏳ Leave of { $person }, { leave-span }: waiting for { $standin } to answer.
leave-of-accepted = 🌴 Leave of { $person }, { leave-span }: { $standin } stands in.
leave-of-uncovered = Leave of { $person }, { leave-span }: no stand-in yet.
leave-another-one = Is there another leave to enter?

leave-too-long = One leave lasts at most { $most } days. Enter the rest as the next one.
leave-past = That day is past. Choose today or later.
leave-overlaps =
    A leave is entered for those days already, { leave-span }.
    Write /cuti to see or withdraw it.
leave-you-stand-in =
    You have agreed to stand in for { $name } on those days.
    No longer able? Press the button, then enter your leave once more.
leave-stand-in-away = { $name } is away on those days. Choose somebody else.
leave-chain = { $name } now stands in for somebody else on those days and cannot go away yet. Please call { $name }.
leave-not-yourself = The stand-in must be somebody else. Choose a colleague.
leave-officer-needs-stand-in = No client is left without an officer. Choose a colleague to stand in.
leave-nobody-called = No colleague matches “{ $text }”. Check the name or code.
leave-several-called = Several colleagues match “{ $text }”. Write the code.
leave-not-open = That request was answered, withdrawn, or is past. Write /cuti to see how things stand.
leave-site-not-his = That site is not one of this supervisor's. Check its code.
leave-person-unknown = There is no officer or supervisor with the code “{ $text }”. Check it.
leave-head-usage =
    To enter somebody else's leave, write who, from, until, and the stand-in.
    For example: /cuti PK-01 20/04 24/04 PK-02

# While somebody stands in

needs-heading-stand-in = 🔎 What needs a look for { $officer }, who is away, { WAKTU($at, "singkat") }
digest-stand-in = 🤝 These are the clients of { $officer }, for whom you stand in.

# Handing back

handback =
    👋 Welcome back. { $officer } stood in for you { leave-span }.
handback-done = What was decided meanwhile:
handback-by =
    {""}
    { $officer }, { leave-span }:
handback-nothing-done = Nothing was decided meanwhile.
handback-deed = • { $name }: { $what }
handback-open = What still waits for you:
handback-nothing-open = 👍 Nothing waits now.
handback-confirmed = Confirmed: { $confirmed } attendances; called not right: { $rejected }.
handback-waiting = Still waiting for you: { $count } attendances. Press 📋 Today's list.
handback-none-waiting = 👍 No attendance waits.
handback-thanks = 🙏 Thank you for standing in for { $name }. The task is back with its owner.
handback-hours-adjusted = hours corrected
handback-hours-confirmed = hours confirmed
handback-outside-plan-accepted = work outside the plan counted
handback-outside-plan-declined = work outside the plan not counted
handback-outcome-set = excuse or absence recorded
handback-excuse-taken-back = excuse taken back
handback-placed = placed
handback-session-moved = session moved
handback-move-declined = session kept on its day
handback-site-closed = site closed
handback-site-reopened = site opened again
handback-contest-settled = contest ended, recorded already
handback-contest-upheld = contest upheld
handback-contest-dismissed = contest dismissed
handback-placement-stopped = a placement was stopped
handback-placement-resumed = a placement was resumed
handback-help-closed = a call for help was seen to and closed
handback-case-state-changed = state of the case changed
handback-closing-chosen = closing proposed

menu-cuti = Leave and stand-ins
