"""Documents of model 1.0, which knew fewer controls, open whole and keep what they saved."""

import json
from pathlib import Path
from typing import cast

from explorer.files.case_file import bundled_case
from explorer.files.document import read_document
from explorer.files.document_text import Document, document_content
from explorer.files.result_record import saved_results
from explorer.model.scenario import default_scenario, preset_scenario
from explorer.solver.solve import solve

CASE = bundled_case()
NEW = ("sanctions_enforcement", "us_congress", "dprk_max_icbm", "coherent_cap")
"""Some of the controls that model 1.0 did not have."""

Json = dict[str, object]


def document_of_model_1(folder: Path) -> Path:
    """Return a file as model 1.0 wrote it: without the new controls, with its own answer."""
    scenario = preset_scenario(CASE, CASE.default_preset)
    scenario = scenario.with_values({"us_credibility": 85, "dprk_credibility": 85})
    results = saved_results(solve(scenario))
    content = document_content(Document(scenario, scenario, scenario, results=results))
    content["model_version"] = "1.0"
    cast("Json", content["case"])["version"] = "1.0"
    cast("Json", cast("Json", content["results"])["zone"])["packages"] = 16_781
    for part in ("scenario", "loaded", "baseline"):
        controls = cast("Json", cast("Json", content[part])["controls"])
        for name in NEW:
            del controls[name]
    path = folder / "old.dealzone"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_a_document_of_model_1_opens_whole_beside_its_own_answer(tmp_path: Path) -> None:
    opened = read_document(document_of_model_1(tmp_path))
    assert opened.problems == ()
    assert not opened.is_newer
    assert opened.is_other_model
    saved = opened.saved_results
    assert saved is not None
    assert saved.zone.packages == 16_781
    scenario = opened.document.scenario
    assert scenario.value("us_credibility") == 85
    usual = default_scenario(scenario.case)
    assert all(scenario.value(name) == usual.value(name) for name in NEW)
