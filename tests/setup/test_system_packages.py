"""Missing system packages are named once, all together, as the system at hand names them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import system_packages
from environment import ROOT
from system_packages import (
    INSTALL,
    TABLE,
    Need,
    SystemPackageError,
    advice,
    install_missing,
    needs,
    package_names,
    session_groups,
)

GROUPS = {"python", "qt", "x11", "wayland", "tests"}
ALL = needs(TABLE.read_text(encoding="utf-8"))
SH = shutil.which("sh")


def test_every_need_has_a_package_for_every_manager() -> None:
    assert {need.group for need in ALL} == GROUPS
    assert all(need.kind in {"library", "program", "folder"} for need in ALL)
    assert all(need.packages[manager] for need in ALL for manager in INSTALL)


@pytest.mark.parametrize(
    ("variables", "groups"),
    [
        ({}, set()),
        ({"DISPLAY": ":0"}, {"x11"}),
        ({"WAYLAND_DISPLAY": "wayland-0"}, {"wayland"}),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, {"x11", "wayland"}),
        ({"DISPLAY": ""}, set()),
    ],
)
def test_each_kind_of_session_asks_for_its_own_libraries(
    variables: dict[str, str], groups: set[str]
) -> None:
    assert session_groups(variables) == groups


@pytest.mark.parametrize("manager", INSTALL)
def test_the_advice_is_one_line_for_everything_that_is_missing(manager: str) -> None:
    lines = advice(ALL, manager).splitlines()
    assert lines[-1].strip() == f"{INSTALL[manager]} {' '.join(package_names(ALL, manager))}"


def test_a_fresh_debian_image_needs_its_lists_of_packages_first() -> None:
    assert "apt-get update && apt-get install" in advice(ALL, "apt")


def test_an_unknown_system_is_told_the_libraries_themselves() -> None:
    assert "libGL.so.1" in advice(ALL, None)


def test_no_package_is_named_twice() -> None:
    names = package_names(ALL, "pacman")
    assert len(names) == len({*names})


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch) -> list[Need]:
    """Pretend that two libraries are missing on a Linux system."""
    missing = [need for need in ALL if need.group == "qt"][:2]
    monkeypatch.setattr(system_packages, "missing_needs", lambda _groups: missing)
    return missing


def test_without_root_and_sudo_nothing_is_tried(
    lacking: list[Need], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_packages, "present_manager", lambda: "apt")
    monkeypatch.setattr(system_packages, "root_prefix", lambda: None)
    with pytest.raises(SystemPackageError) as told:
        install_missing({"qt"})
    assert str(told.value) == advice(lacking, "apt")


@pytest.mark.parametrize("manager", ["dnf", "pacman", None])
def test_other_systems_are_told_but_never_changed(
    lacking: list[Need], manager: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_words: object, **_more: object) -> None:
        raise AssertionError("nothing may be run")

    monkeypatch.setattr(system_packages, "present_manager", lambda: manager)
    monkeypatch.setattr(subprocess, "run", refuse)
    with pytest.raises(SystemPackageError) as told:
        install_missing({"qt"})
    assert str(told.value) == advice(lacking, manager)


def test_what_cannot_be_installed_is_told(
    lacking: list[Need], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(command: list[str], **_more: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 100)

    monkeypatch.setattr(system_packages, "present_manager", lambda: "apt")
    monkeypatch.setattr(system_packages, "root_prefix", lambda: ())
    monkeypatch.setattr(subprocess, "run", fail)
    with pytest.raises(SystemPackageError) as told:
        install_missing({"qt"})
    assert str(told.value) == advice(lacking, "apt")


def shell_script(folder: Path, *programs: str) -> subprocess.CompletedProcess[str]:
    """Run ``start`` where only some programs are on the path, as a user without rights.

    The checkout is a copy without an environment, so nothing of this machine's answers.
    """
    (folder / "explorer" / "model").mkdir(parents=True)
    shutil.copytree(ROOT / "packaging", folder / "packaging", ignore=shutil.ignore_patterns("*.py"))
    for name in ("explorer/__init__.py", "explorer/model/version.py"):
        shutil.copy(ROOT / name, folder / name)
    path = folder / "bin"
    path.mkdir()
    for name in ("sh", "dirname", "awk", "cat", "sed"):
        found = shutil.which(name)
        assert found
        (path / name).symlink_to(found)
    for name in programs:
        (path / name).write_text("#!/bin/sh\nexit 1\n")
        (path / name).chmod(0o755)
    # Whoever runs the tests, the script shall see a user who is not root.
    (path / "id").write_text("#!/bin/sh\necho 1000\n")
    (path / "id").chmod(0o755)
    return subprocess.run(
        [SH or "sh", folder / "packaging" / "start", *ARGUMENTS.get(folder.name, ())],
        env={"PATH": str(path), "WAYLAND_DISPLAY": "wayland-0"},
        capture_output=True,
        text=True,
        check=False,
    )


ARGUMENTS = {"helps": ("--help",), "version": ("--version",), "deep": ("solve", "--help")}

needs_sh = pytest.mark.skipif(sys.platform == "win32", reason="the script is for other systems")


@needs_sh
@pytest.mark.parametrize("manager", INSTALL)
def test_without_python_all_packages_are_told_at_once(manager: str, tmp_path: Path) -> None:
    """A user without rights asks an administrator once, not once for each part."""
    ran = shell_script(tmp_path / manager, system_packages.PROGRAMS[manager])
    wanted = [need for need in ALL if need.group in {"python", "qt", "wayland"}]
    line = f"{INSTALL[manager]} {' '.join(package_names(wanted, manager))}"
    assert ran.returncode == 1
    assert ran.stderr.splitlines()[-1].strip() == line
    assert ran.stdout == ""


@needs_sh
@pytest.mark.parametrize("asked", ["helps", "deep", "version"])
def test_help_and_version_need_no_installation(asked: str, tmp_path: Path) -> None:
    ran = shell_script(tmp_path / asked)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("Deal Zone" if asked == "version" else "usage: dealzone")
