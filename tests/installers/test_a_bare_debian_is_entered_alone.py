"""Commands in a bare Debian see nothing of this machine and leave nothing behind."""

from collections.abc import Sequence
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from installers import bare_debian
from installers.bare_debian import BareDebian
from installers.linux.bundle import copied
from installers.steps import BuildError


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Return the commands that would have been run."""
    commands: list[list[str]] = []

    def keep(command: Sequence[str | Path], **options: object) -> CompletedProcess[str]:
        commands.append([str(each) for each in command] + [f"limit {options.get('limit')}"])
        return CompletedProcess([], 0, "")

    monkeypatch.setattr(bare_debian, "run", keep)
    monkeypatch.setattr(bare_debian, "install_debian_packages", lambda *_names: None)
    return commands


def test_each_command_has_mounts_and_processes_of_its_own(asked: list[list[str]]) -> None:
    BareDebian(Path("inside"), Path("shared")).run(["dpkg", "--list"], more={"A": "b"}, limit=7)
    (command,) = asked
    assert command[0] == "unshare"
    assert {"--mount", "--pid", "--fork", "--kill-child", "private"} <= set(command)
    assert command[-3:] == ["dpkg", "--list", "limit 7"]
    assert "A=b" in command
    assert {"inside", "shared"} <= set(command)
    (script,) = (word for word in command if "chroot" in word)
    assert "env -i" in script


def test_what_is_added_replaces_what_would_be_set(asked: list[list[str]]) -> None:
    BareDebian(Path("inside"), Path("shared")).run(["true"], more={"HOME": "/elsewhere"})
    assert [word for word in asked[0] if word.startswith("HOME=")] == ["HOME=/elsewhere"]


def test_it_is_made_anew_with_its_architectures(asked: list[list[str]], tmp_path: Path) -> None:
    folder = tmp_path / "place/debian"
    folder.mkdir(parents=True)
    (folder / "old").touch()
    bare_debian.bare_debian(folder, tmp_path / "shared", release="bookworm", more=["i386"])
    assert not folder.exists()
    assert (tmp_path / "shared").is_dir()
    assert asked[0][:4] == ["debootstrap", "--variant=minbase", "bookworm", str(folder)]
    assert "i386" in asked[1]
    assert "update" in asked[2]


def test_a_copy_is_another_one(tmp_path: Path) -> None:
    base = tmp_path / "base"
    (base / "etc").mkdir(parents=True)
    (base / "etc/hostname").write_text("base", encoding="utf-8")
    made = copied(BareDebian(base, tmp_path), tmp_path / "copy", tmp_path / "shared")
    assert made == BareDebian(tmp_path / "copy", tmp_path / "shared")
    assert (made.folder / "etc/hostname").read_text(encoding="utf-8") == "base"


def test_a_folder_that_cannot_be_removed_is_told(
    asked: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bare_debian.shutil, "rmtree", lambda *_args, **_options: None)
    with pytest.raises(BuildError, match="cannot be removed"):
        bare_debian.bare_debian(tmp_path, tmp_path, release="bookworm")
    assert asked == []
