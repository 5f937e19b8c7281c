"""What was kept of every photo to recognise it by, and which ones are asked about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import LargeBinary, UniqueConstraint, or_
from sqlalchemy.orm import aliased
from sqlmodel import Field, SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Label
from bot.domain.photos import REUSED, Use
from bot.storage.models import Attendance, Evidence, Photo, PhotoUpload, key, office, words
from bot.storage.phones import Assistance

BATCH = 20
PAGE = 5_000
LATELY = timedelta(days=90)
"""How far back a photo is looked for in others, and others in it."""
MOST_LATELY = 300
"""So many of a client's own, and of his sites': what a processor looks through in a tenth of a second."""


class PhotoPrint(SQLModel, table=True):
    """The hashes of a photo, 32 bytes each (`bot.storage.likeness`). Whoever erases a photo erases this."""

    __tablename__ = "photo_print"

    id: int = key()
    office_id: int = office()
    photo_id: int = Field(foreign_key="photo.id", unique=True)
    hashes: bytes = Field(sa_type=LargeBinary)
    middle: bytes | None = Field(default=None, sa_type=LargeBinary)
    """Of its middle alone, by which a part of it is found; None: from before that was kept."""


class PhotoReuse(SQLModel, table=True):
    """A question about a photo, with its reason: how many bits it is away from another one."""

    __tablename__ = "photo_reuse"
    __table_args__ = (UniqueConstraint("photo_id", "label"),)

    id: int = key()
    office_id: int = office()
    photo_id: int = Field(foreign_key="photo.id")
    other_id: int = Field(foreign_key="photo.id")
    label: Label = Field(sa_type=words(Label))
    distance: int
    """0: the same file, or not a bit of difference."""
    tell_at: datetime | None = Field(default=None, index=True)
    """Since when supervisors do not know of it yet."""


async def offices_waiting(session: AsyncSession, now: datetime) -> Sequence[int]:
    """Offices with photos to compare, or with questions that nobody was shown."""
    photos = select(Photo.office_id).where(col(Photo.compare_at) <= now).distinct()
    untold = select(PhotoReuse.office_id).where(col(PhotoReuse.tell_at).is_not(None)).distinct()
    return sorted({*(await session.exec(photos)).all(), *(await session.exec(untold)).all()})


async def uncompared(session: AsyncSession, office_id: int, now: datetime) -> Sequence[Photo]:
    """The next photos of an office, in the order in which they came."""
    query = (
        select(Photo)
        .where(Photo.office_id == office_id, col(Photo.compare_at) <= now)
        .order_by(col(Photo.id))
        .limit(BATCH)
    )
    return (await session.exec(query)).all()


async def is_further(session: AsyncSession, photo: Photo) -> bool:
    """Whether a photo only stands beside the one of a start or finish: it shows neither, or came later."""
    own, earlier = aliased(Evidence), aliased(Evidence)
    before = select(earlier.id).where(
        earlier.attendance_id == own.attendance_id,
        earlier.moment == own.moment,
        col(earlier.photo_id) < photo.id,
    )
    query = (
        select(own.id)
        .where(own.photo_id == photo.id, own.office_id == photo.office_id)
        .where(col(own.attendance_id).is_not(None), or_(col(own.moment).is_(None), before.exists()))
    )
    return (await session.exec(query.limit(1))).first() is not None


async def locked_photo(session: AsyncSession, photo: Photo) -> Photo:
    """The row as it stands now, locked."""
    query = select(Photo).where(Photo.id == photo.id, Photo.office_id == photo.office_id)
    return (await session.exec(query.with_for_update(key_share=True))).one()


async def prints_after(
    session: AsyncSession, office_id: int, newest: int
) -> Sequence[tuple[int, int, bytes]]:
    """The next page of an office's prints, oldest first: id, photo, hashes."""
    query = (
        select(PhotoPrint.id, PhotoPrint.photo_id, PhotoPrint.hashes)
        .where(PhotoPrint.office_id == office_id, PhotoPrint.id > newest)
        .order_by(col(PhotoPrint.id))
        .limit(PAGE)
    )
    return (await session.exec(query)).all()


async def lately(session: AsyncSession, photo: Photo, now: datetime) -> list[tuple[int, bytes, bytes]]:
    """The newest photos of whoever sent this one, and of the sites where he worked lately: photo, hashes,
    print of the middle (empty: from before that was kept)."""
    since = now - LATELY
    clients = select(Evidence.client_id).where(Evidence.photo_id == photo.id)
    sites = select(Attendance.site_id).where(
        col(Attendance.client_id).in_(clients), Attendance.started_at >= since
    )
    work = select(Attendance.id).where(
        Attendance.office_id == photo.office_id,
        col(Attendance.site_id).in_(sites),
        Attendance.day >= since.date(),
    )
    theirs = (
        col(Evidence.client_id).in_(clients) & (col(Evidence.sent_at) >= since),
        col(Evidence.attendance_id).in_(work),
    )
    found: dict[int, tuple[bytes, bytes]] = {}
    for whose in theirs:
        query = (
            select(PhotoPrint.photo_id, PhotoPrint.hashes, PhotoPrint.middle)
            .join(Evidence, col(Evidence.photo_id) == col(PhotoPrint.photo_id))
            .where(PhotoPrint.office_id == photo.office_id, PhotoPrint.photo_id != photo.id, whose)
            .order_by(col(Evidence.id).desc())
            .limit(MOST_LATELY)
        )
        rows = (await session.exec(query)).all()
        found |= {one: (hashes, middle or b"") for one, hashes, middle in rows}
    return [(one, *prints) for one, prints in found.items()]


async def same_files(session: AsyncSession, photo: Photo) -> set[int]:
    """The office's photos with the same bytes, or from the same upload, as far as they were compared."""
    other, own = aliased(PhotoUpload), aliased(PhotoUpload)
    uploads = (
        select(other.photo_id)
        .join(own, col(own.file_unique_id) == col(other.file_unique_id))
        .where(own.photo_id == photo.id, other.office_id == photo.office_id)
    )
    query = (
        select(Photo.id)
        .where(Photo.office_id == photo.office_id, Photo.id != photo.id, col(Photo.compare_at).is_(None))
        .where(or_(col(Photo.sha256) == photo.sha256, col(Photo.id).in_(uploads)))
    )
    return set((await session.exec(query)).all())


async def evidence_with(session: AsyncSession, office_id: int, photos: Collection[int]) -> Sequence[Evidence]:
    """What these photos were sent as, oldest first; not under somebody else's name by mistake."""
    undone = (
        select(Assistance.id)
        .where(Assistance.evidence_id == Evidence.id, col(Assistance.undone_at).is_not(None))
        .exists()
    )
    query = (
        select(Evidence)
        .join(Photo, col(Photo.id) == col(Evidence.photo_id))
        .where(Evidence.office_id == office_id, col(Evidence.photo_id).in_(photos), ~undone)
        .where(col(Photo.key) != b"")  # one that was erased is nobody's to compare with
        .order_by(col(Evidence.id))
    )
    return (await session.exec(query)).all()


def use_of(evidence: Evidence) -> Use:
    """A photo as the rules see it."""
    assert evidence.photo_id is not None  # noqa: S101  (asked for by it)
    return Use(
        evidence.photo_id, evidence.client_id, evidence.attendance_id, evidence.moment, evidence.sent_at
    )


async def next_untold(session: AsyncSession, office_id: int) -> PhotoReuse | None:
    """The oldest question that supervisors do not know of yet, locked."""
    query = (
        select(PhotoReuse)
        .where(PhotoReuse.office_id == office_id, col(PhotoReuse.tell_at).is_not(None))
        .order_by(col(PhotoReuse.id))
        .limit(1)
        .with_for_update()
    )
    return (await session.exec(query)).first()


async def attendance_of(session: AsyncSession, office_id: int, photo_id: int) -> Attendance | None:
    """What a photo is evidence of, if anything yet."""
    query = (
        select(Attendance)
        .join(Evidence, col(Evidence.attendance_id) == col(Attendance.id))
        .where(Attendance.office_id == office_id, Evidence.photo_id == photo_id)
    )
    return (await session.exec(query)).first()


async def asked_about(
    session: AsyncSession, office_id: int, evidence: Iterable[Evidence]
) -> list[tuple[Label, datetime]]:
    """The questions about these photos, each with the minute of the other photo that it is about."""
    photos = [one.photo_id for one in evidence if one.photo_id is not None and REUSED & set(one.labels)]
    if not photos:
        return []
    query = (
        select(PhotoReuse.label, Evidence.sent_at)
        .join(Evidence, col(Evidence.photo_id) == col(PhotoReuse.other_id))
        .where(PhotoReuse.office_id == office_id, col(PhotoReuse.photo_id).in_(photos))
        .order_by(col(PhotoReuse.id))
    )
    rows = (await session.exec(query)).all()
    asked = [(Label(label), at.replace(second=0, microsecond=0)) for label, at in rows]
    return list(dict.fromkeys(asked))
