"""The debrief: its parts stand in the usual order, its sentences hold, hidden names are hidden."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.classroom.tables.debrief import Debrief, debrief_paper, package_words
from explorer.classroom.tables.plan import Plan
from explorer.classroom.tables.scores import class_scores
from explorer.model.package import Package, package_of
from explorer.model.scenario import Scenario
from explorer.model.table_result import TableResult
from explorer.paper.html import html_text
from explorer.paper.paper import Grid, Heading, Picture
from explorer.views.view import Viewing
from tests.classroom.tables.plans import FREEZE, GIVEN, KOREA, OCTOBER, PLAN, agreed, results
from tests.examples import examples
from tests.strategies import small_scenarios

TOLD = (
    agreed("The Quiet Ones", FREEZE),
    agreed("Table 2", {**FREEZE, "icbm": 1}, variant=1),
    agreed("Table 3", GIVEN),
    TableResult(name="Table 4", variant=2, ending="time_out"),
)
FOUND = class_scores(PLAN, TOLD)
ORDER = [
    "What was asked",
    "What the tables agreed",
    "What could have been",
    "Questions for the talk",
    "What surprised you?",
    "What caused it?",
    "What would you do differently?",
    "What does the model leave out?",
    "What the model leaves out",
    "Reflection sheet",
    "Rubric for the reflection",
]


def test_the_parts_stand_in_the_usual_order() -> None:
    paper = debrief_paper(Debrief(FOUND))
    assert [block.text for block in paper.blocks if isinstance(block, Heading)] == ORDER
    text = html_text(paper)
    assert "points are never a grade" in text
    assert all(limit.split()[0] in text for limit in KOREA.limits)


def test_what_the_class_predicted_stands_between_what_was_asked_and_what_was_agreed() -> None:
    paper = debrief_paper(Debrief(FOUND, predicted=("Row: 50 % of the hands.",)))
    heads = [block.text for block in paper.blocks if isinstance(block, Heading)]
    assert heads == [ORDER[0], "What the class predicted", *ORDER[1:]]
    assert "50 % of the hands" in html_text(paper)


def test_pictures_come_from_whoever_draws_and_say_what_they_show() -> None:
    asked: list[Viewing] = []

    def draw(viewing: Viewing) -> bytes:
        asked.append(viewing)
        return b"png"

    paper = debrief_paper(Debrief(FOUND, draw))
    pictures = [block for block in paper.blocks if isinstance(block, Picture)]
    assert len(pictures) == len(asked) == 4
    assert [each.choices["gains.tables"] for each in asked] == ["all", "A", "B", "C"]
    assert all(
        "tables agreed" in each.alternative or "table agreed" in each.alternative
        for each in pictures
    )
    without = html_text(debrief_paper(Debrief(FOUND)))
    assert all(each.alternative in without for each in pictures)


def test_hidden_names_stand_nowhere_in_the_paper() -> None:
    assert "Quiet" in html_text(debrief_paper(Debrief(FOUND)))
    hidden = html_text(debrief_paper(Debrief(FOUND, hides_names=True)))
    assert "Quiet" not in hidden
    assert "Table 2" not in hidden
    assert "A table" in hidden


def test_one_variant_has_one_picture() -> None:
    plan = Plan(OCTOBER, tables=4, seed=1, variants=1)
    paper = debrief_paper(Debrief(class_scores(plan, TOLD[:1]), lambda _: b"png"))
    assert len([block for block in paper.blocks if isinstance(block, Picture)]) == 1


def test_lines_that_were_broken_are_named_and_asked_about() -> None:
    plan = Plan(OCTOBER.with_value("us_max_status", 0), tables=4, seed=1, variants=1)
    text = html_text(debrief_paper(Debrief(class_scores(plan, TOLD[:1]))))
    assert "Red lines and consents that agreements broke" in text
    assert "Did a delegation forget its line" in text


def test_a_class_that_found_nothing_better_has_no_table_of_it() -> None:
    nash = FOUND.solved[0].nash
    assert nash is not None
    levels = dict(
        zip(
            [i.id for i in (*KOREA.target_issues, *KOREA.sender_issues)],
            (*nash.package.target, *nash.package.sender),
            strict=True,
        )
    )
    paper = debrief_paper(Debrief(class_scores(PLAN, [agreed("1", levels)])))
    captions = [block.caption for block in paper.blocks if isinstance(block, Grid)]
    assert not [caption for caption in captions if "nearest package" in caption]


def test_a_package_is_told_by_what_is_given() -> None:
    nothing = Package((0,) * 6, (0,) * 5)
    assert package_words(KOREA, nothing) == "nothing"
    words = package_words(KOREA, package_of(KOREA, GIVEN))
    assert words.count("“") == len(GIVEN)


@examples(20)
@given(small_scenarios(), st.data())
def test_every_class_has_a_debrief(scenario: Scenario, data: st.DataObject) -> None:
    plan = Plan(scenario, tables=8, seed=2, variants=2)
    told = data.draw(results(scenario.case, 2))
    paper = debrief_paper(Debrief(class_scores(plan, told)))
    assert [block.text for block in paper.blocks if isinstance(block, Heading)] == ORDER
    assert html_text(paper)
