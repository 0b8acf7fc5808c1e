"""Tests that a broken case is refused with messages that name each place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from explorer.files.case_file import bundled_case, case_problems, read_case
from explorer.files.resources import resource
from explorer.model.errors import FileError

# A case as a Python value, in which a test may break anything.
Raw = dict[str, Any]


def raw_case() -> Raw:
    return json.loads(resource("cases", "korea.json").read_text(encoding="utf-8"))


def written(folder: Path, data: object) -> Path:
    path = folder / "broken.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def put(*route: str | int, value: object) -> Callable[[Raw], None]:
    """Return a change that puts a value at a place of a case; an entry of a list is named by id."""

    def change(case: Raw) -> None:
        here: Any = case
        for step in route[:-1]:
            here = entry(here, step)
        here[route[-1]] = value

    return change


def add(*route: str | int, value: object) -> Callable[[Raw], None]:
    """Return a change that appends to a list of a case."""

    def change(case: Raw) -> None:
        here: Any = case
        for step in route:
            here = here[step]
        here.append(value)

    return change


def repeat(*route: str | int) -> Callable[[Raw], None]:
    """Return a change that repeats the first entry of a list of a case."""

    def change(case: Raw) -> None:
        here: Any = case
        for step in route:
            here = here[step]
        here.append(here[0])

    return change


def swap(*route: str | int) -> Callable[[Raw], None]:
    """Return a change that turns a list of a case round."""

    def change(case: Raw) -> None:
        here: Any = case
        for step in route:
            here = here[step]
        here.reverse()

    return change


def nothing_from(role: str) -> Callable[[Raw], None]:
    """Return a change after which one side has no issue."""

    def change(case: Raw) -> None:
        case["issues"] = [issue for issue in case["issues"] if issue["given_by"] != role]

    return change


def too_many_levels(case: Raw) -> None:
    """Give the first six issues twelve levels each."""
    for issue in case["issues"][:6]:
        issue["levels"] = [{"words": "x", "short": "x"}] * 12
        issue["cost"] = {"base": {**issue["cost"]["base"], "values": [0] * 12}}
        issue.pop("benefit", None)


def too_many_packages(case: Raw) -> None:
    """Add three issues, so that each side has few enough bundles and both together too many."""
    plain = {**case["issues"][-1], "levels": [{"words": "x", "short": "x"}] * 3, "benefit": None}
    plain["cost"] = {"base": {**plain["cost"]["base"], "values": [0, 0, 0]}}
    case["issues"] += [{**plain, "id": f"more-{n}"} for n in range(1)]
    case["issues"] += [{**plain, "id": f"deep-{n}", "given_by": "target"} for n in range(2)]


def entry(part: Any, step: str | int) -> Any:
    """Return a field of a part, or an entry of a list by its place, its id or its control."""
    if isinstance(part, list) and isinstance(step, str):
        return next(each for each in part if step in (each.get("id"), each.get("control")))
    return part[step]


SOUND_DEFAULT = {"preset": "october-2025", "packages": 1}
BROKEN: dict[str, tuple[Callable[[Raw], None], str]] = {
    "unknown key": (put("colour", value="red"), "colour: is not known here"),
    "no issues' words": (put("issues", 3, "levels", 2, value={"short": "x"}), "levels[2].words"),
    "text for a number": (
        put("sender_stakes", "waiting", "base", "value", value="1"),
        'sender_stakes.waiting.base.value: Input should be a valid number (found "1")',
    ),
    "bad id": (put("issues", 0, "id", value="ICBM!"), "issues[0].id: "),
    "outside its range": (put("discounts", 0, "floor", "high", value=0.1), "discounts[0].floor"),
    "too few numbers": (put("issues", 0, "cost", "base", "values", value=[0, 1]), "issues[0]: "),
    "level 0 not 0": (
        put("issues", 1, "benefit", "points", "values", value=[1, 3, 8]),
        "issues[1]: benefit.points: level 0 must be worth 0",
    ),
    "multipliers fall": (
        put("issues", 0, "benefit", "verification", "multipliers", 2, value=[1, 0.5, 1, 1]),
        "issues[0].benefit.verification: the multipliers of level 2 fall",
    ),
    "kind of control": (put("controls", 0, "kind", value="dial"), "controls[0]: "),
    "missing default": (
        lambda case: case["controls"][0].pop("default"),
        "controls[0].default: is missing",
    ),
    "classes do not add up": (put("checks", 0, "packages", value=5), "checks[0]: the classes"),
    "text for a value": (put("presets", 0, "values", "us_will", value="a"), "values.us_will: "),
    "repeated issue": (repeat("issues"), 'issues: the id "icbm" stands 2 times'),
    "repeated discount": (repeat("discounts"), 'discounts: the id "relief" stands 2 times'),
    "same parties": (put("target", "id", value="us"), 'parties: the id "us" stands 2 times'),
    "target gives nothing": (nothing_from("target"), "issues: the target gives nothing"),
    "too many packages": (
        too_many_packages,
        "issues: there are 52,488,000 packages in all, at most",
    ),
    "too large": (too_many_levels, "issues: the target has 2,985,984 bundles"),
    "cost slope": (
        put("issues", 0, "cost", "slopes", 0, "control", value="us_max_status"),
        'issues[0] (icbm).cost.slopes: there is no scale control "us_max_status"',
    ),
    "moving axis": (
        put("issues", 6, "cost", "slopes", value=[raw_case()["issues"][0]["cost"]["slopes"][0]]),
        "issues[6] (sanc).cost.slopes: the sender's cost is the board's axis",
    ),
    "axis below nothing": (
        put("issues", 6, "cost", "base", "values", value=[0, -1, 5, 12, 22]),
        "issues[6] (sanc).cost.base: the sender's cost is the board's axis and starts at 0",
    ),
    "growth control": (
        put("issues", 0, "benefit", "growth", "control", value="oil"),
        'issues[0] (icbm).benefit.growth: there is no scale control "oil"',
    ),
    "discount": (
        put("issues", 6, "benefit", "discount", value="oil"),
        'issues[6] (sanc).benefit.discount: there is no discount "oil"',
    ),
    "discount of the target": (
        put("issues", 0, "benefit", "discount", value="relief"),
        "issues[0] (icbm).benefit.discount: only the sender's issues",
    ),
    "growth of the sender": (
        put("issues", 6, "benefit", "growth", value=raw_case()["issues"][0]["benefit"]["growth"]),
        "issues[6] (sanc).benefit: growth and verification belong to the target's issues",
    ),
    "verifier": (
        put("issues", 0, "benefit", "verification", "issue", value="sanc"),
        'issues[0] (icbm).benefit.verification: there is no issue "sanc" of the target',
    ),
    "multiplier rows": (
        put("issues", 0, "benefit", "verification", "multipliers", value=[[1, 1, 1, 1]]),
        "issues[0] (icbm).benefit.verification: 1 rows for 5 levels",
    ),
    "multiplier columns": (
        put("issues", 0, "benefit", "verification", "multipliers", 0, value=[1, 1]),
        "issues[0] (icbm).benefit.verification: a row has 2 numbers for 4 levels",
    ),
    "default outside": (
        put("controls", 0, "low", value=95),
        "controls[0] (missile_advances).default: 86 lies outside low and high",
    ),
    "status out of order": (swap("controls", 0, "status"), "status: the stretches are not"),
    "status starts late": (
        put("controls", 0, "status", 0, "start", value=5),
        "controls[0] (missile_advances).status: the first stretch starts at 0",
    ),
    "limit of no issue": (
        put("controls", "us_max_status", "issue", value="oil"),
        '(us_max_status): there is no issue "oil"',
    ),
    "condition too high": (
        put("controls", "us_max_relief_before_disarmament", "unless", "at_least", value=4),
        "(us_max_relief_before_disarmament).warh: level 4, but the highest is 3",
    ),
    "consent level": (
        put("controls", "un_consent", "level", value=9),
        "(un_consent).issue.sanc: level 9, but the highest is 4",
    ),
    "consent's second need": (
        put("controls", "us_congress", "also_needs", 0, "at_least", value=4),
        "(us_congress).needs.warh: level 4, but the highest is 3",
    ),
    "rule of no issue": (
        put("controls", "coherent_cap", "when", value={"oil": {"at_least": 1}}),
        '(coherent_cap).when: there is no issue "oil"',
    ),
    "rule too high": (
        put("controls", "coherent_cap", "requires", 0, "fiss", "at_least", value=5),
        "(coherent_cap).requires[0].fiss: level 5, but the highest is 4",
    ),
    "rule that cannot be met": (
        put("controls", "coherent_cap", "requires", value=[{"warh": {"at_most": 0}}]),
        "(coherent_cap): the rule contradicts itself",
    ),
    "structure of no share": (
        put("structure", "patrons", "share", value="oil"),
        '(patrons): there is no ending share "oil"',
    ),
    "structure twice": (repeat("structure"), "structure: 2 choices are about"),
    "option that is not there": (
        put("structure", "patrons", "default", value="oil"),
        'default: there is no option "oil"',
    ),
    "end of no share": (
        put("target_stakes", "waiting", "slopes", "russia_alignment", "ends", value="oil"),
        'target_stakes.waiting.slopes.russia_alignment.ends: there is no ending share "oil"',
    ),
    "will": (
        put("sender_stakes", "headline", "will", value="oil"),
        'sender_stakes.headline.will: there is no scale control "oil"',
    ),
    "discount slope": (
        put("discounts", 0, "slopes", 0, "control", value="oil"),
        'discounts.relief: there is no scale control "oil"',
    ),
    "unknown in a group": (
        add("groups", 0, "shown", value="oil"),
        'groups: there is no control "oil"',
    ),
    "in no group": (
        put("groups", 0, "shown", value=["missile_advances", "china_ties"]),
        'groups: the control "russia_alignment" stands in no group',
    ),
    "in two groups": (
        add("groups", 0, "shown", value="us_will"),
        'groups: the control "us_will" stands in two places',
    ),
    "package level": (
        put("packages", 1, "levels", value={"test": 3}),
        "packages.freeze_for_freeze.test: level 3, but the highest is 2",
    ),
    "row of the wrong side": (
        put("rows", 0, "levels", value={"sanc": 1}),
        'rows.test-pause: there is no issue "sanc"',
    ),
    "empty row": (
        put("rows", 0, "levels", value={}),
        "rows.test-pause: a row must give something",
    ),
    "last class": (
        put("classes", 2, "at_least", value={"warh": 1}),
        "classes: the last class must take every package that is left",
    ),
    "default preset": (
        put("default_preset", value="gone"),
        'default_preset: there is no preset "gone"',
    ),
    "checked preset": (
        add("checks", value={"preset": "gone", "packages": 1}),
        'checks: there is no preset "gone"',
    ),
    "checked class": (
        add("checks", value={**SOUND_DEFAULT, "classes": {"huge": 1}}),
        'checks: there is no class "huge"',
    ),
    "line of the other side": (
        put("line_presets", 0, "values", value={"dprk_min_status": 1}),
        'line_presets.us-declared: "dprk_min_status" is no red line of the sender',
    ),
    "preset of no control": (
        put("presets", 0, "values", "oil", value=1),
        "presets.october-2025.oil: there is no such control",
    ),
    "scale too high": (
        put("presets", 0, "values", "us_will", value=101),
        "presets.october-2025.us_will: 101 lies outside 0 to 100",
    ),
    "half a level": (
        put("presets", 0, "values", "us_max_status", value=1.5),
        "presets.october-2025.us_max_status: only a whole number can stand here, not 1.5",
    ),
    "half a switch": (
        put("presets", 0, "values", "un_consent", value=0.5),
        "presets.october-2025.un_consent: only a whole number can stand here, not 0.5",
    ),
    "repeated stakeholder": (repeat("stakeholders"), 'south-korea-2025" stands 2 times'),
    "repeated gauge": (repeat("gauges"), 'gauges: the id "decoupling" stands 2 times'),
    "stakeholder's issue": (
        put(
            "stakeholders", 2, "points", "oil", value=raw_case()["stakeholders"][2]["points"]["aid"]
        ),
        'stakeholders[2] (japan).points: there is no issue "oil"',
    ),
    "stakeholder without an issue": (
        lambda case: case["stakeholders"][2]["points"].pop("aid"),
        'stakeholders[2] (japan).points: the issue "aid" is missing',
    ),
    "stakeholder's levels": (
        put("stakeholders", 2, "points", "aid", "values", value=[0, 1]),
        "stakeholders[2] (japan).points.aid: 2 numbers for 3 levels",
    ),
    "stakeholder's level 0": (
        put("stakeholders", 2, "points", "aid", "values", value=[1, 1, 2]),
        "stakeholders[2] (japan).points.aid: level 0 must be worth 0, not 1",
    ),
    "stakeholder's source": (
        put("stakeholders", 2, "points", "aid", "source", value="rumour"),
        'stakeholders[2].points.aid.source: there is no source "rumour"',
    ),
    "term's issue": (
        put("stakeholders", 2, "terms", 0, "when", "oil", value={"at_least": 1}),
        'stakeholders[2] (japan).terms.decoupling.when: there is no issue "oil"',
    ),
    "term of both sides": (
        put("stakeholders", 2, "terms", 0, "when", "sanc", value={"at_least": 1}),
        "stakeholders[2] (japan).terms.decoupling.when: one side has to give all the issues",
    ),
    "term's level": (
        put("stakeholders", 2, "terms", 0, "when", "icbm", "at_least", value=5),
        "stakeholders[2] (japan).terms.decoupling.when.icbm: level 5, but the highest is 4",
    ),
    "term of no level": (
        put("stakeholders", 2, "terms", 0, "when", "icbm", value={"at_least": 2, "at_most": 1}),
        "terms.decoupling.when.icbm: no level is at least 2 and at most 1",
    ),
    "term for nothing": (
        put("stakeholders", 2, "terms", 0, "when", value={"srbm": {"at_most": 0}}),
        "decoupling.when: it holds where nothing is given, which must be worth 0",
    ),
    "repeated term": (
        repeat("stakeholders", 2, "terms"),
        'stakeholders[2] (japan).terms: the id "decoupling" stands 2 times',
    ),
    "gauge of the sender": (
        put("gauges", 0, "sender_issue", value="sanc"),
        'gauges[0] (decoupling): there is no issue "sanc" that the target gives',
    ),
    "gauge of nobody": (
        put("gauges", 0, "stakeholder", value="oil"),
        'gauges[0] (decoupling): there is no stakeholder "oil"',
    ),
    "gauge out of order": (
        swap("gauges", 0, "status"),
        "gauges[0] (decoupling).status: the stretches are not in order",
    ),
    "guard of nobody": (
        put("controls", "no_loss_south_korea", "stakeholder", value="oil"),
        '(no_loss_south_korea): there is no stakeholder "oil"',
    ),
    "source of a weight": (
        put("issues", 4, "cost", "base", "source", value="rumour"),
        'issues[4].cost.base.source: there is no source "rumour"',
    ),
    "source of a control": (
        add("controls", 2, "sources", value="rumour"),
        'there is no source "rumour"',
    ),
}


@pytest.mark.parametrize(("change", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_case_is_refused_and_the_place_is_named(
    tmp_path: Path, change: Callable[[Raw], None], message: str
) -> None:
    case = raw_case()
    change(case)
    path = written(tmp_path, case)
    lines = case_problems(path)
    assert any(message in line for line in lines), lines
    with pytest.raises(FileError) as caught:
        read_case(path)
    assert str(caught.value).startswith(f"{path}: {len(lines)} problem")


def test_an_unbroken_copy_is_the_same_case(tmp_path: Path) -> None:
    path = written(tmp_path, raw_case())
    assert case_problems(path) == ()
    assert read_case(path) == bundled_case("korea")


@pytest.mark.parametrize("data", [[], 3, None, {}, {"format": "dealzone"}, {"format": ["x"]}])
def test_something_that_is_no_case_is_refused(tmp_path: Path, data: object) -> None:
    path = written(tmp_path, data)
    with pytest.raises(FileError, match="is not a case"):
        read_case(path)
    assert len(case_problems(path)) == 1


def test_a_case_of_a_newer_version_is_refused_as_such(tmp_path: Path) -> None:
    path = written(tmp_path, {**raw_case(), "schema_version": 99})
    with pytest.raises(FileError, match="newer version of this program"):
        read_case(path)


def test_a_missing_case_file_is_one_problem(tmp_path: Path) -> None:
    (line,) = case_problems(tmp_path / "gone.json")
    assert "does not exist" in line


def test_an_unknown_bundled_case_is_refused_with_those_there_are() -> None:
    with pytest.raises(FileError, match=r'no case "\.\./korea"\. Known cases: .*korea'):
        bundled_case("../korea")


def test_half_a_letter_in_a_case_becomes_a_question_mark(tmp_path: Path) -> None:
    path = written(tmp_path, {**raw_case(), "name": "Korea \ud800"})
    assert read_case(path).name == "Korea ?"


def test_a_case_nested_deeper_than_any_case_is_refused_shortly(tmp_path: Path) -> None:
    nested: object = 1
    for _ in range(300):
        nested = [nested]
    (line,) = case_problems(written(tmp_path, {**raw_case(), "name": nested}))
    assert len(line) < 200


def test_a_problem_repeats_no_long_text(tmp_path: Path) -> None:
    case = raw_case()
    for place in range(20):
        case["rows"][place % len(case["rows"])]["source"] = f"{place}" * 3000
    with pytest.raises(FileError) as caught:
        read_case(written(tmp_path, case))
    assert len(str(caught.value)) < 5000
