"""Hostile content for readers, drawn by a seed, and the law that every command line keeps."""

import contextlib
import io
import json
import random
import warnings
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from typing import Any, NoReturn, cast

from explorer.cli.main import BAD_INPUT, DONE, run
from explorer.files.case_file import bundled_case
from explorer.files.document_text import Document, document_content, document_text
from explorer.files.resources import resource
from explorer.files.settings import Settings
from explorer.model.assumption import Estimate, with_estimates
from explorer.model.pin import Pin
from explorer.model.scenario import preset_scenario

LONGEST_MESSAGE = 20_000
"""How many letters the complaints about one command line have at most."""

END_HERE = 0.15
"""How often a whole branch of a file is spoilt rather than something in it."""

SCALARS: tuple[object, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1,
    2**31,
    -(2**63),
    10**90,
    1e308,
    -1e308,
    1e150,
    1e-320,
    -0.0,
    "",
    "\0",
    "\x1b[2J",
    "\ud800",
    "\N{RIGHT-TO-LEFT OVERRIDE}",
    "=HYPERLINK(1)",
    "x" * 5000,
    "icbm",
    "../../etc/passwd",
)

MANY: list[object] = [None] * 2000
NOTHING: list[object] = []
CONTAINERS: tuple[object, ...] = (NOTHING, {}, [NOTHING], {"a": NOTHING}, MANY)

RAW = (
    "NaN",
    "-Infinity",
    "1e999",
    "9" * 5000,
    "0x10",
    "01",
    "[" * 100_000,
    '{"a":' * 50_000,
    '"' + "x" * 1_000_000 + '"',
    "[" + "0," * 200_000 + "0]",
    '{"a": 1, "a": 2}',
    "True",
    "'a'",
    "/* */ 1",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command line ended, and what it said."""

    code: int
    output: str
    complaint: str


def outcome_of(argv: Sequence[str]) -> Outcome:
    """Carry out a command line in this process and demand the law of all of them.

    It ends well or with a complaint about what was given; there is no traceback, no fault and no
    warning. Neither windows nor pictures are made.

    Raises
    ------
    AssertionError
        If it breaks the law; the message names the command line.
    """
    output, complaint = io.StringIO(), io.StringIO()
    with (
        contextlib.redirect_stdout(output),
        contextlib.redirect_stderr(complaint),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("error")
        code = run(list(argv), open_window=_opened, draw=_drawn, end=_never)
    outcome = Outcome(code, output.getvalue(), complaint.getvalue())
    demand_law(argv, outcome)
    return outcome


def demand_law(argv: Sequence[str], outcome: Outcome) -> None:
    """Demand what holds for every command line.

    Raises
    ------
    AssertionError
        If it does not hold.
    """
    said = f"{[each[:200] for each in argv]!r}: {outcome.code} {outcome.complaint[-2000:]}"
    assert outcome.code in (DONE, BAD_INPUT), said
    assert "Traceback" not in outcome.complaint, said
    assert "Warning" not in outcome.complaint, said
    assert outcome.code == DONE or outcome.complaint.strip(), said
    assert len(outcome.complaint) <= LONGEST_MESSAGE, said


def _opened(_options: object) -> int:
    return DONE


def _drawn(_options: object) -> None:
    return


def _never(code: int) -> NoReturn:
    raise AssertionError(f"the process was ended with {code}")


@cache
def sound_texts() -> dict[str, str]:
    """Return a sound text of every kind that the program reads, by its kind."""
    case = bundled_case()
    varied = with_estimates(case, {"target_stakes.waiting.base": Estimate((2,), 1, 3)})
    scenario = preset_scenario(varied, varied.default_preset)
    pins = (Pin("B", scenario.with_case(case), "kept"),)
    document = Document(scenario, scenario, scenario.with_case(case), pins=pins)
    session = {
        "format": "dealzone-session",
        "origin": None,
        "saved_at": "2026-01-02T03:04:05+00:00",
        "document": document_content(document),
    }
    settings = Settings(
        theme="dark", recent_files=("/a.dealzone",), splitter_sizes={"main": (3, 7)}
    )
    return {
        "case": resource("cases", "korea.json").read_text(encoding="utf-8"),
        "document": document_text(document),
        "session": json.dumps(session),
        "settings": settings.model_dump_json(),
        "record": resource("history", "korea.json").read_text(encoding="utf-8"),
    }


def hostile_bytes(rng: random.Random, text: str) -> bytes:
    """Return a text spoilt in one of the ways that files are spoilt."""
    return rng.choice(SPOILERS)(rng, text)


def _cut(rng: random.Random, text: str) -> bytes:
    content = text.encode()
    return content[: rng.randrange(len(content))]


def _flipped(rng: random.Random, text: str) -> bytes:
    content = bytearray(text.encode())
    for _ in range(rng.randint(1, 8)):
        content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
    return bytes(content)


def _inserted(rng: random.Random, text: str) -> bytes:
    content, place = text.encode(), rng.randrange(len(text))
    more = rng.choice(
        (b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"\\ud800", b"{", b"]", b'"', b"\n" * 99)
    )
    return content[:place] + more * rng.randint(1, 3) + content[place:]


def _encoded(rng: random.Random, text: str) -> bytes:
    name = rng.choice(("utf-16", "utf-32", "utf-8-sig", "utf-7", "cp037", "latin-1"))
    return text.encode(name, "replace")


def _another_type(rng: random.Random, text: str) -> bytes:
    """Put a wrong value at one or a few places."""
    value: Any = json.loads(text)
    for _ in range(rng.choice((1, 1, 1, 3))):
        holder, key = _place(rng, value)
        holder[key] = deepcopy(rng.choice((*SCALARS, *CONTAINERS)))
    return json.dumps(value).encode()


def _raw(rng: random.Random, text: str) -> bytes:
    """Put a text that is no value, or one too large, at a place."""
    value: Any = json.loads(text)
    holder, key = _place(rng, value)
    holder[key] = "@@@"
    return json.dumps(value).replace('"@@@"', rng.choice(RAW)).encode()


def _members(rng: random.Random, text: str) -> bytes:
    """Take a member away, add one, or double an entry many times."""
    value: Any = json.loads(text)
    holder, key = _place(rng, value)
    act = rng.randrange(3)
    if act == 0:
        del holder[key]
    elif isinstance(holder, list):
        items = cast("list[Any]", holder)
        items.extend([items[key]] * rng.choice((1, 60, 3000)))
    else:
        holder[rng.choice(("x", "\x1b[1m", "id", "y" * 300))] = holder[key]
    return json.dumps(value).encode()


def _twice(rng: random.Random, text: str) -> bytes:
    key = rng.choice([name for name in ("format", "id", "name", "theme", "case") if name in text])
    return text.replace("{", f'{{"{key}": 1, "{key}": 2, ', 1).encode()


def _place(rng: random.Random, value: Any) -> tuple[Any, Any]:
    """Return a container below a value, and one of its keys or places."""
    here = value
    while True:
        is_object = isinstance(here, dict)
        keys: list[Any] = list(cast("dict[str, Any]", here) if is_object else range(len(here)))
        key = rng.choice(keys)
        inner = here[key]
        if not isinstance(inner, dict | list) or not inner or rng.random() < END_HERE:
            return here, key
        here = cast("Any", inner)


SPOILERS: tuple[Callable[[random.Random, str], bytes], ...] = (
    _cut,
    _flipped,
    _inserted,
    _encoded,
    _another_type,
    _another_type,
    _another_type,
    _raw,
    _members,
    _twice,
)
