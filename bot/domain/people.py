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
PARTNERS = frozenset({Role.PROSECUTOR, Role.AGENCY})
"""Outside the office: they read figures and facts of what is theirs."""
READ_THE_WEEK = frozenset({Role.OFFICER, Role.HEAD}) | PARTNERS
"""Who gets Monday's summary: an officer of his clients, a head of the whole office, a prosecutor of his
cases, an agency of its sites."""


class Honorific(StrEnum):
    """How a grown-up is addressed; a child is *Ananda*, whatever is stored."""

    BAPAK = "bapak"
    IBU = "ibu"
    SAUDARA = "saudara"
    SAUDARI = "saudari"


def secret(*, role: Role, child: bool) -> bool:
    """Whose name nobody but the child's own officer reads: a child's, and its parents' (UU 11/2012 Pasal 19
    and 97). Whether a guardian answers for a child or for a grown-up is no fact of his own: each is one."""
    return child or role is Role.GUARDIAN


def shown_name(*, name: str, code: str, role: Role, child: bool) -> str:
    """What others read, in every list, message and file, and on a slip that anybody may find."""
    return code if secret(role=role, child=child) else name
