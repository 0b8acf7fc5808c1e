"""Scores of a class as tables: one row a table, the spread by issue, the lines broken."""

from collections import Counter
from collections.abc import Iterator

from explorer.classroom.tables.columns import ending_words
from explorer.classroom.tables.scores import ClassScores, TableScore
from explorer.figures.phrase import control_title, listed
from explorer.figures.table import Cell, Number, Table, count, percent, points, signed_cell
from explorer.model.table_result import variant_letter
from explorer.model.wording import tr, tr_n


def score_table(found: ClassScores) -> Table:
    """Return one row for each table: both gains, what is left, and how it stands."""
    case = found.plan.case
    sender, target = case.sender.short, case.target.short
    has_minutes = any(score.result.minutes is not None for score in found.scores)
    return Table(
        caption=tr("Scores, each under the table's own private values"),
        columns=(
            tr("Table"),
            tr("Variant"),
            tr("Outcome"),
            tr("{party}’s gain", party=sender),
            tr("{party}’s gain", party=target),
            tr("Left for {party}", party=sender),
            tr("Left for {party}", party=target),
            tr("Left for both"),
            *([tr("Minutes")] if has_minutes else []),
        ),
        cells=tuple(
            (*_score_cells(score), *([_minutes_cell(score)] if has_minutes else []))
            for score in found.scores
        ),
        units=("", "", "", "", "", "", "", tr("% of the best")),
    )


def spread_table(found: ClassScores) -> Table:
    """Return for each issue how many tables agreed on which level, without those nobody chose."""
    cells: list[tuple[Cell, ...]] = [
        (spread.issue.name, tr("{n} {level}", n=level, level=each.short), count(tables))
        for spread in found.spreads
        for level, (each, tables) in enumerate(zip(spread.issue.levels, spread.counts, strict=True))
        if tables
    ]
    return Table(
        caption=tr("What was agreed on each issue"),
        columns=(tr("Issue"), tr("Level"), tr("Tables")),
        cells=tuple(cells),
    )


def broken_table(found: ClassScores) -> Table:
    """Return for each line that an agreement broke by how many tables, the most often first."""
    case = found.plan.case
    broken = Counter(line for score in found.agreed for line in score.broken_lines)
    return Table(
        caption=tr("Red lines and consents that agreements broke"),
        columns=(tr("Line"), tr("Tables")),
        cells=tuple(
            (control_title(case, case.control(line)), count(tables))
            for line, tables in broken.most_common()
        ),
    )


def standing_words(score: TableScore) -> str:
    """Return in a few words where a table's outcome stands."""
    if score.sheet is None:
        return ending_words(score.result.ending)
    if score.is_efficient:
        return tr("agreed, on the frontier")
    if score.is_in_zone:
        return tr("agreed, in the zone")
    if score.broken_lines:
        return tr("agreed, breaks a line")
    return tr("agreed, a side loses")


def class_words(found: ClassScores) -> tuple[str, ...]:
    """Return what happened in the class in sentences: outcomes, the zone, the frontier, value."""
    return tuple(_class_words(found))


def _class_words(found: ClassScores) -> Iterator[str]:
    yield tr_n("{n} table told its result.", "{n} tables told their results.", len(found.scores))
    ways = [
        tr("{n} {outcome}", n=number, outcome=ending_words(ending))
        for ending, number in found.endings
        if number
    ]
    if ways:
        yield tr("Outcomes: {outcomes}.", outcomes=listed(ways))
    if found.agreed:
        agreed, inside = len(found.agreed), sum(score.is_in_zone for score in found.agreed)
        yield tr("In the deal zone: {n} of the agreements, {all} in all.", n=inside, all=agreed)
        yield tr(
            "On the frontier, where no side can have more unless the other has less: {n}.",
            n=sum(score.is_efficient for score in found.agreed),
        )
        more = sum(score.left.share > 0 for score in found.agreed)
        yield tr_n(
            "At {n} table both sides could have had more at once.",
            "At {n} tables both sides could have had more at once.",
            more,
        )


def _score_cells(score: TableScore) -> tuple[Cell, ...]:
    result, left = score.result, score.left
    return (
        result.name,
        variant_letter(result.variant),
        standing_words(score),
        signed_cell(score.sender_gain),
        signed_cell(score.target_gain),
        points(left.sender),
        points(left.target),
        percent(left.share),
    )


def _minutes_cell(score: TableScore) -> Cell:
    minutes = score.result.minutes
    return Number(minutes, "" if minutes is None else f"{minutes:g}")
