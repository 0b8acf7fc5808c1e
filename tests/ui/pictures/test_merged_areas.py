"""Merged areas: the same cells, each once, in far fewer shapes."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from explorer.ui.pictures.axes.merged_areas import merged_areas

Shades = NDArray[np.uint8]


@st.composite
def shades(draw: st.DrawFn) -> Shades:
    rows, columns = draw(st.integers(1, 8)), draw(st.integers(1, 8))
    cells = st.lists(st.integers(0, 3), min_size=rows * columns, max_size=rows * columns)
    return np.array(draw(cells), dtype=np.uint8).reshape(rows, columns)


@given(cells=shades())
def test_areas_cover_every_shaded_cell_once_and_no_other(cells: Shades) -> None:
    found, times = np.zeros_like(cells), np.zeros_like(cells)
    for area in merged_areas(cells):
        place = np.s_[area.row : area.row + area.rows, area.column : area.column + area.columns]
        found[place] = area.shade
        times[place] += 1
    assert np.array_equal(found, cells)
    assert np.array_equal(times, cells > 0)


@given(cells=shades(), factor=st.integers(2, 5))
def test_finer_cells_of_the_same_regions_need_no_more_areas(cells: Shades, factor: int) -> None:
    fine = np.kron(cells, np.ones((factor, factor), dtype=np.uint8))
    assert len(merged_areas(fine)) == len(merged_areas(cells))


def test_one_shade_is_one_area() -> None:
    (area,) = merged_areas(np.full((400, 400), 7, dtype=np.uint8))
    assert (area.shade, area.row, area.column, area.rows, area.columns) == (7, 0, 0, 400, 400)
