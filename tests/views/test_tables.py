"""Tables of a role play within the gains picture: every one is shown where its gains are."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.choice import OFF
from explorer.figures.gains import GainsFigure, gain_words
from explorer.model.package import package_of
from explorer.model.scenario import Scenario
from explorer.model.scene import Settings, settings_of
from explorer.model.table_result import TableClass, TableOffer, TableResult
from explorer.solver.solve import solve
from explorer.solver.term_sheet import term_sheet
from explorer.solver.variant import variant_scenario
from explorer.views.gains import figure
from explorer.views.tables import ALL, HIDE_NAMES, PATH, TABLES
from explorer.views.view import Viewing
from tests.classroom.tables.plans import FREEZE, GIVEN, OCTOBER, agreed, results
from tests.examples import examples
from tests.strategies import small_scenarios

OFFERS = (TableOffer(by="sender", levels=FREEZE), TableOffer(by="target", levels=GIVEN))
CLASS = TableClass(
    seed=3,
    variants=2,
    results=(
        agreed("Table 1", FREEZE).model_copy(update={"path": OFFERS}),
        agreed("The Quiet Ones", FREEZE, variant=1),
        agreed("Table 3", GIVEN),
        TableResult(name="Table 4", variant=1, ending="no_deal"),
        TableResult(name="Table 5", ending="time_out"),
    ),
)
VIEWING = Viewing(solve(OCTOBER), tables=CLASS)


def _shown(viewing: Viewing = VIEWING, /, **choices: str) -> GainsFigure:
    ids = {"tables": TABLES, "hide": HIDE_NAMES, "path": PATH}
    return figure(replace(viewing, choices={ids[name]: each for name, each in choices.items()}))


def _names(shown: GainsFigure) -> str:
    marks = [f"{mark.label} {gain_words(shown, mark)}" for mark in shown.marks]
    return " ".join([shown.sentence, *marks, *map(" ".join, shown.table.rows)])


@examples(40)
@given(small_scenarios(), st.data(), st.integers(1, 3))
def test_each_package_that_was_agreed_has_one_mark_inside_the_axes(
    scenario: Scenario, data: st.DataObject, variants: int
) -> None:
    told = data.draw(results(scenario.case, variants))
    tables = TableClass(variants=variants, seed=4, results=told)
    viewing = Viewing(solve(scenario), tables=tables)
    for chosen in (ALL, *{"ABC"[result.variant] for result in told}):
        shown = _shown(viewing, tables=chosen)
        which = shown.choices[0].chosen if shown.choices else OFF
        if which == OFF:
            continue
        variant = 0 if which == ALL else "ABC".index(which)
        by = variant_scenario(scenario, variant, seed=4)
        packages = {
            package_of(scenario.case, result.levels)
            for result in told
            if result.levels is not None and which in (ALL, "ABC"[result.variant])
        }
        marks = {mark.package: mark for mark in shown.marks if mark.kind == "table"}
        assert set(marks) == packages
        for package, mark in marks.items():
            sheet = term_sheet(by, package) if package else None
            assert sheet is not None
            assert (mark.x, mark.y) == (max(0, sheet.sender_gain), max(0, sheet.target_gain))
            assert (mark.gains or (mark.x, mark.y)) == (sheet.sender_gain, sheet.target_gain)
            assert mark.is_in_zone == sheet.is_in_zone
            assert mark.x <= shown.cloud.x_maximum
            assert mark.y <= shown.cloud.y_maximum


def test_without_tables_or_the_wish_to_see_them_the_picture_is_as_it_was() -> None:
    plain = figure(replace(VIEWING, tables=None))
    assert plain.choices == ()
    assert figure(replace(VIEWING, tables=TableClass())).choices == ()
    unwished = figure(VIEWING)
    assert [choice.id for choice in unwished.choices] == [TABLES]
    assert (unwished.marks, unwished.sentence) == (plain.marks, plain.sentence)


def test_tables_of_one_package_share_a_mark_that_names_them_all() -> None:
    shown = _shown(tables=ALL)
    labels = [mark.label for mark in shown.marks if mark.kind == "table"]
    assert labels == ["1, The Quiet Ones", "3"]
    (waiting,) = [mark for mark in shown.marks if mark.kind == "waiting"]
    assert waiting.label == "no deal: 2 tables"
    assert "Table 4, Table 5" in waiting.words
    assert shown.sentence.startswith("3 of 5 tables agreed: 2 in the deal zone")


def test_a_loss_is_told_although_the_mark_stands_at_the_edge() -> None:
    shown = _shown(tables=ALL)
    mark = next(mark for mark in shown.marks if mark.label == "3")
    sheet = term_sheet(OCTOBER, package_of(OCTOBER.case, GIVEN))
    assert sheet.target_gain < 0
    assert mark.y == 0
    assert "\N{MINUS SIGN}" in gain_words(shown, mark)


def test_hidden_names_stand_nowhere() -> None:
    assert "Quiet" in _names(_shown(tables=ALL))
    for path in ("none", "Table 1"):
        words = _names(_shown(tables=ALL, hide="on", path=path))
        assert "Quiet" not in words
        assert "Table " not in words
        assert "2 tables" in words


def test_the_offers_of_a_table_are_a_line_from_the_first_to_the_last() -> None:
    shown = _shown(tables=ALL, path="Table 1")
    offers = [mark for mark in shown.marks if mark.kind == "offer"]
    assert [mark.label for mark in offers] == ["1", "2"]
    assert offers[0].name == "Offer 1 of Washington"
    assert np.array_equal(shown.path[0], [mark.x for mark in offers])
    assert np.array_equal(shown.path[1], [mark.y for mark in offers])
    assert _shown(tables=ALL).path[0].size == 0


def test_a_variant_is_drawn_by_its_own_values() -> None:
    shown = _shown(tables="B")
    other = solve(variant_scenario(OCTOBER, 1, seed=3))
    assert np.array_equal(shown.frontier[0], other.frontier.sender_gain)
    assert [mark.label for mark in shown.marks if mark.kind == "table"] == ["The Quiet Ones"]


def test_one_variant_alone_is_the_case_itself_and_offers_no_choice_of_letters() -> None:
    tables = TableClass(variants=1, results=CLASS.results[:1])
    shown = figure(replace(VIEWING, tables=tables))
    assert [value for value, _ in shown.choices[0].entries] == ["off", ALL]


def test_packages_of_another_case_are_left_out() -> None:
    foreign = TableResult(
        name="x",
        ending="agreed",
        levels={"sinai": 1},
        path=(TableOffer(by="sender", levels={"sinai": 1}),),
    )
    shown = _shown(replace(VIEWING, tables=TableClass(results=(foreign,))), tables=ALL, path="x")
    assert not [mark for mark in shown.marks if mark.kind in ("table", "offer")]


def test_tables_are_judged_by_the_settings_of_their_role_sheets() -> None:
    kept = CLASS.having(settings=settings_of(OCTOBER))
    moved = Viewing(solve(OCTOBER.with_values({"us_max_status": 0, "china_ties": 5})), tables=kept)
    assert "role sheets" not in _shown(replace(VIEWING, tables=kept), tables=ALL).sentence
    for chosen in (ALL, "B"):
        before, after = _shown(tables=chosen), _shown(moved, tables=chosen)
        assert after.marks == before.marks
        assert "settings of the role sheets" in after.sentence
        assert np.array_equal(after.cloud.counts, before.cloud.counts)
    assert figure(moved).sentence == figure(replace(moved, tables=None)).sentence
    elsewhere = replace(moved, tables=CLASS.having(settings=Settings(preset="nowhere")))
    assert _shown(elsewhere, tables=ALL).marks != _shown(tables=ALL).marks
