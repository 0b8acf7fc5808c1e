"""Pictures of a study on paper: the page, and the dialog that asks for format and size."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from explorer.figures.study_table import StudyTable
from explorer.figures.study_words import rows_words
from explorer.model.wording import tr
from explorer.ui.export.export import ExportDialog
from explorer.ui.window.desk import Desk

if TYPE_CHECKING:
    from explorer.ui.export.picture import Page
    from explorer.ui.study.study_window import StudyWindow


class StudyExport(QObject):
    """Writes the picture of a study that is on screen.

    ``told(str)``: What came of it.
    """

    told = Signal(str)

    def __init__(self, window: "StudyWindow", desk: Desk) -> None:
        """Ask in front of a window; ``desk`` writes files."""
        super().__init__(window)
        self._window = window
        self._desk = desk

    @cached_property
    def dialog(self) -> ExportDialog:
        """What asks for format and size, made when first wanted."""
        made = ExportDialog(self._window)
        made.setWindowTitle(tr("Export picture of the study"))
        made.export_requested.connect(self._export)
        made.preview_wanted.connect(self._preview)
        return made

    def begin(self) -> None:
        """Ask for format and size, then write."""
        if self._window.pictures.figure is not None:
            self.dialog.show_settings(self._desk.settings.now)
            self._preview()
            self.dialog.show()

    def copy(self) -> None:
        """Put the picture onto the clipboard as PNG and SVG, in the size exported last."""
        from explorer.ui.export.picture_data import picture_data

        page = self.page(self._desk.settings.now.last_export_size)
        if page is not None:
            QGuiApplication.clipboard().setMimeData(picture_data(page))
            self.told.emit(tr("The picture is on the clipboard."))

    def page(self, size: tuple[int, int]) -> "Page | None":
        """Return the page of the picture on screen; None where there is none."""
        from explorer.ui.export.picture import Page, page_font

        figure, table = self._window.pictures.figure, self._window.model.table
        if figure is None or table is None:
            return None
        return Page(
            figure=figure,
            sentence=figure.sentence,
            settings=study_note(table),
            assumptions=(),
            theme=self.dialog.theme(self._desk.look.theme),
            font=page_font(size),
            size=size,
        )

    def _preview(self) -> None:
        preview = self.dialog.preview
        page = self.page(preview.room(self.dialog.size_chosen()))
        if page is not None:
            preview.show_page(page)

    def _export(self, suffix: str, width: int, height: int) -> None:
        page, table = self.page((width, height)), self._window.model.table
        if page is None or table is None:
            return
        path = self._desk.exporter.export_page(page, table.head.plan.name, suffix)
        if path is not None:
            self.told.emit(tr("{name} is written.", name=path.name))


def study_note(table: StudyTable) -> str:
    """Return from where the rows of a picture come: study, case, versions, seed and digest."""
    head = table.head
    return tr(
        "Study “{name}”: {rows} of the case {case} (version {version}), seed {seed}, program "
        "{program}. Digest {digest}.",
        name=head.plan.name,
        rows=rows_words(head.rows),
        case=table.case.name,
        version=head.case.version,
        seed=head.plan.seed,
        program=head.program,
        digest=head.digest[:16] or tr("none yet"),
    )
