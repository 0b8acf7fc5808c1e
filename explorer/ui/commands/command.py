"""A command and a menu of choices: what menus, toolbar, keys, palette and help are made from."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QAction, QKeySequence

from explorer.model.wording import tr
from explorer.store.state import State
from explorer.ui.commands.menu_plan import MenuPlan

Keys = QKeySequence.StandardKey
Role = QAction.MenuRole

KeyGroup = tuple[str, tuple[tuple[str, str], ...]]
"""The title of a group of shortcuts, and for each what it does and its keys."""

SubmenuId = Literal[
    "recent",
    "cases",
    "library",
    "lens",
    "lessons",
    "pins",
    "picture",
    "text_size",
    "theme",
]


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done from the menus, the toolbar, the palette or the keyboard.

    ``run`` does it; a checkable command is called with whether it is on. ``keys`` are Qt's
    standard keys where there is one. ``short`` is the text on the toolbar, ``tip`` says
    what it does, ``icon`` names a drawing of ``resources/icons/ui``, ``terms`` are further words
    that find the command.
    ``enabled`` tells for a state whether the command can act; without it, it always can.
    ``is_choice`` tells that it is one of some, and that the window ticks the one that holds.
    ``on_start_page`` tells that it can act while the start page covers the pictures.
    ``may_ask`` tells that the command may open a dialog and wait in it. The keys work in every
    window of the program, except in modal dialogs, unless ``is_local``: what it does then
    depends on what has the keyboard in the main window.
    """

    id: str
    text: str
    run: Callable[..., object]
    keys: tuple[QKeySequence.StandardKey | str, ...] = ()
    short: str = ""
    tip: str = ""
    icon: str = ""
    terms: str = ""
    enabled: Callable[[State], bool] | None = None
    on_start_page: bool = False
    is_checkable: bool = False
    is_choice: bool = False
    is_local: bool = False
    may_ask: bool = False
    role: QAction.MenuRole = Role.NoRole

    @property
    def plain_text(self) -> str:
        """The command's words without access key and dots."""
        return self.text.replace("&", "").rstrip("…")

    def can_act(self, state: State, *, is_start_page: bool) -> bool:
        """Return whether the command can act on a state, on or off the start page."""
        if is_start_page and not self.on_start_page:
            return False
        return self.enabled is None or self.enabled(state)


@dataclass(frozen=True, slots=True)
class Submenu:
    """A menu inside a menu whose entries are data, such as files or presets.

    ``choose`` is called with the entry's value. ``may_ask`` as for a command.
    """

    id: SubmenuId
    text: str
    choose: Callable[[str], object]
    may_ask: bool = False


def key_sequences(command: Command) -> list[QKeySequence]:
    """Return all shortcuts of a command on this system, each once."""
    found: list[QKeySequence] = []
    for keys in command.keys:
        sequences = (
            [QKeySequence(keys)] if isinstance(keys, str) else QKeySequence.keyBindings(keys)
        )
        found += [sequence for sequence in sequences if sequence not in found]
    return found


RARE_KEYS = re.compile(r"\bF(1[3-9]|[2-9]\d)\b")
"""Function keys that no keyboard of today has; some systems still list them as standard."""


def keys_text(command: Command) -> str:
    """Return the shortcuts of a command as this system writes them, without rare keys."""
    native = QKeySequence.SequenceFormat.NativeText
    texts = (keys.toString(native) for keys in key_sequences(command))
    return ", ".join(text for text in texts if not RARE_KEYS.search(text))


def key_groups(table: Iterable[Command], plans: Iterable[MenuPlan]) -> tuple[KeyGroup, ...]:
    """Return by menu what each command with shortcuts does, and its keys; the rest comes last."""
    left = {each.id: each for each in table if keys_text(each)}
    groups: list[KeyGroup] = []
    for plan in plans:
        found = [left.pop(id_) for id_ in plan.ids if id_ in left]
        groups.append((plan.title.replace("&", ""), tuple(map(_key_row, found))))
    return (*groups, (tr("Pictures and text size"), tuple(map(_key_row, left.values()))))


def _key_row(command: Command) -> tuple[str, str]:
    return command.plain_text, keys_text(command)
