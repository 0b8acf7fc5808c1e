"""Laws of ``dealzone case import`` and of Genius folders as ``--case``."""

import json
from pathlib import Path

import pytest

from explorer.files.shelf import Shelf, shelf, stock
from tests.cli.conftest import Dealzone
from tests.files.genius.domains import small_domain


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return small_domain((None, 0.3)).write(tmp_path / "shop")


def test_a_folder_becomes_a_case_and_what_was_assumed_is_listed(
    dealzone: Dealzone, tmp_path: Path, shop: Path
) -> None:
    path = tmp_path / "case.json"
    ran = dealzone("case", "import", shop, "-o", path)
    assert (ran.code, ran.err) == (0, "")
    assert f"{path}: written" in ran.out
    assert "buyer: no reservation value is given" in ran.out
    assert dealzone("check", path).code == 0
    assert dealzone("solve", "--case", path).code == 0
    again = dealzone("case", "import", shop, "-o", path)
    assert again.code == 0


def test_json_tells_the_same(dealzone: Dealzone, tmp_path: Path, shop: Path) -> None:
    ran = dealzone("case", "import", shop, "-o", tmp_path / "case.json", "--json")
    record = json.loads(ran.out)
    assert record["packages"] == 6
    assert record["parties"] == ["buyer", "seller"]
    assert any("no reservation value" in line for line in record["assumed"])


def test_a_folder_of_genius_files_is_solved_at_once(dealzone: Dealzone, shop: Path) -> None:
    ran = dealzone("solve", "--case", shop, "--json")
    assert ran.code == 0
    assert json.loads(ran.out)["case"] == "genius-shop"
    assert ran.err.count("buyer: no reservation value is given") == 1


@pytest.mark.parametrize("words", [(), ("sell",)])
def test_an_action_is_needed_that_there_is(dealzone: Dealzone, words: tuple[str, ...]) -> None:
    ran = dealzone("case", *words)
    assert (ran.code, ran.out) == (2, "")
    assert "dealzone case --help" in ran.err


def test_a_folder_without_profiles_says_what_is_needed(dealzone: Dealzone, tmp_path: Path) -> None:
    ran = dealzone("case", "import", tmp_path, "-o", tmp_path / "case.json")
    assert ran.code == 2
    assert "two profiles of one domain are needed" in ran.err
    assert not (tmp_path / "case.json").exists()


def test_without_a_file_the_case_lies_among_the_users_own(
    dealzone: Dealzone, tmp_path: Path, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explorer.cli.main.stock_shelf", lambda _where: None)
    before = shelf()
    try:
        stock(Shelf(folder=tmp_path / "cases"))
        ran = dealzone("case", "import", shop)
        assert ran.code == 0
        assert (tmp_path / "cases" / "genius-shop.json").exists()
    finally:
        stock(before)


def test_what_the_file_system_did_not_accept_is_told(
    dealzone: Dealzone, tmp_path: Path, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explorer.cli.case_import.write_case", lambda *_: "a note")
    ran = dealzone("case", "import", shop, "-o", tmp_path / "case.json")
    assert (ran.code, ran.err.strip()) == (0, "dealzone: a note")
