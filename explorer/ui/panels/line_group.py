"""A group of controls whose heading offers whole sets of red lines and whose fold tells of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QWidget

from explorer.model.example import LinePreset
from explorer.model.visible_text import one_line
from explorer.model.wording import tr, tr_n
from explorer.ui.look.foreign_text import button_text
from explorer.ui.look.theme import AccentRole
from explorer.ui.widgets.collapsible import ControlGroup
from explorer.ui.widgets.menu_button import MenuButton


class LineGroup(ControlGroup):
    """A group that knows which of its folded lines are drawn and what lines can be set at once.

    ``preset_chosen`` carries the id of a set of red lines.
    """

    preset_chosen = Signal(str)

    def __init__(self, name: str, role: AccentRole, parent: QWidget | None = None) -> None:
        self._drawn = 0
        super().__init__(name, role, parent)
        self._preset_menu = QMenu(self)
        self._preset_button = MenuButton(self._preset_menu, self)
        self._preset_actions = QActionGroup(self)
        self._preset_button.hide()
        self._place_button(name)

    def offer_presets(self, presets: tuple[LinePreset, ...]) -> None:
        """Offer sets of red lines in the heading."""
        for preset in presets:
            action = QAction(button_text(preset.name), self)
            action.setData(preset.id)
            action.setToolTip(preset.note)
            action.setStatusTip(one_line(preset.note))
            action.setCheckable(True)
            self._preset_actions.addAction(action)
            self._preset_menu.addAction(action)
        self._preset_button.setVisible(bool(presets))

    def preset_actions(self) -> tuple[QAction, ...]:
        """Return the sets of lines in the heading's menu; each carries its id."""
        return tuple(self._preset_actions.actions())

    def show_preset(self, preset_id: str) -> None:
        """Tick the set of lines that is drawn now; "" where it is none of them."""
        for action in self._preset_actions.actions():
            action.setChecked(action.data() == preset_id)

    def show_locked(self, is_locked: bool) -> None:
        """Offer no sets of lines while any line is locked."""
        self._preset_button.setEnabled(not is_locked)

    def show_drawn(self, count: int) -> None:
        """Tell on the fold how many of the folded lines are drawn."""
        if count != self._drawn:
            self._drawn = count
            self._name_fold()

    def _place_button(self, name: str) -> None:
        button = self._preset_button
        button.setText(tr("Set to ▾"))
        button.setToolTip(tr("Set all lines of this group at once"))
        button.setAccessibleName(tr("{group}: set to", group=name))
        self._preset_menu.setToolTipsVisible(True)
        self._preset_menu.triggered.connect(self._on_preset_triggered)
        self._preset_actions.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        line = QHBoxLayout()
        line.addWidget(self._heading, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = self.layout()
        if isinstance(column, QBoxLayout):
            column.insertLayout(0, line)

    def _on_preset_triggered(self, action: QAction) -> None:
        self.preset_chosen.emit(str(action.data()))

    def _name_fold(self) -> None:
        super()._name_fold()
        if self.is_folded and self._drawn:
            words = tr_n(
                "{lines}, {n} active",
                "{lines}, {n} active",
                self._drawn,
                lines=self._unfold_words(),
            )
            self._fold.setText(words)
            self._fold.setAccessibleName(words)
            self._fold.updateGeometry()
