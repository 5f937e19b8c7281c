"""What a card says about the evidence of an attendance: places, labels, and questions with their reasons."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.challenges import in_time, waited
from bot.domain.checkins import Moment
from bot.domain.messages import Label, Line, Param, When, Word
from bot.domain.photos import REUSED
from bot.domain.places import Verdict
from bot.storage.challenges import challenge_of
from bot.storage.flags import flags_of
from bot.storage.models import Attendance, Evidence, Site
from bot.storage.photo_prints import asked_about


async def evidence_lines(
    session: AsyncSession, attendance: Attendance, site: Site, evidence: Sequence[Evidence]
) -> list[Line]:
    """In the order in which somebody reads them: where, the photo, what to look at."""
    lines = [place_line(one) for one in evidence if one.verdict is not None and one.moment is not None]
    if not any(one.verdict for one in evidence):
        lines.append(Line("card-no-place"))
    if attendance.photo_wanted:
        lines.append(Line("card-no-photo"))
    flags = await flags_of(session, attendance.office_id, evidence)
    explained = REUSED | {flag.label for flag in flags}
    labels = sorted({label for one in evidence for label in one.labels} - explained)
    lines += [Line("card-label", {"label": Word(f"label-{Label(label).value}")}) for label in labels]
    lines += [Line(f"card-flag-{Label(flag.label).value}", flag.figures) for flag in flags]
    lines += await _challenge(session, attendance)
    for label, sent_at in await asked_about(session, attendance.office_id, evidence):
        again: dict[str, Param] = {"label": Word(f"label-{label.value}"), "at": When(sent_at, site.zone)}
        lines.append(Line("card-photo-again", again))
    return lines


async def _challenge(session: AsyncSession, attendance: Attendance) -> list[Line]:
    """What was asked for, and when its photo came; who looks at the photo judges."""
    challenge = await challenge_of(session, attendance)
    if challenge is None:
        return []
    task: dict[str, Param] = {"task": Word(f"challenge-task-{challenge.task}")}
    if challenge.answered_at is None:
        return [Line("card-challenge-cannot" if challenge.cannot_at else "card-challenge-open", task)]
    prompt = in_time(challenge.asked_at, challenge.answered_at)
    minutes = waited(challenge.asked_at, challenge.answered_at)
    return [Line("card-challenge" if prompt else "card-challenge-late", task | {"minutes": minutes})]


def place_line(evidence: Evidence) -> Line:
    """Where a location lay to the site, with what it rests on."""
    moment = Word("moment-finish" if evidence.moment is Moment.FINISH else "moment-start")
    if evidence.distance_m is None:
        return Line("card-place-unknown", {"moment": moment})
    verdict = Word(f"verdict-{Verdict(evidence.verdict or Verdict.CANNOT_TELL).value.replace('_', '-')}")
    params: dict[str, Param] = {"moment": moment, "metres": evidence.distance_m, "verdict": verdict}
    if evidence.accuracy is None:
        return Line("card-place", params)
    return Line("card-place-accuracy", params | {"accuracy": round(evidence.accuracy)})
