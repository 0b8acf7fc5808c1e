"""What a specialist would say of the Korea case, each statement with the way to try it.

The page of the guide on plausibility lists the same statements with the same verdicts; where one
does not hold the page says why.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from explorer.files.case_file import bundled_case
from explorer.files.record_file import bundled_record
from explorer.model.assumption import assumption, with_estimates, with_likely
from explorer.model.history_year import year_scenario
from explorer.model.package import Package, package_of
from explorer.model.result import BoardRow, TermSheet
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.deal_zone import deal_zone, zone_packages
from explorer.solver.lens import seen_through
from explorer.solver.opening import zone_openings
from explorer.solver.outlook import meeting_outlook
from explorer.solver.solve import solve
from explorer.solver.stakeholder import package_others
from explorer.solver.term_sheet import term_sheet

KOREA = bundled_case("korea")
OCTOBER, HANOI = "october-2025", "hanoi-2019"
TENS = range(0, 101, 10)


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement in words, the command to try it with, whether it holds, and how that is seen."""

    words: str
    command: str
    holds: bool
    is_so: Callable[[], bool]


STATEMENTS: list[Statement] = []


def statement(
    words: str, command: str, *, holds: bool = True
) -> Callable[[Callable[[], bool]], Callable[[], bool]]:
    """Return a decorator that puts a function on the list as what decides a statement."""

    def listed(is_so: Callable[[], bool]) -> Callable[[], bool]:
        STATEMENTS.append(Statement(words, command, holds, is_so))
        return is_so

    return listed


def at(preset: str, **values: float) -> Scenario:
    """Return a preset with some controls moved."""
    return preset_scenario(KOREA, preset).with_values(values)


def year(number: int) -> Scenario:
    """Return a year of the record without lines."""
    record = bundled_record(KOREA)
    assert record is not None
    return year_scenario(KOREA, record, number, with_lines=False)


def built(scenario: Scenario, choice: str, option: str) -> Scenario:
    """Return a scenario with one choice of structure made otherwise."""
    chosen = assumption(scenario.case, f"structure.{choice}")
    place = [id_ for id_, _ in chosen.options].index(option)
    estimate = with_likely(chosen.estimate, (float(place),), chosen.bounds)
    return scenario.with_case(with_estimates(scenario.case, {chosen.id: estimate}))


def packages(scenario: Scenario, class_id: str | None = None) -> int:
    """Return how many packages the zone holds, of one class or of all."""
    if class_id is None:
        return zone_packages(deal_zone(scenario))
    return dict(solve(scenario).zone.by_class)[class_id]


def row(scenario: Scenario, row_id: str) -> BoardRow:
    """Return one row of the board."""
    return next(each for each in solve(scenario).board if each.row.id == row_id)


def rows_open(scenario: Scenario) -> set[str]:
    """Return the ids of the rows of the board that are open."""
    return {each.row.id for each in solve(scenario).board if each.is_open}


def named(package_id: str) -> Package:
    """Return one of the case's packages."""
    levels = next(each.levels for each in KOREA.packages if each.id == package_id)
    return package_of(KOREA, levels)


def deal(scenario: Scenario, package_id: str) -> TermSheet:
    """Return one of the case's packages read as a deal."""
    return term_sheet(scenario, named(package_id))


def floor(scenario: Scenario, row_id: str) -> float:
    """Return the target's floor of a row without any line; infinite where nothing is enough."""
    found = row(scenario, row_id).target_floor_any
    return float("inf") if found is None else found


def never_rises(numbers: list[float]) -> bool:
    """Return whether no number is larger than the one before."""
    return all(after <= before for before, after in pairwise(numbers))


@statement(
    "The lines declared in October 2025 leave nothing.", "dealzone solve october-2025-declared"
)
def declared_lines_leave_nothing() -> bool:
    return packages(at("october-2025-declared")) == 0


@statement("The lines of the time leave nothing at Hanoi.", "dealzone solve hanoi-2019-declared")
def hanoi_with_its_lines_leaves_nothing() -> bool:
    return packages(at("hanoi-2019-declared")) == 0


HANOI_LINES = {
    "us_min_fissile": 3,
    "us_max_status": 1,
    "us_max_relief_before_disarmament": 2,
    "dprk_min_relief": 3,
}


@statement(
    "Any one of these lines alone still leaves a deal at Hanoi.",
    "dealzone solve hanoi-2019 --set us_min_fissile=3",
)
def each_line_of_hanoi_alone_leaves_something() -> bool:
    alone = [packages(at(HANOI, **{line: level})) for line, level in HANOI_LINES.items()]
    return min(alone) > 0 and packages(at(HANOI, **HANOI_LINES)) == 0


@statement(
    "What Washington asked for at Hanoi is too much for Kim, whatever the lines.",
    "dealzone solve hanoi-2019",
)
def the_terms_spoken_at_hanoi_are_refused_by_pyongyang() -> bool:
    sheet = deal(at(HANOI), "hanoi_spoken")
    is_open = row(at(HANOI), "long-range-yongbyon").is_open
    return sheet.sender_gain > 0 > sheet.target_gain and not is_open


@statement(
    "With the lines of 2017 next to nothing is left; with those of 2018 a lot.",
    "dealzone solve period-2017",
)
def the_year_of_threats_leaves_next_to_nothing() -> bool:
    return 100 * packages(at("period-2017")) < packages(at("period-2018-2019"))


@statement(
    "More support from Moscow or Beijing never helps a row open.",
    "dealzone picture october-2025 --view sweep --control russia_alignment -o russia.png",
)
def support_from_patrons_never_opens_a_row() -> bool:
    for patron in ("russia_alignment", "china_ties"):
        zones = [at(OCTOBER, **{patron: value}) for value in TENS]
        is_falling = never_rises([packages(zone) for zone in zones])
        if not is_falling or not rows_open(zones[-1]) <= rows_open(zones[0]):
            return False
    return True


@statement(
    "Support from Moscow and Beijing does not leave Kim worse off, a deal and waiting added up.",
    "dealzone solve october-2025 --set russia_alignment=0 china_ties=0",
)
def patrons_do_not_make_kim_poorer() -> bool:
    with_them = at(OCTOBER, russia_alignment=100, china_ties=100)
    without = at(OCTOBER, russia_alignment=0, china_ties=0)
    return whole_worth(with_them) >= whole_worth(without)


def whole_worth(scenario: Scenario) -> float:
    """Return Pyongyang's gain at the Nash solution plus all that it has by waiting."""
    nash = solve(scenario).nash
    assert nash is not None
    terms = KOREA.target_stakes.waiting
    support = [
        slope.amount.value * (scenario.share(slope.control) - slope.neutral / 100)
        for slope in terms.slopes
    ]
    return nash.target_gain + terms.base.value + sum(support)


@statement(
    "A larger arsenal never lowers the least Kim accepts for deep cuts.",
    "dealzone solve october-2025 --set missile_advances=50",
)
def a_larger_arsenal_never_lowers_the_floor_for_deep_cuts() -> bool:
    deep = ("phased-step", "cap-and-freeze", "long-range-yongbyon", "full-denuclearisation")
    zones = [solve(at(OCTOBER, missile_advances=value)).board for value in TENS]
    for row_id in deep:
        found = [next(each for each in board if each.row.id == row_id) for board in zones]
        floors = [each.target_floor_any for each in found]
        prices = [-float("inf") if each is None else -each for each in floors]
        if not never_rises(prices):
            return False
    return True


@statement(
    "A larger arsenal leaves less to agree on, not more.",
    "dealzone solve october-2025 --set missile_advances=100",
)
def a_larger_arsenal_leaves_less_to_agree_on() -> bool:
    return never_rises([packages(at(OCTOBER, missile_advances=value)) for value in TENS])


@statement(
    "Giving up every warhead is out of reach at the arsenal of October 2025, at any price.",
    "dealzone solve october-2025 --set us_min_warheads=3",
)
def disarmament_is_out_of_reach_at_any_price() -> bool:
    return (
        packages(at(OCTOBER), "full") == 0
        and floor(at(OCTOBER), "full-denuclearisation") == float("inf")
        and packages(at(OCTOBER, missile_advances=0), "full") > 0
    )


@statement(
    "Better enforced sanctions never close a row.",
    "dealzone solve october-2025 --set sanctions_enforcement=100",
)
def enforcement_never_closes_a_row() -> bool:
    for preset in (OCTOBER, HANOI):
        zones = [at(preset, sanctions_enforcement=value) for value in reversed(TENS)]
        if not never_rises([packages(zone) for zone in zones]):
            return False
        if not rows_open(zones[-1]) <= rows_open(zones[0]):
            return False
    return True


@statement(
    "With trust of 50 on both sides almost nothing is left.",
    "dealzone solve october-2025 --set us_credibility=50 dprk_credibility=50",
)
def half_trust_leaves_almost_nothing() -> bool:
    half = at(OCTOBER, us_credibility=50, dprk_credibility=50)
    return 100 * packages(half) < packages(at(OCTOBER))


@statement(
    "If inspectors can stand in for trust, low trust rules out less.",
    "dealzone solve october-2025 --set dprk_credibility=50 "
    "--assume structure.trust_and_verification=replace",
)
def inspectors_can_stand_in_for_trust() -> bool:
    wary = at(OCTOBER, dprk_credibility=50)
    return packages(built(wary, "trust_and_verification", "replace")) > packages(wary)


@statement(
    "Asking for inspections anywhere leaves nothing in October 2025.",
    "dealzone solve october-2025 --set us_min_verification=3",
)
def inspections_anywhere_leave_nothing() -> bool:
    return packages(at(OCTOBER, us_min_verification=3)) == 0


@statement(
    "“Denuclearisation first” never comes with a peace treaty.",
    "dealzone solve october-2025 --set us_max_status=0 dprk_min_political=2",
)
def denuclearisation_first_never_comes_with_a_peace_treaty() -> bool:
    return all(
        packages(at(preset, us_max_status=0, dprk_min_political=2))
        == packages(at(preset, us_max_status=0, dprk_min_political=2), "full")
        for preset in (OCTOBER, HANOI)
    )


@statement(
    "Nobody pays for a closed test site that nobody sees.",
    "dealzone solve october-2025 --set us_min_tests=2 dprk_max_verification=0",
)
def an_unseen_test_site_is_not_paid_for() -> bool:
    return packages(at(OCTOBER, us_min_tests=2, dprk_max_verification=0)) == 0


@statement(
    "The civilian sanctions of the United Nations are not lifted for a mere test pause.",
    "dealzone solve october-2025 --set dprk_min_relief=3",
)
def civilian_sanctions_stay_for_a_test_pause() -> bool:
    return not row(at(OCTOBER, dprk_min_relief=3), "test-pause").is_open


@statement(
    "All sanctions are never lifted for pauses and freezes.",
    "dealzone solve october-2025 --set dprk_min_relief=4",
)
def all_sanctions_stay_for_pauses() -> bool:
    return packages(at(OCTOBER, dprk_min_relief=4), "small") == 0


@statement(
    "With Congress in the way, all sanctions are never lifted for pauses and freezes.",
    "dealzone solve october-2025 --set dprk_min_relief=4 us_congress=on",
)
def congress_keeps_all_sanctions_for_pauses() -> bool:
    return packages(at(OCTOBER, dprk_min_relief=4, us_congress=1), "small") == 0


@statement(
    "Washington recognises no nuclear-armed state for freezes.",
    "dealzone solve october-2025 --set dprk_min_status=3",
    holds=False,
)
def no_recognition_for_freezes() -> bool:
    return packages(at(OCTOBER, dprk_min_status=3)) == 0


@statement(
    "The small deal leaves Seoul worse off through its critics' eyes, better through Kim Taewoo's.",
    "dealzone others october-2025 --package icbm_freeze --lens small-deal-critics",
)
def the_small_deal_is_seen_both_ways() -> bool:
    return seoul("small-deal-critics") < 0 < seoul("kim-taewoo")


def seoul(lens_id: str) -> float:
    """Return what the small deal brings Seoul, through a lens."""
    seen = seen_through(at(OCTOBER), KOREA.lens(lens_id))
    standings = package_others(seen, named("icbm_freeze")).standings
    return next(each.points for each in standings if each.stakeholder.id == "south-korea-2025")


@statement(
    "Moscow loses when its supplier disarms and makes peace with Washington.",
    "dealzone others october-2025 --package joint_statement_2005",
)
def moscow_loses_by_peace() -> bool:
    seen = [
        package_others(at(OCTOBER), named(id_)) for id_ in ("joint_statement_2005", "full_cvid")
    ]
    moscow = [each for one in seen for each in one.standings if each.stakeholder.id == "russia"]
    return all(standing.points < 0 for standing in moscow)


@statement(
    "The freeze that both kept from 2018 on suits both with the settings of Hanoi.",
    "dealzone sure hanoi-2019",
)
def the_freeze_of_2018_suited_both() -> bool:
    return deal(at(HANOI), "freeze_for_freeze").is_in_zone


@statement(
    "The terms of 1994 are no longer available in October 2025.",
    "dealzone sure october-2025",
    holds=False,
)
def the_terms_of_1994_are_gone() -> bool:
    return not deal(at(OCTOBER), "agreed_framework_1994").is_in_zone


@statement(
    "Closing the border in a pandemic does not widen the zone.",
    "dealzone compare history-2019 history-2020",
)
def a_closed_border_does_not_widen_the_zone() -> bool:
    return packages(year(2020)) <= packages(year(2019))


@statement(
    "What opens Hanoi is somebody's move; nobody can wish the arsenal away.",
    "dealzone solve hanoi-2019 --openings --set us_min_fissile=3 us_max_status=1 "
    "us_max_relief_before_disarmament=2 dprk_min_relief=3",
)
def hanoi_opens_by_a_move_that_somebody_can_make() -> bool:
    openings = zone_openings(solve(at(HANOI, **HANOI_LINES)))
    movers = {opening.control_id: opening.mover for opening in openings}
    return {"sender", "target"} <= {*movers.values()} and (
        movers.get("missile_advances", "nobody") == "nobody"
    )


@statement(
    "With backing and a grown arsenal Kim is in no hurry to meet; without them both sides are.",
    "dealzone outlook october-2025 --set missile_advances=0 russia_alignment=0 china_ties=0",
)
def leverage_has_a_say_in_whether_to_meet() -> bool:
    strong = at(OCTOBER)
    weak = at(OCTOBER, missile_advances=0, russia_alignment=0, china_ties=0)
    return "little" in words_of_windows(strong) and words_of_windows(weak) <= {"late", "open"}


@statement(
    "A meeting at Hanoi had a point, and the trip of October 2025 came too soon for one.",
    "dealzone outlook hanoi-2019",
)
def hanoi_had_a_point_and_the_trip_came_too_soon() -> bool:
    return "open" in words_of_windows(at(HANOI)) and "late" in words_of_windows(at(OCTOBER))


def words_of_windows(scenario: Scenario) -> set[str]:
    """Return the words that the outlook has for the windows."""
    outlook = meeting_outlook(solve(scenario))
    assert outlook is not None
    return {window.word for window in outlook.windows}
