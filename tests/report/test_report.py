"""Reports: every part that is promised, in its order, true to the solver, the same each time."""

from dataclasses import replace

import pytest

from explorer.classroom.handout.verifiers import HANDOUT_VERIFIERS
from explorer.figures.phrase import capitalised
from explorer.model.assumption import assumptions, with_estimates
from explorer.model.errors import FileError
from explorer.model.scenario import preset_scenario
from explorer.paper.html import html_text
from explorer.paper.markdown import markdown_text
from explorer.paper.paper import Heading, Paragraph, Picture, Points
from explorer.paper.writing import FORMATS
from explorer.report.background import others_blocks
from explorer.report.certainty import indicators
from explorer.report.order import ReportOrder, asked_order, nothing_drawn
from explorer.report.report import report, report_steps
from explorer.report.sourcing import HIGH_SHARE, LOW_SHARE, confidence_blocks, sourcing
from explorer.report.verifiers import VERIFIERS
from explorer.solver.solve import solve
from tests.paper.papers import grids_in, part
from tests.report.orders import BASELINE, CASE, OCTOBER, SETS, document_of, full

ORDER = (
    "The question",
    "Judgement",
    "The settings",
    "Red lines and conditions",
    "Evidence: Deal zones by commitment",
    "What changed against",
    "Why it changed",
    "Smallest openings",
    "Uncertainty",
    "Confidence in the basis",
    "Alternatives",
    "Indicators to watch",
    "Who else gains",
    "Assumptions",
    "Sources",
    "What the model leaves out",
    "How this report was made",
)


def headings(paper) -> list[str]:
    return [each.text for each in paper.blocks if isinstance(each, Heading)]


def test_a_full_report_has_every_part_in_its_order() -> None:
    found = headings(full(OCTOBER))
    places = [next(at for at, each in enumerate(found) if each.startswith(name)) for name in ORDER]
    assert places == sorted(places)


def test_the_answer_stands_apart_from_assumptions_and_uncertainty_from_confidence() -> None:
    paper = full(OCTOBER)
    assert "4 of 8" in str(part(paper, "Judgement"))
    assert "assumption sets" in str(part(paper, "Uncertainty"))
    assert "assumption sets" not in str(part(paper, "Confidence"))
    assert "not how likely" not in str(part(paper, "Uncertainty"))


def test_notes_of_the_document_stand_under_the_question() -> None:
    document = document_of(OCTOBER, notes="Who asks.\n\nWhy.")
    paper = report(ReportOrder(document, sets=SETS), nothing_drawn)
    texts = [each.text for each in part(paper, "The question") if isinstance(each, Paragraph)]
    assert texts[1:] == ["Who asks.", "Why."]


def test_each_number_of_the_case_is_counted_once_as_sourced_judged_or_changed() -> None:
    items = assumptions(CASE)
    found = sourcing(CASE)
    assert found.total == len(items)
    assert found.judged == sum(each.source == "judgement" for each in items)
    first = next(each for each in items if each.kind == "number")
    moved = with_estimates(CASE, {first.id: replace(first.estimate, values=(first.estimate.high,))})
    assert sourcing(moved).changed == 1
    assert sourcing(moved).total == len(items)


@pytest.mark.parametrize(("share", "word"), [(0.0, "low"), (0.5, "moderate"), (1.0, "high")])
def test_confidence_follows_its_stated_rule(share: float, word: str) -> None:
    assert LOW_SHARE < 0.5 < HIGH_SHARE
    dated = CASE.sources[5]
    keep = int(share * len(assumptions(CASE)))
    sources = tuple(
        each.model_copy(update={"publisher": "A press"} if keep and each.id == "judgement" else {})
        for each in CASE.sources
    )
    case = CASE.model_copy(update={"sources": sources})
    if word == "moderate":
        half = {each.id for each in assumptions(CASE)[:keep]}
        case = _half_sourced(half, dated.id)
    said = next(iter(list(confidence_blocks(case))[1:]))
    assert isinstance(said, Paragraph)
    assert word in said.text


def _half_sourced(ids: set[str], source: str):
    """Return the case with another source for the base costs of issues and stakes."""
    issues = tuple(
        each.model_copy(
            update={
                "cost": each.cost.model_copy(
                    update={"base": each.cost.base.model_copy(update={"source": source})}
                ),
                "benefit": None
                if each.benefit is None
                else each.benefit.model_copy(
                    update={"points": each.benefit.points.model_copy(update={"source": source})}
                ),
            }
        )
        for each in CASE.issues
    )
    stakeholders = ()
    return CASE.model_copy(update={"issues": issues, "stakeholders": stakeholders})


def test_changed_assumptions_are_told_with_what_they_were() -> None:
    first = next(each for each in assumptions(CASE) if each.kind == "number")
    moved = with_estimates(CASE, {first.id: replace(first.estimate, values=(first.estimate.high,))})
    paper = full(OCTOBER.with_case(moved))
    (table, *_) = grids_in(part(paper, "Assumptions"))
    assert len(table.rows) == 1
    assert "was" in table.rows[0][2]
    assert "Changed for this scenario: 1." in html_text(paper)


def test_an_indicator_is_where_the_solver_finds_that_a_row_turns() -> None:
    result = solve(OCTOBER)
    opened = {row.row.short: row.is_open for row in result.board}
    found = list(indicators(result))
    assert found
    for control in CASE.controls:
        for short, is_open in opened.items():
            for each in found:
                row = capitalised(short)
                if f" {control.name} rises to " in f" {each.words}" and f": {row} " in each.words:
                    value = OCTOBER.value(control.id) + each.distance
                    turned = solve(OCTOBER.with_values({control.id: value}))
                    after = next(r for r in turned.board if r.row.short == short)
                    assert after.is_open != is_open
                    assert each.words.endswith("opens." if after.is_open else "closes.")


def test_a_report_whose_case_knows_nobody_else_says_so_or_is_silent() -> None:
    parts = ("lenses", "structure", "rows")
    bare = CASE.model_copy(update={"outlook": None, **dict.fromkeys(parts, ())})
    scenario = BASELINE.with_case(bare)
    order = ReportOrder(document_of(scenario, scenario), sets=SETS)
    paper = report(order, nothing_drawn)
    text = html_text(paper)
    assert "The case knows no other position." in text
    assert "No single factor turns any commitment" in text
    assert not [each for each in paper.blocks if isinstance(each, Picture)]


def test_a_case_without_anybody_else_has_no_such_part() -> None:
    alone = OCTOBER.with_case(CASE.model_copy(update={"stakeholders": ()}))
    assert list(others_blocks(replace(solve(OCTOBER), scenario=alone))) == []


def test_positions_that_change_nothing_are_told_as_such() -> None:
    calm = CASE.lenses[0].model_copy(update={"values": {}, "assumptions": {}, "pair": None})
    case = CASE.model_copy(update={"lenses": (calm,), "outlook": None})
    paper = full(OCTOBER.with_case(case))
    assert "does not change how many" in str(part(paper, "Alternatives"))


def test_the_strongest_counter_argument_moves_more_rows_than_any_other() -> None:
    from explorer.solver.lens import lens_counts

    counts = lens_counts(OCTOBER)
    most = max(counts, key=lambda each: abs(counts[each][1] - 4))
    told = next(each for each in part(full(OCTOBER), "Alternatives") if isinstance(each, Paragraph))
    moved = abs(counts[CASE.lens(most).id][1] - 4)
    lens = next(each for each in CASE.lenses if each.claim in told.text)
    assert abs(counts[lens.id][1] - 4) == moved


def test_long_tables_stand_in_an_annex_and_short_ones_with_their_picture() -> None:
    paper = full(OCTOBER, views=("map", "boards", "board"))
    assert grids_in(part(paper, "Annex: Deal map"))
    assert not grids_in(part(paper, "Evidence: Deal map"))
    assert grids_in(part(paper, "Evidence: Deal zones side by side"))
    assert headings(paper).count("Evidence: Deal zones by commitment") == 1


def test_what_changed_since_an_earlier_report_is_what_compare_finds() -> None:
    paper = full(OCTOBER, since=document_of(BASELINE))
    (said, *_) = part(paper, "Change since the earlier report")
    assert isinstance(said, Paragraph)
    assert "19,017" in said.text
    lists = [each for each in part(paper, "Settings") if isinstance(each, Points)]
    assert len(lists[0].items) == 4


def test_an_earlier_report_of_another_version_or_case_is_told_without_a_fault() -> None:
    older = CASE.model_copy(update={"version": "1.9", "rows": CASE.rows[1:]})
    scenario = preset_scenario(older, older.default_preset)
    paper = full(OCTOBER, since=document_of(scenario, scenario))
    text = html_text(paper)
    assert "used version 1.9 of the case; this one uses 2.0" in text
    assert "cannot be compared one by one" in text
    assert part(paper, "The case: Commitments")


def test_why_is_left_out_where_the_baseline_has_other_assumptions() -> None:
    first = next(each for each in assumptions(CASE) if each.kind == "number")
    moved = with_estimates(CASE, {first.id: replace(first.estimate, values=(first.estimate.high,))})
    order = ReportOrder(document_of(OCTOBER.with_case(moved), BASELINE), sets=SETS)
    assert "Why it changed" not in headings(report(order, nothing_drawn))


@pytest.mark.parametrize("suffix", [".html", ".docx", ".md"])
@pytest.mark.parametrize("is_brief", [True, False])
def test_the_same_document_gives_the_same_bytes(suffix: str, is_brief: bool) -> None:
    order = ReportOrder(document_of(OCTOBER), is_brief, sets=SETS)
    first, second = (FORMATS[suffix](report(order, nothing_drawn)) for _ in range(2))
    assert first == second


def test_a_report_is_made_in_steps_whose_shares_rise_to_the_whole() -> None:
    steps = list(report_steps(ReportOrder(document_of(OCTOBER), sets=SETS), nothing_drawn))
    shares = [each.share for each in steps]
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert [each.paper is not None for each in steps].count(True) == 1


def test_a_report_of_another_language_of_marks_shows_them_as_they_are() -> None:
    text = markdown_text(full(OCTOBER.with_name("*October* <b>")))
    assert r"\*October\* \<b\>" in text


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"form": "other", "pictures": [], "sets": 20},
        {"form": "full", "pictures": ["nothing"], "sets": 20},
        {"form": "full", "pictures": [], "sets": 10**9},
        {"form": "full", "pictures": [], "sets": 20, "since": {"format": "other"}},
    ],
)
def test_what_no_report_can_be_asked_is_refused(asked: dict[str, object]) -> None:
    with pytest.raises(FileError):
        asked_order(document_of(OCTOBER), asked, "report.html")


def test_what_a_report_is_asked_to_be_survives_its_file() -> None:
    order = ReportOrder(document_of(OCTOBER), views=("map",), since=document_of(BASELINE), sets=30)
    again = asked_order(order.document, order.origin.asked, "report.html")
    assert again.origin == order.origin


def test_no_two_kinds_of_exports_have_one_name() -> None:
    assert not set(VERIFIERS) & set(HANDOUT_VERIFIERS)
