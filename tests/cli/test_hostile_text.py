"""What a hostile case, document or file name holds never steers the terminal."""

import os
import unicodedata
from pathlib import Path

import pytest

from explorer.cli.main import COMMANDS
from explorer.files.case_file import read_case
from explorer.files.document import write_document
from explorer.files.document_text import Document
from explorer.model.case import Case
from explorer.model.pin import Pin
from explorer.model.scenario import preset_scenario
from explorer.model.visible_text import JOINERS, one_line, visible
from explorer.self_test.report import Report
from explorer.views.options import LISTS
from tests.cli.conftest import Dealzone
from tests.files.genius.domains import small_domain
from tests.files.workbook.books import book
from tests.hostile import CONTROLS, hostile_case, hostile_words

STEERING = ("Cc", "Cf", "Cs", "Zl", "Zp")
NAME = "a\x1b]0;x\x07\n\N{RIGHT-TO-LEFT OVERRIDE}[2J\x9b"
"""The name of a file."""

QUESTIONS = (
    *(f"list {what} --case CASE" for what in LISTS),
    "solve --case CASE --openings",
    "solve DOCUMENT",
    "solve CASE",
    "compare DOCUMENT hanoi-2019 october-2025 --case CASE -o PICTURE",
    "two-cases DOCUMENT",
    "two-cases --case CASE",
    "two-cases DOCUMENT --other WORDS",
    "check CASE DOCUMENT BROKEN NOWHERE",
    "case check CASE BROKEN NOWHERE",
    "case describe CASE",
    "case diff CASE korea",
    "case diff CASE BROKEN",
    "case copy CASE mine -o PAGE",
    "case new WORDS -o PAGE",
    "case WORDS",
    "schema case",
    "schema WORDS",
    "--case NOWHERE",
    "--case BROKEN",
    "picture DOCUMENT -o PICTURE",
    "export-page DOCUMENT -o PAGE",
    "results RESULTS DOCUMENT",
    "results BROKEN",
    "debrief RESULTS DOCUMENT --no-pictures -o PAGE",
    "debrief NOWHERE -o PAGE",
    "debrief RESULTS -o WORDS",
    "sheets DOCUMENT -o PAGE --tables 2",
    "sheets -o NOWHERE/page.html",
    "sheets -o NOWHERE/x/y",
    "sheets --format WORDS -o PAGE",
    "sheets WORDS -o PAGE",
    "results NOWHERE",
    "lesson DOCUMENT",
    "lesson BROKEN",
    "lesson WORDS",
    "present NOWHERE",
    "present WORDS",
    "handout brief DOCUMENT -o PAGE",
    "handout worksheet CASE -o PAGE",
    "handout worksheet -o NOWHERE/page.html",
    "report DOCUMENT -o PAGE --sets 20",
    "report DOCUMENT --since BROKEN -o PAGE",
    "report -o WORDS",
    "verify BROKEN NOWHERE WORDS",
    "verify PAGE",
    "study describe BROKEN",
    "study discover NOWHERE",
    "study sensitivity BROKEN",
    "questions DOCUMENT -o PAGE",
    "questions -o WORDS",
    "slides DOCUMENT -o SLIDES",
    "slides NOWHERE -o SLIDES",
    "handbook --case CASE",
    "handbook limits --case CASE",
    "handbook --find img --case CASE",
    "split hanoi-2019 DOCUMENT --case CASE",
    "others DOCUMENT",
    "history --case CASE",
    "history 2019 --case CASE",
    "later --case CASE",
    "case-changes --case CASE",
    "sure DOCUMENT --sets 20",
    "bold DOCUMENT --sets 20",
    "breaking DOCUMENT --zone",
    "outlook DOCUMENT",
    "solve NOWHERE",
    "solve BROKEN",
    "list presets --case BROKEN",
    "NOWHERE",
    "BROKEN",
    "WORDS",
    "solve WORDS",
    "solve --set WORDS",
    "solve --set WORDS=1",
    "solve --assume WORDS=1",
    "solve --WORDS",
    "list WORDS",
    "picture -o WORDS",
    "picture -o NOWHERE/picture.png",
    "export-page -o NOWHERE/page.html",
    "export-page --control WORDS -o PAGE",
    "picture --view WORDS -o PICTURE",
    "handbook WORDS",
    "split WORDS WORDS",
    "others --package WORDS",
    "sure --row WORDS",
    "breaking --row WORDS",
    "history WORDS",
    "self-test --report NOWHERE/report.txt",
    "case WORDS",
    "case import NOWHERE -o PAGE",
    "case import GENIUS -o PAGE",
    "solve --case GENIUS",
    "table write DOCUMENT -o BOOK",
    "table write --case CASE -o BOOK",
    "table read SHEETS --case CASE",
    "table read NOWHERE",
)
"""Command lines; the words in capitals stand for hostile files and texts."""


@pytest.fixture
def hostile(tmp_path: Path) -> dict[str, str]:
    """Return what the words in capitals stand for."""
    folder = tmp_path / (NAME if os.name == "posix" else "a")
    folder.mkdir()
    case_path, document, broken = (folder / f"{name}.dealzone" for name in "cdb")
    case_path.write_text(hostile_case(folder), encoding="utf-8")
    case, words = read_case(case_path), hostile_words(folder, 0)
    scenario = preset_scenario(case, case.default_preset).with_name(words)
    write_document(document, Document(scenario, scenario, scenario, pins=(Pin("A", scenario),)))
    results = folder / "results.csv"
    issues = ",".join(issue.id for issue in case.issues)
    zeros = ",".join("0" * len(case.issues))
    steering = CONTROLS.replace("\0", "").replace("\n", "").replace("\r", "")
    results.write_text(
        f"table,{issues},{steering}\n{steering},{zeros}\n{steering},9\n", encoding="utf-8"
    )
    broken.write_text('{"format": "dealzone-case", "\\u001b[2J\\u202e\\n": "\\u0007"}', "utf-8")
    book(folder / "sheets.xlsx", {"Scenarios": _scenarios(case)})
    small_domain().write(folder / "genius", (f"a{words[:1]}", "b"))
    buyer = next((folder / "genius").glob("shop-a*"))
    buyer.write_text(buyer.read_text("utf-8").replace("Price", "\u202ePrice\u0085"), "utf-8")
    (folder / "genius" / "shop-domain.xml").unlink()
    return {
        "CASE": str(case_path),
        "GENIUS": str(folder / "genius"),
        "SHEETS": str(folder / "sheets.xlsx"),
        "BOOK": str(folder / "book.xlsx"),
        "DOCUMENT": str(document),
        "BROKEN": str(broken),
        "NOWHERE": str(folder / "nowhere.dealzone"),
        "PICTURE": str(folder / "picture.svg"),
        "PAGE": str(folder / "page.html"),
        "RESULTS": str(results),
        "SLIDES": str(folder / "slides.pptx"),
        "WORDS": CONTROLS.replace("\0", ""),
    }


def _scenarios(case: Case) -> dict[str, object]:
    """Return the cells of a sheet whose heads, names and values are hostile."""
    first = case.controls[0].id
    evil = "\u202e\u0085evil\u2028"
    return {
        "A1": "scenario",
        "B1": first,
        "C1": evil,
        "A2": evil,
        "B2": evil,
        "A3": evil,
        "B3": 1,
    }


def filled(question: str, hostile: dict[str, str]) -> list[str]:
    words = question.split()
    for name, meaning in hostile.items():
        words = [word.replace(name, meaning) for word in words]
    return words


@pytest.mark.parametrize("flags", [(), ("--json",)], ids=["text", "json"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_no_command_prints_a_character_that_steers(
    dealzone: Dealzone, hostile: dict[str, str], question: str, flags: tuple[str, ...]
) -> None:
    ran = dealzone(*filled(question, hostile), *flags)
    assert ran.code in (0, 2)
    printed = set(ran.out + ran.err) - set("\n\t" + JOINERS)
    assert ran.out + ran.err or question in ("NOWHERE", "BROKEN")
    assert [sign for sign in printed if unicodedata.category(sign) in STEERING] == []


def test_what_is_exported_of_a_hostile_case_is_verified_without_a_sign_that_steers(
    dealzone: Dealzone, hostile: dict[str, str]
) -> None:
    for command in ("report CASE --sets 20 -o PAGE", "export-page CASE -o PAGE"):
        assert dealzone(*filled(command, hostile)).code == 0
        ran = dealzone(*filled("verify PAGE", hostile))
        assert (ran.code, ran.err) == (2, "")
        assert "unprintable" in ran.out
        printed = set(ran.out) - set("\n\t" + JOINERS)
        assert [sign for sign in printed if unicodedata.category(sign) in STEERING] == []


def test_every_command_is_asked() -> None:
    assert {question.split()[0] for question in QUESTIONS} >= {*COMMANDS}


def test_a_name_with_a_line_break_stays_on_the_line_of_its_verdict(
    dealzone: Dealzone, hostile: dict[str, str]
) -> None:
    said = dealzone("check", hostile["CASE"]).out.splitlines()
    assert len(said) == 1
    assert said[0].endswith(": good")


def test_the_report_of_a_self_test_holds_no_character_that_steers(tmp_path: Path) -> None:
    report = Report(tmp_path / "report.txt")
    report.add(f"written: {NAME}")
    report.finish(is_well=True)
    text = (tmp_path / "report.txt").read_text(encoding="utf-8").replace("\n", "")
    assert text.isprintable()


def test_characters_that_steer_are_shown_as_escapes_and_good_text_is_left() -> None:
    assert visible("a\x1b[31m\x9b\x7f") == r"a\x1b[31m\x9b\x7f"
    assert visible("a\N{RIGHT-TO-LEFT OVERRIDE}b\U000e0041") == r"a\u202eb\U000e0041"
    assert visible("a\n\tb\r") == "a\n\tb\\x0d"
    assert one_line(" a\n\n b\tc\x1b ") == r"a b c\x1b"
    joined = "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{MICROSCOPE} soft\N{SOFT HYPHEN}ly"
    assert visible(joined) == joined
    good = "회의, naïve “x”\N{NO-BREAK SPACE}%"
    assert visible(good) == good
