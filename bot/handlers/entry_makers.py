"""Whoever made an entry that a client contested hears how it was decided: an officer with the reason of the
head, a supervisor only that the word was changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Notice, Param
from bot.domain.people import Role
from bot.storage.contests import Subject, said_of_miss
from bot.storage.corrections import Correction
from bot.storage.models import Case, Contest, Person


async def of(session: AsyncSession, case: Case, contest: Contest, subject: Subject) -> Person | None:
    """Who made the entry, before it is decided; of a miss, who said last what it was."""
    said_by = subject.said_by
    if said_by is None and subject.planned is not None and contest.by_head:
        said = await said_of_miss(session, case, subject.planned)
        said_by = said.actor_id if said is not None else None
    return await session.get(Person, said_by) if said_by is not None else None


def told(
    who: Person,
    maker: Person | None,
    subject: Subject,
    day: Mapping[str, Param],
    reason: str,
    *,
    upheld: bool,
) -> list[Notice]:
    """The reason goes to nobody at the site: it may hold what the client wrote."""
    if maker is None or maker.id == who.id:
        return []
    if maker.role is Role.OFFICER:
        key = f"contest-{'upheld' if upheld else 'dismissed'}-officer"
        return [Notice(to=maker.id, key=key, params={**day, "reason": reason})]
    return [Notice(to=maker.id, key=_changed(subject), params=dict(day))] if upheld else []


def _changed(subject: Subject) -> str:
    if subject.opening is not None:
        return "contest-upheld-opener"
    return "contest-upheld-first" if subject.correction is None else "contest-upheld-replacer"


def included(who: Person, corrections: Sequence[Correction], day: Mapping[str, Param]) -> list[Notice]:
    """To the officers whose corrections are part of the hours now."""
    correctors = {one.by for one in corrections if one.by is not None and one.by != who.id}
    return [Notice(to=one, key="contest-included-corrector", params=dict(day)) for one in sorted(correctors)]
