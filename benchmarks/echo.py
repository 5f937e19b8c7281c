"""`python -m benchmarks.echo`: the yardstick, python-telegram-bot behind a webhook, without a database.

It is the library as it comes (its own HTTP client, one update after another: both are its defaults, and on
loopback its fastest), with the web server that Hadir uses. Each location gets one message, each photo two.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot, MessageHandler, filters

from benchmarks.remote import answers_apart, until_parent_leaves

ANSWER = (
    "Terima kasih, sudah kami terima. Ini jawaban yang sama panjang dengan bukti kehadiran. Nomor: K7-314"
)

Context = CallbackContext[ExtBot[None], dict[object, object], dict[object, object], dict[object, object]]


async def location(update: Update, context: Context) -> None:
    """One message back."""
    assert update.effective_chat
    await context.bot.send_message(update.effective_chat.id, ANSWER)


async def photo(update: Update, context: Context) -> None:
    """One message back, and one to the supervisor's chat, whose number follows the client's."""
    assert update.effective_chat
    await context.bot.send_message(update.effective_chat.id, ANSWER)
    await context.bot.send_message(update.effective_chat.id + 1, ANSWER)


async def main() -> None:
    """Serve the webhook named in the environment until the parent leaves."""
    answers = answers_apart()
    token, api = os.environ["HADIR_TELEGRAM_TOKEN"], os.environ["HADIR_TELEGRAM_API_URL"]
    host, _, port = os.environ["HADIR_LISTEN"].rpartition(":")
    builder = Application.builder().token(token).base_url(f"{api}/bot").base_file_url(f"{api}/file/bot")
    application = builder.updater(None).build()
    application.add_handler(MessageHandler(filters.LOCATION, location))
    application.add_handler(MessageHandler(filters.PHOTO, photo))

    async def receive(request: Request) -> Response:
        await application.update_queue.put(Update.de_json(await request.json(), application.bot))
        return Response()

    web = Starlette(routes=[Route("/telegram", receive, methods=["POST"])])
    server = uvicorn.Server(uvicorn.Config(web, lifespan="off", log_config=None, access_log=False))
    serving = asyncio.create_task(server.serve([socket.create_server((host, int(port)))]))
    async with application:
        await application.start()
        await application.bot.set_webhook(f"http://{host}:{port}/telegram")
        await until_parent_leaves(dict, answers)
        await application.stop()
    server.should_exit = True
    with contextlib.suppress(asyncio.CancelledError):
        await serving


if __name__ == "__main__":
    asyncio.run(main())
