"""A client on the accessibility bus: does what a screen reader does, and prints what it met.

It runs outside the program and outside the tests' environment, with a system Python that has
the introspection of AT-SPI, and prints one JSON object.
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

heard: list[str] = []


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


def is_checked(node: object) -> bool:
    return node.get_state_set().contains(Atspi.StateType.CHECKED)


def theme() -> str:
    """Return the theme in the settings file of the program."""
    try:
        with open(sys.argv[1], encoding="utf-8") as file:
            return str(json.load(file)["theme"])
    except (OSError, ValueError, KeyError):
        return ""


def sliders(app: object) -> int:
    shown = Atspi.StateType.SHOWING
    roles = [n for n in nodes(app) if n.get_role_name() == "slider"]
    return sum(node.get_state_set().contains(shown) for node in roles)


def visit(app: object) -> dict[str, object]:
    """Do one thing after the other and return what came of each."""
    met: dict[str, object] = {}
    button = wait_until(lambda: find(app, "check box", "Projector"))
    act(button, "Toggle")
    met["projector"] = wait_until(lambda: theme() == "projector" and is_checked(button))
    before = sliders(app)
    act(find(app, "check box", "Two more lines"), "Toggle")
    met["unfolded"] = wait_until(lambda: sliders(app) > before)
    act(find(app, "check box", "Compare"), "Toggle")
    met["comparing"] = wait_until(lambda: any("settings differ" in words for words in heard))
    act(find(app, "push button", "Copy this picture"), "Press")
    met["copied"] = wait_until(
        lambda: any("the picture is on the clipboard" in each for each in heard)
    )
    asked = time.monotonic()
    act(find(app, "menu item", "Save as"), "Press")
    met["answered in seconds"] = round(time.monotonic() - asked, 2)
    dialog = wait_until(lambda: find(app, "dialog", "Save as"))
    met["asked"] = dialog is not None
    act(find(dialog, "push button", "Cancel"), "Press")
    met["answered"] = wait_until(lambda: find(app, "dialog", "Save as") is None)
    menu = find(app, "push button", "Aa: Text size")
    act(menu, "Press")
    met["menu"] = wait_until(lambda: find(app, "popup menu") is not None)
    return met


def hear(event: object) -> None:
    heard.append(str(event.any_data))


def main() -> None:
    """Visit the program and print what came of it."""
    listener = Atspi.EventListener.new(hear)
    Atspi.EventListener.register(listener, "object:announcement")
    app = wait_until(program)
    sys.stdout.write(json.dumps({} if app is None else visit(app)) + "\n")
    sys.stdout.flush()
    # The bus's own threads would hold up the end.
    os._exit(0)


main()
