"""The answer of ``solve`` as a record for JSON that says where it comes from."""

import json
from typing import cast

from explorer.files.document_text import Document
from explorer.files.provenance.forms import stamped
from explorer.files.provenance.record import provenance_of
from explorer.files.result_record import Record, result_record
from explorer.model.result import Result
from explorer.model.scenario import preset_scenario
from explorer.report.opening_record import openings_record

ANSWER = "answer"
"""The kind of export that such a record is."""


def answer_record(result: Result, *, with_openings: bool) -> Record:
    """Return a result, with what opens what is closed where that is wanted, sealed."""
    scenario = result.scenario
    baseline = preset_scenario(scenario.case, scenario.case.baseline_preset)
    origin = provenance_of(
        ANSWER, Document(scenario, scenario, baseline), {"openings": with_openings}
    )
    content = answer_content(result, with_openings=with_openings)
    return cast("Record", json.loads(stamped(content, ".json", origin)))


def answer_content(result: Result, *, with_openings: bool) -> bytes:
    """Return the same as JSON that says nothing of itself."""
    more: Record = openings_record(result) if with_openings else {}
    return json.dumps({**result_record(result), **more}, allow_nan=False).encode("ascii")
