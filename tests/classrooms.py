"""Classrooms to try: scenes, a lesson and classes, drawn for a case."""

from hypothesis import strategies as st

from explorer.model.case import Case
from explorer.model.classroom import ClassRecord, Classroom, Counts
from explorer.model.lesson import STEP_KINDS, Lesson, Step
from explorer.model.negotiation import CURVES, NegotiationRecord, Seat
from explorer.model.scene import Scene, settings_of
from tests.strategies import scenarios

# What a record keeps: text without blanks at its ends.
WORDS = st.text(max_size=12).map(str.strip)


@st.composite
def scenes(draw: st.DrawFn, case: Case) -> Scene:
    """Draw a scene of a case."""
    return Scene(
        settings=settings_of(draw(scenarios(case)).with_name(draw(WORDS))),
        name=draw(WORDS),
        caption=draw(WORDS),
        notes=draw(WORDS),
        hides_answer=draw(st.booleans()),
    )


@st.composite
def lessons(draw: st.DrawFn, case: Case) -> Lesson:
    """Draw a lesson of one to three steps."""
    steps = tuple(
        Step(
            id=f"step-{number}",
            kind=draw(st.sampled_from(STEP_KINDS)),
            title=f"Step {number}",
            text=draw(WORDS),
            scene=draw(st.none() | scenes(case)),
        )
        for number in range(draw(st.integers(1, 3)))
    )
    return Lesson(id="drawn", title="Drawn", case=case.id, minutes=10, steps=steps)


@st.composite
def negotiations(draw: st.DrawFn, case: Case) -> NegotiationRecord:
    """Draw a negotiation of a case before its first move."""
    return NegotiationRecord(
        case=case.id,
        settings=settings_of(draw(scenarios(case)).with_name(draw(WORDS))),
        rounds=draw(st.integers(1, 40)),
        seconds=draw(st.sampled_from((None, 60.0))),
        target=Seat(strategy="time", curve=draw(st.sampled_from(CURVES))),
    )


@st.composite
def classrooms(draw: st.DrawFn, case: Case) -> Classroom:
    """Draw a classroom, the empty one among them."""
    shown = tuple(draw(st.lists(scenes(case), max_size=2)))
    lesson = draw(st.none() | lessons(case))
    hands = draw(st.lists(st.tuples(WORDS, st.integers(0, 40)), max_size=3))
    record = ClassRecord(name=draw(WORDS), counts=(Counts(step="a", round=1, hands=tuple(hands)),))
    return Classroom(
        scenes=shown,
        scene=draw(st.none() | st.integers(0, 1)) if shown else None,
        lesson=lesson,
        step=None if lesson is None else draw(st.none() | st.just(0)),
        classes=draw(st.sampled_from(((), (record,)))),
        negotiation=draw(st.none() | negotiations(case)),
    )
