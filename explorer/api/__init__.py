"""The Python interface: a case, scenarios that are set and solved, and what is asked of them.

Everything here is a value that never changes; what takes settings returns another one.
"""

from explorer.api.answer import Answer
from explorer.api.picture import Picture, picture
from explorer.api.questions import bold, breaking, history, openings, split, sure
from explorer.api.scenario import Case, Scenario, case
from explorer.api.solution import Solution, solve
from explorer.api.study import Study, study
from explorer.model.errors import ExplorerError

__all__ = [
    "Answer",
    "Case",
    "ExplorerError",
    "Picture",
    "Scenario",
    "Solution",
    "Study",
    "bold",
    "breaking",
    "case",
    "history",
    "openings",
    "picture",
    "solve",
    "split",
    "study",
    "sure",
]
