"""Monday's messages: which buttons stand below the summary, and who gets a file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.client_weeks import Calling, ClientWeek
from bot.domain.digest import Week
from bot.domain.people import Role
from bot.domain.rated_sessions import Rated
from bot.reports.digest_messages import BUTTONS, digest_notices
from bot.storage.models import Person
from tests.rules.test_digest import NOON, SILENT, attended, client, offer, week

CALLED = client("Adi", calling=Calling(at=NOON))
RATED = Rated(sessions=2, sites=1)
CALM = client("Budi", attended=(attended(credited=180),))


def choices(read: Week, role: Role) -> list[str]:
    reader = Person(id=7, office_id=1, code="X-1", name="Contoh", role=role)
    text, *files = digest_notices(read, reader, 1, reader=reader)
    assert len(files) == (role is Role.OFFICER)
    return [one.id for one in text.choices]


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        pytest.param(week(CALM), [], id="calm"),
        pytest.param(week(), [], id="nobody"),
        pytest.param(week(CALLED, CALM), [f"client:{CALLED.case_id}", "needs"], id="a call"),
    ],
)
def test_an_officer_has_the_next_steps_and_the_way_to_the_list(read: Week, expected: list[str]) -> None:
    assert choices(read, Role.OFFICER) == expected


def test_of_many_next_steps_the_most_pressing_have_a_button() -> None:
    clients: list[ClientWeek] = [client(f"Sari {number}", in_a_row=SILENT) for number in range(20)]
    found = choices(week(*clients, CALLED), Role.OFFICER)
    assert len(found) == BUTTONS + 1
    assert found[0] == f"client:{CALLED.case_id}"


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        pytest.param(week(CALM), [], id="calm"),
        pytest.param(week(client(in_a_row=SILENT)), [], id="his officers' matter"),
        pytest.param(week(CALLED), ["needs"], id="a call that nobody has taken"),
        pytest.param(week(CALM, offers=(offer(for_reader=True),)), ["needs"], id="an offer to answer"),
        pytest.param(replace(week(CALM), rated=RATED), ["evaluation-read"], id="sessions were rated"),
        pytest.param(replace(week(CALLED), rated=RATED), ["needs", "evaluation-read"], id="both"),
    ],
)
def test_a_head_has_the_way_to_what_he_decides_himself(read: Week, expected: list[str]) -> None:
    assert choices(replace(read, officer=""), Role.HEAD) == expected
