"""Documents keep only the assumptions that were changed, and tell of those they cannot take."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.files.document_text import (
    Document,
    OpenedDocument,
    document_content,
    document_text,
    open_content,
)
from explorer.files.json_text import parse_json
from explorer.files.result_record import result_record
from explorer.files.saved import SavedDocument
from explorer.model.assumption import Estimate, with_estimates
from explorer.model.case import Case
from explorer.model.pin import Pin
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from tests.model.test_assumption import edits
from tests.strategies import scenarios, small_cases

CASE = bundled_case()
WAITING = "target_stakes.waiting.base"
VARIED = with_estimates(CASE, {WAITING: Estimate((2,), 1, 3)})
START = preset_scenario(VARIED, VARIED.default_preset)


def reopened(document: Document) -> OpenedDocument:
    return open_content(parse_json(document_text(document), "a"), "a")


def changed(**changes: object) -> dict[str, Any]:
    """Return a document's content with fields of its changed assumption replaced."""
    content: dict[str, Any] = json.loads(document_text(Document(START, START, START)))
    content["assumptions"][0] |= changes
    return content


def estimate(*values: object, low: object = 0, high: object = 9) -> dict[str, object]:
    return {"values": list(values), "low": low, "high": high}


@given(st.data(), st.one_of(small_cases(), st.just(CASE)))
def test_changed_assumptions_come_back_from_a_document(data: st.DataObject, case: Case) -> None:
    varied, other = (with_estimates(case, data.draw(edits(case))) for _ in range(2))
    scenario = data.draw(scenarios(varied))
    document = Document(scenario, scenario, scenario.with_case(other))
    opened = reopened(document)
    assert opened.document == document
    assert opened.problems == ()
    SavedDocument.model_validate_json(document_text(document))


def test_only_what_was_changed_is_written() -> None:
    content = document_content(Document(START, START, START))
    assert "case_data" not in content
    assert content["assumptions"] == [
        {
            "id": WAITING,
            "was": {"values": [1], "low": 0.7, "high": 1.3},
            "now": {"values": [2], "low": 1, "high": 3},
        }
    ]
    plain = preset_scenario(CASE, CASE.default_preset)
    assert "assumptions" not in document_content(Document(plain, plain, plain))


def test_what_was_solved_tells_which_assumptions_were_changed() -> None:
    assert "assumptions" in result_record(solve(START))
    assert "assumptions" not in result_record(solve(preset_scenario(CASE, CASE.default_preset)))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"id": "issues.gone.cost.base"}, 'no assumption "issues.gone.cost.base"'),
        ({"id": "x" * 5000}, "no changed assumption"),
        ({"id": 7}, "no changed assumption"),
        ({"now": estimate(2, low=3)}, "low value 3"),
        ({"now": estimate(2, 3)}, "2 values were given"),
        ({"now": estimate("2")}, "no changed assumption"),
        ({"now": estimate()}, "no changed assumption"),
        ({"now": None}, "no changed assumption"),
    ],
)
def test_a_change_that_is_not_understood_is_told_and_left_out(
    changes: dict[str, object], words: str
) -> None:
    opened = open_content(changed(**changes), "a")
    assert opened.document.case == CASE
    assert not opened.is_whole
    assert len(opened.problems) == 1
    assert opened.problems[0].startswith("assumptions[0]: ")
    assert words in opened.problems[0]


def test_assumptions_that_are_no_list_are_told() -> None:
    opened = open_content(changed() | {"assumptions": {"a": 1}}, "a")
    assert opened.problems == ("assumptions: is not a list",)


def test_a_change_from_another_value_than_the_case_has_is_made_and_told() -> None:
    opened = open_content(changed(was=estimate(1.5)), "a")
    assert opened.document.case == VARIED
    assert opened.is_whole
    assert opened.problems == (
        f"assumptions[0]: {WAITING} was 1.5 in the case when this was saved, and is 1 in it now",
    )


def test_a_pin_keeps_assumptions_of_its_own() -> None:
    plain = START.with_case(CASE)
    document = Document(START, START, START, pins=(Pin("A", plain), Pin("B", START)))
    content = document_content(document)
    assert content["pins"]["A"]["assumptions"] == []  # type: ignore[index]
    assert reopened(document).document == document


def test_a_scenario_that_is_no_object_is_told_with_its_place() -> None:
    opened = open_content(changed() | {"baseline": 7}, "a")
    assert opened.problems == ('baseline: there is no object "controls"',)


def test_unknown_members_of_changed_assumptions_come_back() -> None:
    content = changed(comment={"why": "later"}, now={**estimate(2, low=1, high=3), "by": "me"})
    content["baseline"]["assumptions"] = [{**content["assumptions"][0], "rank": 1}]
    content["scenario"]["assumptions"] = "of a later version"
    opened = open_content(content, "a")
    assert opened.is_whole
    assert {line.partition(":")[0] for line in opened.problems} == {
        "assumptions[0].comment",
        "assumptions[0].now.by",
        "baseline.assumptions[0].comment",
        "baseline.assumptions[0].now.by",
        "baseline.assumptions[0].rank",
        "scenario.assumptions",
    }
    written = document_content(opened.document)
    assert written["assumptions"] == content["assumptions"]
    assert written["scenario"] == content["scenario"]


def test_unknown_members_go_with_the_change_that_they_belong_to() -> None:
    opened = open_content(changed(comment="later"), "a")
    plain = opened.document.scenario.with_case(CASE)
    written = document_content(
        replace(opened.document, scenario=plain, loaded=plain, baseline=plain)
    )
    assert "assumptions" not in written


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ([None], "is no changed assumption"),
        (["x"], "is no changed assumption"),
        ([{"id": WAITING, "was": estimate(1), "now": estimate(2), "x": "[" * 50}] * 2, "twice"),
        ([{"id": WAITING, "was": estimate(1), "now": estimate(1, low=0.7, high=1.3)}], "the same"),
        ([{"id": "issues.none", "was": estimate(1), "now": estimate(2)}] * 3000, "2000 entries"),
    ],
)
def test_an_odd_entry_is_told(entries: list[object], words: str) -> None:
    opened = open_content(changed() | {"assumptions": entries}, "a")
    assert not opened.is_whole
    assert words in "\n".join(opened.problems)


def test_of_many_changes_only_those_that_cannot_be_are_left_out() -> None:
    good = [{"id": WAITING, "was": estimate(1), "now": estimate(2)}]
    bad = {
        "id": "outlook.lead_times.one.days",
        "was": estimate(14, high=99),
        "now": estimate(68, high=99),
    }
    opened = open_content(changed() | {"assumptions": [bad, *good]}, "a")
    assert [change.id for change in opened.document.case.changes] == [WAITING]
    assert "longer to arrange" in "\n".join(opened.problems)
