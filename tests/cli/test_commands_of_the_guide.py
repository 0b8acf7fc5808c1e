"""Commands that the guide tells its reader to type are taken as they stand."""

import re
import shlex

import pytest

from explorer.cli import case_parsers, study_parsers
from explorer.cli.commands import WAYS
from explorer.files.case_file import bundled_case, bundled_case_ids
from explorer.files.handbook import handbook
from explorer.files.page_commands import TAKES_CASE
from tests.cli.conftest import Dealzone

QUICK = ("solve", "others", "compare", "outlook", "list", "split", "handbook")
"""Commands that answer in a second or two and write no file."""

LEFT_OPEN = re.compile(r"[\[|]|\b(ID|VALUE|FILE|FOLDER|YEAR|PAGE|WORDS)\b| -o ")
"""What marks a command in which something is left to the reader, or that draws."""


def commands() -> list[str]:
    """Return the commands of all pages for the bundled cases, each once."""
    found: dict[str, None] = {}
    pages = [page for id_ in bundled_case_ids() for page in handbook(bundled_case(id_))]
    for page in pages:
        for pattern in (r"^ {4}dealzone (\S.*?)(?: {2,}.*)?$", r"`dealzone (\S[^`]*)`"):
            found.update(dict.fromkeys(re.findall(pattern, page.markdown, re.MULTILINE)))
    return [
        text for text in found if text.split()[0] in QUICK and not LEFT_OPEN.search(f" {text} ")
    ]


COMMANDS = commands()


def test_the_guide_has_commands_to_try() -> None:
    assert len(COMMANDS) > 30


def test_the_guide_names_the_case_in_every_command_that_takes_one(dealzone: Dealzone) -> None:
    actions = {
        "case": case_parsers.ACTIONS,
        "study": study_parsers.ACTIONS,
        "table": ("read", "write"),
    }
    words = [(name,) for name in WAYS]
    words += [(name, each) for name, known in actions.items() for each in known]
    takes_case = {
        " ".join(each) for each in words if "--case CASE" in dealzone(*each, "--help").out
    }
    assert takes_case == set(TAKES_CASE)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_guide_is_taken(dealzone: Dealzone, command: str) -> None:
    ran = dealzone(*shlex.split(command))
    assert ran.code == 0, ran.err
    assert ran.out
