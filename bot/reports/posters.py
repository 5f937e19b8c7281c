"""A poster for the wall of a site: a QR to scan on coming and going, and three steps as pictures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.domain.discretion import gives_away
from bot.domain.messages import Params, When
from bot.reports.papers import pdf_of, qr_drawing
from bot.storage.models import Office, Site
from bot.texts import Texts

TEMPLATE = "poster.typ"
LONGEST_NAME = 80
LONGEST_CODE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """What stands on one: nothing says whose site it is, unless the office wants it (`office`)."""

    link: str
    site: str
    code: str
    edition: int
    office: str
    printed_at: datetime
    zone: str


def keeps_quiet(site: Site, office: Office) -> bool:
    """Whether the name of the site says what the office keeps to itself, as *Pos Bapas Barombong* does."""
    return office.discreet and gives_away(site.name)


def poster_of(site: Site, office: Office, link: str, now: datetime) -> Poster:
    """What stands on a site's poster today."""
    return Poster(
        link=link,
        site="" if keeps_quiet(site, office) else site.name,
        code=site.code,
        edition=site.poster_edition,
        office="" if office.discreet else office.name,
        printed_at=now,
        zone=site.zone,
    )


def poster_pdf(poster: Poster, texts: Texts, *, locale: str, folder: Path) -> bytes:
    """One page of A4. Raises TemplateBroken where the office's own template cannot be set."""
    footer: Params = {
        "code": poster.code[:LONGEST_CODE],
        "edition": poster.edition,
        "at": When(poster.printed_at, poster.zone),
    }

    def say(key: str, params: Params | None = None) -> str:
        return texts.render(key, params or {}, locale=locale)

    data = {
        "title": say("poster-title"),
        "lang": locale,
        "heading": [say("poster-heading-come"), say("poster-heading-go")],
        "site": poster.site[:LONGEST_NAME],
        "qr": qr_drawing(poster.link, error="q"),
        "steps": [say("poster-step-scan"), say("poster-step-start"), say("poster-step-send")],
        "button": say("slip-button-start"),
        "help": say("poster-help"),
        "office": poster.office[:LONGEST_NAME],
        "footer": say("poster-footer", footer),
    }
    return pdf_of(TEMPLATE, data, folder)
