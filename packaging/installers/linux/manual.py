"""The manual page, made from what the program says under ``--help``."""

import gzip
import re
from collections.abc import Mapping

from installers import product

_HEADING = re.compile(r"^(?P<words>[a-z][a-z ]*)(?: \([^)]*\))?:(?P<rest>.*)$")
_IN_SHORT = {"commands": "commands in short"}


def manual_page(helps: Mapping[str, str], date: str) -> str:
    """Return the manual page in the language of ``man``.

    Parameters
    ----------
    helps
        What each command says of itself, by the words that are typed; the first stands for the
        program as a whole.
    date
        The date in the page's foot, such as ``2026-11-01``.

    Raises
    ------
    ValueError
        If a help has no usage, or there is none.
    """
    (whole, first), *others = helps.items()
    lines = [
        f'.TH {product.COMMAND.upper()} 1 "{date}" "{product.NAME} {product.version()}" "Commands"',
        ".SH NAME",
        f"{product.COMMAND} \\- {escaped(product.SUMMARY)}",
        ".SH SYNOPSIS",
        *_verbatim(_usage(whole, first)),
        *_sections(first, ".SH"),
        ".SH COMMANDS",
    ]
    for words, said in others:
        lines += [f'.SS "{words}"', *_verbatim(_usage(words, said)), *_sections(said, ".PP")]
    lines += [".SH FILES", *_files(), ".SH LICENCE", "MIT; see the package's copyright file."]
    return "\n".join(lines) + "\n"


def command_names(said: str) -> tuple[str, ...]:
    """Return the commands that the program's own help lists.

    Raises
    ------
    ValueError
        If it lists none.
    """
    part = re.search(r"^commands \(.*\n((?:(?:  .*|(?!options:)[a-z ]+:|)\n)+)", said, re.MULTILINE)
    found = re.findall(r"^  ([a-z][a-z-]*)", part[1], re.MULTILINE) if part else []
    if not found:
        raise ValueError("The help lists no commands.")
    return tuple(found)


def packed(text: str) -> bytes:
    """Return a text as gzip packs it, the same each time: without name and time."""
    return gzip.compress(text.encode("utf-8"), 9, mtime=0)


def escaped(line: str) -> str:
    """Return a line so that ``man`` shows it as it is."""
    plain = line.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain


def _usage(words: str, said: str) -> str:
    start, _, _ = said.partition("\n\n")
    if not start.startswith("usage: "):
        raise ValueError(f"{words} --help tells no usage.")
    return start.removeprefix("usage: ")


def _sections(said: str, heading: str) -> list[str]:
    """Return all after the usage: its headings as headings, the rest as it stands."""
    _, _, rest = said.partition("\n\n")
    if heading == ".SH":
        rest = f"description:\n{rest}"
    lines: list[str] = []
    for part in re.split(r"\n(?=[a-z][a-z ]*(?: \([^)]*\))?:)", rest):
        first, _, body = part.partition("\n")
        found = _HEADING.match(first)
        if found is None or heading != ".SH":
            lines += _verbatim(part)
            continue
        words = _IN_SHORT.get(found["words"], found["words"])
        lines.append(f'.SH "{words.upper()}"')
        lines += _verbatim(f"{found['rest'].strip()}\n{body}")
    return lines


def _verbatim(text: str) -> list[str]:
    return [".PP", ".nf", *(escaped(line) for line in text.strip("\n").splitlines()), ".fi"]


def _files() -> list[str]:
    folder = f"~/.config/{product.COMMAND}"
    return _verbatim(f"{folder}/settings.json    what the window remembers")
