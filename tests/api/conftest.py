"""The command line, as the tests of the commands have it."""

from tests.cli.conftest import dealzone, rooms

__all__ = ["dealzone", "rooms"]
