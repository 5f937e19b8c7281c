"""What messages carry: fetched and encrypted before the transaction, erased where no record names it."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from sqlmodel import select

from bot.channel import Channel, FetchFailed
from bot.desk import Desk
from bot.domain import voices
from bot.domain.messages import FileProblem, Inbound, KeptFile, Kind, Picture, VoiceProblem
from bot.domain.uploads import problem_of
from bot.storage.database import Database
from bot.storage.models import Photo
from bot.storage.photos import PhotoStore
from bot.storage.voices import VoiceNote

Problem = TypeVar("Problem", FileProblem, VoiceProblem)


class Contents:
    """Photos, workbooks and recordings on their way from the messenger to the encrypted files."""

    def __init__(self, database: Database, desk: Desk, photos: PhotoStore) -> None:
        self._database = database
        self._desk = desk
        self._photos = photos

    async def kept(self, channel: Channel, inbound: Inbound, *, last_try: bool) -> Inbound:
        """The message with its bytes kept, or with the problem that they have. Raises FetchFailed while they
        may be tried for again."""
        match inbound.kind:
            case Kind.PHOTO:
                return await self._with_photo(channel, inbound, last_try=last_try)
            case Kind.FILE:
                return await self._with_file(channel, inbound, last_try=last_try)
            case Kind.VOICE:
                return await self._with_voice(channel, inbound, last_try=last_try)
            case _:
                return inbound

    async def _with_photo(self, channel: Channel, inbound: Inbound, *, last_try: bool) -> Inbound:
        """A photo that cannot be had is fetched later: the check-in goes on without it."""
        photo = inbound.photo
        if photo is None or (content := await _fetched(channel, photo.ref, last_try=last_try)) is None:
            return inbound
        kept = await asyncio.to_thread(self._photos.keep, secrets.token_hex(16), content)
        if isinstance(kept, Picture):
            return replace(inbound, photo=replace(photo, picture=kept))
        return replace(inbound, photo=replace(photo, problem=kept))

    async def _with_file(self, channel: Channel, inbound: Inbound, *, last_try: bool) -> Inbound:
        """A workbook, from people who may send one; anybody else's document is not even fetched."""
        file = inbound.file
        if file is None or not await self._desk.takes_files(inbound.sender):
            return inbound
        problem, kept = problem_of(file.name, file.size), None
        if problem is None:
            content = await _fetched(channel, file.ref, last_try=last_try)
            problem, kept = await self._sealed(
                content, lambda found: problem_of(file.name, len(found)), FileProblem.NOT_FETCHED
            )
        return replace(inbound, file=replace(file, problem=problem, kept=kept))

    async def _with_voice(self, channel: Channel, inbound: Inbound, *, last_try: bool) -> Inbound:
        """One that is too long is not even fetched."""
        voice = inbound.voice
        if voice is None:
            return inbound
        problem, kept = voices.announced_problem(voice.seconds, voice.size), None
        if problem is None:
            content = await _fetched(channel, voice.ref, last_try=last_try)
            problem, kept = await self._sealed(content, voices.problem_of, VoiceProblem.NOT_FETCHED)
        return replace(inbound, voice=replace(voice, problem=problem, kept=kept))

    async def _sealed(
        self, content: bytes | None, problem_with: Callable[[bytes], Problem | None], not_fetched: Problem
    ) -> tuple[Problem | None, KeptFile | None]:
        if content is None:
            return not_fetched, None
        if problem := problem_with(content):
            return problem, None
        return None, await asyncio.to_thread(self._photos.keep_file, secrets.token_hex(16), content)

    async def erase_unless_named(self, inbound: Inbound) -> None:
        """A picture that nobody wanted, or that was sent to practise, is named by no record: it goes. Should
        the process die before, a file stays that nobody can open: its key was written nowhere."""
        if inbound.photo and (picture := inbound.photo.picture):
            named = select(Photo.id).where(Photo.sha256 == picture.sha256, Photo.file == picture.file)
        elif inbound.voice and (voice := inbound.voice.kept):
            named = select(VoiceNote.id).where(VoiceNote.file == voice.file)
        else:
            return
        async with self._database.reading() as session:
            found = (await session.exec(named)).first()
        if found is None:
            self.erase(inbound)

    def erase(self, inbound: Inbound) -> None:
        """Remove whatever was kept of a message that came to nothing."""
        if inbound.photo and inbound.photo.picture:
            self._photos.erase(inbound.photo.picture.file)
        if inbound.voice and inbound.voice.kept:
            self._photos.erase(inbound.voice.kept.file)
        if inbound.file and inbound.file.kept:
            self._photos.erase(inbound.file.kept.file)


async def _fetched(channel: Channel, ref: str, *, last_try: bool) -> bytes | None:
    try:
        return await channel.fetch(ref)
    except FetchFailed:
        if not last_try:
            raise
        return None
