"""A screen with more pixels than the program counts shows all that the others show."""

import os
import subprocess
import sys

import pytest

from tests.end_to_end.test_program import ROOT

PAINT = """
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget
from explorer.ui.pictures.strokes import painted_area

class Canvas(QWidget):
    def paintEvent(self, event):
        painter = QPainter(self)
        painter.translate(10, 20)
        print(self.devicePixelRatioF(), *painted_area(painter).getRect())
        painter.end()

app = QApplication([])
canvas = Canvas()
canvas.resize(400, 300)
canvas.grab()
canvas.show()
canvas.repaint()
"""


@pytest.mark.parametrize("factor", ["1.0", "1.5", "2.0"])
def test_the_painted_area_is_the_whole_widget_at_every_scale_factor(factor: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PAINT],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": factor},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert set(ran.stdout.splitlines()) == {f"{factor} -10.0 -20.0 400.0 300.0"}
