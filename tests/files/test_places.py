"""Places: folders of the user, or all in one folder, and nothing is made before it is needed."""

import os
import sys
from pathlib import Path

import pytest

from explorer.files.places import home_folder, places, ready_folder
from explorer.model.errors import FileError


def test_a_data_folder_holds_everything_and_is_not_made(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    found = places(folder)
    for path in (found.settings_file, found.sessions, found.log_file):
        assert path.is_relative_to(folder)
    assert not folder.exists()


def test_a_relative_data_folder_stays_the_same_when_the_program_moves_on() -> None:
    assert places(Path("data")).config.is_absolute()


def test_a_portable_copy_keeps_everything_beside_it_unless_a_folder_is_named(
    tmp_path: Path,
) -> None:
    found = places(portable=tmp_path)
    for path in (found.settings_file, found.sessions, found.log_file):
        assert path.is_relative_to(tmp_path / "data")
    assert found.portable == tmp_path
    named = places(tmp_path / "other", portable=tmp_path)
    assert named.config.is_relative_to(tmp_path / "other")
    assert named.portable is None


def test_the_usual_places_are_the_users_own_and_bear_the_programs_name() -> None:
    found = places()
    assert found == places()
    assert all("dealzone" in str(path) for path in (found.config, found.state, found.log))


def test_a_folder_is_made_with_all_above_it(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    assert ready_folder(folder) == folder
    assert ready_folder(folder).is_dir()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a file", "utf-8")
    for impossible in (tmp_path / "a", tmp_path / "a" / "b", tmp_path / "nul\0"):
        with pytest.raises(FileError, match="cannot be saved"):
            ready_folder(impossible)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="users always have a home there")
def test_a_user_without_a_home_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import pwd

    for name in [each for each in os.environ if each.startswith("XDG_")]:
        monkeypatch.delenv(name)
    monkeypatch.delenv("HOME", raising=False)

    def unknown(_user: int) -> None:
        raise KeyError

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    with pytest.raises(FileError, match="--data-folder"):
        places()
    assert places(tmp_path).config.is_relative_to(tmp_path)
    assert home_folder().is_dir()
