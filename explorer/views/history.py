"""History: the record of the past beside the model."""

from collections.abc import Mapping

from explorer.figures.history import SHOW, HistoryFigure, history_figure
from explorer.files.shelf import record_of
from explorer.model.scenario import Scenario
from explorer.model.wording import tr
from explorer.solver.record_check import record_findings
from explorer.solver.record_hold_out import record_hold_out
from explorer.views.view import Part, View, Viewing


def _info() -> str:
    return tr(
        "The curves show the leverage of each year by stated rules: point at one to read "
        "its rule, its parts and its confidence. Dashes mean low confidence; where a "
        "line is missing, nothing is known. Below them are events, proposals (filled: "
        "agreed; cross: refused; ring: answer not known) and what was counted. A click, "
        "or a drag of the line, sets the sliders to a year; Left and Right step, Home and "
        "End jump, Space plays and stops, Up and Down read what belongs to the year, Enter opens a "
        "proposal. “Model against the record” compares every single answer with the "
        "model; the weights were set with these answers known."
    )


def figure(viewing: Viewing) -> HistoryFigure:
    """Return the record; see :func:`record_figure`."""
    return record_figure(viewing.result.scenario, viewing.choices)


def record_figure(scenario: Scenario, choices: Mapping[str, str]) -> HistoryFigure:
    """Return the record beside the model, with the findings that the choices show.

    ``scenario``: What is explored; its case may have no record.
    """
    record, show = record_of(scenario.case), choices.get(SHOW, "")
    if record is None:
        return history_figure(scenario, None, None, choices)
    is_checked = show in ("check", "scores", "tests")
    return history_figure(
        scenario,
        record,
        record_findings(scenario.case, record) if is_checked else None,
        choices,
        hold_out=record_hold_out(scenario.case, record) if show == "scores" else None,
    )


_PARTS = (
    Part(
        "check",
        (SHOW, "check"),
        lambda: tr("Record check"),
        lambda: tr("The model against the record"),
    ),
)

VIEW = View(
    id="history",
    group="when",
    page="history",
    title=lambda: tr("History"),
    short=lambda: tr("History"),
    info=_info,
    figure=figure,
    parts=_PARTS,
)
