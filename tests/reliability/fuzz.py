"""The fuzz trial: spoilt content for every reader, drawn argument lists for the command line."""

import random
import tempfile
import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from explorer.cli.main import COMMANDS as KNOWN
from explorer.files.case_file import read_case
from explorer.files.document import document_kind, read_document
from explorer.files.record_file import read_record
from explorer.files.recovery import recoverable_sessions
from explorer.files.settings import read_settings
from explorer.model.errors import FileError
from tests.reliability.hostile import SCALARS, hostile_bytes, outcome_of, sound_texts

SHORT, LONG = (150, 60), (66_000, 17_000)
"""How many inputs and command lines a short and a long trial has."""

LONGEST_MESSAGE = 5_000


def run(*, seed: int, long: bool) -> list[str]:
    """Give readers and the command line what nobody should have written.

    Parameters
    ----------
    seed
        The same seed draws the same inputs.
    long
        Whether to draw as many as in a thorough search.

    Raises
    ------
    AssertionError
        At the first input that raises anything but a message; it names seed and number.
    """
    inputs, lines = LONG if long else SHORT
    with tempfile.TemporaryDirectory() as folder:
        read = _fuzz_readers(seed, inputs, Path(folder))
        typed = _fuzz_command_lines(seed, lines, Path(folder))
    return [read, typed]


def _fuzz_readers(seed: int, count: int, folder: Path) -> str:
    outcomes: Counter[str] = Counter()
    for number in range(count):
        rng = random.Random(f"{seed} reader {number}")
        kind = rng.choice(tuple(READERS))
        content = hostile_bytes(rng, sound_texts()[kind])
        path = folder / f"0.{kind}"
        path.write_bytes(content)
        place = f"seed {seed}, input {number} ({kind})"
        outcomes[_outcome(READERS[kind], path, place)] += 1
        for left in folder.iterdir():
            left.unlink()
    told = ", ".join(f"{many:,} {word}" for word, many in sorted(outcomes.items()))
    return f"{count:,} inputs to the readers: {told}"


def _outcome(read: Callable[[Path], str], path: Path, place: str) -> str:
    message = ""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return read(path)
    except FileError as error:
        message = str(error)
    except Exception as error:
        raise AssertionError(f"{place}: {type(error).__name__}: {str(error)[:1000]}") from error
    assert 0 < len(message) <= LONGEST_MESSAGE, place
    return "refused"


def _read_case(path: Path) -> str:
    read_case(path)
    return "sound"


def _read_document(path: Path) -> str:
    document_kind(path)
    return "told" if read_document(path).problems else "sound"


def _read_settings(path: Path) -> str:
    return "told" if read_settings(path)[1] else "sound"


def _read_record(path: Path) -> str:
    read_record(path)
    return "sound"


def _read_session(path: Path) -> str:
    found, notes = recoverable_sessions(path.parent)
    assert found or notes
    return "told" if notes or found[0].opened.problems else "sound"


READERS: dict[str, Callable[[Path], str]] = {
    "case": _read_case,
    "document": _read_document,
    "settings": _read_settings,
    "record": _read_record,
    "session": _read_session,
}

COMMANDS = (*(each for each in KNOWN if each != "self-test"), "", "sollve")
"""Every command but the self-test, which takes long and reads nothing; none, and one misspelt."""

OPTIONS = (
    "--set",
    "--assume",
    "--case",
    "--json",
    "--view",
    "--choose",
    "-o",
    "--size",
    "--theme",
    "--text-scale",
    "--row",
    "--measure",
    "--package",
    "--year",
    "--lines",
    "--find",
    "--openings",
    "--seed",
    "--lens",
    "--help",
    "--version",
    "--data-folder",
    "--trace-drag",
    "--",
    "-",
    "--no-such-option",
)
WORDS = (
    "october-2025",
    "hanoi-2019",
    "history-2019",
    "history-0",
    f"history-{'9' * 5000}",
    "history-\N{SUPERSCRIPT TWO}",
    "presets",
    "controls",
    "assumptions",
    "us_will=50",
    "us_will=1e308",
    "us_will=nan",
    "us_will=",
    "un_consent=on",
    "dprk_min_status=none",
    "target_stakes.waiting.base=2",
    "target_stakes.waiting.base=1e308",
    "issues.srbm.benefit.growth.fixed_share=1e308",
    "issues.icbm.cost.base=0,1,2,3,1e150",
    "issues.icbm.cost.base=0,0,0,0,0",
    "=",
    "test-pause",
    "packages",
    "board",
    "map",
    "1600x900",
    "0x0",
    f"{'9' * 5000}x1",
    "/dev/zero",
    "/dev/null",
    ".",
    "no/such/file.dealzone",
    "x" * 5000,
    "A",
    "100%",
    "nan",
    "-1",
    "9" * 5000,
    *(str(value) for value in SCALARS if not isinstance(value, str) or len(value) < 100),
)


def _fuzz_command_lines(seed: int, count: int, folder: Path) -> str:
    codes: Counter[int] = Counter()
    for number in range(count):
        rng = random.Random(f"{seed} command line {number}")
        argv = _command_line(rng, folder)
        try:
            codes[outcome_of(argv).code] += 1
        except AssertionError as error:
            raise AssertionError(f"seed {seed}, command line {number}: {error}") from error
    told = ", ".join(f"{many:,} ended with {code}" for code, many in sorted(codes.items()))
    return f"{count:,} command lines: {told}"


def _command_line(rng: random.Random, folder: Path) -> list[str]:
    command = rng.choice(COMMANDS)
    argv = [command] if command else []
    for _ in range(rng.randint(0, 5)):
        argv.append(rng.choice(rng.choice((OPTIONS, WORDS))))
        if argv[-1] in ("-o", "--data-folder"):
            argv.append(str(folder / "made.png"))
    # As many sets as usual would take most of the time of the trial.
    is_long = command in ("sure", "bold")
    return [*argv, "--sets", rng.choice(("1", "3", "0", "x"))] if is_long else argv
