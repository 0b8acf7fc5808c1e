"""What a lesson says before the room in place of the presentation's own words."""

from dataclasses import dataclass

from explorer.figures.figure import Figure


@dataclass(frozen=True, slots=True)
class StageWords:
    """Words, and perhaps a figure, for the audience window; empty ones leave its own in place.

    Attributes
    ----------
    headline
        In place of the headline over the picture.
    caption
        In place of the sentences below the picture.
    question
        What the room is asked, large; over the picture, or on a calm page if the answer is hidden.
    hides_answer
        Whether picture and headline stay hidden, in the main window too.
    figure
        What is shown in place of the picture, of a kind that a view shows; None for the picture.
    clock
        The time that is left or gone, as it is to be read; "" for no clock.
    """

    headline: str = ""
    caption: str = ""
    question: str = ""
    hides_answer: bool = False
    figure: Figure | None = None
    clock: str = ""
