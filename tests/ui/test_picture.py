"""Pictures in files: every format opens, carries its words, and a wrong ending is told."""

import re
import shutil
import subprocess
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QRect
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontInfo,
    QImage,
    QImageReader,
    QPainter,
    QPaintEvent,
)
from PySide6.QtSvg import QSvgGenerator, QSvgRenderer
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from explorer.model.errors import FileError
from explorer.model.scenario import preset_scenario
from explorer.ui.export.picture import (
    lay_out_unseen,
    picture_image,
    picture_page,
    save_picture,
    write_page,
)
from explorer.ui.export.svg_text import font_names
from explorer.ui.look.theme import LIGHT, PROJECTOR
from explorer.ui.pictures.axes.axes_items import Cells
from explorer.ui.pictures.strokes import plain_ramp
from explorer.views.page_words import settings_words
from explorer.views.registry import VIEWS, figure_of
from explorer.views.view import Viewing
from tests.ui.looks import KOREA, LOOK, SCENARIO, every_choice

EVERY_VIEW = [view.id for view in VIEWS]

MOST_BYTES = 1_000_000
"""What a picture in shapes may weigh, so that it can be sent and opens quickly."""

MOST_ELEMENTS = 1_000
"""Shapes and texts that an SVG may have."""

SHAPES = ("path", "rect", "text", "polyline", "polygon", "line", "ellipse", "circle", "image")

needs_pdftotext = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext reads the words of a PDF"
)


def saved(
    folder: Path,
    view_id: str,
    suffix: str,
    *,
    look: Viewing = LOOK,
    size: tuple[int, int] = (640, 420),
) -> Path:
    path = folder / f"picture{suffix}"
    save_picture(path, view_id=view_id, viewing=look, theme=LIGHT, size=size)
    return path


def parts(path: Path) -> list[ElementTree.Element]:
    """Return all that an SVG draws."""
    elements = list(ElementTree.parse(path).getroot().iter())
    return [each for each in elements if each.tag.rpartition("}")[2] in SHAPES]


def texts(path: Path) -> list[str]:
    return [each.text for each in parts(path) if each.tag.endswith("text") and each.text]


def letters(content: bytes) -> Iterator[int]:
    """Yield the letters that a PDF says its signs stand for."""
    for stream in re.findall(rb"(?<!end)stream\r?\n(.*?)endstream", content, re.DOTALL):
        try:
            text = zlib.decompressobj().decompress(stream)
        except zlib.error:
            text = stream
        for block in re.findall(rb"beginbf(?:char|range)(.*?)endbf", text, re.DOTALL):
            yield from (int(each, 16) for each in re.findall(rb"<([0-9A-Fa-f]{4})>", block))


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


@pytest.mark.parametrize("view_id", EVERY_VIEW)
def test_every_picture_in_shapes_is_small_whatever_is_chosen(
    qtbot: QtBot, tmp_path: Path, view_id: str
) -> None:
    shown = [(choices, (1600, 900)) for choices in every_choice(view_id, LOOK)]
    shown.append(({}, (10_000, 10_000)))
    for choices, size in shown:
        look = replace(LOOK, choices=choices)
        page = picture_page(view_id=view_id, viewing=look, theme=LIGHT, size=size)
        for path in (tmp_path / "picture.svg", tmp_path / "picture.pdf"):
            write_page(path, page)
            assert path.stat().st_size < MOST_BYTES
        assert len(parts(tmp_path / "picture.svg")) < MOST_ELEMENTS


@pytest.mark.parametrize("view_id", EVERY_VIEW)
def test_an_svg_names_the_true_font_and_a_generic_one(
    qtbot: QtBot, tmp_path: Path, view_id: str
) -> None:
    names = {
        each.attrib["font-family"]
        for each in ElementTree.parse(saved(tmp_path, view_id, ".svg")).getroot().iter()
        if "font-family" in each.attrib
    }
    assert names
    for name in names:
        family, _, generic = name.rpartition(", ")
        assert generic in {"sans-serif", "monospace"}
        assert QFontInfo(QFont(family.strip("'"))).family() == family.strip("'")


def test_a_family_that_is_no_plain_word_is_quoted(qtbot: QtBot) -> None:
    if QFontDatabase.families():
        name, _, generic = font_names("Sans Serif").rpartition(", ")
        assert name == QFontInfo(QFont("Sans Serif")).family()
        assert generic == "sans-serif"


@pytest.mark.parametrize("view_id", EVERY_VIEW)
def test_the_letters_of_a_pdf_are_plain(qtbot: QtBot, tmp_path: Path, view_id: str) -> None:
    found = set(letters(saved(tmp_path, view_id, ".pdf").read_bytes()))
    assert {ord("f"), ord("i")} <= found
    assert not {code for code in found if 0xFB00 <= code <= 0xFB06}


@needs_pdftotext
@pytest.mark.parametrize("view_id", EVERY_VIEW)
def test_every_word_of_the_svg_is_found_in_the_pdf(
    qtbot: QtBot, tmp_path: Path, view_id: str
) -> None:
    page = saved(tmp_path, view_id, ".pdf", size=(1600, 900))
    read = subprocess.run(
        ["pdftotext", "-raw", str(page), "-"], capture_output=True, check=True, timeout=60
    ).stdout.decode("utf-8")
    words = {
        word
        for text in texts(saved(tmp_path, view_id, ".svg", size=(1600, 900)))
        for word in text.split()
    }
    assert words
    assert not {word for word in words if word not in read}


@pytest.mark.parametrize("view_id", EVERY_VIEW)
def test_a_name_without_blanks_stays_on_the_page(
    qtbot: QtBot, tmp_path: Path, view_id: str
) -> None:
    name = "W" * 60
    other = SCENARIO.with_name("M" * 60).with_value("us_max_status", 3)
    look = replace(
        LOOK,
        result=replace(LOOK.result, scenario=SCENARIO.with_name(name)),
        comparable=(("other", other),),
        choices={"split.from": "other"},
    )
    image = QImage(str(saved(tmp_path, view_id, ".png", look=look, size=(500, 400))))
    ground = image.pixel(0, 0)
    for x in (image.width() - 1, image.width() - 3, image.width() - 5):
        assert all(image.pixel(x, y) == ground for y in range(image.height()))
    drawing = saved(tmp_path, view_id, ".svg", look=look, size=(500, 400))
    assert name in ElementTree.parse(drawing).getroot().findtext("{*}desc", "")


def test_cells_that_cannot_be_merged_become_an_image(qtbot: QtBot) -> None:
    cells = Cells()
    cells.show_ramp(plain_ramp("#336699"))
    cells.be_exact(True)
    cells.show_cells((np.indices((400, 400)).sum(axis=0) % 2).astype(np.uint8))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    painter = QPainter(generator)
    cells.paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    content = bytes(buffer.data().data())
    assert b"<image" in content
    assert len(content) < MOST_BYTES


def test_control_characters_in_a_name_leave_an_svg_readable(qtbot: QtBot, tmp_path: Path) -> None:
    hostile = SCENARIO.with_name("a\x1b[31m\x00b & <c>")
    look = replace(LOOK, result=replace(LOOK.result, scenario=hostile))
    drawing = saved(tmp_path, "board", ".svg", look=look)
    assert any("b & <c>" in text for text in texts(drawing))


def test_a_hidden_widget_is_laid_out_without_being_shown_or_painted(qtbot: QtBot) -> None:
    painted: list[QRect] = []

    class Watched(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            painted.append(event.rect())

    outer, inner = Watched(), Watched()
    qtbot.addWidget(outer)
    QVBoxLayout(outer).addWidget(inner)
    outer.resize(500, 400)
    lay_out_unseen(outer)
    assert not outer.isVisible()
    assert not painted
    assert 400 < inner.width() < 500
    assert outer.mask().isEmpty()


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
    assert "Washington goes no further on nuclear status than" in words
    assert "verification" not in words


def test_the_settings_say_as_of_which_day_and_whose_will_it_is() -> None:
    words = settings_words(preset_scenario(KOREA, "period-1994-2000"))
    assert "as of 31 December 1994" in words
    assert "(Clinton)" in words
    assert "(Kim Jong Il)" in words
    assert "as of" not in settings_words(SCENARIO.with_date(None))


def test_an_unknown_view_is_refused() -> None:
    with pytest.raises(KeyError):
        figure_of("weather", LOOK)
