"""What stands on an exported picture besides the picture: its words, and all of them as items."""

from collections.abc import Iterator
from dataclasses import dataclass

from explorer.figures.assumption_words import assumption_note
from explorer.figures.boards import NamedResult, boards_figure
from explorer.figures.compare import change_line, comparison
from explorer.figures.control_words import change_words, set_words
from explorer.figures.figure import Figure
from explorer.figures.phrase import control_title, listed, scale_text
from explorer.figures.table import Table, table_data
from explorer.files.shelf import record_of
from explorer.model.day_words import dated_name, led_name
from explorer.model.history_year import year_words
from explorer.model.provenance import Item
from explorer.model.scenario import Scenario, control_range
from explorer.model.wording import tr


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of a page: title, sentence and settings, and what was changed in the case.

    ``columns`` are lists between the picture and the settings, as (heading, lines).
    """

    title: str
    sentence: str
    settings: str
    assumptions: tuple[str, ...]
    columns: tuple[tuple[str, tuple[str, ...]], ...] = ()


def page_words(figure: Figure, scenario: Scenario) -> PageWords:
    """Return the words of a page that shows one figure of a scenario."""
    return PageWords(
        figure.title,
        figure.sentence,
        settings_words(scenario),
        assumption_note(scenario.case).lines,
    )


def comparison_words(items: tuple[NamedResult, ...]) -> PageWords:
    """Return the words of a page that holds one or two results against a first one."""
    (name, reference), *others = items
    compared = [(other, comparison(reference, result, name=name)) for other, result in others]
    columns: list[tuple[str, tuple[str, ...]]] = []
    for other, found in compared:
        settings = tuple(map(change_line, (*found.settings, *found.assumptions)))
        zones = tuple(map(change_line, found.zones))
        columns += [
            (tr("{other}: settings that differ", other=other), settings or (found.no_settings,)),
            (tr("{other}: zones that differ", other=other), zones or (found.no_zones,)),
        ]
    sentence = " ".join(
        tr("{other}: {sentence}", other=other, sentence=found.sentence) for other, found in compared
    )
    return PageWords(
        boards_figure(items).title,
        sentence,
        settings_words(reference.scenario.with_name(name)),
        assumption_note(reference.scenario.case).lines,
        tuple(columns),
    )


def page_items(words: PageWords, table: Table) -> tuple[Item, ...]:
    """Return all that a page tells, and every number of its picture, each with its place."""
    return (*_word_items(words), *_table_items(table))


def settings_words(scenario: Scenario) -> str:
    """Return a scenario's settings in words: its name, every scale, and the lines that bind.

    What stands as in a year of the record is told in the words of that year.
    """
    case = scenario.case
    record = record_of(case)
    said = {} if record is None else year_words(record, scenario)
    parts: list[str] = []
    for control in case.controls:
        value = scenario.value(control.id)
        if control.kind == "scale" or value != control_range(case, control).default:
            words = change_words(case, control.id, value)
            if control.id in said:
                words = tr("{words} ({value})", words=said[control.id], value=scale_text(value))
            is_scale = control.kind == "scale"
            name = led_name(case, control, scenario.as_of) if is_scale else ""
            name = name or control_title(case, control)
            parts.append(
                set_words(case, control.id, value)
                if control.kind == "limit"
                else tr("{control}: {value}", control=name, value=words)
            )
    return tr("{scenario}. {settings}.", scenario=dated_name(scenario), settings=listed(parts))


def _word_items(words: PageWords) -> Iterator[Item]:
    yield Item(tr("title"), words.title)
    yield Item(tr("sentence"), words.sentence)
    for heading, lines in words.columns:
        yield from (Item(heading, line) for line in lines)
    yield Item(tr("settings"), words.settings)
    yield from (Item(tr("assumptions"), line) for line in words.assumptions)


def _table_items(table: Table) -> Iterator[Item]:
    yield Item(tr("table"), table.caption)
    for number, row in enumerate(table.cells, start=1):
        for head, cell in zip(table.headings, row, strict=True):
            place = tr("row {n} ({name}), column “{column}”", n=number, name=row[0], column=head)
            yield Item(place, table_data(cell))
