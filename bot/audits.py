"""`hadir audit verify`: whether the records below a digest's fingerprint are still what they were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.desktop import opened
from bot.domain import fingerprints
from bot.domain.messages import Line, Param, When
from bot.domain.reports import midday
from bot.domain.weeks import week_days
from bot.settings import Settings
from bot.storage.chain_proofs import Broken, CaseName, Proof, proof_of
from bot.storage.chain_roots import digests_with
from bot.storage.models import Digest, Office, Person
from bot.texts import Texts

Found = Sequence[tuple[Digest, Person, Office]]


async def verify(settings: Settings, words: str, texts: Texts, console: Console) -> int:
    """Say of which digest a fingerprint is, and whether all that it covers stands; exit code 1 where it is of
    none or something does not, 2 for what is no fingerprint. Raises Trouble."""
    digits = fingerprints.typed(words)
    if digits is None:
        told, code = [Line("audit-no-fingerprint", {"text": words[:80]})], 2
    else:
        async with opened(settings) as database, database.reading() as session:
            told, good = await verified(session, digits)
        code = 0 if good else 1
    for line in told:
        sentence = texts.render(line.key, line.params, locale="id")
        console.print(sentence, markup=False, highlight=False, soft_wrap=True)
    return code


async def verified(session: AsyncSession, digits: str) -> tuple[list[Line], bool]:
    """What there is to say about a fingerprint, and whether all is well."""
    found = await digests_with(session, digits)
    if not found:
        return [await _unknown(session, digits)], False
    proofs = [await proof_of(session, digest) for digest, *_ in found]
    # Digests of one root cover the same facts; only the list of one of them may have been changed.
    worst = min(proofs, key=lambda one: (one.stands, one.listed))
    zone = found[0][2].zone
    return [*_written(found), *_lines(worst, zone)], worst.stands


async def _unknown(session: AsyncSession, digits: str) -> Line:
    """Nobody's; but whoever copied 64 digits may have got the last ones wrong."""
    alike = await digests_with(session, digits[: fingerprints.SHOWN])
    if not alike:
        return Line("audit-unknown", {"root": fingerprints.shown(digits)})
    digest, reader, _ = alike[0]
    return Line("audit-only-beginning", {"code": reader.code, "week": digest.week})


def _written(found: Found) -> Iterator[Line]:
    for digest, reader, office in found:
        days = week_days(digest.week)
        yield Line(
            "audit-written",
            {
                "code": reader.code,
                "office": office.name,
                "week": digest.week,
                "first": When(midday(days.first, office.zone), office.zone),
                "last": When(midday(days.last, office.zone), office.zone),
                "at": When(digest.made_at, office.zone),
            },
        )


def _lines(proof: Proof, zone: str) -> Iterator[Line]:
    sums: dict[str, Param] = {"cases": proof.cases, "facts": proof.facts}
    if proof.stands:
        yield Line("audit-stands", sums)
    yield from (_broken(case, broken, zone) for case, broken in proof.broken)
    for case, count in proof.erased:
        yield Line("audit-erased", _named(case) | {"count": count})
    if not proof.listed:
        yield Line("audit-list-changed")
    if proof.broken:
        yield Line("audit-broken", sums | {"broken": len(proof.broken)})
    if not proof.stands:
        yield Line("audit-next")


def _broken(case: CaseName, broken: Broken, zone: str) -> Line:
    if not case.client:
        return Line("audit-case-gone", {"number": f"#{case.id}"})
    told = _named(case) | {"seq": broken.seq}
    if broken.recorded_at is not None:
        told["at"] = When(broken.recorded_at, zone)
    return Line(f"audit-{broken.fault.value}", told)


def _named(case: CaseName) -> dict[str, Param]:
    """By code and number; a case that is gone itself by the number that the program gave it."""
    return {"client": case.client or "–", "number": case.number or f"#{case.id}"}
