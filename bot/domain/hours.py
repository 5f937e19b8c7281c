"""Hours: one pure fold turns the events of a case into its balance, in whole minutes.

Hours count only when a person confirmed them. What is above the day's or the order's cap is kept as
surplus with its cause and shown, never credited and never deleted. For every attendance that was decided,
credited + surplus + not counted = the time present.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from bot.domain.balance import Balance, Order, Stretch, balance_of
from bot.domain.law import HOUSE_DAY


class EventKind(StrEnum):
    """What can happen to a case, in the past tense."""

    CASE_OPENED = "case_opened"
    """The order as it stands; again after each correction."""
    CASE_STATE_CHANGED = "case_state_changed"
    OPENING_BALANCE = "opening_balance"
    HOURS_CARRIED = "hours_carried"
    """What was decided in the former Bapas after the client came from there."""
    HOURS_ADJUSTED = "hours_adjusted"
    HOURS_ADJUSTMENT_TAKEN_BACK = "hours_adjustment_taken_back"
    """The head found the client right who contested an officer's correction; or a contest of that day was
    upheld, whose hours it had added meanwhile."""
    CLOSING_CHOSEN = "closing_chosen"
    CLOSING_RETURNED = "closing_returned"
    LETTER_ISSUED = "letter_issued"
    LETTER_REVOKED = "letter_revoked"
    """Of a case that was completed before letters were issued: that it was opened again."""
    CHECKED_IN = "checked_in"
    EARLIER_START_CLAIMED = "earlier_start_claimed"
    """By the client's word he began before his start could be sent; moves no hours."""
    CHECKED_OUT = "checked_out"
    CLOSED_BY_RULE = "closed_by_rule"
    CHECK_OUT_UNDONE = "check_out_undone"
    CHECK_IN_UNDONE = "check_in_undone"
    """It was another person who came: his name was chosen by mistake on a shared phone."""
    PHOTO_ADDED = "photo_added"
    PRESENCE_CONFIRMED = "presence_confirmed"
    HOURS_CONFIRMED = "hours_confirmed"
    HOURS_REJECTED = "hours_rejected"
    REJECTION_TAKEN_BACK = "rejection_taken_back"
    OUTSIDE_PLAN_ACCEPTED = "outside_plan_accepted"
    OUTSIDE_PLAN_DECLINED = "outside_plan_declined"
    CORRECTION_ASKED = "correction_asked"
    MISS_ASKED = "miss_asked"
    MISS_ANSWERED = "miss_answered"
    MISS_ANSWER_WITHDRAWN = "miss_answer_withdrawn"
    VOICE_KEPT = "voice_kept"
    PHOTO_ERASED = "photo_erased"
    VOICE_ERASED = "voice_erased"
    SESSION_MISSED = "session_missed"
    OUTCOME_SET = "outcome_set"
    ABSENCE_SAID = "absence_said"
    """A supervisor says that somebody did not come, and whether he had been told."""
    ABSENCE_TAKEN_BACK = "absence_taken_back"
    EXCUSE_TAKEN_BACK = "excuse_taken_back"
    EXCUSE_ASKED = "excuse_asked"
    """A client asks to be excused; why, and with which proof, is not in it."""
    EXCUSE_WITHDRAWN = "excuse_withdrawn"
    EXCUSE_APPROVED = "excuse_approved"
    EXCUSE_DECLINED = "excuse_declined"
    PLACED = "placed"
    MOVE_ASKED = "move_asked"
    MOVE_DECLINED = "move_declined"
    MOVE_WITHDRAWN = "move_withdrawn"
    SESSION_MOVED = "session_moved"
    SITE_CLOSED = "site_closed"
    SITE_REOPENED = "site_reopened"
    TRANSFER_OFFERED = "transfer_offered"
    TRANSFER_WITHDRAWN = "transfer_withdrawn"
    TRANSFER_DECLINED = "transfer_declined"
    TRANSFERRED = "transferred"
    """Another officer guides it from now on."""
    DOUBLES_MERGED = "doubles_merged"
    """Somebody whom the case names had been entered twice."""
    LEFT_FOR_OFFICE = "left_for_office"
    """Another Bapas goes on with it."""
    CAME_FROM_OFFICE = "came_from_office"
    KINSHIP_DECLARED = "kinship_declared"
    """A supervisor is family of the client: his word does not count for him from now on."""
    KINSHIP_ENDED = "kinship_ended"
    TIMES_CORRECTED = "times_corrected"
    """A supervisor set start, finish and break right before he confirmed."""
    WORK_RATED = "work_rated"
    WORK_NOTED = "work_noted"
    NOTE_MARKED = "note_marked"
    """The supervisor's words are for whoever guides the case only."""
    NOTE_UNMARKED = "note_unmarked"
    NOTE_FOR_OFFICER = "note_for_officer"
    """Whether the officer was to know at once."""
    EVALUATED = "evaluated"
    """Supervisor or officer looked back on a case that was closed; words are not in it."""
    CONTEST_FILED = "contest_filed"
    CONTEST_WITHDRAWN = "contest_withdrawn"
    CONTEST_DROPPED = "contest_dropped"
    """The word that was contested was taken back: nothing is left to decide."""
    CONTEST_COMPLETED = "contest_completed"
    """Words or a photo were added before anybody decided."""
    CONTEST_LATE = "contest_late"
    """Nobody had answered by the day that the client was told: he was told another."""
    CONTEST_REOPENED = "contest_reopened"
    CONTEST_WITNESSED = "contest_witnessed"
    """The site's supervisor said whether the client worked that day: for whoever decides."""
    CONTEST_UPHELD = "contest_upheld"
    CONTEST_DISMISSED = "contest_dismissed"
    CONTEST_SETTLED = "contest_settled"
    """What was contested has been entered meanwhile."""
    HELP_CALLED = "help_called"
    """A client asks for help; what he said is not in it."""
    HELP_TAKEN = "help_taken"
    HELP_CLOSED = "help_closed"
    HELP_OUTCOME_ADDED = "help_outcome_added"
    """Somebody else, who was writing while it was closed, said what he knows of it."""
    FOLLOW_UP_DONE = "follow_up_done"
    """An officer tried to reach the client, or plans to; again, when something of it changes."""
    FOLLOW_UP_TAKEN_BACK = "follow_up_taken_back"
    NOTE_ADDED = "note_added"
    """An officer's note; what it says is not in it."""
    SITE_CLOSED_CLAIMED = "site_closed_claimed"
    """The client says that he found his site closed."""
    SITE_CLOSED_CLAIM_DECIDED = "site_closed_claim_decided"
    INCIDENT_REPORTED = "incident_reported"
    """A supervisor reports what happened at his site, and that it concerns the client; what he said is not in
    it."""
    PLACEMENT_STOPPED = "placement_stopped"
    """Nothing is planned at a site any more, without a miss."""
    PLACEMENT_RESUMED = "placement_resumed"
    """The same was taken back within ten minutes."""
    MESSAGE_SENT = "message_sent"
    """Between client and officer; what was said is not in it."""
    MESSAGE_READ = "message_read"
    NUDGED = "nudged"
    """The officer had the client reminded of what is due."""
    TOTAL_CONFIRMED = "total_confirmed"
    """The client says that the hours he was told are right."""
    TOTAL_QUESTIONED = "total_questioned"
    TOTAL_CONFIRMATION_WITHDRAWN = "total_confirmation_withdrawn"
    """What he had confirmed has changed since."""
    REPORT_BEGUN = "report_begun"
    """The first question was answered; again, where the rest was left for long."""
    REPORTED = "reported"
    REPORT_MISSED = "report_missed"
    REPORT_UNREACHED = "report_unreached"
    """Its day passed, and nothing could be sent to the client."""
    REPORT_UNDONE = "report_undone"
    """Given under the wrong name on a shared phone."""


@dataclass(frozen=True, slots=True)
class Fact:
    """An event as the fold needs it: what happened and its payload (times as ISO texts)."""

    kind: EventKind
    payload: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class BreakRule:
    """How much of a stay is break: `minutes` once it lasts longer than `after` minutes, or none of it where
    the break counts as work. KUHP is silent on breaks, so this is data of the placement."""

    minutes: int = 0
    after: int = 0
    counted: bool = False

    def taken(self, present: int) -> int:
        """Minutes taken off a stay of so many minutes; never more than goes beyond `after`."""
        if self.counted or present <= self.after:
            return 0
        return min(self.minutes, present - self.after)


def fold(facts: Iterable[Fact]) -> Balance:
    """The balance after these events. Credit is given in the order in which work began, so the order in
    which facts about different attendances arrive does not matter, nor does hearing one twice: only the
    last word on each attendance does. A person's word on its times is not overruled by a phone's, a start
    that is heard late says only what it alone knows, and until it is heard nothing counts. Hours that a
    correction adds to a day take room of that day before its work does."""
    order, stretches = told(facts)
    return balance_of(stretches, order)


def told(facts: Iterable[Fact]) -> tuple[Order, Collection[Stretch]]:
    """The order and every attendance after everything that was said of them."""
    order, stretches = Order(), dict[int, Stretch]()
    for fact in facts:
        if (attendance := fact.payload.get("attendance")) is not None:
            stretches[attendance] = _after(stretches.get(attendance), attendance, fact)
        else:
            order = _ordered(order, fact)
    return order, stretches.values()


def _ordered(order: Order, fact: Fact) -> Order:
    data = fact.payload
    match fact.kind:
        case EventKind.CASE_OPENED:
            # What law and ruling let a day hold was settled when it was recorded (`law.daily_cap`).
            daily = data["daily_minutes"] or HOUSE_DAY
            return replace(order, total=data["total_minutes"], daily=daily)
        case EventKind.OPENING_BALANCE:
            return replace(order, opening=data["minutes"])
        case EventKind.HOURS_CARRIED:
            return replace(order, carried=order.carried + data["minutes"])
        case EventKind.HOURS_ADJUSTED:
            correction = date.fromisoformat(data["day"]), data["minutes"]
            return replace(order, adjustments={**order.adjustments, data["adjustment"]: correction})
        case EventKind.HOURS_ADJUSTMENT_TAKEN_BACK:
            left = {one: what for one, what in order.adjustments.items() if one != data["adjustment"]}
            return replace(order, adjustments=left)
        case _:
            return order


def _after(stretch: Stretch | None, attendance: int, fact: Fact) -> Stretch:
    data = fact.payload
    if stretch is None:
        stretch = Stretch(attendance, date.fromisoformat(data["day"]), datetime.fromisoformat(data["start"]))
    match fact.kind:
        case EventKind.CHECKED_IN:
            return replace(stretch, planned=data["planned"], planned_break=data["break_minutes"])
        case EventKind.CHECKED_OUT | EventKind.CLOSED_BY_RULE if not stretch.confirmed:
            taken = data.get("break_minutes", stretch.break_taken)
            return replace(stretch, finish=datetime.fromisoformat(data["finish"]), break_taken=taken)
        case EventKind.CHECK_OUT_UNDONE if not stretch.confirmed:
            return replace(stretch, finish=None, break_taken=None)
        case EventKind.HOURS_CONFIRMED:
            return replace(
                stretch,
                day=date.fromisoformat(data["day"]),
                start=datetime.fromisoformat(data["start"]),
                finish=datetime.fromisoformat(data["finish"]),
                break_taken=data["break_minutes"],
                penalty=data.get("penalty_minutes", 0),
                attended=data.get("attended", True),
                confirmed=True,
                rejected=False,
            )
        case EventKind.CHECK_IN_UNDONE:
            return replace(stretch, confirmed=False, rejected=True)
        case EventKind.HOURS_REJECTED:
            # What the confirmation before it said does not come back when this is taken back.
            return replace(stretch, confirmed=False, rejected=True, penalty=0, attended=True)
        case EventKind.REJECTION_TAKEN_BACK:
            return replace(stretch, rejected=False)
        case EventKind.OUTSIDE_PLAN_ACCEPTED:
            return replace(stretch, accepted=True)
        case EventKind.OUTSIDE_PLAN_DECLINED:
            return replace(stretch, accepted=False)
        case _:
            return stretch
