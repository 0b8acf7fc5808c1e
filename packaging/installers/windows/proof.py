"""Proves the installer for Windows: install, use, replace an older one, remove, nothing left."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from installers import product
from installers.steps import demand, step
from installers.tree import settle
from installers.windows.nsis import QUICK, build_installer
from installers.windows.program import Program, document, wait_for_window
from installers.windows.state import (
    State,
    demand_nothing_left,
    read_state,
    registry_value,
)
from installers.windows.wine import Wine

if TYPE_CHECKING:
    from collections.abc import Sequence

IS_RUNNING = 10
"""The exit code with which installer and uninstaller refuse while the program runs."""

OLDER = "0.0.1"
"""The version that stands for an older one."""

STALE = "_internal/resources/stale.txt"
"""A file that only the older version brings."""

HOME = ("AppData", "Local", "Programs", product.FOLDER)
"""Where the program is installed, below the user's folder."""

HANGUL_HOME = ("한글 폴더", "협상 탐색기")
"""Another place, with letters and a space that some installers stumble over; on drive C."""

ENTRY = f"HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\{product.FOLDER}"
"""Where Windows' list of programs looks."""

SUFFIX = f"HKCU\\Software\\Classes\\{product.DOCUMENT_SUFFIX}"
"""Where Windows looks up what a document is."""

SETTINGS = ("AppData", "Local", product.COMMAND)
"""Where the user's settings lie."""


def older_bundle(bundle: Path, folder: Path) -> Path:
    """Copy a bundle by links and give it a file that the newer version does not bring."""
    copy_by_links(bundle, folder)
    (folder / STALE).write_text("An older version left this.\n", encoding="utf-8")
    settle(folder, frozenset())
    return folder


def copy_by_links(bundle: Path, folder: Path) -> None:
    """Copy a folder so that no file is written a second time."""
    folder.mkdir(parents=True)
    for path in sorted(bundle.rglob("*")):
        target = folder / path.relative_to(bundle)
        if path.is_dir():
            target.mkdir()
        else:
            target.hardlink_to(path)


def prove_installer(wine: Wine, bundle: Path, installer: Path, scratch: Path) -> float:
    """Go through both lives of the program on a Windows drive.

    Parameters
    ----------
    wine
        The place, with a drive of its own.
    bundle
        The folder with the frozen program.
    installer
        The installer that is proved.
    scratch
        A new folder inside the shared one.

    Returns
    -------
    float
        Seconds until the first picture of the installed program.

    Raises
    ------
    BuildError
        If anything is not as it must be.
    """
    older = older_bundle(bundle, scratch / "older")
    first = build_installer(
        older, scratch, version=OLDER, compression=QUICK, scratch=scratch / "nsis"
    )
    before = read_state(wine)
    seconds = _ordinary_life(wine, first, installer, before)
    _life_elsewhere(wine, installer, before)
    return seconds


def _ordinary_life(wine: Wine, first: Path, installer: Path, before: State) -> float:
    """Install an older version, replace it, try everything, remove it and keep the settings."""
    program = Program(wine, wine.user.joinpath(*HOME))
    step(f"installing version {OLDER}")
    _install(wine, first, "/DESKTOP")
    _demand_installed(program, OLDER)
    demand((program.folder / STALE).exists(), "The older version lacks its own file.")
    lecture = document(wine.user / "Documents")
    program.open_window(lecture)
    program.close_window()
    settings = wine.user.joinpath(*SETTINGS, "settings.json")
    demand(settings.exists(), "The program has kept no settings.")

    step("installing the new version over it")
    settings.write_text(settings.read_text("utf-8") + "\n", encoding="utf-8")
    kept = settings.read_bytes(), lecture.read_bytes()
    _install(wine, installer)
    _demand_installed(program, product.version())
    demand(not (program.folder / STALE).exists(), "A file of the older version stayed.")
    demand(kept == (settings.read_bytes(), lecture.read_bytes()), "Settings or documents changed.")

    step("trying the installed program")
    program.self_test()
    seconds = program.first_picture()
    program.answers()
    _open_by_double_click(program, lecture, installer)

    step("removing it")
    _remove(program)
    # Its settings stay, unless the user chooses otherwise; and so do documents.
    stays = f"^users/[^/]+/({'/'.join(SETTINGS)}(/|$)|Documents/)"
    demand_nothing_left(before, read_state(wine), expected=stays)
    demand(settings.exists() and lecture.exists(), "Settings or documents were removed.")
    return seconds


def _life_elsewhere(wine: Wine, installer: Path, before: State) -> None:
    """Install in Korean into a folder with Hangul; remove it with its settings."""
    program = Program(wine, wine.drive.joinpath(*HANGUL_HOME))
    step(f"installing into {wine.windows(program.folder)}")
    _install(wine, installer, "/LANG=ko", f"/D={wine.windows(program.folder)}")
    _demand_installed(program, product.version())
    program.self_test()
    # Since then another program has taken the documents over; that has to be respected.
    taken = ["reg", "add", SUFFIX, "/ve", "/d", "Other.Program", "/f"]
    wine.run(taken)
    _remove(program, "/SETTINGS")
    demand(registry_value(wine, SUFFIX) == "Other.Program", "Another program's documents changed.")
    wine.run(["reg", "delete", SUFFIX, "/f"])
    parents = f"^({re.escape(HANGUL_HOME[0])}$|users/[^/]+/Documents/lecture)"
    demand_nothing_left(before, read_state(wine), expected=parents)


def _install(wine: Wine, installer: Path, *words: str) -> None:
    """Install silently; a folder, if there is one, is the last word."""
    # NSIS wants a folder without quotation marks; Wine would put some around every word that
    # holds a space, but leaves the line for cmd alone.
    wine.run(["cmd", "/c", " ".join((wine.windows(installer), "/S", *words))])
    wine.settle()


def _remove(program: Program, *words: str) -> None:
    """Remove the program silently, by the line that Windows' list of programs has."""
    line = registry_value(program.wine, ENTRY, "QuietUninstallString")
    uninstaller = program.wine.windows(program.folder / "uninstall.exe")
    demand(line == f'"{uninstaller}" /S', f"Windows would remove the program by: {line}")
    program.wine.run([program.folder / "uninstall.exe", "/S", *words])
    program.wine.settle()
    demand(not program.folder.exists(), f"{program.folder} is still there.")


def _demand_installed(program: Program, version: str) -> None:
    """Stop the build unless everything is there that an installation brings."""
    wine = program.wine
    folder = wine.windows(program.folder)
    seen = {
        "version": registry_value(wine, ENTRY, "DisplayVersion"),
        "publisher": registry_value(wine, ENTRY, "Publisher"),
        "place": registry_value(wine, ENTRY, "InstallLocation"),
        "class": registry_value(wine, SUFFIX),
        "command": _open_command(wine),
    }
    wanted = {
        "version": version,
        "publisher": product.PUBLISHER,
        "place": folder,
        "class": product.DOCUMENT_CLASS,
        "command": f'"{folder}\\{product.FOLDER}.exe" "%1"',
    }
    demand(seen == wanted, f"The registry holds {seen}, not {wanted}.")
    size = int(registry_value(wine, ENTRY, "EstimatedSize"), 16)
    demand(50_000 < size < 250_000, f"Windows would say that the program has {size} kilobytes.")
    menu = wine.user / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs"
    files = [program.window, program.command, menu / f"{product.NAME}.lnk"]
    missing = [file.name for file in files if not file.exists()]
    demand(not missing, f"Missing after the installation: {missing}")


def _open_command(wine: Wine) -> str:
    """Return what Windows runs to open a document."""
    key = f"HKCU\\Software\\Classes\\{product.DOCUMENT_CLASS}\\shell\\open\\command"
    return registry_value(wine, key)


def _open_by_double_click(program: Program, lecture: Path, installer: Path) -> None:
    """Open a document by the command of a double click; while it is open, all must refuse."""
    wine = program.wine
    # Wine's own double click looks only into the classes of all users; Windows merges both.
    words = re.findall('"([^"]*)"', _open_command(wine).replace("%1", wine.windows(lecture)))
    wine.start(words)
    wait_for_window(wine, f"^{lecture.stem}")
    uninstall = [program.folder / "uninstall.exe", "/S", f"_?={wine.windows(program.folder)}"]
    refused: Sequence[Sequence[str | Path]] = ([installer, "/S"], uninstall)
    for words in refused:
        code = wine.run(words, expected=None).returncode
        name = Path(words[0]).name
        demand(code == IS_RUNNING, f"{name} ended with {code} while the program was running.")
    program.close_window()
    _demand_installed(program, product.version())
