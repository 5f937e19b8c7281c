"""Which client a command is about: one of the officer's own, or a question which of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from textwrap import shorten

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import CaseState
from bot.domain.client_buttons import Numbered as Numbered
from bot.domain.client_buttons import buttons as buttons
from bot.domain.messages import Line, Notice, Refused
from bot.storage import client_queries, leaves, queries
from bot.storage.models import Case, Person

log = structlog.get_logger()

MATCHES = 8
"""Clients offered when a name fits several."""
SHOWN = 200
"""Letters of his words that are shown back to him."""
WHICH = "client-which"
"""The topic of that question, while words behind the command wait for its answer."""


async def called(
    session: AsyncSession,
    who: Person,
    text: str,
    *,
    command: str,
    entry: str,
    now: datetime,
    words: str = "",
) -> tuple[Case, Person] | Notice:
    """The case of the client with this code, or part of a name; several fit: buttons that go on with
    `entry`, which finds the `words` again (`words_kept`). Raises Refused for nobody, and without a name."""
    wanted = text.strip()
    if not wanted:
        raise Refused("client-ask-for-command", command=command)
    found = here(await client_queries.cases_called(session, who, wanted, MATCHES + 1, now))
    if not found:
        raise Refused("client-not-found", text=wanted[:60])
    if len(found) == 1:
        return found[0]
    key = "client-which" if len(found) <= MATCHES else "client-which-of-many"
    offered = [numbered(*row) for row in found[:MATCHES]]
    if not words.strip():
        choices = buttons(entry, offered)
        return Notice(to=who.id, key=key, params={"count": len(choices)}, choices=choices)
    first = offered[0].case_id
    await queries.ask_for_words(session, who, WHICH, first, now, said=words.strip())
    choices = tuple(replace(one, id=f"{one.id}:{first}") for one in buttons(entry, offered))
    lines = (Line("client-which-words", {"words": shorten(words, SHOWN, placeholder=" …")}),)
    return Notice(to=who.id, key=key, params={"count": len(choices)}, lines=lines, choices=choices)


async def words_kept(session: AsyncSession, who: Person, choice_id: str) -> str:
    """The words that wait for this very button, which are given out once; else nothing."""
    question = await queries.question_to(session, who)
    asked = choice_id.split(":")[2:3]
    if question is None or question.topic != WHICH or asked != [str(question.about)]:
        return ""
    await queries.forget_question(session, who)
    return question.said


def numbered(case: Case, client: Person) -> Numbered:
    """A case as its button says it."""
    return Numbered(case.id, client.shown, "" if client.child else case.number)


def here(found: Sequence[tuple[Case, Person]]) -> list[tuple[Case, Person]]:
    """Those that this office still goes on with. Raises Refused where all of them went to another Bapas: of
    these nothing is changed here."""
    kept = [row for row in found if row[0].state is not CaseState.TRANSFERRED]
    if found and not kept:
        raise Refused("client-elsewhere", name=found[0][1].shown)
    return kept


async def own(session: AsyncSession, who: Person, case_id: int, now: datetime) -> tuple[Case, Person]:
    """A case that this officer guides today, locked, and its client. Raises Refused for anybody else's."""
    case = await queries.locked_case(session, who.office_id, case_id)
    if case is None or not await leaves.guides(session, who, case, now):
        log.warning("refused.not_yours", person=who.id, role=who.role)
        raise Refused("not-yours")
    return case, await session.get_one(Person, case.client_id)
