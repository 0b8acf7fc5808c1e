"""A computer delegation: answers an offer or makes one, by its rule and its own numbers alone."""

from explorer.classroom.negotiation.choice import most_for_other, nearest_offer
from explorer.classroom.negotiation.concession import RESERVATION, aspiration
from explorer.classroom.negotiation.game import Game, accepted, left, offered, other_side
from explorer.classroom.negotiation.own_side import OwnSide
from explorer.model.errors import ScenarioError
from explorer.model.negotiation import Seat
from explorer.solver.side import TOLERANCE


def asked_gain(game: Game, seat: Seat, own: OwnSide) -> float:
    """Return the least gain over waiting that a computer delegation asks for at its turn now."""
    turn = len(game.offers_of(own.role)) + 1
    received = [own.gain(package) for package in game.offers_of(other_side(own.role))]
    return aspiration(seat, own.best, min(turn, game.rules.rounds), game.rules.rounds, received)


def computer_move(game: Game, seat: Seat, own: OwnSide, seed: int, seconds: float) -> Game:
    """Return a negotiation after the turn of a computer delegation.

    Parameters
    ----------
    game
        A negotiation in which it is the delegation's turn.
    seat
        Its rule.
    own
        Its own judgement of all packages.
    seed
        Draws among packages that are equally near to the other's last offer.
    seconds
        When the move comes, since the beginning.

    Notes
    -----
    It accepts exactly if the offer on the table keeps its lines and brings it what it asks for
    now, within rounding. It walks away at once if no package at all does that for waiting. Else
    it offers.

    Raises :class:`ScenarioError` for a person's seat, out of turn and after the end.
    """
    if seat.strategy == "person":
        raise ScenarioError("A person decides for this delegation, no rule.")
    if own.best < RESERVATION - TOLERANCE:
        return left(game, own.role, seconds)
    least, table = asked_gain(game, seat, own), game.on_table
    if table is not None and table.package is not None and own.accepts(table.package, least):
        return accepted(game, own.role, seconds)
    wish = most_for_other(own) if table is None or table.package is None else table.package
    lot = (seed, len(game.offers))
    return offered(game, own.role, nearest_offer(own, least, wish, lot), seconds)
