"""Motion that tells something: what may move on a picture, and how long."""

from typing import Literal

GLIDE_MILLISECONDS = 200
"""How long edges take from their old places to the new ones; 0 for no motion at all."""

PULSE_MILLISECONDS = 700
"""How long a pulse is seen; 0 for none."""

SLOW = 2
"""How many times longer edges take from one scene to the next, which a room follows."""

Motion = Literal["none", "pulse", "full", "slow"]
"""What may move: nothing; only pulses, while the hand drags; or edges too, fast or slowly."""
