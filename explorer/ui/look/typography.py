"""Labels of the panels: a few ranks of type, all in proportion to the window's text size."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from explorer.ui.look import tokens
from explorer.ui.look.theme import AccentRole
from explorer.ui.look.themed import Themed
from explorer.ui.widgets.wrapped_label import TEXT_COLOURS, WrappedLabel

LEADING = 16
"""Height of a text line, in pixels, at which one unit of spacing is one pixel."""


class Rank(Enum):
    """How loud a label is: share of the normal size, bold or not, soft ink or not."""

    HEADLINE = (tokens.HEADLINE / tokens.BODY, True, False)
    STRIP_HEADLINE = (1.3, True, False)
    TITLE = (tokens.TITLE / tokens.BODY, True, False)
    STRONG = (1.0, True, False)
    BODY = (1.0, False, False)
    SOFT = (tokens.SMALL / tokens.BODY, False, True)

    @property
    def share(self) -> float:
        """Share of the normal type size."""
        return self.value[0]

    @property
    def is_strong(self) -> bool:
        """Whether the type is bold."""
        return self.value[1]

    @property
    def is_soft(self) -> bool:
        """Whether the words are of second rank."""
        return self.value[2]


class PanelLabel(WrappedLabel):
    """Wrapped words of one rank, in ink or in a party's colour."""

    def __init__(
        self,
        rank: Rank,
        text: str = "",
        parent: QWidget | None = None,
        *,
        role: AccentRole = "neutral",
    ) -> None:
        colour = "ink_soft" if rank.is_soft else TEXT_COLOURS[role]
        super().__init__(text, parent, share=rank.share, colour=colour)
        if rank.is_strong:
            self.show_emphasis(is_strong=True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)


class PanelRule(Themed, QFrame):
    """A hairline between two parts of a panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self.setFixedHeight(1)
        self.follow_look()

    def follow_look(self) -> None:
        """Take the colour of the theme in force."""
        colours = self.palette()
        colours.setColor(self.backgroundRole(), self._theme.rule)
        self.setPalette(colours)


def spacing(widget: QWidget, units: float) -> int:
    """Return a distance in pixels that grows with the text; one unit is a pixel at 100 %."""
    return round(units * widget.fontMetrics().height() / LEADING)


def fit_labels(panel: QWidget) -> None:
    """Give all labels inside a panel their share of the panel's type size."""
    for label in panel.findChildren(PanelLabel):
        label.fit_font(panel.font())
