"""Invitations on paper and as words: a PDF of slips to cut out, a QR as a picture, a text to forward."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bot.domain.invitations import Door, Slip
from bot.domain.messages import Params, When, Word
from bot.domain.short_codes import grouped
from bot.reports.papers import pdf_of, qr_drawing, qr_of
from bot.texts import Texts

TEMPLATE = "undangan.typ"
LONGEST_NAME = 80


def slips_pdf(
    slips: Sequence[Slip], door: Door, texts: Texts, *, footer: str, locale: str, folder: Path
) -> bytes:
    """All slips as one PDF. Raises TemplateBroken where the office's own template cannot be set."""
    data = {
        "title": texts.render("slip-title", {}, locale=locale),
        "footer": footer,
        "lang": locale,
        "slips": [_said(slip, door, texts) for slip in slips],
    }
    return pdf_of(TEMPLATE, data, folder)


def invitation_text(slip: Slip, door: Door, texts: Texts) -> str:
    """What is sent to somebody by any messenger, as it is."""
    key = "invite-forward-office" if slip.office else "invite-forward"
    return texts.render(key, _params(slip, door), locale=slip.locale)


def qr_picture(slip: Slip, door: Door) -> bytes:
    """The link as a picture to show or to send."""
    return qr_of(door.with_token(slip.token))


def _said(slip: Slip, door: Door, texts: Texts) -> dict[str, object]:
    params = _params(slip, door)

    def say(key: str) -> str:
        return texts.render(key, params, locale=slip.locale)

    return {
        "hello": say("slip-hello"),
        "intro": say("slip-intro-office" if slip.office else "slip-intro"),
        "qr": qr_drawing(door.with_token(slip.token)),
        "typing": say("slip-typing"),
        "code": grouped(slip.code),
        "steps": [say("slip-step-scan"), say("slip-step-start"), say("slip-step-agree")],
        "buttons": [say("slip-button-start"), say("slip-button-agree")],
        "ending": say("slip-ending"),
    }


def _params(slip: Slip, door: Door) -> Params:
    return {
        "sapa": Word(slip.greeting),
        "name": slip.name[:LONGEST_NAME],
        "link": door.with_token(slip.token),
        "code": grouped(slip.code),
        "messenger": door.messenger,
        "bot": door.name,
        "until": When(slip.until, slip.zone),
        "contact": slip.contact,
        "office": slip.office[:LONGEST_NAME],
    }
