"""A client on the accessibility bus: acts as the user of a screen reader does, and tells of it."""

import json
import sys
import time

from assistive_bus import Atspi, act, find, has, nodes, tell, wait_until

heard: list[str] = []


def theme() -> str:
    """Return the theme in the settings file of the program."""
    try:
        with open(sys.argv[1], encoding="utf-8") as file:
            return str(json.load(file)["theme"])
    except (OSError, ValueError, KeyError):
        return ""


def sliders(app: object) -> int:
    roles = [node for node in nodes(app) if node.get_role_name() == "slider"]
    return sum(has(node, Atspi.StateType.SHOWING) for node in roles)


def fold_of_lines(app: object) -> object:
    """Return what unfolds more red lines, named by how many there are."""
    folds = (node for node in nodes(app) if node.get_role_name() == "check box")
    named = (node for node in folds if node.get_name().endswith(" more lines"))
    return next((node for node in named if has(node, Atspi.StateType.SHOWING)), None)


def visit(app: object) -> dict[str, object]:
    """Do one thing after the other and return what came of each."""
    met: dict[str, object] = {}
    button = wait_until(lambda: find(app, "check box", "Projector"))
    act(button, "Toggle")
    met["projector"] = wait_until(
        lambda: theme() == "projector" and has(button, Atspi.StateType.CHECKED)
    )
    act(find(app, "check box", "Analyse"), "Toggle")
    fold = wait_until(lambda: fold_of_lines(app))
    before = sliders(app)
    act(fold, "Toggle")
    met["unfolded"] = wait_until(lambda: sliders(app) > before)
    act(find(app, "check box", "Compare"), "Toggle")
    met["comparing"] = wait_until(lambda: any("is pinned as A" in words for words in heard))
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


listener = Atspi.EventListener.new(hear)
Atspi.EventListener.register(listener, "object:announcement")
tell(visit)
