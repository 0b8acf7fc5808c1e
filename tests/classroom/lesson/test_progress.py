"""A class goes through a lesson: nothing that it did is lost, and no answer comes early."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.classroom.lesson.progress import (
    asking_step,
    gone_to,
    hands_at,
    is_as_opened,
    next_reveal,
    opened_lesson,
    present_hands,
    scenario_at,
    scene_at,
    with_hands,
    with_new_class,
)
from explorer.files.case_file import bundled_case
from explorer.model.classroom import Classroom
from explorer.model.lesson import Lesson, Prediction, Step
from explorer.model.negotiation import NegotiationRecord
from explorer.model.scenario import preset_scenario
from explorer.model.scene import Scene, Settings

CASE = bundled_case()
HANOI = Scene(settings=Settings(preset="hanoi-2019"), hides_answer=True, caption="Hanoi")
OCTOBER = Settings(preset="october-2025")
ASKED = Prediction(kind="choice", question="?", settings=OCTOBER, row=CASE.rows[0].id)


def lesson(*, with_scenes: bool = True) -> Lesson:
    scene = HANOI if with_scenes else None
    return Lesson(
        id="trial",
        title="Trial",
        case=CASE.id,
        minutes=6,
        steps=(
            Step(id="show", kind="show", title="Show", scene=scene),
            Step(id="predict", kind="predict", title="Predict", prediction=ASKED),
            Step(id="discuss", kind="discuss", title="Discuss"),
            Step(id="reveal", kind="reveal", title="Reveal"),
            Step(id="ask", kind="predict", title="Ask", prediction=ASKED),
            Step(id="end", kind="debrief", title="End", questions=("Why?",)),
        ),
    )


def at(step: int, *, with_scenes: bool = True) -> Classroom:
    return opened_lesson(lesson(with_scenes=with_scenes), "2025-10-23", step)


@given(step=st.integers(-3, 20))
def test_a_lesson_opens_at_a_step_that_there_is(step: int) -> None:
    classroom = at(step)
    assert classroom.step == min(max(step, 0), 5)
    assert [each.name for each in classroom.classes] == ["Class 1"]
    assert classroom.classes[0].began == "2025-10-23"


@given(walk=st.lists(st.tuples(st.integers(-2, 9), st.floats(0, 500)), max_size=12))
def test_the_seconds_of_all_steps_add_up_and_the_farthest_step_is_kept(
    walk: list[tuple[int, float]],
) -> None:
    classroom, places = at(0), [0]
    for place, seconds in walk:
        classroom = gone_to(classroom, place, seconds)
        places.append(classroom.step or 0)
    record = classroom.present_class
    assert record is not None
    assert sum(dict(record.seconds).values()) == sum(round(s) for _, s in walk if s >= 1)
    if walk:
        assert record.farthest == lesson().steps[max(places[1:])].id


def test_going_nowhere_and_with_no_class_changes_no_record() -> None:
    empty = Classroom()
    assert gone_to(empty, 3, 9) is empty
    assert gone_to(Classroom(lesson=lesson()), 2, 9).step == 2


def test_hands_are_kept_under_the_question_whatever_step_they_are_counted_at() -> None:
    classroom = with_hands(at(1), 1, (("opens", 3),))
    classroom = with_hands(gone_to(classroom, 2, 0), 2, (("closes", 4),))
    both = ((("opens", 3),), (("closes", 4),))
    for place, found in ((1, both), (2, both), (3, both), (0, ((), ())), (4, ((), ()))):
        assert present_hands(gone_to(classroom, place, 0)) == found
    assert hands_at(classroom.classes[0], "predict") == both
    assert with_hands(at(0), 1, (("opens", 3),)) == at(0)


def test_a_new_class_begins_afresh_beside_the_first() -> None:
    first = with_hands(at(1), 1, (("opens", 3),))
    second = with_new_class(first, "2025-10-24")
    assert (second.step, second.at_class) == (0, 1)
    assert second.classes[0] == first.classes[0]
    assert second.classes[1].name == "Class 2"
    assert present_hands(gone_to(second, 1, 0)) == ((), ())
    assert with_new_class(Classroom(), "").step is None


def test_reveal_leads_to_the_answer_of_the_present_question_alone() -> None:
    assert [next_reveal(at(place)) for place in range(6)] == [None, 3, 3, 3, None, None]
    assert next_reveal(Classroom()) is None
    two = lesson().steps
    again = lesson().having(steps=(*two[:2], two[4], *two[2:4]))
    assert next_reveal(opened_lesson(again, "", 1)) is None


def test_only_steps_about_a_question_ask_one() -> None:
    asked = [asking_step(at(place)) for place in range(6)]
    ids = [None if each is None else each.id for each in asked]
    assert ids == [None, "predict", "predict", "predict", "ask", None]
    assert asking_step(Classroom()) is None


def test_a_reveal_without_a_scene_shows_what_was_asked_about() -> None:
    shown = scene_at(lesson(), 3)
    assert shown is not None
    assert shown.settings == OCTOBER
    assert not shown.hides_answer
    assert scene_at(lesson(), 2) == HANOI
    assert scene_at(lesson(with_scenes=False), 3) is None
    own = lesson().steps[3].having(scene=HANOI)
    assert scene_at(lesson().having(steps=(own,)), 0) == HANOI
    unasked = lesson().having(steps=(lesson().steps[0], lesson().steps[3]))
    assert scene_at(unasked, 1) == HANOI


def test_scenarios_follow_the_steps_and_unknown_ones_are_none() -> None:
    assert scenario_at(lesson(), 3, CASE) == preset_scenario(CASE, "october-2025")
    assert scenario_at(lesson(with_scenes=False), 0, CASE) is None
    strange = HANOI.having(settings=Settings(preset="atlantis"))
    steps = (lesson().steps[0].having(scene=strange),)
    assert scenario_at(lesson().having(steps=steps), 0, CASE) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda each: with_hands(gone_to(each, 1, 0), 1, (("opens", 3),)),
        lambda each: with_new_class(each, ""),
        lambda each: each.having(scenes=(HANOI,)),
        lambda each: each.having(negotiation=NegotiationRecord(case=CASE.id, settings=OCTOBER)),
        lambda each: each.having(lesson=lesson().having(title="Mine")),
    ],
)
def test_looking_through_a_lesson_makes_nothing_and_all_else_does(change) -> None:
    hanoi = preset_scenario(CASE, "hanoi-2019")
    classroom = at(0)
    assert is_as_opened(classroom, lesson(), hanoi)
    assert is_as_opened(gone_to(classroom, 1, 50), lesson(), hanoi)
    assert is_as_opened(classroom.having(step=None), lesson(), hanoi)
    moved = hanoi.with_value("china_ties", 3)
    assert not is_as_opened(classroom.having(step=None), lesson(), moved)
    assert not is_as_opened(classroom, lesson(), hanoi.with_value("china_ties", 3))
    assert not is_as_opened(change(classroom), lesson(), hanoi)
    bare = lesson(with_scenes=False)
    assert is_as_opened(opened_lesson(bare, ""), bare, hanoi)
