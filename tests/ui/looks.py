"""What the tests of exports look at: one state of the program, and what can be chosen there."""

from collections.abc import Iterator

from explorer.files.case_file import bundled_case
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from explorer.views.registry import figure_of
from explorer.views.view import Viewing

KOREA = bundled_case("korea")
SCENARIO = preset_scenario(KOREA, "october-2025").with_value("us_max_status", 2)
LOOK = Viewing(
    result=solve(SCENARIO),
    baseline=solve(preset_scenario(KOREA, KOREA.baseline_preset)),
    ghost=None,
    selected_row="yongbyon",
    selected_package=None,
    swept_control="china_ties",
)

MOST_ENTRIES = 6
"""Choices with more entries than this are lists of names: the first and the last are tried."""


SLOW = "weights"
"""Which study takes seconds; ``tests/figures/test_importance_figure.py`` holds what it shows."""


def every_choice(view_id: str, look: Viewing) -> Iterator[dict[str, str]]:
    """Yield what a reader can choose about a view: nothing, and each entry of each choice."""
    yield {}
    for choice in figure_of(view_id, look).choices:
        values = [value for value, _ in choice.entries if value != SLOW]
        if len(values) > MOST_ENTRIES:
            values = [values[0], values[-1]]
        for value in values:
            yield {choice.id: value}
