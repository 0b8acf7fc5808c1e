"""What lies in the bundle is known by name, version, licence and hash; the locks agree."""

import re
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.utils import canonicalize_name

from installers.distributions import (
    BUILDERS,
    FROZEN,
    LOCK,
    frozen,
    locked_hashes,
    python_version,
    site_packages,
    windows_version,
)
from installers.product import ROOT
from installers.steps import BuildError
from tests.installers.frozen_stand_in import add_distribution, make_environment

PIN = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>[^ ;\\]+)(?: ; (?P<marker>[^\\\n]+?))? *\\?$", re.MULTILINE
)


def pins(lock: Path) -> dict[tuple[str, str], str]:
    """Return the marker of every version in a lock, empty if it is for all systems."""
    found = PIN.finditer(lock.read_text(encoding="utf-8"))
    return {
        (canonicalize_name(each["name"]), each["version"]): each["marker"] or "" for each in found
    }


def test_both_locks_agree_on_every_version_they_share() -> None:
    of_all, of_bundle = pins(ROOT / "requirements.lock"), pins(LOCK)
    shared = {name for name, _ in of_all} & {name for name, _ in of_bundle}
    assert len(shared) > len(FROZEN) / 2
    assert [pin for pin in of_bundle if pin[0] in shared and pin not in of_all] == []


@pytest.mark.parametrize("system", ["win32", "darwin", "linux"])
def test_everything_that_the_lock_brings_is_known(system: str) -> None:
    python = {"python_full_version": "3.11.9", "python_version": "3.11"}
    brought = {
        name
        for (name, _), marker in pins(LOCK).items()
        if not marker or Marker(marker).evaluate({"sys_platform": system, **python})
    }
    assert brought - BUILDERS == FROZEN.keys()


def test_the_lock_holds_a_hash_for_every_system(tmp_path: Path) -> None:
    """Binary packages have one file for each system: Linux, Windows, two Macs."""
    for part in frozen(make_environment(tmp_path)):
        if part.name in {"numpy", "pydantic-core", "pyside6-essentials", "shiboken6"}:
            assert len(locked_hashes(part.name, part.version)) >= 4, part.name


def test_a_version_that_is_not_locked_is_refused() -> None:
    with pytest.raises(BuildError, match="does not hold numpy 0"):
        locked_hashes("numpy", "0")


def test_frozen_distributions_tell_licence_home_and_text(tmp_path: Path) -> None:
    parts = {part.name: part for part in frozen(make_environment(tmp_path))}
    assert parts.keys() == FROZEN.keys()
    assert parts["pydantic"].home == "https://example.org/pydantic"
    assert list(parts["pydantic"].texts) == ["LICENSE.txt"]


def test_a_stray_distribution_is_refused(tmp_path: Path) -> None:
    python = make_environment(tmp_path)
    add_distribution(tmp_path, "stray", "1.0", with_text=True)
    with pytest.raises(BuildError, match="stray"):
        frozen(python)


def test_builders_are_not_told_of(tmp_path: Path) -> None:
    python = make_environment(tmp_path)
    add_distribution(tmp_path, "altgraph", "1.0", with_text=False)
    assert "altgraph" not in {part.name for part in frozen(python)}


def test_an_empty_environment_is_refused(tmp_path: Path) -> None:
    (tmp_path / "lib" / "python3.11" / "site-packages").mkdir(parents=True)
    with pytest.raises(BuildError, match="lacks numpy"):
        frozen(tmp_path / "bin" / "python")


def test_packages_are_found_where_windows_has_them(tmp_path: Path) -> None:
    (tmp_path / "Lib" / "site-packages").mkdir(parents=True)
    assert site_packages(tmp_path / "python.exe") == tmp_path / "Lib" / "site-packages"
    assert site_packages(tmp_path / "Scripts" / "python.exe").name == "site-packages"
    with pytest.raises(BuildError, match="no folder of packages"):
        site_packages(tmp_path / "far" / "away" / "python")


def test_the_interpreter_tells_its_version_without_being_run(tmp_path: Path) -> None:
    assert python_version(make_environment(tmp_path)) == "3.11.9"
    assert windows_version(3 << 16 | 11, 9150 << 16 | 1013) == "3.11.9"


def test_an_interpreter_that_tells_no_version_is_refused(tmp_path: Path) -> None:
    program = tmp_path / "python.exe"
    program.write_bytes(b"no program")
    with pytest.raises(BuildError, match="does not tell its version"):
        python_version(program)
