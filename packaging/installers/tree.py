"""Folders that come out equal each time: settled modes and times, archives, lists, comparisons."""

import hashlib
import os
import tarfile
from pathlib import Path

from installers.product import SOURCE_DATE
from installers.steps import demand, run

FOLDER_MODE, PROGRAM_MODE, FILE_MODE = 0o755, 0o755, 0o644


def settle(folder: Path, programs: frozenset[str]) -> None:
    """Give everything in a folder the modes and the time that it is shipped with.

    Parameters
    ----------
    folder
        The folder; it counts too.
    programs
        The names of the files that can be run.
    """
    for path in sorted(folder.rglob("*"), reverse=True):
        if not path.is_symlink():
            program = path.name in programs
            mode = FOLDER_MODE if path.is_dir() else PROGRAM_MODE if program else FILE_MODE
            path.chmod(mode)
        os.utime(path, (SOURCE_DATE, SOURCE_DATE), follow_symlinks=False)
    folder.chmod(FOLDER_MODE)
    os.utime(folder, (SOURCE_DATE, SOURCE_DATE))


def contents(folder: Path) -> dict[str, str]:
    """Return what lies in a folder: each name, and a digest, or where a link points."""
    return {
        path.relative_to(folder).as_posix(): _content(path) for path in sorted(folder.rglob("*"))
    }


def demand_equal(first: Path, second: Path) -> None:
    """Stop the build unless two folders hold the same, byte for byte.

    Raises
    ------
    BuildError
        If they differ; the text names some files.
    """
    one, other = contents(first), contents(second)
    differ = sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
    demand(not differ, "Two builds differ: " + ", ".join(differ[:10]))


def write_archive(folder: Path, archive: Path) -> None:
    """Pack a settled folder into a ``.tar.xz`` that is the same each time.

    Parameters
    ----------
    folder
        The folder; the archive holds it by its name.
    archive
        The file to write.
    """
    plain = archive.with_suffix("")
    with tarfile.open(plain, "w", format=tarfile.PAX_FORMAT) as packed:
        for path in (folder, *sorted(folder.rglob("*"))):
            packed.add(
                path, path.relative_to(folder.parent).as_posix(), recursive=False, filter=_owned
            )
    # The number of threads decides where blocks end, so it is not left to the machine. Level 1
    # packs in 5 s what level 6 packs in 34 s, and the archive is an eighth larger.
    run(["xz", "--force", "-1", "--threads=2", plain])


def sha256(path: Path) -> str:
    """Return a file's SHA-256 in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _owned(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    return member


def _content(path: Path) -> str:
    if path.is_symlink():
        return f"link to {path.readlink()}"
    return "folder" if path.is_dir() else sha256(path)
