"""Run one trial by its name and print its figures."""

import argparse
import secrets
import sys
from importlib import import_module

TRIALS = ("kill", "injection", "endurance", "hostile_files", "fuzz")


def main() -> int:
    """Run what the command line names; return 0, or 1 if it found something."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability", description=__doc__)
    parser.add_argument("trial", choices=TRIALS)
    parser.add_argument("--long", action="store_true", help="all of it, which may take an hour")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6), metavar="N")
    asked = parser.parse_args()
    sys.stdout.write(f"{asked.trial}: seed {asked.seed}\n")
    sys.stdout.flush()
    try:
        # By name, so that a trial needs only what it uses itself.
        figures = import_module(f"tests.reliability.{asked.trial}").run(
            seed=asked.seed, long=asked.long
        )
    except AssertionError as found:
        sys.stdout.write(f"{asked.trial} failed (seed {asked.seed}): {found}\n")
        return 1
    sys.stdout.write("\n".join((*figures, f"{asked.trial} passed", "")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
