"""`hadir poster`: the posters of sites, as files to print."""

from __future__ import annotations

import asyncio
from pathlib import Path

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.app import RealClock
from bot.codes import folder_of, office_called
from bot.desktop import opened
from bot.domain.site_codes import poster_link
from bot.handouts import new_file
from bot.reports.papers import TemplateBroken, can_print, harmless
from bot.reports.posters import TEMPLATE, poster_of, poster_pdf
from bot.settings import Settings
from bot.setup import Say, door_of
from bot.storage.models import Office, Site
from bot.storage.sealing import Seal
from bot.texts import Texts
from bot.troubles import Trouble


async def print_posters(settings: Settings, code: str, out: Path, office: str, say: Say, texts: Texts) -> int:
    """One PDF a site: of the site with this code, or of all. What is on walls stays valid."""
    if not can_print():
        say("invite-no-typst")
        return 1
    async with opened(settings) as database, database.reading() as session:
        home = await office_called(session, office)
        sites = await _sites(session, home, code)
        folder = await folder_of(session, out, home)
    door = await door_of(settings)
    if door is None:
        say("invite-bot-unknown")
        return 1
    key = Seal(settings.secret_key.get_secret_value()).site_code_key(home.id)
    for site in sites:
        link = door.with_token(poster_link(key, site.id, site.poster_edition))
        poster = poster_of(site, home, link, RealClock().now())
        try:
            pdf = await asyncio.to_thread(
                poster_pdf, poster, texts, locale="id", folder=settings.templates_dir
            )
        except TemplateBroken as broken:
            file = str(settings.templates_dir / TEMPLATE)
            raise Trouble("template-broken", file=file, reason=str(broken)) from None
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = new_file(folder / f"poster-{harmless(site.code)}.pdf")
        path.write_bytes(pdf)
        say("poster-written", site=site.name, file=str(path))
    say("poster-weaker")
    return 0


async def _sites(session: AsyncSession, office: Office, code: str) -> list[Site]:
    """Raises Trouble for a code that is no site's, and where there are no sites."""
    query = select(Site).where(Site.office_id == office.id).order_by(col(Site.code))
    every = (await session.exec(query)).all()
    found = [one for one in every if not code or one.code.casefold() == code.casefold()]
    if not every:
        raise Trouble("poster-no-site", office=office.name)
    if not found:
        raise Trouble("poster-site-unknown", site=code, office=office.name)
    return found
