"""The answer line of a take-home page, read back: what was foretold and what was set."""

from dataclasses import dataclass

from explorer.files.answer_code import decode, encode
from explorer.model.control import Control
from explorer.model.scenario import Scenario
from explorer.take_home.page_data import UNMOVED, answer_form
from explorer.take_home.take_home import TakeHome


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reader foretold and where the sliders were left.

    ``foretold`` are the ids of the board's rows that were expected to have a deal zone; without
    rows it holds "" where a deal zone was expected. None where nothing was foretold.
    """

    foretold: tuple[str, ...] | None
    scenario: Scenario


def answer_line(page: TakeHome, answer: Answer) -> str:
    """Return the line that a page shows for an answer."""
    form = answer_form(page)
    told = answer.foretold
    flags = [int(told is not None and row in told) for row in row_ids(page)]
    places = [_place(page, answer, page.scenario.case.control(each)) for each in page.sliders]
    return encode(form.page, form.sizes, (int(told is not None), *flags, *places))


def read_answer(page: TakeHome, line: str) -> Answer:
    """Return what an answer line says.

    Raises
    ------
    ScenarioError
        If it is none, is damaged, or belongs to another page.
    """
    form = answer_form(page)
    has_told, *numbers = decode(form.page, form.sizes, line)
    rows = row_ids(page)
    flags, places = numbers[: len(rows)], numbers[len(rows) :]
    told = tuple(row for row, flag in zip(rows, flags, strict=True) if flag)
    values = {
        control_id: place
        for control_id, place in zip(page.sliders, places, strict=True)
        if place != UNMOVED
    }
    return Answer(told if has_told else None, page.scenario.with_values(values))


def row_ids(page: TakeHome) -> tuple[str, ...]:
    """Return what can be foretold: each row of the board, or "" for the zone without any."""
    return tuple(row.id for row in page.scenario.case.rows) or ("",)


def _place(page: TakeHome, answer: Answer, control: Control) -> int:
    value = answer.scenario.value(control.id)
    if control.kind == "scale" and value != int(value):
        return UNMOVED
    return int(value)
