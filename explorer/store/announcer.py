"""The announcer: tells listeners of each change once, in order, without keeping them alive."""

from collections import deque
from collections.abc import Callable
from inspect import ismethod
from weakref import WeakMethod

from explorer.store.state import State

Listener = Callable[[State, State], None]
"""Called with the state before and the state after a change."""


class Announcer:
    """Calls listeners with the old and the new state.

    Bound methods are held weakly, so that a closed window can die; other callables strongly. A
    change that a listener causes is announced after the one it was told of.
    """

    def __init__(self) -> None:
        self._listeners: list[Callable[[], Listener | None]] = []
        self._waiting: deque[tuple[State, State]] = deque()
        self._is_announcing = False

    def subscribe(self, listener: Listener) -> None:
        """Call a listener on every change from now on."""
        self._listeners.append(WeakMethod(listener) if ismethod(listener) else lambda: listener)

    def unsubscribe(self, listener: Listener) -> None:
        """Call a listener no more; one that is unknown is ignored."""
        self._listeners = [held for held in self._listeners if held() != listener]

    def announce(self, old: State, new: State) -> None:
        """Tell all listeners, after everything that has been announced before."""
        self._waiting.append((old, new))
        if self._is_announcing:
            return
        self._is_announcing = True
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
            else:
                listener(old, new)
