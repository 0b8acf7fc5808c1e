"""The rooms import only what they may."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.architecture.sources import PACKAGE, ROOT

# Entrances that must work where Qt is not installed, and start without waiting for it; the lowest
# first, so that what is found belongs to the entrance that is named.
WITHOUT_QT = (
    "explorer.model",
    "explorer.solver",
    "explorer.files",
    "explorer.store",
    "explorer.figures",
    "explorer.views",
    "explorer.take_home",
    "explorer.paper",
    "explorer.classroom",
    "explorer.cli",
    "explorer.__main__",
)
# Imports every module of some packages, one package after the other, and names the first with
# which Qt came along.
PROBE = """
import importlib, pkgutil, sys
for name in sys.argv[1:]:
    package = importlib.import_module(name)
    for found in pkgutil.walk_packages(getattr(package, "__path__", ()), package.__name__ + "."):
        importlib.import_module(found.name)
    qt = {name.partition(".")[0] for name in sys.modules} & {"PySide6", "shiboken6", "pyqtgraph"}
    if qt:
        sys.exit(f"{name} imported: " + ", ".join(sorted(qt)))
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


def module_of(path: str) -> str:
    return ".".join((PACKAGE.name, *Path(path).with_suffix("").parts))


def found_to_break(output: str, contract: str) -> str:
    """Return the imports that are named under a broken contract; "" if it is not broken."""
    _, heading, found = output.partition(f"\n{contract}\n{'-' * len(contract)}\n")
    # The next contract begins with its own heading.
    return re.split(r"\n\n\n(?=.+\n-+\n)", found)[0] if heading else ""


def test_each_contract_catches_what_breaks_it(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / PACKAGE.name, ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for path, line in FORBIDDEN_IMPORTS.values():
        module = tmp_path / PACKAGE.name / path
        module.write_text(f"{module.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    answer = run(sys.executable, "-c", LINT_IMPORTS, folder=tmp_path)
    assert answer.returncode == 1
    for contract, name in contracts().items():
        assert f"{name} BROKEN" in " ".join(answer.stdout.split())
        found = found_to_break(answer.stdout, name)
        assert f"{module_of(FORBIDDEN_IMPORTS[contract][0])} -> " in found, contract


def test_every_contract_is_proven() -> None:
    assert {*FORBIDDEN_IMPORTS} == {*contracts()}


def test_the_layers_below_the_ui_come_without_qt() -> None:
    answer = run(sys.executable, "-c", PROBE, *WITHOUT_QT)
    assert answer.returncode == 0, answer.stderr
