"""The manual page is made from the program's own help, and from nothing else."""

import gzip
import re

import pytest

from installers import product
from installers.linux.manual import command_names, escaped, manual_page, packed

WHOLE = """usage: dealzone [FILE]
       dealzone COMMAND

What it does.

commands (each explains itself):

questions of a scenario:
  solve [SCENARIO]   compute
                     much

files and cases:
  self-test          exercise

options:
  -h, --help  show this help

examples:
  dealzone
"""
SOLVE = """usage: dealzone solve [--json]

Compute.

options:
  --json  print JSON
"""


def test_the_commands_are_read_from_the_help() -> None:
    assert command_names(WHOLE) == ("solve", "self-test")


def test_a_help_without_commands_is_refused() -> None:
    with pytest.raises(ValueError, match="lists no commands"):
        command_names(SOLVE)


def test_the_page_says_all_that_the_helps_say() -> None:
    page = manual_page({"dealzone": WHOLE, "dealzone solve": SOLVE}, "2026-11-01")
    assert page.startswith(f'.TH DEALZONE 1 "2026-11-01" "{product.NAME} {product.version()}"')
    plain = page.replace("\\-", "-")
    for line in (WHOLE + SOLVE).splitlines():
        kept = re.sub(r"^(usage: |commands .*|[a-z ]+:$)", "", line)
        assert kept in plain
    headings = re.findall(r'^\.S[HS] "?([^"\n]+)', page, re.MULTILINE)
    assert headings == [
        "NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS IN SHORT", "QUESTIONS OF A SCENARIO",
        "FILES AND CASES", "OPTIONS", "EXAMPLES",
        "COMMANDS", "dealzone solve", "FILES", "LICENCE",
    ]  # fmt: skip


def test_a_help_without_usage_is_refused() -> None:
    with pytest.raises(ValueError, match="solve --help tells no usage"):
        manual_page({"dealzone": WHOLE, "dealzone solve": "Compute."}, "2026-11-01")


def test_lines_that_would_be_orders_are_shown_as_they_are() -> None:
    assert escaped(".SH") == "\\&.SH"
    assert escaped("'x") == "\\&'x"
    assert escaped("a\\b--c") == "a\\eb\\-\\-c"


def test_packing_tells_neither_time_nor_name() -> None:
    content = packed("text")
    assert gzip.decompress(content) == b"text"
    assert content[4:8] == b"\0\0\0\0"
    assert content[3] == 0
