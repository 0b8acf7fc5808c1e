"""How large a study is, before it starts."""

import pytest

from explorer.studies.designed import size
from explorer.studies.designed.size import study_size
from tests.studies.designed.plans import leverage_design


def test_a_study_tells_its_rows_bytes_and_seconds() -> None:
    design = leverage_design(1000)
    found = study_size(design)
    assert found.rows == 1000
    assert found.bytes == 1000 * 8 * len(design.columns)
    assert found.seconds_per_row > 0
    assert found.seconds(4) == pytest.approx(found.seconds() / 4)


def test_nothing_is_measured_unless_it_is_wanted() -> None:
    assert study_size(leverage_design(5), measures=False).seconds() == 0


def test_slow_rows_are_measured_at_one_place_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(size, "MOST_SECONDS", 0.0)
    solved: list[int] = []

    def count(design: object, start: int, stop: int) -> None:
        solved.append(stop - start)

    monkeypatch.setattr(size, "solved", count)
    ticks = iter(range(100))
    monkeypatch.setattr(size.time, "process_time", lambda: next(ticks))
    assert study_size(leverage_design(1000)).seconds_per_row == 1 / 32
    assert solved == [1, 32]
