"""Builds and proves the disk image for the Mac; runs on a Mac only."""

import platform
import shutil
import sys
import tempfile
import venv
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

from installers import product
from installers.bundle import BUILD, freeze, freezing_environment, size
from installers.mac import signing as mac_signing
from installers.notices import write_notices
from installers.product import PACKAGING
from installers.release_files import DIST, write_companions
from installers.self_testing import prove
from installers.steps import BuildError, demand, run, step

APPLICATION = f"{product.NAME}.app"
"""What the application is called on the Mac."""

TRIES = 5
"""How often an image is tried; the system sometimes says that it is busy, for no reason of ours."""

QPA = "cocoa"
"""Qt's platform plugin on the Mac."""


def main(words: Sequence[str]) -> None:
    """Build the disk image, or with ``prove FILE`` prove one that was built elsewhere."""
    demand(sys.platform == "darwin", "The Mac's package can only be built and proved on a Mac.")
    if words[:1] == ["prove"] and len(words) == 2:
        prove_image(Path(words[1]))
        return
    demand(not words, "mac takes no words, or: prove FILE")
    image = build()
    prove_image(image)
    step(f"{image.name}: {image.stat().st_size / 1e6:.1f} MB")


def build() -> Path:
    """Build the signed disk image and what lies beside it; return the image."""
    python = freezing_environment(BUILD / "freezing")
    application = freeze(python, BUILD / "bundle").parent / APPLICATION
    licences = application / "Contents" / "Resources" / product.LICENCES
    write_notices(licences, python)
    system = f"mac-{platform.machine()}"
    write_companions(DIST, system, licences, python)
    image = DIST / f"{product.PACKAGE}-{product.version()}-{system}.dmg"
    step(f"application: {size(application) / 1e6:.0f} MB")
    has = mac_signing.here()
    with (
        tempfile.TemporaryDirectory() as folder,
        mac_signing.keychain(has, Path(folder)) as identity,
    ):
        mac_signing.sign(application, identity)
        prove(program_in(application), QPA)
        make_image(application, image)
        run(["codesign", "--force", "--sign", identity, image])
        mac_signing.notarise(image, has, Path(folder))
    return image


def program_in(application: Path) -> Path:
    """Return the program inside an application."""
    return application / "Contents" / "MacOS" / product.COMMAND


def make_image(application: Path, image: Path) -> None:
    """Make the disk image, again if the system is busy.

    Raises
    ------
    BuildError
        If it cannot be made.
    """
    step("drawing the disk image")
    python = image_environment(BUILD / "imaging")
    settings = PACKAGING / "mac" / "disk_image.py"
    given = ["-s", settings, "-D", f"application={application}"]
    again([python, "-m", "dmgbuild", *given, product.NAME, image], image)


def again(command: Sequence[str | Path], result: Path) -> None:
    """Run a command until its result is there, at most :data:`TRIES` times.

    Raises
    ------
    BuildError
        If it never is.
    """
    for left in reversed(range(TRIES)):
        result.unlink(missing_ok=True)
        done = run(command, expected=None)
        if done.returncode == 0 and result.is_file():
            return
        step(f"not made; {left} tries left:\n{done.stdout}")
    raise BuildError(f"{result.name} could not be made in {TRIES} tries.")


def image_environment(folder: Path) -> Path:
    """Make an environment with what draws disk images; return its interpreter."""
    venv.create(folder, with_pip=True, clear=True)
    python = folder / "bin" / "python"
    lock = PACKAGING / "mac" / "image.lock"
    run([python, "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "-r", lock])
    return python


def prove_image(image: Path) -> None:
    """Prove a disk image: the program tests itself in it, and copied out of it.

    Raises
    ------
    BuildError
        If the image lacks something, or the program does not pass.
    """
    with mounted(image) as place, tempfile.TemporaryDirectory() as folder:
        application = place / APPLICATION
        demand(application.is_dir(), f"{image.name} holds no {APPLICATION}.")
        demand((place / "Applications").is_symlink(), f"{image.name} holds no way to Applications.")
        step("from the mounted image")
        prove(program_in(application), QPA)
        copied = Path(folder) / APPLICATION
        shutil.copytree(application, copied, symlinks=True)
        run(["codesign", "--verify", "--deep", "--strict", copied])
        step("copied out of it, as a user would")
        prove(program_in(copied), QPA)


@contextmanager
def mounted(image: Path) -> Generator[Path]:
    """Mount a disk image while something is done with it.

    Yields
    ------
    Path
        Where it is mounted.
    """
    with tempfile.TemporaryDirectory() as folder:
        quiet = ["-nobrowse", "-readonly", "-noautoopen"]
        run(["hdiutil", "attach", image, *quiet, "-mountpoint", folder])
        try:
            yield Path(folder)
        finally:
            run(["hdiutil", "detach", folder, "-force"])
