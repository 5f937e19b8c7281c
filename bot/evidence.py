"""Keeps what a message proves, a location or a photo, with its verdict; nothing here decides about hours."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import assistance, file_checks, location_checks
from bot.domain.cases import PhotoRule
from bot.domain.checkins import Moment, Shows, photo_is_drawn
from bot.domain.messages import Inbound, IncomingPhoto, Kind, Label, Picture, SiteProof
from bot.domain.places import Verdict, usable_accuracy
from bot.domain.retention import LOOK_EVERY, night
from bot.judging import judged
from bot.storage.keys import KeyRing, at_rest
from bot.storage.models import Attendance, Case, Evidence, Photo, PhotoUpload, Site
from bot.storage.pin_doubts import weigh
from bot.storage.positions import point_of
from bot.storage.sealing import seal_of
from bot.storage.site_codes import How, SiteCodeUse

FETCH_AGAIN_AFTER = timedelta(minutes=1)
"""First pause before a photo that could not be had is fetched again."""

LONGEST_SAID = 1000


def wants_photo(case: Case, at: datetime, moment: Moment) -> bool:
    """By the case's rule; a random rule draws once for each end of a day, however often it is asked."""
    match case.photo_rule:
        case PhotoRule.ALWAYS:
            return True
        case PhotoRule.RANDOM:
            return photo_is_drawn(f"{case.id}:{at:%Y-%m-%d}:{moment.value}")
        case _:
            return False


async def keep_location(
    session: AsyncSession,
    case: Case,
    site: Site,
    inbound: Inbound,
    attendance: Attendance,
    moment: Moment | None,
) -> Evidence:
    """Store a location with its verdict against the site, or the site's code, which needs none. Without a
    moment it supports, and opens nothing."""
    evidence = _evidence(case, inbound, attendance, moment)
    if inbound.proof is not None:
        return await _keep_code(session, evidence, inbound.proof, inbound.received_at)
    point, verdict = inbound.point, judged(inbound.point, site)
    if point:
        evidence.latitude, evidence.longitude = point.latitude, point.longitude
        evidence.accuracy = usable_accuracy(point.accuracy)
    evidence.verdict, evidence.distance_m = verdict.verdict, verdict.distance_m
    kept = await _kept(session, evidence)
    await location_checks.check(session, kept, site, inbound.received_at)
    if verdict.verdict is Verdict.OUTSIDE and moment is not None:
        await weigh(session, site, attendance.day, inbound.received_at)
    return kept


async def _keep_code(session: AsyncSession, evidence: Evidence, proof: SiteProof, now: datetime) -> Evidence:
    kept = await _kept(session, evidence)
    session.add(
        SiteCodeUse(
            office_id=kept.office_id,
            site_id=proof.site_id,
            client_id=kept.client_id,
            evidence_id=kept.id,
            step=proof.step,
            how=How(proof.how),
            used_at=kept.sent_at,
        )
    )
    await session.flush()
    await location_checks.check_before_code(session, kept, now)
    return kept


async def keep_aside(
    session: AsyncSession,
    case: Case,
    inbound: Inbound,
    attendance: Attendance | None = None,
    *,
    shows: Shows | None = None,
) -> Evidence:
    """Store a location that is judged against no site: nothing runs, and people may ask later. Without a
    point it says only that something was tried, and how. What may be no work (`shows`) is compared with
    nothing."""
    evidence = _evidence(case, inbound, attendance, None)
    evidence.shows = shows
    if inbound.point:
        evidence.latitude, evidence.longitude = inbound.point.latitude, inbound.point.longitude
        evidence.accuracy = usable_accuracy(inbound.point.accuracy)
    return await _kept(session, evidence)


async def attach(
    session: AsyncSession,
    evidence: Evidence,
    attendance: Attendance,
    site: Site,
    moment: Moment,
    now: datetime,
) -> None:
    """Let a location that was kept aside open or close an attendance after all."""
    verdict = judged(point_of(evidence), site)
    evidence.attendance_id, evidence.moment = attendance.id, moment
    evidence.verdict, evidence.distance_m = verdict.verdict, verdict.distance_m
    await location_checks.check(session, evidence, site, now)


async def keep_photo(
    session: AsyncSession,
    case: Case,
    inbound: Inbound,
    attendance: Attendance | None,
    moment: Moment | None,
    *,
    shows: Shows | None = None,
) -> Evidence:
    """A photo as evidence of a start, a finish, or of nothing yet. What may be no work (`shows`) is compared
    with nothing, and the words under it stay with it."""
    photo = await keep_picture(session, case.office_id, inbound, case_id=case.id)
    evidence = _evidence(case, inbound, attendance, moment)
    evidence.photo_id, evidence.shows = photo.id, shows
    if shows is not None:
        evidence.said = inbound.text.strip()[:LONGEST_SAID]
    picture = inbound.photo.picture if inbound.photo else None
    if picture is None:
        evidence.labels = sorted({*evidence.labels, Label.PHOTO_MISSING.value})
        return await _kept(session, evidence)
    if shows is None:
        photo.compare_at = inbound.received_at
    kept = await _kept(session, evidence)
    await file_checks.note(session, kept, photo, picture.claims, inbound.received_at, tell=moment is None)
    return kept


async def _kept(session: AsyncSession, evidence: Evidence) -> Evidence:
    session.add(evidence)
    await session.flush()
    await assistance.note_evidence(session, evidence)
    return evidence


async def keep_picture(
    session: AsyncSession, office_id: int, inbound: Inbound, *, case_id: int | None = None
) -> Photo:
    """Store the photo itself; without a case it is about several, such as a signed list."""
    incoming = inbound.photo
    assert incoming is not None  # noqa: S101  (the kind says so)
    photo = await _photo(session, office_id, case_id, inbound, incoming)
    session.add(photo)
    await session.flush()
    for unique_id in incoming.unique_ids:
        session.add(PhotoUpload(office_id=office_id, photo_id=photo.id, file_unique_id=unique_id))
    await session.flush()
    return photo


def _evidence(case: Case, inbound: Inbound, attendance: Attendance | None, moment: Moment | None) -> Evidence:
    return Evidence(
        office_id=case.office_id,
        case_id=case.id,
        client_id=case.client_id,
        attendance_id=attendance.id if attendance else None,
        moment=moment,
        sent_at=inbound.sent_at,
        received_at=inbound.received_at,
        labels=sorted(inbound.labels),
        message=inbound.message,
        album=inbound.album,
        live=inbound.live or inbound.kind is Kind.LIVE,
    )


async def _photo(
    session: AsyncSession, office_id: int, case_id: int | None, inbound: Inbound, incoming: IncomingPhoto
) -> Photo:
    photo = Photo(
        office_id=office_id,
        case_id=case_id,
        channel=inbound.sender.channel,
        ref=incoming.ref,
        received_at=inbound.received_at,
        look_at=night(inbound.received_at + LOOK_EVERY),
    )
    if incoming.picture is None:
        photo.retry_at = inbound.received_at + FETCH_AGAIN_AFTER
    else:
        await fill_in(session, photo, incoming.picture, seal_of(session).ring, inbound.received_at)
    return photo


async def fill_in(
    session: AsyncSession, photo: Photo, picture: Picture, ring: KeyRing, now: datetime
) -> None:
    """Write what is known once the bytes were fetched, checked and encrypted."""
    photo.key = await at_rest(session, ring, photo.office_id, picture.key, now)
    photo.file, photo.sha256, photo.mime = picture.file, picture.sha256, picture.mime
    photo.width, photo.height, photo.size = picture.width, picture.height, picture.size
    photo.retry_at = None
