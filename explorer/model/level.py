"""The three levels of the same thing: for a newcomer, for an analyst, for a room."""

from typing import Literal, get_args

Level = Literal["explore", "analyse", "present"]
"""How much of a scenario the window shows."""

LEVELS: tuple[Level, ...] = get_args(Level)
"""The levels, the simplest first."""

FIRST_LEVEL: Level = "explore"
"""The level of a first start."""

OLD_LEVEL: Level = "analyse"
"""The level of what was saved before there were levels, or by whom we do not understand."""
