"""Endurance trial: the window is driven for long; nothing piles up, and at rest it sleeps.

What piles up is counted after a first round, in which everything was done once, and after the
last; before each count the window is emptied and comes to rest.
"""

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.reliability.child import start

SHORT, LONG = (1, 40), (60, 500)
"""How many rounds after the first, and how many things are done in each."""

MOST_MEGABYTES = 40
"""How much more memory the process may have than after the first round."""

MOST_OBJECTS = 0.1
"""Which share of the objects of Python may be more than after the first round."""

MOST_WIDGETS = 50
"""How many widgets may be more than after the first round, of the thousand that there are."""

MOST_WAKINGS = 5
"""How often the event loop may wake up within two seconds of rest; one ends the counting."""


def run(*, seed: int, long: bool) -> list[str]:
    """Drive the window; return the figures.

    Parameters
    ----------
    seed
        Equal seeds do the same things.
    long
        Whether 30,000 things are done, which takes about half an hour.

    Raises
    ------
    AssertionError
        If anything piles up, or the window does not come to rest.
    """
    if sys.platform != "linux":
        return ["not tried: only Linux tells what a process holds"]
    rounds, length = LONG if long else SHORT
    with tempfile.TemporaryDirectory(prefix="dealzone-endurance-") as name:
        told = _drive(Path(name), str(seed), str(rounds), str(length))
    *stock, end = told
    assert len(stock) == rounds + 1, f"seed {seed}: {len(stock)} rounds were counted"
    try:
        _demand_nothing_piled_up(stock[0], stock[-1])
        assert end["wakings"] <= MOST_WAKINGS, f"{end['wakings']} wake-ups at rest"
    except AssertionError as error:
        raise AssertionError(f"seed {seed}: {error}; round by round: {stock}") from error
    return _figures(stock, end)


def _drive(folder: Path, *words: str) -> list[dict[str, Any]]:
    """Run the program; return what it tells, line by line."""
    with (folder / "complaints").open("w+", encoding="utf-8") as complaints:
        with start("endurance_child", folder, *words, complaints=complaints) as program:
            assert program.stdout is not None
            told = [json.loads(line) for line in program.stdout]
        complaints.seek(0)
        assert program.returncode == 0, f"seed {words[0]}: {complaints.read()}"
    return told


def _demand_nothing_piled_up(first: dict[str, Any], last: dict[str, Any]) -> None:
    grown = last["megabytes"] - first["megabytes"]
    assert grown <= MOST_MEGABYTES, f"{grown:.1f} MB more"
    more = last["objects"] - first["objects"]
    assert more <= MOST_OBJECTS * first["objects"], f"{more} objects more"
    # Qt keeps helpers for half a minute after their work, at most one for each core, and each
    # with a file of its own.
    helpers = os.cpu_count() or 1
    for name, more in (("files", helpers), ("threads", helpers), ("python threads", 0)):
        assert last[name] <= first[name] + more, f"{name}: {first[name]}, now {last[name]}"
    assert last["widgets"] <= first["widgets"] + MOST_WIDGETS, "widgets are left"
    assert not last["running threads"], last["running threads"]
    assert not last["sockets"], last["sockets"]


def _figures(stock: list[dict[str, Any]], end: dict[str, Any]) -> list[str]:
    done, first, last = end["done"], stock[0], stock[-1]
    return [
        f"{sum(done.values())} things done: {done}",
        *(
            f"{name}: {first[name]} after the first round, {last[name]} after {len(stock) - 1} more"
            for name in ("megabytes", "objects", "widgets", "files", "threads")
        ),
        f"no socket, no timer, no thread left; {end['wakings']} wake-ups in two seconds of rest",
    ]
