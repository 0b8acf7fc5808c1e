"""Every hostile file is refused or read; ``python -m tests.reliability hostile_files --long``."""

import sys

import pytest

SEED = 7


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices are no files there")
def test_every_hostile_file_ends_well_or_with_a_complaint() -> None:
    from tests.reliability import hostile_files

    figures = hostile_files.run(seed=SEED, long=False)
    sys.stdout.write(f"seed {SEED}\n" + "\n".join(figures) + "\n")
