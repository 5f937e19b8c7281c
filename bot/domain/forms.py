"""A person, site, case or placement asked for step by step: which steps there are, and which comes next.

Answers are texts as they would stand in the workbook, under the names of its columns; an empty text is a step
that was left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.domain.calendar import HolidayRule
from bot.domain.cases import Interval, PhotoRule, Programme, Source
from bot.domain.people import Honorific

IDLE = timedelta(hours=12)
"""How long half-done answers are kept."""
LONGEST_ANSWER = 200
LONGEST_CODE = 40
ROUGH = 100
"""Metres; a location less accurate than this is asked about."""

Answers = Mapping[str, str]


class FormKind(StrEnum):
    """What is registered, by the name of its sheet in the workbook."""

    PERSON = "orang"
    SITE = "lokasi"
    CASE = "perkara"
    PLACEMENT = "penempatan"


class Asks(StrEnum):
    """How a step is answered; words are always possible."""

    WORDS = "words"
    ONE_OF = "one_of"
    WEEKDAYS = "weekdays"
    PIN = "pin"
    RECORD = "record"
    """Somebody or something of the office, by code or part of the name."""


def _always(answers: Answers) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Step:
    """One question. `needed` steps cannot be left out; `later` ones are only asked when somebody picks them
    from the list of lines."""

    name: str
    asks: Asks = Asks.WORDS
    needed: bool = False
    later: bool = False
    choices: tuple[str, ...] = ()
    when: Callable[[Answers], bool] = _always
    numeric: bool = False
    """The answer is a plain number, which must not be mistaken for the number of a button."""
    fixed: bool = False
    """Names the record, or what its history hangs on: it stays as it is once it is registered."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that its answer fills."""
        return PIN if self.asks is Asks.PIN else (self.name,)


PIN = ("lintang", "bujur")


def _role(*roles: str) -> Callable[[Answers], bool]:
    return lambda answers: answers.get("peran") in roles


def _not_child(answers: Answers) -> bool:
    return answers.get("peran") != "anak"


def _programme(*programmes: Programme) -> Callable[[Answers], bool]:
    return lambda answers: answers.get("program") in programmes


def _answered(name: str) -> Callable[[Answers], bool]:
    return lambda answers: bool(answers.get(name))


_WORK = _programme(Programme.COMMUNITY_WORK)
_CHILD = _programme(Programme.CHILD_SERVICE)
_HOURS = _programme(Programme.COMMUNITY_WORK, Programme.CHILD_SERVICE)
_REPORTS = _programme(Programme.INTEGRATION)
_SOURCES = tuple(source.value for source in Source)
_YES_NO = ("ya", "tidak")
ROLES = ("klien", "anak", "wali", "pengawas", "jaksa", "pk", "kepala", "dinas", "operator")


def _one_of(name: str, choices: type[StrEnum] | Sequence[str]) -> Step:
    return Step(name, Asks.ONE_OF, later=True, choices=tuple(str(one) for one in choices))


STEPS: Mapping[FormKind, tuple[Step, ...]] = {
    FormKind.PERSON: (
        Step("peran", Asks.ONE_OF, needed=True, choices=ROLES),
        Step("nama", needed=True),
        Step("sapaan", Asks.ONE_OF, choices=tuple(Honorific), when=_not_child),
        Step("telepon"),
        Step("tanggal_lahir", when=_role("klien", "anak")),
        Step("wali_dari", Asks.RECORD, when=_role("wali")),
        Step("kode", needed=True, fixed=True),
        _one_of("bahasa", ("id", "en")),
    ),
    FormKind.SITE: (
        Step("nama", needed=True),
        Step("kegiatan", needed=True),
        Step("lintang", Asks.PIN),
        Step("pengawas", Asks.RECORD),
        Step("alamat"),
        Step("buka"),
        Step("kode", needed=True, fixed=True),
        Step("dinas", later=True),
        Step("wilayah", later=True),
        Step("radius_m", later=True, numeric=True),
        _one_of("zona", ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")),
        Step("kapasitas", later=True, numeric=True),
        _one_of("untuk_anak", _YES_NO),
        _one_of("aturan_libur", HolidayRule),
    ),
    FormKind.CASE: (
        Step("klien", Asks.RECORD, needed=True, fixed=True),
        Step("nomor", needed=True, fixed=True),
        Step("program", Asks.ONE_OF, needed=True, choices=tuple(Programme)),
        Step("pk", Asks.RECORD),
        Step("jaksa", Asks.RECORD, when=_WORK),
        Step("wali", Asks.RECORD, when=_CHILD),
        Step("putusan_nomor"),
        Step("putusan_tanggal"),
        Step("pengadilan"),
        Step("jam_total", numeric=True, when=_HOURS),
        Step("jam_per_hari", numeric=True, when=_HOURS),
        Step("hari_diizinkan", Asks.WEEKDAYS, when=_HOURS),
        Step("jendela_waktu", when=_HOURS),
        Step("mulai"),
        Step("selesai"),
        Step("lapor_setiap", Asks.ONE_OF, choices=tuple(Interval), when=_REPORTS),
        Step("lapor_pertama", when=_answered("lapor_setiap")),
        Step("lapor_tenggang_hari", later=True, numeric=True, when=_answered("lapor_setiap")),
        _one_of("foto", PhotoRule),
        Step("pidana_pengganti", later=True, when=_WORK),
        _one_of("sumber_mulai", _SOURCES),
        _one_of("sumber_selesai", _SOURCES),
        _one_of("sumber_tempat", _SOURCES),
        _one_of("aturan_libur", HolidayRule),
        Step("jam_sudah_diakui", later=True, numeric=True, when=_HOURS),
        Step("per_tanggal", needed=True, when=_answered("jam_sudah_diakui")),
        Step("dasar", needed=True, when=_answered("jam_sudah_diakui")),
    ),
    FormKind.PLACEMENT: (
        Step("perkara", Asks.RECORD, needed=True, fixed=True),
        Step("lokasi", Asks.RECORD, needed=True),
        Step("hari", Asks.WEEKDAYS, needed=True),
        Step("jam_mulai", needed=True),
        Step("jam_selesai", needed=True),
        Step("kode", needed=True, fixed=True),
        Step("kegiatan", later=True),
        Step("istirahat_menit", later=True, numeric=True),
        _one_of("istirahat_dihitung", _YES_NO),
        _one_of("setiap_minggu", ("1", "2")),
        Step("mulai", later=True),
        Step("selesai", later=True),
    ),
}
"""What each form asks, in its order. `kode` is proposed, not asked."""
PROPOSED = "kode"
NAMED_BY: Mapping[FormKind, str] = {
    FormKind.PERSON: "kode",
    FormKind.SITE: "kode",
    FormKind.CASE: "nomor",
    FormKind.PLACEMENT: "kode",
}
PREFIXES: Mapping[str, str] = {
    "klien": "K",
    "anak": "A",
    "wali": "W",
    "pengawas": "PL",
    "jaksa": "JK",
    "pk": "PK",
    "kepala": "KB",
    "dinas": "DN",
    "operator": "OP",
}
"""How the codes of people begin, by role."""


def step_of(kind: FormKind, name: str) -> Step | None:
    """The step of this name, or whose answer fills this column."""
    return next((step for step in STEPS[kind] if name in step.columns), None)


def steps_for(kind: FormKind, answers: Answers) -> tuple[Step, ...]:
    """The steps that these answers call for."""
    return tuple(step for step in STEPS[kind] if step.when(answers))


def next_step(kind: FormKind, answers: Answers) -> Step | None:
    """The first step that still has no answer, or None: then the answers are checked."""
    return next((step for step in steps_for(kind, answers) if _waits(step, answers)), None)


def step_before(kind: FormKind, answers: Answers, asking: str) -> Step | None:
    """The question before this one, or before the check of the answers; None before the first."""
    asked = [step for step in steps_for(kind, answers) if not step.later and step.name != PROPOSED]
    at = next((at for at, step in enumerate(asked) if step.name == asking), len(asked))
    return asked[at - 1] if at else None


def _waits(step: Step, answers: Answers) -> bool:
    if step.later or step.name == PROPOSED:
        return False
    return not answers.get(step.name) if step.needed else step.name not in answers


def settled(kind: FormKind, answers: Answers) -> tuple[dict[str, str], tuple[str, ...]]:
    """The answers that still fit, and the names of the steps whose filled ones do not."""
    kept, dropped = dict(answers), []
    for step in STEPS[kind]:
        if not step.when(kept):
            if kept.get(step.name):
                dropped.append(step.name)
            for column in step.columns:
                kept.pop(column, None)
    return kept, tuple(dropped)


def free_code(prefix: str, taken: Sequence[str]) -> str:
    """`K-12` after `K-11`: one more than the highest number, as wide as the others are written."""
    ends = [code[len(prefix) + 1 :] for code in taken if code.casefold().startswith(f"{prefix.casefold()}-")]
    numbers = [end for end in ends if end.isascii() and end.isdecimal() and len(end) <= 9]
    width = max((len(end) for end in numbers), default=2)
    return f"{prefix}-{max(map(int, numbers), default=0) + 1:0{max(width, 2)}d}"
