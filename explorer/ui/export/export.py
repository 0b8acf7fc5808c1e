"""Export: a picture or its data into a file or onto the clipboard."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QMimeData, QSignalBlocker, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from explorer.figures.table import table_text
from explorer.files.atomic import write_bytes
from explorer.files.places import home_folder
from explorer.files.settings import Settings
from explorer.model.errors import ExplorerError, FileError
from explorer.model.wording import tr
from explorer.ui.app.settings_keeper import SettingsKeeper
from explorer.ui.controls.number_box import NumberBox
from explorer.ui.document.document_words import file_name
from explorer.ui.look.look import theme_choices
from explorer.ui.look.theme import THEMES, Theme
from explorer.ui.widgets.drop_down import DropDown
from explorer.ui.widgets.label import Label
from explorer.ui.window.dialogs import Dialogs
from explorer.ui.window.side_window import SideWindow
from explorer.views.origin import picture_csv, picture_table
from explorer.views.view import Viewing

if TYPE_CHECKING:
    from explorer.ui.export.picture import Page

FORMATS = ("png", "svg", "pdf")
SMALLEST, LARGEST = 200, 10_000
"""Pixels that a side of a picture may have."""

Size = tuple[int, int]

Made = TypeVar("Made")
"""What is to be exported."""


@dataclass(frozen=True, slots=True)
class Shot:
    """What is to be exported: a view of the present state in the present colours."""

    view_id: str
    viewing: Viewing
    theme: Theme
    name: str

    def page(self, size: Size) -> "Page":
        """Return the page of this picture, so many pixels wide and high."""
        from explorer.ui.export.picture import picture_page

        return picture_page(view_id=self.view_id, viewing=self.viewing, theme=self.theme, size=size)


def named_sizes() -> tuple[tuple[str, Size | None], ...]:
    """Return the sizes one can choose by name; the last one is typed in numbers."""
    return (
        (tr("Slide, 16:9"), (1920, 1080)),
        (tr("Half page"), (1240, 874)),
        (tr("Custom"), None),
    )


class ExportDialog(SideWindow):
    """Asks for format and size; it never blocks the main window.

    Signals
    -------
    export_requested(str, int, int)
        The format without its dot, and width and height in pixels.
    preview_wanted()
        Another size or other colours were chosen.
    """

    export_requested = Signal(str, int, int)
    preview_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        from explorer.ui.export.page_preview import PagePreview

        super().__init__(parent)
        self.setWindowTitle(tr("Export image"))
        self._format = DropDown()
        self._size = DropDown()
        self._colours = DropDown()
        self.preview = PagePreview()
        self._width = _side(tr("Width in pixels"))
        self._height = _side(tr("Height in pixels"))
        for name in FORMATS:
            self._format.addItem(name.upper(), name)
        for words, size in named_sizes():
            self._size.addItem(words, size)
        themes = {theme.id: theme for theme in THEMES}
        self._colours.addItem(tr("As on screen"), None)
        for id_, words in theme_choices():
            if id_ in themes:
                self._colours.addItem(words, themes[id_])
        self._arrange()

    def show_settings(self, settings: Settings) -> None:
        """Show what was chosen the last time."""
        blockers = [QSignalBlocker(each) for each in (self._format, self._size)]
        self._format.setCurrentIndex(self._format.findData(settings.last_export_format))
        self._show_size(settings.last_export_size)
        for blocker in blockers:
            blocker.unblock()

    def theme(self, on_screen: Theme) -> Theme:
        """Return the colours that are chosen: those on screen, or others."""
        chosen = self._colours.currentData()
        return chosen if isinstance(chosen, Theme) else on_screen

    def size_chosen(self) -> Size:
        """Return width and height in pixels as they are chosen now."""
        return self._width.value(), self._height.value()

    def _arrange(self) -> None:
        sides = QHBoxLayout()
        for widget in (self._width, Label("\N{MULTIPLICATION SIGN}"), self._height):
            sides.addWidget(widget)
        form = QFormLayout()
        form.addRow(tr("&Format"), self._format)
        form.addRow(tr("&Size"), self._size)
        pixels = Label(tr("&Pixels"))
        pixels.setBuddy(self._width)
        form.addRow(pixels, sides)
        form.addRow(tr("&Colours"), self._colours)
        self._colours.setAccessibleName(tr("Colours"))
        self._colours.activated.connect(self.preview_wanted)
        for side in (self._width, self._height):
            side.editingFinished.connect(self.preview_wanted)
        self._format.setAccessibleName(tr("Format"))
        self._size.setAccessibleName(tr("Size"))
        self._size.activated.connect(self._choose_size)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        export = buttons.addButton(tr("Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        export.setDefault(True)
        buttons.accepted.connect(self._ask)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self.page)
        layout.addWidget(self.preview)
        layout.addLayout(form)
        layout.addWidget(buttons)

    def _show_size(self, size: Size) -> None:
        places = [place for place, (_, each) in enumerate(named_sizes()) if each == size]
        last = self._size.count() - 1
        self._size.setCurrentIndex(places[0] if places else last)
        self._width.setValue(size[0])
        self._height.setValue(size[1])
        self._enable_sides()

    def _choose_size(self, place: int) -> None:
        size = named_sizes()[place][1]
        if size is not None:
            self._width.setValue(size[0])
            self._height.setValue(size[1])
        self._enable_sides()
        self.preview_wanted.emit()

    def _enable_sides(self) -> None:
        is_custom = named_sizes()[self._size.currentIndex()][1] is None
        self._width.setEnabled(is_custom)
        self._height.setEnabled(is_custom)

    def _ask(self) -> None:
        self.accept()
        self.export_requested.emit(
            str(self._format.currentData()), self._width.value(), self._height.value()
        )


class Exporter:
    """Writes what is on screen; remembers folder, format and size."""

    def __init__(self, settings: SettingsKeeper, dialogs: Dialogs) -> None:
        """Ask and remember by these means."""
        self._settings = settings
        self._dialogs = dialogs

    def export_picture(self, shot: Shot, suffix: str, size: Size) -> Path | None:
        """Ask for a file and draw into it; None if it was not written."""
        from explorer.ui.export.picture import save_picture

        def write(target: Path) -> None:
            save_picture(
                target, view_id=shot.view_id, viewing=shot.viewing, theme=shot.theme, size=size
            )

        return self._exported(shot.name, suffix, size, write)

    def export_page(self, page: "Page", name: str, suffix: str) -> Path | None:
        """Ask for a file and draw a composed page into it; None if it was not written."""
        from explorer.ui.export.picture import write_page

        def write(target: Path) -> None:
            write_page(target, page)

        return self._exported(name, suffix, page.size, write)

    def _exported(
        self, name: str, suffix: str, size: Size, write: Callable[[Path], None]
    ) -> Path | None:
        path = self._ask(name, suffix, tr("Picture"))
        if path is None or not self._written(path, write):
            return None
        known = path.suffix.lower().removeprefix(".")
        self._settings.change(
            last_export_folder=str(path.parent),
            last_export_format=known if known in FORMATS else suffix,
            last_export_size=size,
        )
        return path

    def export_data(self, shot: Shot) -> Path | None:
        """Ask for a file and write the picture's numbers; None if it was not written."""
        return self.export_file(
            shot.name, "csv", tr("Table"), picture_csv(shot.view_id, shot.viewing)
        )

    def export_file(self, name: str, suffix: str, kind: str, content: bytes) -> Path | None:
        """Ask for a file, which ``kind`` describes, and write it; None if it was not written."""
        path = self._ask(name, suffix, kind)

        def write(target: Path) -> None:
            write_bytes(target, content, keeps_backup=False)

        if path is None or not self._written(path, write):
            return None
        self._settings.change(last_export_folder=str(path.parent))
        return path

    def export_made(
        self, name: str, suffix: str, kind: str, make: Callable[[], bytes]
    ) -> Path | None:
        """Make a file's content, then do as :meth:`export_file`; None as well if there is none."""
        content = self.made(make)
        return None if content is None else self.export_file(name, suffix, kind, content)

    def made(self, make: Callable[[], Made]) -> Made | None:
        """Return what is to be exported; where it cannot be made, tell why and return None."""
        try:
            return make()
        except ExplorerError as error:
            self.tell_refused(str(error))
            return None

    def tell_refused(self, reason: str) -> None:
        """Tell why something is not exported."""
        self._dialogs.tell_error(tr("Not exported"), reason)

    def path_for(self, name: str, suffix: str, kind: str) -> Path | None:
        """Ask where a file goes that somebody else writes; None if the user thought better of it.

        ``kind`` describes it; the folder is remembered.
        """
        path = self._ask(name, suffix, kind)
        if path is not None:
            self._settings.change(last_export_folder=str(path.parent))
        return path

    def copy_picture(self, shot: Shot) -> None:
        """Put the picture onto the clipboard as PNG and SVG, in the size exported last."""
        from explorer.ui.export.picture_data import picture_data

        page = shot.page(self._settings.now.last_export_size)
        QGuiApplication.clipboard().setMimeData(picture_data(page))

    def drag_data(self, shot: Shot, folder: Path) -> QMimeData:
        """Return the picture for a drag, with its file in a folder."""
        from explorer.ui.export.picture_data import picture_data

        page = shot.page(self._settings.now.last_export_size)
        return picture_data(page, folder, file_name(shot.name))

    def copy_data(self, shot: Shot) -> None:
        """Put the picture's numbers onto the clipboard, ready for a spreadsheet."""
        QGuiApplication.clipboard().setText(table_text(picture_table(shot.view_id, shot.viewing)))

    def _ask(self, name: str, suffix: str, kind: str) -> Path | None:
        remembered = self._settings.now.last_export_folder
        folder = Path(remembered) if remembered and os.path.isdir(remembered) else home_folder()
        return self._dialogs.path_to_export(folder / f"{file_name(name)}.{suffix}", kind)

    def _written(self, path: Path, write: Callable[[Path], None]) -> bool:
        try:
            write(path)
        except FileError as error:
            self.tell_refused(str(error))
            return False
        return True


def _side(name: str) -> NumberBox:
    box = NumberBox()
    box.setRange(SMALLEST, LARGEST)
    box.setAccessibleName(name)
    return box
