"""Breaking points in a report: every rung as the study finds it, and what the thinnest hangs on."""

from explorer.model.breaking import ZONE, row_claims
from explorer.paper.paper import Grid, Paragraph, Points
from explorer.report import breaking_points
from explorer.report.breaking_points import breaking_blocks
from explorer.solver.solve import solve
from explorer.studies.breaking import assumption_flips
from explorer.studies.resilience import resiliences
from tests.report.orders import BASELINE, OCTOBER


def test_every_answer_stands_with_its_resilience_and_the_thinnest_with_what_turns_it() -> None:
    result = solve(OCTOBER)
    rungs = resiliences(result, (ZONE, *row_claims(result)))
    blocks = list(breaking_blocks(result))
    table = next(each for each in blocks if isinstance(each, Grid))
    assert len(table.rows) == len(rungs)
    never = [row[1] == "never" for row in table.rows]
    assert never == [rung.share is None for rung in rungs]
    thinnest = min(rungs, key=lambda each: 1 if each.share is None else each.share)
    flips = assumption_flips(result, thinnest.claim)
    told = next(each for each in blocks if isinstance(each, Points))
    assert len(told.items) == min(len(flips), breaking_points.MOST_FLIPS)


def test_where_no_assumption_turns_the_thinnest_alone_that_is_told(monkeypatch) -> None:
    monkeypatch.setattr(breaking_points, "assumption_flips", lambda *_: ())
    texts = [each.text for each in breaking_blocks(solve(OCTOBER)) if isinstance(each, Paragraph)]
    assert texts[-1] == "No assumption turns it alone within its range."


def test_where_nothing_ever_turns_no_answer_is_called_the_thinnest(monkeypatch) -> None:
    result = solve(BASELINE)
    from dataclasses import replace

    rungs = tuple(replace(each, share=None) for each in resiliences(result, (ZONE,)))
    monkeypatch.setattr(breaking_points, "resiliences", lambda *_: rungs)
    assert isinstance(list(breaking_blocks(result))[-1], Grid)
