"""Work begins and ends without a location: why is asked, and another proof or a person's word settles it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.checkins import Meaning
from bot.domain.messages import Choice, Inbound, Label, Notice, Refused
from bot.handlers import checkin
from bot.handlers.day import day_of
from bot.handlers.resting import Resting, told
from bot.storage.models import Person

NO_LOCATION = {
    "phone": Label.NO_LOCATION_PHONE,
    "signal": Label.NO_LOCATION_SIGNAL,
    "unwilling": Label.NO_LOCATION_UNWILLING,
}
"""Why no location comes, by the word behind the button's name."""


async def why(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/tanpalokasi`: it cannot or shall not be sent. Why is asked; nobody has to share his place."""
    choices = tuple(
        Choice(f"no-location:{word}", f"because-{Label(label).value}") for word, label in NO_LOCATION.items()
    )
    return [Notice(to=who.id, key="no-location-why", choices=choices)]


async def begin_or_end(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The reason is given: the day goes on from this minute as with a location, and the supervisor's word or
    another proof settles it."""
    label = NO_LOCATION.get(inbound.text.partition(":")[2])
    if label is None:
        raise Refused("choice-unknown")
    day = await day_of(session, who, inbound)
    if isinstance(day, Resting):
        return await told(session, who, day, now)
    if day.meaning is Meaning.ASK_FINISH:
        return await checkin.want_finish(session, who, inbound, now)
    answers = await checkin.on_day(session, who, day, replace(inbound, labels=frozenset({label})), now)
    if answers[0].key not in ("receipt-start", "receipt-finish"):
        return answers
    return [*answers, Notice(to=who.id, key="no-location-other-proof")]
