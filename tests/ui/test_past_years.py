"""Years of the record beside what is on screen: solved once, with or without their red lines."""

from explorer.figures.boards import BoardsFigure
from explorer.figures.history import LINES
from explorer.files.case_file import bundled_case
from explorer.model.case import Case
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from explorer.ui.viewing.past_years import year_result, year_scenarios
from explorer.ui.views import Viewing, figure_of

KOREA = bundled_case()


def test_a_year_stands_beside_what_is_on_screen() -> None:
    result = solve(preset_scenario(KOREA, "october-2025"))
    wishes = {"boards.2": "history-2019"}
    look = Viewing(result, None, None, "", None, "us_will", choices=wishes)
    shown = figure_of("boards", look)
    assert isinstance(shown, BoardsFigure)
    assert shown.names == ("On screen", "History 2019")
    assert year_result(KOREA, wishes, "history-2019") is year_result(KOREA, {}, "history-2019")


def test_years_bring_the_lines_that_history_shows() -> None:
    plain = dict(year_scenarios(KOREA, {}))["history-2020"]
    drawn = dict(year_scenarios(KOREA, {LINES: "period"}))["history-2020"]
    assert (plain.value("us_min_fissile"), drawn.value("us_min_fissile")) == (0, 3)


def test_a_case_without_a_record_has_no_years() -> None:
    data = KOREA.model_dump(mode="json") | {"id": "elsewhere"}
    assert not year_scenarios(Case.model_validate(data), {})
