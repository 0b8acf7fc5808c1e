"""Studies for tests: drawn ones of small cases, and a few of Korea."""

from typing import Any

import numpy as np
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.assumption import assumptions
from explorer.model.case import Case
from explorer.model.scenario import control_range
from explorer.model.study_plan import OUTPUT_KINDS, StudyPlan
from explorer.studies.designed.design import Design, prepared

KOREA = bundled_case("korea")

QUICK_OUTPUTS = tuple(kind for kind in OUTPUT_KINDS if kind != "resilience")
"""All that is kept but what takes long."""

Json = dict[str, Any]


def control(control_id: str, **ways: object) -> Json:
    return {"kind": "control", "control": control_id, "ways": ways}


def assumed(assumption_id: str, **ways: object) -> Json:
    return {"kind": "assumption", "assumption": assumption_id, "ways": ways}


def structured(choice_id: str, *options: str) -> Json:
    return {"kind": "structure", "choice": choice_id, "options": options}


def korea_plan(*factors: Json, **fields: object) -> StudyPlan:
    """Return a study of Korea from its usual preset, unless the fields say otherwise."""
    whole: Json = {
        "name": "Trial",
        "case": "korea",
        "starts": [{"id": "now", "preset": KOREA.default_preset}],
        "factors": factors,
        **fields,
    }
    return StudyPlan.model_validate(whole)


def korea_design(*factors: Json, **fields: object) -> Design:
    return prepared(korea_plan(*factors, **fields), KOREA)


def leverage_design(rows: int, **fields: object) -> Design:
    """Return a quick study of so many rows."""
    drawn: Json = {"combine": {"kind": "latin_hypercube", "rows": rows}}
    quick: Json = {"outputs": ["rows", "floors"]}
    return korea_design(
        control("missile_advances", kind="range", low=0, high=100),
        structured("patrons"),
        **{**drawn, **quick, **fields},
    )


@st.composite
def small_plans(draw: st.DrawFn, case: Case) -> StudyPlan:
    """Draw a study of a small case that keeps everything."""
    factors = draw(st.lists(_factors(case), max_size=4, unique_by=_key))
    kind = draw(st.sampled_from(("cross", "latin_hypercube", "sobol", "assumption_sets")))
    combine: Json = {"kind": kind}
    if kind != "cross":
        combine["sets" if kind == "assumption_sets" else "rows"] = draw(st.integers(1, 20))
    moved = draw(_controls(case))
    return StudyPlan.model_validate(
        {
            "name": "Drawn",
            "case": case.id,
            "starts": [{"id": "one"}, {"id": "two", "controls": moved}],
            "factors": factors,
            "combine": combine,
            "outputs": QUICK_OUTPUTS,
            "seed": draw(st.integers(0, 2**32 - 1)),
        }
    )


def _key(factor: Json) -> str:
    kind = factor["kind"]
    return f"{kind} {factor[kind if kind != 'structure' else 'choice']}"


def _factors(case: Case) -> st.SearchStrategy[Json]:
    varied = [item for item in assumptions(case) if item.kind in ("number", "levels")]
    numbers = st.sampled_from(varied).flatmap(_assumption)
    controls = st.sampled_from(case.controls).flatmap(lambda each: _control(case, each.id))
    if not case.structure:
        return st.one_of(controls, numbers)
    choices = st.sampled_from([structured(choice.id) for choice in case.structure])
    return st.one_of(controls, numbers, choices)


def _assumption(item: Any) -> st.SearchStrategy[Json]:
    low, high = item.estimate.low, item.estimate.high
    values = st.lists(st.floats(low, high), min_size=1, max_size=3)
    return values.map(lambda chosen: assumed(item.id, kind="list", values=chosen))


def _control(case: Case, control_id: str) -> st.SearchStrategy[Json]:
    allowed = control_range(case, case.control(control_id))
    whole = st.integers(int(allowed.minimum), int(allowed.maximum))
    values = st.lists(whole, min_size=1, max_size=3)
    return values.map(lambda chosen: control(control_id, kind="list", values=chosen))


def _controls(case: Case) -> st.SearchStrategy[dict[str, int]]:
    def value(control_id: str) -> st.SearchStrategy[int]:
        allowed = control_range(case, case.control(control_id))
        return st.integers(int(allowed.minimum), int(allowed.maximum))

    return st.fixed_dictionaries({}, optional={each.id: value(each.id) for each in case.controls})


def some_rows(design: Design, seed: int, count: int = 4) -> list[int]:
    """Return the numbers of some rows of a study."""
    random = np.random.default_rng(seed)
    return sorted(set(random.integers(0, design.rows, count).tolist()))
