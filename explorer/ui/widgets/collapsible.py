"""A group of controls under a heading, some of them folded away behind a line of words."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from explorer.model.wording import tr, tr_n
from explorer.ui.controls.control import Control
from explorer.ui.look.theme import AccentRole
from explorer.ui.look.themed import TextSized, Themed
from explorer.ui.widgets.measure import INDENT, leading_flags, target_side, unit_of
from explorer.ui.widgets.wrapped_label import TEXT_COLOURS, WrappedLabel

BAR_WIDTH = 3
CHEVRON = 3.5


def more_lines_words(count: int) -> str:
    """Return the words that offer a number of folded controls, at least one."""
    few = (
        tr("One more line"),
        tr("Two more lines"),
        tr("Three more lines"),
        tr("Four more lines"),
        tr("Five more lines"),
        tr("Six more lines"),
    )
    return few[count - 1] if count <= len(few) else tr_n("{n} more line", "{n} more lines", count)


class GroupHeading(WrappedLabel):
    """A heading in a party's colour, with a bar of the same colour before it."""

    def __init__(self, text: str, role: AccentRole, parent: QWidget | None = None) -> None:
        super().__init__(text, parent, colour=TEXT_COLOURS[role])
        self._role: AccentRole = role
        self.show_emphasis(is_strong=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar, then the words."""
        unit = unit_of(self.fontMetrics())
        painter = QPainter(self)
        width = BAR_WIDTH * unit * self._theme.stroke
        edges = self.contentsMargins()
        bar = QRectF(0, edges.top(), width, self.height() - edges.top() - edges.bottom())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            bar.moveRight(self.width())
        painter.fillRect(bar, QColor(self._theme.accent(self._role)))
        painter.end()
        super().paintEvent(event)


class FoldButton(Themed, QPushButton):
    """A line of words with a chevron that points down while unfolded; checked means unfolded."""

    def __init__(self, role: AccentRole, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role: AccentRole = role
        self.setCheckable(True)
        self.setFlat(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def _paint_chevron(self, painter: QPainter, colour: QColor) -> None:
        unit = unit_of(self.fontMetrics())
        side, middle = CHEVRON * unit, QPointF((INDENT + CHEVRON) * unit, self.height() / 2)
        points = ((-0.5, -1.0), (0.5, 0.0), (-0.5, 1.0))
        if self.isChecked():
            points = tuple((y, x) for x, y in points)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            middle.setX(self.width() - middle.x())
            points = points if self.isChecked() else tuple((-x, y) for x, y in points)
        corners = [middle + QPointF(x * side, y * side) for x, y in points]
        painter.setPen(QPen(colour, 1.4 * unit * self._theme.stroke))
        painter.drawPolyline(QPolygonF(corners))

    def sizeHint(self) -> QSize:
        """Return room for the chevron and the words, and enough height to hit."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + round(4 * INDENT * unit_of(metrics))
        return QSize(width, target_side(metrics))

    def minimumSizeHint(self) -> QSize:
        """Return the same size: the words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw chevron and words, underlined while pointed at, ringed while focused."""
        unit = unit_of(self.fontMetrics())
        colour = QColor(self._theme.accent_text(self._role))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_chevron(painter, colour)
        font = self.font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(colour)
        indent = round((INDENT + 3 * CHEVRON + 1) * unit)
        room = self.rect().adjusted(indent, 0, 0, 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            room = self.rect().adjusted(0, 0, -indent, 0)
        painter.drawText(room, leading_flags(self.layoutDirection()), self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.focus), 1.5 * self._theme.stroke))
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, 4 * unit, 4 * unit)
        painter.end()


class ControlGroup(TextSized, QWidget):
    """Controls under one heading; the folded ones come and go with the line below the others."""

    def __init__(self, name: str, role: AccentRole, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controls: list[Control] = []
        self._folded_count = 0
        self._make: Callable[[], Iterable[Control]] | None = None
        self._heading = GroupHeading(name, role, self)
        self._fold = FoldButton(role, self)
        self._fold.toggled.connect(self._on_fold_toggled)
        self._fold.hide()
        self._rest = QWidget(self)
        self._rest.hide()
        self._lay_out()
        self.follow_text_size()
        self.setAccessibleName(name)

    @property
    def controls(self) -> tuple[Control, ...]:
        """All controls of the group, in order, folded ones included."""
        self.make_folded()
        return tuple(self._controls)

    @property
    def is_folded(self) -> bool:
        """Whether the folded controls are out of sight."""
        return not self._fold.isChecked()

    def add(self, control: Control) -> None:
        """Put a control at the end of those that are always in sight."""
        self._controls.append(control)
        self._body.addWidget(control)

    def fold(self, count: int, make: Callable[[], Iterable[Control]]) -> None:
        """Offer further controls below a line that unfolds them.

        Parameters
        ----------
        count
            How many there are; none leave the line out.
        make
            Makes them, in order. It is called once, when they are first wanted: most are never
            looked at, and a window with all of them takes twice as long to come up.
        """
        self._folded_count, self._make = count, make
        self._fold.setVisible(bool(count))
        self._name_fold()

    def make_folded(self) -> None:
        """Make the folded controls, if that has not been done yet."""
        make, self._make = self._make, None
        for control in make() if make is not None else ():
            self._controls.append(control)
            self._rest_body.addWidget(control)

    def show_folded(self, is_folded: bool) -> None:
        """Fold the rest away or open it."""
        if not is_folded:
            self.make_folded()
        blocker = QSignalBlocker(self._fold)
        self._fold.setChecked(not is_folded)
        blocker.unblock()
        self._rest.setVisible(not is_folded and bool(self._folded_count))
        self._name_fold()

    def _lay_out(self) -> None:
        self._body = QVBoxLayout()
        self._rest_body = QVBoxLayout(self._rest)
        self._rest_body.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addLayout(self._body)
        column.addWidget(self._fold)
        column.addWidget(self._rest)
        # Whatever height is left over lies below the controls.
        column.addStretch()

    def _name_fold(self) -> None:
        words = self._unfold_words() if self.is_folded else self._refold_words()
        self._fold.setText(words)
        self._fold.setAccessibleName(words)

    def _unfold_words(self) -> str:
        count = self._folded_count
        if self._is_all_folded():
            return tr_n("Show {n} switch", "Show {n} switches", count)
        return more_lines_words(count)

    def _refold_words(self) -> str:
        return tr("Hide them") if self._is_all_folded() else tr("Fewer lines")

    def _is_all_folded(self) -> bool:
        """Whether the group shows nothing but its heading until it is unfolded."""
        return self._body.isEmpty()

    def _on_fold_toggled(self, is_unfolded: bool) -> None:
        self.show_folded(not is_unfolded)

    def follow_text_size(self) -> None:
        unit = unit_of(self.fontMetrics())
        self._heading.fit_font(self.font())
        self._heading.setContentsMargins(round((INDENT + 4) * unit), round(unit), 0, round(unit))
        for body in (self._body, self._rest_body):
            body.setSpacing(round(unit))
