"""Quantities survive the way to whole steps and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.ui.widgets.step_scale import StepScale

scales = st.builds(
    StepScale,
    minimum=st.floats(-1000, 1000),
    unit=st.floats(0.01, 100),
    count=st.integers(1, 10_000),
)


@given(scale=scales, data=st.data())
def test_a_step_returns_from_its_quantity(scale: StepScale, data: st.DataObject) -> None:
    step = data.draw(st.integers(0, scale.count))
    assert scale.step_of(scale.quantity_of(step)) == step


@given(scale=scales, share=st.floats(0, 1))
def test_a_quantity_moves_by_half_a_step_at_most(scale: StepScale, share: float) -> None:
    quantity = scale.minimum + share * scale.count * scale.unit
    moved = abs(scale.quantity_of(scale.step_of(quantity)) - quantity)
    assert moved <= scale.unit * 0.500001


@given(scale=scales, beyond=st.floats(0, 1e6))
def test_quantities_outside_stop_at_the_ends(scale: StepScale, beyond: float) -> None:
    assert scale.step_of(scale.minimum - beyond) == 0
    assert scale.step_of(scale.quantity_of(scale.count) + beyond) == scale.count


def test_a_share_with_two_digits_keeps_its_step() -> None:
    percent = StepScale(minimum=0, unit=0.01, count=100)
    assert [percent.step_of(step / 100) for step in range(101)] == list(range(101))


@pytest.mark.parametrize(("unit", "count"), [(0.0, 5), (-1.0, 5), (1.0, 0)])
def test_a_scale_without_steps_is_refused(unit: float, count: int) -> None:
    with pytest.raises(ValueError, match="positive unit"):
        StepScale(minimum=0, unit=unit, count=count)
