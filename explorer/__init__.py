"""Deal Zone Explorer: move leverage and red lines, watch the deal zones open and close.

The Python interface is the names of :mod:`explorer.api`; they are imported when first asked for,
so that the program starts as quickly as without them. The page *Python* of the guide introduces
them.
"""

from importlib import import_module

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Return a name of the Python interface, or ``__all__``, the list of these names."""
    # Whoever looks through modules asks for special names: the interface is not loaded for these.
    if name == "__all__" or not name.startswith("_"):
        interface = import_module("explorer.api")
        if name in ("__all__", *interface.__all__):
            found: object = getattr(interface, name)
            globals()[name] = found
            return found
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    return sorted({*globals(), *import_module("explorer.api").__all__})
