"""Solved scenarios for all tests of pictures."""

import pytest

from explorer.files.case_file import bundled_case
from explorer.model.case import Case
from explorer.model.result import Result
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve


@pytest.fixture(scope="session")
def korea() -> Case:
    return bundled_case("korea")


@pytest.fixture(scope="session")
def october(korea: Case) -> Result:
    return solve(preset_scenario(korea, "october-2025"))


@pytest.fixture(scope="session")
def hanoi(korea: Case) -> Result:
    return solve(preset_scenario(korea, "hanoi-2019"))


@pytest.fixture(scope="session")
def declared(korea: Case) -> Result:
    return solve(preset_scenario(korea, "october-2025-declared"))
