"""Builds the packages for Windows that are published: frozen on Windows, packed on Debian."""

import base64
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from installers import product
from installers.bundle import BUILD, freeze, freezing_environment
from installers.release_files import DIST, write_companions
from installers.steps import demand, install_debian_packages, run, step
from installers.windows.executable_check import check_executables
from installers.windows.packages import add_licences, make_packages

TIMESTAMPS = "http://timestamp.digicert.com"
"""Who confirms when something was signed, so that it stays valid when the certificate expires."""

BUNDLE = BUILD / "bundle" / product.FOLDER
"""Where the frozen program lies."""


def main(words: Sequence[str]) -> None:
    """Carry out one half of the work: ``freeze`` on Windows, then ``pack`` on Debian."""
    demand(list(words) in (["freeze"], ["pack"]), "windows-release takes: freeze, or: pack")
    if words[0] == "freeze":
        demand(sys.platform == "win32", "This half needs Windows; `build windows` does without.")
        freeze_here()
    else:
        pack()


def freeze_here() -> None:
    """Freeze the program with this machine's Python, and write what lies beside the packages."""
    python = freezing_environment(BUILD / "freezing")
    bundle = freeze(python, BUILD / "bundle")
    add_licences([bundle], python)
    checked = check_executables(bundle)
    step(f"{checked} programs and libraries looked into; all they ask for is there")
    write_companions(DIST, "windows", bundle / product.LICENCES, python)


def pack() -> None:
    """Make all packages from a program that was frozen on Windows, signed where possible."""
    demand(BUNDLE.is_dir(), f"{BUNDLE} is missing; it is made by: windows-release freeze")
    install_debian_packages("nsis", "wixl", "osslsigncode")
    certificate = os.environ.get("WINDOWS_CERTIFICATE", "")
    password = os.environ.get("WINDOWS_PASSWORD", "")
    sign(
        [BUNDLE / f"{name}.exe" for name in (product.FOLDER, product.COMMAND)],
        certificate,
        password,
    )
    packages = make_packages(BUNDLE, DIST, BUILD / "packing")
    sign([packages.installer, packages.package], certificate, password)


def sign(files: Sequence[Path], certificate: str, password: str) -> None:
    """Sign files for Windows, or say that there is no certificate.

    Parameters
    ----------
    files
        Programs, installers, packages; each is replaced by its signed form.
    certificate, password
        The certificate with its key, as base64 of a PKCS 12 file, and its password; or nothing.

    Raises
    ------
    BuildError
        If only one of the two is there, or a file cannot be signed.
    """
    demand(bool(certificate) == bool(password), "Set WINDOWS_CERTIFICATE and WINDOWS_PASSWORD.")
    if not certificate:
        step(f"no certificate: {len(files)} files stay unsigned")
        return
    with tempfile.TemporaryDirectory() as folder:
        key, word = Path(folder) / "certificate.p12", Path(folder) / "password"
        key.write_bytes(base64.b64decode(certificate))
        word.write_text(password, encoding="utf-8")
        for file in files:
            signed = Path(folder) / file.name
            who = ["-pkcs12", key, "-readpass", word, "-n", product.NAME, "-h", "sha256"]
            run(["osslsigncode", "sign", *who, "-ts", TIMESTAMPS, "-in", file, "-out", signed])
            file.write_bytes(signed.read_bytes())
    step(f"signed {', '.join(file.name for file in files)}")
