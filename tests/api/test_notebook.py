"""The tutorial notebook runs from the first cell to the last, and is kept without outputs."""

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from explorer.files.resources import resource

ROOT = Path(__file__).parents[2]
TUTORIAL = Path(str(resource("notebooks", "tutorial.ipynb")))


@pytest.fixture
def kernels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have kernels find this program, and keep what they write in a folder of their own."""
    for name in ("JUPYTER_RUNTIME_DIR", "JUPYTER_DATA_DIR", "JUPYTER_CONFIG_DIR", "IPYTHONDIR"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    yield
    if sys.platform == "win32":
        asyncio.set_event_loop_policy(None)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.usefixtures("kernels")
def test_the_tutorial_runs_from_the_first_cell_to_the_last() -> None:
    notebook = nbformat.read(TUTORIAL, as_version=4)
    NotebookClient(notebook, timeout=600, kernel_name="python3").execute()
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(cell.execution_count for cell in cells)
    assert "text/html" in cells[-1].outputs[0]["data"]
    assert "<svg" in cells[-1].outputs[0]["data"]["text/html"]


def test_the_notebook_is_kept_clean() -> None:
    notebook = nbformat.read(TUTORIAL, as_version=4)
    nbformat.validate(notebook)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None
