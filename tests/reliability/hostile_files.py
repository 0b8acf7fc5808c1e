"""The trial of hostile files: commands in processes of their own, under a bound on memory."""

import os
import random
import resource
import socket
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from tests.reliability.hostile import Outcome, demand_law, hostile_bytes, outcome_of, sound_texts

SHORT, LONG = 40, 640
"""How many runs over spoilt files a short and a long trial has, besides those over odd places."""

MOST_MEMORY = 1_500_000_000
"""Bytes of address space that a process may ask for."""

MOST_SECONDS = 120
"""After so long a process counts as hanging, on a slow machine as well."""

TOO_LARGE = 3_000_000_000

COMMANDS: tuple[Callable[[str], list[str]], ...] = (
    lambda path: ["check", path],
    lambda path: ["check", "--json", path],
    lambda path: ["solve", path],
    lambda path: ["solve", "--case", path],
    lambda path: ["list", "assumptions", "--case", path],
    lambda path: ["compare", path, "october-2025"],
    lambda path: ["history", "--case", path],
    lambda path: ["others", path],
)


def run(*, seed: int, long: bool) -> list[str]:
    """Give files that nobody should have made to the commands that read files.

    Parameters
    ----------
    seed
        The same seed spoils the same files in the same way.
    long
        Whether to make as many runs as in a thorough search, each in a process of its own.

    Raises
    ------
    AssertionError
        At the first run that ends otherwise than well or with a complaint.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        odd = _over_odd_places(folder, long=long)
        spoilt = _over_spoilt_files(folder, seed, LONG if long else SHORT, long=long)
    return [odd, spoilt]


def _over_odd_places(folder: Path, *, long: bool) -> str:
    paths = dict(odd_places(folder))
    # All of them in one process: what would hang or fill the memory at one of them ends it.
    outcome = _in_process_of_its_own(["check", *map(str, paths.values())])
    assert outcome.code == 2, outcome
    for path in paths.values():
        assert f"{path}: 1 problem" in outcome.output, path
    runs = 1
    for path in paths.values() if long else ():
        for command in COMMANDS:
            assert _in_process_of_its_own(command(str(path))).code == 2, path
            runs += 1
    return f"{len(paths)} odd places in {runs:,} runs: each refused ({', '.join(paths)})"


def odd_places(folder: Path) -> Iterator[tuple[str, Path]]:
    """Make what stands in place of a file but is none, or none of ours.

    Yields
    ------
    tuple
        What it is, and its path.
    """
    for name in ("zero", "null", "full", "random", "tty"):
        if Path("/dev", name).exists():
            yield f"/dev/{name}", Path("/dev", name)
    yield "folder", folder
    ring = folder / "ring.dealzone"
    ring.symlink_to(ring)
    yield "ring of links", ring
    nowhere = folder / "nowhere.dealzone"
    nowhere.symlink_to(folder / "gone")
    yield "link to nothing", nowhere
    to_device = folder / "device.dealzone"
    to_device.symlink_to("/dev/zero")
    yield "link to a device", to_device
    pipe = folder / "pipe.dealzone"
    os.mkfifo(pipe)
    yield "pipe", pipe
    with socket.socket(socket.AF_UNIX) as listener, suppress(OSError):
        listener.bind(str(folder / "socket.dealzone"))
        yield "socket", folder / "socket.dealzone"
    large = folder / "large.dealzone"
    with large.open("wb") as stream:
        stream.truncate(TOO_LARGE)
    yield "three gigabytes", large
    yield "too long a name", folder / ("x" * 300)
    yield "file as a folder", large / "inside.dealzone"
    empty = folder / "empty.dealzone"
    empty.touch()
    yield "empty file", empty


def _over_spoilt_files(folder: Path, seed: int, count: int, *, long: bool) -> str:
    codes: Counter[int] = Counter()
    for number in range(count):
        rng = random.Random(f"{seed} file {number}")
        kind = rng.choice(("case", "document"))
        path = folder / f"spoilt-{number}.dealzone"
        path.write_bytes(hostile_bytes(rng, sound_texts()[kind]))
        argv = rng.choice(COMMANDS)(str(path))
        try:
            outcome = _in_process_of_its_own(argv) if long else outcome_of(argv)
        except AssertionError as error:
            raise AssertionError(f"seed {seed}, run {number} ({kind}): {error}") from error
        codes[outcome.code] += 1
        path.unlink()
    told = ", ".join(f"{many:,} ended with {code}" for code, many in sorted(codes.items()))
    return f"{count:,} runs over spoilt files: {told}"


def _in_process_of_its_own(argv: list[str]) -> Outcome:
    try:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-m", "explorer", *argv],
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            stdin=subprocess.DEVNULL,
            timeout=MOST_SECONDS,
            preexec_fn=_bound_memory,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise AssertionError(f"{argv!r} hangs") from error
    outcome = Outcome(done.returncode, done.stdout, done.stderr)
    demand_law(argv, outcome)
    return outcome


def _bound_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
