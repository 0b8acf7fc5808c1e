"""The scenarios of a document, each perhaps with assumptions of its own: written and read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from explorer.files.change_record import Record, change_records, read_changes
from explorer.files.result_record import scenario_record
from explorer.files.scenario_reading import read_scenario
from explorer.model.case import Case
from explorer.model.scenario import Scenario


def scenario_content(scenario: Scenario, case: Case) -> Record:
    """Return a scenario's record, with its assumptions where they are not those of a case."""
    record = scenario_record(scenario)
    if scenario.case.changes == case.changes:
        return record
    return {**record, "assumptions": change_records(scenario.case)}


@dataclass(frozen=True, slots=True)
class ScenarioReading:
    """Reads the scenarios of one file, each perhaps with assumptions of its own.

    ``case`` is the case without changes; ``problems`` gets a line for each thing that was not
    understood, ``kept`` one for each that was understood with a reservation.
    """

    case: Case
    problems: list[str]
    kept: list[str]

    def varied(self, record: Mapping[str, object], place: str) -> Case:
        """Return the case with the changed assumptions that a record holds."""
        varied, lines, notes = read_changes(self.case, record.get("assumptions"), place)
        self.problems.extend(lines)
        self.kept.extend(notes)
        return varied

    def scenario(self, case: Case, content: object, place: str) -> Scenario | None:
        """Return the scenario in a record, or None if nothing of it is understood.

        Parameters
        ----------
        case
            The case with the assumptions that hold where the record names none.
        content, place
            What the file holds, and where.
        """
        record: Record = cast("Record", content) if _is_record(content) else {}
        if record.get("assumptions") is not None:
            case = self.varied(record, f"{place}.assumptions")
        scenario, lines = read_scenario(case, content, place)
        self.problems.extend(lines)
        return scenario


def _is_record(content: object) -> bool:
    return isinstance(content, dict)
