"""The commands for one picture: copied, exported, shown as a table."""

from functools import cached_property

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from explorer.model.wording import tr
from explorer.ui.commands.command import Command, Keys
from explorer.ui.commands.notices import Notices
from explorer.ui.export.export import ExportDialog, Shot
from explorer.ui.live.live_pictures import BOARD
from explorer.ui.pictures.frame.picture_frame import PictureFrame
from explorer.ui.window.desk import Desk


class PictureCommands(QObject):
    """What can be done with the board or the lower picture."""

    def __init__(self, window: QWidget, desk: Desk, notices: Notices) -> None:
        """Ask in front of a window; ``desk`` holds the pictures."""
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._notices = notices
        self._exported = desk.workbench.board

    @cached_property
    def dialog(self) -> ExportDialog:
        """What asks for format and size, made when first wanted."""
        made = ExportDialog(self._window)
        made.export_requested.connect(self._export)
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
                "copy_picture", tr("Copy &picture"), self.copy_picture, (Keys.Copy,), is_local=True
            ),
            Command(
                "copy_data", tr("Copy &data"), self.copy_data, ("Ctrl+Shift+C",), is_local=True
            ),
            Command("table", tr("&Table view"), self.toggle_table, ("Ctrl+T",), is_local=True),
        )

    def export_image(self) -> None:
        """Export the picture that has the keyboard: ask for format and size, then for a file."""
        self._begin_export(self._desk.workbench.frame_with_focus())

    def export_board(self) -> None:
        """Export the board."""
        self._begin_export(self._desk.workbench.board)

    def export_lower(self) -> None:
        """Export the lower picture."""
        self._begin_export(self._desk.workbench.below)

    def export_data(self) -> None:
        """Ask for a file and write the picture's numbers into it."""
        self._desk.exporter.export_data(self._shot(self._desk.workbench.frame_with_focus()))

    def copy_picture(self) -> None:
        """Put the picture that has the keyboard onto the clipboard."""
        self._copy(self._desk.workbench.frame_with_focus())

    def copy_board(self) -> None:
        """Put the board onto the clipboard."""
        self._copy(self._desk.workbench.board)

    def copy_lower(self) -> None:
        """Put the lower picture onto the clipboard."""
        self._copy(self._desk.workbench.below)

    def copy_data(self) -> None:
        """Put the numbers of the picture that has the keyboard onto the clipboard."""
        self._desk.exporter.copy_data(self._shot(self._desk.workbench.frame_with_focus()))
        self._notices.tell(tr("The data are on the clipboard."))

    def toggle_table(self) -> None:
        """Show the picture that has the keyboard as a table, or as a picture again."""
        frame = self._desk.workbench.frame_with_focus()
        frame.show_table(not frame.is_table)

    def _shot(self, frame: PictureFrame) -> Shot:
        pictures = self._desk.pictures
        view_id = BOARD if frame is self._desk.workbench.board else pictures.lower_view
        return Shot(
            view_id=view_id,
            viewing=pictures.viewing(),
            theme=self._desk.look.theme,
            name=f"{self._desk.session.name} {view_id}",
        )

    def _copy(self, frame: PictureFrame) -> None:
        self._desk.exporter.copy_picture(self._shot(frame))
        self._notices.tell(tr("The picture is on the clipboard."))

    def _begin_export(self, frame: PictureFrame) -> None:
        self._exported = frame
        self.dialog.show_settings(self._desk.settings.now)
        self.dialog.show()

    def _export(self, suffix: str, width: int, height: int) -> None:
        path = self._desk.exporter.export_picture(
            self._shot(self._exported), suffix, (width, height)
        )
        if path is not None:
            self._notices.tell(tr("{name} is written.", name=path.name))
