"""Settings, all from the environment (prefix `HADIR_`) or the settings file; checked once, at start."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

SETTINGS_FILE = Path("hadir.env")
LOOPBACK = ("127.0.0.1", "localhost", "::1")
LONGEST_ADDRESS = 120
"""So that the QR of a letter can be scanned from paper."""
DRIVERS = ("sqlite+aiosqlite", "postgresql+psycopg", "postgresql")


class Settings(BaseSettings):
    """Frozen; every name is also an environment variable, which wins over the file."""

    model_config = SettingsConfigDict(
        env_prefix="HADIR_", env_file=SETTINGS_FILE, env_file_encoding="utf-8", frozen=True, extra="ignore"
    )

    database_url: str = "sqlite+aiosqlite:///hadir.db"
    """`sqlite+aiosqlite:///FILE` or `postgresql+psycopg://USER:PASSWORD@HOST/NAME`."""
    telegram_token: SecretStr = SecretStr("")
    """From BotFather. Empty: no messenger is served."""
    telegram_api_url: str = "https://api.telegram.org"
    webhook_url: str = ""
    """The public https address that Telegram posts to; empty means polling."""
    webhook_secret: SecretStr = SecretStr("")
    public_url: str = ""
    """The https address at which anybody reaches `/surat`; empty: letters are printed without a QR."""
    listen: str = "127.0.0.1:8081"
    """Where health, metrics and the webhook are served."""
    media_dir: Path = Path("hadir-media")
    """Folder of the encrypted photos."""
    templates_dir: Path = Path("hadir-templates")
    """Folder of the office's own templates of papers; what is not in it comes with Hadir."""
    secret_key: SecretStr = SecretStr("")
    """Wraps the keys of offices. Lost, all photos are lost: back it up apart from the database."""
    old_secret_key: SecretStr = SecretStr("")
    """The one before, while keys are wrapped anew (`hadir photos rewrap`)."""
    timezone: str = "Asia/Makassar"
    """Zone of sentences that belong to no site."""
    locale: str = "id"
    log: Literal["console", "json"] = "console"
    clock_url: str = ""
    """A simulated clock, on this machine only."""

    @field_validator("database_url")
    @classmethod
    def _served_database(cls, url: str) -> str:
        try:
            chosen = make_url(url)
        except ArgumentError:
            raise ValueError("not the address of a database") from None
        if chosen.drivername not in DRIVERS:
            raise ValueError("Hadir works on SQLite and PostgreSQL")
        if chosen.drivername == "sqlite+aiosqlite" and not chosen.database:
            raise ValueError("a database in memory is forgotten with the process")
        if chosen.drivername != "sqlite+aiosqlite" and find_spec("psycopg") is None:
            raise ValueError("the driver of PostgreSQL is not installed")
        return url

    @field_validator("listen")
    @classmethod
    def _host_and_port(cls, listen: str) -> str:
        host, _, port = listen.rpartition(":")
        if not host or not port.isdecimal() or int(port) > 65_535:
            raise ValueError("HADIR_LISTEN is HOST:PORT")
        return listen

    @field_validator("public_url")
    @classmethod
    def _printable_address(cls, url: str) -> str:
        """It stands in every QR, for years: no query, and nobody may read along on the way."""
        parts = urlsplit(url)
        secure = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
        if url and (not secure or not parts.hostname or parts.query or parts.fragment or parts.username):
            raise ValueError("HADIR_PUBLIC_URL is https://HOST, with a path or without")
        if len(url) > LONGEST_ADDRESS:
            raise ValueError(f"HADIR_PUBLIC_URL has at most {LONGEST_ADDRESS} letters")
        return url.rstrip("/")

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError(f"{zone} is no IANA time zone") from None
        return zone

    @field_validator("clock_url")
    @classmethod
    def _clock_is_local(cls, url: str) -> str:
        if url and urlsplit(url).hostname not in LOOPBACK:
            raise ValueError("HADIR_CLOCK_URL must be an address of this machine (127.0.0.1)")
        return url

    @model_validator(mode="after")
    def _webhook_needs_a_secret(self) -> Settings:
        if self.webhook_url and not self.webhook_secret.get_secret_value():
            raise ValueError("HADIR_WEBHOOK_URL needs HADIR_WEBHOOK_SECRET")
        return self

    @property
    def letter_page(self) -> str:
        """Where letters are checked; '' where nobody can reach it."""
        return f"{self.public_url}/surat" if self.public_url else ""

    @property
    def listen_at(self) -> tuple[str, int]:
        """Host and port of `listen`."""
        host, _, port = self.listen.rpartition(":")
        return host, int(port)

    @property
    def bot_id(self) -> str:
        """The public part of the token: names the bot in the inbox."""
        return self.telegram_token.get_secret_value().partition(":")[0]
