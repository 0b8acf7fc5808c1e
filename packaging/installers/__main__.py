"""The door of the build: one word for each thing that can be built or proved."""

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from installers.steps import BuildError

COMMANDS = {
    "linux": ("installers.linux.packages", "make and prove the packages for Linux, on Debian"),
    "windows": ("installers.windows.packages", "make and prove those for Windows, on Debian"),
    "mac": ("installers.mac.image", "make and prove the disk image, on a Mac"),
    "mac-wheels": ("installers.mac.wheels", "check what the Mac package is made from, anywhere"),
    "checks": ("installers.checks", "check workflows, scripts, property lists and icons"),
    "self-test": ("installers.self_testing", "have an installed program test itself"),
    "bundle": ("installers.bundle", "freeze the program for this system into build/bundle"),
    "icons": ("installers.icons", "make packaging/icons from the drawings in resources/icons"),
    "notices": ("installers.notices", "write the licences of what is frozen into a folder"),
    "bill": ("installers.bill", "write the bill of materials of what is frozen"),
    "windows-release": ("installers.windows.release", "freeze on Windows, then pack on Debian"),
    "windows-prove": ("installers.windows.native_proof", "prove the packages on Windows itself"),
    "release-files": ("installers.release_files", "check dist and write its checksums"),
}
"""Each command with the module whose ``main`` carries it out, and what it does."""


def main(words: Sequence[str]) -> int:
    """Carry out one command; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="sh packaging/bootstrap build",
        description="Build and prove the installers; packaging/README.md tells more.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(f"  {name:16} {told}" for name, (_, told) in COMMANDS.items()),
    )
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND")
    parser.add_argument("words", nargs=argparse.REMAINDER, help="what the command is given")
    asked = parser.parse_args(words)
    carry_out: Callable[[Sequence[str]], None] = import_module(COMMANDS[asked.command][0]).main
    try:
        carry_out(asked.words)
    except BuildError as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
