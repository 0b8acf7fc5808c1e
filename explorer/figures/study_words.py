"""What a study varies and keeps, in the words of its case: heads of columns, cells, conditions."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence

from explorer.figures.assumption_words import full_title, number_text
from explorer.figures.phrase import capitalised, control_title
from explorer.figures.study import of_hundred
from explorer.figures.table import number_text as data_number
from explorer.figures.uncertain_words import uncertain_name
from explorer.model.assumption import assumptions
from explorer.model.case import Case
from explorer.model.study_found import START_COLUMN, ZONE_COLUMN, Discovery, Found, Outcome, Stretch
from explorer.model.study_rows import Column
from explorer.model.wording import tr, tr_n

Title = Callable[[Case, str], str]

ON_SCREEN = "on-screen"
"""The id of the start that is what stood on the screen."""


def column_title(case: Case, name: str) -> str:
    """Return what a column of a study is called.

    ``name``: The column's name, such as ``control.kim_leverage``; one that is not understood is
    its own title.
    """
    whole = _whole_names().get(name)
    if whole is not None:
        return whole
    kind, _, rest = name.partition(".")
    try:
        return _TITLES[kind](case, rest)
    except (KeyError, StopIteration):
        return name


def cell_words(case: Case, column: Column, value: float) -> str:
    """Return a cell as people read it; "" where there is no value."""
    if math.isnan(value):
        return ""
    if column.kind == "flag":
        return tr("yes") if value else tr("no")
    if column.kind == "count":
        return f"{round(value):,}".replace("-", "\N{MINUS SIGN}")
    if column.kind == "word":
        place = round(value)
        known = 0 <= place < len(column.words)
        return word_title(case, column.name, column.words[place]) if known else str(place)
    if math.isinf(value):
        return tr("none")
    return number_text(round(value, 3) + 0.0)


def cell_data(column: Column, value: float) -> str:
    """Return a cell as data: a point in numbers, no grouping, "" where there is no value."""
    if math.isnan(value):
        return ""
    if column.kind == "word":
        return column.words[round(value)]
    return data_number(value)


def word_title(case: Case, column: str, word: str) -> str:
    """Return what one of a column's words is called: an option, a preset, or the word itself."""
    kind, _, rest = column.partition(".")
    if kind == "structure":
        options = {
            option.id: option.name
            for choice in case.structure
            if choice.id == rest
            for option in choice.options
        }
        return options.get(word, word)
    names = {preset.id: preset.name for preset in case.presets}
    names[ON_SCREEN] = tr("The settings on screen")
    return names.get(word, word) if column == START_COLUMN else word


def outcome_words(case: Case, columns: Sequence[Column], outcome: Outcome) -> str:
    """Return an outcome as a clause, such as "a deal zone exists"."""
    kinds = {each.name: each.kind for each in columns}
    title = column_title(case, outcome.column)
    least, most = outcome.least, outcome.most
    if outcome.column == ZONE_COLUMN and (least, most) == (1, math.inf):
        return tr("a deal zone exists")
    if kinds.get(outcome.column) == "flag" and least == 1:
        return _flag_words(case, outcome.column)
    if math.isinf(most):
        return tr("{title} is at least {value}", title=title, value=number_text(least))
    if math.isinf(least):
        return tr("{title} is at most {value}", title=title, value=number_text(most))
    return tr(
        "{title} is from {low} to {high}",
        title=title,
        low=number_text(least),
        high=number_text(most),
    )


def _flag_words(case: Case, name: str) -> str:
    kind, _, rest = name.partition(".")
    try:
        if kind == "open":
            return tr("{row} is open", row=case.row(rest).short)
        return tr("{name} is in the deal zone", name=_package(case, rest))
    except (KeyError, StopIteration):
        return tr("{name} is so", name=name)


def mean_words(case: Case, column: Column, value: float) -> str:
    """Return a mean as people read it: with three digits, of yes and no so many of a hundred."""
    if column.kind == "flag":
        return tr("{n:.0f} of 100", n=100 * value)
    if column.kind == "count":
        return cell_words(case, column, value)
    return number_text(float(f"{value:.3g}") + 0.0)


def stretch_words(
    case: Case, columns: Mapping[str, Column], stretch: Stretch, whole: tuple[float, float]
) -> str:
    """Return one bound of a box, such as "Russia alignment is at most 46".

    ``whole``: The lowest and highest value of that factor in all rows; an end of the stretch that
    lies there is not told.
    """
    column, title = columns[stretch.factor], column_title(case, stretch.factor)
    if stretch.values is not None:
        names = (cell_words(case, column, value) for value in stretch.values)
        return tr("“{title}” is “{names}”", title=title, names=_either(names))
    low, high = (cell_words(case, column, value) for value in (stretch.low, stretch.high))
    if stretch.low <= whole[0]:
        return tr("{title} is at most {value}", title=title, value=high)
    if stretch.high >= whole[1]:
        return tr("{title} is at least {value}", title=title, value=low)
    return tr("{title} is from {low} to {high}", title=title, low=low, high=high)


def box_words(found: Discovery, box: Found, bounds: Sequence[str]) -> str:
    """Return a box as a sentence: its bounds, how much it covers, and how sure it is."""
    return tr(
        "Where {bounds}, it holds in {density} rows; that covers {coverage} of the rows in which "
        "it holds.",
        bounds=_all_of(bounds),
        density=of_hundred(box.wanted, box.rows),
        coverage=of_hundred(box.wanted, found.wanted),
    )


def rows_words(count: int) -> str:
    """Return how many rows there are."""
    return tr_n("{n} row", "{n} rows", count)


def bytes_words(count: int) -> str:
    """Return a size of files, such as "1.2 MB"."""
    size, unit = float(count), 0
    units = (tr("bytes"), tr("kB"), tr("MB"), tr("GB"), tr("TB"), tr("PB"))
    while size >= 1000 and unit < len(units) - 1:
        size, unit = size / 1000, unit + 1
    return tr("{size:.3g} {unit}", size=size, unit=units[unit])


def time_words(seconds: float) -> str:
    """Return how long something takes, rounded as one would say it."""
    if seconds < 1:
        return tr("less than a second")
    for length, one, many in (
        (60, tr("{n} second"), tr("{n} seconds")),
        (3600, tr("{n} minute"), tr("{n} minutes")),
        (86400, tr("{n} hour"), tr("{n} hours")),
        (31557600, tr("{n} day"), tr("{n} days")),
    ):
        if seconds < length:
            count = max(1, round(seconds / _UNITS[length]))
            return (one if count == 1 else many).format(n=count)
    return tr_n("{n} year", "{n} years", round(seconds / 31557600))


def about_words(seconds: float) -> str:
    """Return about how long something takes, as one would say it."""
    words = time_words(seconds)
    return words if seconds < 1 else tr("about {time}", time=words)


_UNITS = {60: 1, 3600: 60, 86400: 3600, 31557600: 86400}
"""Seconds of the unit in which times below so many seconds are told."""


def _either(names: Iterable[str]) -> str:
    text = ""
    for name in names:
        text = tr("{first} or {next}", first=text, next=name) if text else name
    return text


def _all_of(bounds: Iterable[str]) -> str:
    text = ""
    for bound in bounds:
        text = tr("{first} and {next}", first=text, next=bound) if text else bound
    return text


def _whole_names() -> dict[str, str]:
    return {
        "row": tr("Row"),
        "start": tr("Start"),
        "set": tr("Assumption set"),
        ZONE_COLUMN: tr("Packages in the deal zone"),
    }


def _control(case: Case, rest: str) -> str:
    return capitalised(control_title(case, case.control(rest)))


def _assumption(case: Case, rest: str) -> str:
    """Return the title of an assumption, or of what assumption sets draw."""
    for item in assumptions(case):
        if item.id == rest:
            return full_title(case, item)
    return uncertain_name(case, rest)


def _structure(case: Case, rest: str) -> str:
    return next(choice.name for choice in case.structure if choice.id == rest)


def _class(case: Case, rest: str) -> str:
    name = next(each.name for each in case.classes if each.id == rest)
    return tr("Packages in the zone: {name}", name=name)


def _row(words: Callable[[str], str]) -> Title:
    return lambda case, rest: words(capitalised(case.row(rest).short))


def _package(case: Case, rest: str) -> str:
    return next(each.name for each in case.packages if each.id == rest)


def _membership(case: Case, rest: str) -> str:
    return tr("In the zone: {name}", name=_package(case, rest))


def _gain(party: Callable[[Case], str]) -> Title:
    def title(case: Case, rest: str) -> str:
        return tr("{name}: gain of {party}", name=_package(case, rest), party=party(case))

    return title


def _solution(name: Callable[[], str]) -> Title:
    def title(case: Case, rest: str) -> str:
        parts = {
            "package": tr("{solution}: number of the package"),
            "sender_gain": tr("{solution}: gain of {sender}"),
            "target_gain": tr("{solution}: gain of {target}"),
            "ties": tr("{solution}: others as good"),
        }
        return parts[rest].format(
            solution=name(), sender=case.sender.short, target=case.target.short
        )

    return title


_TITLES: Mapping[str, Title] = {
    "control": _control,
    "assumption": _assumption,
    "structure": _structure,
    "draw": _assumption,
    "packages": _class,
    "open": _row(lambda row: tr("{row}: open", row=row)),
    "floor": _row(lambda row: tr("{row}: floor", row=row)),
    "limit": _row(lambda row: tr("{row}: limit", row=row)),
    "resilience": _row(lambda row: tr("{row}: resilience", row=row)),
    "nash": _solution(lambda: tr("Nash")),
    "kalai_smorodinsky": _solution(lambda: tr("Kalai-Smorodinsky")),
    "in": _membership,
    "sender_gain": _gain(lambda case: case.sender.short),
    "target_gain": _gain(lambda case: case.target.short),
}
