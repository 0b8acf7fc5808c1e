"""A client on the accessibility bus: walks every stop by Tab and reads every row of every picture.

It judges nothing: it tells where the keyboard went, what could have taken it, and what was read.
"""

from collections.abc import Iterator

from assistive_bus import (
    Atspi,
    GLib,
    act,
    click_into,
    find,
    has,
    press,
    tell,
    wait_until,
)

ESCAPE, TAB, F2, F3, F5 = 0xFF1B, 0xFF09, 0xFFBF, 0xFFC0, 0xFFC2
"""Keys by their names in X."""

MOST_STOPS = 200

INSIDE = ("menu bar", "list item", "table", "tree", "tree table", "page tab list")
"""Roles inside which other keys than Tab go from one to the next."""

DIALOGS = {"Preferences": "Preferences", "Assumptions": "Assumptions", "Export": "Export image"}
"""Dialogs, and the menu entries that open them, by how their names begin."""

FRAMES = ("Upper picture", "Lower picture")
"""The names of what holds the pictures."""

State = Atspi.StateType

focused: list[object] = []


def note(event: object) -> None:
    if event.detail1:
        focused.append(event.source)


def catch_up(app: object) -> None:
    """Take in everything that the program has told so far: it answers in order."""
    app.get_child_count()
    while GLib.MainContext.default().pending():
        GLib.MainContext.default().iteration(False)


def stops(app: object, window: object) -> list[dict[str, object]]:
    """Press Tab until the keyboard is back at its first stop; return how each was found."""
    reached: dict[str, dict[str, object]] = {}
    around, below = window.get_extents(Atspi.CoordType.SCREEN), {window.path}
    while len(reached) < MOST_STOPS:
        catch_up(app)
        focused.clear()
        press(TAB)
        wait_until(lambda: focused)
        catch_up(app)
        node = focused[-1]
        if node.path in reached:
            break
        at = node.get_extents(Atspi.CoordType.SCREEN)
        across = around.x <= at.x and at.x + at.width <= around.x + around.width
        down = around.y <= at.y and at.y + at.height <= around.y + around.height
        reached[node.path] = {
            **told(node),
            "has the keyboard": has(node, State.FOCUSED),
            "is in its window": is_below(node, below),
            "is in sight": across and down and at.width > 0 and at.height > 0,
            "place": (at.x, at.y, at.width, at.height),
        }
    return list(reached.values())


def told(node: object) -> dict[str, object]:
    role = node.get_role_name()
    # A box is called what is chosen in it; the words before it name it.
    name = label(node) if role == "combo box" else node.get_name()
    return {"path": node.path, "role": role, "name": name}


def label(node: object) -> str:
    """Return the words that a node is labelled by, or nothing."""
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            return str(relation.get_target(0).get_name())
    return ""


def is_below(node: object, below: set[str]) -> bool:
    """Return whether a client that goes down from the window comes to a node.

    ``below`` holds the nodes of which this is known, and takes others in.
    """
    if node is None or node.path in below:
        return node is not None
    above, place = node.get_parent(), node.get_index_in_parent()
    found = above.get_child_at_index(place) if above and place >= 0 else None
    if found is None or found.path != node.path or not is_below(above, below):
        return False
    below.add(node.path)
    return True


def shown(node: object) -> Iterator[object]:
    """Yield what is on screen, but for what is inside one stop of Tab."""
    if has(node, State.SHOWING):
        yield node
        if node.get_role_name() not in INSIDE:
            for place in range(node.get_child_count()):
                yield from shown(node.get_child_at_index(place))


def takes_tab(node: object) -> bool:
    """Return whether a node can take the keyboard now; of many choices the chosen one does."""
    role = node.get_role_name()
    is_other_choice = role == "radio button" and not has(node, State.CHECKED)
    can_take = has(node, State.FOCUSABLE) and has(node, State.SENSITIVE)
    return can_take and role != "list item" and not is_other_choice


def walked(app: object, window: object) -> dict[str, object]:
    """Walk through a window and return each stop, and what could have been one."""
    return {
        "stops": stops(app, window),
        "wanted": [told(each) for each in shown(window) if takes_tab(each)],
    }


def on_screen(window: object, role: str) -> list[object]:
    return [node for node in shown(window) if node.get_role_name() == role]


def children(node: object) -> list[object]:
    return [node.get_child_at_index(place) for place in range(node.get_child_count())]


def rows(picture: object) -> list[object]:
    """Return the rows of a picture, without the buttons in it."""
    return [each for each in children(picture) if each.get_role_name() == "list item"]


def read_pictures(window: object) -> dict[str, list[list[str]]]:
    """Choose each tab and read the rows of every picture that is on screen then."""
    (strip,) = on_screen(window, "page tab list")
    frames = [node for node in shown(window) if node.get_name() in FRAMES]
    found: dict[str, list[list[str]]] = {}
    for tab in children(strip):
        # The bar has buttons as well, which are hidden.
        if tab.get_role_name() == "page tab":
            act(tab, "Press")
            wait_until(lambda tab=tab: has(tab, State.SELECTED))
            found[tab.get_name()] = [
                [picture.get_name(), *(row.get_name() for row in rows(picture))]
                for frame in frames
                for picture in on_screen(frame, "list")
            ]
    return found


def visit(app: object) -> dict[str, object]:
    """Walk through the start page, each level and a dialog, and read the pictures."""
    window = app.get_child_at_index(0)
    click_into(window)
    met: dict[str, object] = {"start page": walked(app, window)}
    press(ESCAPE)
    wait_until(lambda: on_screen(window, "slider"))
    press(F2)
    met["explore"] = walked(app, window)
    press(F3)
    wait_until(lambda: on_screen(window, "page tab list"))
    met["analyse"] = walked(app, window)
    met["pictures"] = read_pictures(window)
    press(F5)
    shown_to_all = wait_until(lambda: find(app, "frame", "Presentation"))
    wait_until(lambda: has(shown_to_all, State.ACTIVE))
    met["present"] = walked(app, shown_to_all)
    press(ESCAPE)
    wait_until(lambda: has(window, State.ACTIVE))
    for name, entry in DIALOGS.items():
        act(find(app, "menu item", entry), "Press")
        dialog = wait_until(lambda name=name: find(app, "dialog", name))
        click_into(dialog)
        met[name] = walked(app, dialog)
        press(ESCAPE)
    return met


listener = Atspi.EventListener.new(note)
Atspi.EventListener.register(listener, "object:state-changed:focused")
tell(visit)
