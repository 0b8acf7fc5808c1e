"""What the spec hands to PyInstaller, as plain values that tests can look at."""

from importlib.util import find_spec
from pathlib import Path

from installers import product
from installers.mac import plist as mac_plist
from installers.product import COMMAND, FOLDER, PACKAGING, ROOT
from installers.windows.version_resource import write_version_resource

LEFT_OUT = {"pictures"}
"""Folders of resources that the program never reads: the README's pictures."""

TEMPLATE = ".pot"
"""How the template for translators ends, which the program never reads either."""

TOLD = ("PySide6-Essentials", "shiboken6", "pyqtgraph", "pydantic", "platformdirs", "numpy")
"""Packages whose records are frozen too, because the program tells their versions."""

ASKED_FOR_BY_NAME = ("defusedxml.ElementTree", "openpyxl")
"""Modules that the program imports by a name that it is handed, which PyInstaller cannot see."""

PASSED_THROUGH = {"docx": "docx/parts", "pptx": "pptx/oxml"}
"""Folders of packages that reach their templates by way of another folder, which must be there.

In the bundle code lies in an archive, and a folder without data does not exist.
"""

Options = dict[str, object]


def resources() -> list[tuple[str, str]]:
    """Return the resources as PyInstaller takes them: file, and folder in the bundle."""
    folder = ROOT / "resources"
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    kept = (
        path
        for path in files
        if path.relative_to(folder).parts[0] not in LEFT_OUT and path.suffix != TEMPLATE
    )
    return [(str(path), path.relative_to(ROOT).parent.as_posix()) for path in kept]


def folders_passed_through() -> list[tuple[str, str]]:
    """Return a small file for each folder that has to be there, as PyInstaller takes them."""
    found = ((find_spec(package), folder) for package, folder in PASSED_THROUGH.items())
    return [
        (str(Path(each.origin).with_name("py.typed")), folder)
        for each, folder in found
        if each is not None and each.origin is not None
    ]


def programs(system: str) -> list[Options]:
    """Return the options of each program in the bundle's folder.

    On Windows a program either has a console or has none: so there is one that opens the window,
    and one for commands. Elsewhere one does both.

    Parameters
    ----------
    system
        The system as :data:`sys.platform` names it.
    """
    if system == "win32":
        return [
            _windows_program(FOLDER, product.NAME, console=False),
            _windows_program(COMMAND, f"{product.NAME}: commands", console=True),
        ]
    return [{"name": COMMAND, "console": False}]


def mac_resources(system: str) -> list[tuple[str, str]]:
    """Return what the application holds on the Mac only: the icon of its documents.

    Parameters
    ----------
    system
        The system as :data:`sys.platform` names it.
    """
    return [(str(mac_plist.DOCUMENT_ICON), ".")] if system == "darwin" else []


def mac_application() -> Options:
    """Return what PyInstaller is told of the Mac application."""
    return {
        "name": f"{product.NAME}.app",
        "icon": str(mac_plist.ICON),
        "bundle_identifier": product.IDENTIFIER,
        "version": product.version(),
        "info_plist": mac_plist.information(),
    }


def _windows_program(name: str, description: str, *, console: bool) -> Options:
    """Return the options of a program for Windows; its version information is written too."""
    # The second icon is that of documents; the document class counts from 0.
    icons = [str(PACKAGING / "icons" / f"{each}.ico") for each in ("explorer", "document")]
    told = write_version_resource(ROOT / "build" / "version", name, description)
    return {"name": name, "console": console, "icon": icons, "version": str(told)}
