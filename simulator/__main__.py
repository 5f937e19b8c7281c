"""`python -m simulator --token 1000001:SIMULASI-demo`: the simulator alone, for any Telegram bot."""

import argparse
import asyncio
import contextlib
import signal
import sys
from datetime import UTC, datetime

from starlette.applications import Starlette

from simulator.app import create_app
from simulator.bots import BotProfile
from simulator.clock import SimClock
from simulator.serving import serving


def main() -> None:
    asked = arguments().parse_args()
    profile = BotProfile(username=asked.username, first_name=asked.name)
    try:
        app = create_app(bots=dict.fromkeys(asked.token, profile), clock=SimClock(asked.now), seed=asked.seed)
    except ValueError as wrong:
        sys.exit(str(wrong))
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve_until_stopped(app, asked.port))


async def serve_until_stopped(app: Starlette, port: int) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with serving(app, port=port) as url:
        sys.stdout.write(f"SIMULASI {url}  Bot API: {url}/bot<token>/<method>\n")
        sys.stdout.flush()
        await stop.wait()


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "python -m simulator", description="A Telegram Bot API with a chat page."
    )
    parser.add_argument(
        "--token", action="append", required=True, help="a made-up token; again for a second bot"
    )
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--seed", type=int, default=1, help="faults, ids and drawings repeat with it")
    parser.add_argument("--now", type=moment, help="simulated time at the start, ISO 8601")
    parser.add_argument("--username", default=BotProfile().username)
    parser.add_argument("--name", default=BotProfile().first_name)
    return parser


def moment(words: str) -> datetime:
    found = datetime.fromisoformat(words)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


if __name__ == "__main__":
    main()
