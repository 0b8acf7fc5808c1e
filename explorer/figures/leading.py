"""What a case puts first for a room or a newcomer: a few controls, no more."""

from explorer.model.case import Case
from explorer.model.control import ScaleControl

MOST_SLIDERS = 3
"""How many sliders stand before a room or a newcomer at most."""


def leading_sliders(case: Case) -> tuple[str, ...]:
    """Return the ids of the leverage controls that come first in a case, three at most."""
    leverage = (
        control.id
        for control in case.controls
        if isinstance(control, ScaleControl) and control.role == "leverage"
    )
    return tuple(leverage)[:MOST_SLIDERS]
