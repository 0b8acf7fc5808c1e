"""Dialogs that wait for an answer, behind one protocol so that tests answer without a screen."""

from pathlib import Path
from typing import Literal, Protocol

from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from explorer.model.wording import tr

SaveAnswer = Literal["save", "discard", "cancel"]

DOCUMENT_SUFFIX = ".dealzone"


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
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_suffix(DOCUMENT_SUFFIX)

    def path_to_export(self, suggestion: Path, kind: str) -> Path | None:
        """Ask where to write a picture or table; ``kind`` describes it in words."""
        chosen, _ = QFileDialog.getSaveFileName(
            _owner(),
            tr("Export"),
            str(suggestion),
            f"{kind} (*{suggestion.suffix})",
        )
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_suffix(suggestion.suffix)

    def wish_for_changes(self, name: str) -> SaveAnswer:
        """Ask what shall become of changes that have not been saved."""
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            _owner(),
            tr("Unsaved changes"),
            tr("Save the changes to {name}?", name=name),
            buttons.Save | buttons.Discard | buttons.Cancel,
            buttons.Save,
        )
        known: dict[QMessageBox.StandardButton, SaveAnswer] = {
            buttons.Save: "save",
            buttons.Discard: "discard",
        }
        return known.get(answer, "cancel")

    def tell_error(self, title: str, text: str) -> None:
        """Tell that something went wrong and what can be done."""
        QMessageBox.warning(_owner(), title, text)


def _owner() -> QWidget | None:
    return QApplication.activeWindow()
