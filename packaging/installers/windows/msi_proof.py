"""Proves the package for deployment tools: install, use, replace an older one, remove."""

from pathlib import Path

from installers import product
from installers.steps import demand, step
from installers.windows.msi import build_package
from installers.windows.program import Program, document, wait_for_window
from installers.windows.proof import OLDER, STALE
from installers.windows.state import demand_nothing_left, read_state, registry_value
from installers.windows.wine import Wine

FOLDER = ("Program Files", product.FOLDER)
"""Where the package installs to, on drive C."""

CLASS = f"HKLM\\Software\\Classes\\{product.DOCUMENT_CLASS}\\shell\\open\\command"
"""What Windows runs to open a document, for all users."""

LEFT = rf"^(lectures|users/[^/]+/AppData/Local/{product.COMMAND})(/|$)"
"""What may stay: documents, and the settings of a user who ran the program."""


def prove_package(wine: Wine, older: Path, package: Path, scratch: Path) -> None:
    """Go through the life of an installation by ``msiexec``.

    Parameters
    ----------
    wine
        The place, with a drive of its own.
    older
        The folder with the bundle that stands for an older version.
    package
        The package that is proved.
    scratch
        A folder inside the shared one.

    Raises
    ------
    BuildError
        If anything is not as it must be.
    """
    program = Program(wine, wine.drive.joinpath(*FOLDER))
    first = build_package(older, scratch, version=OLDER, scratch=scratch / "wixl")
    before = read_state(wine)
    step(f"installing the package of version {OLDER}")
    _msiexec(wine, "/i", first)
    demand((program.folder / STALE).exists(), "The older package lacks its own file.")
    step("installing the new package over it")
    _msiexec(wine, "/i", package)
    demand(not (program.folder / STALE).exists(), "A file of the older package stayed.")
    command = f'"{wine.windows(program.window)}" "%1"'
    seen = registry_value(wine, CLASS)
    demand(seen == command, f"Documents would be opened by {seen}, not {command}.")
    # For all users on Windows; Wine knows only the menu of one.
    menus = (wine.drive / "ProgramData", wine.user / "AppData/Roaming")
    entry = f"Microsoft/Windows/Start Menu/Programs/{product.NAME}.lnk"
    demand(any((menu / entry).exists() for menu in menus), "The start menu has no entry.")
    program.self_test()
    _double_click(program)
    step("removing the package")
    _msiexec(wine, "/x", package)
    demand_nothing_left(before, read_state(wine), expected=LEFT)


def _double_click(program: Program) -> None:
    """Open a document as a double click does, and close the window again."""
    wine = program.wine
    lecture = document(wine.drive / "lectures")
    wine.start(["start", wine.windows(lecture)])
    wait_for_window(wine, f"^{lecture.stem}")
    program.close_window()


def _msiexec(wine: Wine, word: str, package: Path) -> None:
    """Let Windows install or remove a package silently."""
    wine.run(["msiexec", word, wine.windows(package), "/qn"])
    wine.settle()
