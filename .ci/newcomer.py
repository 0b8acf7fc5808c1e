"""Runs the README's commands in a bare Debian, as somebody does who has just cloned the sources.

Usage: newcomer.py RELEASE [PYTHON]

The first command is run in a minimal system of that release, in a clone, with an empty home. With
the name of one of the release's Pythons, such as python3.15, the second one is run on that Python.
Needs Debian and root.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "packaging"))

from installers.bare_debian import SHARED, BareDebian, bare_debian  # noqa: E402
from installers.steps import demand, install_debian_packages, step  # noqa: E402

LARGEST_ENVIRONMENT = 500_000_000
"""Bytes that the environment of the first command may take."""

COUNTED_IN_A_THREAD = {
    "EXPLORER_TEST_RUNNER": "threaded",
    "PYTEST_ADDOPTS": "--cov --cov-report=",
}
"""The variables of the tests."""

CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
CHECKOUT = f"{SHARED}/checkout"
HOME = f"{SHARED}/home"


def main(words: Sequence[str]) -> int:
    """Run the trial; return 0 if it passed."""
    if len(words) not in (1, 2):
        print(__doc__, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        debian = newcomer(Path(folder), words[0])
        try_start(debian)
        if len(words) == 2:
            try_tests(debian, words[1])
    return 0


def newcomer(folder: Path, release: str) -> BareDebian:
    """Make a bare Debian that shares a fresh clone and an empty home with this machine."""
    install_debian_packages("debootstrap", "debian-archive-keyring")
    debian = bare_debian(folder / release, folder / "shared", release=release)
    clone = ["git", "clone", "--quiet", str(ROOT), str(debian.shared / "checkout")]
    subprocess.run(clone, check=True)
    (debian.shared / "home").mkdir()
    # Inside, the network must be trusted as it is outside.
    if CERTIFICATES.exists():
        shutil.copy(CERTIFICATES, debian.shared / "certificates.pem")
    return debian


def try_start(debian: BareDebian) -> None:
    """Run the first command twice, with what it says; look at the size of the environment."""
    command = ["sh", f"{CHECKOUT}/packaging/start", "solve"]
    for turn in ("the first time", "again"):
        started = time.monotonic()
        inside(debian, command, expected="October 2025")
        step(f"`start solve` {turn}: {time.monotonic() - started:.0f} s")
    files = (debian.shared / "checkout/.venv").rglob("*")
    size = sum(each.stat().st_size for each in files if each.is_file() and not each.is_symlink())
    step(f"its environment: {size / 1e6:.0f} MB")
    demand(size <= LARGEST_ENVIRONMENT, "The environment of the first command is too large.")


def try_tests(debian: BareDebian, python: str) -> None:
    """Run the second command on one Python of the system, and demand its coverage.

    The windows of these tests solve in a thread, as on a slow machine; those of every day do not.
    """
    debian.install(python, f"{python}-venv")
    step(f"the tests on {debian.run([python, '--version']).stdout.strip()}")
    command = [python, f"{CHECKOUT}/packaging/bootstrap.py", "test"]
    inside(debian, command, expected=" passed", more=COUNTED_IN_A_THREAD)
    step("coverage, package by package")
    counted = f"cd {CHECKOUT} && .venv/bin/python .ci/coverage_rooms.py"
    inside(debian, ["sh", "-c", counted], expected="model")


def inside(
    debian: BareDebian,
    command: Sequence[str],
    *,
    expected: str,
    more: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Run a command inside, show what it prints, and demand that some words are among that.

    ``more`` are variables beside those of a newcomer.
    """
    words = debian.command(command, more={**variables(), **more})
    log = debian.folder.with_suffix(".log")
    with log.open("w", encoding="utf-8") as output:
        ran = subprocess.run(words, stdout=output, stderr=subprocess.STDOUT, check=False)
    said = log.read_text(encoding="utf-8", errors="replace")
    print("\n".join(said.splitlines()[-25:]), flush=True)
    demand(ran.returncode == 0, f"{' '.join(command)} ended with {ran.returncode}.")
    demand(expected in said, f"{' '.join(command)} did not say {expected!r}.")


def variables() -> Mapping[str, str]:
    """Return what a newcomer's environment holds beside the path."""
    trusted = {"PIP_CERT": f"{SHARED}/certificates.pem"} if CERTIFICATES.exists() else {}
    profile = os.environ.get("HYPOTHESIS_PROFILE")
    chosen = {"HYPOTHESIS_PROFILE": profile} if profile else {}
    return {"HOME": HOME, **trusted, **chosen}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
