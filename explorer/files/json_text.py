"""Reading of JSON that anybody may have written: small, exact, and with a place in each error."""

import json
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, TypeVar, cast

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from explorer.files.reading import read_content
from explorer.model.errors import FileError
from explorer.model.wording import tr, tr_n

LARGEST_FILE = 5 * 1024 * 1024
"""How many bytes a file may have: ten times a large document; read, it takes 40 times more."""

MOST_VALUES = 100_000
"""How many values a file may hold: a validator may copy all of them for each problem it finds."""

LONGEST_NUMBER = 100
"""How many characters a number may have; longer ones are no numbers of a case."""

MOST_PROBLEMS = 10
"""How many problems one message lists."""

LONGEST_EXCERPT = 60
"""How many characters of foreign text a message repeats."""

LONGEST_LINE = 400
"""How many characters one problem has."""

M = TypeVar("M", bound=BaseModel)

_STRING = r'"[^"\\]*(?:\\.[^"\\]*)*"'
_BARE_OR_STRING = re.compile(_STRING + r'|[^\s,:\[\]{}"]+', re.DOTALL)
_KEY_OR_BRACE = re.compile(rf"({_STRING})\s*:|{_STRING}|[{{}}]", re.DOTALL)


class _RefusedNumberError(ValueError):
    """A number that JSON or this program does not know; its text is the number as written."""


class _RepeatedKeyError(ValueError):
    """A name that stands twice in one object."""


def read_json(path: Path) -> object:
    """Return the value that a JSON file holds.

    ``path``: A file of at most ``LARGEST_FILE`` bytes, in UTF-8 with or without a byte order mark.
    Raises :class:`FileError` if the file cannot be read, is too large, is not UTF-8, or is refused
    by :func:`parse_json`.
    """
    return parse_json(_text(path, read_content(path, LARGEST_FILE)), str(path))


def parse_json(text: str, name: str) -> object:
    """Return the value that a JSON text holds.

    Parameters
    ----------
    text
        The JSON. Names may not repeat within an object; NaN, infinities and numbers of more
        than ``LONGEST_NUMBER`` characters are refused, and so are more than ``MOST_VALUES`` values.
    name
        What to call the text in a message, usually its path.

    Raises
    ------
    FileError
        If the text is no such JSON; the message names the line and column.
    """
    value = _parsed(text, name)
    if _count(value) > MOST_VALUES:
        message = tr(
            "{name} holds more than {most:,} values. This is not a file of this program.",
            name=name,
            most=MOST_VALUES,
        )
        raise FileError(message)
    return value


def _parsed(text: str, name: str) -> object:
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_refuse,
            parse_float=_float,
            parse_int=_int,
        )
    except json.JSONDecodeError as error:
        raise FileError(_syntax_message(text, name, error)) from error
    except _RefusedNumberError as error:
        number = str(error)
        message = tr(
            "{place}: {number} is not a number that can be used here. Replace it.",
            place=_place(text, name, _position_of_number(text, number)),
            number=_excerpt(number),
        )
        raise FileError(message) from error
    except _RepeatedKeyError as error:
        message = tr(
            '{place}: the name "{key}" stands twice in one object. Remove one of the two.',
            place=_place(text, name, _position_of_repeated_key(text)),
            key=_excerpt(str(error)),
        )
        raise FileError(message) from error
    except RecursionError as error:
        message = tr(
            "{name}: brackets are nested too deeply. This is not a file of this program.",
            name=name,
        )
        raise FileError(message) from error


def as_object(value: object) -> dict[str, object]:
    """Return a JSON value if it is an object, else an empty one."""
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def validated(model: type[M], value: object, *, mends_text: bool = False) -> M:
    """Return the record that a JSON value holds, strict about types.

    Parameters
    ----------
    model
        What the value has to fit.
    value
        What :func:`parse_json` returned, or a part of it.
    mends_text
        Whether single surrogates, which no text in UTF-8 can hold, become question marks instead
        of being refused.

    Raises
    ------
    pydantic.ValidationError
        If the value does not fit the model.
    RecursionError
        If it is nested too deeply.
    """
    # Only pydantic's JSON mode is strict about types and yet takes lists for tuples. As escapes it
    # refuses single surrogates.
    text = json.dumps(value, ensure_ascii=not mends_text).encode("utf-8", "replace")
    return model.model_validate_json(text, strict=True)


def explain(error: ValidationError, name: str, data: object = None) -> str:
    """Return what is wrong with a file's content, in at most ``MOST_PROBLEMS`` lines and a head.

    Parameters
    ----------
    name
        What to call the file in the first line, usually its path.
    data
        The value that was validated; with it, places contain only what stands in the file.
    """
    lines = problem_lines(error, data)
    head = tr_n(
        "{name}: {n} problem. Correct it and try again.",
        "{name}: {n} problems. Correct them and try again.",
        len(lines),
        name=name,
    )
    return "\n".join((head, *cut_short(lines)))


def cut_short(lines: Sequence[str], most: int = MOST_PROBLEMS) -> tuple[str, ...]:
    """Return the first lines of a list, and how many more there are.

    ``lines``: One for each problem. ``most``: How many of them stay.
    """
    more = len(lines) - most
    shown = tuple(lines[:most])
    return (*shown, tr("... and {n} more", n=more)) if more > 0 else shown


def problem_lines(error: ValidationError, data: object = None) -> tuple[str, ...]:
    """Return one line for each problem, such as ``issues[3].levels[2].words: is missing``.

    ``data``: The value that was validated; with it, places contain only what stands in the file and
    each place is named once.
    """
    lines: list[str] = []
    for problem in placed_problems(error, data):
        place = spelt_place(problem.place)
        head = f"{place}: " if place else ""
        lines += [_line(head + line) for line in problem.message.splitlines()]
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class PlacedProblem:
    """What is wrong at one place: the names and numbers that lead there, and words in lines."""

    place: tuple[str | int, ...]
    message: str


def placed_problems(error: ValidationError, data: object = None) -> Iterator[PlacedProblem]:
    """Yield each problem with its place; see :func:`problem_lines`."""
    named: set[tuple[str | int, ...]] = set()
    # Each problem would else bring a copy of its own of all that was validated.
    for detail in error.errors(include_url=False, include_input=False):
        parts, found = _file_place(detail, data)
        place = tuple(parts)
        if place and place in named:
            continue
        named.add(place)
        yield PlacedProblem(place, _plain_message(detail, found))


def _text(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", errors="replace")
        message = tr(
            "{place}: this is not text in UTF-8. Save the file in that encoding.",
            place=_place(before, str(path), len(before)),
        )
        raise FileError(message) from error


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _RepeatedKeyError(key)
        found[key] = value
    return found


def _count(value: object) -> int:
    """Return how many values there are in a value, itself included; some more than the limit."""
    count, left = 0, [value]
    while left and count <= MOST_VALUES:
        here = left.pop()
        count += 1
        if isinstance(here, dict):
            left.extend(cast("dict[str, object]", here).values())
        elif isinstance(here, list):
            left.extend(cast("list[object]", here))
    return count


def _refuse(number: str) -> NoReturn:
    raise _RefusedNumberError(number)


def _int(number: str) -> int:
    return int(number) if len(number) <= LONGEST_NUMBER else _refuse(number)


def _float(number: str) -> float:
    value = float(number) if len(number) <= LONGEST_NUMBER else math.inf
    return value if math.isfinite(value) else _refuse(number)


def _syntax_message(text: str, name: str, error: json.JSONDecodeError) -> str:
    ends = len(text.rstrip())
    if error.pos >= ends or error.msg.startswith("Unterminated string"):
        return tr(
            "{place}: the file ends too early or a quotation mark is missing. "
            "Use a complete copy of it.",
            place=_place(text, name, error.pos),
        )
    return tr(
        "{place}: this is not valid JSON ({reason}). Correct this place.",
        place=_place(text, name, error.pos),
        reason=error.msg,
    )


def _position_of_number(text: str, number: str) -> int:
    tokens = _BARE_OR_STRING.finditer(text)
    return next((token.start() for token in tokens if token.group() == number), 0)


def _position_of_repeated_key(text: str) -> int:
    tokens = _KEY_OR_BRACE.finditer(text)
    open_objects: list[set[str]] = []
    # The walk ends: this is asked only of a text in which some name stands twice.
    while True:
        token = next(tokens)
        if token.group() == "{":
            open_objects.append(set())
        elif token.group() == "}":
            open_objects.pop()
        elif token.group(1) is not None:
            key = str(json.loads(token.group(1)))
            if key in open_objects[-1]:
                return token.start()
            open_objects[-1].add(key)


def _place(text: str, name: str, position: int) -> str:
    line = text.count("\n", 0, position) + 1
    column = position - text.rfind("\n", 0, position)
    return tr("{name}, line {line}, column {column}", name=name, line=line, column=column)


def _line(text: str) -> str:
    """Return a problem on one line of bearable length; it may repeat texts of the file."""
    return text if len(text) <= LONGEST_LINE else text[: LONGEST_LINE - 3] + "..."


def _file_place(detail: ErrorDetails, data: object) -> tuple[list[str | int], object]:
    """Return a problem's place and what stands there.

    The place is without what pydantic adds to it, such as the kind of a union.
    """
    parts = detail["loc"]
    place: list[str | int] = []
    here = data
    for number, part in enumerate(parts):
        is_missing = detail["type"] == "missing" and number == len(parts) - 1
        if data is None or is_missing:
            place.append(part)
        elif isinstance(here, dict) and part in here:
            place.append(part)
            here = cast("dict[str | int, object]", here).get(part)
        elif isinstance(here, list) and isinstance(part, int):
            place.append(part)
            here = cast("list[object]", here)[part]
    return place, cast("object", here)


def spelt_place(parts: Iterable[str | int]) -> str:
    """Return the names and numbers that lead to a place as one text, as in ``issues[3].name``."""
    place = ""
    for part in parts:
        if isinstance(part, int):
            place += f"[{part}]"
        else:
            place += ("." if place else "") + _excerpt(part)
    return place


def _plain_message(detail: ErrorDetails, found: object) -> str:
    kind = detail["type"]
    if kind == "missing":
        return tr("is missing")
    if kind == "extra_forbidden":
        return tr("is not known here; remove it or check its spelling")
    if kind == "json_invalid":
        return tr("brackets are nested too deeply, or a letter is incomplete")
    if kind == "too_long":
        message = tr("has more than {most} entries", most=detail.get("ctx", {}).get("max_length"))
    else:
        message = detail["msg"].removeprefix("Value error, ")
    if kind != "value_error" and isinstance(found, str | int | float):
        written = _excerpt(json.dumps(found, ensure_ascii=False))
        return tr("{problem} (found {written})", problem=message, written=written)
    return message


def _excerpt(text: str) -> str:
    """Return foreign text cut short, with nothing in it that could upset a terminal."""
    short = text if len(text) <= LONGEST_EXCERPT else text[: LONGEST_EXCERPT - 3] + "..."
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode()
        for letter in short
    )
