"""The list of changes tells what moved and what opened, closed, widened or narrowed."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.announcement import announcement
from explorer.figures.change import changes, opened_and_closed, zone_width
from explorer.figures.control_words import control_status
from explorer.files.case_file import bundled_case
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.solve import solve
from tests.figures.sentences import assert_reads_well
from tests.strategies import korea_scenarios, scenarios, small_cases

OCTOBER = preset_scenario(bundled_case(), "october-2025")


@given(st.data())
def test_each_moved_control_and_each_row_stands_there_once(data: st.DataObject) -> None:
    case = data.draw(small_cases())
    old, new = (solve(data.draw(scenarios(case))) for _ in range(2))
    found = changes(old, new)
    controls = [change.control_id for change in found if change.control_id]
    rows = [change.row_id for change in found if change.row_id]
    moved = [c.id for c in case.controls if old.scenario.value(c.id) != new.scenario.value(c.id)]
    assert controls == moved
    assert len(rows) == len(set(rows))
    assert all(bool(change.control_id) != bool(change.row_id) for change in found)
    for change in found:
        assert_reads_well(change.title)
        assert_reads_well(change.detail)


@given(korea_scenarios(), korea_scenarios())
def test_going_back_says_the_opposite(first: Scenario, second: Scenario) -> None:
    one, two = solve(first), solve(second)
    there = {change.row_id: change.detail for change in changes(one, two) if change.row_id}
    back = {change.row_id: change.detail for change in changes(two, one) if change.row_id}
    opposite = {
        "zone opened": "zone closed",
        "zone closed": "zone opened",
        "zone wider": "zone narrower",
        "zone narrower": "zone wider",
    }
    assert {row: opposite[detail] for row, detail in there.items()} == back


@given(korea_scenarios())
def test_nothing_has_changed_between_a_result_and_itself(scenario: Scenario) -> None:
    result = solve(scenario)
    assert changes(result, result) == ()
    assert announcement(result, result) == ""
    assert all((zone_width(row) > 0) <= row.is_open for row in result.board)


def test_a_moved_control_tells_its_words_before_and_after() -> None:
    old, new = solve(OCTOBER), solve(OCTOBER.with_value("russia_alignment", 36))
    first, *rest = changes(old, new)
    assert first.title == "Russia alignment"
    then, now = (
        control_status(OCTOBER.case, "russia_alignment", value).status for value in (98, 36)
    )
    assert then != now
    assert first.detail == f"{then} (98) → {now} (36)"
    assert all(change.row_id for change in rest)


def test_a_line_is_named_with_its_party_and_its_direction() -> None:
    old, new = solve(OCTOBER), solve(OCTOBER.with_values({"us_max_status": 1, "un_consent": 1}))
    line, switch, *_ = changes(old, new)
    assert line.title == "Washington’s line on nuclear status"
    assert line.detail.startswith("no line → Washington gives at most “")
    assert switch.detail == "off → on"


def test_an_announcement_names_what_was_moved_and_what_closed() -> None:
    declared = OCTOBER.with_values({"us_max_status": 1, "dprk_min_status": 2})
    text = announcement(solve(OCTOBER), solve(declared))
    assert text.startswith("Washington goes no further on nuclear status than “")
    assert text.endswith(
        "Commitments closed: test pause, ICBM freeze, Yongbyon dismantled, interim freeze."
    )
    back = announcement(solve(declared), solve(OCTOBER))
    assert "Commitments opened: test pause" in back
    assert back.startswith("Washington draws no line on nuclear status. ")


def test_an_announcement_of_many_moves_only_counts_them() -> None:
    other = preset_scenario(OCTOBER.case, "hanoi-2019")
    moved = sum(was != now for was, now in zip(OCTOBER.values, other.values, strict=True))
    assert moved > 1
    assert announcement(solve(OCTOBER), solve(other)).startswith(
        f"{moved} settings changed. Commitments opened"
    )


@given(korea_scenarios(), korea_scenarios())
def test_an_announcement_counts_commitments_in_its_grammar(
    first: Scenario, second: Scenario
) -> None:
    before, after = solve(first), solve(second)
    text = announcement(before, after)
    for rows, one, more in zip(
        opened_and_closed(before, after),
        ("Commitment opened: ", "Commitment closed: "),
        ("Commitments opened: ", "Commitments closed: "),
        strict=True,
    ):
        assert (one in text) == (len(rows) == 1)
        assert (more in text) == (len(rows) > 1)
    assert_reads_well(text)


def test_an_announcement_says_so_when_no_commitment_opened_or_closed() -> None:
    text = announcement(solve(OCTOBER), solve(OCTOBER.with_value("china_ties", 71)))
    assert text.endswith("No commitment opened or closed.")
    assert text.startswith("China ties is now 71: ")
