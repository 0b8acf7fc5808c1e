"""The commands for one picture: copied, exported, shown as a table."""

import sys
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QWidget

from explorer.model.wording import tr
from explorer.ui.commands.command import Command, Keys
from explorer.ui.commands.notices import Notices
from explorer.ui.commands.written_files import WrittenFiles
from explorer.ui.export.clipboard import copy_code
from explorer.ui.export.drag_out import DragOut
from explorer.ui.export.export import ExportDialog, Shot
from explorer.ui.look.theme import LIGHT
from explorer.ui.pictures.frame.picture_frame import PictureFrame
from explorer.ui.pictures.frame.picture_menu import COMMAND, PYTHON
from explorer.ui.window.desk import Desk
from explorer.ui.window.stage import PLACES
from explorer.views.recipe import command_recipe, python_recipe
from explorer.views.registry import view_by_id
from explorer.views.showing import showing_of

if TYPE_CHECKING:
    from explorer.ui.export.print_window import PrintWindow


class PictureCommands(QObject):
    """What can be done with a picture on screen."""

    def __init__(
        self, window: QWidget, desk: Desk, notices: Notices, written: WrittenFiles
    ) -> None:
        """Ask in front of a window; ``desk`` holds the pictures, ``written`` tells of files."""
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._notices = notices
        self._written = written
        self._exported = desk.workbench.board
        stage = desk.workbench.stage
        for frame in (stage.frame(place) for place in PLACES):
            self._let_drag(frame)

    @cached_property
    def dialog(self) -> ExportDialog:
        """What asks for format and size, made when first wanted."""
        made = ExportDialog(self._window)
        made.export_requested.connect(self._export)
        made.preview_wanted.connect(self._preview)
        return made

    @cached_property
    def printing(self) -> "PrintWindow":
        """The window that prints, made when first wanted: it asks for the printers there are."""
        from explorer.ui.export.print_window import PrintWindow

        made = PrintWindow(self._window)
        made.printed.connect(self._tell_printed)
        return made

    def table(self) -> tuple[Command, ...]:
        """Return the commands, in the reader's language."""
        return (
            Command(
                "export_image",
                tr("Export &image…"),
                self.export_image,
                ("Ctrl+Shift+X",),
                is_local=True,
            ),
            Command("export_data", tr("Export &data…"), self.export_data, may_ask=True),
            Command(
                "print_picture", tr("Prin&t…"), self.print_picture, (Keys.Print,), is_local=True
            ),
            Command(
                "copy_picture", tr("Copy &picture"), self.copy_picture, (Keys.Copy,), is_local=True
            ),
            Command(
                "copy_data", tr("Copy &data"), self.copy_data, ("Ctrl+Shift+C",), is_local=True
            ),
            Command("copy_python", tr("Copy as P&ython"), self.copy_python, is_local=True),
            Command("copy_command", tr("Copy as co&mmand"), self.copy_command, is_local=True),
            Command("table", tr("&Table view"), self.toggle_table, ("Ctrl+T",), is_local=True),
        )

    def export_image(self) -> None:
        """Export the picture that has the keyboard: ask for format and size, then for a file."""
        self.begin_export(self._desk.workbench.frame_with_focus())

    def export_data(self) -> None:
        """Ask for a file and write the picture's numbers into it."""
        shot = self._shot(self._desk.workbench.frame_with_focus())
        self._written.tell(self._desk.exporter.export_data(shot))

    def print_picture(self) -> None:
        """Print the picture that has the keyboard: show it, then ask for a printer."""
        shot = self._shot(self._desk.workbench.frame_with_focus())
        self.printing.begin(replace(shot, theme=LIGHT).page)

    def copy_picture(self) -> None:
        """Put the picture that has the keyboard onto the clipboard."""
        self.copy(self._desk.workbench.frame_with_focus())

    def copy_data(self) -> None:
        """Put the numbers of the picture that has the keyboard onto the clipboard."""
        self._desk.exporter.copy_data(self._shot(self._desk.workbench.frame_with_focus()))
        self._notices.tell(tr("The data are on the clipboard."))

    def copy_python(self) -> None:
        """Put the picture that has the keyboard onto the clipboard as lines of Python."""
        self.copy_recipe(self._desk.workbench.frame_with_focus(), PYTHON)

    def copy_command(self) -> None:
        """Put the picture that has the keyboard onto the clipboard as a command."""
        self.copy_recipe(self._desk.workbench.frame_with_focus(), COMMAND)

    def copy_recipe(self, frame: PictureFrame, kind: str) -> None:
        """Put what makes a picture again onto the clipboard: Python, or a command of a shell."""
        showing = showing_of(frame.view_id, self._desk.pictures.viewing(), frame.offered)
        if kind == PYTHON:
            copy_code(python_recipe(showing))
            self._notices.tell(tr("The lines of Python are on the clipboard."))
        else:
            copy_code(command_recipe(showing, is_windows=sys.platform == "win32"))
            self._notices.tell(tr("The command is on the clipboard."))

    def toggle_table(self) -> None:
        """Show the picture that has the keyboard as a table, or as a picture again."""
        frame = self._desk.workbench.frame_with_focus()
        frame.show_table(not frame.is_table)

    def _shot(self, frame: PictureFrame) -> Shot:
        return Shot(
            view_id=frame.view_id,
            viewing=self._desk.pictures.viewing(),
            theme=self._desk.look.theme,
            name=f"{self._desk.session.name} {frame.view_id}",
        )

    def copy(self, frame: PictureFrame) -> None:
        """Put a picture onto the clipboard."""
        self._desk.exporter.copy_picture(self._shot(frame))
        title = view_by_id(frame.view_id).title()
        self._notices.tell(tr("{title}: the picture is on the clipboard.", title=title))

    def begin_export(self, frame: PictureFrame) -> None:
        """Export a picture: ask for format and size, then for a file."""
        self._exported = frame
        self.dialog.show_settings(self._desk.settings.now)
        self._preview()
        self.dialog.show()

    def _preview(self) -> None:
        """Show in the dialog what would be written now."""
        preview = self.dialog.preview
        preview.show_page(self._export_shot().page(preview.room(self.dialog.size_chosen())))

    def _export_shot(self) -> Shot:
        shot = self._shot(self._exported)
        return replace(shot, theme=self.dialog.theme(shot.theme))

    def _export(self, suffix: str, width: int, height: int) -> None:
        shot = self._export_shot()
        self._written.tell(self._desk.exporter.export_picture(shot, suffix, (width, height)))

    def _tell_printed(self, title: str) -> None:
        self._notices.tell(tr("{title} is on its way to the printer.", title=title))

    def _let_drag(self, frame: PictureFrame) -> None:
        """Let the hand drag the picture of a frame out of the window."""

        def data(folder: Path) -> QMimeData:
            return self._desk.exporter.drag_data(self._shot(frame), folder)

        drag = DragOut(frame, data)
        drag.watch_header(frame.header)
        frame.plot_made.connect(drag.watch_picture)
