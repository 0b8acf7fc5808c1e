"""What an export ought to tell, worked out from what it says of itself, by kinds of exports."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from explorer.files.document_text import Document
from explorer.files.provenance.forms import FORMS
from explorer.model.provenance import Item, Provenance
from explorer.model.wording import tr
from explorer.paper.items import paper_items
from explorer.paper.paper import Paper
from explorer.paper.workbook.origin import WORKBOOK, book_rows
from explorer.paper.workbook.results import result_columns
from explorer.paper.workbook.writing import scenario_items
from explorer.paper.writing import FORMATS, PAPER_SUFFIXES, marked_paper
from explorer.report.answer_record import ANSWER, answer_content
from explorer.report.order import REPORT, asked_order, nothing_drawn
from explorer.report.report import report
from explorer.solver.solve import solve
from explorer.take_home.page import PAGE, page_file
from explorer.take_home.take_home import TakeHome
from explorer.views.origin import (
    COMPARISON,
    PICTURE,
    TABLE,
    asked_view,
    compared_of,
    comparison_items,
    picture_csv,
    picture_items,
    viewing_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from explorer.model.result import Result
    from explorer.model.scenario import Scenario

Tell = Callable[[str], None]
"""Hears in words how far something is."""


def unheard(_words: str) -> None:
    """Hear how far something is, and do nothing."""


@dataclass(frozen=True, slots=True)
class Export:
    """An export that is to be worked out again.

    ``document`` is what it was made of, ``origin`` what it says of itself, ``suffix`` its format.
    ``tell`` hears in words how far a long one is.
    """

    document: Document
    origin: Provenance
    suffix: str
    tell: Tell = unheard


Verifier = Callable[[Export], tuple[Item, ...] | None]
"""Returns all that an export ought to tell, in the order in which it tells it; None where that
cannot be worked out from its record."""


def told(content: bytes, suffix: str) -> tuple[Item, ...]:
    """Return what can be read in a file; nothing for a format that cannot be read back."""
    texts = FORMS[suffix].texts
    return () if texts is None else texts(content)


def _picture(export: Export) -> tuple[Item, ...]:
    asked = export.origin.asked
    return picture_items(asked_view(asked), viewing_of(export.document, asked))


def _table(export: Export) -> tuple[Item, ...]:
    asked = export.origin.asked
    content = picture_csv(asked_view(asked), viewing_of(export.document, asked))
    return told(content, ".csv")


def _comparison(export: Export) -> tuple[Item, ...]:
    return comparison_items(compared_of(export.document, export.origin.asked))


def _report(export: Export) -> tuple[Item, ...]:
    order = asked_order(export.document, export.origin.asked, tr("this file"))
    return paper_told(report(order, nothing_drawn), export.suffix)


def paper_told(paper: Paper, suffix: str) -> tuple[Item, ...]:
    """Return all that a paper tells in a format, or what a file says apart from its pages."""
    if suffix not in PAPER_SUFFIXES:
        return paper_items(marked_paper(paper))
    return told(FORMATS[suffix](paper), suffix)


def _page(export: Export) -> tuple[Item, ...]:
    document = export.document
    asked = _AskedPage.model_validate(export.origin.asked)
    page = TakeHome(
        document.scenario,
        document.baseline,
        asked.sliders,
        asked.asks_prediction,
        asked.title,
        asked.note,
    )
    return told(page_file(page), export.suffix)


def _answer(export: Export) -> tuple[Item, ...]:
    result = solve(export.document.scenario)
    with_openings = export.origin.asked.get("openings") is True
    return told(answer_content(result, with_openings=with_openings), ".json")


def _workbook(export: Export) -> tuple[Item, ...]:
    scenarios, with_results = book_rows(export.document, export.origin.asked)
    results = tuple(_solved(scenarios, export.tell)) if with_results else ()
    return scenario_items(export.document.case, scenarios, result_columns(results))


def _solved(scenarios: "Sequence[Scenario]", tell: Tell) -> "Iterator[Result]":
    for number, scenario in enumerate(scenarios, start=1):
        yield solve(scenario)
        tell(tr("{n:,} of {total:,} scenarios solved", n=number, total=len(scenarios)))


class _AskedPage(BaseModel):
    """What a take-home page was asked to be, as it stands in its file."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    sliders: tuple[str, ...]
    asks_prediction: bool
    title: str
    note: str


VERIFIERS: Mapping[str, Verifier] = {
    PICTURE: _picture,
    TABLE: _table,
    COMPARISON: _comparison,
    REPORT: _report,
    PAGE: _page,
    ANSWER: _answer,
    WORKBOOK: _workbook,
}
"""What works out exports again, by their kind."""
