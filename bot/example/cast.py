"""Who and what there is in the example office. Towns and landmarks are real; every person is invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from bot.domain.cases import Interval, PhotoRule, Programme
from bot.domain.people import Honorific, Role

OFFICE_CODE = "BPS-CONTOH"
OFFICE_NAME = "Bapas Kelas I Makassar (contoh)"
ZONE = "Asia/Makassar"
CONTACT = "0411-000-000 (contoh)"
"""No such number is given out."""

BEGINS_ON = date(2026, 3, 16)
"""Monday; Lebaran closes the office from Wednesday to the Tuesday after."""
ENDS_ON = date(2026, 9, 11)
RULED_ON = date(2026, 3, 9)
COURT = "Pengadilan Negeri Takalar (contoh)"
INSTITUTION = "Lapas Kelas I Makassar (contoh)"


@dataclass(frozen=True, slots=True)
class Ground:
    """A site as the example describes it."""

    code: str
    name: str
    activity: str
    agency: str
    address: str
    latitude: float
    longitude: float
    radius_m: int
    supervisor: str


SITES = (
    Ground(
        "L-01", "Kantor Kelurahan Pattallassang (contoh)", "kebersihan lingkungan",
        "Dinas Lingkungan Hidup Kab. Takalar", "Pattallassang, Takalar", -5.41720, 119.44390, 120, "SV-01",
    ),
    Ground(
        "L-02", "Puskesmas Galesong (contoh)", "layanan masyarakat",
        "Dinas Kesehatan Kab. Takalar", "Galesong, Takalar", -5.31680, 119.36640, 100, "SV-03",
    ),
    Ground(
        "L-03", "Rumah Singgah Takalar (contoh)", "pelayanan sosial",
        "Dinas Sosial dan PMD Kab. Takalar", "Kalabbirang, Takalar", -5.42310, 119.45020, 100, "SV-02",
    ),
    Ground(
        "L-04", "Lapangan Makkatang Daeng Sibali (contoh)", "fasilitas umum",
        "Dinas PUPR Kab. Takalar", "Pattallassang, Takalar", -5.41430, 119.44770, 150, "SV-02",
    ),
    Ground(
        "L-05", "Perpustakaan Kelurahan Rappocini (contoh)", "layanan masyarakat",
        "Dinas Perpustakaan Kota Makassar", "Rappocini, Makassar", -5.16690, 119.43000, 100, "SV-04",
    ),
    Ground(
        "L-06", "Taman Macan (contoh)", "fasilitas umum",
        "Dinas PUPR Kota Makassar", "Ujung Pandang, Makassar", -5.13370, 119.40930, 120, "SV-04",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A person as the example describes him; `phone` is the number of his phone on the chat page."""

    code: str
    name: str
    role: Role
    honorific: Honorific
    phone: int | None = None
    child: bool = False
    born_on: date | None = None
    joined: bool = True


PEOPLE = (
    Figure("OP-01", "Fitriani (contoh)", Role.OPERATOR, Honorific.IBU),
    Figure("KB-01", "Abdul Rahman (contoh)", Role.HEAD, Honorific.BAPAK, phone=401),
    Figure("PK-01", "Andi Rahmawati (contoh)", Role.OFFICER, Honorific.IBU, phone=301),
    Figure("PK-02", "Hendra Wijaya (contoh)", Role.OFFICER, Honorific.BAPAK, phone=302),
    Figure("JK-01", "Made Suartana (contoh)", Role.PROSECUTOR, Honorific.BAPAK),
    Figure("SV-01", "Ratna Daeng Kebo (contoh)", Role.SUPERVISOR, Honorific.IBU, phone=201),
    Figure("SV-02", "Jufri Daeng Tula (contoh)", Role.SUPERVISOR, Honorific.BAPAK),
    Figure("SV-03", "Nurlina (contoh)", Role.SUPERVISOR, Honorific.IBU),
    Figure("SV-04", "Petrus Pasang (contoh)", Role.SUPERVISOR, Honorific.BAPAK, phone=202),
    Figure("W-07", "Ibu A-07 (contoh)", Role.GUARDIAN, Honorific.IBU),
    Figure("K-01", "Budi Daeng Rala (contoh)", Role.CLIENT, Honorific.BAPAK, phone=101),
    Figure("K-02", "Sitti Daeng Bau (contoh)", Role.CLIENT, Honorific.IBU, phone=102),
    Figure("K-03", "Ruslan Daeng Nai (contoh)", Role.CLIENT, Honorific.SAUDARA, phone=103),
    Figure("K-04", "Hasnah (contoh)", Role.CLIENT, Honorific.IBU, joined=False),
    Figure("K-05", "Irwan (contoh)", Role.CLIENT, Honorific.SAUDARA),
    Figure("K-06", "Kamaruddin (contoh)", Role.CLIENT, Honorific.BAPAK),
    Figure("K-08", "Nurhayati (contoh)", Role.CLIENT, Honorific.IBU),
    Figure("K-09", "Syamsul (contoh)", Role.CLIENT, Honorific.BAPAK),
    Figure("K-10", "Daud (contoh)", Role.CLIENT, Honorific.SAUDARA, joined=False),
    Figure("K-11", "Rosdiana (contoh)", Role.CLIENT, Honorific.SAUDARI),
    Figure("K-12", "Yusuf (contoh)", Role.CLIENT, Honorific.BAPAK),
    Figure(
        "A-07", "Muhammad Fadhil (contoh)", Role.CLIENT, Honorific.SAUDARA,
        phone=107, child=True, born_on=date(2010, 2, 11),
    ),
    Figure("I-01", "Andi Mappa (contoh)", Role.CLIENT, Honorific.BAPAK, phone=111),
    Figure("I-02", "Marwah (contoh)", Role.CLIENT, Honorific.IBU),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weekdays:
    """A placement as the example describes it."""

    site: str
    weekdays: str
    starts: time
    ends: time
    break_minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A case as the example describes it."""

    client: str
    officer: str
    hours: int | None = None
    daily: int | None = 8
    places: tuple[Weekdays, ...] = ()
    programme: Programme = Programme.COMMUNITY_WORK
    photo: PhotoRule = PhotoRule.NEVER
    starts_on: date = BEGINS_ON
    session: int | None = None
    weekdays: str = ""
    window: tuple[time, time] | None = None
    report_every: Interval | None = None
    first_report_on: date | None = None


_MORNING = (time(8), time(11))
CASES = (
    Duty(
        client="K-01", officer="PK-01", hours=60, photo=PhotoRule.ALWAYS,
        places=(Weekdays("L-01", "14", *_MORNING),),
    ),
    Duty(
        client="K-02", officer="PK-01", hours=48, starts_on=date(2026, 3, 26),
        places=(Weekdays("L-01", "14", *_MORNING),),
    ),
    Duty(client="K-03", officer="PK-01", hours=80, places=(Weekdays("L-01", "14", *_MORNING),)),
    Duty(
        client="K-04", officer="PK-01", hours=36, starts_on=date(2026, 4, 13),
        places=(Weekdays("L-01", "14", *_MORNING),),
    ),
    Duty(
        client="K-05", officer="PK-01", hours=40, starts_on=date(2026, 4, 10),
        places=(Weekdays("L-04", "25", time(13), time(16)),),
    ),
    Duty(client="K-06", officer="PK-01", hours=40, places=(Weekdays("L-03", "3", time(8), time(17), 60),)),
    Duty(
        client="K-08", officer="PK-02", hours=60, starts_on=date(2026, 4, 7),
        places=(Weekdays("L-02", "24", time(8, 30), time(11, 30)),),
    ),
    Duty(client="K-09", officer="PK-02", hours=64, places=(Weekdays("L-06", "6", time(8), time(12)),)),
    Duty(
        client="K-10", officer="PK-01", hours=30, starts_on=date(2026, 4, 13),
        places=(Weekdays("L-02", "35", *_MORNING),),
    ),
    Duty(
        client="K-11", officer="PK-01", hours=48, starts_on=date(2026, 4, 6),
        places=(Weekdays("L-06", "13", *_MORNING),),
    ),
    Duty(
        client="K-12", officer="PK-02", hours=50, starts_on=date(2026, 4, 10),
        places=(Weekdays("L-04", "15", *_MORNING),),
    ),
    Duty(
        client="A-07", officer="PK-01", hours=30, daily=3, starts_on=date(2026, 3, 30),
        programme=Programme.CHILD_SERVICE,
        session=3, weekdays="4567", window=(time(8), time(17)),
        places=(Weekdays("L-05", "4", time(14), time(16)), Weekdays("L-05", "7", *_MORNING)),
    ),
    Duty(
        client="I-01", officer="PK-01", daily=None, programme=Programme.INTEGRATION,
        report_every=Interval.WEEK, first_report_on=date(2026, 4, 2),
    ),
    Duty(
        client="I-02", officer="PK-02", daily=None, programme=Programme.INTEGRATION,
        report_every=Interval.FORTNIGHT, first_report_on=date(2026, 3, 27),
    ),
)  # fmt: skip
