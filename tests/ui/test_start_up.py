"""What the program knows of itself at the start: its age, its icon, letters that can be seen."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from explorer.self_test.ink import demand_fonts, demand_ink, different_pixels
from explorer.self_test.trial import SelfTestError
from explorer.ui.app.app import tell_problem
from explorer.ui.app.icon import SIZES, program_icon
from explorer.ui.app.process_age import process_age
from explorer.ui.help import help_pages

ROOT = Path(__file__).parents[2]

# Opens the window as it opens for the first time, and names what it has imported.
FIRST_WINDOW = """
import sys
from explorer.__main__ import main
code = main(["--smoke", "--qpa", "offscreen", "--data-folder", sys.argv[1]])
print(*sys.modules)
sys.exit(code)
"""

# What nobody has asked for before the first picture, each slow to import.
LATE = {
    "explorer.cli.commands",
    "explorer.ui.assumptions.assumption_window",
    "explorer.ui.export.picture",
    "explorer.ui.help.help_window",
    "explorer.ui.present.present_window",
    "numpy.ma",
    "pyqtgraph",
}


def test_the_first_window_imports_nothing_that_it_does_not_show(tmp_path: Path) -> None:
    words = [sys.executable, "-c", FIRST_WINDOW, str(tmp_path)]
    answer = subprocess.run(words, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert answer.returncode == 0, answer.stderr
    imported = set(answer.stdout.split())
    assert "explorer.ui.window.main_window" in imported
    assert not imported & LATE


def test_a_process_is_older_than_its_python_and_grows_older() -> None:
    first = process_age()
    assert 0 < first < 24 * 3600
    limit = time.monotonic() + 10
    while process_age() <= first:
        assert time.monotonic() < limit


def test_where_the_system_does_not_tell_the_processor_time_counts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "plan9")
    assert 0 < process_age() <= time.process_time()


def test_the_icon_is_drawn_in_every_size(qapp: QApplication) -> None:
    assert qapp
    icon = program_icon()
    assert {(size.width(), size.height()) for size in icon.availableSizes()} == {
        (side, side) for side in SIZES
    }
    image = icon.pixmap(64, 64).toImage()
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(32, 32).alpha() == 255


def test_a_missing_icon_costs_only_the_icon(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qapp
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert program_icon().isNull()


def test_words_that_are_drawn_are_seen(qtbot: QtBot) -> None:
    label = QLabel("Deal zone")
    qtbot.addWidget(label)
    label.show()
    assert "covers" in demand_ink(label)
    assert label.text() == "Deal zone"
    assert demand_fonts(label.font())


def test_words_in_the_colour_of_their_ground_are_found_out(qtbot: QtBot) -> None:
    label = QLabel("Deal zone")
    qtbot.addWidget(label)
    label.setStyleSheet("color: white; background: white")
    label.show()
    with pytest.raises(SelfTestError, match="cannot be seen"):
        demand_ink(label)


def test_pictures_of_different_sizes_differ_everywhere() -> None:
    first, second = (QImage(side, side, QImage.Format.Format_RGB32) for side in (2, 3))
    assert different_pixels(first, second) == 9


def test_a_problem_before_the_window_is_told_in_a_box(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qapp
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()) or 0)
    tell_problem("There is no such file.")
    assert said == ["There is no such file."]


def test_a_library_without_a_record_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not help_pages.unknown_versions()
    monkeypatch.setattr(help_pages, "LIBRARIES", ("numpy", "no-such-library"))
    assert help_pages.unknown_versions() == ("no-such-library",)
