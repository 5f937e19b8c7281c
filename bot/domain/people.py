"""Who takes part, and what a person may be called in front of others."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """One role at a time a person."""

    CLIENT = "client"
    GUARDIAN = "guardian"
    SUPERVISOR = "supervisor"
    OFFICER = "officer"
    HEAD = "head"
    PROSECUTOR = "prosecutor"
    AGENCY = "agency"
    OPERATOR = "operator"


STAFF = frozenset({Role.OFFICER, Role.HEAD, Role.OPERATOR})


class Honorific(StrEnum):
    """How a grown-up is addressed; a child is *Ananda*, whatever is stored."""

    BAPAK = "bapak"
    IBU = "ibu"
    SAUDARA = "saudara"
    SAUDARI = "saudari"


def shown_name(*, name: str, code: str, child: bool) -> str:
    """What others read: a child is a code everywhere (UU 11/2012 Pasal 19 and 97)."""
    return code if child else name
