"""Makes the Debian package: its files, what it tells of itself, and the packing."""

import hashlib
import shutil
import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path

from installers import product
from installers.bare_debian import SHARED, BareDebian
from installers.bundle import REPRODUCIBLE, size
from installers.linux.desktop_files import build_date, filled, write_desktop_files
from installers.linux.manual import manual_page, packed
from installers.product import COMMAND, PACKAGE, ROOT
from installers.steps import demand
from installers.tree import settle, sha256

HOME = f"usr/lib/{PACKAGE}"
"""Where the bundle lies on the system."""

FONTS = "fonts-dejavu-core | fonts-noto-core | fonts-liberation2 | fonts-liberation"
"""One of these is needed: without any font all text would be invisible."""

KOREAN_FONTS = "fonts-nanum | fonts-noto-cjk | fonts-unfonts-core"
"""One of these is wished for: names are written in Korean too."""

_COMPRESSION = ("-Zxz", "-z1", "--threads-max=2")
"""Level 1 packs in 5 s what level 6 packs in 34 s, and the package is an eighth larger."""


def file_name(version: str) -> str:
    """Return what a package of a version is called."""
    return f"{PACKAGE}_{version}_amd64.deb"


def write_tree(bundle: Path, tree: Path, helps: Mapping[str, str], licences: Path) -> None:
    """Lay out everything that the package installs.

    Parameters
    ----------
    bundle
        The folder of the frozen program; its files are linked, not copied.
    tree
        The folder that becomes the package; it must not exist.
    helps
        What each command says of itself, see :func:`installers.manual.manual_page`.
    licences
        The folder with the notices of all parts.
    """
    home, share = tree / HOME, tree / "usr/share"
    home.parent.mkdir(parents=True)
    # The same file system, so links cost nothing.
    for path in (bundle, *sorted(bundle.rglob("*"))):
        target = home / path.relative_to(bundle)
        if path.is_symlink():
            target.symlink_to(path.readlink())
        elif path.is_dir():
            target.mkdir()
        else:
            target.hardlink_to(path)
    (tree / "usr/bin").mkdir()
    (tree / "usr/bin" / COMMAND).symlink_to(f"../lib/{PACKAGE}/{COMMAND}")
    write_desktop_files(share)
    manual = share / f"man/man1/{COMMAND}.1.gz"
    manual.parent.mkdir(parents=True)
    manual.write_bytes(packed(manual_page(helps, build_date().isoformat())))
    _write_documentation(share / "doc" / PACKAGE, licences)


def write_control(tree: Path, version: str, needed: Sequence[str]) -> None:
    """Write what the package tells of itself, and settle the whole tree.

    Parameters
    ----------
    tree
        What :func:`write_tree` has laid out.
    version
        The package's version.
    needed
        Debian packages that it needs beside a font.
    """
    control = tree / "DEBIAN"
    control.mkdir(exist_ok=True)
    files = sorted(path for path in (tree / "usr").rglob("*") if path.is_file())
    sums = [
        f"{_md5(path)}  {path.relative_to(tree).as_posix()}\n"
        for path in files
        if not path.is_symlink()
    ]
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")
    about = control_text(version, needed, size(tree / "usr") // 1024)
    (control / "control").write_text(about, encoding="utf-8")
    settle(tree, frozenset({COMMAND}))


def control_text(version: str, needed: Sequence[str], kibibytes: int) -> str:
    """Return the package's control file.

    Parameters
    ----------
    version, needed
        As for :func:`write_control`.
    kibibytes
        How much the package takes when installed.
    """
    about = textwrap.fill(
        "Two sides talk; each has red lines, and each would rather wait than take a bad deal. "
        "The deal zones, the packages that both sides prefer to waiting, are recomputed and "
        "redrawn while the hand is still on the slider. A teaching and thinking instrument, not "
        "a forecast; it never uses the network.",
        76,
        initial_indent=" ",
        subsequent_indent=" ",
    )
    return (
        f"Package: {PACKAGE}\nVersion: {version}\nArchitecture: amd64\n"
        f"Maintainer: {product.PUBLISHER} <{PACKAGE}@users.noreply.github.com>\n"
        f"Installed-Size: {kibibytes}\nSection: education\nPriority: optional\n"
        f"Depends: {', '.join([*needed, FONTS])}\nRecommends: {KOREAN_FONTS}\n"
        f"Description: {_short(product.SUMMARY)}\n{about}\n"
    )


def pack(builder: BareDebian, tree: Path, version: str) -> Path:
    """Pack a tree, and demand that packing it again would give the same bytes.

    Parameters
    ----------
    builder
        The Debian whose tools are used.
    tree
        The tree, settled, in the folder that the builder shares.
    version
        The package's version.

    Returns
    -------
    Path
        The package, in the shared folder.
    """
    first = pack_plain(builder, tree, builder.shared / "once" / file_name(version))
    second = pack_plain(builder, tree, builder.shared / "again" / file_name(version))
    demand(sha256(first) == sha256(second), "Packing twice gave two different packages.")
    return _pack(builder, tree, builder.shared / file_name(version), _COMPRESSION)


def pack_plain(builder: BareDebian, tree: Path, package: Path) -> Path:
    """Pack a tree without making it smaller, which is quick; both lie in the shared folder."""
    return _pack(builder, tree, package, ("-Znone",))


def _pack(builder: BareDebian, tree: Path, package: Path, how: Sequence[str]) -> Path:
    package.parent.mkdir(exist_ok=True)
    inside = [f"{SHARED}/{path.relative_to(builder.shared)}" for path in (tree, package)]
    command = ("dpkg-deb", "--root-owner-group", *how, "--build", *inside)
    builder.run(command, more=REPRODUCIBLE)
    return package


def _write_documentation(folder: Path, licences: Path) -> None:
    folder.mkdir(parents=True)
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8").strip()
    lines = [f" {line.strip()}" if line.strip() else " ." for line in licence.splitlines()]
    year = str(build_date().year)
    site = "www.debian.org"
    about = filled("copyright", site=site, year=year, mit="\n".join(lines))
    (folder / "copyright").write_text(about, encoding="utf-8")
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    (folder / "changelog.gz").write_bytes(packed(changelog))
    shutil.copytree(licences, folder / product.LICENCES)


def _short(summary: str) -> str:
    """Return a summary as control files have it: begun small, without a full stop."""
    return summary[:1].lower() + summary[1:].rstrip(".")


def _md5(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "md5").hexdigest()
