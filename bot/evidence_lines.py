"""What a card says about the evidence of an attendance: places, labels, and questions with their reasons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import live_locations
from bot.domain.challenges import in_time, waited
from bot.domain.checkins import Moment
from bot.domain.file_claims import claims_from_json, taken_at
from bot.domain.messages import NOT_FRESH, Label, Line, Minutes, Param, When, Word
from bot.domain.odd_places import arrived_late
from bot.domain.photos import REUSED
from bot.domain.places import Verdict
from bot.judging import judged
from bot.storage.challenges import challenge_of
from bot.storage.flags import flags_of
from bot.storage.location_requests import requests_of
from bot.storage.models import Attendance, Evidence, Photo, Site
from bot.storage.photo_prints import asked_about
from bot.storage.rejudging import latest_verdicts
from bot.storage.site_codes import How, uses_of
from bot.storage.site_pins import Rejudgement, pin_in_doubt


async def evidence_lines(
    session: AsyncSession, attendance: Attendance, site: Site, evidence: Sequence[Evidence]
) -> list[Line]:
    """In the order in which somebody reads them: where, the photo, what to look at."""
    checked = await pin_in_doubt(session, site)
    anew = await latest_verdicts(session, [one.id for one in evidence if one.verdict is not None])
    lines = [
        place_line(one, anew.get(one.id), checked=checked)
        for one in evidence
        if one.verdict is not None and one.moment is not None
    ]
    lines += await _replaced_lines(session, attendance, site, evidence)
    lines += _live_lines(attendance, site, evidence)
    lines += [_late_line(one, site) for one in evidence if _late(one)]
    codes = await uses_of(session, attendance.office_id, attendance.id)
    lines += [
        Line(f"card-site-code-{How(one.how).value}", {"at": When(one.used_at, site.zone)}) for one in codes
    ]
    if not codes and not any(one.verdict for one in evidence):
        lines.append(Line("card-no-place"))
    if attendance.photo_wanted:
        lines.append(Line("card-no-photo"))
    lines += await _file_lines(session, site, evidence)
    flags = await flags_of(session, attendance.office_id, evidence)
    explained = REUSED | {flag.label for flag, _ in flags}
    labels = sorted({label for one in evidence for label in one.labels} - explained)
    lines += [Line("card-label", {"label": Word(f"label-{Label(label).value}")}) for label in labels]
    for flag, other_at in flags:
        when: dict[str, Param] = {"at": When(other_at, site.zone)} if other_at else {}
        lines.append(Line(f"card-flag-{Label(flag.label).value}", {**flag.figures, **when}))
    lines += await _challenge(session, attendance)
    for label, sent_at in await asked_about(session, attendance.office_id, evidence):
        again: dict[str, Param] = {"label": Word(f"label-{label.value}"), "at": When(sent_at, site.zone)}
        similar = label is Label.PHOTO_SIMILAR
        lines.append(Line("card-photo-similar" if similar else "card-photo-again", again))
    return lines


async def _file_lines(session: AsyncSession, site: Site, evidence: Sequence[Evidence]) -> list[Line]:
    """What the file of a photo that came as a document says of itself, as long as that is no question."""
    lines = []
    for one in evidence:
        if one.photo_id is None or Label.AS_DOCUMENT not in one.labels:
            continue
        claims = claims_from_json((await session.get_one(Photo, one.photo_id)).claims)
        taken, metres = taken_at(claims, site.zone), judged(claims.point, site).distance_m
        if taken:
            lines.append(Line("card-file-taken", {"at": When(taken, site.zone)}))
        if metres is not None and Label.FILE_ELSEWHERE not in one.labels:
            lines.append(Line("card-file-place", {"metres": metres}))
    return lines


async def _replaced_lines(
    session: AsyncSession, attendance: Attendance, site: Site, evidence: Sequence[Evidence]
) -> list[Line]:
    """Where the first location lay whose place a better one took."""
    asked = {one.evidence_id: one.moment for one in await requests_of(session, attendance)}
    lines = []
    for one in evidence:
        if one.id not in asked or one.moment is not None:
            continue
        later = (each for each in evidence if each.verdict and each.id > one.id)
        taken = next((each for each in later if each.moment is asked[one.id]), None)
        if taken is None:  # the finish that it was for was taken back
            continue
        params: dict[str, Param] = {
            "at": When(one.sent_at, site.zone),
            "then": When(taken.sent_at, site.zone),
            "metres": one.distance_m or 0,
        }
        known = one.distance_m is not None and not NOT_FRESH & set(one.labels)
        key = "card-place-first" if known else "card-place-first-unread"
        lines.append(Line(key, params))
    return lines


def _live_lines(attendance: Attendance, site: Site, evidence: Sequence[Evidence]) -> list[Line]:
    """*Waktu di lokasi*; what is not known is called so, and is nobody's fault."""
    stay = live_locations.stay(attendance, site, evidence)
    if stay is None:
        return []
    params: dict[str, Param] = {
        "inside": _minutes(stay.inside),
        "outside": _minutes(stay.outside),
        "unknown": _minutes(stay.no_data),
    }
    return [Line("card-live-outside" if stay.outside >= timedelta(minutes=1) else "card-live", params)]


def _minutes(lasted: timedelta) -> Minutes:
    return Minutes(round(lasted / timedelta(minutes=1)))


def _late(evidence: Evidence) -> bool:
    """No label: the network or Hadir was slow, and nobody is to be asked why."""
    told = evidence.moment is not None or evidence.photo_id is not None
    return told and arrived_late(evidence.sent_at, evidence.received_at)


def _late_line(evidence: Evidence, site: Site) -> Line:
    key = "card-photo-late" if evidence.photo_id else "card-place-late"
    return Line(key, {"sent": When(evidence.sent_at, site.zone), "at": When(evidence.received_at, site.zone)})


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


def place_line(evidence: Evidence, anew: Rejudgement | None = None, *, checked: bool = False) -> Line:
    """Where a location lay to the site, with what it rests on; judged anew, with what it was before. While
    the pin itself is looked at (`checked`), nobody is asked whether somebody was outside."""
    moment = Word("moment-finish" if evidence.moment is Moment.FINISH else "moment-start")
    was = Verdict(evidence.verdict or Verdict.CANNOT_TELL)
    verdict, metres = (anew.new_verdict, anew.new_distance_m) if anew else (was, evidence.distance_m)
    if metres is None:
        return Line("card-place-unknown", {"moment": moment})
    params: dict[str, Param] = {"moment": moment, "metres": metres, "verdict": _word(verdict)}
    if checked and verdict is not Verdict.INSIDE:
        return Line("card-place-checked", params)
    if anew is not None:
        return Line("card-place-anew", params | {"was": Word(f"pin-verdict-{Verdict(was).value}")})
    if evidence.accuracy is None:
        return Line("card-place", params)
    return Line("card-place-accuracy", params | {"accuracy": round(evidence.accuracy)})


def _word(verdict: Verdict) -> Word:
    return Word(f"verdict-{Verdict(verdict).value.replace('_', '-')}")
