"""Photographs the installer's pages in both languages, and the installed program."""

import threading
import time
from pathlib import Path

from installers import product
from installers.steps import BuildError, run, step
from installers.windows.program import Program, wait_for_window
from installers.windows.proof import HOME
from installers.windows.wine import Wine

LANGUAGES = ("en", "ko")
"""The languages of the installer."""

LIMIT_SECONDS = 60
"""How long a page may take to come and stand still."""


def take_pictures(wine: Wine, installer: Path, folder: Path) -> None:
    """Walk through installer and uninstaller as a user would, and photograph each page.

    Parameters
    ----------
    wine
        The place, with a drive of its own.
    installer
        The installer, in the shared folder.
    folder
        Where the pictures come; made if it is missing.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _use_korean_font(wine)
    program = Program(wine, wine.user.joinpath(*HOME))
    for language in LANGUAGES:
        step(f"photographing the installer: {language}")
        camera = _Camera(wine, folder, language)
        installing = wine.start([installer, f"/LANG={language}"])
        wait_for_window(wine, product.NAME)
        camera.photograph("1-welcome")
        camera.press("Return")
        camera.photograph("2-folder")
        camera.press("Return")
        _wait_for_file(program.folder / "uninstall.exe")
        camera.photograph("3-ready")
        camera.press("Return")
        installing.wait(LIMIT_SECONDS)
        # The last page starts the program.
        wait_for_window(wine, f".- {product.NAME}$")
        camera.photograph("4-program")
        program.close_window()
        wine.start([program.folder / "uninstall.exe", f"/LANG={language}"])
        wait_for_window(wine, product.NAME)
        camera.photograph("5-remove")
        camera.press("Return")
        camera.photograph("6-removed")
        wine.stop()


class _Camera:
    """Photographs the foremost window once it stands still."""

    def __init__(self, wine: Wine, folder: Path, language: str) -> None:
        """Prepare for pictures of one language."""
        self._wine = wine
        self._folder = folder
        self._language = language
        self._last = b""

    def photograph(self, name: str) -> None:
        """Wait until the screen shows something new and stands still, and keep a picture.

        Raises
        ------
        BuildError
            If it never does.
        """
        deadline = time.monotonic() + LIMIT_SECONDS
        seen = b""
        while time.monotonic() < deadline:
            before, seen = seen, self._screen()
            if seen == before != self._last:
                self._last = seen
                target = self._folder / f"{self._language}-{name}.png"
                target.write_bytes(seen)
                return
        raise BuildError(f"The page {name} ({self._language}) never stood still.")

    def press(self, key: str) -> None:
        """Press a key in the foremost window."""
        find = ["search", "--onlyvisible", "--name", product.NAME]
        focus = ["windowfocus", "--sync", "key", key]
        run(self._wine.command(["xdotool", *find, *focus], limit=30))

    def _screen(self) -> bytes:
        """Return what is on the screen, as a PNG file without the black around it."""
        file = self._wine.shared / "screen.png"
        take = ["import", "-window", "root", "+repage", "-trim", "-strip"]
        exclude = ["-define", "png:exclude-chunks=date,time"]
        run(self._wine.command([*take, *exclude, file], limit=30))
        return file.read_bytes()


def _use_korean_font(wine: Wine) -> None:
    """Let windows write in a font with Hangul; Windows falls back to one, Wine does not."""
    substitutes = "HKLM\\Software\\Microsoft\\Windows NT\\CurrentVersion\\FontSubstitutes"
    replacements = "HKCU\\Software\\Wine\\Fonts\\Replacements"
    asked = {substitutes: ("MS Shell Dlg", "MS Shell Dlg 2"), replacements: ("굴림", "Gulim")}
    for key, names in asked.items():
        for name in names:
            wine.run(["reg", "add", key, "/v", name, "/d", "NanumGothic", "/f"])
    wine.settle()


def _wait_for_file(file: Path) -> None:
    """Wait until a file is there.

    Raises
    ------
    BuildError
        If it is not in time.
    """
    deadline = time.monotonic() + LIMIT_SECONDS
    never = threading.Event()
    while time.monotonic() < deadline:
        if file.exists():
            return
        never.wait(0.2)
    raise BuildError(f"{file} did not come.")
