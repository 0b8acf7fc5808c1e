"""The calm page: a few words where an answer would be."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from explorer.model.wording import tr
from explorer.ui.look.themed import TextSized
from explorer.ui.look.typography import PanelLabel, Rank, fit_labels
from explorer.ui.widgets.fitted import Fitted


class CalmPage(TextSized, Fitted):
    """Stands in place of pictures and sentences while the answer is hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self._words = PanelLabel(Rank.HEADLINE, tr("The answer is hidden"), self)
        self._hint = PanelLabel(Rank.BODY, tr("Hold P to peek at it."), self)
        column = QVBoxLayout(self)
        column.addStretch()
        for label in (self._words, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch()
        policy = QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, policy)
        self.hide()

    def follow_text_size(self) -> None:
        fit_labels(self)
