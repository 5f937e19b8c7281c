"""What a line of the table is: who may use an entry, and which handler answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Inbound, Notice
from bot.domain.outcomes import MEANINGS, Outcome
from bot.domain.people import Role
from bot.handlers.strangers import Stranger
from bot.storage.models import Person

Handler = Callable[[AsyncSession, Person, Inbound, datetime], Awaitable[list[Notice]]]
OpenHandler = Callable[[AsyncSession, Person | Stranger, Inbound, datetime], Awaitable[list[Notice]]]
WordsHandler = Callable[[AsyncSession, Person, Inbound, datetime, int], Awaitable[list[Notice]]]
Stands = Callable[[AsyncSession, Person, int], Awaitable[bool]]

CLIENT = frozenset({Role.CLIENT})
SUPERVISOR = frozenset({Role.SUPERVISOR})
OFFICER = frozenset({Role.OFFICER})
HEAD = frozenset({Role.HEAD})
PROSECUTOR = frozenset({Role.PROSECUTOR})
AGENCY = frozenset({Role.AGENCY})
GUARDIAN = frozenset({Role.GUARDIAN})
KEEPERS = frozenset({Role.OFFICER, Role.HEAD, Role.OPERATOR})
OFFICE = frozenset({Role.OFFICER, Role.HEAD})
ON_SITE = frozenset({Role.SUPERVISOR, Role.OFFICER})
RECEIVES = frozenset({Role.HEAD, Role.OPERATOR})
"""Who answers for an office, where one of the two does."""
INVITES = frozenset({Role.OFFICER, Role.OPERATOR})
STAFF_ON_LEAVE = frozenset({Role.SUPERVISOR, Role.OFFICER, Role.HEAD})
CASE_PAPERS = frozenset({Role.OFFICER, Role.HEAD, Role.PROSECUTOR})
SITE_PAPERS = frozenset({Role.OFFICER, Role.HEAD, Role.SUPERVISOR})
EVALUATES = frozenset({Role.CLIENT, Role.GUARDIAN, Role.SUPERVISOR, Role.OFFICER})
"""Who is asked at the end of a case."""
REVIEWS = HEAD | AGENCY
"""Who reads what comes of it."""
DOCUMENTS = CASE_PAPERS | SITE_PAPERS | REVIEWS
"""Who may ask for papers; which, and whose, is in `reports.documents.access`."""
SHUTS = MEANINGS[Outcome.SITE_CLOSED].roles
EVERYBODY = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Route:
    """Who may use an entry of the table, and what it does."""

    roles: frozenset[Role]
    handler: Handler


@dataclass(frozen=True, slots=True)
class WordsRoute:
    """Who may answer a question in words, and what becomes of the answer."""

    roles: frozenset[Role]
    handler: WordsHandler
    patience: timedelta
    """How long the question waits; later words are words like any other."""
    stands: Stands | None = None
    """Whether what it asks about is still open, where something else can settle it meanwhile."""
