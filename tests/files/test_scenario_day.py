"""The day of a scenario in documents: written, read back, missing, broken."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.files.document_text import Document, document_content, open_content
from explorer.files.scenario_reading import read_scenario
from explorer.model.pin import Pin
from explorer.model.scenario import default_scenario, preset_scenario

CASE = bundled_case("korea")
HANOI, NOW = preset_scenario(CASE, "hanoi-2019"), preset_scenario(CASE, CASE.default_preset)
days = st.dates(date(1800, 1, 1), date(2200, 12, 31))


@given(days, days, days)
def test_a_document_keeps_the_days_of_its_scenarios(one: date, two: date, three: date) -> None:
    pins = (Pin("A", HANOI.with_date(three)),)
    document = Document(NOW.with_date(one), NOW, HANOI.with_date(two), pins=pins)
    opened = open_content(json.loads(json.dumps(document_content(document))), "x")
    assert opened.problems == ()
    back = opened.document
    assert (back.scenario.as_of, back.loaded.as_of) == (one, NOW.as_of)
    assert (back.baseline.as_of, back.pins[0].scenario.as_of) == (two, three)


def test_a_document_of_an_older_version_gets_the_day_of_its_preset_or_of_the_case() -> None:
    content = json.loads(json.dumps(document_content(Document(HANOI, HANOI, NOW))))
    for place in ("scenario", "loaded", "baseline"):
        del content[place]["as_of"]
    content["loaded"]["name"] = "My own"
    opened = open_content(content, "x")
    assert opened.problems == ()
    assert opened.document.scenario.as_of == HANOI.as_of
    assert opened.document.loaded.as_of == CASE.as_of
    assert opened.document.baseline.as_of == NOW.as_of


def test_a_broken_day_is_told_with_its_place_and_remedy() -> None:
    for broken in ("2025-13-01", 20251023, "soon", ["2025-10-23"]):
        scenario, problems = read_scenario(CASE, {"controls": {}, "as_of": broken}, "scenario")
        assert scenario is not None
        assert scenario.as_of == default_scenario(CASE).as_of
        (line,) = problems
        assert line.startswith("scenario.as_of: ")
        assert "2025-10-23" in line
