"""Negotiations to be tested: drawn scenarios, seats, and games that computers play to the end."""

from itertools import product

from hypothesis import strategies as st

from explorer.classroom.negotiation.delegation import computer_move
from explorer.classroom.negotiation.game import Game, Rules, accepted, left, offered
from explorer.classroom.negotiation.own_side import OwnSide, own_side
from explorer.model.issue import Role
from explorer.model.negotiation import CURVES, Seat
from explorer.model.package import Package, bundle_at, bundle_count
from explorer.model.scenario import Scenario
from tests.strategies import small_scenarios

ROLES: tuple[Role, Role] = ("sender", "target")

TIME_SEATS = tuple(Seat(strategy="time", curve=curve) for curve in CURVES)
SEATS = (*TIME_SEATS, Seat(strategy="tit-for-tat"))


def played(
    rules: Rules, seats: dict[Role, Seat], seed: int = 1, own: dict[Role, OwnSide] | None = None
) -> Game:
    """Return the negotiation of two computer delegations."""
    own = own or {role: own_side(rules.scenario, role) for role in ROLES}
    game = Game(rules)
    while game.ending is None:
        role = game.to_move
        game = computer_move(game, seats[role], own[role], seed, game.seconds)
    return game


@st.composite
def packages(draw: st.DrawFn, scenario: Scenario) -> Package:
    """Draw any package of a case."""
    case = scenario.case
    target, sender = (
        bundle_at(shape, draw(st.integers(0, bundle_count(shape) - 1)))
        for shape in (case.target_shape, case.sender_shape)
    )
    return Package(target, sender)


@st.composite
def games(draw: st.DrawFn) -> Game:
    """Draw a negotiation of people who offer anything, going on or over."""
    scenario = draw(small_scenarios())
    rules = Rules(scenario, draw(st.sampled_from(ROLES)), draw(st.integers(1, 6)), 600.0)
    game = Game(rules)
    gaps = st.integers(0, 60).map(float)
    for _ in range(draw(st.integers(0, 2 * rules.rounds))):
        game = offered(game, game.to_move, draw(packages(scenario)), game.seconds + draw(gaps))
    end = draw(st.sampled_from(("none", "accept", "leave")))
    if game.ending is None and end == "leave":
        return left(game, game.to_move, game.seconds + draw(gaps))
    if game.ending is None and end == "accept" and game.offers:
        return accepted(game, game.to_move, game.seconds + draw(gaps))
    return game


def all_packages(scenario: Scenario) -> list[Package]:
    """Return every package of a small case, in the order of package numbers."""
    case = scenario.case
    levels = [
        [*product(*(range(size) for size in shape))]
        for shape in (case.target_shape, case.sender_shape)
    ]
    return [Package(target, sender) for target in levels[0] for sender in levels[1]]
