"""Every system call of a save fails in turn: the old or the new content is there, whole."""

import sys

from tests.reliability import injection

SEED = 8


def test_whatever_call_of_a_save_fails_the_old_or_the_new_content_is_whole() -> None:
    sys.stdout.write(f"seed {SEED}\n" + "\n".join(injection.run(seed=SEED, long=False)) + "\n")
