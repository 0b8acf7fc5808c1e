"""The term sheet panel: a package in words, side by side, and what both make of it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from explorer.figures.term_sheet import TermSheetFigure, others_title, with_level_of
from explorer.model.wording import tr
from explorer.ui.look.typography import PanelLabel, PanelRule, Rank, fit_labels, spacing
from explorer.ui.panels.panel_frame import PanelFrame
from explorer.ui.panels.term_column import TermColumn

NARROW = 520
"""Below this width, in units, the two sides stand below each other."""


class TermSheetPanel(PanelFrame):
    """A package as a deal; every level can be stepped by hand to try another package.

    ``package_edited`` carries the package to try, ``copy_requested`` the sheet as plain text.
    """

    package_edited = Signal(object)
    copy_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: TermSheetFigure | None = None
        self.copy_button = QPushButton(tr("Copy as text"), self)
        self.copy_button.setAutoDefault(True)
        self.copy_button.clicked.connect(self._on_copy)
        self._kind = PanelLabel(Rank.SOFT, "", self.content)
        self._verdict = PanelLabel(Rank.STRONG, "", self.content)
        self._gains = (
            PanelLabel(Rank.BODY, "", self.content, role="sender"),
            PanelLabel(Rank.BODY, "", self.content, role="target"),
        )
        self._sure = PanelLabel(Rank.BODY, "", self.content)
        self._reasons = PanelLabel(Rank.BODY, "", self.content)
        self._nearest = PanelLabel(Rank.BODY, "", self.content)
        self.nearest_button = QPushButton(tr("Show the nearest package"), self.content)
        self.nearest_button.setAutoDefault(True)
        self.nearest_button.clicked.connect(self._on_nearest)
        self._sender = TermColumn("sender", self.content)
        self._target = TermColumn("target", self.content)
        self._empty = PanelLabel(Rank.BODY, _empty_words(), self.content)
        self._others_title = PanelLabel(Rank.STRONG, others_title(), self.content)
        self._others = PanelLabel(Rank.BODY, "", self.content)
        self._body = QWidget(self.content)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._body)
        self._arrange()
        self.show_nothing()

    def show_sheet(self, figure: TermSheetFigure) -> None:
        """Show a package; the row that the pointer is on stays there."""
        rows = (*self._sender.rows, *self._target.rows)
        pointed = next((row for row in rows if row.isVisible() and row.underMouse()), None)
        self.steady.change_around(pointed, partial(self._show_sheet, figure))

    def _show_sheet(self, figure: TermSheetFigure) -> None:
        self._figure = figure
        self.title.show_text(figure.title)
        self.setAccessibleName(tr("Term sheet: {name}", name=figure.title))
        self.setAccessibleDescription(
            " ".join(part for part in (figure.verdict, figure.sure_words, *figure.reasons) if part)
        )
        self._kind.show_text(figure.kind)
        self._verdict.show_text(figure.verdict)
        self._gains[0].show_text(figure.sender.gain_text)
        self._gains[1].show_text(figure.target.gain_text)
        self._sure.show_text(figure.sure_words)
        self._reasons.show_text("\n".join(figure.reasons))
        self._nearest.show_text(figure.nearest_words)
        self._others.show_text("\n".join(figure.others))
        self._sender.show_terms(figure.sender)
        self._target.show_terms(figure.target)
        self._show_parts()

    def show_nothing(self) -> None:
        """Say how to choose a package."""
        self._figure = None
        self.title.show_text(tr("No package chosen"))
        self.setAccessibleName(tr("Term sheet"))
        self.setAccessibleDescription("")
        self._show_parts()

    def _arrange(self) -> None:
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.addWidget(self._sender, 1)
        self._sides.addWidget(self._target, 1)
        answers = QHBoxLayout()
        answers.addWidget(self._gains[0], 1)
        answers.addWidget(self._gains[1], 1)
        self.column.addWidget(self._empty)
        self.column.addWidget(self._kind)
        self.column.addWidget(self._verdict)
        self.column.addWidget(self._sure)
        self.column.addWidget(self._reasons)
        self.column.addWidget(self._nearest)
        self.column.addWidget(self.nearest_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addLayout(answers)
        self._line = PanelRule(self.content)
        self.column.addWidget(self._line)
        self.column.addWidget(self._body)
        self.column.addWidget(self._others_title)
        self.column.addWidget(self._others)
        self.column.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addStretch(1)
        self._answers = answers
        for column in (self._sender, self._target):
            column.level_edited.connect(self._on_level_edited)
        self._space_sides()

    def _space_sides(self) -> None:
        gap = spacing(self, 28)
        self._sides.setSpacing(gap)
        self._answers.setSpacing(gap)

    def _show_parts(self) -> None:
        figure = self._figure
        for part in (self._verdict, *self._gains, self._line, self._body, self.copy_button):
            part.setVisible(figure is not None)
        self._kind.setVisible(figure is not None and bool(figure.kind))
        self._sure.setVisible(figure is not None and bool(figure.sure_words))
        self._reasons.setVisible(figure is not None and bool(figure.reasons))
        for part in (self._others_title, self._others):
            part.setVisible(figure is not None and bool(figure.others))
        is_near = figure is not None and figure.nearest is not None
        self._nearest.setVisible(is_near)
        self.nearest_button.setVisible(is_near)
        self._empty.setVisible(figure is None)
        self._show_verdict_colour()
        fit_labels(self)

    def _show_verdict_colour(self) -> None:
        is_in = self._figure is not None and self._figure.is_in_zone
        self._verdict.show_colour("zone_text" if is_in else "ink")

    def _on_level_edited(self, issue_id: str, level: int) -> None:
        if self._figure is not None:
            self.package_edited.emit(with_level_of(self._figure, issue_id, level))

    def _on_nearest(self) -> None:
        if self._figure is not None and self._figure.nearest is not None:
            self.package_edited.emit(self._figure.nearest)

    def _on_copy(self) -> None:
        if self._figure is not None:
            self.copy_requested.emit(self._figure.text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sides below each other where there is little room."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        is_narrow = self.width() < spacing(self, NARROW)
        self._sides.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        self._space_sides()


def _empty_words() -> str:
    return tr("Click a package on the board or a cell of the deal map to read it here.")
