"""The form of one page: rows made from a plan, kept as long as the plan has the same form."""

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFormLayout, QPushButton, QVBoxLayout, QWidget

from explorer.files.case_problems import CaseProblem
from explorer.model.case_tree import Content, Path, at
from explorer.model.wording import tr
from explorer.ui.case_editor.entries_row import EntriesRow
from explorer.ui.case_editor.form_plan import PlannedRow
from explorer.ui.case_editor.grid_row import GridRow
from explorer.ui.case_editor.rows import AreaRow, ChoiceRow, FlagRow, LineRow, ValueRow
from explorer.ui.look.long_words import breakable
from explorer.ui.look.themed import TextSized
from explorer.ui.look.typography import PanelLabel, Rank, fit_labels
from explorer.ui.widgets.label import Label

INDENT = 1.0
"""By how much the rows of a part stand in, in heights of a line."""

NARROW = 24
"""Narrower than this many heights of a line, names stand above their fields."""


class PartRow(ValueRow):
    """The title of a part that may be missing, with the button that makes it or takes it away.

    ``toggled(object, bool)``: The path, and whether the part is wanted.
    """

    toggled = Signal(object, bool)

    def __init__(self, row: PlannedRow) -> None:
        super().__init__(row.path, row.shape)
        self._is_there = row.is_there
        words = tr("Remove “{name}”") if row.is_there else tr("Add “{name}”")
        self.button = QPushButton(words.replace("{name}", row.title))
        self.button.setAutoDefault(False)
        self.take(self.button)
        self.button.clicked.connect(self._on_clicked)

    def target(self) -> QWidget:
        return self.button

    def show_value(self, value: object) -> None:
        """Show nothing else: the plan says whether the part is there."""

    def name(self, title: str, hint: str) -> None:
        super().name(self.button.text(), hint)

    def _on_clicked(self) -> None:
        self.toggled.emit(self.path, not self._is_there)


class HeadRow(ValueRow):
    """The title of a part that is always there, and what is wrong with it as a whole."""

    def __init__(self, row: PlannedRow) -> None:
        super().__init__(row.path, row.shape)
        self.title = PanelLabel(Rank.STRONG, breakable(row.title), self)
        self.take(self.title)

    def target(self) -> QWidget:
        return self.title

    def show_value(self, value: object) -> None:
        """Show nothing else: the rows below hold the values."""


class Form(TextSized, QWidget):
    """Shows one page of a case and tells of every edit.

    Signals
    -------
    edited(object, object)
        A path, and the value that the hand gave.
    kind_chosen(object, str), key_chosen(object, str), part_toggled(object, bool)
        A record is to be of another kind, or stand under another id; a part is to be made or taken
        away.
    entry_changed(object, str, int), key_changed(object, int, str)
        What becomes of an entry of a list; under which id a part is to stand.
    opened(object)
        The path of the entry whose page is wanted.
    left()
        The hand has left a field.
    """

    edited = Signal(object, object)
    kind_chosen = Signal(object, str)
    key_chosen = Signal(object, str)
    part_toggled = Signal(object, bool)
    entry_changed = Signal(object, str, int)
    key_changed = Signal(object, int, str)
    opened = Signal(object)
    left = Signal()

    def __init__(self, plan: tuple[PlannedRow, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = plan
        self.rows: list[ValueRow] = []
        whole = QVBoxLayout(self)
        self.trouble = PanelLabel(Rank.STRONG, "", self)
        self.trouble.hide()
        whole.addWidget(self.trouble)
        self._form = QFormLayout()
        whole.addLayout(self._form)
        whole.addStretch(1)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        for planned in plan:
            self._add(planned)
        if not plan:
            self._form.addRow(PanelLabel(Rank.BODY, tr("Nothing stands here any more."), self))
        self.follow_text_size()

    def can_show(self, plan: tuple[PlannedRow, ...]) -> bool:
        """Return whether another plan needs the same widgets."""
        return [row.form for row in plan] == [row.form for row in self.plan]

    def show_content(self, content: Content, plan: tuple[PlannedRow, ...]) -> None:
        """Show what stands in a case, by a plan that :meth:`can_show` has allowed."""
        self.plan = plan
        for row, planned in zip(self.rows, plan, strict=True):
            if isinstance(row, ChoiceRow):
                row.offer(planned.choices)
            elif isinstance(row, GridRow):
                for place, column in enumerate(planned.columns):
                    row.offer(place, column.choices)
            path = (*row.path, "kind") if planned.widget == "kind" else row.path
            is_key = planned.widget == "key"
            row.show_value(str(row.path[-1]) if is_key else at(content, path))

    def show_problems(self, problems: Iterable[CaseProblem], page: Path) -> None:
        """Say at each row what is wrong there: at the smallest row that holds the place.

        ``page``: The path of the page; what is wrong with it as a whole is said above the rows.
        """
        found: dict[int, str] = {}
        whole = ""
        for problem in problems:
            number = self._number_at(problem.path)
            if number is None and problem.path == page:
                whole = whole or tr("\N{WARNING SIGN} {reason}", reason=problem.sentence)
            if number is not None and number not in found:
                found[number] = problem.sentence
        for number, row in enumerate(self.rows):
            row.show_trouble(found.get(number, ""))
        self.trouble.show_text(whole)
        self.trouble.setVisible(bool(whole))

    def focus_place(self, path: Path) -> None:
        """Give the keyboard to the row at a place, or to the nearest one above it."""
        number = self._number_at(path)
        rows = self.rows[number:] if number is not None else self.rows
        taking = (row.target() for row in rows)
        for target in taking:
            if target.focusPolicy() != Qt.FocusPolicy.NoFocus:
                target.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _number_at(self, path: Path) -> int | None:
        fitting = [
            (len(row.path), -number)
            for number, row in enumerate(self.rows)
            if row.path == path[: len(row.path)]
        ]
        return -max(fitting)[1] if fitting else None

    def _add(self, planned: PlannedRow) -> None:
        row = self._made(planned)
        row.name(planned.title, planned.hint)
        told = {"kind": self._on_kind, "key": self._on_key}
        row.edited.connect(told.get(planned.widget, self.edited))
        row.left.connect(self.left)
        self.rows.append(row)
        if isinstance(row, HeadRow | PartRow):
            self._form.addRow(row)
            return
        label = Label(planned.title)
        label.setBuddy(row.target())
        label.setToolTip(planned.hint)
        label.setIndent(round(planned.depth * INDENT * self.fontMetrics().height()))
        if isinstance(row, GridRow | EntriesRow):
            self._form.addRow(label)
            self._form.addRow(row)
        else:
            self._form.addRow(label, row)

    def _made(self, planned: PlannedRow) -> ValueRow:
        path, shape = planned.path, planned.shape
        if planned.widget == "grid":
            return self._grid(planned)
        if planned.widget == "entries":
            entries = EntriesRow(path, shape, planned.title)
            entries.entry_changed.connect(self.entry_changed)
            entries.opened.connect(self.opened)
            return entries
        if planned.widget == "part":
            part = PartRow(planned)
            part.toggled.connect(self.part_toggled)
            return part
        if planned.widget == "head":
            return HeadRow(planned)
        if planned.widget in ("choice", "kind", "key"):
            return ChoiceRow(path, shape, planned.choices, planned.default)
        made = {"area": AreaRow, "flag": FlagRow}.get(planned.widget, LineRow)
        return made(path, shape, planned.default)

    def _grid(self, planned: PlannedRow) -> GridRow:
        grid = GridRow(planned.path, planned.shape, planned.title, planned.columns)
        grid.entry_changed.connect(self.entry_changed)
        grid.key_changed.connect(self.key_changed)
        return grid

    def _on_kind(self, path: object, kind: object) -> None:
        self.kind_chosen.emit(cast("Path", path), str(kind))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_width()

    def _fit_width(self) -> None:
        """Put the names above their fields where there is no room beside them."""
        is_narrow = self.width() < NARROW * self.fontMetrics().height()
        policies = QFormLayout.RowWrapPolicy
        policy = policies.WrapAllRows if is_narrow else policies.WrapLongRows
        if policy != self._form.rowWrapPolicy():
            self._form.setRowWrapPolicy(policy)

    def _on_key(self, path: object, key: object) -> None:
        self.key_chosen.emit(cast("Path", path), str(key))

    def follow_text_size(self) -> None:
        fit_labels(self)
        self._fit_width()
        self._form.setHorizontalSpacing(self.fontMetrics().height() // 2)
