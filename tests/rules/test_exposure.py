"""What a lost phone can show."""

from __future__ import annotations

from datetime import UTC, date, datetime

from bot.domain.exposure import Exposure, exposure
from bot.domain.messages import Choice, Line, Minutes, Notice, notice_to_json


def test_days_people_and_files_are_counted_in_the_offices_zone() -> None:
    card = Notice(
        to=1,
        key="card",
        params={"name": "Budi", "code": ""},
        lines=(Line("line", {"name": "A-07", "minutes": Minutes(3)}),),
        media="photo:1",
    )
    choice = Notice(to=1, key="which", choices=(Choice("c:1", "choice-name", {"name": "Sari"}),))
    listed = Notice(to=1, key="roll", choices=(Choice("c:2", "choice-name", {"name": "Tono"}, number=7),))
    late = datetime(2026, 4, 22, 17, tzinfo=UTC)
    sent = [(late, notice_to_json(one)) for one in (card, choice, listed)]

    assert exposure(sent, "Asia/Makassar") == (
        Exposure(((date(2026, 4, 23), 3),), ("A-07", "Budi", "Sari", "Tono"), 1)
    )


def test_a_secret_name_is_a_code_also_where_its_own_officer_read_it() -> None:
    card = Notice(to=1, key="card", lines=(Line("line", {"name": "Zulkarnain"}),))
    sent = [(datetime(2026, 4, 22, 3, tzinfo=UTC), notice_to_json(card))]

    assert exposure(sent, "Asia/Makassar", {"Zulkarnain": "A-07"}).people == ("A-07",)


def test_everybody_stands_in_the_list_once_and_not_whoever_lost_the_phone() -> None:
    line = Line("to", {"name": "Andi"})
    card = Notice(to=1, key="card", params={"name": "Budi", "code": "K-01"}, lines=(line,))
    sent = [(datetime(2026, 4, 22, 3, tzinfo=UTC), notice_to_json(card))]

    assert exposure(sent, "Asia/Makassar", {"K-01": "Budi", "PK-01": "Andi"}, own="Andi").people == ("Budi",)


def test_nothing_sent_shows_nothing() -> None:
    assert exposure([], "Asia/Makassar") == Exposure((), (), 0)
