"""Every plot looks as it did when somebody approved it, in light and in dark.

What is *true* about a plot is tested on its figure. These tests see what the figures cannot: a
colour that no theme sets, a label that fell out of its place, a shape that is not painted. After
a change that is meant, look at the new pictures: ``packaging/test tests/images --snapshot-update``.
"""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from syrupy.assertion import SnapshotAssertion

from explorer.files.case_file import bundled_case
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from explorer.ui.export.picture import picture_image
from explorer.ui.look.theme import DARK, LIGHT, Theme
from explorer.views.registry import VIEWS
from explorer.views.view import Viewing
from tests.images.pictures import DRAWN, Approved, look_alike, shrunk

CASE = bundled_case("korea")


def looked_at(preset: str, **moved: float) -> Viewing:
    return Viewing(
        result=solve(preset_scenario(CASE, preset).with_values(moved)),
        baseline=solve(preset_scenario(CASE, CASE.baseline_preset)),
        ghost=None,
        selected_row="yongbyon",
        selected_package=None,
        swept_control="russia_alignment",
    )


def usual(view_id: str) -> Viewing:
    """Return what the approved picture of a view shows; without lines nobody blocks anybody."""
    preset = "october-2025-declared" if view_id == "blocked" else "october-2025"
    return looked_at(preset, russia_alignment=60)


def drawn(view_id: str, theme: Theme, viewing: Viewing) -> bytes:
    """Draw a view large and return it small, as a PNG file: details melt, places stay."""
    return shrunk(picture_image(view_id=view_id, viewing=viewing, theme=theme, size=DRAWN))


@pytest.mark.usefixtures("same_letters")
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.id)
@pytest.mark.parametrize("view_id", [view.id for view in VIEWS])
def test_a_plot_looks_as_approved(view_id: str, theme: Theme, snapshot: SnapshotAssertion) -> None:
    picture = drawn(view_id, theme, usual(view_id))
    assert picture == snapshot(extension_class=Approved)


@pytest.mark.parametrize("view_id", [view.id for view in VIEWS])
def test_another_theme_or_another_zone_would_be_noticed(qtbot: QtBot, view_id: str) -> None:
    here = usual(view_id)
    picture = drawn(view_id, LIGHT, here)
    assert look_alike(picture, drawn(view_id, LIGHT, here))
    assert not look_alike(picture, drawn(view_id, DARK, here))
    # The record and a package are the same at every setting; what of them is shown differs.
    shown = {"history.show": "check", "others.show": "zone"}
    elsewhere = replace(looked_at("hanoi-2019-declared"), choices=shown)
    assert not look_alike(picture, drawn(view_id, LIGHT, elsewhere))
