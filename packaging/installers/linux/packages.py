"""The packages for Linux, from nothing: frozen, packed, installed, tested, removed."""

import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from installers import product
from installers.bare_debian import SHARED, BareDebian, bare_debian
from installers.bundle import BUILD, freezing_environment
from installers.linux.bundle import (
    BUILDER_PACKAGES,
    RELEASE,
    check,
    copied,
    demand_python,
    freezing_folder,
    frozen_twice,
    hand_over,
)
from installers.linux.deb import HOME, file_name, pack, pack_plain, write_control, write_tree
from installers.linux.manual import command_names
from installers.linux.portable import prove_portable, write_portable
from installers.linux.proof import DESKTOP_PACKAGES, STALE, prove_bare, prove_desktop
from installers.notices import write_notices, write_system_notices
from installers.product import COMMAND
from installers.release_files import DIST, write_companions
from installers.steps import demand, install_debian_packages, step
from installers.tree import sha256

OLDER = "0.0.1"
"""The version of the package that is upgraded."""


def main(words: Sequence[str]) -> None:
    """Build the Debian package and the portable archive, and prove both."""
    demand(not words, "linux takes no further words.")
    demand_python()
    install_debian_packages("debootstrap", "debian-archive-keyring", "xz-utils")
    place = BUILD / "linux"
    shutil.rmtree(place, ignore_errors=True)
    builder, desktop, bare = prepare(place)
    bundle = frozen_twice(builder)
    needed = check(bundle)
    licences = all_notices(builder, bundle)
    tree = place / "shared/tree"
    write_tree(bundle, tree, helps(builder, bundle), licences)
    old, new = both_versions(builder, tree, needed)
    archive = write_portable(bundle, builder.shared, licences)
    with ThreadPoolExecutor() as both:
        proofs = [
            both.submit(prove_desktop, desktop, old, new),
            both.submit(prove_alone, bare, new, archive, needed),
        ]
        for each in proofs:
            each.result()
    finish(new, archive)
    write_companions(DIST, "linux", licences, freezing_folder(builder) / "bin/python")
    # Some gigabytes, which only a failure makes worth a look.
    shutil.rmtree(place, ignore_errors=True)


def prepare(place: Path) -> tuple[BareDebian, BareDebian, BareDebian]:
    """Make Debian three times: to build in, as a desktop, and bare.

    The environment whose packages are frozen is made meanwhile, in the folder they share.
    """
    shared = place / "shared"
    shared.mkdir(parents=True)
    with ThreadPoolExecutor() as pool:
        environment = pool.submit(freezing_environment, shared / "freezing")
        bare = bare_debian(place / "bare", shared, release=RELEASE)
        builder, desktop = (copied(bare, place / name, shared) for name in ("builder", "desktop"))
        step("installing what builds, and what makes a desktop")
        installed = [
            pool.submit(builder.install, *BUILDER_PACKAGES),
            pool.submit(desktop.install, *DESKTOP_PACKAGES),
        ]
        for each in (environment, *installed):
            each.result()
    hand_over(builder)
    return builder, desktop, bare


def all_notices(builder: BareDebian, bundle: Path) -> Path:
    """Return a folder with the notices of all parts of a bundle, Debian's libraries included."""
    python, folder = freezing_folder(builder) / "bin/python", builder.shared / "licences"
    write_notices(folder, python)
    write_system_notices(folder / "system", bundle, python, builder.folder)
    return folder


def helps(builder: BareDebian, bundle: Path) -> dict[str, str]:
    """Return what the frozen program and each of its commands say under ``--help``."""
    program = f"{SHARED}/{bundle.relative_to(builder.shared)}/{COMMAND}"

    def said(*words: str) -> str:
        return builder.run([program, *words, "--help"], more={"COLUMNS": "78"}).stdout

    whole = said()
    return {COMMAND: whole, **{f"{COMMAND} {each}": said(each) for each in command_names(whole)}}


def both_versions(builder: BareDebian, tree: Path, needed: Sequence[str]) -> tuple[Path, Path]:
    """Pack a tree as an older version with a file more, then as it is."""
    step("packing")
    stale = tree / HOME / STALE
    stale.write_text("Nobody needs this any more.\n", encoding="utf-8")
    write_control(tree, OLDER, needed)
    old = pack_plain(builder, tree, builder.shared / "older" / file_name(OLDER))
    stale.unlink()
    write_control(tree, product.version(), needed)
    return old, pack(builder, tree, product.version())


def prove_alone(bare: BareDebian, package: Path, archive: Path, needed: Sequence[str]) -> None:
    """Prove the package, and the archive once the package has gone, where nothing else is."""
    prove_bare(bare, package)
    prove_portable(bare, archive, needed)


def finish(*packages: Path) -> None:
    """Put what has been proved into the folder of finished packages."""
    DIST.mkdir(exist_ok=True)
    for package in packages:
        target = DIST / package.name
        shutil.copyfile(package, target)
        step(f"{target.name}: {target.stat().st_size / 1e6:.1f} MB, sha256 {sha256(target)}")
