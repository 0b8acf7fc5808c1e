"""Who blocks whom: both sides' red lines, which of them exclude each other, and what would help."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from explorer.figures.choice import Choice
from explorer.figures.control_words import change_words
from explorer.figures.line_words import line_sentence
from explorer.figures.opening import OpeningFigure, OpeningWords
from explorer.figures.phrase import control_title
from explorer.figures.table import Table
from explorer.model.binding import BindingLine
from explorer.model.blockade import Blockade, Exclusion
from explorer.model.case import Case
from explorer.model.scenario import Scenario
from explorer.model.wording import tr, tr_n


@dataclass(frozen=True, slots=True)
class BlockedLine:
    """A red line that somebody draws: its control, its names, what it says, what it does.

    ``title`` names its party too, ``value`` is a sentence without its full stop. ``remark`` says
    what the line keeps out, or what it excludes; "" for nothing that can be told of it alone.
    """

    control_id: str
    name: str
    title: str
    value: str
    remark: str = ""

    @property
    def words(self) -> str:
        """Everything about it, for reading it aloud."""
        drawn = tr("{sentence}.", sentence=self.value)
        return tr("{words} {more}", words=drawn, more=self.remark) if self.remark else drawn


@dataclass(frozen=True, slots=True)
class BlockedRow:
    """Two lines that face each other, the sender's left; one is missing where sides draw unlike.

    ``is_shared`` marks a line of somebody who does not bargain: it stands alone, as ``left``.
    """

    left: BlockedLine | None
    right: BlockedLine | None
    is_shared: bool = False

    @property
    def lines(self) -> tuple[BlockedLine, ...]:
        """The lines that are there, from the left."""
        return tuple(line for line in (self.left, self.right) if line is not None)


@dataclass(frozen=True, slots=True)
class Join:
    """Two lines that exclude each other, by the ids of their controls, and what that means."""

    first: str
    second: str
    words: str
    is_outright: bool

    @property
    def brief(self) -> str:
        """What it means in the fewest words."""
        return tr("no package keeps both") if self.is_outright else tr("no deal keeps both")


@dataclass(frozen=True, slots=True)
class BlockedFigure:
    """Both sides' lines in rows, what joins them, and moves that would open the zone.

    ``heads`` are the names of the two sides; ``bridges`` is None where the zone is not empty or
    where its openings are not known yet.
    """

    title: str
    sentence: str
    heads: tuple[str, str]
    rows: tuple[BlockedRow, ...]
    joins: tuple[Join, ...]
    bridges: OpeningFigure | None
    table: Table

    @property
    def moves(self) -> tuple[OpeningWords, ...]:
        """The moves that can be tried."""
        return () if self.bridges is None else self.bridges.entries

    @property
    def count(self) -> int:
        """How many rows there are to read: lines, then moves, or that there is none."""
        return len(self.rows) + (0 if self.bridges is None else max(1, len(self.moves)))

    @property
    def choices(self) -> tuple[Choice, ...]:
        """None: the settings alone decide."""
        return ()

    def move_at(self, row: int) -> OpeningWords | None:
        """Return the move of a row, or None where it has none."""
        place = row - len(self.rows)
        return self.moves[place] if 0 <= place < len(self.moves) else None

    def row_words(self, row: int) -> str:
        """Return a row in words: two lines and what they exclude, or a move."""
        if row < len(self.rows):
            return " ".join(line.words for line in self.rows[row].lines)
        move = self.move_at(row)
        if move is not None:
            return tr("{title}. {detail}", title=move.title, detail=move.detail)
        return "" if self.bridges is None else self.bridges.nothing


def blocked_title() -> str:
    """Return what the picture is called."""
    return tr("Who blocks whom")


def empty_figure(
    scenario: Scenario, lines: tuple[str, ...], found: Blockade, bridges: OpeningFigure | None
) -> BlockedFigure:
    """Return who blocks whom where the deal zone is empty.

    Parameters
    ----------
    lines
        The ids of the lines that somebody draws.
    found
        Which of them leave nothing, alone or together.
    bridges
        What would open the zone; None while that is not known.
    """
    case = scenario.case
    joins = tuple(_join(each) for each in found.exclusions)
    remarks = {
        line: tr("Alone it leaves nothing that both sides would sign.") for line in found.alone
    }
    for join in joins:
        for line, other in ((join.first, join.second), (join.second, join.first)):
            said = tr("Excludes {other}: {why}", other=_title(case, other), why=join.words)
            remarks[line] = " ".join([remarks.get(line, ""), said]).strip()
    return _figure(
        scenario,
        _rows(case, _drawn(scenario, lines, remarks), joins),
        joins,
        bridges,
        _empty_sentence(case, lines, found, bridges),
    )


def open_figure(scenario: Scenario, binding: tuple[BindingLine, ...]) -> BlockedFigure:
    """Return which lines bind where the deal zone is not empty, the most binding first.

    ``binding``: What each line that somebody draws keeps out.
    """
    ranked = sorted(binding, key=lambda line: line.regained, reverse=True)
    remarks = {line.control_id: _kept_out(line.regained) for line in ranked}
    lines = _drawn(scenario, tuple(line.control_id for line in ranked), remarks)
    sentence = _open_sentence(scenario.case, ranked)
    return _figure(scenario, _rows(scenario.case, lines, ()), (), None, sentence)


def _figure(
    scenario: Scenario,
    rows: tuple[BlockedRow, ...],
    joins: tuple[Join, ...],
    bridges: OpeningFigure | None,
    sentence: str,
) -> BlockedFigure:
    case = scenario.case
    return BlockedFigure(
        title=blocked_title(),
        sentence=sentence,
        heads=(case.sender.short, case.target.short),
        rows=rows,
        joins=joins,
        bridges=bridges,
        table=_table(case, rows, bridges),
    )


def _title(case: Case, line: str) -> str:
    return control_title(case, case.control(line))


def _says(case: Case, line: str, value: float) -> str:
    control = case.control(line)
    if control.kind == "limit":
        return line_sentence(case, control, value)
    return tr("{name}: {value}", name=control.name, value=change_words(case, line, value))


def _drawn(
    scenario: Scenario, lines: tuple[str, ...], remarks: dict[str, str]
) -> tuple[BlockedLine, ...]:
    case = scenario.case
    return tuple(
        BlockedLine(
            control_id=line,
            name=case.control(line).name,
            title=_title(case, line),
            value=_says(case, line, scenario.value(line)),
            remark=remarks.get(line, ""),
        )
        for line in lines
    )


def _join(each: Exclusion) -> Join:
    words = tr("no package keeps both.")
    if not each.is_outright:
        words = tr("no package that keeps both is better than no deal for both sides.")
    return Join(each.first, each.second, words, each.is_outright)


def _rows(
    case: Case, lines: tuple[BlockedLine, ...], joins: tuple[Join, ...]
) -> tuple[BlockedRow, ...]:
    """Put lines that exclude each other face to face, then the others, each once."""
    by_id = {line.control_id: line for line in lines}
    sides: dict[str, list[BlockedLine]] = {"sender": [], "target": [], "": []}
    for line in lines:
        sides[case.control(line.control_id).party or ""].append(line)
    rows: list[BlockedRow] = []
    placed: set[str] = set()
    for join in joins:
        pair = (by_id[join.first], by_id[join.second])
        left, right = sorted(pair, key=sides["target"].__contains__)
        is_free = not placed & {join.first, join.second}
        if is_free and left in sides["sender"] and right in sides["target"]:
            rows.append(BlockedRow(left, right))
            placed.update((join.first, join.second))
    rest = ([line for line in sides[side] if line.control_id not in placed] for side in sides)
    senders, targets, others = rest
    rows.extend(BlockedRow(left, right) for left, right in zip_longest(senders, targets))
    rows.extend(BlockedRow(line, None, is_shared=True) for line in others)
    return tuple(rows)


def _empty_sentence(
    case: Case, lines: tuple[str, ...], found: Blockade, bridges: OpeningFigure | None
) -> str:
    return " ".join((tr("The deal zone is empty."), *_reasons(case, lines, found, bridges)))


def _reasons(
    case: Case, lines: tuple[str, ...], found: Blockade, bridges: OpeningFigure | None
) -> Iterator[str]:
    if not lines or found.is_without_lines:
        yield tr("No red line has to do with it: no package is better than no deal for both sides.")
        return
    for line in found.alone:
        yield tr("{line} alone leaves nothing that both would sign.", line=_title(case, line))
    for each in found.exclusions:
        yield tr(
            "{first} and {second} exclude each other: {why}",
            first=_title(case, each.first),
            second=_title(case, each.second),
            why=_join(each).words,
        )
    if not found.alone and not found.exclusions:
        yield tr("No two red lines exclude each other; more of them together leave nothing.")
    if bridges is not None and not bridges.moves:
        yield bridges.nothing


def _open_sentence(case: Case, ranked: list[BindingLine]) -> str:
    head = tr("The deal zone is not empty: nobody blocks every package.")
    if not ranked:
        return tr("{head} {more}", head=head, more=tr("No red line is drawn."))
    first = ranked[0]
    if not first.regained:
        more = tr("Dropping any one red line alone brings no package into the deal zone.")
    else:
        more = tr_n(
            "{line} keeps out the most: {n} package.",
            "{line} keeps out the most: {n} packages.",
            first.regained,
            line=_title(case, first.control_id),
        )
    return tr("{head} {more}", head=head, more=more)


def _kept_out(packages: int) -> str:
    if not packages:
        return tr("Alone it keeps out nothing.")
    return tr_n("Keeps out {n} package.", "Keeps out {n} packages.", packages)


def _table(case: Case, rows: tuple[BlockedRow, ...], bridges: OpeningFigure | None) -> Table:
    drawn = tuple(
        (tr("Red line"), line.title, line.value, line.remark) for row in rows for line in row.lines
    )
    moves = () if bridges is None else bridges.entries
    tried = tuple((tr("Opening"), move.title, "", move.detail) for move in moves)
    if not drawn:
        drawn = tuple(
            (tr("Red line"), party.short, tr("none"), "") for party in (case.sender, case.target)
        )
    columns = (tr("Kind"), tr("What"), tr("Drawn at"), tr("What it does"))
    return Table(blocked_title(), columns, drawn + tried)
