"""The way from one state to the next, for whatever moves on the screen."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, QVariantAnimation


class Way:
    """A way from 0 to 1 that takes a while; its timer runs only until the end is reached."""

    def __init__(self, owner: QObject, moved: Callable[[], object]) -> None:
        """Stand at the end; ``moved`` is called at each step on behalf of ``owner``."""
        self._owner, self._moved = owner, moved
        # Made when first needed: most pictures never move.
        self.animation: QVariantAnimation | None = None

    @property
    def share(self) -> float:
        """Which part of the way is done, 0 to 1."""
        if self.animation is None or not self.is_under_way:
            return 1.0
        return float(self.animation.currentValue())

    @property
    def is_under_way(self) -> bool:
        """Whether the end is not reached yet."""
        states = QAbstractAnimation.State
        return self.animation is not None and self.animation.state() == states.Running

    def begin(self, milliseconds: int) -> None:
        """Go from the start again, in so much time."""
        if milliseconds <= 0:
            return
        if self.animation is None:
            self.animation = QVariantAnimation(self._owner)
            self.animation.setStartValue(0.0)
            self.animation.setEndValue(1.0)
            self.animation.setEasingCurve(QEasingCurve.Type.OutCubic)
            self.animation.valueChanged.connect(self._moved)
            self.animation.finished.connect(self._moved)
        self.animation.stop()
        self.animation.setDuration(milliseconds)
        self.animation.start()

    def end(self) -> None:
        """Be at the end at once."""
        if self.animation is not None:
            self.animation.stop()
