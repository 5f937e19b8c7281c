"""Who may enter and correct what: the table, and what ties a record to whoever enters it."""

from __future__ import annotations

import pytest

from bot.domain.cases import CaseState
from bot.domain.entering import (
    Guided,
    Hands,
    Matter,
    Tie,
    matter_of,
    may_correct,
    may_enter,
    tie_to_case,
    tie_to_client,
    tie_to_confirmer,
    tie_to_site,
)
from bot.domain.people import Role
from bot.texts import Texts

TEXTS = Texts()

OWN, STOOD_IN, REGISTERED, FREE, OTHERS, GONE = Tie
OFFICERS_MAY: dict[Matter, tuple[set[Tie], set[Tie]]] = {
    Matter.CLIENT: ({REGISTERED}, {OWN, STOOD_IN, REGISTERED, FREE}),
    Matter.CHILD: ({REGISTERED}, {OWN, STOOD_IN, REGISTERED}),
    Matter.GUARDIAN: ({REGISTERED}, {OWN, STOOD_IN, REGISTERED}),
    Matter.SUPERVISOR: ({REGISTERED}, {REGISTERED}),
    Matter.PROSECUTOR: ({REGISTERED}, {REGISTERED}),
    Matter.STAFF: (set(), set()),
    Matter.SITE: ({REGISTERED}, {OWN, STOOD_IN, FREE}),
    Matter.CASE: ({OWN}, {OWN, STOOD_IN}),
    Matter.PLACEMENT: ({OWN, STOOD_IN}, {OWN, STOOD_IN}),
    Matter.DAY: (set(), set()),
}


@pytest.mark.parametrize("matter", Matter)
def test_an_officer_enters_and_corrects_what_the_table_says(matter: Matter) -> None:
    enters = {tie for tie in Tie if may_enter(Role.OFFICER, matter, tie)}
    corrects = {tie for tie in Tie if may_correct(Role.OFFICER, matter, tie)}
    assert (enters, corrects) == OFFICERS_MAY[matter]


@pytest.mark.parametrize("role", Role)
def test_an_operator_may_do_everything_of_his_office_and_others_nothing(role: Role) -> None:
    if role is Role.OFFICER:
        return
    for matter in Matter:
        gone = {GONE} if matter in (Matter.CASE, Matter.PLACEMENT) else set()
        corrects = {tie for tie in Tie if may_correct(role, matter, tie)}
        assert may_enter(role, matter) is (role is Role.OPERATOR), matter
        assert corrects == (set(Tie) - gone if role is Role.OPERATOR else set()), matter


@pytest.mark.parametrize("role", Role)
def test_every_role_is_a_matter(role: Role) -> None:
    known = {
        Role.CLIENT: Matter.CLIENT,
        Role.GUARDIAN: Matter.GUARDIAN,
        Role.SUPERVISOR: Matter.SUPERVISOR,
        Role.PROSECUTOR: Matter.PROSECUTOR,
    }
    assert matter_of(role) is known.get(role, Matter.STAFF)
    assert matter_of(Role.CLIENT, child=True) is Matter.CHILD


ME, BEFORE_A_MERGE, AWAY, OTHER = 1, 2, 3, 4
HANDS = Hands(ME, frozenset({ME, BEFORE_A_MERGE}), frozenset({ME, AWAY}))


def case(officer: int | None, state: CaseState = CaseState.ACTIVE) -> Guided:
    return Guided(officer, state)


@pytest.mark.parametrize(
    ("one", "tie"),
    [
        pytest.param(case(ME), OWN, id="his own"),
        pytest.param(case(AWAY), STOOD_IN, id="of a colleague on leave"),
        pytest.param(case(OTHER), OTHERS, id="of another"),
        pytest.param(case(None), OTHERS, id="of nobody yet"),
        pytest.param(case(ME, CaseState.COMPLETED), OWN, id="closed"),
        pytest.param(case(ME, CaseState.TRANSFERRED), GONE, id="in another Bapas"),
    ],
)
def test_a_case_ties_by_its_officer(one: Guided, tie: Tie) -> None:
    assert tie_to_case(one, HANDS) is tie


@pytest.mark.parametrize(
    ("cases", "registered_by", "tie"),
    [
        pytest.param([], None, FREE, id="from a workbook, without a case"),
        pytest.param([], ME, REGISTERED, id="registered by him"),
        pytest.param([], BEFORE_A_MERGE, REGISTERED, id="registered by the record merged into his"),
        pytest.param([], AWAY, OTHERS, id="registered by a colleague"),
        pytest.param([case(ME)], OTHER, OWN, id="with his case, whoever registered him"),
        pytest.param([case(OTHER)], ME, OTHERS, id="registered by him, guided by another"),
        pytest.param([case(OTHER), case(AWAY)], None, STOOD_IN, id="of two officers, for one he stands in"),
        pytest.param([case(ME, CaseState.COMPLETED)], None, OWN, id="all his cases are over"),
        pytest.param(
            [case(ME, CaseState.COMPLETED), case(OTHER)], None, OTHERS, id="once his, now another's"
        ),
        pytest.param([case(ME, CaseState.TRANSFERRED)], ME, GONE, id="now of another Bapas"),
    ],
)
def test_a_client_ties_by_his_cases(cases: list[Guided], registered_by: int | None, tie: Tie) -> None:
    assert tie_to_client(cases, registered_by, HANDS) is tie


@pytest.mark.parametrize(
    ("registered_by", "has_joined", "tie"),
    [
        pytest.param(ME, False, REGISTERED, id="registered by him"),
        pytest.param(ME, True, OTHERS, id="registered by him, has joined"),
        pytest.param(OTHER, False, OTHERS, id="registered by another"),
        pytest.param(None, False, OTHERS, id="from a workbook"),
    ],
)
def test_who_confirms_is_his_until_he_has_joined(
    registered_by: int | None, has_joined: bool, tie: Tie
) -> None:
    assert tie_to_confirmer(registered_by, HANDS, has_joined=has_joined) is tie


@pytest.mark.parametrize(
    ("officers", "tie"),
    [
        pytest.param(set(), FREE, id="nobody works there"),
        pytest.param({OTHER}, OTHERS, id="only others' clients"),
        pytest.param({OTHER, AWAY}, STOOD_IN, id="a client of a colleague on leave"),
        pytest.param({OTHER, ME, AWAY}, OWN, id="his client among others"),
    ],
)
def test_a_site_ties_by_who_works_there(officers: set[int], tie: Tie) -> None:
    assert tie_to_site(officers, HANDS) is tie


@pytest.mark.parametrize("locale", TEXTS.locales)
@pytest.mark.parametrize("role", [role for role in Role if may_enter(role, Matter.CLIENT)])
def test_the_help_of_whoever_enters_names_how(role: Role, locale: str) -> None:
    says = TEXTS.render(f"help-{role.value}", {}, locale=locale)
    assert '"daftarkan"' in says
    assert '"ubah"' in says
