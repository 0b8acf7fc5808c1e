"""The sentences of a page, handed over as templates with their places still open.

Those that the program says too stand here under the same words, so that one translation serves
both; a test holds what the page makes of them against what the program says.
"""

from explorer.model.wording import tr, tr_n
from explorer.take_home.record import PageForms

COUNTS = 200
"""Counts for which a form is told: rules of plurals look at no more than the last two digits."""


_OPEN = {
    name: f"{{{name}}}" for name in ("n", "total", "target", "sender", "line", "points", "x", "y")
}
"""The places of the sentences with a count, each filled with itself."""


def page_words() -> dict[str, str]:
    """Return every sentence without a count by a short name."""
    return {**_headline_words(), **_row_words(), **_number_words(), **_own_words()}


def page_counted() -> dict[str, PageForms]:
    """Return every sentence with a count by a short name."""
    made = [{**_counted_rows(n), **_counted_packages(n)} for n in range(COUNTS)]
    return {name: _forms([each[name] for each in made]) for name in made[0]}


def _counted_rows(n: int) -> dict[str, str]:
    """Return the sentences that count commitments, for n of them; other places stay open."""
    return {
        "some_open": tr_n(
            "{n} of {total} commitments has a deal zone",
            "{n} of {total} commitments have a deal zone",
            n,
            **_OPEN,
        ),
        "asks_more": tr_n(
            "On {n} commitment {target} asks for more than {sender} would give.",
            "On {n} commitments {target} asks for more than {sender} would give.",
            n,
            **_OPEN,
        ),
        "keeps_closed": tr_n(
            "{line} keeps {n} commitment closed.",
            "{line} keeps {n} commitments closed.",
            n,
            **_OPEN,
        ),
        "foretold": tr_n(
            "You foretold {n} of {total} commitments rightly.",
            "You foretold {n} of {total} commitments rightly.",
            n,
            **_OPEN,
        ),
    }


def _counted_packages(n: int) -> dict[str, str]:
    """Return the sentences that count packages or points, for n of them."""
    return {
        "packages_alone": tr_n(
            "{n} package is in the deal zone", "{n} packages are in the deal zone", n, **_OPEN
        ),
        "elsewhere": tr_n(
            "{n} package elsewhere is in the zone: see both sides’ gains.",
            "{n} packages elsewhere are in the zone: see both sides’ gains.",
            n,
            **_OPEN,
        ),
        "points": tr_n("{points} point", "{points} points", n, **_OPEN),
        "gains": tr_n(
            "At best {sender} gains {x} and {target} {y}; one package gives both their best.",
            "At best {sender} gains {x} and {target} {y}, but never both at once: {n} packages "
            "lie on the frontier.",
            n,
            **_OPEN,
        ),
        "in_zone": tr_n(
            "{n} of {total} packages is in the deal zone.",
            "{n} of {total} packages are in the deal zone.",
            n,
            **_OPEN,
        ),
    }


def _headline_words() -> dict[str, str]:
    return {
        "empty": tr("The deal zone is empty"),
        "none_open": tr("No commitment on the board has a deal zone"),
        "all_open": tr("All {total} commitments have a deal zone"),
        "permissive": tr("These settings are unusually permissive."),
        "widest": tr("Widest deal zone: {row}."),
        "by_lines": tr("Closed by red lines alone: {rows}."),
        "nearest": tr("Nearest to opening: {row}."),
        "hopeless": tr("Out of reach at any price: {rows}."),
        "together": tr("Closed only by several red lines together: {rows}."),
        "as_baseline": tr("These are the baseline’s settings."),
        "baseline": tr("Baseline, {name}: {n} of {total}"),
        "clash": tr(
            "On {issue}, {asker} insists on at least “{least}”; {giver} goes no further than "
            "“{most}”."
        ),
        "clash_none": tr("{said} No package satisfies both."),
        "clash_unless": tr("{said} Only a package with {issue} at “{level}” satisfies both."),
    }


def _row_words() -> dict[str, str]:
    return {
        "narrow": tr("open, narrow"),
        "moderate": tr("open, moderate"),
        "wide": tr("open, wide"),
        "never": tr("closed: no concession is enough"),
        "gap_small": tr("closed, gap small"),
        "gap_wide": tr("closed, gap wide"),
        "lines_together": tr("closed by red lines together"),
        "line": tr("closed by a line: {line}"),
        "lines": tr("closed by lines: {lines}"),
        "short": tr("{width} short"),
    }


def _number_words() -> dict[str, str]:
    return {
        "next": tr("{first}, {next}"),
        "nothing": tr("none"),
        "under_one": tr("under 1"),
        "below_zero": tr("just below 0"),
        "no_gains": tr("The deal zone is empty, so no package leaves both sides better off."),
        "no_gains_lines": tr(
            "The deal zone is empty: no package inside all red lines leaves both sides better off."
        ),
    }


def _own_words() -> dict[str, str]:
    return {
        "row": tr("{sender} gives up to {limit}; {target} accepts from {floor}."),
        "row_never": tr("{sender} gives up to {limit}; nothing is enough for {target}."),
        "solution": tr("{name}: {sender} gains {x}, {target} gains {y}."),
        "nash": tr("Nash solution"),
        "kalai": tr("Kalai-Smorodinsky solution"),
        "landmarks": tr("Upright lines, in points: {marks}."),
        "axis": tr("{party} gains 0 to {most} points"),
        "no_line": tr("No red line is drawn."),
        "as_foretold": tr("as you foretold"),
        "not_foretold": tr("not as you foretold"),
        "foretold_zone": tr("You foretold rightly."),
        "not_foretold_zone": tr("It is not as you foretold."),
        "choose_first": tr("Tick what you expect, or “none of them”."),
        "reason_first": tr("Write in a sentence why you expect that."),
        "contradiction": tr("“None of them” and a tick exclude each other."),
        "copied": tr("The answer line is copied."),
        "copy_by_hand": tr("It is marked: copy it with Ctrl+C, or with a long press."),
        "reset_done": tr("Everything stands as it was handed to you."),
    }


def _forms(made: list[str]) -> PageForms:
    """Return the forms of a sentence, that for one first, and which of them fits which count."""
    forms = tuple(dict.fromkeys((made[1], *made)))
    places = [forms.index(each) for each in made]
    usual = all(place == min(int(n != 1), len(forms) - 1) for n, place in enumerate(places))
    return PageForms(forms=forms, places="" if usual else "".join(map(str, places)))
