"""The words for who else gains or loses: stakeholders by how they fare, and gauges."""

from collections.abc import Iterator

from explorer.figures.phrase import listed, signed_points
from explorer.figures.table import percent_text
from explorer.model.others import PackageOthers, Reading, Standing
from explorer.model.package import Package, package_of
from explorer.model.result import Result
from explorer.model.stakeholder import Gauge
from explorer.model.wording import tr

SMALL = 1e-9
"""Points below this are none."""

JUST_SOME = 0.01
"""Shares nearer than this to none or all are told as more than none or less than all."""


def looked_at_package(result: Result, *, selected: Package | None, row_id: str) -> Package | None:
    """Return the package that a picture of one package shows.

    The selected one; else the first named one with the row's commitment; else the Nash solution;
    else the first named one that gives anything; None where there is none of these.

    Parameters
    ----------
    result
        Where the Nash solution is looked up.
    selected
        What the reader has chosen, if anything.
    row_id
        The selected row of the board, "" for none.
    """
    if selected is not None:
        return selected
    case = result.scenario.case
    packages = [package_of(case, named.levels) for named in case.packages]
    row = next((item for item in case.rows if item.id == row_id), None)
    if row is not None:
        commitment = package_of(case, row.levels).target
        for package in packages:
            if package.target == commitment and any(package.sender):
                return package
    if result.nash is not None:
        return result.nash.package
    return next((package for package in packages if any(package.target)), None)


def package_name(result: Result, package: Package) -> str:
    """Return a package's name in the case, or what else it is known by."""
    case = result.scenario.case
    for named in case.packages:
        if package_of(case, named.levels) == package:
            return named.name
    if result.nash is not None and result.nash.package == package:
        return tr("Nash solution")
    return tr("A package without a name")


def fare_lines(others: PackageOthers) -> Iterator[str]:
    """Yield a line for each way of faring that somebody has, for each term, and for each gauge.

    Who gains or loses wherever its ranges lead stands apart from who could do either.
    """
    fares = {fare: [s for s in others.standings if fare_of(s) == fare] for fare in range(4)}
    texts = {
        0: tr("Better off than today: {names}."),
        1: tr("Worse off than today: {names}."),
        2: tr("Could go either way: {names}."),
        3: tr("As today: {names}."),
    }
    for fare, text in texts.items():
        if fares[fare]:
            yield text.format(names=listed(_named(standing) for standing in fares[fare]))
    yield from _term_lines(others)
    for reading in others.readings:
        yield gauge_sentence(reading)


def _term_lines(others: PackageOthers) -> Iterator[str]:
    """Yield a line for each term that holds, with whoever counts it; they are told by name."""
    counted: dict[str, list[str]] = {}
    for standing in others.standings:
        for each in standing.terms:
            told = _with_points(standing.stakeholder.short, each.points)
            counted.setdefault(each.term.name, []).append(told)
    for name, told in counted.items():
        yield tr("This includes {term}: {names}.", term=name, names=listed(told))


def fare_of(standing: Standing) -> int:
    """Return how a stakeholder fares: 0 better, 1 worse, 2 either way, 3 as today."""
    if abs(standing.low) < SMALL and abs(standing.high) < SMALL:
        return 3
    if standing.low > -SMALL:
        return 0
    return 1 if standing.high < SMALL else 2


def fare_words(standing: Standing) -> str:
    """Return how a stakeholder fares, in a word or two."""
    return (
        tr("better off"),
        tr("worse off"),
        tr("could go either way"),
        tr("as today"),
    )[fare_of(standing)]


def gauge_sentence(reading: Reading) -> str:
    """Return a gauge as a sentence, with its number in whole points."""
    return tr(
        "{gauge}: the package {words} ({value}).",
        gauge=reading.gauge.name,
        words=gauge_words(reading.gauge, reading.value),
        value=signed_points(reading.value),
    )


def gauge_words(gauge: Gauge, value: float) -> str:
    """Return the words of the stretch in which a gauge's value lies."""
    started = [word for word in gauge.status if word.start <= value + SMALL]
    return (started[-1] if started else gauge.status[0]).words


def share_text(share: float) -> str:
    """Return a share as a percentage; only all is 100 per cent, and only none is 0."""
    if 0 < share < JUST_SOME:
        return tr("under {percent}", percent=percent_text(JUST_SOME))
    if 1 - JUST_SOME < share < 1:
        return tr("over {percent}", percent=percent_text(1 - JUST_SOME))
    return percent_text(share)


def _named(standing: Standing) -> str:
    return _with_points(standing.stakeholder.short, standing.points)


def _with_points(name: str, points: float) -> str:
    return tr("{name} ({points})", name=name, points=signed_points(points))
