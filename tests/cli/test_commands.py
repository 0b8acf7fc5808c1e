"""Laws of the other commands: window options, lists, checks, pictures, help and examples."""

import json
import re
import shlex
from pathlib import Path

import pytest

from explorer.cli.main import COMMANDS
from explorer.cli.parser import LISTS
from explorer.files.case_file import bundled_case, bundled_case_ids
from explorer.files.document import write_document
from explorer.files.document_text import Document
from explorer.files.lesson_file import bundled_lesson, bundled_lesson_ids
from explorer.files.resources import resource
from explorer.model.assumption import assumptions
from explorer.model.scenario import default_scenario, preset_scenario
from explorer.views.guide import guide_pages
from explorer.views.options import PICTURE_SIZE, THEMES, TRACE_STEPS, WindowOptions
from explorer.views.registry import VIEW_IDS
from tests.cli.conftest import Dealzone, Rooms

CASE = bundled_case()


@pytest.fixture
def document(tmp_path: Path) -> Path:
    scenario = preset_scenario(CASE, CASE.default_preset)
    path = tmp_path / "my-class.dealzone"
    write_document(path, Document(scenario=scenario, loaded=scenario, baseline=scenario))
    return path


def test_without_words_the_window_opens(dealzone: Dealzone, rooms: Rooms) -> None:
    assert dealzone().code == 0
    assert rooms.windows == [WindowOptions()]


def test_every_window_option_arrives(
    dealzone: Dealzone, rooms: Rooms, document: Path, tmp_path: Path
) -> None:
    look = ("--theme", "projector", "--text-size", "150", "--size", "1280x720")
    trials = ("--smoke", "--trace-drag", "china_ties", "--trace-steps", "50", "--qpa", "minimal")
    assert dealzone(document, *look, *trials, "--data-folder", tmp_path / "new").code == 0
    assert rooms.windows == [
        WindowOptions(
            file=document,
            data_folder=tmp_path / "new",
            smoke=True,
            trace="china_ties",
            trace_steps=50,
            theme="projector",
            text_scale=1.5,
            size=(1280, 720),
            qpa="minimal",
            case=CASE,
        )
    ]


def test_a_scripted_drag_without_an_id_takes_the_first_leverage_control(
    dealzone: Dealzone, rooms: Rooms
) -> None:
    assert dealzone("--trace-drag").code == 0
    (options,) = rooms.windows
    assert options.trace is not None
    control = CASE.control(options.trace)
    assert control.kind == "scale"
    assert control.role == "leverage"
    assert options.trace_steps == TRACE_STEPS


@pytest.mark.parametrize("what", LISTS)
def test_a_list_names_every_id(dealzone: Dealzone, what: str) -> None:
    things = {
        "presets": CASE.presets,
        "controls": CASE.controls,
        "packages": CASE.packages,
        "rows": CASE.rows,
        "lines": CASE.line_presets,
        "lenses": CASE.lenses,
        "stakeholders": CASE.stakeholders,
        "assumptions": assumptions(CASE),
        "handbook": guide_pages(CASE),
        "cases": [bundled_case(id_) for id_ in bundled_case_ids()],
        "lessons": [bundled_lesson(id_) for id_ in bundled_lesson_ids()],
    }[what]
    ids = [thing.id for thing in things]
    text = dealzone("list", what)
    assert text.code == 0
    assert all(id_ in text.out for id_ in ids)
    assert [record["id"] for record in json.loads(dealzone("list", what, "--json").out)] == ids


def test_listed_ranges_are_what_the_controls_take(dealzone: Dealzone) -> None:
    scenario = default_scenario(CASE)
    for record in json.loads(dealzone("list", "controls", "--json").out):
        for end in ("minimum", "maximum", "default"):
            assert scenario.with_value(record["id"], record[end])
        assert record["meanings"]


def test_good_files_are_called_good(dealzone: Dealzone, document: Path) -> None:
    case_path = resource("cases", "korea.json")
    ran = dealzone("check", document, case_path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [f"{document}: good", f"{case_path}: good"]


def test_lessons_are_checked_as_documents_are(dealzone: Dealzone) -> None:
    path = resource("lessons", "2-small-deal.json")
    assert dealzone("check", path).out.splitlines() == [f"{path}: good"]
    (record,) = json.loads(dealzone("check", path, "--json").out)
    assert record["kind"] == "lesson"


def test_bad_files_do_not_hide_good_ones(
    dealzone: Dealzone, document: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("{", encoding="utf-8")
    ran = dealzone("check", bad, document)
    assert ran.code == 2
    assert f"{document}: good" in ran.out
    assert "bad.json, line 1" in ran.out
    records = json.loads(dealzone("check", bad, document, "--json").out)
    assert [record["is_good"] for record in records] == [False, True]
    assert [record["kind"] for record in records] == [None, "document"]
    assert records[0]["problems"]


def test_a_picture_is_asked_for_as_told(dealzone: Dealzone, rooms: Rooms, tmp_path: Path) -> None:
    path = tmp_path / "sweep.svg"
    words = ["hanoi-2019", "--view", "sweep", "--theme", "dark", "--size", "800x600", "-o", path]
    assert dealzone("picture", *words, "--row", "yongbyon", "--control", "us_will").code == 0
    (options,) = rooms.pictures
    assert options.viewing.result.scenario == preset_scenario(CASE, "hanoi-2019")
    assert (options.view_id, options.theme, options.size) == ("sweep", "dark", (800, 600))
    assert (options.viewing.selected_row, options.viewing.swept_control) == ("yongbyon", "us_will")
    assert options.output == path


def test_a_picture_has_a_default_for_everything_but_its_file(
    dealzone: Dealzone, rooms: Rooms, tmp_path: Path
) -> None:
    assert dealzone("picture", "-o", tmp_path / "BOARD.PNG").code == 0
    (options,) = rooms.pictures
    assert options.viewing.result.scenario == preset_scenario(CASE, CASE.default_preset)
    assert options.view_id == VIEW_IDS[0]
    assert options.theme == THEMES[0]
    assert options.size == PICTURE_SIZE
    assert CASE.row(options.viewing.selected_row)
    assert CASE.control(options.viewing.swept_control)


def test_the_version_names_program_and_model(dealzone: Dealzone) -> None:
    ran = dealzone("--version")
    assert ran.code == 0
    assert re.fullmatch(r"Deal Zone Explorer \d+\.\d+\.\d+\S*, model \d+\.\d+\n", ran.out)


@pytest.mark.parametrize("command", [(), *[(name,) for name in COMMANDS]], ids=str)
def test_every_option_has_its_meaning_and_default_in_the_help(
    dealzone: Dealzone, command: tuple[str, ...]
) -> None:
    ran = dealzone(*command, "--help")
    assert ran.code == 0
    assert "examples:" in ran.out
    assert "%(" not in ran.out
    for line in re.split(r"\n  (?=-)", ran.out)[1:]:
        option = line.split(maxsplit=1)[0].rstrip(",")
        if option not in ("-h", "--version"):
            words = " ".join(line.split())
            assert "(default: " in words or "(required)" in words, option


def test_the_window_s_help_presents_every_command(dealzone: Dealzone) -> None:
    help_text = dealzone("--help").out
    assert all(f"\n  {command} " in help_text for command in COMMANDS)


OF_THEIR_OWN = {"case", "slides", "study", "verify", "self-test"}
"""Commands whose examples take files that only their own tests make."""


@pytest.mark.parametrize(
    "command", [(), *[(name,) for name in COMMANDS if name not in OF_THEIR_OWN]], ids=str
)
def test_the_examples_in_the_help_run(
    dealzone: Dealzone,
    document: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
) -> None:
    monkeypatch.chdir(document.parent)
    case_text = resource("cases", "korea.json").read_text(encoding="utf-8")
    Path("my-case.json").write_text(case_text, encoding="utf-8")
    Path("earlier.dealzone").write_bytes(document.read_bytes())
    Path("class.csv").write_text("table,outcome\n1,no deal\n", encoding="utf-8")
    Path("answers.txt").write_text("answer\n", encoding="utf-8")
    examples = dealzone(*command, "--help").out.partition("examples:\n")[2].splitlines()
    assert examples
    for example in examples:
        program, *words = shlex.split(example.partition(">")[0])
        assert program == "dealzone"
        assert dealzone(*words).code == 0, example
