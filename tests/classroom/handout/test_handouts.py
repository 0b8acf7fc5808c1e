"""Worksheets: what they say is what counting by hand finds."""

from dataclasses import replace
from itertools import product

import pytest

from explorer.classroom.handout.hand_case import HandCase, hand_case
from explorer.classroom.handout.worksheet import worksheet
from explorer.figures.foot import foot_line
from explorer.files.case_file import bundled_case
from explorer.model.errors import ScenarioError
from explorer.model.issue import Ceiling
from explorer.model.scenario import preset_scenario
from explorer.paper.paper import Heading, PageBreak, Points
from tests.paper.papers import grids_in, part

CASE = bundled_case()
PRESETS = [each.id for each in CASE.presets]
BASELINE = preset_scenario(CASE, CASE.baseline_preset)


@pytest.mark.parametrize("preset", PRESETS)
def test_the_key_of_a_worksheet_is_what_counting_from_its_printed_tables_gives(preset: str):
    paper = worksheet(preset_scenario(CASE, preset))
    given = grids_in(part(paper, "What each side can give"))
    commitments, first, second = (
        [(int(row[1]), int(row[2])) for row in each.rows] for each in given
    )
    sums, zones = grids_in(part(paper, "Key"))
    pairs = [(a, b) for a, b in product(range(len(first)), range(len(second))) if (a, b) != (0, 0)]
    assert sums.rows == tuple(
        (f"A{a} + B{b}", str(first[a][0] + second[b][0]), str(first[a][1] + second[b][1]))
        for a, b in pairs
    )
    members: list[tuple[int, int, int]] = []
    for at, (limit, need) in enumerate(commitments):
        inside = [
            (a, b)
            for a, b in pairs
            if first[a][0] + second[b][0] <= limit and first[a][1] + second[b][1] >= need
        ]
        members += [(at, a, b) for a, b in inside]
        told = ", ".join(f"A{a} + B{b}" for a, b in inside) or "none"
        assert zones.rows[at] == (f"C{at + 1}", told, "open" if inside else "closed")
    answers = next(each for each in part(paper, "Key") if isinstance(each, Points)).items
    assert str(len(members)) in answers[0]
    gains = {
        (at, a, b): (commitments[at][0] - first[a][0] - second[b][0])
        * (first[a][1] + second[b][1] - commitments[at][1])
        for at, a, b in members
    }
    best = [each for each in members if gains[each] == max(gains.values())]
    for at, a, b in best:
        assert f"C{at + 1} + A{a} + B{b}" in answers[1]
    assert answers[1].endswith(str(max(gains.values())))


def test_no_worksheet_has_packages_beyond_a_ceiling() -> None:
    source = CASE.sources[0].id
    plain = hand_case(BASELINE)
    reached = max(plain.gains(each)[0] for each in plain.packages())
    for points, is_left in ((10_000, True), (-10_000, False)):
        ceiling = Ceiling(points=points, source=source)
        stakes = CASE.sender_stakes.model_copy(update={"ceiling": ceiling})
        scenario = replace(BASELINE, case=CASE.model_copy(update={"sender_stakes": stakes}))
        if is_left:
            same = hand_case(scenario)
            assert max(same.gains(each)[0] for each in same.packages()) == reached
        else:
            # Nothing is worth more than waiting: every zone would have a package beyond.
            with pytest.raises(ScenarioError):
                hand_case(scenario)


@pytest.mark.parametrize("preset", PRESETS)
def test_a_worksheet_has_open_and_closed_commitments_and_a_line_that_bites(preset: str):
    hand = hand_case(preset_scenario(CASE, preset))
    zone = hand.zone()
    assert 0 < len({each[0] for each in zone}) < len(hand.commitments)
    left = len(hand.zone_within(hand.line()))
    assert 0 <= left < len(zone)
    assert left or len(zone) == 1


def test_the_key_stands_on_a_page_of_its_own():
    blocks = worksheet(BASELINE).blocks
    after = blocks[blocks.index(PageBreak()) + 1]
    assert isinstance(after, Heading)
    assert "Key" in after.text


def test_points_of_a_worksheet_are_those_of_the_model_rounded():
    from explorer.solver.tables import case_tables

    tables = case_tables(CASE)
    hand = hand_case(BASELINE)
    wanted = {round(float(each)) for each in tables.price}
    assert {each.price for each in (*hand.first, *hand.second)} <= wanted


def test_a_case_in_which_nothing_can_be_found_by_hand_is_refused():
    poor = BASELINE.with_case(CASE.model_copy(update={"rows": ()}))
    with pytest.raises(ScenarioError, match="by hand"):
        worksheet(poor)


def test_a_line_that_cannot_bite_is_drawn_all_the_same():
    hand = hand_case(BASELINE)
    one = HandCase(hand.scenario, hand.names, hand.commitments[:1], hand.first[:2], hand.second[:1])
    assert one.line() == (1, 1)


def test_the_foot_names_case_and_model_and_the_day_where_there_is_one():
    assert CASE.name in foot_line(CASE)
    assert "as of" in foot_line(CASE)
    assert "as of" not in foot_line(CASE.model_copy(update={"as_of": None}))
