"""The self-test as a process: passes where all is well, catches what is broken on purpose."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

needs_fontconfig = pytest.mark.skipif(
    sys.platform != "linux", reason="fonts can be hidden from a program only with fontconfig"
)
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>{fonts}<cachedir>{cache}</cachedir></fontconfig>"""
NO_KOREAN = """<dir>/usr/share/fonts</dir><selectfont><rejectfont><pattern>
<patelt name="lang"><string>ko</string></patelt></pattern></rejectfont></selectfont>"""

FROZEN = """
import sys
sys.frozen = True
sys._MEIPASS = sys.argv.pop(1)
from explorer.__main__ import main
sys.exit(main())
"""
WITHOUT_OWN_LETTERS = """
import sys
from explorer.files import resources
resources.FONT_FILES = ("missing.otf",)
sys.frozen = "frozen" in sys.argv[1]
if sys.frozen:
    sys._MEIPASS = {root!r}
sys.argv.pop(1)
from explorer.__main__ import main
sys.exit(main())
"""
STUCK = """
import re
from pathlib import Path
from explorer.self_test import time_limit
from explorer.self_test.report import Report
report = Path("{report}")
time_limit.GRACE = 0.5
with time_limit.time_limit(0.5, Report(report), report, end=lambda code: None):
    re.match("(a+)+$", "a" * 60 + "b")
"""


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python off screen, unless the environment says otherwise."""
    usual = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment}
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=usual,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def without_own_letters(*words: str, how: str = "source") -> tuple[str, ...]:
    """Return what runs a command of a program whose own letters are missing."""
    return ("-c", WITHOUT_OWN_LETTERS.format(root=str(ROOT)), how, *words)


def failures(printed: str) -> list[str]:
    lines = printed.splitlines()
    assert lines[-1] == "self-test failed"
    return [line.split(":")[0].removeprefix("FAIL").strip() for line in lines if "FAIL" in line]


def fonts_file(folder: Path, fonts: str) -> str:
    path = folder / "fonts.conf"
    path.write_text(FONTS.format(fonts=fonts, cache=folder / "cache"), encoding="utf-8")
    return str(path)


def test_the_self_test_passes_with_or_without_korean_letters(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    ran = run("-m", "explorer", "self-test", "--report", str(report))
    assert ran.stdout == report.read_text(encoding="utf-8")
    first = [line for line in ran.stdout.splitlines() if line.startswith("first picture: ")]
    assert 0 < float(first[0].removeprefix("first picture: ").removesuffix(" s")) < 60
    assert ran.returncode == 0, ran.stdout
    assert ran.stdout.endswith("\nself-test passed\n")


@needs_fontconfig
def test_the_letters_that_the_program_brings_are_enough(tmp_path: Path) -> None:
    hidden = fonts_file(tmp_path, "")
    ran = run(
        *("-c", FROZEN, str(ROOT), "self-test"),
        FONTCONFIG_FILE=hidden,
        QT_QPA_FONTDIR=str(tmp_path),
    )
    assert ran.returncode == 0, ran.stdout
    assert not [each for each in ran.stdout.splitlines() if each.startswith("skip")]


@needs_fontconfig
def test_without_any_font_the_test_fails_and_names_a_package(tmp_path: Path) -> None:
    hidden = fonts_file(tmp_path, "")
    ran = run(
        *without_own_letters("self-test"), FONTCONFIG_FILE=hidden, QT_QPA_FONTDIR=str(tmp_path)
    )
    assert ran.returncode == 1
    drawings = {"picture .png", "picture .svg", "picture .pdf"}
    assert {"text", *drawings} <= set(failures(ran.stdout))
    assert "There is no font" in ran.stdout
    assert "fonts-dejavu-core" in ran.stdout


@needs_fontconfig
def test_from_source_a_missing_korean_font_is_named_and_no_failure(tmp_path: Path) -> None:
    hidden = fonts_file(tmp_path, NO_KOREAN)
    ran = run(*without_own_letters("self-test"), FONTCONFIG_FILE=hidden)
    (line,) = [each for each in ran.stdout.splitlines() if each.startswith("skip")]
    assert line.startswith("skip  Korean text: not drawn.")
    assert "fonts-nanum" in line


@needs_fontconfig
def test_an_installed_program_without_a_korean_font_fails_and_names_one(tmp_path: Path) -> None:
    hidden = fonts_file(tmp_path, NO_KOREAN)
    ran = run(*without_own_letters("self-test", how="frozen"), FONTCONFIG_FILE=hidden)
    assert ran.returncode == 1
    assert "Korean text" in failures(ran.stdout)
    assert "fonts-nanum" in ran.stdout


def test_a_platform_that_is_not_there_fails_the_test_and_is_named(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    ran = run("-m", "explorer", "self-test", "--qpa", "nonsense", "--report", str(report))
    assert ran.returncode == 1
    printed = report.read_text(encoding="utf-8")
    assert "...   window\n" in printed
    assert 'platform plugin "nonsense"' in printed
    assert failures(printed)


def test_a_resource_that_is_missing_fails_the_test(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "resources", tmp_path / "resources")
    (tmp_path / "resources" / "icons" / "explorer.svg").unlink()
    ran = run("-c", FROZEN, str(tmp_path), "self-test")
    assert ran.returncode == 1
    assert {"icon", "resources"} <= set(failures(ran.stdout))


def test_a_process_that_no_longer_runs_python_is_ended_too(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    ran = run("-c", STUCK.format(report=report.as_posix()))
    assert ran.returncode == 1
    assert report.read_text(encoding="utf-8") == "self-test failed\n"
    traces = (tmp_path / "report.txt.trace").read_text(encoding="utf-8")
    assert "Timeout" in traces
