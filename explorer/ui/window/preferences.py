"""Preferences: a small window beside the main one; every choice applies at once."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from explorer.files.settings import Settings
from explorer.model.wording import tr
from explorer.ui.app.language import SYSTEM
from explorer.ui.look.look import TEXT_STEPS, theme_choices
from explorer.ui.widgets.check_box import CheckBox
from explorer.ui.widgets.drop_down import DropDown
from explorer.ui.widgets.label import Label
from explorer.ui.window.side_window import SideWindow


class PreferencesDialog(SideWindow):
    """Colours, text size, language and motion; it never blocks the main window.

    Signals
    -------
    theme_chosen(str)
        One of the ids of :func:`theme_choices`.
    text_size_chosen(int)
        In per cent.
    language_chosen(str)
        A code, or :data:`~explorer.ui.app.language.SYSTEM`; it holds from the next start on.
    reduce_motion_chosen(bool)
        Whether pictures should not alternate.
    """

    theme_chosen = Signal(str)
    text_size_chosen = Signal(int)
    language_chosen = Signal(str)
    reduce_motion_chosen = Signal(bool)

    def __init__(self, parent: QWidget, languages: tuple[tuple[str, str], ...] = ()) -> None:
        """Offer the choices; ``languages`` are (code, name), and fewer than two are no choice."""
        super().__init__(parent)
        self.setWindowTitle(tr("Preferences"))
        self._theme = DropDown()
        self._text = DropDown()
        self._language = DropDown()
        self._motion = CheckBox(tr("Reduce &motion: a replay shows before and after only once"))
        for value, words in theme_choices():
            self._theme.addItem(words, value)
        for percent in TEXT_STEPS:
            self._text.addItem(tr("{percent} %", percent=percent), percent)
        for code, name in languages:
            self._language.addItem(name, code)
        self._arrange()
        self._theme.activated.connect(self._choose_theme)
        self._text.activated.connect(self._choose_text)
        self._language.activated.connect(self._choose_language)
        self._motion.toggled.connect(self.reduce_motion_chosen)

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""
        boxes = (self._theme, self._text, self._language, self._motion)
        blockers = [QSignalBlocker(each) for each in boxes]
        self._theme.setCurrentIndex(self._theme.findData(settings.theme))
        self._text.setCurrentIndex(self._text.findData(round(settings.text_scale * 100)))
        self._language.setCurrentIndex(self._language.findData(settings.language or SYSTEM))
        self._motion.setChecked(settings.reduce_motion)
        for blocker in blockers:
            blocker.unblock()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(self.fontMetrics().height() // 2)
        form.addRow(_label(tr("&Colours"), self._theme), self._theme)
        form.addRow(_label(tr("&Text size"), self._text), self._text)
        if self._language.count() > 1:
            form.addRow(_label(tr("&Language"), self._language), self._language)
            form.addRow(Label(tr("Another language holds from the next start on.")))
        form.addRow(self._motion)
        self._theme.setAccessibleName(tr("Colours"))
        self._text.setAccessibleName(tr("Text size"))
        self._language.setAccessibleName(tr("Language"))
        self._motion.setAccessibleName(tr("Reduce motion"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, Qt.Orientation.Horizontal)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self.page)
        layout.addLayout(form)
        layout.addWidget(buttons)
        if self._language.count() < 2:
            # One language is no choice.
            self._language.setParent(self.page)
            self._language.hide()

    def _choose_theme(self, place: int) -> None:
        self.theme_chosen.emit(str(self._theme.itemData(place)))

    def _choose_text(self, place: int) -> None:
        self.text_size_chosen.emit(int(self._text.itemData(place)))

    def _choose_language(self, place: int) -> None:
        self.language_chosen.emit(str(self._language.itemData(place)))


def _label(words: str, box: QWidget) -> Label:
    """Return the words before a box, whose access key leads to it."""
    label = Label(words)
    label.setBuddy(box)
    return label
