"""The window that asks in which format a paper shall be written."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from explorer.model.wording import tr
from explorer.ui.widgets.drop_down import DropDown
from explorer.ui.widgets.label import Label
from explorer.ui.window.side_window import SideWindow


class FormatDialog(SideWindow):
    """Asks for a format, and for what stands above it in its ``form``.

    Signals
    -------
    export_requested(str)
        The paper shall be written in the format with this suffix, which has no dot.
    print_requested()
        The paper shall be printed.
    """

    export_requested = Signal(str)
    print_requested = Signal()

    def __init__(self, parent: QWidget, title: str, formats: tuple[tuple[str, str], ...]) -> None:
        """Offer ``formats``, each as (words, suffix), under a title."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.format = DropDown()
        for words, suffix in formats:
            self.format.addItem(words, suffix)
        self.format.setAccessibleName(tr("Format"))
        self.form = QFormLayout()
        self.form.addRow(tr("&Format"), self.format)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.export = buttons.addButton(tr("Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.export.setDefault(True)
        self.print = buttons.addButton(tr("&Print…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.print.clicked.connect(self._ask_to_print)
        buttons.accepted.connect(self._ask)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self.page)
        column.addLayout(self.form)
        column.addWidget(
            Label(tr("Word and HTML can be read aloud by a screen reader; PDF cannot."))
        )
        column.addWidget(buttons)

    def _ask(self) -> None:
        self.accept()
        self.export_requested.emit(str(self.format.currentData()))

    def _ask_to_print(self) -> None:
        self.accept()
        self.print_requested.emit()


def paper_formats() -> tuple[tuple[str, str], ...]:
    """Return the formats of every paper, each as (words, suffix)."""
    return (
        (tr("Word (DOCX)"), "docx"),
        (tr("HTML"), "html"),
        (tr("PDF"), "pdf"),
        (tr("Markdown"), "md"),
    )


def slides_format() -> tuple[str, str]:
    """Return the format of slides."""
    return (tr("Slides (PPTX)"), "pptx")
