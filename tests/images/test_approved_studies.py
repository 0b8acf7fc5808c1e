"""The pictures of a study look as somebody approved them: in light, in dark and on a projector."""

from collections.abc import Callable
from functools import cache

import pytest
from syrupy.assertion import SnapshotAssertion

from explorer.figures.figure import Figure
from explorer.figures.study_heat import heat_figure
from explorer.figures.study_parallel import parallel_figure
from explorer.figures.study_scatter import scatter_figure
from explorer.figures.study_table import StudyTable
from explorer.model.study_plan import LatinHypercube
from explorer.ui.export.picture import Page, page_font, page_image
from explorer.ui.look.theme import DARK, LIGHT, PROJECTOR, Theme
from tests.images.pictures import DRAWN, Approved, look_alike, shrunk
from tests.solved_studies import korea_plan, table_of, with_values

OPEN = "open.phased-step"
PLOT = 700

Make = Callable[[StudyTable], Figure]

MAKERS: dict[str, Make] = {
    "lines": lambda table: parallel_figure(table, outcome=OPEN),
    "points": lambda table: scatter_figure(table, up="control.china_ties", outcome=OPEN),
    "cells": lambda table: heat_figure(table, outcome=OPEN),
}


@cache
def studied() -> StudyTable:
    """Return a study with so many rows that none of them alone makes the picture."""
    return table_of(korea_plan(LatinHypercube(rows=400), ("rows",)))


def drawn(figure: Figure, theme: Theme) -> bytes:
    """Draw the page of a figure large and return it small, as a PNG file."""
    return shrunk(
        page_image(
            Page(
                figure=figure,
                sentence=figure.sentence,
                settings="",
                assumptions=(),
                theme=theme,
                font=page_font(DRAWN),
                size=DRAWN,
            )
        ),
        PLOT,
    )


@pytest.mark.usefixtures("same_letters")
@pytest.mark.parametrize("theme", [LIGHT, DARK, PROJECTOR], ids=lambda theme: theme.id)
@pytest.mark.parametrize("kind", MAKERS)
def test_a_study_looks_as_approved(kind: str, theme: Theme, snapshot: SnapshotAssertion) -> None:
    picture = drawn(MAKERS[kind](studied()), theme)
    assert picture == snapshot(extension_class=Approved)


@pytest.mark.usefixtures("same_letters")
@pytest.mark.parametrize("kind", MAKERS)
def test_another_theme_or_other_rows_would_be_noticed(kind: str) -> None:
    table = studied()
    picture = drawn(MAKERS[kind](table), LIGHT)
    assert look_alike(picture, drawn(MAKERS[kind](table), LIGHT))
    assert not look_alike(picture, drawn(MAKERS[kind](table), DARK))
    half = with_values(table, table.values[:200])
    assert not look_alike(picture, drawn(MAKERS[kind](half), LIGHT))
