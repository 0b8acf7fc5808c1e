"""Predictions from answer lines: each counted once, each line that cannot be read named."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.classroom.tables.foretold import foretold, foretold_table
from explorer.model.scenario import default_scenario
from explorer.take_home.answers import Answer, answer_line, row_ids
from explorer.take_home.take_home import TakeHome, usual_baseline, usual_sliders
from tests.classroom.tables.plans import KOREA, OCTOBER
from tests.examples import examples

PAGE = TakeHome(
    scenario=OCTOBER,
    baseline=usual_baseline(OCTOBER),
    sliders=usual_sliders(KOREA),
    asks_prediction=True,
    title="",
    note="",
)
ROWS = row_ids(PAGE)


def _line(told: tuple[str, ...] | None) -> str:
    return answer_line(PAGE, Answer(told, OCTOBER))


@examples(30)
@given(st.lists(st.sets(st.sampled_from(ROWS)), max_size=8))
def test_every_row_is_counted_for_each_student_that_expected_it(told: list[set[str]]) -> None:
    ordered = [tuple(row for row in ROWS if row in each) for each in told]
    found = foretold(PAGE, "\n\n".join(map(_line, ordered)), "step", 1)
    assert found.students == len(told)
    assert found.mistakes == ()
    assert dict(found.counts.hands) == {row: sum(row in each for each in told) for row in ROWS}


def test_lines_that_say_nothing_are_named_and_the_rest_is_counted() -> None:
    text = f"{_line(ROWS[:1])}\nnothing\n{_line(None)}\n{_line(ROWS[:1])}"
    found = foretold(PAGE, text, "step", 2)
    assert [mistake.line for mistake in found.mistakes] == [2, 3]
    assert dict(found.counts.hands)[ROWS[0]] == found.students == 2
    assert (found.counts.step, found.counts.round) == ("step", 2)


def test_a_case_without_rows_counts_who_expected_any_zone() -> None:
    scenario = default_scenario(KOREA.model_copy(update={"rows": ()}))
    page = TakeHome(scenario, usual_baseline(scenario), ())
    line = answer_line(page, Answer(("",), scenario))
    found = foretold(page, line, "step", 1)
    assert foretold_table(page, found).rows == (("Any package at all", "1"),)
    assert dict(found.counts.hands) == {"": 1}
