"""The menu bar and the toolbar, built from the table of commands."""

from collections.abc import Collection, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QSignalBlocker, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QWidget

from explorer.figures.scenario_groups import Offer, Section, preset_of
from explorer.model.pin import Pins
from explorer.model.wording import tr
from explorer.store.state import State
from explorer.ui.commands.command import Command, Submenu, SubmenuId, key_sequences
from explorer.ui.commands.menu_plan import (
    ICON_ALONE,
    LEVEL_SWITCH,
    SEPARATOR,
    TOOLBAR,
    MenuPlan,
    menus,
)
from explorer.ui.commands.stage import tab_command
from explorer.ui.live.comparing import pin_actions
from explorer.ui.look.foreign_text import button_text, plain_words
from explorer.ui.look.icons import icon
from explorer.ui.look.long_words import shortened
from explorer.ui.look.look import TEXT_STEPS
from explorer.ui.look.themed import Themed
from explorer.ui.widgets.menu_button import MenuButton
from explorer.ui.widgets.section_head import section_head
from explorer.ui.widgets.tool_button import ToolButton
from explorer.ui.window.tool_row import ToolRow
from explorer.views.tabs import TABS

Connection = Qt.ConnectionType
Choice = tuple[str, str]
"""What a menu entry stands for, and its words."""


class Menus(QObject):
    """Owns every action and menu of one window."""

    def __init__(
        self, window: QMainWindow, table: Iterable[Command], submenus: Iterable[Submenu]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._table = {each.id: each for each in table}
        self._choosers = {each.id: each for each in submenus}
        self._state: State | None = None
        self._is_start_page = False
        self.actions = {each.id: QAction(each.text, window) for each in self._table.values()}
        self.submenus = {each.id: QMenu(each.text, window) for each in self._choosers.values()}
        self._groups = {each: QActionGroup(self) for each in self._choosers}
        self._section_heads: dict[SubmenuId, list[QAction]] = {}
        self._letters: list[str] | None = None
        self._connect()
        self.menus = [window.menuBar().addMenu(plan.title) for plan in menus()]
        for menu, plan in zip(self.menus, menus(), strict=True):
            self._fill(menu, plan)
        self._fill_text_sizes()
        self._fill_pictures()
        self.toolbar = QToolBar(tr("Toolbar"), window)
        self._row = ToolRow(self.toolbar)
        self._row.row.setSpacing(2)
        self.scenario_button = MenuButton(self.submenus["library"], self.toolbar)
        self.text_button = MenuButton(self.submenus["text_size"], self.toolbar)
        self._build_toolbar()

    def show_choices(
        self, submenu: SubmenuId, choices: Iterable[Choice], chosen: str | None = None
    ) -> None:
        """Fill a submenu with entries that carry data; the chosen one is ticked.

        Long words are cut; pointing at an entry shows them all.
        """
        offers = (
            Offer(value, words, value if submenu == "recent" else "") for value, words in choices
        )
        self.show_sections(submenu, (Section("", tuple(offers)),), chosen)

    def show_sections(
        self, submenu: SubmenuId, sections: Iterable[Section], chosen: str | None = None
    ) -> None:
        """Fill a submenu with entries under headings; as :meth:`show_choices` else."""
        menu, group = self.submenus[submenu], self._groups[submenu]
        menu.setToolTipsVisible(True)
        for old in (*self._section_heads.pop(submenu, ()), *group.actions()):
            menu.removeAction(old)
            group.removeAction(old)
            old.deleteLater()
        for section in sections:
            if section.title:
                head = section_head(section.title, menu)
                menu.addAction(head)
                self._section_heads.setdefault(submenu, []).append(head)
            for offer in section.offers:
                action = QAction(button_text(shortened(offer.words)), menu)
                action.setData(offer.value)
                action.setToolTip(_whole(offer.words, offer.note))
                action.setCheckable(chosen is not None)
                action.setChecked(offer.value == chosen)
                group.addAction(action)
                menu.addAction(action)
        menu.setEnabled(bool(group.actions()))

    def show_note(self, submenu: SubmenuId, value: str, note: str) -> None:
        """Introduce the entry of a submenu that stands for a value to who points at it."""
        for action in self._groups[submenu].actions():
            if action.data() == value:
                action.setToolTip(_whole(action.toolTip().partition("\n")[0], note))

    def show_chosen(self, submenu: SubmenuId, chosen: str) -> None:
        """Tick the entry of a submenu that stands for a value, if there is one."""
        for action in self._groups[submenu].actions():
            action.setChecked(str(action.data()) == chosen)

    def show_recent(self, paths: Iterable[Path]) -> None:
        """List the documents that were open before."""
        self.show_choices("recent", [(str(path), path.name) for path in paths])

    def show_state(self, state: State) -> None:
        """Follow the state: what can be undone, repeated, replayed."""
        self._state = state
        self._name("undo", state.undo_name)
        self._name("redo", state.redo_name)
        self._enable()
        self._show_pins(state.pins)
        self.show_chosen("library", preset_of(state.loaded))
        name = button_text(shortened(state.scenario.name))
        is_edited = state.scenario.values != state.loaded.values
        edited, plain = tr("Scenario: {name} (edited) ▾"), tr("Scenario: {name} ▾")
        words = (edited if is_edited else plain).format(name=name)
        if words != self.scenario_button.text():
            self.scenario_button.setText(words)
            kind = plain_words(self._choosers["library"].text)
            self.scenario_button.setAccessibleName(spoken_name(words, kind))
        if state.scenario.name != self.scenario_button.toolTip():
            self.scenario_button.setToolTip(state.scenario.name)

    def _show_pins(self, pins: Pins) -> None:
        """Offer what can be done with the pins."""
        letters = [pin.letter for pin in pins]
        if letters != self._letters:
            self._letters = letters
            self.show_choices(
                "pins",
                [
                    (f"{key} {letter}", words.format(letter=letter))
                    for letter in letters
                    for key, words in pin_actions().items()
                ],
            )

    def show_checked(self, command: str, *, is_checked: bool) -> None:
        """Tick a command without doing it."""
        action = self.actions[command]
        blocker = QSignalBlocker(action)
        action.setChecked(is_checked)
        blocker.unblock()

    def tick(self, command: str, is_checked: bool) -> None:
        """Tick a command without doing it, as a signal asks for it."""
        self.show_checked(command, is_checked=is_checked)

    def show_ticked(self, commands: Collection[str]) -> None:
        """Tick these of the commands that are one of some, and no other."""
        for command in self._table.values():
            if command.is_choice:
                self.actions[command.id].setChecked(command.id in commands)

    def trigger(self, command_id: str) -> None:
        """Do a command, as if it were chosen from its menu."""
        self.actions[command_id].trigger()

    def show_text_percent(self, percent: int) -> None:
        """Tell the text size."""
        self.show_chosen("text_size", str(percent))

    def show_start_page(self, *, is_shown: bool) -> None:
        """Offer only what can act while the start page covers the pictures, or all again."""
        self._is_start_page = is_shown
        self._enable()

    def _enable(self) -> None:
        """Enable what can act on the state."""
        if self._state is None:
            return
        for command in self._table.values():
            can_act = command.can_act(self._state, is_start_page=self._is_start_page)
            self.actions[command.id].setEnabled(can_act)

    def _connect(self) -> None:
        for command in self._table.values():
            action = self.actions[command.id]
            action.setShortcuts(key_sequences(command))
            if not command.is_local:
                action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
            action.setCheckable(command.is_checkable or command.is_choice)
            action.setMenuRole(command.role)
            action.setToolTip(_tip(command, command.plain_text))
            if command.short:
                action.setIconText(command.short)
            if command.icon:
                action.setIcon(icon(command.icon))
                action.setIconVisibleInMenu(False)
            done = action.toggled if command.is_checkable else action.triggered
            done.connect(command.run, _way(may_ask=command.may_ask))
            self._window.addAction(action)
        for submenu in self._choosers.values():
            self._groups[submenu.id].triggered.connect(self._choose, _way(may_ask=submenu.may_ask))

    def _choose(self, action: QAction) -> None:
        """Do what an entry of a submenu stands for."""
        group = action.actionGroup()
        for submenu in self._choosers.values():
            if group is self._groups[submenu.id]:
                submenu.choose(str(action.data()))

    def _fill(self, menu: QMenu, plan: MenuPlan) -> None:
        for entry in plan.entries:
            if entry == SEPARATOR:
                menu.addSeparator()
            elif isinstance(entry, MenuPlan):
                inner = QMenu(entry.title, menu)
                menu.addMenu(inner)
                self._fill(inner, entry)
            elif entry in self.actions:
                menu.addAction(self.actions[entry])
            else:
                menu.addMenu(self.submenus[entry])

    def _fill_text_sizes(self) -> None:
        percents = [(str(percent), tr("{percent} %", percent=percent)) for percent in TEXT_STEPS]
        self.show_choices("text_size", percents, "100")
        menu = self.submenus["text_size"]
        menu.addSeparator()
        for command in ("text_larger", "text_smaller", "text_normal"):
            menu.addAction(self.actions[command])

    def _fill_pictures(self) -> None:
        """Offer every picture, those that answer the same question together."""
        menu, group = self.submenus["picture"], TABS[0].group
        for tab in TABS:
            if tab.group != group:
                group = tab.group
                menu.addSeparator()
            menu.addAction(self.actions[tab_command(tab.id)])
        menu.addSeparator()
        for command in ("next_picture", "previous_picture"):
            menu.addAction(self.actions[command])

    def _build_toolbar(self) -> None:
        self.toolbar.setObjectName("toolbar")
        self.toolbar.setMovable(False)
        self.toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._window.addToolBar(self.toolbar)
        # Qt would put what does not fit behind an arrow that no keyboard reaches.
        self.toolbar.addWidget(self._row)
        separators = 0
        for entry in TOOLBAR:
            if entry == SEPARATOR:
                separators += 1
                is_last = separators == TOOLBAR.count(SEPARATOR)
                self._row.row.add_stretch() if is_last else self._add_separator()
            elif entry == "library":
                self._add_menu_button(self.scenario_button, entry, tr("Scenario ▾"))
            elif entry == "text_size":
                self._add_menu_button(self.text_button, entry, tr("Aa ▾"))
                steps = (self._table[each] for each in ("text_larger", "text_smaller"))
                keys = ", ".join(map(_keys, steps))
                self.text_button.setToolTip(tr("Text size ({keys})", keys=keys))
            else:
                self._add_button(entry)

    def _add_button(self, command: str) -> None:
        button = ToolButton(self._row)
        button.setDefaultAction(self.actions[command])
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setProperty("segment", command in LEVEL_SWITCH)
        # Assistive technology toggles the button; Qt tells that to no action.
        if button.isCheckable():
            button.toggled.connect(self.actions[command].setChecked)
        if self._table[command].icon and command not in ICON_ALONE:
            self._row.add_worded(button)
        else:
            self._row.row.addWidget(button)

    def _add_separator(self) -> None:
        self._row.row.addWidget(_Gap(self._row))

    def _add_menu_button(self, button: MenuButton, submenu: SubmenuId, words: str) -> None:
        button.setText(words)
        kind = plain_words(self._choosers[submenu].text)
        button.setAccessibleName(spoken_name(words, kind))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoRaise(True)
        self._row.row.addWidget(button)

    def _name(self, command_id: str, step: str | None) -> None:
        """Name an action after the step that it takes back or repeats."""
        action, full = self.actions[command_id], self._table[command_id].text
        if step:
            full = tr("{command} {step}", command=full, step=button_text(step))
        if full != action.text():
            short = action.iconText()
            action.setText(full)
            action.setIconText(short)
            action.setToolTip(_tip(self._table[command_id], plain_words(full)))


class _Gap(Themed, QWidget):
    """An empty place on the toolbar, as wide as a line of text is high."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.follow_look()

    def follow_look(self) -> None:
        self.setFixedWidth(self.fontMetrics().height())


def spoken_name(words: str, kind: str) -> str:
    """Return the name of a button for screen and speech: what stands on it, then what it is."""
    on_it = plain_words(words).strip(" ▾")
    return tr("{words}: {kind}", words=on_it, kind=kind)


def _whole(words: str, note: str) -> str:
    """Return what an entry says when it is pointed at: all of its words, and what it is."""
    return "\n".join(part for part in (words, note) if part)


def _way(*, may_ask: bool) -> Connection:
    """Return how a command is called; whoever gave one that asks must not wait for the answer."""
    return Connection.QueuedConnection if may_ask else Connection.AutoConnection


def _tip(command: Command, text: str) -> str:
    """Return what a button says when it is pointed at: its words, its keys, what it does."""
    keys = _keys(command)
    named = tr("{command} ({keys})", command=text, keys=keys) if keys else text
    return _whole(named, command.tip)


def _keys(command: Command) -> str:
    """Return the first keys of a command as this system writes them; "" for none."""
    first = [*key_sequences(command), QKeySequence()][0]
    return first.toString(QKeySequence.SequenceFormat.NativeText)
