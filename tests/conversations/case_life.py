"""What happens to a case in the conversations about its life."""

from __future__ import annotations

from datetime import date

from sqlmodel import select

from bot import lifecycle
from bot.storage import queries
from bot.storage.events import broken_link, case_stream, stream_events
from bot.storage.models import Case
from tests.conversations.conftest import Cast
from tests.harness import World, at


async def case_of(world: World, cast: Cast) -> Case:
    async with world.database.reading() as session:
        return (await session.exec(select(Case).where(Case.id == cast.case.id))).one()


async def facts(world: World, cast: Cast) -> list[str]:
    async with world.database.reading() as session:
        events = await stream_events(session, cast.office.id, case_stream(cast.case.id))
    assert broken_link(events) is None
    return [event.kind for event in events]


async def works(world: World, cast: Cast, day: int) -> None:
    """Three hours on a Thursday, confirmed; the clock looks at the case after it."""
    world.clock.moment = at(day, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(day, 11)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("✅ Benar")
    await world.passes(at(day, 11, 1))


async def short_order(world: World, cast: Cast, hours: int) -> None:
    """Most of the order was served before Hadir: so many hours are left."""
    async with world.database.transaction() as session:
        case = await queries.locked_case(session, cast.office.id, cast.case.id)
        assert case is not None
        await lifecycle.set_opening(
            session,
            case,
            42 * 60 - hours * 60,
            as_of=date(2026, 4, 19),
            basis="BA/1/2026 (contoh)",
            actor_id=None,
            now=world.clock.now(),
        )
