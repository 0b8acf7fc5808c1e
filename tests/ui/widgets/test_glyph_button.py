"""The signs of small buttons can be seen, in every theme."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from explorer.ui.look.theme import THEMES, Theme, contrast
from explorer.ui.widgets.glyph_button import Glyph, GlyphButton, sign_colour
from tests.ui.themes import wear

every_theme = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)


@every_theme
def test_a_sign_that_can_be_used_is_as_readable_as_text(theme: Theme) -> None:
    for ground in (theme.panel, theme.selection):
        assert contrast(sign_colour(theme, is_enabled=True), ground) >= 4.5
    assert contrast(sign_colour(theme, is_enabled=False), theme.panel) >= 3


@every_theme
@pytest.mark.parametrize("glyph", Glyph)
def test_a_sign_is_drawn_in_its_colour(qtbot: QtBot, theme: Theme, glyph: Glyph) -> None:
    button = GlyphButton(glyph, "more")
    qtbot.addWidget(button)
    wear(theme)
    button.resize(button.sizeHint())
    image = button.grab().toImage()
    ground = image.pixelColor(0, 0).name()
    drawn = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    wanted = QColor(sign_colour(theme, is_enabled=True)).name()
    assert max(contrast(ground, each) for each in drawn) >= 0.7 * contrast(ground, wanted)
