"""Whose paper it is: what identifies a case, and of a child no more than the code (UU 11/2012 Pasal 19)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Protocol, TypedDict

from bot.domain.cases import Programme
from bot.reports.documents.paper import Pair
from bot.storage.models import Case, Person


class Identity(TypedDict):
    """The facts of a case that stand at the head of its papers."""

    client: str
    code: str
    child: bool
    number: str
    programme: Programme
    starts_on: date | None
    ends_on: date | None


class Ruling(TypedDict):
    """Of a child nothing."""

    ruling: str
    ruled_on: date | None
    court: str


class Named(Protocol):
    """The facts of a paper, as far as they say whose it is."""

    @property
    def client(self) -> str: ...
    @property
    def code(self) -> str: ...
    @property
    def child(self) -> bool: ...
    @property
    def number(self) -> str: ...


class Ruled(Named, Protocol):
    """Likewise, with the ruling."""

    @property
    def ruling(self) -> str: ...
    @property
    def ruled_on(self) -> date | None: ...
    @property
    def court(self) -> str: ...


def identity_of(case: Case, client: Person) -> Identity:
    """To whom the case belongs, and when it runs."""
    return Identity(
        client=client.shown,
        code=client.code,
        child=client.secret,
        number="" if client.child else case.number,
        programme=case.programme,
        starts_on=case.starts_on,
        ends_on=case.ends_on,
    )


def ruling_of(case: Case, client: Person) -> Ruling:
    """By which ruling."""
    return Ruling(
        ruling="" if client.child else case.ruling_number,
        ruled_on=None if client.child else case.ruling_on,
        court="" if client.child else case.court,
    )


def named(facts: Named) -> Iterator[Pair]:
    """The lines that say whose paper it is; a child's name is its code already."""
    yield "document-client", facts.client
    if not facts.child:
        yield "document-code", facts.code
        yield "document-case", facts.number


def ruled(facts: Ruled) -> Iterator[Pair]:
    """The lines of the ruling; none of a child's."""
    if not facts.child:
        yield "document-ruling", facts.ruling
        yield "document-ruled-on", facts.ruled_on
        yield "document-court", facts.court
