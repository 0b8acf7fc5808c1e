"""The rooms import only what they may."""

import subprocess
import sys

import pytest

from tests.architecture.sources import PACKAGE, ROOT

# Entrances that must work where Qt is not installed, and start without waiting for it.
WITHOUT_QT = (
    ("model", "explorer.model"),
    ("solver", "explorer.solver"),
    ("files", "explorer.files"),
    ("store", "explorer.store"),
    ("figures", "explorer.figures"),
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


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)


def test_import_contracts_hold() -> None:
    starter = "from importlinter.cli import lint_imports_command as go; go(['--no-cache'])"
    answer = run(sys.executable, "-c", starter)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.parametrize(("path", "module"), WITHOUT_QT)
def test_a_room_below_the_roof_comes_without_qt(path: str, module: str) -> None:
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
