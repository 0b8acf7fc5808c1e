"""The solver against a brute force that reads the case file itself and shares nothing with it."""

import json
from copy import deepcopy
from typing import Any

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.files.resources import resource
from explorer.model.assumption import Estimate, assumptions, with_estimates
from explorer.model.scenario import Scenario
from explorer.solver.deal_zone import deal_zone
from tests.examples import examples
from tests.solver.case_file_force import CaseFile
from tests.strategies import korea_scenarios, scenarios, small_cases

Json = dict[str, Any]

KOREA: Json = json.loads(resource("cases", "korea.json").read_text(encoding="utf-8"))


def members_found(scenario: Scenario) -> np.ndarray:
    """Return which packages the solver finds in the zone, in the order of package numbers."""
    zone = deal_zone(scenario)
    flags = np.zeros((len(zone.tables.target_gives), len(zone.tables.price)), dtype=np.bool_)
    flags[zone.bundles[:, None], zone.tables.by_price] = zone.inside()
    return flags.reshape(-1)


def values_of(scenario: Scenario) -> dict[str, float]:
    controls = (control.id for control in scenario.case.controls)
    return dict(zip(controls, scenario.values, strict=True))


@st.composite
def built_otherwise(draw: st.DrawFn) -> tuple[Scenario, Json]:
    """Draw a Korea scenario with any options of structure, and the file changed in the same way."""
    scenario, file = draw(korea_scenarios()), deepcopy(KOREA)
    estimates: dict[str, Estimate] = {}
    for item in assumptions(scenario.case):
        if item.kind == "choice":
            place = draw(st.integers(0, len(item.options) - 1))
            estimates[item.id] = Estimate((place,), place, place)
            choice = next(each for each in file["structure"] if item.id.endswith(each["id"]))
            choice["default"] = item.options[place][0]
        elif item.id.startswith("ending_shares."):
            share = draw(st.integers(0, 100)) / 100
            estimates[item.id] = Estimate((share,), 0, 1)
            file["ending_shares"][0]["share"]["value"] = share
    return scenario.with_case(with_estimates(scenario.case, estimates)), file


@settings(parent=examples(60), suppress_health_check=[HealthCheck.too_slow])
@given(built_otherwise())
def test_sixty_scenarios_of_the_korea_file_agree_to_the_package(
    drawn: tuple[Scenario, Json],
) -> None:
    scenario, file = drawn
    expected = CaseFile(file, values_of(scenario)).members()
    assert np.array_equal(members_found(scenario), expected)


@settings(parent=examples(100), suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_files_of_small_cases_agree_to_the_package(data: st.DataObject) -> None:
    case = data.draw(small_cases(respects_signs=data.draw(st.booleans())))
    scenario = data.draw(scenarios(case))
    expected = CaseFile(case.model_dump(mode="json"), values_of(scenario)).members()
    assert np.array_equal(members_found(scenario), expected)
