"""Role plays of the Korea case for tests, and what tables did in them."""

from hypothesis import strategies as st

from explorer.classroom.tables.cells import number_of
from explorer.classroom.tables.plan import Plan
from explorer.files.case_file import bundled_case
from explorer.model.case import Case
from explorer.model.scenario import preset_scenario
from explorer.model.table_result import TableOffer, TableResult

KOREA = bundled_case("korea")
OCTOBER = preset_scenario(KOREA, "october-2025")
PLAN = Plan(OCTOBER, tables=24, seed=3, variants=3)

GIVEN = {"icbm": 2, "test": 1, "fiss": 1, "ver": 2}
"""What one side gives in it; alone it leaves that side worse off."""

FREEZE = GIVEN | {"sanc": 3, "stat": 1, "exer": 1, "pol": 1, "aid": 1}
"""A package of some commitments and some relief."""


def agreed(name: str, levels: dict[str, int], *, variant: int = 0) -> TableResult:
    """Return the result of a table that agreed; issues that are not named stand at 0."""
    whole = {issue.id: levels.get(issue.id, 0) for issue in KOREA.issues}
    return TableResult(name=name, variant=variant, ending="agreed", levels=whole)


def packages(case: Case) -> st.SearchStrategy[dict[str, int]]:
    """Draw the levels of a package."""
    return st.fixed_dictionaries(
        {issue.id: st.integers(0, len(issue.levels) - 1) for issue in case.issues}
    )


@st.composite
def results(draw: st.DrawFn, case: Case, variants: int) -> tuple[TableResult, ...]:
    """Draw what the tables of a class did, under names of any letters that are no numbers."""
    signs = st.characters(categories=["L", "N", "P", "S"])
    words = st.text(signs, min_size=1, max_size=12).filter(lambda name: number_of(name) is None)
    names = draw(
        st.lists(
            words,
            max_size=8,
            unique_by=str.casefold,
        )
    )
    return tuple(_result(draw, case, name, variants) for name in names)


def _result(draw: st.DrawFn, case: Case, name: str, variants: int) -> TableResult:
    ending = draw(st.sampled_from(("agreed", "no_deal", "time_out")))
    offers = st.builds(TableOffer, by=st.sampled_from(("sender", "target")), levels=packages(case))
    return TableResult(
        name=name,
        variant=draw(st.integers(0, variants - 1)),
        ending=ending,
        levels=draw(packages(case)) if ending == "agreed" else None,
        minutes=draw(st.none() | st.integers(0, 2_000).map(lambda number: number / 2)),
        path=tuple(draw(st.lists(offers, max_size=3))),
    )
