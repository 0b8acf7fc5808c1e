"""The themes keep their promises: contrast, colour-blind distances, sizes."""

import re
from dataclasses import asdict
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.ui.look import theme as themes
from explorer.ui.look.theme import THEMES, Theme

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")
every_theme = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)

LINES = (
    *("sender", "target", "zone_fill", "zone_outline"),
    *("baseline", "ghost", "track", "focus", "warning"),
)
# Machado, Oliveira and Fernandes 2009, table of matrices at severity 1, on linear RGB.
SIMULATIONS = {
    "nobody": np.eye(3),
    "protan": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deutan": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritan": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
# IEC 61966-2-1, linear RGB to XYZ, and its white.
TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
WHITE = TO_XYZ @ np.ones(3)


def linear(colour: str) -> np.ndarray:
    shares = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)


def lab(colour: str, simulation: str) -> np.ndarray:
    """Return a colour as somebody sees it, in CIELAB."""
    seen = np.clip(SIMULATIONS[simulation] @ linear(colour), 0, 1)
    x, y, z = np.vectorize(
        lambda share: (
            np.cbrt(share) if share > (6 / 29) ** 3 else share * (29 / 6) ** 2 / 3 + 4 / 29
        )
    )(TO_XYZ @ seen / WHITE)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def distance(first: str, second: str, simulation: str) -> float:
    """Return the CIE 1976 distance of two colours as somebody sees them."""
    return float(np.linalg.norm(lab(first, simulation) - lab(second, simulation)))


@every_theme
@pytest.mark.parametrize("name", ["ink", "ink_soft", "sender_text", "target_text", "zone_text"])
@pytest.mark.parametrize("ground", ["ground", "panel", "raised", "selection"])
def test_words_can_be_read_on_every_ground(theme: Theme, name: str, ground: str) -> None:
    assert themes.contrast(getattr(theme, name), getattr(theme, ground)) >= 4.5


@every_theme
@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("ground", ["ground", "panel"])
def test_lines_with_a_meaning_stand_out(theme: Theme, name: str, ground: str) -> None:
    assert themes.contrast(getattr(theme, name), getattr(theme, ground)) >= 3


@every_theme
@pytest.mark.parametrize("simulation", SIMULATIONS)
@pytest.mark.parametrize("zone", ["zone_fill", "zone_outline"])
def test_the_three_roles_stay_apart_for_every_eye(theme: Theme, simulation: str, zone: str) -> None:
    roles = (theme.sender, theme.target, getattr(theme, zone))
    assert min(distance(*pair, simulation) for pair in combinations(roles, 2)) >= 15


@every_theme
def test_the_ground_of_plots_is_the_one_the_colours_were_chosen_on(theme: Theme) -> None:
    assert theme.ground == ("#1E1E1E" if theme.is_dark else "#FFFFFF")


def test_the_projector_is_light_and_draws_thicker() -> None:
    assert not themes.PROJECTOR.is_dark
    assert themes.PROJECTOR.stroke > themes.LIGHT.stroke


def test_no_two_themes_share_a_name() -> None:
    assert [themes.theme_by_id(theme.id) for theme in THEMES] == list(THEMES)


@given(first=colours, second=colours)
def test_contrast_has_no_order_and_ends_at_one_and_twenty_one(first: str, second: str) -> None:
    ratio = themes.contrast(first, second)
    assert ratio == themes.contrast(second, first)
    assert 1 <= ratio <= 21.0001
    assert themes.contrast(first, first) == 1


def test_black_on_white_is_the_strongest_contrast() -> None:
    assert themes.contrast("#000000", "#FFFFFF") == pytest.approx(21)


@every_theme
def test_the_style_sheet_has_no_colour_of_its_own(theme: Theme) -> None:
    sheet = themes.style_sheet(theme, 1.5)
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", sheet)) <= set(map(str, asdict(theme).values()))
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_lengths_in_the_style_sheet_grow_with_the_text() -> None:
    def total(scale: float) -> int:
        return sum(map(int, re.findall(r"(\d+)px", themes.style_sheet(themes.LIGHT, scale))))

    assert total(2.0) > 1.5 * total(1.0)


@every_theme
def test_the_palette_speaks_the_theme(theme: Theme, qapp: QApplication) -> None:
    themes.apply_theme(qapp, theme)
    colours_now = QApplication.palette()
    assert colours_now.color(QPalette.ColorRole.WindowText) == QColor(theme.ink)
    assert colours_now.color(QPalette.ColorRole.Base) == QColor(theme.ground)


@every_theme
def test_the_system_theme_is_read_off_the_palette_where_the_system_is_silent(
    theme: Theme, qapp: QApplication
) -> None:
    qapp.setPalette(themes.palette(theme))
    assert themes.system_theme_id() == ("dark" if theme.is_dark else "light")


@given(share=st.floats(0.5, 4), size=st.integers(6, 60), is_in_pixels=st.booleans())
def test_a_font_grows_by_its_share(share: float, size: int, is_in_pixels: bool) -> None:
    base = QFont()
    (base.setPixelSize if is_in_pixels else base.setPointSize)(size)
    scaled = themes.scaled_font(base, share)
    found = scaled.pixelSize() if is_in_pixels else scaled.pointSizeF()
    assert found == pytest.approx(size * share, abs=0.51 if is_in_pixels else 0.02)


def test_the_text_scale_ends_at_one_and_two(qtbot: QtBot) -> None:
    normal, largest = themes.application_font(1.0), themes.application_font(2.0)
    assert QFontInfo(themes.application_font(0.1)).pixelSize() == QFontInfo(normal).pixelSize()
    assert QFontInfo(themes.application_font(9)).pixelSize() == QFontInfo(largest).pixelSize()
    assert largest.pointSizeF() == pytest.approx(2 * normal.pointSizeF(), abs=0.1)


def test_a_party_is_drawn_in_its_own_colour_and_nobody_in_ink() -> None:
    for theme in THEMES:
        assert theme.accent("sender") == theme.sender
        assert theme.accent("target") == theme.target
        assert theme.accent("neutral") == theme.ink_soft
        assert theme.accent_text("sender") == theme.sender_text
        assert theme.accent_text("target") == theme.target_text
        assert theme.accent_text("neutral") == theme.ink
