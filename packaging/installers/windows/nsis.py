"""Compiles the installer for Windows with NSIS; the same on Linux and on Windows."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from installers import product
from installers.bundle import size
from installers.product import PACKAGING
from installers.steps import demand, run
from installers.windows.artwork import write_header, write_side

TARGET = "x86-unicode"
"""The kind of installer: that of 32 bits can tell on an old Windows what is wrong."""

BEST, QUICK = "/SOLID lzma", "zlib"
"""Ways to pack: what is handed out, and what is only tried."""

_DICTIONARY = 64
"""Megabytes over which the best compression finds what it has seen before."""


def installer_name(version: str) -> str:
    """Return the name of the installer's file."""
    return f"{product.PACKAGE}-{version}-windows-x64-setup.exe"


def build_installer(
    bundle: Path, out: Path, *, version: str, compression: str = BEST, scratch: Path
) -> Path:
    """Make the installer.

    Parameters
    ----------
    bundle
        The folder with the frozen program; times in it are those that files get when installed.
    out
        The folder that the installer comes into; made if it is missing.
    version
        The version that it tells, such as ``0.1.0``.
    compression
        How it packs, in NSIS' words.
    scratch
        A folder for what is made in between.

    Returns
    -------
    Path
        The installer.

    Raises
    ------
    BuildError
        If NSIS finds fault, even of the kind it only warns of.
    """
    out.mkdir(parents=True, exist_ok=True)
    scratch.mkdir(parents=True, exist_ok=True)
    listed = scratch / "files.nsh"
    listed.write_text(file_list(bundle), encoding="utf-8")
    write_header(scratch / "header.bmp")
    write_side(scratch / "side.bmp")
    target = out / installer_name(version)
    told = {
        **_names(version),
        "TARGET": TARGET,
        "COMPRESSION": compression,
        "FILES": listed,
        "OUT": target,
        "KILOBYTES": size(bundle) // 1024,
        "ICON": PACKAGING / "icons" / "explorer.ico",
        "HEADER": scratch / "header.bmp",
        "SIDE": scratch / "side.bmp",
    }
    if compression == BEST:
        told["DICTIONARY"] = _DICTIONARY
    words = [f"-D{name}={value}" for name, value in told.items()]
    script = PACKAGING / "windows" / "explorer.nsi"
    run(["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *words, script])
    return target


def file_list(bundle: Path) -> str:
    """Return what installs, and what removes, exactly the files of a bundle, for NSIS.

    Parameters
    ----------
    bundle
        The folder with the frozen program.
    """
    names = sorted(
        (PurePosixPath(path.relative_to(bundle).as_posix()), path)
        for path in bundle.rglob("*")
        if path.is_file()
    )
    demand(bool(names), f"{bundle} holds no files.")
    folders = sorted({folder for name, _ in names for folder in name.parents})
    install: list[str] = []
    for folder in folders:
        install.append(f'  SetOutPath "{_there(folder)}"')
        install += [f'  File "{_told(path)}"' for name, path in names if name.parent == folder]
    remove = [f'  Delete "{_there(name)}"' for name, _ in names]
    remove += [f'  RMDir "{_there(each)}"' for each in reversed(folders) if each.name]
    return _macro("INSTALL_FILES", install) + _macro("REMOVE_FILES", remove)


def _names(version: str) -> dict[str, str]:
    """Return the product's names as the script calls them."""
    return {
        "NAME": product.NAME,
        "FOLDER": product.FOLDER,
        "COMMAND": product.COMMAND,
        "PUBLISHER": product.PUBLISHER,
        "VERSION": version,
        "NUMBERS": ".".join(str(each) for each in product.four_numbers(version)),
        "SUFFIX": product.DOCUMENT_SUFFIX,
        "CLASS": product.DOCUMENT_CLASS,
        "DOCUMENT_NAME": product.DOCUMENT_NAME,
    }


def _there(name: PurePosixPath) -> str:
    """Return where a file or folder lies once it is installed."""
    return _told("\\".join(("$INSTDIR", *name.parts)), keep="$INSTDIR")


def _told(path: str | Path, *, keep: str = "") -> str:
    """Return a path as it stands between NSIS' quotation marks."""
    rest = str(path).removeprefix(keep)
    return keep + rest.replace("$", "$$")


def _macro(name: str, lines: Iterable[str]) -> str:
    """Return a macro of NSIS."""
    return "\n".join((f"!macro {name}", *lines, "!macroend", ""))
