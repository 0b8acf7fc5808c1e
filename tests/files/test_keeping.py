"""What is built up without collecting is kept for good, and collecting goes on as it was."""

import gc
from collections.abc import Iterator

import pytest

from explorer.files.keeping import keeping_all


@pytest.fixture
def collecting() -> Iterator[None]:
    """Collect by thresholds, as a program does outside the tests."""
    frozen = gc.get_freeze_count()
    gc.enable()
    yield
    gc.disable()
    if gc.get_freeze_count() != frozen:
        # What these tests kept is nobody's; what the session kept is kept again.
        gc.unfreeze()
        gc.collect()
        gc.freeze()


@pytest.mark.usefixtures("collecting")
def test_nothing_is_collected_within_and_what_came_is_kept() -> None:
    before = gc.get_freeze_count()
    with keeping_all():
        assert not gc.isenabled()
        made = [[each] for each in range(100)]
    assert gc.isenabled()
    assert gc.get_freeze_count() >= before + len(made)


@pytest.mark.usefixtures("collecting")
def test_an_error_within_leaves_collecting_on() -> None:
    with pytest.raises(ValueError, match="broken"), keeping_all():
        raise ValueError("broken")
    assert gc.isenabled()


def test_where_somebody_else_decides_nothing_is_kept() -> None:
    before = gc.get_freeze_count()
    with keeping_all():
        pass
    assert not gc.isenabled()
    assert gc.get_freeze_count() == before
