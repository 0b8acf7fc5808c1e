"""Dialogs that wait for an answer, behind one protocol so that tests answer without a screen."""

import os
from pathlib import Path
from typing import Literal, Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from explorer.model.visible_text import visible
from explorer.model.wording import tr
from explorer.ui.look.foreign_text import title_text
from explorer.ui.look.icons import icon
from explorer.ui.look.long_words import breakable

SaveAnswer = Literal["save", "discard", "cancel"]
ReplaceAnswer = Literal["replace", "other", "cancel"]

DOCUMENT_SUFFIX = ".dealzone"
DOCUMENT_SUFFIXES = (DOCUMENT_SUFFIX, ".json")
PICTURE_SUFFIXES = (".png", ".svg", ".pdf")


class Dialogs(Protocol):
    """Questions that only a person can answer."""

    def path_to_open(self, folder: Path) -> Path | None:
        """Ask for a document or case to open; None if the user thought better of it."""
        ...

    def path_to_save(self, suggestion: Path) -> Path | None:
        """Ask where to save the document; None if the user thought better of it."""
        ...

    def path_to_export(self, suggestion: Path, kind: str) -> Path | None:
        """Ask where to write a picture or table; ``kind`` describes it in words."""
        ...

    def wish_for_changes(self, name: str) -> SaveAnswer:
        """Ask what shall become of changes that have not been saved."""
        ...

    def wish_for_changed_file(self, name: str) -> ReplaceAnswer:
        """Ask whether to save over a file that another program has changed meanwhile."""
        ...

    def tell_error(self, title: str, text: str) -> None:
        """Tell that something went wrong and what can be done."""
        ...


class WindowDialogs:
    """The real dialogs, in front of the window that is in use."""

    def path_to_open(self, folder: Path) -> Path | None:
        """Ask for a document or case to open; None if the user thought better of it."""
        chosen, _ = QFileDialog.getOpenFileName(
            _owner(),
            tr("Open"),
            str(folder),
            tr("Documents and cases (*.dealzone *.json);;All files (*)"),
        )
        return Path(chosen) if chosen else None

    def path_to_save(self, suggestion: Path) -> Path | None:
        """Ask where to save the document; None if the user thought better of it."""
        chosen, _ = QFileDialog.getSaveFileName(
            _owner(), tr("Save as"), str(suggestion), tr("Documents (*.dealzone)")
        )
        return _completed(chosen, DOCUMENT_SUFFIXES, DOCUMENT_SUFFIX)

    def path_to_export(self, suggestion: Path, kind: str) -> Path | None:
        """Ask where to write a picture or table; ``kind`` describes it in words."""
        chosen, _ = QFileDialog.getSaveFileName(
            _owner(),
            tr("Export"),
            str(suggestion),
            f"{kind} (*{suggestion.suffix})",
        )
        is_picture = suggestion.suffix in PICTURE_SUFFIXES
        known = PICTURE_SUFFIXES if is_picture else (suggestion.suffix,)
        return _completed(chosen, known, suggestion.suffix)

    def wish_for_changes(self, name: str) -> SaveAnswer:
        """Ask what shall become of changes that have not been saved."""
        box = _box(tr("Unsaved changes"), tr("Save the changes to {name}?", name=name))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        known: dict[int, SaveAnswer] = {
            buttons.Save.value: "save",
            buttons.Discard.value: "discard",
        }
        return known.get(_answer(box), "cancel")

    def wish_for_changed_file(self, name: str) -> ReplaceAnswer:
        """Ask whether to save over a file that another program has changed meanwhile."""
        text = tr(
            "Another program has changed {name} since it was opened here. Saving replaces what "
            "stands there now; a copy of it is kept beside it.",
            name=name,
        )
        box = _box(tr("File changed"), text)
        replace = box.addButton(tr("Replace it"), QMessageBox.ButtonRole.AcceptRole)
        other = box.addButton(tr("Save as…"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(other)
        _answer(box)
        clicked = box.clickedButton()
        if clicked is replace:
            return "replace"
        return "other" if clicked is other else "cancel"

    def tell_error(self, title: str, text: str) -> None:
        """Tell that something went wrong and what can be done."""
        box = _box(title, text)
        box.setIconPixmap(icon("triangle-alert").pixmap(_icon_size(box)))
        _answer(box)


def _box(title: str, text: str) -> QMessageBox:
    box = QMessageBox(_owner())
    box.setIconPixmap(icon("circle-question-mark").pixmap(_icon_size(box)))
    box.setWindowTitle(title_text(title))
    # Names and excerpts come from files: what looks like markup in them is none.
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(breakable(visible(text)))
    return box


def _icon_size(box: QMessageBox) -> QSize:
    """Return how large the icon of a box is: two lines of its text."""
    side = 2 * box.fontMetrics().height()
    return QSize(side, side)


def _answer(box: QMessageBox) -> int:
    """Show a box until it is answered; return the code of the button."""
    code = box.exec()
    box.deleteLater()
    return code


def _completed(chosen: str, known: tuple[str, ...], usual: str) -> Path | None:
    """Return a chosen file with an ending that the program knows; None if there is none."""
    path = Path(chosen)
    if not chosen or path.suffix.lower() in known:
        return path if chosen else None
    path = path.with_name(path.name + usual)
    if not os.path.lexists(path):
        return path
    # The system asked about the name as it was typed, not about this one.
    box = _box(tr("File exists"), tr("{name} exists already. Replace it?", name=path.name))
    buttons = QMessageBox.StandardButton
    box.setStandardButtons(buttons.Yes | buttons.No)
    box.setDefaultButton(buttons.No)
    return path if _answer(box) == buttons.Yes.value else None


def _owner() -> QWidget | None:
    return QApplication.activeWindow()
