"""The term sheet says what each side gives, what it makes of it, and why a package is no deal."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.line_words import line_sentence
from explorer.figures.phrase import points_of
from explorer.figures.term_sheet import TermSheetFigure, term_sheet_figure, with_level_of
from explorer.files.case_file import bundled_case
from explorer.model.bold import PackageSureness
from explorer.model.package import Package, package_of
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.nearest_miss import nearest_miss
from explorer.solver.term_sheet import term_sheet
from tests.figures.sentences import assert_reads_well
from tests.strategies import small_scenarios

KOREA = bundled_case()
OCTOBER = preset_scenario(KOREA, "october-2025")
DECLARED = preset_scenario(KOREA, "october-2025-declared")


def _packages(scenario: Scenario) -> st.SearchStrategy[Package]:
    case = scenario.case
    target = st.tuples(*(st.integers(0, size - 1) for size in case.target_shape))
    sender = st.tuples(*(st.integers(0, size - 1) for size in case.sender_shape))
    return st.builds(Package, target, sender)


def _sheet(name: str, scenario: Scenario = OCTOBER) -> TermSheetFigure:
    levels = next(package.levels for package in KOREA.packages if package.id == name)
    return term_sheet_figure(term_sheet(scenario, package_of(KOREA, levels)))


@given(st.data())
def test_any_package_of_any_case_reads_well(data: st.DataObject) -> None:
    scenario = data.draw(small_scenarios())
    figure = term_sheet_figure(term_sheet(scenario, data.draw(_packages(scenario))))
    sides = (figure.sender, figure.target)
    gains = [side.gain_text for side in sides]
    words = [term.words for side in sides for term in side.terms]
    for text in (figure.title, figure.verdict, *figure.reasons, *gains, *words):
        assert_reads_well(text)
        assert text
    assert figure.is_in_zone == (not figure.reasons)
    assert all(text in figure.text for text in (figure.title, figure.verdict, *gains))
    assert all(term.words in figure.text for side in sides for term in side.terms if term.level)


def test_a_sheet_tells_in_how_many_sets_its_package_holds_where_that_is_known() -> None:
    sheet = term_sheet(OCTOBER, package_of(KOREA, KOREA.packages[2].levels))
    told = term_sheet_figure(sheet, sureness=PackageSureness(83, 200))
    assert told.sure_words == "In the deal zone in 42 of 100 assumption sets."
    assert told.sure_words in told.text
    assert term_sheet_figure(sheet).sure_words == ""


@given(st.data())
def test_stepping_a_level_there_and_back_returns_the_package(data: st.DataObject) -> None:
    scenario = data.draw(small_scenarios())
    package = data.draw(_packages(scenario))
    figure = term_sheet_figure(term_sheet(scenario, package))
    term = data.draw(st.sampled_from((*figure.sender.terms, *figure.target.terms)))
    other = with_level_of(figure, term.issue_id, term.highest - term.level)
    moved = term_sheet_figure(term_sheet(scenario, other))
    assert with_level_of(moved, term.issue_id, term.level) == package
    assert with_level_of(figure, term.issue_id, term.highest + 9) == with_level_of(
        figure, term.issue_id, term.highest
    )


def test_a_sheet_has_no_issue_that_the_case_has_not() -> None:
    with pytest.raises(KeyError):
        with_level_of(_sheet("status_quo"), "unheard-of", 1)


def test_the_small_deal_of_october_2025_is_in_the_zone() -> None:
    figure = _sheet("icbm_freeze")
    assert figure.title == "ICBM freeze for sector relief (small deal)"
    assert figure.kind.startswith("Small deal: ")
    assert figure.verdict == "In the deal zone."
    gain = points_of(term_sheet(OCTOBER, figure.package).sender_gain)
    assert figure.sender.gain_text.startswith("United States: ")
    assert figure.sender.gain_text.endswith(f"better than no deal, by {gain}.")
    assert figure.sender.gives_title == "United States gives"


def test_a_refused_package_says_who_refuses_and_which_line_it_breaks() -> None:
    figure = _sheet("hanoi_dprk", DECLARED)
    assert figure.reasons[0] == "North Korea would refuse: no deal is better for it."
    line = KOREA.control("us_max_relief_before_disarmament")
    assert line.kind == "limit"
    words = line_sentence(KOREA, line, DECLARED.value(line.id))
    assert figure.reasons[1] == f"It crosses a red line: {words}."


def test_a_missing_consent_is_named() -> None:
    figure = _sheet("hanoi_dprk", OCTOBER.with_value("un_consent", 1))
    name = KOREA.control("un_consent").name
    assert f"It does not meet “{name}”." in figure.reasons
    assert figure.reasons[-1].startswith("Dropping that line alone")


def test_giving_nothing_is_no_deal() -> None:
    figure = _sheet("status_quo")
    assert figure.kind == ""
    assert figure.reasons[0] == "A deal needs both sides to give something."
    assert "• nothing" in figure.text
    empty = term_sheet_figure(term_sheet(OCTOBER, package_of(KOREA, {"icbm": 1, "sanc": 1})))
    assert empty.title == "A package without a name"


@pytest.mark.parametrize(
    ("gain", "words"),
    [
        (0.0, "exactly as good as no deal."),
        (0.01, "only just better than no deal."),
        (-0.01, "only just worse than no deal."),
        (0.49, "only just better than no deal."),
        (0.5, "slightly better than no deal, by 1 point."),
        (5, "better than no deal, by 5 points."),
        (50, "clearly better than no deal, by 50 points."),
        (-0.5, "slightly worse than no deal, by 1 point."),
        (-5, "worse than no deal, by 5 points."),
        (-50, "clearly worse than no deal, by 50 points."),
    ],
)
def test_the_size_of_a_gain_has_its_word(gain: float, words: str) -> None:
    sheet = term_sheet(OCTOBER, package_of(KOREA, {"icbm": 1, "sanc": 1}))
    figure = term_sheet_figure(replace(sheet, sender_gain=gain))
    assert figure.sender.gain_text == f"United States: {words}"


def test_a_package_where_nothing_is_exchanged_needs_no_name() -> None:
    unnamed = {**KOREA.model_dump(mode="json"), "packages": []}
    bare = type(KOREA).model_validate(unnamed)
    sheet = term_sheet(preset_scenario(bare, "october-2025"), package_of(bare, {}))
    assert term_sheet_figure(sheet).title == "Nothing is exchanged"


def test_a_package_outside_is_told_the_fewest_steps_to_the_zone() -> None:
    package = package_of(KOREA, {"icbm": 2, "test": 1, "ver": 1, "sanc": 1})
    nearest = nearest_miss(OCTOBER, package)
    assert nearest is not None
    figure = term_sheet_figure(term_sheet(OCTOBER, package), nearest)
    assert figure.nearest == nearest.package
    assert str(nearest.steps) in figure.nearest_words
    assert all(KOREA.issue(issue).name in figure.nearest_words for issue, _, _ in nearest.changes)
    assert figure.nearest_words in figure.text
    assert term_sheet(OCTOBER, nearest.package).is_in_zone


def test_a_package_inside_needs_no_steps() -> None:
    package = package_of(KOREA, next(p.levels for p in KOREA.packages if p.id == "icbm_freeze"))
    figure = term_sheet_figure(term_sheet(OCTOBER, package), nearest_miss(OCTOBER, package))
    assert (figure.nearest, figure.nearest_words) == (None, "")


@pytest.mark.parametrize("package", [each.id for each in KOREA.packages if each.levels])
def test_a_line_that_alone_keeps_a_package_out_is_told_as_such(package: str) -> None:
    levels = next(each.levels for each in KOREA.packages if each.id == package)
    for control in KOREA.controls:
        if control.kind != "limit":
            continue
        drawn = OCTOBER.with_value(control.id, 0 if control.bound == "at_most" else 1)
        sheet = term_sheet(drawn, package_of(KOREA, levels))
        told = " ".join(term_sheet_figure(sheet).reasons)
        without = term_sheet(OCTOBER, package_of(KOREA, levels))
        is_alone = without.is_in_zone and not sheet.is_in_zone
        assert ("Without that one line it would be in the deal zone." in told) == is_alone
