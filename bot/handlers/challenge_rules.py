"""`/fotojari`: how often a client is asked for a photo with a few fingers; his officer chooses."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.challenges import ChallengeRule
from bot.domain.messages import Choice, Inbound, Notice, Refused, Show, Word, choice_numbers
from bot.handlers import clients
from bot.storage.models import Case, Person

RULES = tuple(ChallengeRule)
WORD = len(RULES)
"""The button that changes between fingers and a written word."""


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/fotojari NAME`, or the code."""
    found = await clients.called(
        session, who, inbound.text, command="/fotojari", entry="challenge-rule", now=now
    )
    if isinstance(found, Notice):
        return [found]
    case, client = await clients.own(session, who, found[0].id, now)
    return [_card(who, case, client, Show.NEW)]


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One of several cases that a name fits."""
    case, client = await clients.own(session, who, choice_numbers(inbound.text, 1)[0], now)
    return [_card(who, case, client, Show.NEW)]


async def choose(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A rule, or the other kind of task."""
    case_id, number = choice_numbers(inbound.text, 2)
    case, client = await clients.own(session, who, case_id, now)
    if client.child or not 0 <= number <= WORD:
        raise Refused("identity-never-child" if client.child else "choice-unknown")
    if number == WORD:
        case.challenge_word = not case.challenge_word
    else:
        case.challenge_rule = RULES[number]
    await session.flush()
    return [_card(who, case, client, Show.EDIT)]


def _card(who: Person, case: Case, client: Person, show: Show) -> Notice:
    if client.child:
        raise Refused("identity-never-child")
    rule = ChallengeRule(case.challenge_rule)
    choices = [
        Choice(f"challenge-set:{case.id}:{number}", f"choice-challenge-{ChallengeRule(one).value}")
        for number, one in enumerate(RULES)
        if one is not rule
    ]
    other = "choice-challenge-fingers" if case.challenge_word else "choice-challenge-word"
    return Notice(
        to=who.id,
        key="challenge-rule",
        params={
            "name": client.shown,
            "rule": Word(f"challenge-rule-{rule.value}"),
            "task": Word("challenge-by-word" if case.challenge_word else "challenge-by-fingers"),
        },
        choices=(*choices, Choice(f"challenge-set:{case.id}:{WORD}", other)),
        card=f"challenge-rule:{case.id}",
        show=show,
    )
