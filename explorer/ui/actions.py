"""Menus, toolbar and keys as tables: each command's id, words, slot and shortcuts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QAction, QKeySequence

from explorer.model.wording import tr

Keys = QKeySequence.StandardKey
Role = QAction.MenuRole

SEPARATOR = "-"

SubmenuId = Literal[
    "recent",
    "cases",
    "library",
    "lens",
    "pins",
    "lower_picture",
    "text_size",
    "theme",
]
SUBMENUS: Mapping[SubmenuId, str] = {
    "recent": "choose_recent",
    "cases": "own_cases.choose_case",
    "library": "choose_library",
    "lens": "choose_lens",
    "pins": "choose_pins",
    "lower_picture": "view.choose_lower_picture",
    "text_size": "view.choose_text_size",
    "theme": "view.choose_theme",
}
"""Menus inside menus whose entries are data, such as files or presets, and the slot of each."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done from the menu, the toolbar or the keyboard.

    ``slot`` names the method of :class:`~explorer.ui.commands.Commands`, or of a part of it
    after a dot, that does it, ``keys`` are Qt's standard keys where there is one. ``short`` is
    the word on the toolbar. ``may_ask`` tells that the command may open a dialog and wait in it.
    The keys work in every window of the program, except in modal dialogs, unless ``is_local``:
    what it does then depends on what has the keyboard in the main window.
    """

    id: str
    text: str
    slot: str
    keys: tuple[QKeySequence.StandardKey | str, ...] = ()
    short: str = ""
    is_checkable: bool = False
    is_local: bool = False
    may_ask: bool = False
    role: QAction.MenuRole = Role.NoRole


@dataclass(frozen=True, slots=True)
class MenuPlan:
    """A menu's words and what stands in it: command ids, submenu ids, separators."""

    title: str
    entries: tuple[str, ...]


def commands() -> tuple[Command, ...]:
    """Return every command, in the reader's language."""
    return (
        *_file_commands(),
        *_edit_commands(),
        *_scenario_commands(),
        *_view_commands(),
        *_help_commands(),
    )


def menus() -> tuple[MenuPlan, ...]:
    """Return the menu bar."""
    return tuple(
        MenuPlan(title, tuple(entries.split()))
        for title, entries in (
            (tr("&File"), _FILE_MENU),
            (tr("&Edit"), _EDIT_MENU),
            (tr("&Scenario"), _SCENARIO_MENU),
            (tr("&View"), _VIEW_MENU),
            (tr("&Help"), _HELP_MENU),
        )
    )


TOOLBAR = (
    "undo",
    "redo",
    "replay",
    SEPARATOR,
    "library",
    "pin_snapshot",
    "compare",
    "why",
    SEPARATOR,
    "text_size",
    "projector",
)
"""What stands on the toolbar, from the leading end; the last two at the far end."""


def submenu_title(submenu: str) -> str:
    """Return the words of a menu inside a menu."""
    titles = {
        "recent": tr("Open &recent"),
        "cases": tr("Cas&es"),
        "library": tr("Scenario &library"),
        "pins": tr("P&ins"),
        "lens": tr("Look through a le&ns"),
        "lower_picture": tr("&Lower picture"),
        "text_size": tr("Text &size"),
        "theme": tr("&Colours"),
    }
    return titles[submenu]


def _file_commands() -> tuple[Command, ...]:
    return (
        Command("new", tr("&New"), "new_document", (Keys.New,), may_ask=True),
        Command("open", tr("&Open…"), "open_document", (Keys.Open,), may_ask=True),
        Command("save", tr("&Save"), "save_document", (Keys.Save,), may_ask=True),
        Command(
            "save_as",
            tr("Save &as…"),
            "save_document_as",
            (Keys.SaveAs, "Ctrl+Shift+S"),
            may_ask=True,
        ),
        Command("copy_code", tr("&Copy scenario code"), "copy_code"),
        Command("paste_code", tr("&Paste scenario code"), "paste_code", may_ask=True),
        Command(
            "export_image",
            tr("Export &image…"),
            "picture.export_image",
            ("Ctrl+Shift+X",),
            is_local=True,
        ),
        Command("export_comparison", tr("Export co&mparison…"), "comparison_export.begin"),
        Command("export_data", tr("Export &data…"), "picture.export_data", may_ask=True),
        Command(
            "close",
            tr("Close &window"),
            "close_window",
            (Keys.Close,),
            is_local=True,
            may_ask=True,
        ),
        Command(
            "quit", tr("&Quit"), "close_window", (Keys.Quit,), may_ask=True, role=Role.QuitRole
        ),
    )


def _edit_commands() -> tuple[Command, ...]:
    return (
        Command("undo", tr("&Undo"), "undo", (Keys.Undo,), short=tr("Undo")),
        Command("redo", tr("&Redo"), "redo", (Keys.Redo, "Ctrl+Y"), short=tr("Redo")),
        Command(
            "copy_picture", tr("Copy &picture"), "picture.copy_picture", (Keys.Copy,), is_local=True
        ),
        Command(
            "copy_data", tr("Copy &data"), "picture.copy_data", ("Ctrl+Shift+C",), is_local=True
        ),
        Command("find_control", tr("&Find control…"), "find_control", (Keys.Find,), is_local=True),
        Command(
            "preferences",
            tr("Pr&eferences"),
            "view.show_preferences",
            (Keys.Preferences, "Ctrl+,"),
            role=Role.PreferencesRole,
        ),
    )


def _scenario_commands() -> tuple[Command, ...]:
    return (
        Command("replay", tr("&Replay last change"), "replay", ("Ctrl+R",), short=tr("Replay")),
        Command("why", tr("Wh&y it changed"), "show_why", ("Ctrl+I",), short=tr("Why?")),
        Command("show_before", tr("Show &before (hold B)"), "show_before", is_checkable=True),
        Command(
            "sweep_control", tr("S&weep control"), "sweep_control", ("Ctrl+Shift+W",), is_local=True
        ),
        Command("reset_control", tr("Reset this &control"), "reset_control"),
        Command("reset_to_loaded", tr("Reset to &loaded scenario"), "reset_to_loaded"),
        Command("reset_to_baseline", tr("Reset to bas&eline"), "reset_to_baseline"),
        Command("set_as_baseline", tr("&Set as baseline"), "set_as_baseline"),
        Command(
            "pin_snapshot",
            tr("&Pin snapshot"),
            "comparing.pin_snapshot",
            ("Ctrl+D",),
            short=tr("Pin"),
        ),
        Command(
            "compare",
            tr("C&ompare"),
            "comparing.toggle",
            ("Ctrl+E",),
            short=tr("Compare"),
            is_checkable=True,
        ),
        Command("swap_pins", tr("Swap &A and B"), "comparing.swap", ("Ctrl+Shift+E",)),
        Command("assumptions", tr("Assu&mptions…"), "assumptions.open", ("Ctrl+Shift+A",)),
        Command("draw_anew", tr("&Draw other assumption sets"), "draw_anew"),
        Command("reset_assumptions", tr("Reset ass&umptions"), "assumptions.reset_all"),
    )


def _view_commands() -> tuple[Command, ...]:
    return (
        Command("table", tr("&Table view"), "picture.toggle_table", ("Ctrl+T",), is_local=True),
        Command("text_larger", tr("&Larger"), "view.text_larger", (Keys.ZoomIn, "Ctrl+=")),
        Command("text_smaller", tr("&Smaller"), "view.text_smaller", (Keys.ZoomOut,)),
        Command("text_normal", tr("&Normal"), "view.text_normal", ("Ctrl+0",)),
        Command(
            "projector",
            tr("&Projector colours"),
            "view.show_projector",
            ("Ctrl+Shift+P",),
            short=tr("Projector"),
            is_checkable=True,
        ),
        Command("next_region", tr("&Next region"), "view.next_region", ("F6",), is_local=True),
        Command(
            "previous_region",
            tr("Previous r&egion"),
            "view.previous_region",
            ("Shift+F6",),
            is_local=True,
        ),
        Command(
            "full_screen",
            tr("&Full screen"),
            "view.toggle_full_screen",
            (Keys.FullScreen, "F11"),
            is_checkable=True,
            is_local=True,
        ),
        Command("reset_layout", tr("Reset la&yout"), "view.reset_layout"),
    )


def _help_commands() -> tuple[Command, ...]:
    return (
        Command("guide", tr("&Guide"), "show_guide", (Keys.HelpContents,)),
        Command(
            "about_graph", tr("About this gra&ph"), "show_graph_help", ("Shift+F1",), is_local=True
        ),
        Command("how_it_works", tr("&How the model works"), "show_how"),
        Command("what_it_is_not", tr("&What this is not"), "show_limits"),
        Command("later", tr("What came &later"), "show_later"),
        Command("case_changes", tr("What &changed in this case"), "show_case_changes"),
        Command("shortcuts", tr("&Keyboard shortcuts"), "show_shortcuts", ("Ctrl+/",)),
        Command("tips", tr("Show &tips"), "show_tips"),
        Command("start_page", tr("&Start page"), "show_start_page"),
        Command("report_problem", tr("&Report a problem"), "report_problem"),
        Command("about", tr("&About Deal Zone Explorer"), "show_about", role=Role.AboutRole),
    )


def key_sequences(command: Command) -> list[QKeySequence]:
    """Return all shortcuts of a command on this system, each once."""
    found: list[QKeySequence] = []
    for keys in command.keys:
        sequences = (
            [QKeySequence(keys)] if isinstance(keys, str) else QKeySequence.keyBindings(keys)
        )
        found += [sequence for sequence in sequences if sequence not in found]
    return found


_FILE_MENU = """
new open recent cases library - save save_as - copy_code paste_code - export_image export_data
export_comparison - close quit
"""
_EDIT_MENU = "undo redo - copy_picture copy_data - find_control preferences"
_SCENARIO_MENU = """
replay show_before why -
lens sweep_control -
reset_control reset_to_loaded reset_to_baseline -
set_as_baseline -
pin_snapshot compare swap_pins pins -
assumptions reset_assumptions draw_anew
"""
_VIEW_MENU = """
lower_picture table - text_size theme projector - next_region previous_region -
full_screen reset_layout
"""
_HELP_MENU = """
guide about_graph - how_it_works what_it_is_not later case_changes shortcuts tips start_page -
report_problem about
"""
