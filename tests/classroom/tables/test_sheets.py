"""Role sheets: their points are the model's, their secrets stay on the own side's page."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from explorer.classroom.tables.interests import interests
from explorer.classroom.tables.plan import Plan, plan_of
from explorer.classroom.tables.role_sheet import ROLES, common_rules, role_sheet
from explorer.classroom.tables.sheets import sheet_papers, sheets_paper
from explorer.figures.line_words import line_sentence
from explorer.model.issue import Ceiling, Role
from explorer.model.package import package_of
from explorer.model.scenario import Scenario, default_scenario
from explorer.model.scene import settings_of
from explorer.model.table_result import TableClass
from explorer.paper.html import html_text
from explorer.paper.paper import Block, Paper
from explorer.solver.term_sheet import term_sheet
from tests.classroom.tables.plans import KOREA, OCTOBER, PLAN, packages
from tests.examples import examples
from tests.strategies import small_scenarios

LINED = OCTOBER.with_values(
    {"us_max_status": 1, "us_min_icbm": 2, "dprk_min_relief": 2, "un_consent": 1}
)


def _text(blocks: tuple[Block, ...]) -> str:
    return html_text(Paper("x", blocks))


def _sheet(plan: Plan, role: Role, variant: int = 0) -> str:
    return _text(tuple(role_sheet(plan, variant, role, 1)))


@examples(60)
@given(small_scenarios(), st.data(), st.sampled_from(ROLES))
def test_the_points_of_a_sheet_add_up_to_the_gain_over_waiting(
    scenario: Scenario, data: st.DataObject, role: Role
) -> None:
    levels = data.draw(packages(scenario.case))
    sheet = term_sheet(scenario, package_of(scenario.case, levels))
    found = interests(scenario, role)
    total = found.headline if sheet.gives_both else 0.0
    for each in (*found.received, *found.given):
        rows = each.points
        verified = found.verifier is not None and len(rows) > 1
        row = rows[levels[found.verifier.id]] if verified and found.verifier else rows[0]
        total += row[levels[each.issue.id]]
    gain = sheet.sender_gain if role == "sender" else sheet.target_gain
    counted = total if found.ceiling is None else min(total, found.ceiling)
    assert abs(counted - found.waiting - gain) < 1e-6
    weights = [each.weight for each in found.received]
    assert weights == sorted(weights, reverse=True)


def test_a_side_with_a_ceiling_reads_up_to_where_its_levels_count() -> None:
    ceiling = Ceiling(points=40, source=KOREA.sources[0].id)
    stakes = KOREA.sender_stakes.model_copy(update={"ceiling": ceiling})
    scenario = replace(OCTOBER, case=KOREA.model_copy(update={"sender_stakes": stakes}))
    found = interests(scenario, "sender")
    assert found.ceiling == 40
    plan = Plan(scenario, 2, 1, 1)
    assert "However much its levels bring you" in _sheet(plan, "sender")
    assert "However much its levels bring you" not in _sheet(plan, "target")


def test_a_side_reads_its_own_lines_and_not_those_of_the_other() -> None:
    plan = Plan(LINED, tables=2, seed=1, variants=1)
    sender, target = (_sheet(plan, role) for role in ROLES)
    for id_ in ("us_max_status", "us_min_icbm", "dprk_min_relief"):
        control = KOREA.control(id_)
        assert control.kind == "limit"
        line = line_sentence(KOREA, control, LINED.value(id_))
        own, other = (sender, target) if control.party == "sender" else (target, sender)
        assert line in own
        assert line not in other


def test_a_side_without_lines_is_told_so() -> None:
    assert "You have none" in _sheet(PLAN, "sender")
    assert "You have none" not in _sheet(Plan(LINED, 2, 1, 1), "sender")


def test_rules_that_nobody_at_the_table_draws_are_on_every_answer_sheet() -> None:
    rules = common_rules(LINED)
    assert any("Sanctions relief at least" in rule for rule in rules)
    plan = Plan(LINED, tables=3, seed=1, variants=1)
    answers = sheet_papers(plan)["answers"]
    text = html_text(answers)
    assert text.count("Rules that bind both") == 3
    off = {control.id: 0.0 for control in KOREA.controls if control.kind == "coherence"}
    bare = Plan(OCTOBER.with_values(off), tables=2, seed=1, variants=1)
    assert "Rules that bind both" not in html_text(sheet_papers(bare)["answers"])


def test_what_is_known_of_the_other_side_is_the_same_in_every_variant() -> None:
    told = {_sheet(PLAN, "sender", variant).partition("Analysts think")[2] for variant in range(3)}
    assert len(told) == 1
    own = {_sheet(PLAN, "sender", variant).partition("Analysts think")[0] for variant in range(3)}
    assert len(own) == 3


def test_the_same_seed_writes_the_same_sheets_and_another_one_others() -> None:
    plans = (Plan(OCTOBER, 3, seed, 3) for seed in (1, 1, 2))
    one, again, other = (html_text(sheets_paper(plan)) for plan in plans)
    assert one == again != other


def test_every_table_has_its_two_role_sheets_and_an_answer_sheet_with_its_code() -> None:
    text = html_text(sheets_paper(PLAN))
    assert text.count("Role sheet: ") == 2 * PLAN.tables
    for number in range(1, PLAN.tables + 1):
        assert f"Answer sheet: Table {number}<" in text
        code = PLAN.code(number)
        assert code in text
        assert PLAN.read_code(code) == (number, PLAN.variant_of(number))


def test_a_folder_has_a_sheet_for_each_side_and_variant() -> None:
    assert set(sheet_papers(PLAN)) == {
        *(f"role-{party}-{letter}" for party in ("us", "dprk") for letter in "abc"),
        "answers",
        "instructor",
    }
    few = Plan(OCTOBER, tables=2, seed=1, variants=5)
    assert len(sheet_papers(few)) == 6


def test_a_case_whose_issues_need_no_verification_gives_one_number_a_level() -> None:
    text = _sheet(PLAN, "target")
    assert "Several numbers" not in text
    assert "Several numbers" in _sheet(PLAN, "sender")


@examples(20)
@given(small_scenarios())
def test_every_case_has_sheets(scenario: Scenario) -> None:
    paper = sheets_paper(Plan(scenario, tables=2, seed=1, variants=2))
    assert html_text(paper)


def test_a_class_plays_at_the_settings_of_its_sheets() -> None:
    elsewhere = default_scenario(KOREA).with_value("china_ties", 5)
    tables = TableClass(tables=5, seed=9, variants=2)
    assert plan_of(elsewhere, tables) == Plan(elsewhere, 5, 9, 2)
    kept = tables.model_copy(update={"settings": settings_of(OCTOBER)})
    assert plan_of(elsewhere, kept).scenario.values == OCTOBER.values
