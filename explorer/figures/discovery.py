"""Where an outcome holds, in words: the boxes that were discovered among a study's rows."""

from explorer.figures.phrase import capitalised
from explorer.figures.study import of_hundred
from explorer.figures.study_table import StudyTable
from explorer.figures.study_words import box_words, stretch_words
from explorer.figures.table import Number, Table, count
from explorer.model.study_found import Discovery, Found, Outcome
from explorer.model.wording import tr, tr_n

UNSURE = 0.05
"""From which quasi-p-value on a bound may be there by chance."""


def discovery_sentence(table: StudyTable, outcome: Outcome, found: Discovery) -> str:
    """Return what was discovered, in one sentence or two."""
    told = tr(
        "{outcome} in {wanted:,} of {rows:,} rows.",
        outcome=capitalised(table.words(outcome)),
        wanted=found.wanted,
        rows=found.rows,
    )
    if not found.wanted or found.wanted == found.rows:
        return tr("{told} There is nothing to tell apart.", told=told)
    if not found.boxes:
        return tr("{told} No bounds on what was varied tell these rows apart.", told=told)
    boxes = tr_n(
        "One box covers {covered} of them.",
        "{n} boxes cover {covered} of them.",
        len(found.boxes),
        covered=of_hundred(found.covered, found.wanted),
    )
    return tr("{told} {boxes}", told=told, boxes=boxes)


def discovery_lines(table: StudyTable, found: Discovery) -> tuple[str, ...]:
    """Return each box as a sentence, the first and best one first."""
    return tuple(box_words(found, box, _bounds(table, box)) for box in found.boxes)


def discovery_table(table: StudyTable, found: Discovery) -> Table:
    """Return the boxes as a table: each bound on a line of its own."""
    cells: list[tuple[str | Number, ...]] = []
    for number, box in enumerate(found.boxes, 1):
        for words, stretch in zip(_bounds(table, box), box.stretches, strict=True):
            cells.append(
                (
                    str(number),
                    capitalised(words),
                    count(box.rows),
                    _share(box.wanted, box.rows),
                    _share(box.wanted, found.wanted),
                    Number(stretch.chance, _chance_words(stretch.chance)),
                )
            )
    return Table(
        tr("Where it holds"),
        (
            tr("Box"),
            tr("Bound"),
            tr("Rows"),
            tr("Holds in"),
            tr("Covers"),
            tr("By chance"),
        ),
        tuple(cells),
        units=("", "", "", "%", "%", ""),
    )


def _bounds(table: StudyTable, box: Found) -> tuple[str, ...]:
    columns = {column.name: column for column in table.columns}
    found: list[str] = []
    for stretch in box.stretches:
        values = table.numbers(stretch.factor)
        whole = (float(values.min()), float(values.max()))
        found.append(stretch_words(table.case, columns, stretch, whole))
    return tuple(found)


def _share(part: int, whole: int) -> Number:
    return Number(100 * part / whole, of_hundred(part, whole))


def _chance_words(chance: float) -> str:
    if chance >= UNSURE:
        return tr("perhaps ({chance:.2f})", chance=chance)
    return tr("hardly")
