"""Files handed over as events: none is lost, however early it comes."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from explorer.ui.app.file_events import FileEvents


def hand_over(receiver: QObject, path: Path) -> None:
    QCoreApplication.sendEvent(receiver, QFileOpenEvent(QUrl.fromLocalFile(str(path))))


def test_what_comes_before_the_window_waits_for_it(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp
    receiver = QObject()
    events = FileEvents(receiver)
    opened: list[Path] = []
    events.file_handed_over.connect(opened.append)
    hand_over(receiver, tmp_path / "early.dealzone")
    QCoreApplication.sendEvent(receiver, QEvent(QEvent.Type.User))
    assert opened == []
    events.deliver()
    assert opened == [tmp_path / "early.dealzone"]
    hand_over(receiver, tmp_path / "late.dealzone")
    assert opened[1:] == [tmp_path / "late.dealzone"]
    events.stop()
    hand_over(receiver, tmp_path / "after.dealzone")
    assert len(opened) == 2
