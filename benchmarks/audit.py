"""After a round: are the records really there, and did exactly three messages go out for each check-in?"""

from __future__ import annotations

import asyncio
import os
import time
from collections import Counter
from pathlib import Path

from sqlalchemy import func
from sqlmodel import col, select

from bot.storage.database import Database
from bot.storage.models import Attendance, Photo
from bot.storage.post import Inbox, InboxState, Outbox, OutboxState

MESSAGES = 3
"""Out for each check-in: the request for the photo, the receipt, the supervisor's card."""
UPDATES = 2
PATIENCE = 20.0
"""Seconds for the last messages to be noted as sent."""


async def problems(url: str, media: Path, check_ins: int) -> list[str]:
    """What is not as it must be after so many check-ins; nothing, when all is well."""
    database = Database(url)
    await _settled(database)
    async with database.reading() as session:
        attendances = (await session.exec(select(Attendance.photo_wanted))).all()
        files = (await session.exec(select(Photo.file))).all()
        inbox = Counter((await session.exec(select(Inbox.state))).all())
        outbox = Counter((await session.exec(select(Outbox.state))).all())
    await database.close()
    on_disk = set(os.listdir(media))
    found = {
        "attendances with their photo": sum(wanted is None for wanted in attendances),
        "encrypted photos on disk": sum(file in on_disk for file in files),
        "updates done": inbox[InboxState.DONE] / UPDATES,
        "messages noted as sent": outbox[OutboxState.SENT] / MESSAGES,
        "updates stored": inbox.total() / UPDATES,
        "messages queued": outbox.total() / MESSAGES,
        "attendances": len(attendances),
    }
    return [f"{what}: {count:g} for {check_ins}" for what, count in found.items() if count != check_ins]


async def _settled(database: Database) -> None:
    on_its_way = select(func.count()).where(col(Outbox.state).in_([OutboxState.QUEUED, OutboxState.SENDING]))
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        async with database.reading() as session:
            if not (await session.exec(on_its_way)).one():
                return
        await asyncio.sleep(0.1)
