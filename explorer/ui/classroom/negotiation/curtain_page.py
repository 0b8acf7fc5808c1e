"""The curtain between two turns: the machine is handed over, and nothing is to be seen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.model.wording import tr
from explorer.ui.look.typography import PanelLabel, Rank


class CurtainPage(QWidget):
    """Says to whom the machine goes; the clock stands still meanwhile.

    ``opened()``: The delegation says that only it can see the screen.
    """

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = PanelLabel(Rank.TITLE)
        self.button = QPushButton(tr("&We alone see the screen"))
        self.button.setProperty("primary", True)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.opened)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(self.words)
        column.addLayout(row)
        column.addStretch(1)

    def show_party(self, adjective: str) -> None:
        """Name the delegation whose turn it is, as in "the Spanish delegation"."""
        self.words.show_text(
            tr(
                "Hand over to the {adjective} delegation. Press Enter when only they can see the "
                "screen.",
                adjective=adjective,
            )
        )
