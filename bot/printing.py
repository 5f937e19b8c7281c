"""Paper that is set for somebody at a terminal: what is wrong with a template is said to him."""

from __future__ import annotations

from pathlib import Path

from bot.reports.documents.paper import Paper, pdf
from bot.reports.papers import TemplateBroken
from bot.texts import Texts
from bot.troubles import Trouble


def printed(paper: Paper, texts: Texts, templates: Path, *, locale: str = "id") -> bytes:
    """The PDF of a paper. Raises Trouble where the office's own template cannot be set."""
    try:
        return pdf(paper, texts, locale=locale, folder=templates)
    except TemplateBroken as broken:
        file = str(templates / paper.template)
        raise Trouble("template-broken", file=file, reason=str(broken)) from None
