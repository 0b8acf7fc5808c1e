"""Questions with a key, before any file format: one answer out of some, or a number."""

from dataclasses import dataclass

from explorer.model.provenance import Provenance


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer that can be chosen; ``feedback`` is told to who chose it."""

    text: str
    is_right: bool = False
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceQuestion:
    """A question with two answers or more, of which exactly one is right.

    ``feedback`` is told to everybody afterwards.
    """

    title: str
    stem: str
    answers: tuple[Answer, ...]
    feedback: str = ""

    def __post_init__(self) -> None:
        """Refuse a question with fewer than two answers, two alike, or not one right one."""
        texts = {each.text for each in self.answers}
        right = sum(each.is_right for each in self.answers)
        if len(self.answers) < 2 or len(texts) != len(self.answers) or right != 1:
            raise ValueError(f"{self.title}: {right} of {len(texts)} different answers are right")

    @property
    def key(self) -> Answer:
        """The right answer."""
        return next(each for each in self.answers if each.is_right)


@dataclass(frozen=True, slots=True)
class NumberQuestion:
    """A question for a number; ``tolerance`` is how far off a right answer may be."""

    title: str
    stem: str
    value: float
    tolerance: float
    feedback: str = ""


Question = ChoiceQuestion | NumberQuestion


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Variants of one question; each student is asked one of them."""

    name: str
    variants: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Quiz:
    """Groups of questions under a title.

    ``foot`` says by which model and case they were made, ``origin`` what their file says of
    itself, so that it can be verified; None for nothing.
    """

    title: str
    groups: tuple[QuestionGroup, ...]
    foot: str = ""
    language: str = "en-GB"
    origin: Provenance | None = None

    @property
    def students(self) -> int:
        """How many students have questions of their own: the fewest variants of a group."""
        return min((len(group.variants) for group in self.groups), default=0)


def number_text(value: float) -> str:
    """Return a number as the formats of questions write it, with a point and no exponent."""
    return f"{value:.6f}".rstrip("0").rstrip(".")
