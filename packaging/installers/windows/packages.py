"""Builds everything for Windows on Debian, from nothing, and proves it under Wine."""

import argparse
import platform
import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from installers import product
from installers.bundle import BUILD, size
from installers.notices import write_notices
from installers.release_files import DIST, write_companions
from installers.steps import demand, install_debian_packages, run, step
from installers.tree import settle, sha256
from installers.windows.broken import prove_breaks
from installers.windows.executable_check import check_executables
from installers.windows.freezing import freeze_twice
from installers.windows.msi import build_package
from installers.windows.msi_proof import prove_package
from installers.windows.nsis import build_installer
from installers.windows.pictures import take_pictures
from installers.windows.portable_proof import prove_zip
from installers.windows.portable_zip import build_zip
from installers.windows.proof import older_bundle, prove_installer
from installers.windows.python import microsoft_c_library, windows_python
from installers.windows.wine import Wine, copied_prefix, make_prefix, wine_debian, wine_session

INSTALLER_BYTES = 50_000_000
"""How large the installer may be at most."""


@dataclass(frozen=True, slots=True)
class Packages:
    """What is handed out for Windows."""

    installer: Path
    package: Path
    portable: Path

    @property
    def files(self) -> tuple[Path, ...]:
        """All of them."""
        return (self.installer, self.package, self.portable)


def main(words: Sequence[str]) -> None:
    """Build the packages for Windows and prove them."""
    asked = _asked(words)
    demand(platform.machine() == "x86_64", "Programs for Windows are built on a PC of 64 bits.")
    install_debian_packages("nsis", "wixl", "util-linux")
    base = BUILD / "windows"
    shared = base / "shared"
    folder = asked.wine_folder or base / "debian"
    debian = wine_debian(folder, shared, reuse=asked.wine_folder is not None)
    with wine_session(debian) as wine:
        python = windows_python(shared / "python", base / "fetched")
        make_prefix(wine, microsoft_c_library(base / "fetched"))
        bundles = freeze_twice(wine, python, once=asked.once)
        add_licences(bundles, python / "python.exe")
        checked = check_executables(bundles[0])
        step(f"{checked} programs and libraries looked into; all they ask for is there")
        packages = make_packages_twice(bundles, DIST, base / "scratch")
        write_companions(DIST, "windows", bundles[0] / product.LICENCES, python / "python.exe")
        seconds = prove(wine, bundles[0], packages)
        if asked.pictures:
            with copied_prefix(wine, "photographed") as place:
                take_pictures(place, packages.installer, asked.pictures)
        prove_breaks(wine, bundles[0], _emptied(shared / "broken"))
    tell(packages, bundles[0], seconds)
    built = "built" if asked.once else "built twice alike"
    step(f"Windows: {built}, installed, tried, replaced, removed under Wine")
    # Some gigabytes, which only a failure makes worth a look.
    shutil.rmtree(base, ignore_errors=True)


def add_licences(bundles: Sequence[Path], python: Path) -> None:
    """Put the licences of everything in them into frozen programs, and set all times.

    Parameters
    ----------
    bundles
        Folders with the frozen program.
    python
        The interpreter that is frozen; it is not run.
    """
    for bundle in bundles:
        write_notices(bundle / product.LICENCES, python)
        settle(bundle, frozenset())


def make_packages(bundle: Path, out: Path, scratch: Path) -> Packages:
    """Make everything that is handed out from the frozen program.

    Parameters
    ----------
    bundle
        The folder with the frozen program.
    out
        The folder that the packages come into.
    scratch
        A folder for what is made in between.
    """
    version = product.version()
    return Packages(
        build_installer(bundle, out, version=version, scratch=scratch / "nsis"),
        build_package(bundle, out, version=version, scratch=scratch / "wixl"),
        build_zip(bundle, out, version=version),
    )


def make_packages_twice(bundles: Sequence[Path], out: Path, scratch: Path) -> Packages:
    """Make everything from each of the frozen programs at the same time and compare.

    Parameters
    ----------
    bundles
        Folders with frozen programs that are equal.
    out
        The folder that the packages come into.
    scratch
        A folder for what is made in between.

    Raises
    ------
    BuildError
        If two packages of the same kind differ.
    """
    step("packing" if len(bundles) == 1 else "packing, twice")
    places = [out if number == 0 else scratch / f"out-{number}" for number in range(len(bundles))]
    with ThreadPoolExecutor() as both:
        started = [
            both.submit(make_packages, bundle, place, scratch / str(number))
            for number, (bundle, place) in enumerate(zip(bundles, places, strict=True))
        ]
    made = [each.result() for each in started]
    for one, other in zip(made[0].files, made[-1].files, strict=True):
        demand(sha256(one) == sha256(other), f"Packing twice gave two different {one.name}.")
    return made[0]


def prove(wine: Wine, bundle: Path, packages: Packages) -> float:
    """Prove every package on a Windows drive of its own.

    Returns
    -------
    float
        Seconds until the first picture of the installed program.
    """
    scratch = _emptied(wine.shared / "proof")
    handed = [_copy(file, scratch) for file in packages.files]
    with copied_prefix(wine, "installed") as place:
        seconds = prove_installer(place, bundle, handed[0], _emptied(scratch / "nsis"))
    older = older_bundle(bundle, scratch / "older")
    with copied_prefix(wine, "deployed") as place:
        prove_package(place, older, handed[1], scratch)
    with copied_prefix(wine, "carried") as place:
        prove_zip(place, handed[2])
    return seconds


def tell(packages: Packages, bundle: Path, seconds: float) -> None:
    """Print sizes and times, and stop the build if one is over its limit.

    Parameters
    ----------
    packages
        What was made.
    bundle
        The folder with the frozen program.
    seconds
        After how long the installed program showed its first picture.

    Raises
    ------
    BuildError
        If one is.
    """
    step(f"installed {size(bundle) / 1e6:.0f} MB; first picture after {seconds:.2f} s")
    for file in packages.files:
        step(f"{file.stat().st_size / 1e6:5.1f} MB {file.name} sha256 {sha256(file)}")
    large = packages.installer.stat().st_size
    told = f"The installer has {large:,} bytes, more than {INSTALLER_BYTES:,}."
    demand(large <= INSTALLER_BYTES, told)


def _asked(words: Sequence[str]) -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(prog="sh packaging/bootstrap build windows")
    parser.add_argument(
        "--wine-folder", type=Path, help="a Debian with Wine; made there unless it is, and kept"
    )
    parser.add_argument("--once", action="store_true", help="build once and compare nothing")
    parser.add_argument("--pictures", type=Path, help="photograph the installer into this folder")
    return parser.parse_args(words)


def _emptied(folder: Path) -> Path:
    """Return a folder that is there and holds nothing."""
    run(["rm", "-rf", folder])
    folder.mkdir(parents=True)
    return folder


def _copy(file: Path, folder: Path) -> Path:
    """Copy a file into a folder, where Windows programs see it."""
    target = folder / file.name
    target.write_bytes(file.read_bytes())
    return target
