"""Why it changed: what each setting contributed to a difference between two scenarios."""

from collections.abc import Iterator
from dataclasses import dataclass

from explorer.figures.bars import Bar, BarGroup, BarsFigure, Meaning
from explorer.figures.choice import Choice
from explorer.figures.control_words import change_words, control_status
from explorer.figures.phrase import (
    MINUS,
    NOTICEABLE,
    capitalised,
    control_title,
    listed,
    signed_points,
    whole_points,
)
from explorer.figures.round_axis import round_axis
from explorer.figures.table import Cell, Number, Table, points, signed_cell
from explorer.model.case import Case
from explorer.model.split import Player, Split, SplitPart
from explorer.model.wording import tr, tr_n

MOST_NAMED = 4
"""How many contributions the sentence names; the others are in the picture and the table."""


def split_figure(
    split: Split,
    *,
    choices: tuple[Choice, ...] = (),
    end_words: str = "",
    notes: tuple[str, ...] = (),
) -> BarsFigure:
    """Return the split of a change as signed bars, the largest first.

    ``end_words``: What the end is called; "" for its name. ``notes``: Lines under the bars.
    """
    words = _Words(split, end_words or split.end.name)
    parts = sorted(split.parts, key=lambda part: abs(float(part.amount)), reverse=True)
    axis = round_axis((float(part.amount) for part in parts), least=1 if words.is_count else 0.1)
    bars = tuple(_bar(words, part) for part in parts)
    return BarsFigure(
        title=tr("Why it changed"),
        sentence=words.sentence(parts),
        axis_words=words.axis_words,
        minimum=axis.minimum,
        maximum=axis.maximum,
        ticks=tuple((value, words.tick(value)) for value in axis.ticks),
        groups=(BarGroup("", bars),) if bars else (),
        table=_table(words, parts),
        ends=words.ends,
        notes=(*words.notes(), *notes) if bars else notes,
        empty_words=words.empty_words,
        choices=choices,
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """The words that depend on what is split."""

    split: Split
    end: str

    @property
    def case(self) -> Case:
        return self.split.start.case

    @property
    def is_count(self) -> bool:
        return self.split.measure in ("packages", "row_packages")

    @property
    def row(self) -> str:
        return self.case.row(self.split.row_id).short if self.split.row_id else ""

    @property
    def axis_words(self) -> str:
        sender, target = self.case.sender.short, self.case.target.short
        if self.split.measure == "packages":
            return tr("Packages in the deal zone, more or fewer")
        if self.split.measure == "row_packages":
            return tr("Packages with {row} in the deal zone, more or fewer", row=self.row)
        if self.split.measure == "limit":
            return tr(
                "The most {sender} gives for {row}, in its own points", sender=sender, row=self.row
            )
        return tr(
            "The least {target} accepts for {row}, in {sender}’s points",
            target=target,
            sender=sender,
            row=self.row,
        )

    @property
    def ends(self) -> tuple[str, str]:
        if self.is_count:
            return tr("fewer packages"), tr("more packages")
        if self.split.measure == "limit":
            return tr("lowered the limit"), tr("raised the limit")
        return tr("lowered the floor"), tr("raised the floor")

    @property
    def empty_words(self) -> str:
        if self.split.is_defined:
            return tr("No setting differs: there is no change to explain.")
        return tr(
            "With some of these settings no concession is enough for {row}, so the "
            "change in the least that is accepted cannot be split.",
            row=self.row,
        )

    def amount(self, value: float) -> str:
        """Return a contribution with its sign in whole numbers; "0" for what cannot be noticed."""
        if self.is_count:
            count = round(value)
            return f"{MINUS if count < 0 else '+'}{abs(count):,}" if count else "0"
        return signed_points(value) if abs(value) >= NOTICEABLE else "0"

    def tick(self, value: float) -> str:
        """Return a tick of the axis, as exactly as its steps are."""
        return f"{MINUS if value < 0 else '+'}{abs(value):,g}" if value else "0"

    def amount_cell(self, value: float) -> Number:
        """Return a contribution as a cell of the table, points with one decimal."""
        return Number(value, self.amount(value)) if self.is_count else signed_cell(value)

    def plain_cell(self, value: float) -> Number:
        """Return a value of the measure as a cell of the table, points with one decimal."""
        return Number(value, self.plain(value)) if self.is_count else points(value)

    def plain(self, value: float) -> str:
        """Return a value of the measure itself."""
        if not self.is_count:
            return whole_points(value)
        count = round(value)
        return f"{MINUS if count < 0 else ''}{abs(count):,}"

    def notes(self) -> tuple[str, ...]:
        """Return what must be known beside the bars."""
        if self.split.measure != "floor_any":
            return ()
        return (
            tr(
                "With some of these settings the red lines leave no concessions that are "
                "enough, so this is the least that would be accepted without any red "
                "line."
            ),
        )

    def sentence(self, parts: list[SplitPart]) -> str:
        """Say how much changed and what made it."""
        split = self.split
        if not split.is_defined or split.before is None or split.after is None:
            return self.empty_words
        if not parts:
            return tr("Nothing differs between {start} and {end}.", start=self.start, end=self.end)
        change = float(split.after - split.before)
        said = listed(self._contributions(parts))
        if not self.is_count:
            return self._points_sentence(change, said)
        place = {"start": self.start, "end": self.end, "parts": said, "row": self.row}
        count = abs(round(change))
        if not split.row_id:
            return _zone_sentence(change, count, place)
        return _row_sentence(change, count, place)

    @property
    def start(self) -> str:
        return self.split.start.name

    def _points_sentence(self, change: float, said: str) -> str:
        before, after = float(self.split.before or 0), float(self.split.after or 0)
        place = {
            "start": self.start,
            "end": self.end,
            "measure": self.axis_words,
            "before": self.plain(before),
            "after": self.plain(after),
            "parts": said,
        }
        if abs(change) < NOTICEABLE:
            return tr("{measure}: from {start} to {end} it stays at {after}. {parts}.", **place)
        if change > 0:
            return tr(
                "{measure}: from {start} to {end} it rises from {before} to {after}. {parts}.",
                **place,
            )
        return tr(
            "{measure}: from {start} to {end} it falls from {before} to {after}. {parts}.", **place
        )

    def _contributions(self, parts: list[SplitPart]) -> Iterator[str]:
        named = [part for part in parts if self.amount(float(part.amount)) != "0"]
        # One more is named: "one other" would take as many words and say less.
        told = len(named) if len(named) == MOST_NAMED + 1 else MOST_NAMED
        for part in named[:told]:
            name = player_name(self.case, part.player)
            value = float(part.amount)
            amount = self.plain(abs(value))
            if not self.is_count:
                yield tr("{control} {amount}", control=name, amount=self.amount(value))
            elif value < 0:
                yield tr("{control} removed {amount}", control=name, amount=amount)
            else:
                yield tr("{control} added {amount}", control=name, amount=amount)
        rest = named[told:]
        if rest:
            yield self._rest(len(rest), float(sum(part.amount for part in rest)))
        if not named:
            yield tr("no setting contributed anything")

    def _rest(self, count: int, total: float) -> str:
        """Return what the settings that are not named made together."""
        if not self.is_count or self.amount(total) == "0":
            return tr_n(
                "{n} other setting {total}",
                "{n} other settings together {total}",
                count,
                total=self.amount(total),
            )
        if total < 0:
            return tr_n(
                "{n} other setting removed {total}",
                "{n} other settings together removed {total}",
                count,
                total=self.plain(-total),
            )
        return tr_n(
            "{n} other setting added {total}",
            "{n} other settings together added {total}",
            count,
            total=self.plain(total),
        )


def _zone_sentence(change: float, count: int, place: dict[str, str]) -> str:
    if not count:
        return tr("From {start} to {end} the deal zone keeps its size: {parts}.", **place)
    if change < 0:
        return tr_n(
            "From {start} to {end} the deal zone lost {n} package: {parts}.",
            "From {start} to {end} the deal zone lost {n} packages: {parts}.",
            count,
            **place,
        )
    return tr_n(
        "From {start} to {end} the deal zone gained {n} package: {parts}.",
        "From {start} to {end} the deal zone gained {n} packages: {parts}.",
        count,
        **place,
    )


def _row_sentence(change: float, count: int, place: dict[str, str]) -> str:
    if not count:
        return tr("From {start} to {end} {row} keeps its packages: {parts}.", **place)
    if change < 0:
        return tr_n(
            "From {start} to {end} {row} lost {n} package: {parts}.",
            "From {start} to {end} {row} lost {n} packages: {parts}.",
            count,
            **place,
        )
    return tr_n(
        "From {start} to {end} {row} gained {n} package: {parts}.",
        "From {start} to {end} {row} gained {n} packages: {parts}.",
        count,
        **place,
    )


def player_name(case: Case, player: Player) -> str:
    """Return the name of a setting, or of the group whose settings count together."""
    if len(player.control_ids) == 1:
        return control_title(case, case.control(player.control_ids[0]))
    return next(group.name for group in case.groups if group.id == player.id)


def moved_words(split: Split, player: Player) -> str:
    """Return from where to where a setting went, in short words."""
    case = split.start.case
    control, *others = player.control_ids
    if others:
        return tr_n("{n} setting", "{n} settings", len(player.control_ids))
    ends = (split.start.value(control), split.end.value(control))
    before, after = (control_status(case, control, value).value_text for value in ends)
    return tr("{before} → {after}", before=before, after=after)


def _bar(words: _Words, part: SplitPart) -> Bar:
    split, player, case = words.split, part.player, words.case
    name, value = player_name(case, player), float(part.amount)
    return Bar(
        id=player.id,
        name=tr("{control}: {moved}", control=name, moved=moved_words(split, player)),
        value=value,
        words=words.amount(value),
        detail=_detail(words, part),
        meaning=_meaning(case, player),
        control_id=player.control_ids[0] if len(player.control_ids) == 1 else "",
    )


def _detail(words: _Words, part: SplitPart) -> str:
    case, split = words.case, words.split
    moves = listed(
        tr(
            "{control} from {before} to {after}",
            control=control_title(case, case.control(each)),
            before=change_words(case, each, split.start.value(each)),
            after=change_words(case, each, split.end.value(each)),
        )
        for each in part.player.control_ids
    )
    return tr(
        "{moves}: {amount}, on average over all orders in which the settings can change.",
        moves=capitalised(moves),
        amount=words.amount(float(part.amount)),
    )


def _meaning(case: Case, player: Player) -> Meaning:
    first = case.control(player.control_ids[0]).party
    parties = {case.control(control).party for control in player.control_ids}
    return first if len(parties) == 1 and first is not None else "neutral"


def _table(words: _Words, parts: list[SplitPart]) -> Table:
    split = words.split
    cells: list[tuple[Cell, ...]] = [
        (
            player_name(words.case, part.player),
            moved_words(split, part.player),
            words.amount_cell(float(part.amount)),
        )
        for part in parts
    ]
    if split.before is not None and split.after is not None:
        before, after = float(split.before), float(split.after)
        cells.append((tr("Together"), "", words.amount_cell(after - before)))
        cells.append((split.start.name, "", words.plain_cell(before)))
        cells.append((words.end, "", words.plain_cell(after)))
    columns = (tr("Setting"), tr("From → to"), words.axis_words)
    return Table(tr("Why it changed"), columns, tuple(cells))
