"""The Python interface: every name is documented and shown in use; what is wrong is named."""

import doctest
import inspect
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

import explorer
from explorer.files import extras
from explorer.files.case_file import bundled_case
from explorer.files.document import Document, write_document
from explorer.files.study_file import write_study
from explorer.model.package import package_at, package_levels
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
MODULES = sorted(Path(explorer.__file__).parent.joinpath("api").glob("[a-z]*.py"))
OCTOBER = explorer.case().scenario("october-2025")


def public() -> Iterator[tuple[str, object]]:
    """Yield every public name of the interface, and every public member of its classes."""
    for name in explorer.__all__:
        found = getattr(explorer, name)
        yield name, found
        if inspect.isclass(found) and found.__module__.startswith("explorer.api"):
            for member, value in vars(found).items():
                if not member.startswith("_") and (callable(value) or _is_described(value)):
                    yield f"{name}.{member}", value


def _is_described(value: object) -> bool:
    return isinstance(value, property | classmethod) or hasattr(value, "func")


PUBLIC = dict(public())


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_is_documented_and_shown_in_use(name: str) -> None:
    text = inspect.getdoc(PUBLIC[name]) or ""
    assert text
    if name != "ExplorerError":
        assert ">>> import explorer" in text


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_what_the_documentation_shows_is_so(module: Path, qapp: object) -> None:
    found = sys.modules[f"explorer.api.{module.stem}"]
    failed, _ = doctest.testmod(found, optionflags=FLAGS)
    assert not failed


def test_the_program_gives_the_names_of_the_interface_and_no_others() -> None:
    interface = sys.modules["explorer.api"]
    assert explorer.__all__ == interface.__all__
    assert set(explorer.__all__) <= set(dir(explorer))
    assert all(getattr(explorer, name) is getattr(interface, name) for name in explorer.__all__)
    for name in ("nonsense", "__nonsense__"):
        with pytest.raises(AttributeError, match=name):
            getattr(explorer, name)


def test_the_interface_is_loaded_when_a_name_of_it_is_asked_for() -> None:
    lines = (
        "import sys, explorer",
        "from explorer import __version__",
        "hasattr(explorer, '__wrapped__')",
        "assert 'explorer.api' not in sys.modules",
        "from explorer import *",
        "assert solve(case().scenario('october-2025')).zone['packages']",
    )
    subprocess.run([sys.executable, "-c", "\n".join(lines)], check=True, cwd=Path.cwd())


def test_a_solution_is_what_the_solver_finds() -> None:
    found, expected = explorer.solve(OCTOBER), solve(OCTOBER.model)
    assert found.zone["packages"] == expected.zone.packages
    assert found.zone["total"] == expected.zone.total
    assert [row["packages"] for row in found.board] == [row.packages for row in expected.board]
    assert (found.frontier["package"] == expected.frontier.packages).all()
    assert expected.nash is not None
    assert found.nash is not None
    assert found.nash["levels"] == package_levels(OCTOBER.model.case, expected.nash.package)
    number = int(expected.frontier.packages[0])
    case = OCTOBER.model.case
    assert found.package(number) == package_levels(case, package_at(case, number))
    assert list(found.frame()["id"]) == [row.row.id for row in expected.board]
    empty = explorer.solve(OCTOBER.set(us_credibility=0, dprk_credibility=0))
    assert empty.nash is empty.kalai_smorodinsky is None


def test_an_answer_is_read_as_dicts_arrays_frames_and_text() -> None:
    answer = explorer.bold(OCTOBER, sets=40, at_least=60)
    frame, rows = answer.frame(), answer.rows
    assert list(frame.columns) == list(answer.columns)
    assert frame.to_dict("records") == rows
    numbers = answer.array("Assumption sets (of 100)")
    assert numbers.tolist() == [row["Assumption sets (of 100)"] for row in rows]
    assert answer.array("What").tolist() == [row["What"] for row in rows]
    assert answer.sentence in str(answer)
    with pytest.raises(KeyError):
        answer.array("Nothing")


def test_notebooks_show_a_board_a_table_and_a_picture(qapp: object) -> None:
    board = explorer.solve(OCTOBER)._repr_html_()
    assert board.count("<svg") == len(OCTOBER.case.rows)
    table = explorer.openings(OCTOBER)._repr_html_()
    assert "<table>" in table
    picture = explorer.picture(OCTOBER, "map")._repr_html_()
    assert picture.startswith("<svg")
    assert "<table>" in picture


def test_a_missing_number_is_not_a_number_in_an_array() -> None:
    answer = explorer.picture(OCTOBER, "board").answer
    empty = [
        column
        for column in answer.columns
        if any(row[column] is None for row in answer.rows)
        and not any(isinstance(row[column], str) for row in answer.rows)
    ]
    assert empty
    assert np.isnan(answer.array(empty[0])).any()


def test_openings_are_those_of_the_row_or_of_the_empty_zone() -> None:
    row = explorer.openings(OCTOBER, "phased-step")
    assert [opening.control_id for opening in row.value] == list(
        dict.fromkeys(each["Control"] for each in row.rows)
    )
    first = explorer.openings(OCTOBER)
    assert first.sentence
    empty = OCTOBER.set(us_credibility=30, dprk_credibility=30)
    assert not explorer.solve(empty).zone["packages"]
    assert explorer.openings(empty).table.caption.startswith("Smallest single changes")


def test_documents_and_codes_bring_scenarios_back(tmp_path: Path) -> None:
    path, scenario = tmp_path / "class.dealzone", OCTOBER.set(russia_alignment=40).named("Mine")
    model = scenario.model
    write_document(path, Document(scenario=model, loaded=model, baseline=model))
    assert explorer.Scenario.read(path) == scenario
    assert scenario.case.from_code(scenario.code) == scenario
    text = path.read_text(encoding="utf-8").replace('"russia_alignment"', '"russia"')
    path.write_text(text, encoding="utf-8")
    with pytest.raises(explorer.ExplorerError, match="russia"):
        explorer.Scenario.read(path)


def test_assumptions_and_structure_are_changed_by_their_ids() -> None:
    start = OCTOBER
    changed = start.assume({"sender_stakes.waiting.base": 3}, **{"structure.coherence": "counted"})
    told = changed.case.assumptions
    assert told["sender_stakes.waiting.base"] == (3.0,)
    assert told["structure.coherence"] == "counted"
    assert start.case.assumptions["structure.coherence"] != "counted"
    assert repr(changed) == "Scenario('korea', 'October 2025')"
    assert {"presets", "rows"} <= set(dir(changed.case))


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: OCTOBER.set(nonsense=1),
        lambda: OCTOBER.set(russia_alignment=400),
        lambda: OCTOBER.assume({"nonsense": 1}),
        lambda: OCTOBER.assume({"structure.coherence": "nonsense"}),
        lambda: OCTOBER.assume({"issues.icbm.cost.base": [1, 2]}),
        lambda: explorer.case("nonsense"),
        lambda: explorer.case().scenario("nonsense"),
        lambda: explorer.picture(OCTOBER, "nonsense"),
        lambda: explorer.picture(OCTOBER, package="nonsense"),
        lambda: explorer.bold(OCTOBER, rank="nonsense", sets=1),
        lambda: explorer.bold(OCTOBER, at_least=0, sets=1),
        lambda: explorer.openings(OCTOBER, "nonsense"),
        lambda: explorer.sure(OCTOBER, row="nonsense", sets=1),
        lambda: explorer.study(OCTOBER, {"nonsense": [1]}),
        lambda: explorer.study(OCTOBER, {"china_ties": ["x"]}),
        lambda: explorer.study(OCTOBER, {"china_ties": []}),
        lambda: explorer.study(OCTOBER, {"china_ties": [1]}, sets=-1),
        lambda: explorer.study(OCTOBER, {"china_ties": [400]}),
        lambda: explorer.study(OCTOBER, {"china_ties": [1]}).array("nonsense"),
        lambda: explorer.breaking(OCTOBER, row="nonsense"),
        lambda: explorer.breaking(OCTOBER, package="nonsense"),
        lambda: explorer.split(OCTOBER, OCTOBER, measure="nonsense"),
        lambda: explorer.split(OCTOBER, OCTOBER.assume({"structure.coherence": "counted"})),
    ],
)
def test_what_is_wrong_is_told_as_an_error_of_the_program(wrong: object) -> None:
    assert callable(wrong)
    with pytest.raises(explorer.ExplorerError):
        wrong()


def test_packages_are_opened_by_name_or_by_levels() -> None:
    by_name = explorer.picture(OCTOBER, "map", package="icbm_freeze")
    by_levels = explorer.picture(OCTOBER, "map", package=OCTOBER.case.packages["icbm_freeze"])
    assert by_name.showing == by_levels.showing


def test_a_missing_extra_is_named_with_the_way_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(extras, "import_module", missing)
    with pytest.raises(explorer.ExplorerError) as told:
        explorer.openings(OCTOBER).frame()
    assert 'pip install "deal-zone-explorer[frames]"' in str(told.value)


def test_what_flips_is_asked_of_a_row_a_package_or_the_zone() -> None:
    for words, kind in (({"row": "icbm-freeze"}, "row"), ({"package": "icbm_freeze"}, "package")):
        asked = explorer.breaking(OCTOBER, **words).value.asked
        assert asked.resilience.claim.kind == kind
    assert explorer.breaking(OCTOBER).value.asked.resilience.claim.kind == "zone"


def test_the_rows_of_a_study_are_the_solutions_of_its_scenarios(tmp_path: Path) -> None:
    grid = {"russia_alignment": [0, 60], "us_congress": True, "structure.coherence": "counted"}
    found = explorer.study(OCTOBER, grid)
    counted = OCTOBER.assume({"structure.coherence": "counted"}).set(us_congress=True)
    for row in found.rows:
        one = counted.set(russia_alignment=row["control.russia_alignment"])
        assert row["zone.packages"] == explorer.solve(one).zone["packages"]
    assert found.array("structure.coherence").tolist() == ["counted", "counted"]
    assert found.array("control.russia_alignment").tolist() == [0, 60]
    assert list(found.frame().columns) == list(found.columns)
    assert "<table>" in found._repr_html_()
    sets = explorer.study(OCTOBER, {"china_ties": 70}, sets=5, seed=3)
    assert len(sets.table) == 5
    factor = explorer.study(OCTOBER, {"issues.icbm.cost.base": [1, 1.2]}).array("zone.packages")
    assert factor[0] == explorer.solve(OCTOBER).zone["packages"] != factor[1]
    path = tmp_path / "study.json"
    write_study(path, found.plan)
    assert np.array_equal(explorer.study(path).table, found.table, equal_nan=True)


def test_a_study_beyond_its_limit_is_refused(tmp_path: Path) -> None:
    small = explorer.study(OCTOBER, {"china_ties": [1, 2]}).plan.having(limit=1)
    path = tmp_path / "study.json"
    write_study(path, small)
    with pytest.raises(explorer.ExplorerError, match="more than its limit"):
        explorer.study(path)


def test_history_tells_the_record_beside_the_model() -> None:
    answer = explorer.history(explorer.case(), "check")
    assert answer.rows
    assert bundled_case().id == explorer.case().id
    assert preset_scenario(bundled_case(), "october-2025") == OCTOBER.model
