"""Locks: controls that cannot be moved by hand, while a class watches or tries others."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from explorer.model.wording import tr

LOCK_KEYS = "Ctrl+L"
"""What locks all controls, or unlocks them."""

NOTHING: frozenset[str] = frozenset()


class Locks(QObject):
    """Knows which controls the hand may move.

    What is locked stays where it is for the hand alone; a scene, undo and the like still move it.

    ``changed()``: Other controls are locked.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with nothing locked."""
        super().__init__(parent)
        self._free: frozenset[str] | None = None
        self._wish = NOTHING

    @property
    def is_on(self) -> bool:
        """Whether anything is locked."""
        return self._free is not None

    @property
    def free(self) -> frozenset[str] | None:
        """The ids of the controls that move although the others are locked; None for all."""
        return self._free

    def is_locked(self, control_id: str) -> bool:
        """Return whether the hand cannot move a control."""
        return self._free is not None and control_id not in self._free

    def hold(self, free: frozenset[str] | None) -> None:
        """Lock every control but some.

        Parameters
        ----------
        free
            The ids of the controls that still move; None to lock nothing.
        """
        self._wish = NOTHING if free is None else free
        self._set(free)

    def lock(self, *, is_on: bool) -> None:
        """Lock what was held last, all controls by default, or unlock it for a while."""
        self._set(self._wish if is_on else None)

    def _set(self, free: frozenset[str] | None) -> None:
        if free != self._free:
            self._free = free
            self.changed.emit()


def locked_words() -> str:
    """Return what a locked control says of itself."""
    native = QKeySequence(LOCK_KEYS).toString(QKeySequence.SequenceFormat.NativeText)
    return tr("locked; {keys} unlocks", keys=native)
