"""Questions to test with: random ones, and one set with every kind."""

from hypothesis import strategies as st

from explorer.paper.questions import Answer, ChoiceQuestion, NumberQuestion, QuestionGroup, Quiz

WHOLE = Quiz(
    "Zones / walls",
    (
        QuestionGroup(
            "Which?",
            (
                ChoiceQuestion(
                    "One",
                    "Is {x} = ~3: #1?\nA \\new line",
                    (Answer("it = opens", True), Answer("~ no {", feedback="why: #2")),
                    "General # feedback",
                ),
                ChoiceQuestion("Two", "Again?", (Answer("no"), Answer("yes", True))),
            ),
        ),
        QuestionGroup(
            "How much?",
            (
                NumberQuestion("Three", "The gap?", 12.8, 0.55, "From 32 to 45"),
                NumberQuestion("Four", "Loss?", -0.5, 0.0),
            ),
        ),
    ),
    foot="Model 2",
)

texts = st.text(min_size=1, max_size=20).map(str.strip).filter(bool)


@st.composite
def choices(draw: st.DrawFn) -> ChoiceQuestion:
    answers = draw(st.lists(texts, min_size=2, max_size=4, unique=True))
    right = draw(st.integers(0, len(answers) - 1))
    told = tuple(
        Answer(each, place == right, draw(st.text(max_size=9)))
        for place, each in enumerate(answers)
    )
    return ChoiceQuestion(draw(texts), draw(texts), told, draw(st.text(max_size=9)))


numbers = st.builds(
    NumberQuestion,
    texts,
    texts,
    st.floats(-1e4, 1e4).map(lambda value: round(value, 3)),
    st.floats(0, 10).map(lambda value: round(value, 3)),
    st.text(max_size=9),
)
groups = st.builds(
    QuestionGroup, texts, st.lists(st.one_of(choices(), numbers), max_size=3).map(tuple)
)
quizzes = st.builds(Quiz, texts, st.lists(groups, max_size=3).map(tuple), st.text(max_size=9))
