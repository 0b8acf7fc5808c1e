"""The page *What came later*: made from the dated list of a case, with the outcomes of windows."""

from collections.abc import Iterator

from explorer.files.markdown_text import as_markdown
from explorer.model.case import Case
from explorer.model.day_words import day_words
from explorer.model.later_facts import LaterEntry, later_entries
from explorer.model.wording import tr

LATER = "later"
"""The id of the page."""


def later_title() -> str:
    """Return the title of the page."""
    return tr("What came later")


def later_markdown(case: Case) -> str:
    """Return the page as Markdown; it says so where the case tells of nothing later."""
    return "\n".join([f"# {later_title()}", "", *_lines(case)])


def _lines(case: Case) -> Iterator[str]:
    entries = later_entries(case)
    if case.as_of is None or not entries:
        yield tr("This case tells of nothing that came after its day.")
        return
    yield tr(
        "The case ends on {day}: nothing later enters its values, its texts or its "
        "limits. This is what became known since then, up to {last}, in our own words.",
        day=day_words(case.as_of),
        last=day_words(entries[-1].day),
    )
    outcomes = [entry for entry in entries if entry.outcome_of]
    if outcomes:
        yield from ("", tr("## What came of the windows for a meeting"), "")
        yield from (_outcome(entry) for entry in outcomes)
    facts = [entry for entry in entries if not entry.outcome_of]
    if facts:
        yield from ("", tr("## Day by day"), "")
        yield from (_fact(entry) for entry in facts)
    yield from (
        "",
        tr("The same by command: `dealzone later`, for programs `dealzone later --json`."),
    )


def _outcome(entry: LaterEntry) -> str:
    return tr(
        "- **{window}** (by {day}): {words} Source: {source}.",
        window=as_markdown(entry.window),
        day=day_words(entry.day),
        words=as_markdown(entry.words),
        source=as_markdown(entry.source),
    )


def _fact(entry: LaterEntry) -> str:
    return tr(
        "- **{day}**: {words} Source: {source}.",
        day=day_words(entry.day),
        words=as_markdown(entry.words),
        source=as_markdown(entry.source),
    )
