"""Renders what a notice's `media` names: a photo from its encrypted file, a workbook from frozen figures,
invitations from what was sealed for them."""

from __future__ import annotations

import asyncio
from pathlib import Path

import structlog

from bot.channel import Attachment, Channel, Rendered
from bot.domain.invitations import Door, Slip
from bot.domain.messages import Params, When
from bot.domain.short_codes import grouped
from bot.reports.badges import badge
from bot.reports.excel import workbook_of
from bot.reports.slips import SHIPPED, TemplateBroken, invitation_text, qr_picture, slips_pdf
from bot.storage.database import Database
from bot.storage.models import Digest, Office, Person, Photo
from bot.storage.photos import PhotoStore, shown
from bot.storage.sealing import Seal
from bot.storage.slips import SlipSheet, opened
from bot.texts import Texts

log = structlog.get_logger()


class StoredMedia:
    """Loads media after the commit, off the event loop where it is heavy."""

    def __init__(
        self, database: Database, photos: PhotoStore, texts: Texts, seal: Seal, templates: Path
    ) -> None:
        self._database = database
        self._photos = photos
        self._texts = texts
        self._seal = seal
        self._templates = templates

    async def load(self, media: str, locale: str, channel: Channel) -> Rendered:
        """What `photo:ID`, `code:ID`, `digest:ID`, `slips:ID`, `invite-qr:ID` or `invite-text:ID` stands for;
        nothing when it no longer exists. Raises NotReached."""
        kind, _, number = media.partition(":")
        match kind:
            case "photo":
                return Rendered(await self._photo(int(number)))
            case "code":
                return Rendered(await self._code(int(number)))
            case "digest":
                return Rendered(await self._digest(int(number), locale))
            case "slips" | "invite-qr" | "invite-text":
                return await self._invitation(kind, int(number), locale, await channel.door())
            case _:
                raise ValueError("unknown kind of media")

    async def _photo(self, photo_id: int) -> Attachment | None:
        async with self._database.reading() as session:
            photo = await session.get(Photo, photo_id)
        if photo is None or not photo.file:
            return None
        picture = await asyncio.to_thread(lambda: shown(self._photos.open(photo.file, photo.key)))
        return Attachment("foto.jpg", picture, picture=True)

    async def _code(self, person_id: int) -> Attachment | None:
        async with self._database.reading() as session:
            person = await session.get(Person, person_id)
        if person is None:
            return None
        return Attachment("kode.png", await asyncio.to_thread(badge, person.code), picture=True)

    async def _digest(self, digest_id: int, locale: str) -> Attachment | None:
        async with self._database.reading() as session:
            digest = await session.get(Digest, digest_id)
        if digest is None:
            return None
        content = await asyncio.to_thread(workbook_of, digest.figures, self._texts, locale)
        return Attachment(f"ringkasan-{digest.week}.xlsx", content, picture=False)

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
                content = await asyncio.to_thread(self._slips, slips, door, says, locale)
                return Rendered(Attachment("undangan.pdf", content, picture=False))
            case "invite-qr":
                picture = Attachment("undangan.png", qr_picture(slips[0], door), picture=True)
                params = {"link": door.with_token(slips[0].token), "code": grouped(slips[0].code)}
                return Rendered(picture, params)
            case _:
                return Rendered(params={"text": invitation_text(slips[0], door, self._texts)})

    def _slips(self, slips: list[Slip], door: Door, footer: str, locale: str) -> bytes:
        """An office's own template that is broken does not keep invitations back."""
        try:
            return slips_pdf(slips, door, self._texts, footer=footer, locale=locale, folder=self._templates)
        except TemplateBroken:
            log.warning("slips.own_template_broken", folder=str(self._templates))
            return slips_pdf(slips, door, self._texts, footer=footer, locale=locale, folder=SHIPPED)
