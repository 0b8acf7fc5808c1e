"""What clients on the accessibility bus have in common: they find nodes, act, type and print.

They run outside the program and outside the tests' environment, with a system Python that has
the introspection of AT-SPI, and print one JSON object.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version comes first

LIMIT = 60.0
"""Seconds in which something must have come true."""


def wait_until(is_so: Callable[[], object]) -> object:
    """Serve the bus until something is true and return it; give up after a while."""
    limit = time.monotonic() + LIMIT
    while not (found := is_so()):
        if time.monotonic() > limit:
            return found
        GLib.timeout_add(50, GLib.MainContext.default().wakeup)
        GLib.MainContext.default().iteration(True)
    return found


def nodes(root: object) -> Iterator[object]:
    """Yield all nodes; those that go while they are looked at are left out."""
    yield root
    try:
        children = [root.get_child_at_index(place) for place in range(root.get_child_count())]
    except GLib.Error:
        return
    for child in filter(None, children):
        yield from nodes(child)


def find(root: object, role: str, name: str = "") -> object:
    """Return a node that is on screen, by its role and the beginning of its name."""
    for node in nodes(root):
        try:
            is_shown = node.get_state_set().contains(Atspi.StateType.SHOWING)
            is_meant = node.get_role_name() == role and node.get_name().startswith(name)
            # The entries of a closed menu can be pressed, too.
            if is_meant and (is_shown or role == "menu item"):
                return node
        except GLib.Error:
            continue
    return None


def program() -> object:
    """Return the program's node once its window is there."""
    desktop = Atspi.get_desktop(0)
    for place in range(desktop.get_child_count()):
        node = desktop.get_child_at_index(place)
        if node and node.get_name() == "dealzone" and node.get_child_count():
            return node
    return None


def act(node: object, action: str) -> bool:
    """Do an action of a node and return what the bus answers."""
    actions = node.get_action_iface()
    names = [actions.get_action_name(place) for place in range(actions.get_n_actions())]
    return bool(actions.do_action(names.index(action)))


def press(key: int, times: int = 1) -> None:
    """Press a key on the keyboard of the virtual screen."""
    for _ in range(times):
        Atspi.generate_keyboard_event(key, None, Atspi.KeySynthType.SYM)


def click_into(window: object) -> bool:
    """Click into the lower left corner of a window, where nothing is; return if it is active now.

    Without a window manager nothing else gives it the keyboard.
    """
    at = window.get_extents(Atspi.CoordType.SCREEN)
    Atspi.generate_mouse_event(at.x + 3, at.y + at.height - 3, "b1c")
    return bool(wait_until(lambda: has(window, Atspi.StateType.ACTIVE)))


def has(node: object, state: object) -> bool:
    """Return whether a node is in a state."""
    return bool(node.get_state_set().contains(state))


def tell(visit: Callable[[object], object]) -> None:
    """Visit the program, print what came of it, and end."""
    Atspi.set_timeout(round(1000 * LIMIT), round(1000 * LIMIT))
    app = wait_until(program)
    sys.stdout.write(json.dumps({} if app is None else visit(app)) + "\n")
    sys.stdout.flush()
    # The bus's own threads would hold up the end.
    os._exit(0)
