"""Tables of a role play within the gains picture: which are shown, and by whose values."""

from collections.abc import Iterator

from explorer.figures.choice import OFF, ON, Choice, choice_of
from explorer.figures.table_marks import ShownTables
from explorer.model.errors import ScenarioError
from explorer.model.issue import Role
from explorer.model.package import package_of
from explorer.model.result import Result, TermSheet
from explorer.model.scenario import Scenario
from explorer.model.table_result import TableClass, TableResult, variant_letter
from explorer.model.wording import tr
from explorer.solver.solve import solve
from explorer.solver.term_sheet import term_sheet
from explorer.solver.variant import variant_scenario
from explorer.views.view import Viewing

TABLES, HIDE_NAMES, PATH = "gains.tables", "gains.hide_names", "gains.path"
"""The ids of what can be chosen about tables."""

ALL = "all"
"""Shows all tables, judged by the values of the scenario itself."""

NO_PATH = "none"
"""Shows no offers."""


def shown_tables(viewing: Viewing) -> ShownTables | None:
    """Return what the picture shows of tables; None where nothing of any was told.

    Tables of one variant are shown by their own private values, all together by those of the case;
    either under the settings of their role sheets where there are any.
    """
    tables = viewing.tables
    if tables is None or not tables.results:
        return None
    wanted = viewing.choices
    which = _which(tables, wanted.get(TABLES))
    if which.chosen == OFF:
        return ShownTables(choices=(which,))
    variant = _variant(which.chosen)
    results = [result for result in tables.results if variant is None or result.variant == variant]
    scenario = _scenario(viewing, tables, variant)
    path = _path_choice(results, wanted.get(PATH))
    hides = choice_of(
        HIDE_NAMES,
        tr("Hide names"),
        ((OFF, tr("names shown")), (ON, tr("names hidden"))),
        wanted.get(HIDE_NAMES),
    )
    chosen = [result for result in results if result.name == path.chosen]
    return ShownTables(
        results=tuple(_judged(scenario, results)),
        offers=tuple(offer for result in chosen for offer in _offers(scenario, result)),
        hides_names=hides.chosen == ON,
        choices=(which, hides, path),
        is_kept=_played(viewing, tables).values != viewing.result.scenario.values,
    )


def result_for_tables(viewing: Viewing, shown: ShownTables | None) -> Result:
    """Return the result by whose values the tables that are shown are judged."""
    tables = viewing.tables
    if shown is None or tables is None:
        return viewing.result
    chosen = shown.choices[0].chosen
    variant = _variant(chosen)
    if chosen == OFF or not (variant or shown.is_kept):
        return viewing.result
    return solve(_scenario(viewing, tables, variant))


def _which(tables: TableClass, wanted: str | None) -> Choice:
    played = sorted({result.variant for result in tables.results})
    letters = [(variant_letter(each), _letter_words(each)) for each in played]
    entries = (
        (OFF, tr("no tables")),
        (ALL, tr("all tables, by the values of the case")),
        *(letters if len(played) > 1 or played[0] else ()),
    )
    return choice_of(TABLES, tr("Tables"), entries, wanted)


def _letter_words(variant: int) -> str:
    return tr("variant {letter}, by its own values", letter=variant_letter(variant))


def _path_choice(results: list[TableResult], wanted: str | None) -> Choice:
    entries = (
        (NO_PATH, tr("no offers")),
        *(
            (result.name, tr("offers of {table}", table=result.name))
            for result in results
            if result.path
        ),
    )
    return choice_of(PATH, tr("Offers"), entries, wanted)


def _variant(chosen: str) -> int | None:
    """Return the variant that is chosen; None for all tables, or none."""
    return None if chosen in (ALL, OFF) else ord(chosen) - ord(variant_letter(0))


def _scenario(viewing: Viewing, tables: TableClass, variant: int | None) -> Scenario:
    return variant_scenario(_played(viewing, tables), variant or 0, seed=tables.seed)


def _played(viewing: Viewing, tables: TableClass) -> Scenario:
    """Return what was played: at the settings of the role sheets, else as on screen."""
    shown = viewing.result.scenario
    if tables.settings is None:
        return shown
    try:
        return tables.settings.scenario(shown.case)
    except ScenarioError:
        return shown


def _judged(
    scenario: Scenario, results: list[TableResult]
) -> Iterator[tuple[TableResult, TermSheet | None]]:
    """Yield each table with its deal; without those whose package this case does not have."""
    for result in results:
        try:
            levels = result.levels
            sheet = None
            if levels is not None:
                sheet = term_sheet(scenario, package_of(scenario.case, levels))
        except ScenarioError:
            continue
        yield result, sheet


def _offers(scenario: Scenario, result: TableResult) -> Iterator[tuple[Role, TermSheet]]:
    for offer in result.path:
        try:
            yield offer.by, term_sheet(scenario, package_of(scenario.case, offer.levels))
        except ScenarioError:
            continue
