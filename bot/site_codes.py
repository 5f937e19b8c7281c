"""Shows the code of a site on a supervisor's phone, in a message that is renewed each minute."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Choice, Notice, Param, Show
from bot.domain.site_codes import SHOWN, next_step_at
from bot.storage.models import Person, Site
from bot.storage.site_codes import SiteCodeShow


async def begin(session: AsyncSession, who: Person, site: Site, now: datetime) -> list[Notice]:
    """A message of its own; an earlier one of this person and site stops."""
    show = SiteCodeShow(office_id=site.office_id, site_id=site.id, person_id=who.id, until=now)
    session.add(show)
    await session.flush()
    return await _on(session, show, site, Show.NEW, now)


async def go_on(session: AsyncSession, show: SiteCodeShow, site: Site, now: datetime) -> list[Notice]:
    """*Kode baru*, in the message under which it was pressed."""
    return await _on(session, show, site, Show.EDIT, now)


def renewed(show: SiteCodeShow, site: Site, now: datetime) -> Notice:
    """The next minute has begun: the next code, or that it has stopped."""
    if now >= show.until:
        return _over(show, site)
    show.look_at = next_step_at(now)
    return _card(show, site, Show.EDIT_ONLY)


async def _on(
    session: AsyncSession, show: SiteCodeShow, site: Site, how: Show, now: datetime
) -> list[Notice]:
    others = [_over(one, site) for one in await _others(session, show)]
    show.until, show.look_at = now + SHOWN, next_step_at(now)
    return [*others, _card(show, site, how)]


async def _others(session: AsyncSession, show: SiteCodeShow) -> Sequence[SiteCodeShow]:
    """What else of this site is shown to this person; all are locked in the order in which the clock does."""
    query = (
        select(SiteCodeShow)
        .where(SiteCodeShow.person_id == show.person_id, SiteCodeShow.site_id == show.site_id)
        .where(or_(SiteCodeShow.id == show.id, col(SiteCodeShow.look_at).is_not(None)))
        .order_by(col(SiteCodeShow.id))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return [one for one in (await session.exec(query)).all() if one.id != show.id]


def _card(show: SiteCodeShow, site: Site, how: Show) -> Notice:
    """Digits, link and time are put in as it leaves (`StoredMedia`): none of them lies in the outbox."""
    params: dict[str, Param] = {"site": site.name, "code": "", "until": ""}
    return Notice(
        to=show.person_id,
        key="site-code",
        params=params,
        choices=(_again(show),),
        media=f"site-code:{show.id}",
        card=_name(show),
        show=how,
    )


def _over(show: SiteCodeShow, site: Site) -> Notice:
    show.look_at = None
    return Notice(
        to=show.person_id,
        key="site-code-over",
        params={"site": site.name},
        choices=(_again(show),),
        media=f"site-code-over:{show.id}",
        card=_name(show),
        show=Show.EDIT_ONLY,
    )


def _again(show: SiteCodeShow) -> Choice:
    return Choice(f"site-code:{show.site_id}:{show.id}", "choice-site-code-new")


def _name(show: SiteCodeShow) -> str:
    return f"site-code:{show.id}"
