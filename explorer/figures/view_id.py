"""Which pictures there are, by id, in the order in which they are offered."""

from typing import Literal, get_args

ViewId = Literal[
    "board",
    "map",
    "gains",
    "sweep",
    "two-factor",
    "split",
    "others",
    "history",
    "outlook",
    "sure",
    "lenses",
    "boards",
]
"""The id of a picture, the same in the window and on the command line."""

VIEW_IDS: tuple[ViewId, ...] = get_args(ViewId)
"""All of them."""
