"""The menu of a picture: what is pointed at, and what can be done with the picture."""

from functools import partial
from textwrap import shorten
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from explorer.model.wording import tr
from explorer.ui.export.clipboard import copy_words
from explorer.ui.look.foreign_text import button_text
from explorer.ui.pictures.picture_plot import PicturePlot

if TYPE_CHECKING:
    from explorer.ui.pictures.axes.axes_picture import AxesPicture

PYTHON, COMMAND = "python", "command"
"""The kinds of recipes: lines of Python, or a command of a shell."""

MOST_LETTERS = 70
"""How many letters of what is pointed at a menu shows at most."""


class PictureMenu(QMenu):
    """Opens over a picture by the right button, the menu key or Shift+F10.

    Its entries do what the buttons around the picture do, and have their words.

    ``recipe_wanted(str)``: The hand asked for the picture as a recipe of one of the kinds.
    """

    recipe_wanted = Signal(str)

    def __init__(self, frame: QWidget, buttons: tuple[QAbstractButton, ...]) -> None:
        """Offer what some buttons do.

        ``buttons``: In the order of the entries; those that stay down are ticked while they are.
        """
        super().__init__(frame)
        self._words = ""
        self._axes: AxesPicture[Any] | None = None
        self._pointed = self.addAction("")
        self._pointed.setEnabled(False)
        self._copy_words = self.addAction(tr("Copy these words"), self._copy)
        self._rule = self.addSeparator()
        self._buttons = tuple((button, self._entry(button)) for button in buttons)
        self.addSeparator()
        for kind, words in ((PYTHON, tr("Copy as Python")), (COMMAND, tr("Copy as command"))):
            self.addAction(words, partial(self.recipe_wanted.emit, kind))
        self._fit = self.addAction(tr("Show all of the picture (0)"), self._show_all)

    def open_at(self, place: QPoint, words: str, picture: QWidget) -> None:
        """Open at a point of the screen.

        ``place``: In global coordinates. ``words``: What is pointed at; "" for nothing.
        """
        is_axes = isinstance(picture, PicturePlot) and picture.HAS_AXES
        self._words, self._axes = words, cast("AxesPicture[Any]", picture) if is_axes else None
        self._pointed.setText(button_text(shorten(words, MOST_LETTERS, placeholder="…")))
        for action in (self._pointed, self._copy_words, self._rule):
            action.setVisible(bool(words))
        for button, action in self._buttons:
            action.setCheckable(button.isCheckable())
            action.setChecked(button.isChecked())
        self._fit.setVisible(self._axes is not None)
        self._fit.setEnabled(self._axes is not None and self._axes.graph.is_zoomed)
        self.popup(place)

    def _entry(self, button: QAbstractButton) -> QAction:
        return self.addAction(button_text(button.accessibleName()), button.click)

    def _copy(self) -> None:
        copy_words(self._words)

    def _show_all(self) -> None:
        if self._axes is not None:
            self._axes.fit()
