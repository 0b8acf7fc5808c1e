"""Labels wrap, keep room, and never cut."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPalette
from pytestqt.qtbot import QtBot

from explorer.ui.look.theme import THEMES, Theme
from explorer.ui.widgets.wrapped_label import WrappedLabel
from tests.examples import examples
from tests.ui.themes import wear

words = st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=1, max_size=12)
texts = words.map(" ".join)


@given(candidates=st.lists(texts, min_size=1, max_size=4), width=st.integers(60, 400))
@settings(examples(30), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_candidate_changes_the_height(qtbot: QtBot, candidates: list[str], width: int) -> None:
    label = WrappedLabel(share=0.9)
    label.keep_room_for(tuple(candidates))
    heights: set[int] = set()
    for text in candidates:
        label.show_text(text)
        heights.add(label.heightForWidth(width))
    assert len(heights) == 1


@given(text=texts, width=st.integers(20, 300))
@settings(examples(30), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_narrower_label_is_no_lower(qtbot: QtBot, text: str, width: int) -> None:
    label = WrappedLabel(text)
    assert label.heightForWidth(width) >= label.heightForWidth(width + 50)


def test_words_nobody_announced_get_their_room(qtbot: QtBot) -> None:
    label = WrappedLabel("short")
    before = label.heightForWidth(80)
    label.show_text("words that nobody had announced and that need several lines")
    assert label.heightForWidth(80) > before


def test_the_longest_word_fits(qtbot: QtBot) -> None:
    label = WrappedLabel("a denuclearisation b")
    needed = label.fontMetrics().horizontalAdvance("denuclearisation")
    assert label.minimumSizeHint().width() >= needed


def test_bold_type_needs_no_more_room_than_was_kept(qtbot: QtBot) -> None:
    label = WrappedLabel("Relief before disarmament")
    qtbot.addWidget(label)
    label.show_emphasis(is_strong=False)
    before = label.sizeHint()
    label.show_emphasis(is_strong=True)
    assert label.sizeHint() == before


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
def test_words_take_their_colour_from_the_theme_in_force(qtbot: QtBot, theme: Theme) -> None:
    label = WrappedLabel("words")
    qtbot.addWidget(label)
    label.show_colour("zone_text")
    wear(theme)
    label.follow_look()
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(theme.zone_text)
