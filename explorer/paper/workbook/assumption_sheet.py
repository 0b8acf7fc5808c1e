"""The sheet of assumptions read back: what was edited, each mistake with its cell."""

from collections.abc import Mapping
from difflib import get_close_matches

from explorer.files.workbook.cells import Mistake, Sheet, Value
from explorer.files.workbook.numbers import cell_number, kept_number
from explorer.model.assumption import (
    Assumption,
    Estimate,
    assumptions,
    with_estimates,
    with_likely,
)
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.parameter import refusal
from explorer.model.wording import tr
from explorer.paper.workbook.heads import Heads
from explorer.paper.workbook.layout import ASSUMPTION, HIGH, LOW, REMARK, VALUE


def read_assumptions(case: Case, sheet: Sheet, heads: Heads, mistakes: list[Mistake]) -> Case:
    """Return the variation of a case that a sheet of assumptions describes.

    What cannot be read stays as it is in the case.

    Parameters
    ----------
    case
        The case, perhaps a variation already; blank cells stand for its numbers.
    sheet, heads
        Where they stand.
    mistakes
        Gets one for each cell that cannot be taken.
    """
    known = {item.id: item for item in assumptions(case)}
    first = heads.column(ASSUMPTION) or heads.first
    edits: dict[str, Estimate] = {}
    for row, cells in sheet.filled():
        id_ = str(cells.get(first, "")).strip()
        if row <= heads.row or not id_ or id_.startswith(REMARK):
            continue
        item = known.get(id_)
        if item is None:
            mistakes.append(Mistake(sheet.place(row, first), _unknown(id_, known)))
            continue
        if id_ in edits:
            words = tr("the assumption “{id}” stands twice; the first counts.", id=id_[:60])
            mistakes.append(Mistake(sheet.place(row, first), words))
            continue
        reader = _Row(item, sheet, row, heads, cells)
        estimate = reader.estimate()
        mistakes += reader.mistakes
        if estimate is not None and not reader.mistakes and estimate != item.estimate:
            edits[id_] = estimate
    try:
        return with_estimates(case, edits) if edits else case
    except ScenarioError as error:
        mistakes.append(Mistake(sheet.name, str(error)))
        return case


def _unknown(id_: str, known: Mapping[str, Assumption]) -> str:
    close = get_close_matches(id_, known, n=1, cutoff=0.5)
    if close:
        return tr("there is no assumption “{id}”. Meant: {near}?", id=id_[:60], near=close[0])
    return tr("there is no assumption “{id}”.", id=id_[:60])


class _Row:
    """One assumption's row: reads its cells and remembers what is wrong."""

    def __init__(
        self, item: Assumption, sheet: Sheet, row: int, heads: Heads, cells: Mapping[int, Value]
    ) -> None:
        self._item = item
        self._sheet = sheet
        self._row = row
        self._heads = heads
        self._cells = cells
        self.mistakes: list[Mistake] = []

    def estimate(self) -> Estimate | None:
        """Return what the row says; None where a cell is wrong."""
        now = self._item.estimate
        if self._item.kind == "choice":
            return self._chosen()
        values = tuple(
            self._number(f"{VALUE} {place}", given) for place, given in enumerate(now.values)
        )
        self._refuse_more(len(now.values))
        low, high = self._number(LOW, now.low), self._number(HIGH, now.high)
        if self.mistakes:
            return None
        estimate = Estimate(values, low, high)
        if (low, high) == (now.low, now.high):
            # Whoever changes only what is likely has not said that the range stays.
            estimate = with_likely(now, values, self._item.bounds)
        reason = refusal(self._item, estimate)
        if reason:
            self._tell(f"{VALUE} 0", reason)
            return None
        return estimate

    def _chosen(self) -> Estimate | None:
        value = self._cell(f"{VALUE} 0")
        if value is None:
            return self._item.estimate
        ids = [id_.casefold() for id_, _ in self._item.options]
        names = [name.casefold() for _, name in self._item.options]
        word = str(value).strip().casefold()
        for options in (ids, names):
            if word in options:
                place = options.index(word)
                return Estimate((place,), place, place)
        known = ", ".join(id_ for id_, _ in self._item.options)
        self._tell(f"{VALUE} 0", tr("this is none of the options: {known}.", known=known))
        return None

    def _refuse_more(self, count: int) -> None:
        place = count
        while (column := self._heads.column(f"{VALUE} {place}")) is not None:
            if column in self._cells:
                words = tr("this assumption has {n} values; empty this cell.", n=count)
                self._tell(f"{VALUE} {place}", words)
            place += 1

    def _number(self, id_: str, given: float) -> float:
        value = self._cell(id_)
        if value is None:
            return given
        try:
            return kept_number(cell_number(value), given)
        except ScenarioError as error:
            self._tell(id_, str(error))
            return given

    def _cell(self, id_: str) -> Value | None:
        column = self._heads.column(id_)
        return None if column is None else self._cells.get(column)

    def _tell(self, id_: str, words: str) -> None:
        column = self._heads.column(id_) or self._heads.first
        self.mistakes.append(Mistake(self._sheet.place(self._row, column), words))
