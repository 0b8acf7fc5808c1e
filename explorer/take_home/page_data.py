"""A take-home page as data: everything that its script is handed, made from a case by code."""

import json
import zlib
from collections.abc import Sequence

from explorer.figures.case_place import case_places
from explorer.figures.control_words import control_status
from explorer.figures.line_words import control_label, end_words, runs_backwards
from explorer.figures.phrase import open_count
from explorer.files.answer_code import PAGES
from explorer.model.case import Case
from explorer.model.control import Control, is_switch
from explorer.model.day_words import led_name
from explorer.model.scenario import Scenario, control_range
from explorer.solver.solve import solve
from explorer.take_home.page_model import page_model
from explorer.take_home.page_words import page_counted, page_words
from explorer.take_home.record import AnswerForm, PageRecord, PageSlider
from explorer.take_home.take_home import TakeHome

UNMOVED = 101
"""What stands in an answer for a scale that stands between two whole numbers, as handed out."""


def page_record(page: TakeHome) -> PageRecord:
    """Return what a page's script is handed."""
    scenario, case = page.scenario, page.scenario.case
    baseline = solve(page.baseline)
    places = case_places(case)
    return PageRecord(
        model=page_model(scenario, page.sliders, baseline),
        values=_values(scenario),
        sliders=tuple(_slider(page, case.control(each)) for each in page.sliders),
        sender=case.sender.short,
        target=case.target.short,
        maximum=places.highest_price,
        landmarks=tuple((point.price, point.label) for point in places.landmarks),
        baseline_name=page.baseline.name,
        baseline_open=open_count(baseline),
        baseline_values=_values(page.baseline),
        asks_prediction=page.asks_prediction,
        answer=answer_form(page),
        words=page_words(),
        counted=page_counted(),
    )


def answer_form(page: TakeHome) -> AnswerForm:
    """Return what an answer line of a page holds, and the number by which it knows its page.

    First whether anything was foretold, then what of each row of the board (of the deal zone
    where a case has no rows), then where each slider stands.
    """
    case = page.scenario.case
    rows = max(len(case.rows), 1)
    sizes = (2, *(2 for _ in range(rows)), *(_size(case, each) for each in page.sliders))
    facts = [
        case.id,
        case.version,
        [change.model_dump(mode="json") for change in case.changes],
        list(page.scenario.values),
        list(page.sliders),
    ]
    return AnswerForm(page=zlib.crc32(json.dumps(facts).encode()) % PAGES, sizes=sizes)


def _values(scenario: Scenario) -> dict[str, float]:
    return dict(zip(scenario.case.control_places, scenario.values, strict=True))


def _size(case: Case, control_id: str) -> int:
    control = case.control(control_id)
    if control.kind == "scale":
        return UNMOVED + 1
    return int(control_range(case, control).maximum) + 1


def _slider(page: TakeHome, control: Control) -> PageSlider:
    case = page.scenario.case
    is_scale = control.kind == "scale"
    name = led_name(case, control, page.scenario.as_of)
    last = int(control_range(case, control).maximum)
    return PageSlider(
        id=control.id,
        label=name if is_scale else control_label(case, control),
        kind="switch" if is_switch(control) else "scale" if is_scale else "limit",
        party=control.party,
        maximum=last,
        ends=end_words(case, control),
        is_backwards=runs_backwards(case, control),
        words=tuple(_stretches(case, control, last)),
        marks=tuple((mark.value, mark.label) for mark in control.marks),
        baseline=page.baseline.value(control.id),
    )


def _stretches(case: Case, control: Control, last: int) -> Sequence[tuple[float, str]]:
    if control.kind == "scale":
        return [(word.start, word.words) for word in control.status]
    return [(value, control_status(case, control.id, value).status) for value in range(last + 1)]
