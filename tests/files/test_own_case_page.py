"""The page on a case of one's own is enough to write one: its example is sound and solves."""

import json
import re

from explorer.files.case_file import bundled_case
from explorer.files.case_problems import checked_content
from explorer.files.handbook import handbook, page_by_id
from explorer.model.case import Case
from explorer.model.case_shape import Shape, case_shape
from explorer.model.package import package_levels
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve

PAGE = page_by_id(handbook(bundled_case()), "own-case")
assert PAGE is not None
MARKDOWN = PAGE.markdown


def example() -> Case:
    """Return the case that stands on the page, as its reader types it."""
    lines = [line[4:] for line in MARKDOWN.splitlines() if line.startswith("    ")]
    found = checked_content(json.loads("\n".join(lines)))
    assert found.problems == ()
    assert found.case is not None
    return found.case


def records(shape: Shape) -> dict[str, Shape]:
    """Return every record within a shape, by name."""
    found = {shape.model: shape} if shape.kind == "record" else {}
    inner = [member.shape for member in shape.members.values()]
    inner += [shape.item] if shape.item else []
    for each in (*inner, *shape.kinds.values()):
        found |= records(each)
    return found


def test_the_example_is_a_whole_case_without_a_problem() -> None:
    case = example()
    assert {control.kind for control in case.controls} == {"scale", "limit", "coherence"}
    assert any(issue.benefit and issue.benefit.verification for issue in case.issues)


def test_the_example_answers_what_the_page_says() -> None:
    case = example()
    dry = solve(preset_scenario(case, "dry-year"))
    wet = solve(preset_scenario(case, "wet-year"))
    assert case.default_preset == "dry-year"
    assert (dry.zone.packages, wet.zone.packages) == (1, 2)
    assert dry.nash is not None
    assert wet.nash is not None
    given = {id_: level for id_, level in package_levels(case, dry.nash.package).items() if level}
    assert given == {"water": 1, "money": 1}
    best = {"water": 2, "gauges": 1, "money": 2, "bridge": 1}
    assert package_levels(case, wet.nash.package) == best
    assert [row.is_open for row in dry.board] == [True, False]


def test_every_member_of_a_case_is_named_on_the_page() -> None:
    _, _, reference = MARKDOWN.partition("## Every member")
    named = set(re.findall(r"`([a-z_]+)`", reference))
    missing = {name for shape in records(case_shape()).values() for name in shape.members} - named
    assert missing - {"kind"} == set()
    for kind in ("scale", "limit", "consent", "guard", "coherence", "trust_and_verification"):
        assert f'"kind": "{kind}"' in reference


def test_the_page_names_what_the_window_and_the_command_line_have() -> None:
    for words in ("New case…", "Edit", "case check", "case new", "schema case", "Save and use"):
        assert words in MARKDOWN
