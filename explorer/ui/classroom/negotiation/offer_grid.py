"""Offers issue by issue: what is on the table in words, and one list of levels to answer with."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from explorer.model.case import Case
from explorer.model.issue import Issue, Role
from explorer.model.package import Package, package_levels, package_of
from explorer.model.wording import tr
from explorer.ui.look.themed import TextSized
from explorer.ui.look.typography import PanelLabel, Rank, fit_labels, spacing
from explorer.ui.widgets.drop_down import DropDown
from explorer.ui.widgets.measure import target_side

BOX_LINES = 14.0
"""How wide a list of levels is at least, in lines of text; a longer choice is shown whole in it."""


class OfferGrid(TextSized, QWidget):
    """A row for each issue of both sides.

    ``edited()``: The hand chose another level.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case: Case | None = None
        self.boxes: dict[str, DropDown] = {}
        self.on_table: dict[str, PanelLabel] = {}
        self._parts: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column, stretch in enumerate((4, 4, 10)):
            self._grid.setColumnStretch(column, stretch)

    def show_case(self, case: Case) -> None:
        """Lay out the issues of a case."""
        if case is self._case:
            return
        self._case = case
        for part in self._parts:
            self._grid.removeWidget(part)
            part.deleteLater()
        self._parts, self.boxes, self.on_table = [], {}, {}
        self._add_heads(
            (
                PanelLabel(Rank.SOFT, tr("Issue")),
                PanelLabel(Rank.SOFT, tr("Offer on the table")),
                PanelLabel(Rank.SOFT, tr("Your offer")),
            )
        )
        roles: tuple[Role, Role] = ("target", "sender")
        for role, issues in zip(roles, (case.target_issues, case.sender_issues), strict=True):
            self._add_side(case, role, issues)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        fit_labels(self)
        self.follow_text_size()

    def show_table(self, package: Package | None) -> None:
        """Say in words what is on the table; None for nothing yet."""
        case = self._case
        if case is None:
            return
        levels = {} if package is None else package_levels(case, package)
        for issue in case.issues:
            label = self.on_table[issue.id]
            level = levels.get(issue.id)
            label.show_text("–" if level is None else issue.levels[level].words)
            label.show_emphasis(is_strong=bool(level))

    def show_draft(self, package: Package) -> None:
        """Put every list to a package's level; emits nothing."""
        if self._case is None:
            return
        for issue, level in package_levels(self._case, package).items():
            box = self.boxes[issue]
            was_blocked = box.blockSignals(True)
            box.setCurrentIndex(level)
            box.blockSignals(was_blocked)

    def draft(self) -> Package:
        """Return the package that the lists are set to; only after :meth:`show_case`."""
        if self._case is None:
            raise RuntimeError("no case has been shown")
        return package_of(
            self._case, {issue: box.currentIndex() for issue, box in self.boxes.items()}
        )

    def _add_heads(self, heads: tuple[PanelLabel, ...]) -> None:
        for column, head in enumerate(heads):
            self._grid.addWidget(head, 0, column)
            self._parts.append(head)

    def _add_side(self, case: Case, role: Role, issues: tuple[Issue, ...]) -> None:
        title = tr("{party} gives", party=case.party(role).name)
        head = PanelLabel(Rank.STRONG, title, role=role)
        self._grid.addWidget(head, self._grid.rowCount(), 0, 1, 3)
        self._parts.append(head)
        for issue in issues:
            row = self._grid.rowCount()
            name, words, box = PanelLabel(Rank.BODY, issue.name), PanelLabel(Rank.BODY), DropDown()
            for level in issue.levels:
                box.add_choice(level.words, level.words)
            box.setAccessibleName(
                tr("Your offer, {party} gives: {issue}", party=case.party(role).name,
                   issue=issue.name)
            )  # fmt: skip
            box.setAccessibleDescription(issue.meaning)
            box.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.currentIndexChanged.connect(self.edited)
            self.boxes[issue.id], self.on_table[issue.id] = box, words
            for column, part in enumerate((name, words, box)):
                self._grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop)
                self._parts.append(part)

    def follow_text_size(self) -> None:
        self._grid.setVerticalSpacing(spacing(self, 2))
        self._grid.setHorizontalSpacing(spacing(self, 10))
        for box in self.boxes.values():
            box.setMinimumWidth(round(BOX_LINES * self.fontMetrics().height()))
            box.setMinimumHeight(target_side(self.fontMetrics()))
