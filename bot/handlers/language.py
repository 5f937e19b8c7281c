"""Everybody chooses the language in which he is written to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.messages import Choice, Inbound, Notice, Refused
from bot.languages import languages_of
from bot.storage import queries
from bot.storage.events import append, person_stream
from bot.storage.models import Person


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/bahasa`: the languages there are, each named in itself; `/bahasa en` and `/bahasa english` choose at
    once."""
    languages = languages_of(session)
    if chosen := _meant(inbound.text, languages):
        return await _choose(session, who, chosen, now)
    choices = tuple(
        Choice(f"language:{locale}", "choice-language", {"language": name})
        for locale, name in languages.items()
    )
    return [Notice(to=who.id, key="language-which", choices=choices)]


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A language was pressed. Raises Refused for one that there is not, or no longer."""
    locale = inbound.text.partition(":")[2]
    if locale not in languages_of(session):
        raise Refused("choice-unknown")
    return await _choose(session, who, locale, now)


async def _choose(session: AsyncSession, who: Person, locale: str, now: datetime) -> list[Notice]:
    """From this answer on everything is in the new language, keys and menu too."""
    person = await queries.locked_person(session, who.id)
    if person.locale != locale:
        person.locale = locale
        await append(
            session,
            office_id=person.office_id,
            stream=person_stream(person.id),
            kind="language_chosen",
            actor_id=person.id,
            payload={"locale": locale},
            happened_at=now,
            now=now,
        )
    ask = await cards.keyboard(session, person, now)
    params = {"language": languages_of(session)[locale]}
    return [Notice(to=person.id, key="language-chosen", params=params, ask=ask, menu=True)]


def _meant(text: str, languages: Mapping[str, str]) -> str | None:
    said = text.strip().casefold()
    named = {name.casefold(): locale for locale, name in languages.items()}
    return said if said in languages else named.get(said)
