"""The table of assumptions: headings, one row for each assumption, one for each of its levels."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont

from explorer.figures.assumption_words import (
    change_text,
    full_title,
    group_title,
    level_titles,
    title,
)
from explorer.figures.source_words import source_title
from explorer.model.assumption import (
    Assumption,
    Estimate,
    assumptions,
    is_variation_of,
    with_estimates,
)
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.parameter import refusal
from explorer.model.typed_numbers import typed_numbers
from explorer.model.wording import tr
from explorer.ui.assumptions.assumption_cells import (
    EDITED,
    WHOLE,
    Column,
    Group,
    Place,
    Refused,
    cell_numbers,
    cell_text,
    chosen_option,
    edited_estimate,
    headings,
    numbers_wanted,
)

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

NO_INDEX = QModelIndex()
_LEVEL = 1 << 16
"""Internal ids from here on belong to level rows."""


class AssumptionModel(QAbstractItemModel):
    """Shows the assumptions of a case and turns what is typed into variations of it.

    Signals
    -------
    case_edited(object, int)
        A variation of the case that was asked for, and the number of the assumption.
    refused(int)
        The number of an assumption into which something was typed that cannot stand.
    """

    case_edited = Signal(object, int)
    refused = Signal(int)

    def __init__(self, case: Case, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._items: tuple[Assumption, ...] = assumptions(case)
        self._groups: tuple[Group, ...] = ()
        self._refused: dict[int, Refused] = {}
        self._start: tuple[int, Estimate] | None = None
        self._search = ""
        self._only_changed = False
        self._group()

    @property
    def case(self) -> Case:
        """The case as it is shown."""
        return self._case

    def show_case(self, case: Case) -> None:
        """Show a case; emits nothing but that cells are other now."""
        if case is self._case:
            return
        old_items, old_case, self._case = self._items, self._case, case
        self._items = assumptions(case)
        if not is_variation_of(case, old_case):
            self._refused.clear()
            self._start = None
            self.show_matching(self._search, only_changed=self._only_changed)
            return
        for number, (old, new) in enumerate(zip(old_items, self._items, strict=True)):
            if old.estimate != new.estimate:
                self._refused.pop(number, None)
                self._tell_changed(number)

    def show_matching(self, text: str, *, only_changed: bool) -> None:
        """Show only what has all words of a text in it, or only what is changed."""
        self._search, self._only_changed = text, only_changed
        self.beginResetModel()
        self._group()
        self.endResetModel()

    def place(self, index: Index) -> Place | None:
        """Return which assumption and level a cell belongs to; None for a heading."""
        if not index.isValid():
            return None
        id_ = index.internalId()
        if id_ == 0:
            return None
        if id_ < _LEVEL:
            return Place(self._groups[id_ - 1].numbers[index.row()], WHOLE)
        return Place(id_ - _LEVEL, self._first_level(id_ - _LEVEL) + index.row())

    def item(self, number: int) -> Assumption:
        """Return an assumption by its number."""
        return self._items[number]

    def reason(self, number: int) -> str:
        """Return why what was typed for an assumption cannot stand; empty if all does."""
        refused = self._refused.get(number)
        return refused.reason if refused is not None else ""

    def is_changed(self, number: int) -> bool:
        """Return whether an assumption differs from what the case gives."""
        return any(change.id == self._items[number].id for change in self._case.changes)

    def status(self, number: int) -> str:
        """Return in words whether an assumption is changed and what it was."""
        wanted = self._items[number].id
        for change in self._case.changes:
            if change.id == wanted:
                return change_text(self._items[number], change.was, change.now)
        return ""

    def begin_edit(self, index: Index) -> None:
        """Remember what stands before the hand types, for ranges and for Escape."""
        place = self.place(index)
        if place is not None:
            self._start = (place.number, self._items[place.number].estimate)

    def cancel_edit(self) -> None:
        """Put back what stood when the hand began to type."""
        if self._start is not None:
            number, estimate = self._start
            self._refused.pop(number, None)
            self._ask(number, estimate)
            self._tell_changed(number)

    def end_edit(self) -> None:
        """Forget what stood before."""
        self._start = None

    def reset(self, number: int) -> None:
        """Ask for what the case gives for an assumption."""
        self._refused.pop(number, None)
        wanted = self._items[number].id
        for change in self._case.changes:
            if change.id == wanted:
                self._ask(number, change.was)
        self._tell_changed(number)

    def forget_refused(self) -> None:
        """Forget everything that was typed and cannot stand."""
        numbers = tuple(self._refused)
        self._refused.clear()
        for number in numbers:
            self._tell_changed(number)

    def _group(self) -> None:
        found: dict[str, list[int]] = {}
        words = self._search.casefold().split()
        for number, item in enumerate(self._items):
            if self._only_changed and not self.is_changed(number):
                continue
            if all(word in self._words(item) for word in words):
                found.setdefault(group_title(self._case, item), []).append(number)
        self._groups = tuple(Group(name, tuple(numbers)) for name, numbers in found.items())

    def _words(self, item: Assumption) -> str:
        levels = " ".join(level_titles(self._case, item))
        source = source_title(self._case, item.source)
        name = full_title(self._case, item)
        return " ".join((name, item.id, item.unit, item.note, source, levels)).casefold()

    def _first_level(self, number: int) -> int:
        """Return the first level that has a row: level 0 is always worth 0."""
        return 1 if self._items[number].kind == "levels" else 0

    def _level_rows(self, number: int) -> int:
        item = self._items[number]
        has_levels = item.kind in ("levels", "shares")
        return len(item.estimate.values) - self._first_level(number) if has_levels else 0

    def _index_of(self, number: int, column: int) -> QModelIndex:
        for place, group in enumerate(self._groups):
            if number in group.numbers:
                return self.createIndex(group.numbers.index(number), column, place + 1)
        return QModelIndex()

    def _tell_changed(self, number: int) -> None:
        first = self._index_of(number, 0)
        if not first.isValid():
            return
        self.dataChanged.emit(first, self._index_of(number, Column.SOURCE))
        last = self._level_rows(number) - 1
        if last >= 0:
            ends = (self.index(0, 0, first), self.index(last, Column.SOURCE, first))
            self.dataChanged.emit(*ends)

    def _take(self, place: Place, column: int, text: str) -> None:
        """Ask for what was typed; ask for what stood before, and say why, if it cannot stand."""
        number, before = place.number, self._before(place.number)
        try:
            reason = self._ask(number, self._typed(before, place, column, text))
        except ScenarioError as error:
            reason = str(error)
        if reason:
            self._ask(number, before)
            reason = tr("{reason} The value stays as it was.", reason=reason)
            self._refused[number] = Refused(place.level, reason)
            self.refused.emit(number)
        else:
            self._refused.pop(number, None)
        self._tell_changed(number)

    def _typed(self, before: Estimate, place: Place, column: int, text: str) -> Estimate:
        """Return the estimate that a text in a cell means, or raise why it means none."""
        item = self._items[place.number]
        if item.kind == "choice":
            return chosen_option(item, text)
        if text == cell_numbers(before, place, column):
            # What is shown may be rounded; typing it back must not round what stands.
            return before
        numbers = typed_numbers(text, numbers_wanted(before, place, column))
        found = edited_estimate(before, place, column, numbers, bounds=item.bounds)
        if reason := refusal(item, found):
            raise ScenarioError(reason)
        return found

    def _before(self, number: int) -> Estimate:
        """Return what stood when the hand began to type, or what stands now."""
        if self._start is not None and self._start[0] == number:
            return self._start[1]
        return self._items[number].estimate

    def _ask(self, number: int, estimate: Estimate) -> str:
        """Ask for an estimate; return why the case cannot take it, or nothing."""
        if estimate == self._items[number].estimate:
            return ""
        try:
            case = with_estimates(self._case, {self._items[number].id: estimate})
        except ScenarioError as error:
            return str(error)
        self.case_edited.emit(case, number)
        return ""

    def _text(self, place: Place, column: int) -> str:
        return cell_text(self._items[place.number], place, column)

    def _shown(self, place: Place, column: int) -> str:
        """Return the words of a cell."""
        if column == Column.NAME:
            return self._name(place)
        if column == Column.LIKELY:
            return self._text(place, column)
        if column == Column.STATUS:
            return self._status_cell(place)
        if place.level != WHOLE:
            return ""
        if column in EDITED:
            return self._bound_cell(place, column)
        return self._end_cell(place.number, column)

    def _name(self, place: Place) -> str:
        item = self._items[place.number]
        if place.level == WHOLE:
            return title(self._case, item)
        return level_titles(self._case, item)[place.level]

    def _end_cell(self, number: int, column: int) -> str:
        item = self._items[number]
        if column == Column.RESET:
            return tr("Reset") if self.is_changed(number) else ""
        return item.unit if column == Column.UNIT else source_title(self._case, item.source)

    def _bound_cell(self, place: Place, column: int) -> str:
        kind, text = self._items[place.number].kind, self._text(place, column)
        if kind in ("shares", "choice"):
            return ""
        return tr("\N{MULTIPLICATION SIGN} {factor}", factor=text) if kind == "levels" else text

    def _status_cell(self, place: Place) -> str:
        refused = self._refused.get(place.number)
        if refused is not None and refused.level == place.level:
            return tr("\N{WARNING SIGN} {reason}", reason=refused.reason)
        return self.status(place.number) if place.level == WHOLE else ""

    def _spoken(self, place: Place, column: int) -> str:
        """Return a cell as a screen reader says it: where it is and what it says."""
        item = self._items[place.number]
        parts = [full_title(self._case, item)]
        if place.level != WHOLE:
            parts.append(level_titles(self._case, item)[place.level])
        parts.append(headings()[column])
        parts.append(self._shown(place, column) or tr("nothing"))
        return ", ".join(parts)

    def index(self, row: int, column: int, parent: Index = NO_INDEX) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, column, 0)
        place = self.place(parent)
        if place is None:
            return self.createIndex(row, column, parent.row() + 1)
        return self.createIndex(row, column, _LEVEL + place.number)

    def parent(self, index: Index = NO_INDEX) -> QModelIndex:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the heading of an assumption, or the assumption of a level."""
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        id_ = index.internalId()
        if id_ < _LEVEL:
            return self.createIndex(id_ - 1, 0, 0)
        return self._index_of(id_ - _LEVEL, 0)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        if not parent.isValid():
            return len(self._groups)
        if parent.column() > 0:
            return 0
        place = self.place(parent)
        if place is None:
            return len(self._groups[parent.row()].numbers)
        return self._level_rows(place.number) if place.level == WHOLE else 0

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return headings()[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        place = self.place(index)
        if place is None or index.column() not in EDITED:
            return flags
        is_bound = index.column() != Column.LIKELY
        has_bounds = place.level == WHOLE and self._items[place.number].kind in ("number", "levels")
        return flags if is_bound and not has_bounds else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        place, column = self.place(index), index.column()
        if place is None:
            return self._heading(index, role)
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return self._shown(place, column)
        if role == Role.EditRole:
            return self._text(place, column) if column in EDITED else self._shown(place, column)
        if role == Role.AccessibleTextRole:
            return self._spoken(place, column)
        if role == Role.FontRole:
            return self._font(place, column)
        return None

    def _font(self, place: Place, column: int) -> QFont | None:
        font = QFont()
        if column == Column.RESET:
            font.setUnderline(True)
        elif place.level == WHOLE and self.is_changed(place.number):
            font.setWeight(QFont.Weight.DemiBold)
        else:
            return None
        return font

    def _heading(self, index: Index, role: int) -> object:
        if not index.isValid() or (index.column() and role != Role.AccessibleTextRole):
            return None
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return self._groups[index.row()].title
        if role == Role.FontRole:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        place = self.place(index)
        if place is None or role != Role.EditRole:
            return False
        self._take(place, index.column(), str(value).strip())
        return True
