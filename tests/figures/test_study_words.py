"""The words of studies: every column has a title, cells read as people write them."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.discovery import discovery_lines, discovery_sentence, discovery_table
from explorer.figures.effects import (
    effects_notes,
    effects_sentence,
    effects_table,
    effects_title,
)
from explorer.figures.study_words import (
    ON_SCREEN,
    about_words,
    bytes_words,
    cell_data,
    cell_words,
    column_title,
    mean_words,
    outcome_words,
    rows_words,
    stretch_words,
    time_words,
    word_title,
)
from explorer.model.study_found import (
    Discovery,
    FactorEffect,
    FactorEffects,
    Found,
    Outcome,
    Stretch,
    usual_outcome,
)
from explorer.model.study_plan import OUTPUT_KINDS, AssumptionSets
from explorer.model.study_rows import Column
from explorer.studies.designed.design import prepared
from explorer.studies.discover import discovered, factor_columns
from tests.solved_studies import KOREA, korea_plan, korea_table, small_plan

NUMBER = Column(name="control.russia_alignment", role="factor", kind="number")
COUNT = Column(name="zone.packages", role="output", kind="count")
FLAG = Column(name="open.yongbyon", role="output", kind="flag")
WORD = Column(
    name="structure.patrons", role="factor", kind="word", words=("partly_leave", "stay", "leave")
)
COLUMNS = {each.name: each for each in (NUMBER, COUNT, FLAG, WORD)}


def test_every_column_of_a_study_has_a_title_of_its_own() -> None:
    sets = AssumptionSets(sets=2)
    plan = small_plan(OUTPUT_KINDS).having(combine=sets)
    names = [column.name for column in prepared(plan, KOREA).columns]
    titles = [column_title(KOREA, name) for name in names]
    assert len(set(titles)) == len(titles)
    assert not [name for name, title in zip(names, titles, strict=True) if name == title]
    plan = korea_plan()
    assert "patrons" not in column_title(KOREA, plan.factors[-1].key)


@pytest.mark.parametrize("name", ["no such", "open.nothing", "structure.nothing", "in.nothing"])
def test_a_column_that_is_not_understood_is_its_own_title(name: str) -> None:
    assert column_title(KOREA, name) == name


def test_cells_read_as_people_write_them() -> None:
    assert cell_words(KOREA, NUMBER, 12.3456) == "12.346"
    assert cell_words(KOREA, NUMBER, -0.00001) == "0"
    assert cell_words(KOREA, NUMBER, math.inf) == "none"
    assert cell_words(KOREA, COUNT, 12345) == "12,345"
    assert cell_words(KOREA, FLAG, 1) == "yes"
    assert cell_words(KOREA, FLAG, 0) == "no"
    assert cell_words(KOREA, WORD, 1) == "they stay"
    assert cell_words(KOREA, WORD, 9) == "9"
    for column in COLUMNS.values():
        assert cell_words(KOREA, column, math.nan) == cell_data(column, math.nan) == ""
    assert cell_data(WORD, 2) == "leave"
    assert cell_data(NUMBER, 1234.5) == "1234.5"


def test_words_are_options_and_presets_by_their_names() -> None:
    assert word_title(KOREA, "structure.patrons", "stay") == "they stay"
    assert word_title(KOREA, "structure.patrons", "unknown") == "unknown"
    assert word_title(KOREA, "start", "october-2025") == KOREA.presets[0].name
    assert word_title(KOREA, "start", ON_SCREEN) == "The settings on screen"
    assert word_title(KOREA, "other", "word") == "word"


def test_means_are_told_with_three_digits() -> None:
    assert mean_words(KOREA, NUMBER, 12.3456) == "12.3"
    assert mean_words(KOREA, COUNT, 1234.4) == "1,234"
    assert mean_words(KOREA, FLAG, 0.456) == "46 of 100"


def test_outcomes_are_clauses() -> None:
    columns = tuple(COLUMNS.values())
    assert outcome_words(KOREA, columns, Outcome("zone.packages", 1)) == "a deal zone exists"
    assert outcome_words(KOREA, columns, Outcome("open.yongbyon", 1)).endswith("is open")
    assert outcome_words(KOREA, columns, Outcome("zone.packages", 5)).endswith("at least 5")
    assert outcome_words(KOREA, columns, Outcome("zone.packages", most=5)).endswith("at most 5")
    assert outcome_words(KOREA, columns, Outcome("zone.packages", 2, 5)).endswith("from 2 to 5")
    package = Column(name="in.status_quo", role="output", kind="flag")
    assert "is in the deal zone" in outcome_words(KOREA, (package,), Outcome(package.name, 1))
    strange = Column(name="in.nothing", role="output", kind="flag")
    assert outcome_words(KOREA, (strange,), Outcome(strange.name, 1)) == "in.nothing is so"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(0, 46, "at most 46"), (46, 100, "at least 46"), (20, 46, "from 20 to 46")],
)
def test_only_ends_that_bound_something_are_told(low: float, high: float, words: str) -> None:
    stretch = Stretch(NUMBER.name, low, high, None, 0.0)
    assert stretch_words(KOREA, COLUMNS, stretch, (0, 100)).endswith(words)


def test_kinds_are_told_by_their_names() -> None:
    stretch = Stretch(WORD.name, 0, 2, (0.0, 2.0), 0.0)
    words = stretch_words(KOREA, COLUMNS, stretch, (0, 2))
    assert words.endswith("“they partly leave or they leave”")


def test_usual_outcomes_are_the_zone_then_flags_then_anything() -> None:
    assert usual_outcome((FLAG, COUNT)) == Outcome(COUNT.name, 1)
    assert usual_outcome((NUMBER, FLAG)) == Outcome(FLAG.name, 1)
    floor = Column(name="floor.yongbyon", role="output", kind="number")
    assert usual_outcome((floor,)) == Outcome(floor.name, 0)
    assert not Outcome("x").holds(np.array([math.nan])).any()


@given(st.integers(0, 10**18))
def test_sizes_are_short_whatever_they_are(count: int) -> None:
    assert len(bytes_words(count)) < 12
    assert rows_words(1) == "1 row"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.2, "less than a second"),
        (1, "1 second"),
        (59, "59 seconds"),
        (61, "1 minute"),
        (7200, "2 hours"),
        (86400 * 3, "3 days"),
        (31557600 * 3, "3 years"),
    ],
)
def test_times_are_told_as_one_would_say_them(seconds: float, words: str) -> None:
    assert time_words(seconds) == words
    assert about_words(seconds) == (words if seconds < 1 else f"about {words}")


def test_what_was_discovered_is_told_in_a_sentence_for_each_box() -> None:
    table = korea_table()
    outcome = table.usual
    columns = factor_columns(table.columns, table.values)
    found = discovered(columns, table.holds(outcome))
    assert f"{found.wanted:,} of {found.rows:,} rows" in discovery_sentence(table, outcome, found)
    assert len(discovery_lines(table, found)) == len(found.boxes) >= 1
    told = discovery_table(table, found)
    assert len(told.rows) == sum(len(box.stretches) for box in found.boxes)
    unsure = replace(found.boxes[0].stretches[0], chance=0.3)
    doubtful = Discovery(10, 4, (Found((unsure,), 4, 3),))
    assert discovery_table(table, doubtful).rows[0][-1] == "perhaps (0.30)"


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Discovery(10, 0, ()), "nothing to tell apart"),
        (Discovery(10, 10, ()), "nothing to tell apart"),
        (Discovery(10, 4, ()), "No bounds"),
    ],
)
def test_nothing_discovered_is_said(found: Discovery, words: str) -> None:
    assert words in discovery_sentence(korea_table(), Outcome("zone.packages", 1), found)


def test_effects_are_ranked_and_their_numbers_explained() -> None:
    effect = FactorEffect("control.us_will", -0.01, 0.02, 1200.4, 0.1)
    sobol = FactorEffects("sobol", "zone.packages", "october-2025", 64, 7, (effect,))
    assert "hangs most on" in effects_sentence(KOREA, sobol)
    assert effects_table(KOREA, sobol).rows[0][1] == "0\N{NO-BREAK SPACE}%"
    assert "seed 7" in effects_notes(sobol)[1]
    morris = replace(sobol, method="morris")
    assert "changes most with" in effects_sentence(KOREA, morris)
    assert effects_table(KOREA, morris).rows[0][-1] == "1,200"
    assert effects_notes(morris)[0] != effects_notes(sobol)[0]
    assert "Packages" in effects_title(KOREA, morris)
    assert "is the same in all of 64" in effects_sentence(KOREA, replace(sobol, effects=()))
