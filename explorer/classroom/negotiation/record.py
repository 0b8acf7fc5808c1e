"""Negotiations as records and back, and as a table of their moves."""

import csv
from io import StringIO

from explorer.classroom.negotiation.game import (
    Game,
    Move,
    Rules,
    accepted,
    left,
    offered,
    timed_out,
)
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.negotiation import MoveRecord, NegotiationRecord
from explorer.model.package import package_levels, package_of
from explorer.model.scenario import Scenario
from explorer.model.scene import settings_of


def rules_of(record: NegotiationRecord, case: Case) -> Rules:
    """Return the rules of a recorded negotiation.

    Raises :class:`ScenarioError` if the case is another or does not know its settings.
    """
    if record.case != case.id:
        raise ScenarioError(
            f'This negotiation belongs to the case "{record.case}", not to "{case.id}".'
        )
    return Rules(record.settings.scenario(case), record.first, record.rounds, record.seconds)


def replayed(record: NegotiationRecord, case: Case) -> Game:
    """Return a recorded negotiation as it stood after its last move.

    Raises :class:`ScenarioError` if the case is another, or a move breaks the rules.
    """
    game = Game(rules_of(record, case))
    for number, move in enumerate(record.moves, start=1):
        try:
            game = _moved(game, move, case)
        except ScenarioError as error:
            raise ScenarioError(f"Move {number}: {error}") from None
    return game


def with_moves(record: NegotiationRecord, game: Game) -> NegotiationRecord:
    """Return a record with the moves of a negotiation that is played by its rules."""
    case = game.rules.scenario.case
    moves = tuple(_move_record(case, move) for move in game.moves)
    return record.having(moves=moves)


def started(scenario: Scenario, record: NegotiationRecord) -> NegotiationRecord:
    """Return a record of the same seats and limits under a scenario, without moves."""
    return record.having(case=scenario.case.id, settings=settings_of(scenario), moves=())


def moves_csv(game: Game) -> str:
    """Return the moves as comma-separated values: one line a move, a column for each issue.

    Ids and numbers only, so that no cell can begin a formula.
    """
    case = game.rules.scenario.case
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    issues = list(package_levels(case, package_of(case, {})))
    writer.writerow(["move", "side", "kind", "seconds", *issues])
    for number, move in enumerate(game.moves, start=1):
        levels = package_levels(case, move.package) if move.package else dict.fromkeys(issues, "")
        writer.writerow([number, move.role, move.kind, f"{move.seconds:g}", *levels.values()])
    return text.getvalue()


def _moved(game: Game, move: MoveRecord, case: Case) -> Game:
    if move.kind == "offer":
        return offered(game, move.role, package_of(case, move.levels), move.seconds)
    if move.kind == "accept":
        return accepted(game, move.role, move.seconds)
    if move.kind == "leave":
        return left(game, move.role, move.seconds)
    return timed_out(game, move.seconds)


def _move_record(case: Case, move: Move) -> MoveRecord:
    levels = package_levels(case, move.package) if move.package else {}
    return MoveRecord(role=move.role, kind=move.kind, levels=levels, seconds=move.seconds)


def table_entry(game: Game) -> dict[str, object]:
    """Return how a negotiation ended, as the class of tables takes it up.

    ``ending`` is ``agreed``, ``no_deal`` or ``time_out``; ``levels`` are those of the agreement by
    issue, None without one; ``minutes`` how long it took; ``path`` its offers, each with ``by``
    and ``levels``.
    """
    case, agreement = game.rules.scenario.case, game.agreement
    endings = {"agreed": "agreed", "time": "time_out"}
    return {
        "ending": endings.get(game.ending or "", "no_deal"),
        "levels": None if agreement is None else package_levels(case, agreement),
        "minutes": round(game.seconds / 60, 2),
        "path": [
            {"by": move.role, "levels": package_levels(case, move.package)}
            for move in game.offers
            if move.package is not None
        ],
    }
