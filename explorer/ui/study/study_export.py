"""Pictures of a study on paper: the page, and the dialog that asks for format and size."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from explorer.figures.study_table import StudyTable
from explorer.figures.study_words import rows_words
from explorer.model.wording import tr
from explorer.ui.export.export import Size
from explorer.ui.export.page_export import PageExport
from explorer.ui.window.desk import Desk

if TYPE_CHECKING:
    from explorer.ui.export.picture import Page
    from explorer.ui.study.study_window import StudyWindow


class StudyExport(PageExport):
    """Writes the picture of a study that is on screen.

    ``told(str)``: What came of it.
    """

    told = Signal(str)

    def __init__(self, window: "StudyWindow", desk: Desk) -> None:
        """Ask in front of the window of the study; ``desk`` writes files."""
        super().__init__(window, desk)
        self._study = window
        self.written.connect(self._tell_written)

    def title(self) -> str:
        return tr("Export picture of the study")

    def name(self) -> str:
        table = self._study.model.table
        return tr("Study") if table is None else table.head.plan.name

    def begin(self) -> None:
        """Ask for format and size, then write; nothing where no picture is on screen."""
        if self._study.pictures.figure is not None:
            super().begin()

    def copy(self) -> None:
        """Put the picture onto the clipboard as PNG and SVG, in the size exported last."""
        from explorer.ui.export.picture_data import picture_data

        page = self.page(self._desk.settings.now.last_export_size)
        if page is not None:
            QGuiApplication.clipboard().setMimeData(picture_data(page))
            self.told.emit(tr("The picture is on the clipboard."))

    def page(self, size: Size) -> "Page | None":
        """Return the page of the picture on screen; None where there is none."""
        from explorer.ui.export.picture import Page, page_font

        figure, table = self._study.pictures.figure, self._study.model.table
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

    def _tell_written(self, path: Path) -> None:
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
