"""Preferences: a small window beside the main one; every choice applies at once."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from explorer.files.settings import Settings
from explorer.model.wording import tr
from explorer.ui.look import TEXT_STEPS, theme_choices
from explorer.ui.side_window import SideWindow
from explorer.ui.widgets.drop_down import DropDown


class PreferencesDialog(SideWindow):
    """Colours, text size and motion; it never blocks the main window.

    Signals
    -------
    theme_chosen(str)
        One of the ids of :func:`theme_choices`.
    text_size_chosen(int)
        In per cent.
    reduce_motion_chosen(bool)
        Whether pictures should not alternate.
    """

    theme_chosen = Signal(str)
    text_size_chosen = Signal(int)
    reduce_motion_chosen = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Preferences"))
        self._theme = DropDown()
        self._text = DropDown()
        self._motion = QCheckBox(tr("Reduce &motion: a replay shows before and after only once"))
        for value, words in theme_choices():
            self._theme.addItem(words, value)
        for percent in TEXT_STEPS:
            self._text.addItem(tr("{percent} %", percent=percent), percent)
        self._arrange()
        self._theme.activated.connect(self._choose_theme)
        self._text.activated.connect(self._choose_text)
        self._motion.clicked.connect(self.reduce_motion_chosen)

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""
        blockers = [QSignalBlocker(each) for each in (self._theme, self._text, self._motion)]
        self._theme.setCurrentIndex(self._theme.findData(settings.theme))
        self._text.setCurrentIndex(self._text.findData(round(settings.text_scale * 100)))
        self._motion.setChecked(settings.reduce_motion)
        for blocker in blockers:
            blocker.unblock()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(self.fontMetrics().height() // 2)
        form.addRow(tr("&Colours"), self._theme)
        form.addRow(tr("&Text size"), self._text)
        form.addRow(self._motion)
        self._theme.setAccessibleName(tr("Colours"))
        self._text.setAccessibleName(tr("Text size"))
        self._motion.setAccessibleName(tr("Reduce motion"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, Qt.Orientation.Horizontal)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self.page)
        layout.addLayout(form)
        layout.addWidget(buttons)

    def _choose_theme(self, place: int) -> None:
        self.theme_chosen.emit(str(self._theme.itemData(place)))

    def _choose_text(self, place: int) -> None:
        self.text_size_chosen.emit(int(self._text.itemData(place)))
