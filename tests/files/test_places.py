"""Places: folders of the user, or all in one folder, and nothing is made before it is needed."""

from pathlib import Path

import pytest

from explorer.files.places import places, ready_folder
from explorer.model.errors import FileError


def test_a_data_folder_holds_everything_and_is_not_made(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    found = places(folder)
    for path in (found.settings_file, found.sessions, found.log_file):
        assert path.is_relative_to(folder)
    assert not folder.exists()


def test_a_relative_data_folder_stays_the_same_when_the_program_moves_on() -> None:
    assert places(Path("data")).config.is_absolute()


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
