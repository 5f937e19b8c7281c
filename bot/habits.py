"""What an office can choose for itself from a terminal."""

from __future__ import annotations

from bot.app import RealClock
from bot.codes import office_called
from bot.desktop import opened
from bot.domain.identity import SecondFactor
from bot.settings import Settings
from bot.setup import Say
from bot.storage.events import append


async def show_or_choose(settings: Settings, code: str, proof: str, say: Say) -> int:
    """What `hadir office` does: say what is asked of a newcomer beside the link, or choose it; a choice is a
    fact of the office, and holds for links that were made before."""
    if proof and proof not in list(SecondFactor):
        say("proof-unknown", proof=proof)
        return 2
    now = RealClock().now()
    async with opened(settings) as database, database.transaction() as session:
        office = await office_called(session, code)
        if proof and proof != office.second_factor:
            office.second_factor = SecondFactor(proof)
            await append(
                session,
                office_id=office.id,
                stream=f"office:{office.id}",
                kind="second_factor_chosen",
                actor_id=None,
                payload={"proof": proof},
                happened_at=now,
                now=now,
            )
    say(f"proof-{SecondFactor(office.second_factor).value.replace('_', '-')}", office=office.name)
    return 0
