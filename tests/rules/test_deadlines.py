"""What falls due in the two weeks after a summary, and what the summary does not know: no database."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.cases import CaseState
from bot.domain.client_weeks import ClientWeek, Reported, Undecided, UndecidedKind
from bot.domain.deadlines import DueKind, ahead_lines, deadlines
from bot.domain.gaps import Gaps
from bot.domain.outages import Outage
from bot.domain.outcomes import Outcome
from bot.domain.reports import ReportState
from tests.harness import sentences
from tests.rules.test_digest import NOON, client, day, week
from tests.weeks import summary_text

TODAY = 7
"""Monday's number, counted from the first day of the week that is told."""


@pytest.mark.parametrize(
    ("one", "kinds"),
    [
        pytest.param(client(ends_on=day(TODAY)), [DueKind.CASE], id="the case ends today"),
        pytest.param(client(ends_on=day(TODAY + 14)), [DueKind.CASE], id="in two weeks"),
        pytest.param(client(ends_on=day(TODAY + 15)), [], id="later"),
        pytest.param(client(ends_on=day(TODAY - 1)), [], id="over"),
        pytest.param(
            client(ends_on=day(TODAY), state=CaseState.AWAITING_CLOSING), [], id="it is being closed"
        ),
        pytest.param(client(placed_until=day(TODAY + 3)), [DueKind.PLACEMENT], id="the placement ends"),
        pytest.param(client(placed_until=day(TODAY + 3), remaining=0), [], id="with nothing left to serve"),
        pytest.param(
            client(placed_until=day(TODAY + 3), ends_on=day(TODAY + 5)), [DueKind.CASE], id="both: said once"
        ),
        pytest.param(
            client(undecided=(Undecided(UndecidedKind.CONTEST, day(1), day(1), 1, day(TODAY + 2)),)),
            [DueKind.ANSWER],
            id="an objection to answer",
        ),
        pytest.param(
            client(undecided=(Undecided(UndecidedKind.EXCUSE, day(1), day(1), 1, day(TODAY + 2)),)),
            [DueKind.PROOF],
            id="a proof promised",
        ),
        pytest.param(
            client(undecided=(Undecided(UndecidedKind.EXCUSE, day(1), day(1), 1),)), [], id="no proof"
        ),
    ],
)
def test_a_deadline_is_told_two_weeks_ahead(one: ClientWeek, kinds: list[DueKind]) -> None:
    assert [found.kind for found in deadlines(week(one))] == kinds


def said(*clients: ClientWeek) -> list[str]:
    texts = sentences()
    return [texts.render(one.key, one.params, locale="id").strip() for one in ahead_lines(week(*clients))]


def test_deadlines_are_a_sentence_a_day_and_kind() -> None:
    due = Reported(day(TODAY + 1), ReportState.DUE)
    many = [client(f"Sari {number}", placed_until=day(TODAY + 2)) for number in range(7)]
    assert said(
        client("Budi", ends_on=day(TODAY + 4), remaining=90),
        *many,
        client("Umi", remaining=None, reports=(due, Reported(day(TODAY + 30), ReportState.DUE))),
    ) == [
        "📅 14 hari ke depan",
        "• Rab 22 Apr: penempatan Sari 0, Sari 1, Sari 2, Sari 3, Sari 4 dan 2 lainnya berakhir.",
        "• Jum 24 Apr: masa perkara Budi berakhir, sisa 1 jam 30 menit.",
        "• Lapor diri 1 kali, yang pertama Sel 21 Apr.",
    ]


def test_a_week_with_a_deadline_is_not_calm_and_its_head_reads_how_many_there_are() -> None:
    of_office = replace(week(client("Budi", ends_on=day(TODAY + 4))), officer="")
    text = summary_text(of_office, sentences(), "id")
    assert "14 hari ke depan\n• Masa perkara berakhir: 1 perkara.\n\n📊" in text
    assert "Minggu yang tenang" not in text


def test_what_is_not_known_is_named_and_the_week_is_not_called_calm() -> None:
    at = NOON - timedelta(days=4)
    gaps = Gaps(
        (Outage(at, at + timedelta(hours=2)), Outage(at, at + timedelta(minutes=6))),
        {Outcome.UNREACHED: 2, Outcome.SYSTEM_FAILURE: 3},
        photos=1,
    )
    text = summary_text(replace(week(client()), gaps=gaps), sentences(), "id")
    at_gaps = text.splitlines().index("⚪ Yang belum diketahui")
    assert text.splitlines()[at_gaps + 1 : at_gaps + 5] == [
        "• Pesan tidak bisa diterima Kam 16 Apr pukul 07.00 WITA sampai Kam 16 Apr pukul 09.00 WITA;"
        " waktu itu tidak dihitung.",
        "• 3 jadwal tanpa catatan karena gangguan sistem; tidak dihitung sebagai tidak hadir.",
        "• 2 jadwal tanpa catatan karena klien tak terjangkau; tidak dihitung sebagai tidak hadir.",
        "• 1 foto belum terambil; dicoba terus.",
    ]
    assert "Minggu yang tenang" not in text
