"""The help window: one page at a time, beside the main window."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from explorer.model.wording import tr


class HelpWindow(QDialog):
    """Shows a page of Markdown; never blocks the main window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.setAccessibleName(tr("Help"))
        self._markdown = ""
        self._browser = QTextBrowser()
        self._browser.setOpenLinks(False)
        self._browser.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._browser)
        layout.addWidget(buttons)
        self._fit()

    def show_page(self, title: str, markdown: str) -> None:
        """Show a page and bring the window to the front."""
        self._markdown = markdown
        self.setWindowTitle(title)
        self._browser.setAccessibleName(title)
        self._browser.setMarkdown(markdown)
        self.show()
        self.raise_()
        self._browser.setFocus()

    def text(self) -> str:
        """Return what stands on the page, without marks."""
        return self._browser.toPlainText()

    def _fit(self) -> None:
        em = self.fontMetrics().height()
        self.resize(38 * em, 34 * em)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.FontChange, QEvent.Type.PaletteChange)
        if event.type() in kinds and self._markdown:
            self._browser.setMarkdown(self._markdown)
