"""Laws of ``dealzone export-page``."""

import json
import re
from pathlib import Path

import pytest

from explorer.files.case_file import bundled_case
from explorer.files.document import write_document
from explorer.files.document_text import Document
from explorer.model.scenario import preset_scenario
from explorer.take_home.record import PageRecord
from explorer.take_home.take_home import usual_sliders
from tests.cli.conftest import Dealzone

CASE = bundled_case()


def record_in(path: Path) -> PageRecord:
    found = re.search(r'id="data">(.*?)</script>', path.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return PageRecord.model_validate(json.loads(found[1]))


def test_a_preset_becomes_a_page(dealzone: Dealzone, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    ran = dealzone("export-page", CASE.baseline_preset, "-o", path)
    assert (ran.code, ran.err) == (0, "")
    assert str(path) in ran.out
    record = record_in(path)
    wanted = preset_scenario(CASE, CASE.baseline_preset)
    assert tuple(record.values.values()) == wanted.values
    assert tuple(slider.id for slider in record.sliders) == usual_sliders(CASE)
    assert not record.asks_prediction


def test_sliders_settings_and_assumptions_arrive(dealzone: Dealzone, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    ran = dealzone(
        *("export-page", "--set", "china_ties=20", "un_consent=on"),
        *("--assume", "structure.trust_and_verification=replace"),
        *("--control", "un_consent", "--control", "china_ties", "--predict"),
        *("--title", "Homework", "--note", "Think first.", "-o", path),
    )
    assert ran.code == 0, ran.err
    record = record_in(path)
    assert [slider.id for slider in record.sliders] == ["china_ties", "un_consent"]
    assert (record.values["china_ties"], record.values["un_consent"]) == (20, 1)
    assert record.model.replaces
    assert record.asks_prediction
    text = path.read_text(encoding="utf-8")
    assert '<h1 dir="auto">Homework</h1>' in text
    assert "<p>Think first.</p>" in text


def test_a_document_becomes_a_page(dealzone: Dealzone, tmp_path: Path) -> None:
    scenario = preset_scenario(CASE, CASE.default_preset).with_value("china_ties", 33.3)
    document = tmp_path / "mine.dealzone"
    write_document(document, Document(scenario=scenario, loaded=scenario, baseline=scenario))
    path = tmp_path / "page.htm"
    assert dealzone("export-page", document, "-o", path).code == 0
    assert record_in(path).values["china_ties"] == 33.3


def test_a_page_replaces_a_page(dealzone: Dealzone, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("old", encoding="utf-8")
    assert dealzone("export-page", "-o", path).code == 0
    assert record_in(path).sliders
    assert [each.name for each in tmp_path.iterdir()] == ["page.html"]


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("-o", "page.pdf"), "must end in .html"),
        (("-o", "gone/page.html"), "folder does not exist"),
        (("-o", "folder.html"), "is a folder"),
        (("-o", "page.html", "--control", "russia"), 'there is no "russia"'),
        (("-o", "page.html", "--control", *list(CASE.control_places)[:25]), "at most 24 sliders"),
        ((), "-o"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    dealzone: Dealzone,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    problem: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.html").mkdir()
    ran = dealzone("export-page", *words)
    assert (ran.code, ran.out) == (2, "")
    assert problem in ran.err
    assert [each.name for each in tmp_path.iterdir()] == ["folder.html"]
