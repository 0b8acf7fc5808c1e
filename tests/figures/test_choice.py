"""Choices over a picture: always one of what is offered, none where there is nothing to choose."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.board import board_figure
from explorer.figures.choice import choice_of, scale_of
from explorer.figures.deal_map import deal_map_figure
from explorer.figures.gains import gains_figure
from explorer.figures.sweep import sweep_figure
from explorer.files.case_file import bundled_case
from explorer.model.scenario import preset_scenario
from explorer.solver.gain_cloud import gain_cloud
from explorer.solver.solve import solve
from explorer.solver.sweep import sweep

CASE = bundled_case()
RESULT = solve(preset_scenario(CASE, "october-2025"))
ENTRIES = st.lists(st.text(max_size=4), min_size=1, unique=True).map(
    lambda values: tuple((value, value.upper()) for value in values)
)


@given(ENTRIES, st.none() | st.text(max_size=4))
def test_what_is_chosen_is_the_wish_or_else_the_first(
    entries: tuple[tuple[str, str], ...], wanted: str | None
) -> None:
    known = [value for value, _ in entries]
    choice = choice_of("any", "Any", entries, wanted)
    assert choice.entries == entries
    assert choice.chosen == (wanted if wanted in known else known[0])


@given(st.integers(2, 9), st.none() | st.sampled_from(["0", "1", "9", "10", "-1", "x"]))
def test_a_scale_offers_whole_numbers_from_one_and_has_a_usual_one(
    highest: int, wanted: str | None
) -> None:
    choice = scale_of(
        "any", "Any", tuple(f"{n} sets" for n in range(1, highest + 1)), wanted, usual=2
    )
    known = [value for value, _ in choice.entries]
    assert choice.is_scale
    assert known == [str(n) for n in range(1, highest + 1)]
    assert choice.chosen == (wanted if wanted in known else "2")


def test_pictures_of_one_thing_offer_no_choice() -> None:
    cloud = gain_cloud(RESULT)
    for figure in (board_figure(RESULT), deal_map_figure(RESULT), gains_figure(RESULT, cloud)):
        assert figure.choices == ()


def test_the_sweep_offers_every_control_and_shows_the_one_that_moves() -> None:
    for control in CASE.controls:
        swept = sweep(RESULT.scenario, control.id)
        (choice,) = sweep_figure(RESULT, swept).choices
        assert choice.chosen == control.id
        assert [value for value, _ in choice.entries] == [each.id for each in CASE.controls]
