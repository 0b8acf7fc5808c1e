"""The program as a client on the accessibility bus meets it, on a virtual screen."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from explorer.files.places import places
from tests.end_to_end.test_program import ROOT

CLIENT = Path(__file__).with_name("assistive_client.py")
SYSTEM_PYTHON = "/usr/bin/python3"
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
SESSION = ("xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", "dbus-run-session", "--")
VISIT = """
"$1" --launch-immediately &
"$2" -m explorer --data-folder "$3" &
window=$!
"$4" -W ignore "$5" "$6"
kill $window
wait $window
"""


def missing() -> str:
    """Return what the bus, its client or the screen lack here, or nothing."""
    if sys.platform != "linux":
        return "the accessibility bus is that of Linux"
    for program in ("dbus-run-session", "xvfb-run"):
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


@pytest.mark.skipif(bool(missing()), reason=missing())
def test_a_client_on_the_bus_meets_what_it_does(data_folder: Path) -> None:
    settings = places(data_folder).settings_file
    settings.parent.mkdir()
    settings.write_text('{"start_page_seen": true, "coach_marks_seen": true}', encoding="utf-8")
    launcher = next(filter(os.path.exists, LAUNCHERS))
    words = (launcher, sys.executable, data_folder, SYSTEM_PYTHON, CLIENT, settings)
    ran = subprocess.run(
        [*SESSION, "sh", "-c", VISIT, "sh", *map(str, words)],
        cwd=ROOT,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "xcb",
            "QT_ACCESSIBILITY": "1",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        },
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ran.stdout.strip(), ran.stderr
    # The bus has said something before.
    met = json.loads(ran.stdout.splitlines()[-1])
    # The dialog waits for an answer; whoever pressed the entry does not.
    assert met.pop("answered in seconds") < 10
    assert met == dict.fromkeys(
        ["projector", "unfolded", "comparing", "copied", "asked", "answered", "menu"], True
    )
