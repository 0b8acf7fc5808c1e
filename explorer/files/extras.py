"""Optional packages: imported when they are needed, and asked for in one sentence if missing."""

from importlib import import_module
from types import ModuleType

from explorer.files.resources import is_frozen
from explorer.model.errors import MissingExtraError
from explorer.model.wording import tr


def extra_module(name: str, extra: str, purpose: str) -> ModuleType:
    """Return an optional module.

    Parameters
    ----------
    name
        The module, such as "openpyxl".
    extra
        The extra of this program's package that installs it, such as "tables".
    purpose
        What needs it, as the beginning of a sentence.

    Raises
    ------
    MissingExtraError
        If it is not installed; the message says how to install it.
    """
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingExtraError(_missing(name, extra, purpose)) from error


def _missing(name: str, extra: str, purpose: str) -> str:
    if is_frozen():
        return tr(
            "{purpose} needs {name}, which the installed program does not hold. Choose another "
            "format, or run the program from Python's packages, with: "
            'pip install "deal-zone-explorer[{extra}]"',
            purpose=purpose,
            name=name,
            extra=extra,
        )
    return tr(
        "{purpose} needs {name}, which is not installed. Install it with: "
        'pip install "deal-zone-explorer[{extra}]"',
        purpose=purpose,
        name=name,
        extra=extra,
    )
