"""What is proved on a real Windows, with a made installation in its place."""

import subprocess
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

from explorer.files.case_file import bundled_case
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from installers.linux import proof
from installers.product import FOLDER
from installers.steps import BuildError
from installers.windows import native_proof as windows_native
from installers.windows import program

STAYING = {"uninstall.exe"}


class Machine(NamedTuple):
    """A made Windows: what the installer puts there, what the uninstaller leaves."""

    folder: Path
    leaves: set[str]
    answer: str

    def run(self, command: Sequence[str | Path], **_: object) -> subprocess.CompletedProcess[str]:
        """Do what a program would do."""
        words = [str(each) for each in command]
        name = Path(words[0]).name
        if name == "setup.exe":
            self.folder.mkdir(parents=True)
            for each in (f"{FOLDER}.exe", "uninstall.exe", "stale.dll"):
                (self.folder / each).write_bytes(b"")
        if name == "uninstall.exe":
            for each in list(self.folder.iterdir()):
                if each.name not in self.leaves:
                    each.unlink()
        return subprocess.CompletedProcess(words, 0, self.answer if "solve" in words else "")


def machine(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    leaves: set[str],
    packages: int = windows_native.PACKAGES_IN_ZONE,
) -> Machine:
    """Make a Windows and let the proof run on it."""
    made = Machine(folder / "Programs" / FOLDER, leaves, f'{{"zone": {{"packages": {packages}}}}}')
    monkeypatch.setenv("LOCALAPPDATA", str(folder))
    monkeypatch.setattr(windows_native, "run", made.run)
    monkeypatch.setattr(windows_native, "prove", lambda *_: None)
    return made


def test_an_installer_that_removes_everything_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = machine(tmp_path, monkeypatch, STAYING)
    windows_native.prove_installer(Path("setup.exe"))
    assert not made.folder.exists()


def test_an_uninstaller_that_leaves_a_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine(tmp_path, monkeypatch, STAYING | {"stale.dll"})
    with pytest.raises(BuildError, match=r"left stale\.dll"):
        windows_native.prove_installer(Path("setup.exe"))


def test_a_wrong_answer_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine(tmp_path, monkeypatch, STAYING, packages=1)
    with pytest.raises(BuildError, match=f"1 packages, not {windows_native.PACKAGES_IN_ZONE}"):
        windows_native.prove_installer(Path("setup.exe"))


@pytest.mark.parametrize("where", [windows_native, program, proof])
def test_every_proof_of_an_installation_expects_what_the_case_gives(where: ModuleType) -> None:
    october = solve(preset_scenario(bundled_case(), "october-2025"))
    assert october.zone.packages == where.PACKAGES_IN_ZONE


def test_one_file_of_each_kind_is_expected(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="there are 0"):
        windows_native.only(tmp_path, "*.msi")
    (tmp_path / "a.msi").write_bytes(b"")
    assert windows_native.only(tmp_path, "*.msi").name == "a.msi"


@pytest.mark.parametrize("words", [["dist"], []])
def test_elsewhere_than_on_windows_it_says_so(
    words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(BuildError, match=r"needs"):
        windows_native.main(words)
