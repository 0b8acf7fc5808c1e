"""What the architecture tests look at: the files of this repository and their syntax trees."""

import ast
import subprocess
import tomllib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "explorer"
LEFT_BY_TOOLS = {
    "__pycache__", "build", "dist", "htmlcov", ".git", ".hypothesis",
    ".import_linter_cache", ".pytest_cache", ".ruff_cache", ".venv",
}  # fmt: skip


@cache
def files() -> tuple[Path, ...]:
    """Return every file that git tracks, or, without git, that the source distribution brought.

    What a user left in the folder does not belong to the repository and is not judged.
    """
    listing = ("git", "ls-files", "-z", "--cached")
    try:
        answer = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return _distributed()
    names = answer.stdout.decode().split("\0")
    return tuple(ROOT / name for name in names if name and (ROOT / name).is_file())


def _distributed() -> tuple[Path, ...]:
    """Return the files below the folders that a source distribution holds."""
    content = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    names: list[str] = content["tool"]["hatch"]["build"]["targets"]["sdist"]["only-include"]
    places = [ROOT / name for name in names]
    found = [
        each for place in places for each in ([place] if place.is_file() else place.rglob("*"))
    ]
    return tuple(
        path
        for path in found
        if path.is_file() and not LEFT_BY_TOOLS & {*path.relative_to(ROOT).parts}
    )


@cache
def texts() -> tuple[tuple[str, str], ...]:
    """Return the name and content of every file of the repository that is text."""
    found: list[tuple[str, str]] = []
    for path in files():
        content = path.read_bytes()
        if b"\0" not in content:
            found.append((path.relative_to(ROOT).as_posix(), content.decode("utf-8")))
    return tuple(found)


@cache
def modules() -> tuple[tuple[str, str, ast.Module], ...]:
    """Return the name, text and syntax tree of every module of the program."""
    sources = [(path, path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))]
    return tuple(
        (path.relative_to(ROOT).as_posix(), text, ast.parse(text)) for path, text in sources
    )


@cache
def classes() -> dict[str, tuple[ast.ClassDef, ...]]:
    """Return every class of the program by its name, which need not be unique."""
    found: dict[str, tuple[ast.ClassDef, ...]] = {}
    for _, _, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                found[node.name] = (*found.get(node.name, ()), node)
    return found
