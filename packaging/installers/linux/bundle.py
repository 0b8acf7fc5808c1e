"""Freezes the program for Linux in a bare Debian 12, whatever this machine is, and checks it."""

import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from installers import product
from installers.bare_debian import SHARED, BareDebian
from installers.bundle import REPRODUCIBLE, size
from installers.linux import elf
from installers.product import PACKAGING, ROOT
from installers.steps import demand, run, step
from installers.tree import demand_equal, settle

RELEASE = "bookworm"
"""The Debian in which the program is frozen; its Python is the one that is frozen too."""

PYTHON = (3, 11)
"""The Python of that release; what is frozen with it is installed by the same one here."""

BUILDER_PACKAGES = (
    "binutils", "libdbus-1-3", "libegl1", "libfontconfig1", "libgl1", "libglib2.0-0",
    "libpython3.11", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0",
    "libxcb-xkb1", "libxkbcommon-x11-0", "libxkbcommon0", "python3",
)  # fmt: skip
"""What freezing needs: Python as a library, what Qt opens, and what reads binaries."""

TOP_LEVEL = frozenset({
    "PIL", "PySide6", "base_library.zip", "docx", "lxml", "numpy", "numpy.libs", "pillow.libs",
    "pptx", "pydantic_core", "pyqtgraph", "python3.11", "resources", "shiboken6",
})  # fmt: skip
"""What lies in the bundle beside libraries and the records of packages."""

LARGEST = 220_000_000
"""How many bytes the bundle may have."""

_SOURCES = ("explorer", "resources", "packaging")
_FREEZING = "freezing"


def demand_python() -> None:
    """Stop the build unless this interpreter is of the version that is frozen.

    Raises
    ------
    BuildError
        If it is another one.
    """
    demand(
        sys.version_info[:2] == PYTHON,
        "The Linux packages are built with Python 3.11, as Debian 12 has it. Delete .venv and "
        "start again with that one.",
    )


def frozen_twice(builder: BareDebian) -> Path:
    """Freeze the program twice, from two places, and demand that both are the same.

    Equal bytes from unequal places show also that no path of the build is inside.

    Parameters
    ----------
    builder
        The Debian to freeze in, with :data:`BUILDER_PACKAGES`; its shared folder holds the
        environment that :func:`freezing_folder` names.

    Returns
    -------
    Path
        The folder with the frozen program.
    """
    step("freezing, twice")
    with ThreadPoolExecutor() as both:
        first, second = both.map(partial(_freeze, builder), ("first", "other-place"))
    demand_equal(first, second)
    step("both are the same, byte for byte")
    return first


def freezing_folder(builder: BareDebian) -> Path:
    """Return where the environment lies whose packages are frozen."""
    return builder.shared / _FREEZING


def hand_over(builder: BareDebian) -> None:
    """Make the environment that was filled here one of the builder's Python.

    Only then does it name the Python that is frozen, which bills and notices read from it.
    """
    shutil.rmtree(freezing_folder(builder) / "bin")
    environment = f"{SHARED}/{_FREEZING}"
    builder.run(["python3", "-m", "venv", "--without-pip", "--upgrade", environment])


def check(bundle: Path) -> tuple[str, ...]:
    """Demand that a bundle holds what it must and nothing else.

    Parameters
    ----------
    bundle
        The folder of the frozen program.

    Returns
    -------
    tuple of str
        The Debian packages that it needs, with the oldest version of the C library.

    Raises
    ------
    BuildError
        If something is missing, stray or too large.
    """
    demand_no_strays(bundle)
    demand_no_path_of(bundle, str(ROOT))
    found, inside = elf.binaries(bundle), elf.names(bundle)
    elf.demand_complete(found, inside)
    bytes_inside = size(bundle)
    demand(bytes_inside <= LARGEST, f"The bundle has {bytes_inside} bytes; at most {LARGEST}.")
    oldest = ".".join(map(str, elf.newest(found, "GLIBC")))
    step(f"bundle: {bytes_inside / 1e6:.0f} MB of at most {LARGEST / 1e6:.0f}, glibc {oldest}")
    needed = elf.packages(found, inside)
    return tuple(f"libc6 (>= {oldest})" if each == "libc6" else each for each in needed)


def demand_no_strays(bundle: Path) -> None:
    """Stop the build if something lies in the bundle that nobody expects there.

    Raises
    ------
    BuildError
        If so, or if something expected is not there.
    """
    there = {path.name for path in (bundle / "_internal").iterdir()}
    names = {name for name in there if ".so" not in name and not name.endswith(".dist-info")}
    stray, lost = sorted(names - TOP_LEVEL), sorted(TOP_LEVEL - names)
    demand(not stray, f"Nobody expects in the bundle: {', '.join(stray)}")
    demand(not lost, f"The bundle lacks: {', '.join(lost)}")


def demand_no_path_of(bundle: Path, place: str) -> None:
    """Stop the build if a file in the bundle names a place of this machine.

    Raises
    ------
    BuildError
        If one does.
    """
    found = [path.name for path in bundle.rglob("*") if path.is_file() and _tells(path, place)]
    demand(not found, f"{place} is named in {', '.join(found[:5])}.")


def _tells(path: Path, place: str) -> bool:
    return place.encode() in path.read_bytes()


def _freeze(builder: BareDebian, name: str) -> Path:
    source = builder.shared / name
    shutil.rmtree(source, ignore_errors=True)
    for folder in _SOURCES:
        unwanted = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, source / folder, ignore=unwanted)
    inside = f"{SHARED}/{name}"
    builder.run(
        [
            *(f"{SHARED}/{_FREEZING}/bin/python", "-m", "PyInstaller", "--noconfirm", "--clean"),
            *("--distpath", f"{inside}/dist", "--workpath", f"{inside}/work"),
            f"{inside}/{(PACKAGING / 'explorer.spec').relative_to(ROOT)}",
        ],
        more={**REPRODUCIBLE, "PYTHONDONTWRITEBYTECODE": "1", "HOME": f"{inside}/home"},
    )
    bundle = source / "dist" / product.FOLDER
    settle(bundle, frozenset({product.COMMAND}))
    return bundle


def copied(debian: BareDebian, folder: Path, shared: Path) -> BareDebian:
    """Copy a bare Debian, which is quicker than to make another one."""
    shutil.rmtree(folder, ignore_errors=True)
    shared.mkdir(parents=True, exist_ok=True)
    run(["cp", "--archive", "--reflink=auto", debian.folder, folder])
    return BareDebian(folder, shared)
