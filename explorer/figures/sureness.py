"""How sure: in how many assumption sets zone, rows and named packages hold."""

from collections.abc import Iterator
from dataclasses import replace

from explorer.figures.bars import Bar, BarGroup, BarsFigure
from explorer.figures.phrase import capitalised
from explorer.figures.structure_words import structure_group, structure_note
from explorer.figures.study import HUNDRED, HUNDRED_TICKS, SETS, of_hundred, seed_note, sure_choices
from explorer.figures.table import Number, Table
from explorer.model.package import package_of
from explorer.model.study import Sureness
from explorer.model.wording import tr


def sureness_figure(found: Sureness, *, selected_row: str = "") -> BarsFigure:
    """Return in how many assumption sets zone, rows and named packages hold."""
    case = found.scenario.case
    groups = (
        BarGroup(tr("There is a deal zone"), tuple(_zone_bars(found))),
        BarGroup(tr("Commitments with a deal zone"), tuple(_row_bars(found, selected_row))),
        BarGroup(tr("Named packages in the zone"), tuple(_package_bars(found))),
        *structure_group(case, found.structure),
    )
    return BarsFigure(
        title=tr("How sure: in how many assumption sets"),
        sentence=_sets_sentence(found, selected_row),
        axis_words=tr("of 100 assumption sets ({sets:,} were drawn)", sets=found.sets),
        minimum=0,
        maximum=HUNDRED,
        ticks=HUNDRED_TICKS,
        groups=groups,
        table=_table(groups, tr("In how many of {sets} assumption sets", sets=found.sets)),
        notes=(
            *structure_note(case, found.structure),
            seed_note(found.seed),
            *_waiting_note(found),
        ),
        choices=sure_choices(case, SETS, None),
    )


def _zone_bars(found: Sureness) -> Iterator[Bar]:
    yield _bar(found, "zone", tr("Any package"), found.zone_sets)
    names = {each.id: each.name for each in found.scenario.case.classes}
    for class_id, count in found.classes:
        yield _bar(found, class_id, capitalised(names[class_id]), count)


def _row_bars(found: Sureness, selected: str) -> Iterator[Bar]:
    for row in found.rows:
        name = capitalised(found.scenario.case.row(row.row_id).short)
        bar = _bar(found, row.row_id, name, row.open_sets)
        yield replace(bar, row_id=row.row_id, is_selected=row.row_id == selected)


def _package_bars(found: Sureness) -> Iterator[Bar]:
    case = found.scenario.case
    named = {each.id: each for each in case.packages if each.levels}
    for package_id, count in found.named:
        if package_id in named:
            each = named[package_id]
            bar = _bar(found, package_id, capitalised(each.name), count)
            yield replace(bar, package=package_of(case, each.levels))


def _bar(found: Sureness, bar_id: str, name: str, count: int) -> Bar:
    words = of_hundred(count, found.sets)
    return Bar(
        id=bar_id,
        name=name,
        value=HUNDRED * count / found.sets,
        words=words,
        detail=tr(
            "{name}: {words} assumption sets ({count} of the {sets} looked at).",
            name=name,
            words=words,
            count=count,
            sets=found.sets,
        ),
        meaning="zone",
    )


def _sets_sentence(found: Sureness, selected_row: str) -> str:
    row = next((each for each in found.rows if each.row_id == selected_row), None)
    words = of_hundred(found.zone_sets, found.sets)
    if row is None:
        return tr("There is a deal zone in {words} assumption sets.", words=words)
    low, _, high = found.packages
    return tr(
        "{row} has a deal zone in {share} assumption sets. For any commitment there is "
        "one in {words}; in the middle 80 of 100 sets it has {low:,} to {high:,} "
        "packages.",
        row=capitalised(found.scenario.case.row(row.row_id).short),
        share=of_hundred(row.open_sets, found.sets),
        words=words,
        low=low,
        high=high,
    )


def _waiting_note(found: Sureness) -> tuple[str, ...]:
    if found.is_done:
        return ()
    return (
        tr("{sets:,} of {wanted:,} assumption sets so far.", sets=found.sets, wanted=found.wanted),
    )


def _table(groups: tuple[BarGroup, ...], caption: str) -> Table:
    columns = (tr("What"), tr("Name"), tr("Assumption sets"))
    cells = tuple(
        (group.name, bar.name, bar.words if bar.value is None else Number(bar.value, bar.words))
        for group in groups
        for bar in group.bars
    )
    return Table(caption, columns, cells, units=("", "", tr("of 100")))
