"""The axis on which a class expects both brackets: the board's, with the words of its landmarks."""

from dataclasses import dataclass

from explorer.figures.case_place import case_places
from explorer.figures.phrase import scale_text
from explorer.figures.prices import PricePoint
from explorer.model.case import Case
from explorer.model.lesson import Prediction
from explorer.model.wording import tr


@dataclass(frozen=True, slots=True)
class BracketAxis:
    """A stretch of the board's axis, in the sender's cost points.

    Attributes
    ----------
    low, high
        Its ends.
    ends
        What they are called: nothing and everything where the board's axis ends there too.
    landmarks
        What stands between them, the cheapest first.
    """

    low: float
    high: float
    ends: tuple[str, str]
    landmarks: tuple[PricePoint, ...]

    def place_words(self, points: float) -> str:
        """Return a place of the axis in words: how many points, and the landmark it reaches."""
        number = tr("{points} of {most} points", points=scale_text(points), most=f"{self.high:g}")
        reached = [point.label for point in self.landmarks if point.price <= points]
        if not reached:
            return number
        return tr("{points}, at or beyond “{label}”", points=number, label=reached[-1])


def bracket_axis(prediction: Prediction, case: Case) -> BracketAxis:
    """Return the axis of a prediction of brackets under a case."""
    places = case_places(case)
    low, high = prediction.low, prediction.high
    return BracketAxis(
        low=low,
        high=high,
        ends=(
            tr("nothing") if low <= 0 else scale_text(low),
            tr("everything") if high >= places.highest_price else scale_text(high),
        ),
        landmarks=tuple(point for point in places.landmarks if low < point.price < high),
    )
