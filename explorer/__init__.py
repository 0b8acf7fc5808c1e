"""Deal Zone Explorer: move leverage and red lines, watch the deal zones open and close.

The names below make up the Python interface; they are imported when first asked for, so that the
program starts as quickly as without them. The page *Python* of the guide introduces them.
"""

# pyright: reportUnsupportedDunderAll=false
# The names are those of the stub file beside this one.

from importlib import import_module

__version__ = "0.1.0"

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


def __getattr__(name: str) -> object:
    """Return a name of the Python interface."""
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    found: object = getattr(import_module("explorer.api"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
