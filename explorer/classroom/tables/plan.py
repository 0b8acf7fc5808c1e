"""The plan of a role play: which scenario, how many tables, which private values, which codes."""

import json
import zlib
from dataclasses import dataclass

from explorer.files.answer_code import PAGES, decode, encode
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.package import package_of
from explorer.model.scenario import Scenario
from explorer.model.table_result import (
    MOST_TABLES,
    MOST_VARIANTS,
    TableClass,
    TableResult,
    variant_of_table,
)
from explorer.model.wording import tr
from explorer.solver.variant import variant_scenario

CODE_SIZES = (MOST_TABLES, MOST_VARIANTS)
"""What a code holds besides the number of its role play: the table, from 0, and its variant."""

LONGEST_ECHO = 40
"""Characters of a code that a message repeats."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A role play as it is handed out.

    Attributes
    ----------
    scenario
        The settings that all tables share; variant 0 has the case's own values.
    tables
        How many tables there are, within the bounds of :class:`TableClass`.
    seed, variants
        From which number private values are drawn, and how many sets of them there are.
    names
        What tables are called, by their number from 1; "" for one that has a number only.
    """

    scenario: Scenario
    tables: int
    seed: int
    variants: int
    names: tuple[str, ...] = ()

    @property
    def case(self) -> Case:
        """The case that is played."""
        return self.scenario.case

    def scenario_of(self, variant: int) -> Scenario:
        """Return the scenario with the private values of a variant."""
        return variant_scenario(self.scenario, variant, seed=self.seed)

    def variant_of(self, number: int) -> int:
        """Return the variant of a table, by its number from 1."""
        return variant_of_table(number, self.variants)

    def name_of(self, number: int) -> str:
        """Return what a table is called, by its number from 1."""
        given = self.names[number - 1] if number <= len(self.names) else ""
        return given or table_name(number)

    def code(self, number: int) -> str:
        """Return the short code of a table, by its number from 1; its check digits guard it."""
        return encode(_play(self), CODE_SIZES, (number - 1, self.variant_of(number)))

    def read_code(self, line: str) -> tuple[int, int]:
        """Return number and variant of the table that a code belongs to.

        Raises :class:`ScenarioError` if it is none, is damaged, or belongs to another role play.
        """
        try:
            number, variant = decode(_play(self), CODE_SIZES, line)
        except ScenarioError as error:
            text = tr(
                "“{code}” is no code of this role play. Either it was mistyped, or scenario, seed "
                "or variants are others than those of the sheets.",
                code=line[:LONGEST_ECHO],
            )
            raise ScenarioError(text) from error
        if number >= self.tables or variant != self.variant_of(number + 1):
            raise ScenarioError(tr("This role play has no table with this code."))
        return number + 1, variant


def plan_of(scenario: Scenario, tables: TableClass) -> Plan:
    """Return the plan of a class: at the settings of its role sheets, else at those given.

    Raises :class:`ScenarioError` if the case of the scenario does not know these settings.
    """
    if tables.settings is not None:
        scenario = tables.settings.scenario(scenario.case)
    return Plan(scenario, tables.tables, tables.seed, tables.variants, tables.names)


def fitting(tables: TableClass, case: Case) -> TableClass:
    """Return a class without what a case does not know: packages, offers, settings."""
    changes: dict[str, object] = {}
    results = tuple(result for result in tables.results if _fits(result, case))
    if results != tables.results:
        changes["results"] = results
    if tables.settings is not None:
        try:
            tables.settings.scenario(case)
        except ScenarioError:
            changes["settings"] = None
    return tables.having(**changes) if changes else tables


def table_name(number: int) -> str:
    """Return what a table is called that has a number only, from 1."""
    return tr("Table {number}", number=number)


def _fits(result: TableResult, case: Case) -> bool:
    offers = (offer.levels for offer in result.path)
    packages = (*offers, *([] if result.levels is None else [result.levels]))
    try:
        for levels in packages:
            package_of(case, levels)
    except ScenarioError:
        return False
    return True


def _play(plan: Plan) -> int:
    """Return the number by which a code knows its role play."""
    case = plan.case
    facts = [
        case.id,
        case.version,
        [change.model_dump(mode="json") for change in case.changes],
        list(plan.scenario.values),
        plan.seed,
        plan.variants,
    ]
    return zlib.crc32(json.dumps(facts).encode()) % PAGES
