"""The window is driven for a while: nothing piles up, and at rest it sleeps."""

import sys

import pytest

from tests.reliability import endurance

SEED = 8


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a process holds")
def test_nothing_piles_up_in_a_window_that_is_used_and_at_rest_it_sleeps() -> None:
    sys.stdout.write(f"seed {SEED}\n" + "\n".join(endurance.run(seed=SEED, long=False)) + "\n")
