"""The program as a process under locales whose letters and numbers differ from English ones."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.test_program import run

LOCALES = ("tr_TR", "az_AZ", "de_DE", "ar_EG")
"""In the first two a small i has no plain capital; then a decimal comma, and other digits."""


@pytest.fixture(scope="module")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of compiled locales for LOCPATH; a bare system has their sources at most."""
    compiler = shutil.which("localedef")
    if compiler is None:
        pytest.skip("localedef is not installed (Debian: libc-bin), so no locale can be made")
    folder = tmp_path_factory.mktemp("locales")
    for name in LOCALES:
        target = folder / f"{name}.UTF-8"
        made = subprocess.run(
            [compiler, "-i", name, "-f", "UTF-8", str(target)], capture_output=True, check=False
        )
        # A warning about the locale's own data makes localedef answer 1 although it wrote.
        if not (target / "LC_CTYPE").is_file():
            problem = made.stderr.decode(errors="replace").strip().splitlines()
            pytest.skip(f"{name} cannot be made (Debian: locales): {' '.join(problem[-1:])}")
    return folder


def under(name: str, folder: Path) -> dict[str, str]:
    """Return the variables of a locale; other tests count what is passed through for coverage."""
    told = {"LOCPATH": str(folder), "LC_ALL": f"{name}.UTF-8", "LANGUAGE": "", "LANG": ""}
    return {**told, "COVERAGE_PROCESS_CONFIG": "", "COVERAGE_PROCESS_START": ""}


@pytest.mark.parametrize("name", LOCALES)
def test_the_window_opens_in_every_locale(name: str, locales: Path, data_folder: Path) -> None:
    ran = run("--smoke", "--data-folder", str(data_folder), **under(name, locales))
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "ready\n", "")
    log = (data_folder / "log" / "dealzone.log").read_text(encoding="utf-8")
    assert not any(word in log for word in ("WARNING", "ERROR", "CRITICAL"))


def test_the_locale_is_really_in_force(locales: Path) -> None:
    asked = "import locale; locale.setlocale(locale.LC_ALL, ''); print(locale.getlocale()[0])"
    ran = subprocess.run(
        [sys.executable, "-c", asked],
        env={**os.environ, **under("tr_TR", locales)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == "tr_TR"


def test_the_self_test_passes_in_turkish(locales: Path, data_folder: Path) -> None:
    ran = run("self-test", "--data-folder", str(data_folder), **under("tr_TR", locales))
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_answers_do_not_depend_on_the_locale(locales: Path) -> None:
    answers = [run("solve", "--json", **under(name, locales)).stdout for name in LOCALES]
    assert answers[0].startswith("{")
    assert set(answers) == {answers[0]}
