"""What a delegation reads at its turn: offers in words, its own score, its own lines; no more."""

from collections.abc import Iterator

from explorer.classroom.negotiation.feedback import gain_path
from explorer.classroom.negotiation.feedback_words import line_names, time_words
from explorer.classroom.negotiation.game import Game
from explorer.classroom.negotiation.own_side import OwnView, own_view
from explorer.figures.phrase import points_of, whole_points
from explorer.figures.table import Number, Table
from explorer.model.issue import Role
from explorer.model.package import Package, package_levels
from explorer.model.scenario import Scenario
from explorer.model.wording import tr


def score_words(view: OwnView) -> str:
    """Return a delegation's own score over waiting, in a sentence."""
    if not view.gives_both:
        return tr("No deal yet: each side has to give something.")
    if abs(view.gain) <= 1e-9:
        return tr("For you exactly as good as waiting.")
    points = points_of(abs(view.gain))
    if view.gain > 0:
        return tr("For you better than waiting, by {points}.", points=points)
    return tr("For you worse than waiting, by {points}.", points=points)


def broken_words(scenario: Scenario, view: OwnView) -> str:
    """Return which of its own lines a delegation would break, and what makes no sense; "" if none.

    Lines of the other side are never named.
    """
    return " ".join(_broken(scenario, view))


def package_words(scenario: Scenario, package: Package) -> str:
    """Return what both sides give in a package, in two sentences."""
    case, levels = scenario.case, package_levels(scenario.case, package)
    told: list[str] = []
    for party, issues in (
        (case.target, case.target_issues),
        (case.sender, case.sender_issues),
    ):
        given = [
            tr("{issue}: {words}", issue=each.name, words=each.levels[levels[each.id]].words)
            for each in issues
            if levels[each.id]
        ]
        what = "; ".join(given) if given else tr("nothing")
        told.append(tr("{party} gives {what}.", party=party.name, what=what))
    return " ".join(told)


def place_words(game: Game) -> str:
    """Return which round it is."""
    if game.is_last_turn:
        return tr("Last turn: an offer made now can no longer be answered")
    return tr("Round {round} of {rounds}", round=game.round, rounds=game.rules.rounds)


def clock_words(game: Game, elapsed: float) -> str:
    """Return how much time is left after so many seconds, or that there is no limit."""
    if game.rules.seconds is None:
        return tr("No clock")
    return tr("{time} left", time=time_words(max(0.0, game.rules.seconds - elapsed)))


def history_table(game: Game, role: Role, *, has_scores: bool) -> Table:
    """Return the offers so far as one delegation may see them.

    Parameters
    ----------
    role
        Whose eyes: only its own score and lines are in the table.
    has_scores
        Whether it sees its score.
    """
    scenario = game.rules.scenario
    columns = (tr("Round"), tr("Offer of"), tr("Your score"), tr("Your lines broken"))
    rows: list[tuple[Number | str, ...]] = []
    for place, move in enumerate(game.offers):
        if move.package is not None:
            view, number = own_view(scenario, role, move.package), place // 2 + 1
            score = whole_points(view.gain) if has_scores else tr("hidden")
            rows.append(
                (
                    Number(number, f"{number}"),
                    scenario.case.party(move.role).short,
                    Number(view.gain if has_scores else None, score),
                    Number(len(view.own_lines), f"{len(view.own_lines)}"),
                )
            )
    return Table(tr("Offers so far"), columns, tuple(rows))


def path_table(game: Game) -> Table:
    """Return what each offer would have brought both sides, for after the end."""
    case = game.rules.scenario.case
    columns = (
        tr("Round"),
        tr("Offer of"),
        tr("Score of {party}", party=case.sender.name),
        tr("Score of {party}", party=case.target.name),
    )
    rows = tuple(
        (
            Number(point.round, f"{point.round}"),
            case.party(point.role).name,
            Number(point.sender_gain, whole_points(point.sender_gain)),
            Number(point.target_gain, whole_points(point.target_gain)),
        )
        for point in gain_path(game)
    )
    return Table(tr("The path of the offers"), columns, rows)


def _broken(scenario: Scenario, view: OwnView) -> Iterator[str]:
    if view.own_lines:
        yield tr("Breaks your own line: {lines}.", lines=line_names(scenario, view.own_lines))
    if view.shared_rules:
        rules = line_names(scenario, view.shared_rules)
        yield tr("Breaks a rule that binds both: {rules}.", rules=rules)
