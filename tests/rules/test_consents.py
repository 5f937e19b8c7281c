"""What a child's consent waits for, and which guardians a workbook replaces."""

from __future__ import annotations

import pytest

from bot.domain.consents import Answer, Reach, Waits, waits_for
from bot.domain.identity import Gone
from bot.domain.people import Role
from bot.imports.cells import Row
from bot.imports.notes import guardians_replaced
from bot.imports.register import Written
from bot.storage.models import Person


@pytest.mark.parametrize(
    ("reach", "answer", "why"),
    [
        (None, None, Waits.NOBODY),
        (Reach(joined=False), None, Waits.INVITATION),
        (Reach(joined=False, wrong_number=True), None, Waits.WRONG_NUMBER),
        (Reach(joined=False), Answer.REFUSED, Waits.REFUSED),
        (Reach(joined=True), None, Waits.ANSWER),
        (Reach(joined=True, gone=Gone.STOPPED), None, Waits.STOPPED),
        (Reach(joined=True, gone=Gone.BLOCKED), None, Waits.BLOCKED),
        (Reach(joined=True, gone=Gone.STOPPED), Answer.WITHDRAWN, Waits.WITHDRAWN),
    ],
    ids=lambda one: str(one),
)
def test_why_there_is_no_consent(reach: Reach | None, answer: Answer | None, why: Waits) -> None:
    assert waits_for(reach, answer) is why


def test_a_workbook_names_the_guardian_who_is_replaced() -> None:
    def office(wards: dict[str, str]) -> dict[str, dict[str, Written]]:
        nobody = Person(office_id=1, code="", name="", role=Role.GUARDIAN)
        cells = {code: {"kode": code, "wali_dari": told} for code, told in wards.items()}
        return {"orang": {code: Written(code, row, frozenset(), nobody) for code, row in cells.items()}}

    rows = [(5, Row({"kode": "W-08", "wali_dari": "A-07"}))]
    (line,) = guardians_replaced(
        rows, office({"W-07": "A-07; A-08", "W-08": ""}), office({"W-07": "A-08", "W-08": "A-07"})
    )

    assert line.params == {"sheet": "orang", "row": 5, "code": "A-07", "old": "W-07", "new": "W-08"}
