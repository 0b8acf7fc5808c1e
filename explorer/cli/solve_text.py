"""A solved scenario as text: settings, zone, board, solutions."""

from collections.abc import Iterator

from explorer.cli.text_table import Column, paragraph, plain_rows, text_table
from explorer.figures.assumption_words import assumption_note
from explorer.figures.control_words import control_status, drawn_lines, set_words
from explorer.figures.phrase import whole_points
from explorer.figures.prices import row_status
from explorer.figures.table import points_text
from explorer.files.shelf import record_of
from explorer.model.day_words import dated_name, led_name
from explorer.model.history_year import year_words
from explorer.model.issue import Issue
from explorer.model.package import Bundle
from explorer.model.result import BoardRow, Result, Solution
from explorer.model.scenario import Scenario
from explorer.model.wording import tr, tr_n

INDENT = "  "


def result_text(result: Result, *, width: int) -> str:
    """Return everything that one solve found, in lines of at most about ``width`` characters."""
    parts = (
        _settings(result.scenario, width),
        _assumptions(result.scenario, width),
        _zone(result, width),
        _board(result, width),
        _solutions(result, width),
        (tr("A teaching model, not a forecast."),),
    )
    return "\n\n".join("\n".join(part) for part in parts if part)


def _settings(scenario: Scenario, width: int) -> tuple[str, ...]:
    case = scenario.case
    scales = [control for control in case.controls if control.kind == "scale"]
    record = record_of(case)
    said = {} if record is None else year_words(record, scenario)
    rows = [
        (
            led_name(case, control, scenario.as_of),
            status.value_text,
            said.get(control.id, status.status),
        )
        for control in scales
        for status in [control_status(case, control.id, scenario.value(control.id))]
    ]
    lines = [dated_name(scenario), "", *plain_rows(rows, width=width, indent=INDENT)]
    drawn = drawn_lines(scenario)
    if not drawn:
        return (*lines, "", tr("Red lines: none."))
    lines += ["", tr("Red lines:")]
    for id_ in drawn:
        words = set_words(case, id_, scenario.value(id_))
        lines += paragraph(words, width=width, indent=INDENT, hanging=INDENT)
    return tuple(lines)


def _assumptions(scenario: Scenario, width: int) -> tuple[str, ...]:
    """Return what is changed in the model and what that breaks, or nothing."""
    lines = assumption_note(scenario.case).lines
    return tuple(part for line in lines for part in paragraph(line, width=width, hanging=INDENT))


def _zone(result: Result, width: int) -> tuple[str, ...]:
    zone = result.zone
    if not zone.packages:
        head = tr(
            "Deal zone: empty. None of {total} packages is better than no deal for both "
            "sides and inside all red lines.",
            total=f"{zone.total:,}",
        )
        return paragraph(head, width=width, hanging=INDENT)
    names = {item.id: item.name for item in result.scenario.case.classes}
    head = tr(
        "Deal zone: {packages} of {total} packages.",
        packages=f"{zone.packages:,}",
        total=f"{zone.total:,}",
    )
    size = max(len(name) for name in names.values())
    counts = [(names[id_], f"{count:,}") for id_, count in zone.by_class]
    room = max(len(count) for _, count in counts)
    return (head, *(f"{INDENT}{name:<{size}}  {count:>{room}}" for name, count in counts))


def _board(result: Result, width: int) -> tuple[str, ...]:
    case = result.scenario.case
    sender, target = case.sender.short, case.target.short
    columns = (
        Column(tr("Commitment"), wraps=True),
        Column(tr("{sender} gives up to", sender=sender), is_number=True),
        Column(tr("{target} accepts from", target=target), is_number=True),
        Column(tr("Deal zone or gap")),
        Column(tr("Packages"), is_number=True),
        Column(tr("Status"), wraps=True),
    )
    rows = [
        (
            row.row.name,
            points_text(row.sender_limit),
            points_text(row.target_floor),
            _zone_or_gap(row),
            f"{row.packages:,}",
            row_status(case, row),
        )
        for row in result.board
    ]
    head = tr("Deal zones by commitment: what {sender} gives, in its own points", sender=sender)
    return (*paragraph(head, width=width), *text_table(columns, rows, width=width))


def _zone_or_gap(row: BoardRow) -> str:
    if row.zone is not None:
        low, high = row.zone
        return tr("{low} to {high}", low=points_text(low), high=points_text(high))
    if row.gap is not None:
        return tr("gap {gap}", gap=points_text(row.gap))
    return tr("none")


def _solutions(result: Result, width: int) -> tuple[str, ...]:
    count = int(result.frontier.packages.size)
    if result.nash is None or result.kalai_smorodinsky is None:
        return (tr("Solutions: none, since the zone is empty."),)
    best = tr_n(
        "Best for both (Pareto frontier): {n} package of the zone cannot be improved for "
        "one side without loss to the other.",
        "Best for both (Pareto frontier): {n} packages of the zone cannot be improved "
        "for one side without loss to the other.",
        count,
    )
    lines = list(paragraph(best, width=width, hanging=INDENT))
    concepts = (
        (tr("Nash solution (largest product of both gains)"), result.nash),
        (
            tr("Kalai-Smorodinsky solution (equal shares of what each could gain)"),
            result.kalai_smorodinsky,
        ),
    )
    for name, solution in concepts:
        lines += _solution(result.scenario, name, solution, width)
    return tuple(lines)


def _solution(scenario: Scenario, name: str, solution: Solution, width: int) -> Iterator[str]:
    case, package = scenario.case, solution.package
    yield from paragraph(tr("{concept}:", concept=name), width=width, hanging=INDENT)
    sides = (
        (case.target, case.target_issues, package.target),
        (case.sender, case.sender_issues, package.sender),
    )
    for party, issues, bundle in sides:
        yield INDENT + tr("{party} gives", party=party.name)
        rows = _terms(issues, bundle) or [(tr("nothing"),)]
        yield from plain_rows(rows, width=width, indent=INDENT * 2)
    gains = tr(
        "Gains over no deal: {sender} {sender_gain}, {target} {target_gain}, each in its "
        "own points.",
        sender=case.sender.short,
        sender_gain=whole_points(solution.sender_gain),
        target=case.target.short,
        target_gain=whole_points(solution.target_gain),
    )
    yield from paragraph(gains, width=width, indent=INDENT, hanging=INDENT)
    if solution.ties > 1:
        yield from paragraph(
            tr_n("{n} package ties for this.", "{n} packages tie for this.", solution.ties),
            width=width,
            indent=INDENT,
        )


def _terms(issues: tuple[Issue, ...], bundle: Bundle) -> list[tuple[str, ...]]:
    return [
        (issue.name, issue.levels[level].words)
        for issue, level in zip(issues, bundle, strict=True)
        if level
    ]
