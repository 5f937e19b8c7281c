"""The letter at the end of a case (*surat keterangan selesai*): that the hours were served, with a number and
a code by which anybody can check it. It says nothing of an offence, and of a child no name."""

from __future__ import annotations

from collections.abc import Iterator

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.digest import programme_key
from bot.domain.documents import CompletionLetter
from bot.domain.letters import grouped
from bot.domain.messages import Line, Minutes, When, Word
from bot.domain.reports import midday
from bot.reports.documents.identity import ruling_of
from bot.reports.documents.lines import head_of
from bot.reports.documents.paper import Pair, Paper, Signature
from bot.reports.papers import harmless
from bot.storage import letters, queries
from bot.storage.models import Case, Person

TEMPLATE = "surat-selesai.typ"


async def gather(session: AsyncSession, case: Case, client: Person, page: str) -> CompletionLetter | None:
    """The letter of a case as it was issued; None where none holds."""
    letter = await letters.valid_of(session, case)
    if letter is None:
        return None
    office = await queries.office_of(session, case.office_id)
    return CompletionLetter(
        head=head_of(office, made_at=letter.issued_at),
        contact=office.contact,
        number=letter.number,
        code=letter.code,
        page=page,
        client="" if client.secret else client.name,
        child_code=client.code if client.secret else "",
        file=client.code,
        **ruling_of(case, client),
        programme=case.programme,
        minutes=letter.minutes,
        total=letter.total_minutes,
        from_on=letter.from_on,
        until_on=letter.until_on,
    )


def paper(facts: CompletionLetter) -> Paper:
    """The letter as a paper."""
    head = facts.head
    day = When(midday(local_day(head.made_at, head.zone), head.zone), head.zone)
    return Paper(
        template=TEMPLATE,
        file=f"surat-keterangan-{harmless(facts.file)}",
        title="document-title-letter",
        head=head,
        subject=tuple(_subject(facts)),
        columns=(),
        rows=(),
        empty="document-title-letter",
        sums=(),
        signatures=(Signature("document-sign-head", below="document-staff-number"),),
        said={
            "number": Line("letter-number", {"number": facts.number}),
            "opening": Line("letter-opening", {"office": head.office}),
            "main": Line("letter-main", {"office": head.office}),
            "closing": Line("letter-closing"),
            "day": Line("letter-day", {"at": day}),
            **_check(facts),
        },
        link=facts.link,
    )


def _check(facts: CompletionLetter) -> dict[str, Line]:
    """How it is checked: at the page, or by asking the office where nobody can open one."""
    if not facts.page:
        params = {"office": facts.head.office, "contact": facts.contact}
        return {"check": Line("letter-check-office", params)}
    return {
        "check": Line("letter-check"),
        "address": Line("letter-address", {"page": facts.page.partition("://")[2]}),
        "code": Line("letter-code", {"code": grouped(facts.code)}),
    }


def _subject(facts: CompletionLetter) -> Iterator[Pair]:
    """Who and what; what identifies a child is left to the pen."""
    yield "document-name", facts.client
    if facts.child_code:
        yield "document-code", facts.child_code
    yield "document-ruling", facts.ruling
    yield "document-ruled-on", facts.ruled_on
    yield "document-court", facts.court
    yield "document-programme", Word(programme_key(facts.programme))
    if facts.total is not None:
        yield "document-total", Minutes(facts.total)
        yield "document-served", Minutes(facts.minutes)
    yield "document-starts", facts.from_on
    yield "document-ends", facts.until_on
