# When a client is reminded: his own choice, or his officer's

menu-pengingat = When to be reminded
reminders =
    { $sapa } { $name }, this is when you are reminded now.
    Another way? Choose one.
reminders-of-client =
    ⏰ Reminders of a client: { $name }.
    Another way? Choose one.
reminders-chosen = ✅ { $sapa } { $name }, from now on you are reminded like this.
reminders-chosen-of-client =
    ✅ The reminders have changed.
    For { $name }, from now on like this.
reminders-of-work = Before work:
reminders-of-report = Before a report:
reminders-day =
    { $days ->
        [0] • on the day itself at { $clock }
        [1] • the day before at { $clock }
       *[other] • { $days } days before at { $clock }
    }
reminders-before = • { LAMA($minutes) } before
choice-remind-usual = ⏰ As usual
choice-remind-earlier = ⏪ Earlier
choice-remind-oftener = 🔁 More often
client-card-reminders =
    { $how ->
        [earlier] ⏰ Reminders: earlier than usual
       *[oftener] ⏰ Reminders: more often than usual
    }
