"""Compares how much of each package the tests passed through with what we demand."""

import sys
from io import StringIO

from coverage import Coverage
from coverage.exceptions import NoDataError

# A few lines of solver and figures are reached by random cases alone, and now and then by none.
DEMANDED = {
    "model": 100,
    "solver": 99.9,
    "store": 100,
    "studies": 100,
    "figures": 99.9,
    "files": 100,
    "views": 100,
    "take_home": 99.9,
    "paper": 100,
    "classroom": 99.9,
    "report": 99.9,
    "api": 100,
    "cli": 99.9,
    "self_test": 95,
    "ui": 85,
}


def main() -> int:
    """Print each package's share; return 1 if one falls short, and show there what was missed."""
    coverage = Coverage()
    coverage.combine(strict=False)
    coverage.load()
    short = [room for room, least in DEMANDED.items() if report(coverage, room) < least]
    for room in short:
        print(f"\n{room} falls short of {DEMANDED[room]} %:")
        coverage.report(include=[f"*/explorer/{room}/*"], show_missing=True)
    return 1 if short else 0


def report(coverage: Coverage, room: str) -> float:
    """Print and return the share of a package's lines that were passed through, in percent."""
    with StringIO() as nowhere:
        try:
            share = coverage.report(include=[f"*/explorer/{room}/*"], file=nowhere)
        except NoDataError:
            share = 0.0
    print(f"{room:9} {share:6.1f} %  (at least {DEMANDED[room]} %)")
    return share


if __name__ == "__main__":
    sys.exit(main())
