"""The meeting outlook on the command line: as text and as a record."""

import argparse
from collections.abc import Iterator

from explorer.cli.examples import of_case
from explorer.cli.figure_text import table_lines
from explorer.cli.parser_parts import scenario_parser
from explorer.cli.text_table import paragraph
from explorer.figures.outlook import OutlookFigure, reason_words
from explorer.figures.table import table_part
from explorer.files.result_record import DECIMALS, Record, scenario_record
from explorer.model.case import Case
from explorer.model.day_words import dated_name
from explorer.model.result import MeetingOutlook, Result, WindowOutlook
from explorer.model.version import MODEL_VERSION
from explorer.model.wording import tr
from explorer.views.outlook import figure
from explorer.views.view import Viewing


def outlook_parser(case: Case) -> argparse.ArgumentParser:
    """Return the parser of ``dealzone outlook``; the case gives the examples their ids."""
    return scenario_parser(
        "dealzone outlook",
        tr(
            "Say, by stated rules, whether the leaders could meet in each of several windows of "
            "time,\nand what was said of each at the time. A meeting is not a deal."
        ),
        of_case(case, "dealzone outlook", f"dealzone outlook {case.baseline_preset} --json"),
        usage="dealzone outlook [SCENARIO] [--set ID=VALUE ...] [--lens ID] [--json]",
    )


def outlook_text(result: Result, *, width: int) -> str:
    """Return the outlook of a solved scenario in lines of at most about ``width`` characters."""
    name = dated_name(result.scenario)
    return "\n".join(_lines(figure(Viewing(result)), name, width))


def outlook_record(outlook: MeetingOutlook) -> Record:
    """Return an outlook as ``dealzone outlook --json`` prints it."""
    scenario, entry = outlook.scenario, outlook.rules.entry
    return {
        "model_version": MODEL_VERSION,
        "case": scenario.case.id,
        "scenario": scenario_record(scenario),
        "entry": {
            entry.most: outlook.most,
            entry.least: outlook.least,
            "is_clash": outlook.is_clash,
        },
        "lead_time_days": outlook.lead_days,
        "wills_that_shorten_it": list(outlook.eager),
        "wills_on_the_edge": list(outlook.edges),
        "gains": _gains(outlook),
        "to_sign": dict(outlook.substance),
        "windows": [_window(outlook, each) for each in outlook.windows],
    }


def _gains(outlook: MeetingOutlook) -> Record | None:
    """Return what each side has to gain at most, by party id, in words and points."""
    if outlook.gains is None:
        return None
    case = outlook.scenario.case
    return {
        party.id: {
            "most": round(gain.most, DECIMALS),
            "word": gain.word,
            "is_on_edge": gain.is_on_edge,
        }
        for party, gain in zip((case.sender, case.target), outlook.gains, strict=True)
    }


def _window(outlook: MeetingOutlook, each: WindowOutlook) -> Record:
    window = each.window
    record: Record = {
        "id": window.id,
        "name": window.name,
        "dates": window.dates,
        "days_left": each.days,
        "word": each.word,
        "is_in_time": each.is_in_time,
        "views": [
            view.model_dump(mode="json")
            for view in outlook.rules.views
            if window.id in view.windows
        ],
    }
    if each.has_passed and window.outcome is not None:
        record["outcome"] = window.outcome.model_dump(mode="json")
    return record


def _lines(shown: OutlookFigure, name: str, width: int) -> Iterator[str]:
    yield name
    yield ""
    yield from paragraph(shown.sentence, width=width)
    if not shown.reasons:
        return
    yield ""
    for reason in shown.reasons:
        yield from paragraph(reason_words(reason), width=width, hanging="  ")
    if shown.windows:
        yield ""
        yield from _window_lines(shown, width)


def _window_lines(shown: OutlookFigure, width: int) -> Iterator[str]:
    """Yield the windows as a table, and what was said of each."""
    # Dates and voices have lines of their own below.
    yield from table_lines(table_part(shown.table, (0, 2, 3, 4)), width=width)
    for window in shown.windows:
        yield ""
        yield tr("{name}, {dates}", name=window.name, dates=window.dates)
        for voice in window.voices:
            yield from paragraph(voice.words, width=width, indent="  ", hanging="  ")
            said = tr("Source: {source}", source=voice.source)
            yield from paragraph(said, width=width, indent="    ", hanging="  ")
