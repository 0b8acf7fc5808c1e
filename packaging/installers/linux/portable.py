"""The portable archive for Linux: the bundle with a mark, proved by moving it."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from installers import product
from installers.bare_debian import SHARED, BareDebian
from installers.linux.proof import document_path, place_document
from installers.linux.self_tests import USER, as_user, demand_self_test
from installers.product import COMMAND, PORTABLE_MARKER
from installers.steps import demand, step
from installers.tree import settle, write_archive

MARK = """This file makes the program portable: settings, recovery and log lie in the folder data
beside it, and move along when the whole folder is moved. Delete it to keep them in the home.
"""
"""What the mark tells who reads it."""

FONTS = ("fonts-dejavu-core", "fonts-nanum")
"""Debian packages of fonts with Latin and Korean letters."""


def folder_name() -> str:
    """Return what the folder in the archive is called."""
    return f"{product.PACKAGE}-{product.version()}-linux-x86_64-portable"


def write_portable(bundle: Path, place: Path, licences: Path) -> Path:
    """Make the archive.

    Parameters
    ----------
    bundle
        The folder of the frozen program.
    place
        Where the archive shall lie.
    licences
        The folder with the notices of all parts.

    Returns
    -------
    Path
        The archive.
    """
    folder = place / "portable" / folder_name()
    shutil.copytree(bundle, folder, symlinks=True)
    (folder / PORTABLE_MARKER).write_text(MARK, encoding="utf-8")
    shutil.copytree(licences, folder / product.LICENCES)
    settle(folder, frozenset({COMMAND}))
    archive = place / f"{folder.name}.tar.xz"
    write_archive(folder, archive)
    return archive


def prove_portable(debian: BareDebian, archive: Path, needed: Sequence[str]) -> None:
    """Prove that the archive runs at two places, and that settings move along with it.

    Parameters
    ----------
    debian
        A bare Debian with the ordinary user.
    archive
        The archive, in the folder that it shares.
    needed
        Debian packages that the program needs, as a package's control file lists them.

    Raises
    ------
    BuildError
        If it does not run, or forgets, or writes into the home.
    """
    step("the portable archive, unpacked, run, moved and run again")
    debian.install(*(each.split()[0] for each in needed), *FONTS, "xz-utils")
    home = f"/home/{USER}"
    room, other = f"{home}/room 101", f"{home}/강의실 202"
    debian.run(as_user("mkdir", room, other))
    unpack = ("tar", "--extract", "--xz", f"--file={SHARED}/{archive.name}")
    debian.run(as_user(*unpack, f"--directory={room}"))
    before = f"{room}/{folder_name()}"
    for name in ("third", "fourth"):
        place_document(debian, name)
    _open(debian, before, "third")
    after = f"{other}/{folder_name()}"
    debian.run(as_user("mv", before, after))
    _open(debian, after, "fourth")
    recent = _recent(debian, after)
    both = {document_path("third"), document_path("fourth")}
    demand(both <= recent, f"Settings did not move along; they remember {sorted(recent)}.")
    demand_self_test(debian, f"{after}/{COMMAND}", "offscreen", before=())
    debian.run(as_user("test", "!", "-e", f"{home}/.config/{COMMAND}"))
    debian.run(as_user("test", "!", "-e", f"{home}/.local/state/{COMMAND}"))


def _open(debian: BareDebian, folder: str, name: str) -> None:
    program, path = f"{folder}/{COMMAND}", document_path(name)
    debian.run(as_user(program, path, "--smoke", "--qpa", "offscreen"), limit=60)


def _recent(debian: BareDebian, folder: str) -> set[str]:
    settings = debian.folder / folder.lstrip("/") / "data/config/settings.json"
    demand(settings.is_file(), f"The portable program keeps no settings in {settings}.")
    return set(json.loads(settings.read_text(encoding="utf-8"))["recent_files"])
