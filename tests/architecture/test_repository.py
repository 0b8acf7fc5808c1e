"""The repository's own files agree with each other and with the house."""

import re
import subprocess
import sys
from pathlib import Path

import explorer
from tests.architecture.sources import PACKAGE, ROOT, files, modules, texts

TOP_LEVEL = {
    ".ci", ".github", "explorer", "packaging", "resources", "tests",
    ".gitattributes", ".gitignore", ".pre-commit-config.yaml", "CHANGELOG.md", "CITATION.cff",
    "CONTRIBUTING.md", "LICENSE", "README.md", "pyproject.toml", "requirements.lock",
}  # fmt: skip
LARGEST_FILE = 2_000_000
CATALOGUE = ROOT / "resources" / "locale" / "dealzone.pot"
EXTRACT = (
    "extract", "--keyword=tr", "--keyword=tr_n:1,2",
    "--no-location", "--omit-header", "--sort-output",
)  # fmt: skip
# Debian's site itself is no registry; the form of a package's copyright is named by its address.
REGISTRY = re.compile(
    r"https?://(?!www\.debian\.org)[^/\s]*(pypi|pythonhosted|registry|mirror|debian)[^/\s]*"
)
WAITS = re.compile(r"\b(sleep|qtbot\.wait)\(")
OUTSIDE = re.compile(r"(?<![\w.~-])/(work|root)/\w")


def test_nothing_stands_at_the_top_that_has_no_place_there() -> None:
    assert not {path.relative_to(ROOT).parts[0] for path in files()} - TOP_LEVEL


def test_no_file_is_too_large_for_a_repository() -> None:
    assert not [path for path in files() if path.stat().st_size > LARGEST_FILE]


def test_no_file_depends_on_one_machine() -> None:
    found = [
        f"{name}: {match.group()}"
        for name, text in texts()
        for pattern in (REGISTRY, OUTSIDE)
        for match in pattern.finditer(text)
    ]
    assert not found


def test_no_test_waits_for_time_to_pass() -> None:
    """Tests wait for a state; one that waits for a second is slow here and too quick there."""
    tests = [(name, text) for name, text in texts() if name.startswith("tests/")]
    assert tests
    assert not [name for name, text in tests if WAITS.search(text)]


def test_the_program_and_the_changelog_tell_the_same_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## (\d+\.\d+\.\d+)", changelog, re.MULTILINE)
    assert newest
    assert newest.group(1) == explorer.__version__


def test_the_citation_tells_the_same_version() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {explorer.__version__}\n" in citation


def test_the_catalogue_holds_every_sentence_of_the_program(tmp_path: Path) -> None:
    """The command that refreshes it stands in CONTRIBUTING.md."""
    fresh = tmp_path / "fresh.pot"
    starter = "from babel.messages.frontend import main; main()"
    command = [sys.executable, "-c", starter, "--quiet", *EXTRACT, "--output-file", str(fresh)]
    subprocess.run([*command, "explorer"], cwd=ROOT, check=True)
    assert CATALOGUE.read_text(encoding="utf-8") == fresh.read_text(encoding="utf-8")


def test_contributing_tells_how_to_refresh_the_catalogue() -> None:
    assert " ".join(EXTRACT) in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_every_package_of_the_program_is_a_package() -> None:
    folders = {(ROOT / name).parent for name, _, _ in modules()}
    assert not [folder for folder in folders if not (folder / "__init__.py").is_file()]


def test_the_program_is_marked_as_typed() -> None:
    assert (PACKAGE / "py.typed").is_file()
