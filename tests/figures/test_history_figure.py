"""History as a figure: its choices, sentences, tables, marks, and words on pointing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.board import board_figure
from explorer.figures.board_lane import Company
from explorer.figures.deal_map import deal_map_figure
from explorer.figures.history import (
    LINES,
    SHOW,
    SPEED,
    SPEEDS,
    HistoryFigure,
    history_figure,
)
from explorer.figures.history_scores import (
    hits_text,
    hold_out_words,
    verdict_words,
    yes_text,
)
from explorer.figures.history_tables import answer_words, check_table, outside_table, years_table
from explorer.figures.history_words import (
    answer_of,
    event_marks,
    event_words,
    index_words,
    known_answer,
    proposal_marks,
    proposal_words,
    rule_words,
    tempo_words,
)
from explorer.files.case_file import bundled_case
from explorer.files.record_file import bundled_record
from explorer.model.history_year import year_scenario
from explorer.model.scenario import preset_scenario
from explorer.solver.record_check import record_findings
from explorer.solver.record_hold_out import record_hold_out
from explorer.solver.solve import solve
from tests.figures.sentences import assert_reads_well

CASE = bundled_case("korea")
FOUND = bundled_record(CASE)
assert FOUND is not None
RECORD = FOUND
FINDINGS = record_findings(CASE, RECORD)
OCTOBER = preset_scenario(CASE, "october-2025")
WISHES = st.fixed_dictionaries(
    {
        SHOW: st.sampled_from(["indices", "check", "scores", "tests", "weather"]),
        LINES: st.sampled_from(["none", "period", "all"]),
        SPEED: st.sampled_from([*SPEEDS, "light"]),
    }
)


def figure(**wanted: str) -> HistoryFigure:
    wishes = {f"history.{name}": value for name, value in wanted.items()}
    return history_figure(OCTOBER, RECORD, FINDINGS, wishes)


@given(WISHES, st.sampled_from([None, *RECORD.by_year]), st.booleans())
def test_every_picture_of_history_reads_well(
    wishes: dict[str, str], year: int | None, is_moved: bool
) -> None:
    scenario = OCTOBER
    if year is not None:
        scenario = year_scenario(CASE, RECORD, year, with_lines=False)
    if is_moved:
        scenario = scenario.with_value("china_ties", 99)
    shown = history_figure(scenario, RECORD, FINDINGS, wishes)
    assert_reads_well(shown.sentence)
    assert shown.title == "History 1994\N{EN DASH}2025"
    assert (shown.year, shown.is_edited) == (year, is_moved and year is not None)
    table = shown.table
    assert table.rows
    assert all(len(row) == len(table.columns) for row in table.rows)
    for choice in shown.choices:
        assert choice.chosen in [value for value, _ in choice.entries]


def test_the_sentence_of_every_year_reads_well() -> None:
    for year in RECORD.by_year:
        scenario = year_scenario(CASE, RECORD, year, with_lines=False)
        assert_reads_well(history_figure(scenario, RECORD, FINDINGS, {}).sentence)


def test_a_case_without_a_record_gives_an_empty_state() -> None:
    shown = history_figure(OCTOBER, None, None, {SHOW: "check"})
    assert shown.sentence == "No record of the past comes with this case."
    assert shown.title == "History"
    assert (shown.choices, shown.years, shown.table.rows, shown.check) == ((), (), (), None)


def test_the_sentence_of_a_year_tells_indices_and_proposals() -> None:
    scenario = year_scenario(CASE, RECORD, 2012, with_lines=True)
    sentence = history_figure(scenario, RECORD, None, {}).sentence
    year = RECORD.by_year[2012]
    for index in RECORD.indices:
        value, words = year.indices[index.control], year.words[index.control]
        assert f"{CASE.control(index.control).name} {value:g} ({words})" in sentence
    assert sentence.startswith("2012: ")
    assert sentence.endswith("Missiles launched 2. Proposed: Leap Day.")
    quiet = history_figure(
        year_scenario(CASE, RECORD, 1996, with_lines=False), RECORD, None, {}
    ).sentence
    assert quiet.endswith("No proposal is on record.")


def test_the_check_says_how_many_agree_beside_a_yes_to_everything_and_warns() -> None:
    for lines, check in (("none", FINDINGS.plain), ("period", FINDINGS.with_lines)):
        shown = figure(show="check", lines=lines)
        everything, refusals = check.tally("all"), check.tally("refusals")
        assert f"{everything.hits} of {everything.total} single answers" in shown.sentence
        assert f"saying yes to everything would agree in {everything.always_yes}." in shown.sentence
        assert f"Of {refusals.total} refusals the model finds {refusals.hits}:" in shown.sentence
        for side in ("sender", "target"):
            score = hits_text(check.tally(f"{side}-refusals"))
            assert f"{CASE.party(side).short} {score}" in shown.sentence
        for stretch in ("before", "after"):
            tally = check.tally(stretch)
            words = f"{hits_text(tally)} (always yes {tally.always_yes})"
            assert words in shown.sentence
        assert RECORD.warning in shown.sentence
        agree = [row[6] for row in shown.table.rows]
        assert (agree.count("yes"), agree.count("miss")) == (
            check.hits,
            len(check.answers) - check.hits,
        )
        assert shown.table == check_table(CASE, RECORD, shown.check or FINDINGS.plain)
    assert "UN" not in figure(show="check").table.caption


def test_the_scores_stand_beside_their_baselines_with_the_hold_out() -> None:
    outcome = record_hold_out(CASE, RECORD)
    assert outcome is not None
    shown = history_figure(OCTOBER, RECORD, FINDINGS, {SHOW: "scores"}, hold_out=outcome)
    check = FINDINGS.plain
    assert shown.sentence == figure(show="check").sentence
    rows = shown.table.rows
    assert len({name for name, _, _ in rows}) == len(check.tallies)
    for (_, model, yes), tally in zip(rows, check.tallies, strict=True):
        assert (model, yes) == (hits_text(tally), yes_text(tally))
    assert f"{outcome.after:.1f} of {check.tally('after').total}" in shown.table.caption
    assert RECORD.hold_out is not None
    assert RECORD.hold_out.words in shown.table.caption
    assert not hold_out_words(RECORD, check, None)


def test_the_outside_tests_say_what_they_show_and_that_they_are_weak() -> None:
    shown = figure(show="tests")
    told = {
        "definition": "1 follows in part from a definition",
        "direction": "1 agrees in direction",
        "against": "1 comes out against it",
    }
    for verdict, words in told.items():
        assert (words in shown.sentence) == (FINDINGS.verdicts.count(verdict) == 1)
    assert "of 2 outside tests" not in shown.sentence
    assert "weak" in shown.sentence
    table = outside_table(CASE, FINDINGS)
    (sweep,) = FINDINGS.sweep_tests
    assert f"fewest at {sweep.lowest_at:g}" in table.rows[1][2]
    assert table.rows[0][3] == verdict_words(FINDINGS.line_tests[0].verdict)
    assert "deal zone" in table.rows[0][2]
    assert all(row[4] for row in table.rows)


def test_choices_that_mean_nothing_are_not_offered() -> None:
    assert [choice.id for choice in figure().choices] == [SHOW, LINES, SPEED]
    assert [choice.id for choice in figure(show="check").choices] == [SHOW, LINES]
    assert [choice.id for choice in figure(show="scores").choices] == [SHOW, LINES]
    assert [choice.id for choice in figure(show="tests").choices] == [SHOW]
    assert figure(speed="slow").milliseconds > figure(speed="fast").milliseconds


def test_the_table_of_years_shows_gaps_and_confidence() -> None:
    table = years_table(CASE, RECORD)
    rows = {row[0]: row for row in table.rows}
    first = RECORD.by_year[1994]
    for place, index in enumerate(RECORD.indices):
        assert rows["1994"][1 + 3 * place : 4 + 3 * place] == (
            f"{first.indices[index.control]:g}",
            first.confidence[index.control],
            first.words[index.control],
        )
    counted, events, proposals = rows["2024"][-3:]
    assert counted == "not known"
    assert "treaty signed" in events
    assert "outreach" in proposals.lower()


def test_an_index_that_is_not_known_is_said_to_be_so() -> None:
    year = RECORD.years[0]
    unknown = year.model_validate({**year.model_dump(), "indices": dict.fromkeys(year.indices)})
    record = RECORD.model_construct(
        **{**dict(RECORD), "years": (unknown, *RECORD.years[1:])}  # a gap without its inputs
    )
    assert "not known" in years_table(CASE, record).rows[0]
    assert index_words(CASE, RECORD.indices[0], unknown).endswith("not known.")


def test_words_on_pointing_name_rule_confidence_and_source() -> None:
    year = RECORD.by_year[2019]
    for index in RECORD.indices:
        words = index_words(CASE, index, year)
        assert index.rule in words
        assert year.words[index.control] in words
        assert "confidence medium" in words
        assert index.weakness in rule_words(CASE, index)
    for mark in event_marks(RECORD):
        words = event_words(RECORD, mark)
        assert words.startswith(f"{mark.year}: ")
        source = RECORD.source(mark.events[0].source)
        assert (source.title in words) == (source.basis != "knowledge")
    for mark in proposal_marks(RECORD):
        words = proposal_words(CASE, RECORD, mark)
        assert mark.proposal.name in words
        assert "Source: " in words
    assert "27" in tempo_words(RECORD, year)
    assert "gap" in tempo_words(RECORD, RECORD.by_year[2024])


def test_an_answer_that_is_a_miss_says_so_and_names_the_line() -> None:
    for check in (FINDINGS.plain, FINDINGS.with_lines):
        for each in check.proposals:
            for answer in each.answers:
                words = answer_words(CASE, each, answer)
                assert_reads_well(words)
                assert ("A miss." in words) == (not answer.agrees)
                assert words.count("Read ") == len(each.readings)
                assert ("Ruled out by" in words) == bool(answer.broken_lines)


def test_answers_are_agreed_refused_or_open() -> None:
    marks = {mark.proposal.id: mark for mark in proposal_marks(RECORD)}
    assert marks["agreed_framework_1994"].answer == "agreed"
    assert marks["hanoi_2019_1"].answer == "refused"
    assert marks["lee_freeze_2025"].answer == "open"
    assert answer_of(marks["hanoi_2019_2"].proposal) == "refused"
    assert [known_answer(each) for each in (True, False, None)] == ["yes", "no", "not known"]


def test_marks_of_proposals_stay_inside_their_year_and_never_share_a_place() -> None:
    marks = proposal_marks(RECORD)
    assert all(mark.episode.start.year in RECORD.by_year for mark in marks)
    for mark in marks:
        assert abs(mark.when - mark.episode.start.year) <= 0.5
    places = [(round(mark.when, 3), mark.place) for mark in marks]
    assert len(set(places)) == len(places)


def test_board_and_map_show_the_proposals_of_a_year() -> None:
    result = solve(year_scenario(CASE, RECORD, 2019, with_lines=False))
    dated = RECORD.packages_in(2019)
    lanes = {lane.id: lane for lane in board_figure(result, company=Company(dated=dated)).lanes}
    on_yongbyon = [mark.label for mark in lanes["yongbyon"].marks if mark.is_dated]
    assert on_yongbyon == ["Hanoi, North's offer"]
    map_marks = deal_map_figure(result, dated=dated).marks
    proposed = [mark for mark in map_marks if mark.kind == "proposal"]
    assert [mark.name for mark in proposed] == [package.name for package in dated]
    packages = [mark.package for mark in map_marks if mark.kind in ("proposal", "package")]
    assert len(packages) == len(set(packages))
    plain = deal_map_figure(result)
    assert plain.proposals == ()
    assert not any(mark.is_dated for lane in board_figure(result).lanes for mark in lane.marks)


def test_without_findings_the_check_waits_for_them() -> None:
    shown = replace(figure(show="check"), findings=None)
    assert shown.check is None
    assert shown.sentence


@pytest.mark.parametrize("year", [2000, 2018, 2025])
def test_the_board_names_no_package_twice(year: int) -> None:
    result = solve(year_scenario(CASE, RECORD, year, with_lines=False))
    for lane in board_figure(result, company=Company(dated=RECORD.packages_in(year))).lanes:
        packages = [mark.package for mark in lane.marks]
        assert len(packages) == len(set(packages))
