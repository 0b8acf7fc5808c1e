"""How much a computer delegation asks for at each turn: two published rules of concession.

Source: Faratin, Sierra and Jennings, "Negotiation decision functions for autonomous agents",
Robotics and Autonomous Systems 24 (3-4), 1998, pages 159-182: the polynomial time-dependent
tactic, and relative tit-for-tat.
"""

from collections.abc import Sequence
from itertools import pairwise

from explorer.model.negotiation import Curve, Seat

BETA: dict[Curve, float] = {"hard": 0.5, "medium": 1.0, "soft": 2.0}
"""The exponent of each curve.

Below 1 a delegation gives way late (the paper's *Boulware*), above 1 early (*conceder*), and at 1
the same in each round.
"""

RESERVATION = 0.0
"""The gain over waiting below which nothing is worth a signature."""


def conceded_share(turn: int, rounds: int, beta: float) -> float:
    """Return which share of the way from its best to its reservation a side has gone, 0 to 1.

    Parameters
    ----------
    turn
        The number of its turn, from 1.
    rounds
        How many turns it has.
    beta
        The exponent, above 0.

    Notes
    -----
    The polynomial curve of the paper, with nothing conceded at the first turn: t to the power of
    1 / beta, where t is the share of the turns that are over. At the last turn t is 1.
    """
    past = (turn - 1) / (rounds - 1) if rounds > 1 else 1.0
    return min(1.0, max(0.0, past)) ** (1 / beta)


def time_aspiration(best: float, turn: int, rounds: int, beta: float) -> float:
    """Return the least gain that a time-dependent delegation asks for at a turn.

    It falls from ``best`` at the first turn to :data:`RESERVATION` at the last, and never rises.
    """
    return RESERVATION + (1 - conceded_share(turn, rounds, beta)) * (best - RESERVATION)


def answered_aspiration(best: float, received: Sequence[float], rounds: int) -> float:
    """Return the least gain that a tit-for-tat delegation asks for.

    Parameters
    ----------
    best
        Its largest gain.
    received
        What each offer of the other side so far would bring it, in order.
    rounds
        How many turns it has.

    Notes
    -----
    Relative tit-for-tat multiplies the own last demand by the proportion in which the other side
    has moved. Here a demand is the gain asked for over the reservation, and the other's distance
    is what its offer lacks of the own best: where an offer leaves three quarters of the distance
    of the one before, the delegation asks for three quarters of what it asked for before. Where
    the other takes something back it asks for more again, up to its best. Until the other has
    made two offers nothing can be returned: it asks for its best and then, as the paper leaves
    this open, for what the medium curve asks at the second turn.
    """
    opening = (best, time_aspiration(best, 2, rounds, BETA["medium"]))
    asked = opening[min(len(received), 1)]
    distances = [best - gain for gain in received]
    for before, after in pairwise(distances):
        ratio = after / before if before > 0 else 1.0
        asked = RESERVATION + max(0.0, ratio) * (asked - RESERVATION)
        asked = min(best, asked)
    return max(RESERVATION, asked)


def aspiration(seat: Seat, best: float, turn: int, rounds: int, received: Sequence[float]) -> float:
    """Return the least gain that a computer delegation asks for at a turn.

    ``received``: What each offer of the other side so far would bring it.
    """
    if seat.strategy == "tit-for-tat":
        return answered_aspiration(best, received, rounds)
    return time_aspiration(best, turn, rounds, BETA[seat.curve])
