"""Answers as records for JSON that say where they come from, and that of ``solve``."""

import json
from collections.abc import Mapping
from typing import cast

from explorer.files.document_text import Document
from explorer.files.provenance.forms import stamped
from explorer.files.provenance.record import provenance_of
from explorer.files.result_record import Record, result_record
from explorer.model.result import Result
from explorer.model.scenario import Scenario, preset_scenario
from explorer.report.opening_record import openings_record

ANSWER = "answer"
"""The kind of export that such a record is."""


def answer_record(result: Result, *, with_openings: bool) -> Record:
    """Return a result, with what opens what is closed where that is wanted, sealed."""
    content = json.loads(answer_content(result, with_openings=with_openings))
    return with_origin(content, result.scenario, ANSWER, {"openings": with_openings})


def with_origin(
    record: Record, scenario: Scenario, kind: str, asked: Mapping[str, object] | None = None
) -> Record:
    """Return an answer about a scenario that says where it comes from, sealed.

    Parameters
    ----------
    record
        The answer, as JSON can hold it.
    kind
        What it is, for whoever works it out again.
    asked
        What was asked besides the scenario.
    """
    baseline = preset_scenario(scenario.case, scenario.case.baseline_preset)
    origin = provenance_of(kind, Document(scenario, scenario, baseline), asked)
    content = json.dumps(record, allow_nan=False).encode("ascii")
    return cast("Record", json.loads(stamped(content, ".json", origin)))


def answer_content(result: Result, *, with_openings: bool) -> bytes:
    """Return the same as JSON that says nothing of itself."""
    more: Record = openings_record(result) if with_openings else {}
    return json.dumps({**result_record(result), **more}, allow_nan=False).encode("ascii")
