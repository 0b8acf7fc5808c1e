"""Tries a program for Windows where it has been put, as a user would."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from installers import product
from installers.report import first_picture_of, has_passed
from installers.steps import demand, run
from installers.windows.wine import Wine

DOCUMENT = (
    '{"format": "dealzone", "schema_version": 1, "case": {"id": "korea"},'
    ' "scenario": {"controls": {}}}\n'
)
"""The smallest document."""


@dataclass(frozen=True, slots=True)
class Program:
    """The program in a folder of the Windows drive.

    Parameters
    ----------
    wine
        The place for Windows programs.
    folder
        Where the program lies, as this machine sees it.
    """

    wine: Wine
    folder: Path

    @property
    def window(self) -> Path:
        """The program without a console, which opens the window."""
        return self.folder / f"{product.FOLDER}.exe"

    @property
    def command(self) -> Path:
        """The program with a console, for commands."""
        return self.folder / f"{product.COMMAND}.exe"

    def report(self, program: Path, *, limit: int = 90) -> str:
        """Run the self-test with Windows' own windows; return its report, "" if there is none.

        Parameters
        ----------
        program
            Which of the two programs.
        limit
            After how many seconds the program shall end itself.
        """
        file = self.wine.shared / f"report-{self.wine.prefix}-{self.folder.name}.txt"
        file.unlink(missing_ok=True)
        words = ["self-test", "--report", self.wine.windows(file), "--qpa", "windows"]
        self.wine.run([program, *words, "--limit", str(limit)], limit=limit + 30, expected=None)
        return file.read_text("utf-8") if file.exists() else ""

    def self_test(self) -> None:
        """Pass the self-test with both programs.

        Raises
        ------
        BuildError
            If it is not passed.
        """
        for program in (self.command, self.window):
            text = self.report(program)
            demand(has_passed(text), f"{program.name} did not pass its self-test:\n{text}")

    def first_picture(self) -> float:
        """Return after how many seconds the window shows its first picture.

        Wine opens files more slowly than Windows does.
        """
        return first_picture_of(self._window_report, f"{self.window.name} under Wine")

    def answers(self) -> None:
        """Compare a solved scenario with the check value, and draw a picture.

        Raises
        ------
        BuildError
            If the value is another one, or there is no picture.
        """
        told = self.wine.run([self.command, "solve", "october-2025", "--json"]).stdout
        solved = json.loads(told[told.index("{") :])
        packages = solved["zone"]["packages"]
        demand(packages == product.packages_in_zone(), f"The zone holds {packages} packages.")
        picture = self.wine.shared / f"{self.wine.prefix}.png"
        picture.unlink(missing_ok=True)
        draw = ["picture", "october-2025", "--view", "board", "-o", self.wine.windows(picture)]
        self.wine.run([self.command, *draw])
        begin = picture.read_bytes()[:8] if picture.exists() else b""
        demand(begin == b"\x89PNG\r\n\x1a\n", "There is no picture.")

    def open_window(self, *words: str | Path) -> subprocess.Popen[bytes]:
        """Open the window and wait until it is there."""
        opened = self.wine.start([self.window, *words])
        wait_for_window(self.wine, product.NAME)
        return opened

    def close_window(self) -> None:
        """Ask the window to close, and wait until every program has ended."""
        self.wine.run(["taskkill", "/im", self.window.name])
        self.wine.settle()

    def _window_report(self) -> str:
        return self.report(self.window)


def wait_for_window(wine: Wine, title: str, *, limit: float = 60) -> None:
    """Wait until a window is on the screen whose title matches a pattern.

    Raises
    ------
    BuildError
        If there is none in time.
    """
    search = ["xdotool", "search", "--sync", "--onlyvisible", "--name", title]
    run(wine.command(search, limit=limit))


def document(folder: Path, name: str = "lecture.dealzone") -> Path:
    """Write the smallest document into a folder; return its file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(DOCUMENT, encoding="utf-8")
    return file
