"""The pages of the help window: those of the handbook, and keys and versions as Markdown."""

import platform
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from explorer import __version__
from explorer.files.handbook import Page
from explorer.files.markdown_text import as_markdown
from explorer.files.portable import portable_base
from explorer.model.case import Case
from explorer.model.version import MODEL_VERSION
from explorer.model.wording import tr
from explorer.ui.commands.command import KeyGroup
from explorer.views.guide import guide_pages

LIBRARIES = ("PySide6-Essentials", "shiboken6", "pyqtgraph", "pydantic", "platformdirs", "numpy")
"""What the program stands on, by the names of their packages."""


def help_pages(case: Case, key_groups: Iterable[KeyGroup]) -> tuple[Page, ...]:
    """Return the handbook with a case's words, and the pages that the program makes itself.

    ``key_groups``: By menu what each command with shortcuts does, and its keys.
    """
    return (
        *guide_pages(case),
        Page("shortcuts", tr("Keyboard shortcuts"), keys_page(key_groups)),
        Page("about", tr("About Deal Zone Explorer"), about_page()),
    )


def keys_page(key_groups: Iterable[KeyGroup]) -> str:
    """Return the keys in groups: menu by menu, sliders, pictures, and windows."""
    sliders = (
        (tr("One step"), tr("arrow keys")),
        (tr("A large step"), tr("Page Up, Page Down, or Ctrl and an arrow key")),
        (tr("To an end"), tr("Home, End")),
    )
    pictures = (
        (tr("To the next row, cell or mark"), tr("arrow keys")),
        (tr("Open what is chosen"), tr("Enter")),
        (tr("Two-factor map: move the cursor by ten"), tr("Ctrl and an arrow key")),
        (tr("Show all again after zooming"), tr("0, Home")),
        (tr("Show what was before"), tr("hold {key}", key="B")),
    )
    windows = (
        (tr("Guide: back and forward, search"), tr("Alt and an arrow key, Ctrl+F")),
        (tr("Presentation: next or previous picture"), tr("Page Down, Page Up")),
        (tr("Presentation: black screen, and back"), tr("full stop")),
        (tr("Close a panel, leave full screen, end a presentation"), tr("Esc")),
    )
    groups = (
        *key_groups,
        (tr("Sliders"), sliders),
        (tr("Pictures"), pictures),
        (tr("Windows"), windows),
    )
    parts = [tr("# Keyboard shortcuts")]
    for title, rows in groups:
        lines = [f"| {action} | {keys} |" for action, keys in rows]
        table = [tr("| Action | Keys |"), "|---|---|", *lines]
        parts += [tr("## {title}", title=title), "\n".join(table)]
    return "\n\n".join(parts)


def about_page() -> str:
    """Return versions and licences."""
    paragraphs = (
        tr("# Deal Zone Explorer {version}", version=__version__),
        tr(
            "Move leverage and red lines, and watch the deal zones open and close. A teaching "
            "model, not a forecast."
        ),
        tr("Published under the MIT licence. It uses no network."),
        tr(
            "Qt and PySide6 are used under the LGPL version 3; pyqtgraph, pydantic and "
            "platformdirs under the MIT licence; numpy under the BSD licence."
        ),
        "\n".join(f"- {as_markdown(line)}" for line in version_lines()),
    )
    return "\n\n".join(paragraphs)


def version_lines() -> tuple[str, ...]:
    """Return what a report of a problem must name."""
    return (
        tr("Deal Zone Explorer {version}", version=__version__),
        tr("Model {version}", version=MODEL_VERSION),
        tr("Python {version}", version=platform.python_version()),
        tr("Qt {version}", version=qVersion()),
        *(f"{name} {_version(name)}" for name in LIBRARIES),
        *_portable_lines(),
        tr("{system}, {qpa}", system=platform.platform(), qpa=QGuiApplication.platformName()),
    )


def _portable_lines() -> tuple[str, ...]:
    base = portable_base()
    return () if base is None else (tr("Portable copy in {folder}", folder=base),)


def unknown_versions() -> tuple[str, ...]:
    """Return the packages whose versions cannot be told: a frozen program may lack records."""
    return tuple(name for name in LIBRARIES if _version(name) == _unknown())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return _unknown()


def _unknown() -> str:
    return tr("(version not known)")
