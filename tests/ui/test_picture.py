"""Pictures in files: every format opens, carries its words, and a wrong ending is told."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImageReader
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from explorer.model.errors import FileError
from explorer.ui.picture import picture_image, save_picture, settings_words
from explorer.ui.plots.view import VIEWS
from explorer.ui.theme import LIGHT, PROJECTOR
from explorer.ui.views import figure_of
from tests.ui.looks import KOREA, LOOK, SCENARIO

EVERY_VIEW = [view.id for view in VIEWS]


def saved(folder: Path, view_id: str, suffix: str) -> Path:
    path = folder / f"picture{suffix}"
    save_picture(path, view_id=view_id, viewing=LOOK, theme=LIGHT, size=(640, 420))
    return path


@pytest.mark.parametrize("view_id", EVERY_VIEW)
def test_a_png_opens_in_the_size_that_was_asked_for(
    qtbot: QtBot, tmp_path: Path, view_id: str
) -> None:
    reader = QImageReader(str(saved(tmp_path, view_id, ".png")))
    assert reader.canRead()
    assert (reader.size().width(), reader.size().height()) == (640, 420)


@pytest.mark.parametrize("view_id", EVERY_VIEW)
def test_an_svg_opens_and_says_what_it_is(qtbot: QtBot, tmp_path: Path, view_id: str) -> None:
    path = saved(tmp_path, view_id, ".svg")
    assert QSvgRenderer(str(path)).isValid()
    text = path.read_text(encoding="utf-8")
    assert figure_of(view_id, LOOK).title.split("'")[0] in text
    assert "not a forecast" in text


@pytest.mark.parametrize("view_id", EVERY_VIEW)
def test_a_pdf_has_the_header_and_the_end_of_one(
    qtbot: QtBot, tmp_path: Path, view_id: str
) -> None:
    content = saved(tmp_path, view_id, ".pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")


def test_another_ending_is_refused_and_nothing_is_written(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"\.png, \.svg or \.pdf"):
        saved(tmp_path, "board", ".gif")
    assert not list(tmp_path.iterdir())


def test_an_image_for_the_clipboard_has_the_size_that_was_asked_for(qtbot: QtBot) -> None:
    image = picture_image(view_id="board", viewing=LOOK, theme=PROJECTOR, size=(800, 450))
    assert (image.width(), image.height()) == (800, 450)


def test_the_settings_name_every_scale_and_the_lines_that_bind() -> None:
    words = settings_words(SCENARIO)
    assert SCENARIO.name in words
    for control in KOREA.controls:
        if control.kind == "scale":
            assert control.name in words
    assert "Highest nuclear status" in words
    assert "Lowest verification" not in words


def test_an_unknown_view_is_refused() -> None:
    with pytest.raises(KeyError):
        figure_of("weather", LOOK)
