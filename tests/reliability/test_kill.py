"""The program is killed at random moments: documents stay whole, and what was kept is there."""

import sys

from tests.reliability import kill

SEED = 5


def test_a_killed_program_leaves_whole_documents_and_everything_that_was_kept() -> None:
    sys.stdout.write(f"seed {SEED}\n" + "\n".join(kill.run(seed=SEED, long=False)) + "\n")
