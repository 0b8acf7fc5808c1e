"""A state to show and the checks that every panel has to pass."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QWidget

from explorer.files.case_file import bundled_case
from explorer.model.scenario import Scenario, preset_scenario
from explorer.ui.look.theme import Theme, apply_theme
from explorer.ui.widgets.wrapped_label import WrappedLabel

KOREA = bundled_case()
OCTOBER = preset_scenario(KOREA, "october-2025")
HANOI = preset_scenario(KOREA, "hanoi-2019")
DECLARED = preset_scenario(KOREA, "october-2025-declared")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a panel is shown in place of the store's state."""

    scenario: Scenario = OCTOBER
    loaded: Scenario = OCTOBER
    baseline: Scenario = HANOI


def dress(theme: Theme, scale: float) -> None:
    """Give the program a theme and a text size."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, theme, scale)


def focusable(panel: QWidget) -> list[QWidget]:
    """Return everything inside a panel that takes the keyboard and can be seen."""
    return [
        widget
        for widget in panel.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(panel)
        and not isinstance(widget, QAbstractScrollArea)
    ]


def nameless(panel: QWidget) -> list[QWidget]:
    """Return what takes the keyboard and has no name for a screen reader."""
    return [
        widget
        for widget in focusable(panel)
        if not widget.accessibleName() and not _has_words(widget) and not _has_buddy(panel, widget)
    ]


def clipped(panel: QWidget) -> list[str]:
    """Return the words of labels that have less room than they need."""
    labels = [label for label in panel.findChildren(WrappedLabel) if label.isVisibleTo(panel)]
    return [
        label.text()
        for label in labels
        if label.height() < label.heightForWidth(label.width())
        or label.width() < label.minimumSizeHint().width()
    ]


def _has_words(widget: QWidget) -> bool:
    text = getattr(widget, "text", None)
    return bool(text and text())


def _has_buddy(panel: QWidget, widget: QWidget) -> bool:
    parent = widget.parentWidget()
    labels = panel.findChildren(QLabel)
    return any(label.buddy() in (widget, parent) for label in labels if label.buddy())
