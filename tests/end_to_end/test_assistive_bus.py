"""The program as a client on the accessibility bus meets it, on a virtual screen."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from explorer.files.places import places
from explorer.views.tabs import TABS
from tests.end_to_end.screens import virtual_screen
from tests.end_to_end.test_program import ROOT

SYSTEM_PYTHON = "/usr/bin/python3"
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
VISIT = """
"$1" --launch-immediately &
"$2" -m explorer --data-folder "$3" &
window=$!
"$4" -W ignore "$5" "$6"
kill $window
wait $window
"""

ROLES = {
    *("push button", "check box", "radio button", "slider", "spin button", "combo box", "text"),
    *("list", "tree", "tree table", "page tab list"),
    # Contents that scroll.
    "panel",
}
"""What can take the keyboard, as a screen reader calls it."""


def missing() -> str:
    """Return what the bus, its client or the screen lack here, or nothing."""
    if sys.platform != "linux":
        return "the accessibility bus is that of Linux"
    for program in ("dbus-run-session", "Xvfb"):
        if shutil.which(program) is None:
            return f"{program} is not installed"
    if not any(map(os.path.exists, LAUNCHERS)):
        return "at-spi2-core is not installed"
    asked = "import gi; gi.require_version('Atspi', '2.0')"
    if (
        not os.path.exists(SYSTEM_PYTHON)
        or subprocess.run([SYSTEM_PYTHON, "-c", asked], capture_output=True, check=False).returncode
    ):
        return f"{SYSTEM_PYTHON} cannot speak to the bus (Debian: python3-gi gir1.2-atspi-2.0)"
    return ""


needs_bus = pytest.mark.skipif(bool(missing()), reason=missing())


def met_by(client: str, data_folder: Path, **settings: bool) -> dict[str, Any]:
    """Return what a client tells of the program that was started with some settings."""
    settings_file = places(data_folder).settings_file
    settings_file.parent.mkdir()
    settings_file.write_text(json.dumps(settings), encoding="utf-8")
    launcher = next(filter(os.path.exists, LAUNCHERS))
    script = Path(__file__).with_name(client)
    words = (launcher, sys.executable, data_folder, SYSTEM_PYTHON, script, settings_file)
    with virtual_screen("1600x1000") as display:
        ran = subprocess.run(
            ["dbus-run-session", "--", "sh", "-c", VISIT, "sh", *map(str, words)],
            cwd=ROOT,
            env={
                **os.environ,
                "DISPLAY": display,
                "QT_QPA_PLATFORM": "xcb",
                "QT_ACCESSIBILITY": "1",
                "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            },
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
    assert ran.stdout.rstrip().endswith("}"), ran.stderr
    # The bus has said something before.
    return dict(json.loads(ran.stdout.splitlines()[-1]))


@needs_bus
def test_a_client_on_the_bus_meets_what_it_does(data_folder: Path) -> None:
    met = met_by("assistive_client.py", data_folder, start_page_seen=True, coach_marks_seen=True)
    # The dialog waits for an answer; whoever pressed the entry does not.
    assert met.pop("answered in seconds") < 10
    assert met == dict.fromkeys(
        ["projector", "unfolded", "comparing", "copied", "asked", "answered", "menu"], True
    )


@needs_bus
def test_a_client_walks_through_every_stop_and_reads_every_row(data_folder: Path) -> None:
    met = met_by("assistive_walk.py", data_folder, coach_marks_seen=True)
    pictures = met.pop("pictures")
    assert len(met) == 4 + 3
    for place, walked in met.items():
        demand_whole_walk(place, **walked)
    assert list(pictures) == [tab.words() for tab in TABS]
    for tab in TABS:
        demand_read(tab.id, pictures[tab.words()])


def demand_whole_walk(
    place: str, stops: list[dict[str, Any]], wanted: list[dict[str, Any]]
) -> None:
    """Demand that Tab reached once whatever can take the keyboard, each named and in sight."""
    assert len(stops) > 1, place
    for stop in stops:
        facts = (stop["has the keyboard"], stop["is in its window"], stop["is in sight"])
        assert facts == (True, True, True), (place, stop)
    reached, open_to_tab = (
        Counter((each["role"], each["name"]) for each in nodes) for nodes in (stops, wanted)
    )
    assert reached == open_to_tab, place
    assert all(name and role in ROLES for role, name in reached), (place, reached)


def demand_read(tab: str, pictures: list[list[str]]) -> None:
    """Demand that the board and the picture of a tab were read, each row in other words."""
    names = [name for name, *_ in pictures]
    assert all(names), tab
    for name, *rows in pictures:
        assert all(rows), (tab, name)
        assert len(set(rows)) == len(rows), (tab, name)
    least = {"blocked": 0}.get(tab, 1)
    read = [len(rows) for _, *rows in pictures]
    assert sum(sorted(read)[:-1]) >= least, (tab, read)
