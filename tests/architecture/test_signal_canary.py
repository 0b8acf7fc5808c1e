"""Warns of a fault of the Qt binding that ends the whole program; see the pin in pyproject.toml."""

import sys

import pytest

pytest.importorskip("PySide6")

from PySide6.QtCore import QObject, Signal

EMISSIONS = 50


class _Bell(QObject):
    rung = Signal(object)
    swung = Signal(bool)


class _Ear(QObject):
    def hear(self, sound: object) -> None:
        """Take the sound and do nothing."""


def test_emitting_true_does_not_wear_true_out() -> None:
    bell, ear = _Bell(), _Ear()
    bell.rung.connect(ear.hear)
    bell.swung.connect(ear.hear)
    before = sys.getrefcount(True)
    for _ in range(EMISSIONS):
        bell.rung.emit(True)
        bell.swung.emit(True)
    assert sys.getrefcount(True) > before - EMISSIONS // 2
