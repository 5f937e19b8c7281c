"""Renders what a notice's `media` names: a photo from its encrypted file, a workbook from frozen figures,
invitations from what was sealed for them."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

import structlog

from bot.channel import Attachment, Channel, Rendered
from bot.clock import Clock
from bot.domain import site_codes
from bot.domain.cases import local_day
from bot.domain.documents import Asked, DocumentKind, Form
from bot.domain.invitations import Door
from bot.domain.messages import Minutes, Params, When
from bot.domain.short_codes import grouped
from bot.domain.uploads import UPLOADERS
from bot.imports import filled_rows, sheets_for, template
from bot.imports.listing import listing
from bot.imports.template import Rows
from bot.kept_media import KeptMedia
from bot.pin_cards import map_of
from bot.reports.badges import badge
from bot.reports.charts import ChartWords, chart_of
from bot.reports.digest_files import report_from
from bot.reports.documents import made_for, period_report
from bot.reports.documents.paper import Paper, draft, pdf, picture
from bot.reports.excel import workbook_of
from bot.reports.papers import SHIPPED, TemplateBroken, harmless, qr_of
from bot.reports.posters import poster_of, poster_pdf
from bot.reports.site_maps import Legend, site_map
from bot.reports.slips import invitation_text, qr_picture, slips_pdf
from bot.storage import figures
from bot.storage.database import Database
from bot.storage.models import Case, Digest, Office, Person, Site
from bot.storage.photos import PhotoStore
from bot.storage.pictures import shown, thumbnail
from bot.storage.sealing import Seal
from bot.storage.site_codes import SiteCodeShow
from bot.storage.slips import SlipSheet, opened
from bot.storage.uploads import Upload
from bot.texts import FALLBACK, Texts

log = structlog.get_logger()


class Printing(Protocol):
    """Sets a paper with the template of a folder."""

    def __call__(self, *, folder: Path) -> bytes: ...


DIGEST_FORMS = {"digest-report": Form.PDF, "digest-outline": Form.XLSX, "digest-chart": Form.PNG}
LEGEND = ("pin-map-old", "pin-map-new", "pin-map-people", "pin-map-north")


class StoredMedia:
    """Loads media after the commit, off the event loop where it is heavy."""

    def __init__(
        self,
        database: Database,
        photos: PhotoStore,
        texts: Texts,
        seal: Seal,
        templates: Path,
        clock: Clock,
        page: str = "",
    ) -> None:
        self._database = database
        self._kept = KeptMedia(database, photos)
        self._texts = texts
        self._seal = seal
        self._templates = templates
        self._clock = clock
        self._page = page
        """Where a letter can be checked."""

    async def load(self, media: str, locale: str, channel: Channel) -> Rendered:
        """What a notice names stands for; nothing when it no longer exists: `photo:ID` (small, for a card),
        `photo-full:ID`, `photos:ID,ID` (beside each other), `voice:ID`, `code:ID`, `digest:ID`,
        `digest-report:ID`, `digest-outline:ID`, `digest-chart:ID`, `slips:ID`,
        `invite-qr:ID`, `invite-text:ID`, `site-code:SHOW` (this minute's), `site-code-over:SHOW`,
        `poster:SITE`, `document:…` (`Asked.media`), `pin-map:ID`, `chart:CASE`, `upload:ID` (its list),
        `template:PERSON`, `filled:PERSON`. Raises NotReached."""
        kind, _, number = media.partition(":")
        match kind:
            case "photo":
                return Rendered(await self._kept.photo(int(number), thumbnail))
            case "photo-full":
                return Rendered(await self._kept.photo(int(number), shown))
            case "photos":
                return Rendered(await self._kept.photos([int(one) for one in number.split(",")]))
            case "voice":
                return Rendered(await self._kept.voice(int(number)))
            case "code":
                return Rendered(await self._code(int(number)))
            case "digest":
                return Rendered(await self._digest(int(number), locale))
            case _ if kind in DIGEST_FORMS:
                return Rendered(await self._digest_file(kind, int(number), locale))
            case "slips" | "invite-qr" | "invite-text":
                return await self._invitation(kind, int(number), locale, await channel.door())
            case "site-code":
                return await self._site_code(int(number), locale, channel)
            case "site-code-over":
                return Rendered(await self._site_code_over(locale))
            case "poster":
                return Rendered(await self._poster(int(number), locale, await channel.door()))
            case "pin-map":
                return Rendered(await self._site_map(int(number), locale))
            case "chart":
                return Rendered(await self._chart(int(number), locale))
            case "document":
                return Rendered(await self._document(number, locale))
            case "upload":
                return Rendered(await self._listing(int(number), locale))
            case "template" | "filled":
                return Rendered(await self._workbook(int(number), filled=kind == "filled"))
            case _:
                raise ValueError("unknown kind of media")

    async def _code(self, person_id: int) -> Attachment | None:
        async with self._database.reading() as session:
            person = await session.get(Person, person_id)
        if person is None:
            return None
        return Attachment("kode.png", await asyncio.to_thread(badge, person.code), picture=True)

    async def _site_code(self, show_id: int, locale: str, channel: Channel) -> Rendered:
        """The code of the minute in which it leaves: one that waited in the outbox would be over. It renews
        itself where the channel can change a message."""
        async with self._database.reading() as session:
            show = await session.get_one(SiteCodeShow, show_id)
            site = await session.get_one(Site, show.site_id)
        key, step = self._seal.site_code_key(site.office_id), site_codes.step_of(self._clock.now())
        link = (await channel.door()).with_token(site_codes.link(key, site.id, step))
        picture = Attachment("kode-lokasi.png", await asyncio.to_thread(qr_of, link), picture=True, anew=True)
        renews = channel.caps.edit
        until: Params = {"at": When(show.until if renews else site_codes.valid_until(step), site.zone)}
        shown = site_codes.digits(key, site.id, step)
        sentence = "site-code-renews" if renews else "site-code-until"
        params = {
            "code": f"{shown[:3]} {shown[3:]}",
            "until": self._texts.render(sentence, until, locale=locale),
        }
        return Rendered(picture, params)

    async def _site_code_over(self, locale: str) -> Attachment:
        """In place of a QR that would still be scanned."""
        words = self._texts.render("site-code-over-picture", {}, locale=locale)
        picture = await asyncio.to_thread(badge, words)
        return Attachment("kode-lokasi.png", picture, picture=True, anew=True)

    async def _poster(self, site_id: int, locale: str, door: Door) -> Attachment:
        """The edition that is valid when it leaves."""
        async with self._database.reading() as session:
            site = await session.get_one(Site, site_id)
            office = await session.get_one(Office, site.office_id)
        key = self._seal.site_code_key(site.office_id)
        link = door.with_token(site_codes.poster_link(key, site.id, site.poster_edition))
        poster = poster_of(site, office, link, self._clock.now())
        content = await asyncio.to_thread(
            self._printed, partial(poster_pdf, poster, self._texts, locale=locale)
        )
        return Attachment(f"poster-{harmless(site.code)}.pdf", content, picture=False)

    async def _document(self, named: str, locale: str) -> Attachment | None:
        """With the figures of the minute in which it leaves, and as far as its reader may read it then."""
        asked, form, reader = Asked.read(named)
        async with self._database.reading() as session:
            who = await session.get_one(Person, reader)
            paper = await made_for(session, who, asked, self._clock.now(), self._page)
        if paper is None:
            return None
        if asked.kind is DocumentKind.LETTER:  # what an office of the state issues is in its language
            locale = FALLBACK
        return await self._set(paper, form, locale)

    async def _set(self, paper: Paper, form: Form, locale: str) -> Attachment:
        match form:
            case Form.XLSX | Form.DOCX:
                content = await asyncio.to_thread(draft, paper, self._texts, locale=locale)
            case Form.PDF:
                setting = partial(pdf, paper, self._texts, locale=locale)
                content = await asyncio.to_thread(self._printed, setting)
            case Form.PNG:
                drawing = partial(picture, paper.charts, self._texts, locale=locale)
                return Attachment("grafik.png", await asyncio.to_thread(self._printed, drawing), picture=True)
        return Attachment(f"{paper.file}.{form.value}", content, picture=False)

    async def _site_map(self, question_id: int, locale: str) -> Attachment | None:
        async with self._database.reading() as session:
            shown = await map_of(session, question_id)
        if shown is None:
            return None
        names = (self._texts.render(one, {}, locale=locale) for one in LEGEND)
        content = await asyncio.to_thread(site_map, shown, Legend(*names))
        return Attachment("peta-lokasi.png", content, picture=True)

    async def _chart(self, case_id: int, locale: str) -> Attachment:
        """The weeks of a case as they stand when it leaves; it names nobody."""
        async with self._database.reading() as session:
            case = await session.get_one(Case, case_id)
            drawn = await figures.chart(session, case, self._clock.now())
        of: Params = {"done": Minutes(drawn.done), "total": Minutes(drawn.total)}
        words = ChartWords(
            self._texts.render("chart-title", {}, locale=locale),
            self._texts.render("chart-whole", of, locale=locale),
            self._texts.render("chart-attendance", {}, locale=locale),
        )
        return Attachment("grafik.png", await asyncio.to_thread(chart_of, drawn, words), picture=True)

    async def _digest(self, digest_id: int, locale: str) -> Attachment | None:
        async with self._database.reading() as session:
            digest = await session.get(Digest, digest_id)
        if digest is None:
            return None
        content = await asyncio.to_thread(workbook_of, digest.figures, self._texts, locale)
        return Attachment(f"ringkasan-{digest.week}.xlsx", content, picture=False)

    async def _digest_file(self, kind: str, digest_id: int, locale: str) -> Attachment | None:
        """Of the figures that the digest froze."""
        async with self._database.reading() as session:
            digest = await session.get_one(Digest, digest_id)
            office = await session.get_one(Office, digest.office_id)
        facts = await asyncio.to_thread(report_from, digest.figures, office)
        if facts is None:
            return None
        return await self._set(period_report.paper(facts), DIGEST_FORMS[kind], locale)

    async def _invitation(self, kind: str, sheet_id: int, locale: str, door: Door) -> Rendered:
        async with self._database.reading() as session:
            sheet = await session.get_one(SlipSheet, sheet_id)
            office = await session.get_one(Office, sheet.office_id)
            asked = await session.get_one(Person, sheet.for_id)
        slips = opened(sheet, self._seal)
        if not slips:
            raise LookupError("erased while it was about to leave")
        match kind:
            case "slips":
                footer: Params = {"for": asked.code, "at": When(sheet.made_at, office.zone)}
                says = self._texts.render("slip-footer", footer, locale=locale)
                printing = partial(slips_pdf, slips, door, self._texts, footer=says, locale=locale)
                content = await asyncio.to_thread(self._printed, printing)
                return Rendered(Attachment("undangan.pdf", content, picture=False))
            case "invite-qr":
                picture = Attachment("undangan.png", qr_picture(slips[0], door), picture=True)
                params = {"link": door.with_token(slips[0].token), "code": grouped(slips[0].code)}
                return Rendered(picture, params)
            case _:
                return Rendered(params={"text": invitation_text(slips[0], door, self._texts)})

    def _printed(self, printing: Printing) -> bytes:
        """An office's own template that is broken does not keep paper back."""
        try:
            return printing(folder=self._templates)
        except TemplateBroken:
            log.warning("papers.own_template_broken", folder=str(self._templates))
            return printing(folder=SHIPPED)

    async def _listing(self, upload_id: int, locale: str) -> Attachment | None:
        async with self._database.reading() as session:
            upload = await session.get(Upload, upload_id)
        if upload is None or upload.result is None:
            return None
        content = await asyncio.to_thread(listing, upload.result, self._texts, locale)
        return Attachment("daftar-impor.xlsx", content, picture=False)

    async def _workbook(self, person_id: int, *, filled: bool) -> Attachment | None:
        """What this person may read, asked at the moment in which it is sent."""
        now, rows = self._clock.now(), None
        async with self._database.reading() as session:
            person = await session.get_one(Person, person_id)
            office = await session.get_one(Office, person.office_id)
            if person.role not in UPLOADERS:
                return None
            if filled:
                rows = await filled_rows(session, person.office_id, now, person)
        year = local_day(now, office.zone).year
        content = await asyncio.to_thread(_written, year, rows, sheets_for(person))
        return Attachment("data-bapas.xlsx" if filled else "buku-impor.xlsx", content, picture=False)


def _written(year: int, rows: Mapping[str, Rows] | None, sheets: Sequence[str]) -> bytes:
    buffer = io.BytesIO()
    template(buffer, year=year, rows=rows, sheets=sheets)
    return buffer.getvalue()
