"""Numbers that a lesson asks for: what they measure, in words, and on which scale."""

import math
from dataclasses import dataclass

from explorer.figures.prices import highest_price
from explorer.model.case import Case
from explorer.model.lesson import Measure, MeasureKind, Prediction, PredictionKind
from explorer.model.wording import tr

ASKED_MEASURES: tuple[MeasureKind, ...] = (
    "row_low",
    "row_high",
    "row_width",
    "row_gap",
    "row_packages",
    "zone_packages",
)
"""What can be asked for by hand; a lesson file can ask for anything that can be measured."""

COUNTED: tuple[MeasureKind, ...] = ("row_packages", "zone_packages")
"""The measures that count packages; the others are in the sender's cost points."""

MOST_ASKED = 10_000_000
"""The end of the longest scale that is set by hand."""

TEN = 10


@dataclass(frozen=True, slots=True)
class AskedScale:
    """From where to where a number is predicted, and in what it is counted."""

    low: float
    high: float
    unit: str


def measure_words(kind: MeasureKind, case: Case) -> str:
    """Return what one of :data:`ASKED_MEASURES` finds, in a few words."""
    words: dict[MeasureKind, str] = {
        "row_low": tr("From where {party} accepts", party=case.target.short),
        "row_high": tr("Up to where {party} gives", party=case.sender.short),
        "row_width": tr("How wide the row’s zone is"),
        "row_gap": tr("How much the row lacks"),
        "row_packages": tr("How many packages the row’s zone holds"),
        "zone_packages": tr("How many packages the whole zone holds"),
    }
    return words[kind]


def is_about_row(prediction: Prediction) -> bool:
    """Return whether a prediction asks about one row."""
    if prediction.kind == "value":
        return prediction.measure is not None and bool(prediction.measure.row)
    return prediction.kind == "brackets" or (prediction.kind == "choice" and not prediction.answers)


def is_by_hand(prediction: Prediction) -> bool:
    """Return whether a prediction is one that can be made by hand, and so be changed by hand."""
    if prediction.kind != "value":
        return not prediction.answers
    asked = prediction.measure
    if asked is None or asked.kind not in ASKED_MEASURES:
        return False
    return asked == Measure(kind=asked.kind, row=asked.row)


def usual_scale(measure: MeasureKind, case: Case) -> AskedScale:
    """Return the scale on which a number is predicted until somebody sets another.

    Points end where the board does; packages where a million does.
    """
    if measure in COUNTED:
        return AskedScale(0.0, 1_000_000.0, tr("packages"))
    return AskedScale(0.0, float(TEN * math.ceil(highest_price(case) / TEN)), tr("points"))


def with_kind(
    prediction: Prediction, kind: PredictionKind, measure: MeasureKind, row: str, case: Case
) -> Prediction:
    """Return a prediction that asks for another kind of answer about a row.

    Parameters
    ----------
    measure
        What a ``value`` asks for.
    row
        The id of a row of the case.
    """
    about = "" if kind == "value" and measure == "zone_packages" else row
    changes: dict[str, object] = {"kind": kind, "row": about, "measure": None}
    if kind == "row":
        changes["row"] = prediction.row if prediction.kind == "row" else ""
    elif kind == "value":
        changes["measure"] = Measure(kind=measure, row=about)
    made = prediction.having(**changes)
    if _counted(made) in ("", _counted(prediction)):
        return made
    asked = "row_high" if made.measure is None else made.measure.kind
    scale = usual_scale(asked, case)
    return made.having(low=scale.low, high=scale.high, unit=scale.unit)


def _counted(prediction: Prediction) -> str:
    """Return what a prediction counts: "points", "packages", or "" for no number."""
    if prediction.kind not in ("value", "brackets"):
        return ""
    asked = prediction.measure
    return "packages" if asked is not None and asked.kind in COUNTED else "points"
