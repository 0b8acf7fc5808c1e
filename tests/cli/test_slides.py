"""Laws of ``dealzone slides``."""

import json
from pathlib import Path

import pptx
import pytest

from explorer.files.case_file import bundled_case
from explorer.files.document import write_document
from explorer.files.document_text import Document
from explorer.model.classroom import Classroom
from explorer.model.scenario import preset_scenario
from explorer.model.scene import Scene, settings_of
from tests.cli.conftest import Dealzone, Rooms

CASE = bundled_case()
SCENARIO = preset_scenario(CASE, CASE.default_preset)


def written(tmp_path: Path, *scenes: Scene) -> Path:
    path = tmp_path / "week-4.dealzone"
    write_document(path, Document(SCENARIO, SCENARIO, SCENARIO, classroom=Classroom(scenes=scenes)))
    return path


SETTINGS = settings_of(SCENARIO)


def test_each_scene_becomes_a_slide_and_a_hidden_answer_one_more(
    dealzone: Dealzone, rooms: Rooms, tmp_path: Path
) -> None:
    scenes = (
        Scene(settings=SETTINGS, name="First", view="gains", notes="Say this"),
        Scene(settings=SETTINGS, caption="Which rows?", hides_answer=True),
    )
    path = tmp_path / "slides.pptx"
    ran = dealzone("slides", written(tmp_path, *scenes), "-o", path, "--theme", "light")
    assert (ran.code, ran.err) == (0, "")
    slides = pptx.Presentation(str(path)).slides
    assert len(slides) == 3
    assert [each.view_id for each in rooms.pictures] == ["gains", "board"]
    assert {each.theme for each in rooms.pictures} == {"light"}
    texts = [[s.text_frame.text for s in each.shapes if s.has_text_frame] for each in slides]
    assert texts[0][0] == "First"
    assert SCENARIO.name in texts[1][0]
    assert "Which rows?" in texts[1]
    pictures = [sum(1 for _ in each.shapes._spTree.iter("{*}pic")) for each in slides]
    assert pictures == [1, 0, 1]
    alternatives = [s.get("descr") for s in slides[0].shapes._spTree.iter("{*}cNvPr")]
    assert any(alternatives)
    assert not rooms.pictures[0].output.exists()


def test_a_document_without_scenes_says_how_to_get_some(dealzone: Dealzone, tmp_path: Path) -> None:
    ran = dealzone("slides", written(tmp_path), "-o", tmp_path / "a.pptx")
    assert ran.code == 2
    assert "no scenes" in ran.err


@pytest.mark.parametrize(("name", "told"), [("a.ppt", ".pptx"), ("folder.pptx", "folder")])
def test_other_names_are_refused(dealzone: Dealzone, tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / "folder.pptx").mkdir()
    ran = dealzone("slides", written(tmp_path), "-o", tmp_path / name)
    assert ran.code == 2
    assert told in ran.err


def test_what_is_not_understood_of_a_document_is_told(dealzone: Dealzone, tmp_path: Path) -> None:
    path = written(tmp_path, Scene(settings=SETTINGS))
    record = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**record, "pins": 7}), "utf-8")
    ran = dealzone("slides", path, "-o", tmp_path / "a.pptx")
    assert ran.code == 0
    assert str(path) in ran.err


def test_a_warning_of_the_file_system_is_passed_on(
    dealzone: Dealzone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explorer.cli.slides.write_bytes", lambda *_, **__: "Check the rights.")
    ran = dealzone("slides", written(tmp_path, Scene(settings=SETTINGS)), "-o", tmp_path / "a.pptx")
    assert (ran.code, "Check the rights." in ran.err) == (0, True)
