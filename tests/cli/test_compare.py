"""``dealzone compare``: the same sentences as in the window, as text, as data, as a page."""

import json
from pathlib import Path

import pytest

from explorer.cli.compare import comparison_record, comparison_text
from explorer.figures.compare import change_line, comparison
from explorer.files.case_file import bundled_case
from explorer.model.scenario import preset_scenario
from explorer.solver.lens import seen_through
from explorer.solver.solve import solve
from tests.cli.conftest import Dealzone, Rooms

CASE = bundled_case()
HANOI, OCTOBER = "hanoi-2019", "october-2025"


def test_the_text_holds_every_sentence_of_the_comparison(dealzone: Dealzone) -> None:
    ran = dealzone("compare", HANOI, OCTOBER)
    assert (ran.code, ran.err) == (0, "")
    results = [solve(preset_scenario(CASE, each)) for each in (HANOI, OCTOBER)]
    found = comparison(*results, name="Hanoi 2019")
    text = " ".join(ran.out.split())
    for line in (found.sentence, *map(change_line, (*found.settings, *found.zones))):
        assert line in text
    assert "not a forecast" in text


def test_a_third_scenario_is_held_against_the_first_as_well(dealzone: Dealzone) -> None:
    ran = dealzone("compare", HANOI, OCTOBER, "october-2025-declared")
    hanoi, declared = (preset_scenario(CASE, each) for each in (HANOI, "october-2025-declared"))
    moved = sum(one != other for one, other in zip(hanoi.values, declared.values, strict=True))
    assert f": {moved} settings differ from Hanoi 2019" in ran.out


def test_nothing_differs_between_a_scenario_and_itself(dealzone: Dealzone) -> None:
    ran = dealzone("compare", HANOI, HANOI)
    assert "Nothing differs from 1. Hanoi 2019." in ran.out
    assert "Settings that differ" not in ran.out


def test_the_data_name_controls_and_rows_by_id(dealzone: Dealzone) -> None:
    record = json.loads(dealzone("compare", HANOI, OCTOBER, "--json").out)
    hanoi, october = (preset_scenario(CASE, each) for each in (HANOI, OCTOBER))
    assert record["first"]["packages"] == solve(hanoi).zone.packages
    (other,) = record["compared"]
    assert other["packages"] == solve(october).zone.packages
    moved = {each["id"]: (each["before"], each["after"]) for each in other["settings"]}
    for id_, ends in moved.items():
        assert ends == (hanoi.value(id_), october.value(id_))
    assert {each["id"] for each in other["zones"]} <= {row.id for row in CASE.rows}


@pytest.mark.parametrize("extra", [(), ("--json",)])
def test_a_page_is_drawn_where_it_is_wanted(
    dealzone: Dealzone, rooms: Rooms, tmp_path: Path, extra: tuple[str, ...]
) -> None:
    path = tmp_path / "page.pdf"
    ran = dealzone("compare", HANOI, OCTOBER, "-o", path, "--theme", "dark", *extra)
    assert ran.code == 0
    assert (": drawn" in ran.out) == (not extra)
    (options,) = rooms.pictures
    wanted = [preset_scenario(CASE, each) for each in (HANOI, OCTOBER)]
    assert [result.scenario for _, result in options.compared] == wanted
    assert (options.output, options.theme) == (path, "dark")


def test_scenarios_of_different_cases_are_refused(dealzone: Dealzone, tmp_path: Path) -> None:
    content = CASE.model_dump(mode="json")
    content["rows"] = content["rows"][1:]
    path = tmp_path / "other.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    ran = dealzone("compare", HANOI, path)
    assert ran.code == 2
    assert "different cases" in ran.err


def test_a_page_that_cannot_be_drawn_is_refused_before_anything_is_said(
    dealzone: Dealzone, tmp_path: Path
) -> None:
    ran = dealzone("compare", HANOI, OCTOBER, "-o", tmp_path / "page.doc")
    assert (ran.code, ran.out) == (2, "")


def test_assumptions_that_differ_are_listed_and_are_in_the_data() -> None:
    october = preset_scenario(CASE, OCTOBER)
    lens = CASE.lens("kim-taewoo")
    varied = seen_through(october, lens)
    items = (("A", solve(october)), ("B", solve(varied)))
    assert "Assumptions that differ:" in comparison_text(items, width=80)
    record = json.loads(json.dumps(comparison_record(items)))
    told = record["compared"][0]["assumptions"]
    assert {assumption["id"] for assumption in told} == set(lens.assumptions)
    assert all("→" in assumption["words"] for assumption in told)
