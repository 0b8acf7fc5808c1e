"""The locks are complete, agree with each other, and hold what pyproject.toml asks for."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from environment import DEVELOPMENT, LEVELS, PROGRAM
from tests.architecture.sources import ROOT, texts

PYTHONS = ("3.11", "3.12", "3.13", "3.14", "3.15")
LOCKS = [*(level.lock for level in LEVELS), "packaging/bundle.lock", "packaging/mac/image.lock"]
PIN = re.compile(
    r"^(?P<name>[\w.-]+)(?P<extras>\[[^]]*\])?==(?P<version>[^ ;\\]+)"
    r"(?: ; (?P<marker>[^\\\n]+?))? *\\?$",
    re.MULTILINE,
)
PARENT = re.compile(r"^    # via (?P<one>\S+)|^    #   (?P<many>[a-z]\S*)", re.MULTILINE)


@dataclass(frozen=True)
class Pin:
    """One line of a lock."""

    name: str
    extras: str
    version: str
    marker: str

    def applies(self, python: str, system: str = "linux") -> bool:
        """Say whether pip installs it on a Python of a system."""
        return not self.marker or evaluated(Marker(self.marker), python, system)


def evaluated(marker: Marker, python: str, system: str) -> bool:
    """Evaluate a marker for another Python and system."""
    return marker.evaluate(
        {"python_full_version": f"{python}.0", "python_version": python, "sys_platform": system}
    )


@cache
def text(lock: str) -> str:
    return (ROOT / lock).read_text(encoding="utf-8")


@cache
def pins(lock: str) -> tuple[Pin, ...]:
    return tuple(
        Pin(
            canonicalize_name(each["name"]),
            each["extras"] or "",
            each["version"],
            each["marker"] or "",
        )
        for each in PIN.finditer(text(lock))
    )


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def asked(level_name: str) -> list[Requirement]:
    """Return what pyproject.toml asks for directly at a level."""
    content = project()
    lines = [*content["project"]["dependencies"]]
    if level_name == DEVELOPMENT.name:
        groups = content["dependency-groups"]
        lines += [line for each in ("dev", "installers") for line in groups[each]]
    return [Requirement(line) for line in lines if isinstance(line, str)]


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("level", LEVELS, ids=lambda each: each.name)
def test_each_lock_holds_what_the_project_asks_for(level: Any, python: str) -> None:
    for requirement in asked(level.name):
        if requirement.marker and not evaluated(requirement.marker, python, "linux"):
            continue
        name = canonicalize_name(requirement.name)
        found = [pin for pin in pins(level.lock) if pin.name == name and pin.applies(python)]
        assert len(found) == 1, f"{name}: CONTRIBUTING.md describes how to refresh the locks"
        assert requirement.specifier.contains(found[0].version), found


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_has_its_hash_and_no_host(lock: str) -> None:
    entries = [each for each in re.split(r"\n(?=[A-Za-z0-9])", text(lock)) if PIN.match(each)]
    assert len(entries) == len(pins(lock))
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text(lock)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_the_extras_that_its_packages_ask_for(lock: str) -> None:
    """An older pip than 23.3 looks for the newest release of an extra that the lock leaves out.

    The command in the first lines of the lock must have kept them.
    """
    assert "--no-strip-extras" in text(lock).split("\n", 2)[1]


@pytest.mark.parametrize("lock", LOCKS)
def test_no_package_is_pinned_twice_for_one_python(lock: str) -> None:
    for python in PYTHONS:
        for system in ("linux", "win32", "darwin"):
            names = [pin.name for pin in pins(lock) if pin.applies(python, system)]
            assert len(names) == len({*names})


def test_every_package_in_a_lock_is_asked_for_by_another_of_the_same_lock() -> None:
    """Locks are installed without resolving, so a package and what it needs stand together."""
    for level in LEVELS:
        names = {pin.name for pin in pins(level.lock)} | {"deal-zone-explorer"}
        parents = {found["one"] or found["many"] for found in PARENT.finditer(text(level.lock))}
        assert {canonicalize_name(each) for each in parents if each[0] != "-"} <= names


def test_locks_agree_on_every_package_they_share() -> None:
    of_all, smaller = {*pins(DEVELOPMENT.lock)}, pins(PROGRAM.lock)
    shared = {pin.name for pin in of_all} & {pin.name for pin in smaller}
    assert shared >= {canonicalize_name(each.name) for each in asked(PROGRAM.name)}
    assert not [pin for pin in smaller if pin.name in shared and pin not in of_all]


def test_each_level_includes_the_one_before() -> None:
    for lower, higher in pairwise(LEVELS):
        assert {pin.name for pin in pins(lower.lock)} < {pin.name for pin in pins(higher.lock)}


def test_the_program_is_installed_without_tools_of_developers() -> None:
    tools = {canonicalize_name(each.name) for each in asked(DEVELOPMENT.name)}
    needed = {canonicalize_name(each.name) for each in asked(PROGRAM.name)}
    assert not (tools - needed) & {pin.name for pin in pins(PROGRAM.lock)}


def test_no_python_is_refused_for_being_new() -> None:
    assert project()["project"]["requires-python"] == ">=3.11"


def test_nothing_installs_a_lock_by_resolving_it() -> None:
    """A resolver may take what the lock does not name, on the day that something newer is out."""
    inside = ("packaging/", ".ci/", ".github/")
    # This one shows that resolving fails.
    shown = ".ci/tomorrow.py"
    calls = [
        (name, line.start())
        for name, content in texts()
        if name.startswith(inside) and name != shown
        for line in re.finditer("--require-hashes", content)
        if "--no-deps" not in content[max(0, line.start() - 80) : line.end() + 80]
    ]
    assert not calls
