"""The faces of a case's controls: what the widgets need to know of them, in whole steps."""

from collections.abc import Iterator

from explorer.figures.control_words import control_status
from explorer.figures.line_words import control_label, end_words, runs_backwards
from explorer.figures.mover_words import movers_words
from explorer.model.case import Case
from explorer.model.control import Control
from explorer.model.scenario import control_range
from explorer.model.wording import tr
from explorer.ui.controls.control_face import ControlFace, TrackMark

COARSE_STEP = 10


def control_faces(
    case: Case, *, taken_keys: str = "", wanted: frozenset[str] | None = None
) -> tuple[ControlFace, ...]:
    """Return the face of each control, in the case's order.

    Parameters
    ----------
    taken_keys
        Letters that menus use as access keys already.
    wanted
        The ids of the controls that are needed; None for all.
    """
    controls = [each for each in case.controls if wanted is None or each.id in wanted]
    keys = _access_keys(tuple(control_label(case, each) for each in controls), taken_keys)
    return tuple(_face(case, *pair) for pair in zip(controls, keys, strict=True))


def _face(case: Case, control: Control, key: str) -> ControlFace:
    allowed = control_range(case, control)
    low, high = int(allowed.minimum), int(allowed.maximum)
    is_scale = control.kind == "scale"
    words = tuple(control_status(case, control.id, value).status for value in range(low, high + 1))
    turned = runs_backwards(case, control)
    left, right = end_words(case, control)[:: -1 if turned else 1]
    marks = tuple(
        TrackMark(
            low + high - round(mark.value) if turned else round(mark.value), mark.label, mark.words
        )
        for mark in control.marks
    )
    tip = tr("{purpose} {movers}", purpose=control.purpose, movers=movers_words(case, control))
    trust = is_scale and control.role == "credibility"
    return ControlFace(
        id=control.id,
        name=control_label(case, control),
        role=control.party or "neutral",
        minimum=low,
        maximum=high,
        is_reversed=turned,
        step=1,
        page_step=COARSE_STEP if is_scale else 1,
        low_word=left,
        high_word=right,
        marks=marks,
        value_words=words[:: -1 if turned else 1],
        suffix=tr(" %") if trust else "",
        is_level=not is_scale,
        loosest=low if control.kind == "limit" else None,
        access_key=key,
        tool_tip=tip,
        description=tip,
    )


def _access_keys(names: tuple[str, ...], taken: str) -> Iterator[str]:
    """Yield for each name its first letter that is still free, "" where none is."""
    used = set(taken.lower())
    for name in names:
        free = [letter for letter in name.lower() if letter.isalpha() and letter not in used]
        used.update(free[:1])
        yield free[0] if free else ""
