"""The announcer: tells listeners of each change once, in order, without keeping them alive."""

import traceback
from collections import deque
from collections.abc import Callable, Generator
from contextlib import contextmanager
from inspect import ismethod
from weakref import WeakMethod

from explorer.store.state import State

Listener = Callable[[State, State], None]
"""Called with the state before and the state after a change."""


class Announcer:
    """Calls listeners with the old and the new state.

    Bound methods are held weakly, so that a closed window can die; other callables strongly. A
    change that a listener causes is announced after the one it was told of. A listener that raises
    silences nobody: its error is raised when everything has been announced.
    """

    def __init__(self) -> None:
        self._listeners: list[Callable[[], Listener | None]] = []
        self._waiting: deque[tuple[State, State]] = deque()
        self._is_announcing = False
        self._errors: list[Exception] = []
        self._open_blocks = 0

    def subscribe(self, listener: Listener) -> None:
        """Call a listener on every change from now on."""
        self._listeners.append(WeakMethod(listener) if ismethod(listener) else lambda: listener)

    def unsubscribe(self, listener: Listener) -> None:
        """Call a listener no more; one that is unknown is ignored."""
        self._listeners = [held for held in self._listeners if held() != listener]

    @contextmanager
    def whole(self) -> Generator[None, None, None]:
        """Carry out a block to its end before what listeners raise within it is raised.

        Blocks within blocks, also those that a listener opens, leave the raising to the outermost.
        Of several errors the first is raised; the others are noted on it with their origin.
        """
        self._open_blocks += 1
        try:
            yield
        except Exception as error:
            # The code around an inner block decides what becomes of the block's own error.
            if self._open_blocks > 1:
                raise
            self._errors.append(error)
        finally:
            self._open_blocks -= 1
        if not self._open_blocks:
            self._raise_first()

    def announce(self, old: State, new: State) -> None:
        """Tell all listeners, after everything that has been announced before."""
        self._waiting.append((old, new))
        if self._is_announcing:
            return
        self._is_announcing = True
        with self.whole():
            try:
                while self._waiting:
                    self._tell(*self._waiting.popleft())
            finally:
                self._waiting.clear()
                self._is_announcing = False

    def _tell(self, old: State, new: State) -> None:
        for held in tuple(self._listeners):
            listener = held()
            if listener is None:
                self._listeners.remove(held)
                continue
            try:
                listener(old, new)
            except Exception as error:  # noqa: BLE001 - raised once all the others are told
                self._errors.append(error)

    def _raise_first(self) -> None:
        errors, self._errors = self._errors, []
        if not errors:
            return
        first, *others = errors
        for error in others:
            # Not a group: whoever catches one kind of error goes on catching it.
            first.add_note("Also raised:\n" + "".join(traceback.format_exception(error)).rstrip())
        raise first
