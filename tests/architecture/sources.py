"""What the architecture tests look at: the files of this repository and their syntax trees."""

import ast
import subprocess
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
    """Return every file that belongs to the repository, whether committed yet or not."""
    listing = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    try:
        answer = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        found = [path for path in ROOT.rglob("*") if path.is_file()]
        inside = [path.relative_to(ROOT).parts for path in found]
        return tuple(ROOT.joinpath(*parts) for parts in inside if not _is_left_by_tools(parts))
    names = answer.stdout.decode().split("\0")
    return tuple(ROOT / name for name in names if name and (ROOT / name).is_file())


def _is_left_by_tools(parts: tuple[str, ...]) -> bool:
    """Tell what git would ignore, where there is no git; each process leaves a coverage file."""
    return bool(LEFT_BY_TOOLS & {*parts}) or parts[0].startswith(".coverage")


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
