"""Slides of a debrief: the order of the document, room for every word, nothing that is hidden."""

from hypothesis import example, given
from hypothesis import strategies as st

from explorer.classroom.tables.debrief import Debrief
from explorer.classroom.tables.debrief_slides import (
    LINE_CHARACTERS,
    SLIDE_LINES,
    debrief_slides,
    spread_words,
    word_slides,
)
from explorer.classroom.tables.plan import Plan
from explorer.classroom.tables.scores import Spread, class_scores
from explorer.model.scenario import Scenario
from explorer.paper.slides import pptx_bytes
from tests.classroom.tables.plans import KOREA, results
from tests.classroom.tables.test_debrief import FOUND, TOLD
from tests.examples import examples
from tests.paper.papers import DOT
from tests.strategies import small_scenarios

ORDER = [
    "What was asked",
    "What the class predicted",
    "What the tables agreed",
    "All tables, by the values of the case",
    "Variant A, by its own values",
    "Variant B, by its own values",
    "Variant C, by its own values",
    "What was agreed on each issue",
    "What could have been",
    "What surprised you?",
    "What caused it?",
    "What would you do differently?",
    "What does the model leave out?",
    "What the model leaves out",
]


def test_the_slides_stand_in_the_order_of_the_document() -> None:
    deck = debrief_slides(Debrief(FOUND, lambda _: DOT, predicted=("Half expected a zone.",)))
    assert list(dict.fromkeys(slide.title for slide in deck.slides)) == ORDER
    pictures = [slide for slide in deck.slides if slide.png is not None]
    assert len(pictures) == 4
    assert all(slide.caption in slide.alternative for slide in pictures)
    assert pptx_bytes(deck)


def test_without_pictures_and_predictions_their_sentences_or_nothing_stand() -> None:
    deck = debrief_slides(Debrief(FOUND))
    titles = list(dict.fromkeys(slide.title for slide in deck.slides))
    assert titles == [title for title in ORDER if title != "What the class predicted"]
    assert not any(slide.png for slide in deck.slides)


def test_names_of_tables_stand_on_no_slide() -> None:
    deck = debrief_slides(Debrief(FOUND, hides_names=True))
    assert not any(
        told.name in slide.caption + slide.notes for slide in deck.slides for told in TOLD
    )


@example(["word " * 300, "x" * 2000])
@given(st.lists(st.text("ab c", max_size=3000), max_size=30))
def test_no_slide_of_words_holds_more_than_it_has_room_for(sentences: list[str]) -> None:
    slides = list(word_slides("x", sentences))
    lines = [slide.caption.split("\n") for slide in slides]
    assert all(len(each) <= SLIDE_LINES for each in lines)
    assert all(sum(map(len, each)) <= SLIDE_LINES * LINE_CHARACTERS for each in lines)
    told = "".join(part for each in lines for part in each).replace(" ", "")
    assert told == "".join(sentences).replace(" ", "")


def test_the_levels_of_an_issue_are_told_the_most_often_first() -> None:
    issue = KOREA.issues[0]
    counts = (1, 3, *(0 for _ in issue.levels[2:]))
    first, second = (f"“{issue.levels[each].short}” {counts[each]}" for each in (1, 0))
    words = spread_words(Spread(issue, counts))
    assert words == f"{issue.name}: {first}, {second}"


@examples(20)
@given(small_scenarios(), st.data())
def test_every_class_has_slides(scenario: Scenario, data: st.DataObject) -> None:
    plan = Plan(scenario, tables=8, seed=2, variants=2)
    told = data.draw(results(scenario.case, 2))
    assert debrief_slides(Debrief(class_scores(plan, told))).slides
