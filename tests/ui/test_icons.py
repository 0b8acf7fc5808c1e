"""Icons and letters come with the program: each name has a drawing, in the colour of words."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics, QIcon
from pytestqt.qtbot import QtBot

from explorer.files.resources import resource, resource_names
from explorer.model.errors import FileError
from explorer.ui.look.fonts import own_families
from explorer.ui.look.icons import icon
from explorer.ui.look.theme import THEMES, Theme, application_font, set_strong
from tests.ui.themes import wear

every_theme = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)


def colours(drawn: QIcon, size: int, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    """Return the colours of all pixels that are drawn in full."""
    image = drawn.pixmap(QSize(size, size), mode=mode).toImage()
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    seen = [image.pixelColor(x, y) for x, y in places]
    return {each.name().upper() for each in seen if each.alpha() == 255}


@every_theme
@pytest.mark.parametrize("size", [16, 24, 40])
def test_an_icon_is_drawn_in_the_colour_of_words_at_any_size(
    qtbot: QtBot, theme: Theme, size: int
) -> None:
    drawn = icon("undo-2")
    wear(theme)
    assert QColor(theme.ink).name().upper() in colours(drawn, 2 * size)
    faint = colours(drawn, 2 * size, QIcon.Mode.Disabled)
    assert QColor(theme.track).name().upper() in faint


def test_every_drawing_can_be_drawn_and_is_no_picture_of_the_network(qtbot: QtBot) -> None:
    names = [n for n in resource_names("icons/ui", ".svg") if n != "chevron"]
    assert names
    for name in names:
        assert colours(icon(name), 48)
        text = resource("icons", "ui", f"{name}.svg").read_text(encoding="utf-8")
        assert "currentColor" in text
        assert "href" not in text


def test_a_wrong_name_is_told_at_once(qtbot: QtBot) -> None:
    with pytest.raises(FileError):
        icon("nowhere")


def test_words_are_written_in_the_letters_of_the_program(qtbot: QtBot) -> None:
    font = application_font()
    assert QFontInfo(font).family() in own_families()
    metrics = QFontMetrics(font)
    assert all(metrics.inFontUcs4(ord(letter)) for letter in "Zone 0 비핵화")
    assert len({metrics.horizontalAdvance(str(digit)) for digit in range(10)}) == 1
    set_strong(font)
    assert QFontInfo(font).family() in own_families()


def test_without_letters_of_its_own_the_program_writes_in_those_of_the_system(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explorer.ui.look.own_files.FONT_FILES", ("nowhere.otf",))
    own_families.cache_clear()
    try:
        assert own_families() == ()
        assert application_font().families()
    finally:
        own_families.cache_clear()
