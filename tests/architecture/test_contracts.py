"""The rooms import only what they may."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.sources import PACKAGE, ROOT

# Entrances that must work where Qt is not installed, and start without waiting for it.
WITHOUT_QT = (
    ("model", "explorer.model"),
    ("solver", "explorer.solver"),
    ("files", "explorer.files"),
    ("store", "explorer.store"),
    ("figures", "explorer.figures"),
    ("views", "explorer.views"),
    ("cli", "explorer.cli"),
    ("__main__.py", "explorer.__main__"),
)
COMMANDS_WITHOUT_QT = (
    ("--version",),
    ("solve", "--json"),
    ("solve", "october-2025-declared", "--set", "us_max_status=2"),
    ("list", "controls"),
    ("check",),
)
# Imports every module of a package, runs a command if there is one, and lists what came along.
PROBE = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for found in pkgutil.walk_packages(getattr(package, "__path__", ()), package.__name__ + "."):
    importlib.import_module(found.name)
if sys.argv[2:]:
    sys.argv[:] = ["dealzone", *sys.argv[2:]]
    try:
        package.main()
    except SystemExit:
        pass
qt = {name.partition(".")[0] for name in sys.modules} & {"PySide6", "shiboken6", "pyqtgraph"}
sys.exit("imported: " + ", ".join(sorted(qt)) if qt else 0)
"""


LINT_IMPORTS = "from importlinter.cli import lint_imports_command as go; go(['--no-cache'])"
# By the id of each contract: a module that may not have this import.
FORBIDDEN_IMPORTS = {
    "layers": ("solver/side.py", "from explorer.files import atomic"),
    "no-qt-below-the-ui": ("cli/main.py", "import PySide6.QtCore"),
    "pictures-and-widgets": ("ui/pictures/axes/axes_frame.py", "from explorer.store import state"),
    "panels": ("ui/panels/panel_frame.py", "from explorer.files import atomic"),
    "one-door-to-pyqtgraph": ("ui/look/look.py", "import pyqtgraph"),
    "pure-layers": ("store/history.py", "from explorer.solver import side"),
    "panels-beside-pictures": (
        "ui/pictures/strokes.py",
        "from explorer.ui.panels import panel_frame",
    ),
    "widgets": ("ui/controls/track_geometry.py", "from explorer.model import case"),
}


def run(*words: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        words,
        cwd=folder,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def contracts() -> dict[str, str]:
    """Return the names of the contracts by their ids."""
    content = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {each["id"]: each["name"] for each in content["tool"]["importlinter"]["contracts"]}


def test_import_contracts_hold() -> None:
    answer = run(sys.executable, "-c", LINT_IMPORTS)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.parametrize("contract", FORBIDDEN_IMPORTS)
def test_a_contract_catches_what_breaks_it(contract: str, tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / PACKAGE.name, ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    path, line = FORBIDDEN_IMPORTS[contract]
    module = tmp_path / PACKAGE.name / path
    module.write_text(f"{module.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    answer = run(sys.executable, "-c", LINT_IMPORTS, folder=tmp_path)
    assert answer.returncode == 1
    assert f"{contracts()[contract]} BROKEN" in " ".join(answer.stdout.split())


def test_every_contract_is_proven() -> None:
    assert {*FORBIDDEN_IMPORTS} == {*contracts()}


@pytest.mark.parametrize(("path", "module"), WITHOUT_QT)
def test_a_layer_below_the_ui_comes_without_qt(path: str, module: str) -> None:
    if not (PACKAGE / path).exists():
        pytest.skip("not built yet")
    answer = run(sys.executable, "-c", PROBE, module)
    assert answer.returncode == 0, answer.stderr


@pytest.mark.parametrize("command", COMMANDS_WITHOUT_QT, ids=" ".join)
def test_a_command_comes_without_qt(command: tuple[str, ...]) -> None:
    if not (PACKAGE / "__main__.py").exists():
        pytest.skip("not built yet")
    answer = run(sys.executable, "-c", PROBE, "explorer.__main__", *command)
    assert answer.returncode == 0, answer.stderr
