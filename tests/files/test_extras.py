"""Optional packages are asked for in one sentence."""

import json
import sys

import pytest

from explorer.files.extras import extra_module
from explorer.model.errors import MissingExtraError


def test_a_module_that_is_there_is_returned() -> None:
    assert extra_module("json", "tables", "This") is json


def test_a_module_that_is_missing_is_told_with_the_way_to_get_it() -> None:
    with pytest.raises(MissingExtraError) as raised:
        extra_module("no_such_module", "tables", "A workbook")
    assert str(raised.value) == (
        "A workbook needs no_such_module, which is not installed. Install it with: "
        'pip install "deal-zone-explorer[tables]"'
    )


def test_an_installed_program_names_another_format(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(MissingExtraError, match="another format"):
        extra_module("no_such_module", "parquet", "A file of results")
