"""Which pictures there are: their ids, titles and what their info button says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from explorer.figures.view_id import VIEW_IDS, ViewId
from explorer.model.wording import tr


@dataclass(frozen=True, slots=True)
class View:
    """One kind of picture; its words are looked up when asked for, in the reader's language."""

    id: ViewId

    @property
    def title(self) -> str:
        """The name of the picture in menus and headers."""
        return _titles()[self.id]

    @property
    def info(self) -> str:
        """How to read the picture, in a few sentences."""
        return _INFOS[self.id]()


VIEWS: tuple[View, ...] = tuple(View(view_id) for view_id in VIEW_IDS)


def view_by_id(view_id: str) -> View:
    """Return the view with an id; :class:`KeyError` if there is none."""
    for view in VIEWS:
        if view.id == view_id:
            return view
    raise KeyError(view_id)


def _titles() -> Mapping[ViewId, str]:
    return {
        "board": tr("Deal zones by commitment"),
        "map": tr("Deal map"),
        "gains": tr("Both sides' gains"),
        "sweep": tr("What moves the zone"),
        "split": tr("Why it changed"),
        "two-factor": tr("Two-factor map"),
        "boards": tr("Boards side by side"),
        "others": tr("Who else gains"),
        "lenses": tr("Through the eyes of others"),
        "outlook": tr("Meeting outlook"),
        "history": tr("History"),
        "sure": tr("How sure"),
    }


def _board_info() -> str:
    return tr(
        "Each row holds one commitment fixed. The solid bracket shows how much the giver of "
        "concessions would pay for it at most; the double bracket starts at the least the other "
        "side would take. Where they overlap lies a deal zone; where they do not, dots show what "
        "is missing. Diamonds are packages that were offered or discussed, filled in the deal "
        "zone, hollow outside it; dashes show what the picture is compared with. Arrow keys move "
        "between rows and diamonds, Enter opens."
    )


def _map_info() -> str:
    return tr(
        "Every package has a place here: further right, one side gives more; further up, the "
        "other does. Colour tells how many packages of a cell are in the deal zone. The lines "
        "bound what each side alone would rather have than wait; grey cells are shut by red lines "
        "or rules. "
        "Circles are packages with a name, filled in the deal zone, hollow outside it. The "
        "triangle is the Nash solution (largest product of gains), the square the "
        "Kalai-Smorodinsky solution (most even share of each side's best). Arrow keys move "
        "between cells, M between marks, Enter opens."
    )


def _gains_info() -> str:
    return tr(
        "Each point is a package of the deal zone: how much better than waiting it is for either "
        "side, in that side's own points. The two scales cannot be compared with each other. Dots "
        "on the stairs are the frontier: nothing in the zone is better for one side without being "
        "worse for the other. Click a mark to read what it means; arrow keys move between marks."
    )


def _sweep_info() -> str:
    return tr(
        "One control moves over its whole range while all others stay. Each lane is filled where "
        "its commitment has a deal zone, thicker where the zone is wider; the values at which it "
        "opens or closes stand beside the edges. The upright line is where the control stands "
        "now. Up and Down choose a lane, Left and Right read it value by value."
    )


def _split_info() -> str:
    return tr(
        "Each bar is one setting that differs from what is compared with, and its part in the "
        "change: the average of what it changes when its turn comes, over all orders in which "
        "the settings can change. The bars add up to the whole change exactly. It says what "
        "made the difference in this model, not in the world. Up and Down move between bars, "
        "Enter goes to the control."
    )


def _two_factor_info() -> str:
    return tr(
        "Two controls run over their whole ranges while all others stay. The hatched region is "
        "where the selected commitment has a deal zone; or each region tells how many commitments "
        "have one. The dot is where both controls stand now, the diamond is the baseline. A click "
        "moves both controls there, as one step. Arrow keys move a cursor, with Ctrl by ten; "
        "Enter chooses."
    )


def _boards_info() -> str:
    return tr(
        "The same rows under different settings, on one axis: what is on screen and what was "
        "pinned or is compared with. Choose above which board stands where. Up and Down choose a "
        "row, Left and Right read it board by board."
    )


def _others_info() -> str:
    return tr(
        "Bars show how much better or worse than today a package leaves those who do not "
        "bargain, each in its own points, which cannot be compared with each other. Whiskers "
        "reach as far as all ranges together allow; across a row or the whole zone the bar is "
        "the average and the whisker runs from the lowest package to the highest. The last bar "
        "holds apart what one side gains for itself and what its ally gains. Up and Down move "
        "between bars."
    )


def _lenses_info() -> str:
    return tr(
        "A lens is the position of somebody else, named and sourced, put on the controls; all "
        "that it does not speak of stays as it is. Two lenses stand side by side on boards, where "
        "dashes show the settings without them, or all stand in a list. “The other side says” "
        "shows the answer beside a position. Looking through a lens sets the controls; undo goes "
        "back. How a position was translated is a judgement: point at it to read the note."
    )


def _outlook_info() -> str:
    return tr(
        "A meeting is not a deal. Three things decide what can be said of one: whether the terms "
        "on which each side would sit down fit together, how long it takes to arrange (the more "
        "both leaders want it, the shorter), and whether the deal zone holds anything to sign and "
        "each side much to gain. Each window of time known at the scenario's day gets a word by "
        "stated rules; one that has passed says what came of it. Beside it stands what was said "
        "at the time. Up and Down read the windows."
    )


def _history_info() -> str:
    return tr(
        "The curves are the leverage of each year by stated rules: point at one to read its rule, "
        "its parts and its confidence. Dashes mean low confidence, a missing line that nothing is "
        "known. Below stand events, proposals (a filled mark was agreed, a cross refused, a ring "
        "has an answer that is not known) and what was launched. A click or a drag sets the "
        "sliders to a year; Left and Right step, Home and End jump, Space plays and stops, Up and "
        "Down read what belongs to the year, Enter opens a proposal. The check compares every "
        "single answer with the model; the weights were set with these answers known."
    )


def _sure_info() -> str:
    return tr(
        "Every uncertain number of the case is drawn between its low and its high value, a "
        "thousand times. Bars tell in how many of these assumption sets something holds, which "
        "assumption the answer hangs on most, or for which settings of the controls it holds. "
        "None of this says how likely a deal is: it tells how much our own assumptions matter. "
        "The same seed gives the same sets."
    )


_INFOS: Mapping[ViewId, Callable[[], str]] = {
    "board": _board_info,
    "map": _map_info,
    "gains": _gains_info,
    "sweep": _sweep_info,
    "split": _split_info,
    "two-factor": _two_factor_info,
    "boards": _boards_info,
    "others": _others_info,
    "lenses": _lenses_info,
    "outlook": _outlook_info,
    "history": _history_info,
    "sure": _sure_info,
}
