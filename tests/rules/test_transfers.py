"""Who may send an offer of a client and take it back, to an officer and to another Bapas alike."""

from __future__ import annotations

import pytest

from bot.domain.messages import Refused
from bot.domain.people import Role
from bot.domain.transfers import TransferState, check_sending, check_taking_back


@pytest.mark.parametrize(
    ("state", "reason", "own", "key"),
    [
        pytest.param(TransferState.DRAFT, "tugas", False, "not-yours", id="somebody else's"),
        pytest.param(TransferState.OFFERED, "tugas", True, "transfer-not-open", id="sent before"),
        pytest.param(TransferState.WITHDRAWN, "tugas", True, "transfer-not-open", id="taken back"),
        pytest.param(TransferState.DRAFT, "", True, "transfer-needs-reason", id="without a reason"),
    ],
)
def test_what_is_not_sent(state: TransferState, reason: str, own: bool, key: str) -> None:
    with pytest.raises(Refused) as refused:
        check_sending(state, reason, own=own)
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("state", "own", "by", "asked"),
    [
        pytest.param(TransferState.DRAFT, True, Role.OFFICER, False, id="nobody was asked"),
        pytest.param(TransferState.OFFERED, True, Role.OFFICER, True, id="his own"),
        pytest.param(TransferState.OFFERED, False, Role.HEAD, True, id="any, by the head"),
        pytest.param(TransferState.OFFERED, False, Role.OFFICER, "not-yours", id="a colleague's"),
        pytest.param(TransferState.ACCEPTED, True, Role.OFFICER, "transfer-not-open", id="answered"),
    ],
)
def test_what_is_taken_back(state: TransferState, own: bool, by: Role, asked: bool | str) -> None:
    try:
        found: bool | str = check_taking_back(state, own=own, by=by)
    except Refused as no:
        found = no.key
    assert found == asked
