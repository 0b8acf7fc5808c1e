"""How large a study is, before it starts: rows, bytes, and time measured on a few rows."""

import time

from explorer.model.study_rows import StudySize
from explorer.studies.designed.batch import solved
from explorer.studies.designed.design import Design

SAMPLES = 4
"""Places of a study at which rows are measured, spread over its length."""

SAMPLE_ROWS = 32
"""Rows that are measured at each place."""

MOST_SECONDS = 2.0
"""Seconds after which no further place is measured."""

BYTES = 8
"""Bytes of a cell while a study runs."""


def study_size(design: Design, *, measures: bool = True) -> StudySize:
    """Return how large a study is.

    ``measures``: Whether to measure the time of a few rows, which takes a moment.
    """
    seconds = _measured(design) if measures else 0.0
    return StudySize(design.rows, BYTES * len(design.columns), seconds)


def _measured(design: Design) -> float:
    """Return the processor's seconds for a row, without what is done once for all of them."""
    count = min(SAMPLE_ROWS, design.rows)
    solved(design, 0, 1)
    spent, rows = 0.0, 0
    for sample in range(SAMPLES):
        start = (design.rows - count) * sample // max(1, SAMPLES - 1)
        began = time.process_time()
        solved(design, start, start + count)
        spent += time.process_time() - began
        rows += count
        if spent > MOST_SECONDS:
            break
    return spent / rows
