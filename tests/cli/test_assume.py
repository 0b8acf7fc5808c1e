"""Laws of ``--assume`` and ``list assumptions``: changes arrive, are told, or are refused."""

import json
from pathlib import Path

import pytest

from explorer.figures.assumption_words import values_text
from explorer.files.case_file import bundled_case
from explorer.model.assumption import (
    Assumption,
    Estimate,
    assumption,
    assumptions,
    with_estimates,
)
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from tests.cli.conftest import Dealzone, Rooms

WAITING = "target_stakes.waiting.base"


def test_every_assumption_is_listed_with_all_that_is_known_of_it(dealzone: Dealzone) -> None:
    listed = json.loads(dealzone("list", "assumptions", "--json").out)
    known = assumptions(bundled_case())
    assert [item["id"] for item in listed] == [item.id for item in known]
    assert [tuple(item["values"]) for item in listed] == [item.estimate.values for item in known]
    text = dealzone("list", "assumptions").out
    assert all(item.id in text for item in known)


def test_an_assumption_that_is_changed_moves_the_zone_and_is_told(dealzone: Dealzone) -> None:
    plain = json.loads(dealzone("solve", "--json").out)
    ran = dealzone(
        "solve", "--json", "--assume", f"{WAITING}=6", "issues.icbm.cost.base=0,3,6,9,12"
    )
    changed = json.loads(ran.out)
    assert changed["zone"]["packages"] < plain["zone"]["packages"]
    assert [item["id"] for item in changed["assumptions"]] == ["issues.icbm.cost.base", WAITING]
    text = dealzone("solve", "--assume", f"{WAITING}=6").out
    assert "1 assumption changed: Pyongyang: worth of no deal." in text
    assert text.startswith("October 2025, changed")


def test_a_picture_is_drawn_with_changed_assumptions(
    dealzone: Dealzone, rooms: Rooms, tmp_path: Path
) -> None:
    assert dealzone("picture", "-o", tmp_path / "a.png", "--assume", f"{WAITING}=2").code == 0
    assert rooms.pictures[0].viewing.result.scenario.case.changes[0].id == WAITING


def test_what_the_case_has_anyway_changes_nothing(dealzone: Dealzone) -> None:
    assert dealzone("solve", "--assume", f"{WAITING}=1").out == dealzone("solve").out


CHOICES = [item for item in assumptions(bundled_case()) if item.kind == "choice"]
OPTIONS = [(item.id, place) for item in CHOICES for place in range(len(item.options))]


@pytest.mark.parametrize(("id_", "place"), OPTIONS)
def test_an_option_of_structure_is_chosen_by_its_id(
    dealzone: Dealzone, id_: str, place: int
) -> None:
    item = assumption(bundled_case(), id_)
    ran = dealzone("solve", "--json", "--assume", f"{id_}={item.options[place][0]}")
    chosen = with_estimates(bundled_case(), {id_: Estimate((place,), place, place)})
    answer = solve(preset_scenario(chosen, chosen.default_preset))
    record = json.loads(ran.out)
    assert record["zone"]["packages"] == answer.zone.packages
    told = [each["id"] for each in record.get("assumptions", [])]
    assert told == ([] if item.estimate.values == (place,) else [id_])


@pytest.mark.parametrize("item", CHOICES, ids=lambda item: item.id)
@pytest.mark.parametrize("wanted", ["", "0", "otherwise", "stay,leave"])
def test_an_option_that_is_not_there_is_refused_with_those_that_are(
    dealzone: Dealzone, item: Assumption, wanted: str
) -> None:
    ran = dealzone("solve", "--assume", f"{item.id}={wanted}")
    assert (ran.code, ran.out) == (2, "")
    assert f'--assume {item.id}: there is no option "{wanted}".' in ran.err
    assert f"Known: {', '.join(id_ for id_, _ in item.options)}." in ran.err


def test_what_the_list_tells_can_be_typed_back(dealzone: Dealzone) -> None:
    negative = [item for item in assumptions(bundled_case()) if min(item.estimate.values) < 0]
    assert negative
    plain, told = dealzone("solve").out, dealzone("list", "assumptions").out
    for item in negative:
        shown = values_text(item.estimate.values)
        assert "\N{MINUS SIGN}" in shown
        assert shown.split(", ")[-1] in told
        assert dealzone("solve", "--assume", f"{item.id}={shown}").out == plain


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (WAITING, "--assume ID=VALUE"),
        ("target_stakes.wating.base=1", f'Did you mean "{WAITING}"?'),
        (f"{WAITING}=much", "write one number"),
        (f"{WAITING}=nan", "ordinary numbers"),
        (f"{WAITING}=0,5", "with a point, as in 0.5"),
        (f"{WAITING}=1_0", "write one number"),
        ("structure.patron=stay", 'Did you mean "structure.patrons"?'),
        ("issues.icbm.cost.base=0,1", "2 values were given, but 5"),
        ("issues.icbm.cost.base=0,1,x,3,4", "write 5 numbers"),
        ("issues.sanc.cost.base=0,-1,2,3,4", "starts at 0"),
        (
            "issues.srbm.benefit.growth.fixed_share=1e308",
            "from 0 to 1; 1e+308 is not possible here",
        ),
        (f"{WAITING}=1e150", "from -10,000,000 to 10,000,000; 1e+150 is not possible here"),
        ("issues.icbm.cost.base=0,1,2,3,1e308", "from -10,000,000 to 10,000,000; 1e+308"),
        ("discounts.relief.floor=-0.1", "from 0 to 1; -0.1 is not possible here"),
        ("discounts.relief.slopes.china_ties.amount=1e9", "from -10 to 10"),
        ("outlook.eager_from=101", "from 0 to 100"),
        ("outlook.windows.later.days=1e9", "from 0 to 36,525"),
    ],
)
def test_what_cannot_be_assumed_is_refused_with_a_reason(
    dealzone: Dealzone, text: str, words: str
) -> None:
    ran = dealzone("solve", "--assume", text)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert "--assume" in ran.err
