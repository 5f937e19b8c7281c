"""What changed since the week before, as the summary says it: no database."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.changes import NAMED, Standing, settled, trend
from bot.domain.findings import findings
from bot.domain.messages import Minutes
from bot.reports.summary import standing_of
from tests.harness import sentences
from tests.rules.test_digest import SILENT, attended, client, week
from tests.weeks import summary_text

ROOT = "3f9a1c227b0e55d1" * 4


@pytest.mark.parametrize(
    ("before", "word", "by"),
    [(None, "none", 0), (100, "more", 20), (120, "same", 0), (150, "less", 30)],
    ids=["first week", "more", "same", "less"],
)
def test_hours_are_compared_with_the_week_before(before: int | None, word: str, by: int) -> None:
    then = None if before is None else Standing(before)
    assert trend(then, 120) == {"trend": word, "by": Minutes(by)}


def test_of_many_names_the_first_are_said() -> None:
    people = tuple((number, f"Budi {number}") for number in range(NAMED + 2))
    assert settled(Standing(0, people), Standing(0, people[:1])) == {
        "names": ", ".join(name for _, name in people[1 : NAMED + 1]),
        "more": 1,
    }


def test_who_is_new_and_whose_matter_is_settled_is_told() -> None:
    old, new, gone = client("Adi", in_a_row=SILENT), client("Sari", in_a_row=SILENT), client("Umi")
    earlier = week(old, replace(gone, in_a_row=SILENT))
    before = standing_of(earlier, findings(earlier))
    lines = summary_text(replace(week(old, new, gone), before=before), sentences(), "id").splitlines()

    assert lines[2:4] == ["🆕 Baru sejak minggu lalu: Sari.", "✅ Sudah beres sejak minggu lalu: Umi."]


def test_a_calm_week_with_everything_in_it_is_three_lines() -> None:
    calm = week(*(client(f"Klien {number}", attended=(attended(credited=180),)) for number in range(75)))
    told = replace(calm, before=Standing(74 * 180, ((-7, "Umi"),)), root=ROOT)
    assert summary_text(told, sentences(), "id").splitlines()[1:] == [
        "Minggu yang tenang: 75 klien, semuanya berjalan baik, sekarang juga Umi. 225 jam diakui"
        " (3 jam lebih banyak daripada minggu sebelumnya), hadir 0 dari 0 jadwal.",
        "🔗 Sidik catatan: 3f9a 1c22 7b0e 55d1",
    ]


def test_a_week_without_any_data_is_not_called_fine() -> None:
    lines = summary_text(week(client(), client()), sentences(), "id").splitlines()
    assert lines[1].startswith("2 klien. Tidak ada jadwal kerja atau lapor diri")
