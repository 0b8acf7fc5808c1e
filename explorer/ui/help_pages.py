"""The help pages as Markdown: how the model works, what it is not, keys, versions."""

import platform
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication, QKeySequence

from explorer import __version__
from explorer.model.case import Case
from explorer.model.version import MODEL_VERSION
from explorer.model.wording import tr
from explorer.ui.actions import Command, commands, key_sequences

LIBRARIES = ("PySide6-Essentials", "shiboken6", "pyqtgraph", "pydantic", "platformdirs", "numpy")
"""What the program stands on, by the names of their packages."""


def model_page(case: Case) -> str:
    """Return how the model works, in plain words."""
    words = {
        "sender": case.sender.name,
        "target": case.target.name,
        "target_adjective": case.target.adjective,
    }
    paragraphs = (
        tr("## How the model works"),
        case.summary,
        tr(
            "**A package** is what {target} would give together with what {sender} would give, "
            "level by level, for every issue of the case. The program looks at all of them, "
            "each time anything moves.",
            **words,
        ),
        tr(
            "**Each side compares a package with waiting.** What it receives counts for it, what "
            "it gives counts against it, and so does what waiting is worth to it. What a promise "
            "is worth depends on whether it is expected to be kept."
        ),
        tr(
            "**A red line** is a condition outside which a side refuses, whatever it would "
            "gain. A line at its loosest setting is no line."
        ),
        tr(
            "**The deal zone** holds the packages that both sides prefer to waiting and that no "
            "red line forbids. An empty zone is an answer, not a fault."
        ),
        tr(
            "**The board** has a row for each named {target_adjective} commitment. One bracket "
            "shows how much {sender} would give for it, the other how much {target} would want. "
            "Where they overlap there is a deal zone; where they do not, the gap is named.",
            **words,
        ),
        tr(
            "**The deal map** shows all packages of the zone by how much each side gives. "
            "**Both sides' gains** shows them by what each side has from them, with the packages "
            "that nobody can better and two fair solutions."
        ),
        tr(
            "**Every number** of the case has a range and a source: the three dots beside a "
            "control show them."
        ),
    )
    return "\n\n".join(paragraphs)


def limits_page(case: Case) -> str:
    """Return what this is not, and the limits that the case names."""
    points = "\n".join(f"- {limit}" for limit in case.limits)
    paragraphs = (
        tr("## What this is not"),
        tr(
            "It is a teaching model, not a forecast. It never says how likely a deal or a meeting "
            "is: it says which packages both sides would prefer to waiting *if* its assumptions "
            "hold, and how that changes when they change."
        ),
        tr("## Limits of this case"),
        points,
    )
    return "\n\n".join(paragraphs)


def keys_page() -> str:
    """Return every command with its keys, and the keys that no menu shows."""
    rows = [(plain_text(command), _keys_text(command)) for command in commands() if command.keys]
    rows += [
        (tr("Show what was before"), tr("hold {key}", key="B")),
        (tr("Slider: one step"), tr("arrow keys")),
        (tr("Slider: large step"), tr("Page Up, Page Down, or Ctrl and an arrow key")),
        (tr("Slider: to an end"), tr("Home, End")),
        (tr("Board, map: to the next row, cell or mark"), tr("arrow keys")),
        (tr("Board, map: open the term sheet"), tr("Enter")),
        (tr("Close a panel"), tr("Esc")),
    ]
    head = tr("| Action | Keys |")
    lines = [f"| {action} | {keys} |" for action, keys in rows]
    return "\n".join([tr("## Keyboard shortcuts"), "", head, "|---|---|", *lines])


def about_page() -> str:
    """Return versions and licences."""
    paragraphs = (
        tr("## Deal Zone Explorer {version}", version=__version__),
        tr(
            "Move leverage and red lines, and watch the deal zones open and close. A teaching "
            "model, not a forecast."
        ),
        tr("Published under the MIT licence. It uses no network."),
        tr(
            "Qt and PySide6 are used under the LGPL version 3; pyqtgraph, pydantic and "
            "platformdirs under the MIT licence; numpy under the BSD licence."
        ),
        "\n".join(f"- {line}" for line in version_lines()),
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
        tr("{system}, {qpa}", system=platform.platform(), qpa=QGuiApplication.platformName()),
    )


def plain_text(command: Command) -> str:
    """Return a command's words without access key and dots."""
    return command.text.replace("&", "").rstrip("…")


def _keys_text(command: Command) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(keys.toString(native) for keys in key_sequences(command))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return tr("(version not known)")
