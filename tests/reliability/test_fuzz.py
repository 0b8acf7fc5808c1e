"""No spoilt input gets past the readers; ``python -m tests.reliability fuzz --long`` tries more."""

import sys

from tests.reliability import fuzz

SEED = 7


def test_readers_and_command_lines_answer_whatever_they_are_given() -> None:
    sys.stdout.write(f"seed {SEED}\n" + "\n".join(fuzz.run(seed=SEED, long=False)) + "\n")
