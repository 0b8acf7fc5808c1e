"""The window that asks what a report shall be, and tells how far it is."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.files.document_text import Document
from explorer.model.wording import tr
from explorer.ui.export.format_dialog import paper_formats
from explorer.ui.look.foreign_text import button_text
from explorer.ui.widgets.check_box import CheckBox
from explorer.ui.widgets.drop_down import DropDown
from explorer.ui.widgets.label import Label
from explorer.ui.widgets.wrapped_label import WrappedLabel
from explorer.ui.window.side_window import SideWindow
from explorer.views.registry import VIEWS


class ReportDialog(SideWindow):
    """Asks for brief or report, pictures, format, and the document of an earlier report.

    It stays open while the report is made and shows how far it is; *Cancel* then stops that.

    Signals
    -------
    export_requested()
        The report shall be made as it is asked for now.
    earlier_wanted()
        The document of an earlier report shall be chosen.
    stopped()
        The report that is under way is wanted no more.
    """

    export_requested = Signal()
    earlier_wanted = Signal()
    stopped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export report or brief"))
        self.earlier: Document | None = None
        self.form = _drop_down(
            tr("What"), ((tr("Full report"), "full"), (tr("Brief, one page"), "brief"))
        )
        self.format = _drop_down(tr("Format"), paper_formats())
        self.pictures = {
            view.id: CheckBox(button_text(view.title())) for view in VIEWS if view.id != "board"
        }
        self.choose_earlier = QPushButton(tr("&Earlier document…"))
        self.choose_earlier.setAutoDefault(False)
        self.forget_earlier = QPushButton(tr("&None"))
        self.forget_earlier.setAutoDefault(False)
        self.forget_earlier.setAccessibleName(tr("No earlier document"))
        self._earlier_name = Label()
        self.progress = WrappedLabel()
        self._arrange()
        self.show_earlier(None, None)
        self.show_progress(None)

    @property
    def is_brief(self) -> bool:
        """Whether one page is wanted."""
        return self.form.currentData() == "brief"

    @property
    def suffix(self) -> str:
        """The format that is chosen, without a dot."""
        return str(self.format.currentData())

    def views(self) -> tuple[str, ...]:
        """Return the ids of the pictures that are ticked; none for a brief."""
        if self.is_brief:
            return ()
        return tuple(view_id for view_id, box in self.pictures.items() if box.isChecked())

    def show_earlier(self, document: Document | None, path: Path | None) -> None:
        """Show which document is compared with, or that none is."""
        self.earlier = document
        self._earlier_name.setText(tr("none") if path is None else path.name)
        self.forget_earlier.setEnabled(document is not None)

    def show_progress(self, share: float | None) -> None:
        """Show how much is done, 0 to 1; None for nothing under way."""
        is_running = share is not None
        words = tr("PDF is not tagged for screen readers; Word and HTML are.")
        if share is not None:
            words = tr("Making the report: {percent:.0f} of 100 done.", percent=100 * share)
        self.progress.setText(words)
        self._export.setEnabled(not is_running)
        self._choices.setEnabled(not is_running)

    def reject(self) -> None:
        """Stop what is under way, and close."""
        self.stopped.emit()
        self.show_progress(None)
        super().reject()

    def _arrange(self) -> None:
        self._choices = QWidget()
        form = QFormLayout()
        form.addRow(tr("&What"), self.form)
        form.addRow(tr("&Format"), self.format)
        earlier = QHBoxLayout()
        for widget in (self._earlier_name, self.choose_earlier, self.forget_earlier):
            earlier.addWidget(widget)
        form.addRow(tr("Changes since"), earlier)
        inside = QVBoxLayout(self._choices)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(form)
        inside.addWidget(Label(tr("Pictures besides the board"), is_strong=True))
        pictures = QGridLayout()
        for place, box in enumerate(self.pictures.values()):
            pictures.addWidget(box, place // 2, place % 2)
        inside.addLayout(pictures)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._export = buttons.addButton(tr("Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._export.setDefault(True)
        buttons.accepted.connect(self.export_requested)
        buttons.rejected.connect(self.reject)
        self.form.currentIndexChanged.connect(self._allow_pictures)
        self.choose_earlier.clicked.connect(self.earlier_wanted)
        self.forget_earlier.clicked.connect(self._forget_earlier)
        column = QVBoxLayout(self.page)
        column.addWidget(self._choices)
        column.addWidget(self.progress)
        self.add_foot(buttons)

    def _forget_earlier(self) -> None:
        self.show_earlier(None, None)

    def _allow_pictures(self) -> None:
        for box in self.pictures.values():
            box.setEnabled(not self.is_brief)


def _drop_down(name: str, entries: tuple[tuple[str, str], ...]) -> DropDown:
    made = DropDown()
    for words, value in entries:
        made.addItem(words, value)
    made.setAccessibleName(name)
    return made
