"""A presentation on a second screen that is unplugged and plugged in again."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.screens import virtual_screen
from tests.end_to_end.test_program import ROOT

MISSING = [name for name in ("Xvfb", "xrandr") if shutil.which(name) is None]
VISIT = Path(__file__).with_name("two_screens.py")


@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
def test_a_presentation_follows_the_second_screen(data_folder: Path) -> None:
    with virtual_screen("2880x900") as display:
        ran = subprocess.run(
            [sys.executable, str(VISIT), str(data_folder)],
            cwd=ROOT,
            env={
                **os.environ,
                "DISPLAY": display,
                "QT_QPA_PLATFORM": "xcb",
                "PYTHONPATH": str(ROOT),
            },
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
    assert ran.returncode == 0, ran.stderr
    met = json.loads(ran.stdout.splitlines()[-1])
    assert met == dict.fromkeys(
        [
            "two",
            "on the second",
            "gone",
            "still black",
            "back",
            "hidden",
            "dragged",
            "swapped",
        ],
        True,
    )
