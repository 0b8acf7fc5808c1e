"""Settings: what is sound survives, what is not is dropped by itself, kept, and told of."""

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from explorer.files import lock, settings
from explorer.files.lock import seize
from explorer.files.settings import (
    MOST_RECENT_FILES,
    Settings,
    merged,
    read_settings,
    update_settings,
    write_settings,
)
from explorer.model.errors import FileError

SOME = Settings(
    theme="dark",
    text_scale=1.5,
    language="ko",
    recent_files=("/a.dealzone",),
    splitter_sizes={"main": (300, 700)},
    last_export_size=(1280, 720),
)
NONSENSE = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(), st.lists(st.integers()), st.just({"a": 1})
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def test_what_is_written_is_read(path: Path) -> None:
    write_settings(path, SOME)
    assert read_settings(path) == (SOME, ())


def test_a_missing_file_gives_the_first_settings_and_no_message(path: Path) -> None:
    assert read_settings(path) == (Settings(), ())


@pytest.mark.parametrize(
    "value", ["[" * 300 + "]" * 300, "[" * 800 + "]" * 800, '"\\ud800"', '["\\ud800"]']
)
def test_what_no_validator_reads_costs_only_its_own_key(path: Path, value: str) -> None:
    write(path, f'{{"lower_view": {value}, "theme": "dark"}}')
    settings, notes = read_settings(path)
    assert settings == Settings(theme="dark")
    assert "lower_view" in notes[0] or "deeply" in notes[0]


def test_at_no_depth_whatever_does_nesting_raise(path: Path) -> None:
    """Reader, writer and validator each give up at another depth."""
    for depth in range(2, sys.getrecursionlimit() + 100):
        write(path, f'{{"lower_view": {"[" * depth}{"]" * depth}, "theme": "dark"}}')
        settings, notes = read_settings(path)
        assert settings in (Settings(theme="dark"), Settings())
        assert notes


def test_a_thousand_bad_keys_are_told_in_a_few_lines(path: Path) -> None:
    write(path, json.dumps({f"k{n}": n for n in range(1000)}))
    settings, notes = read_settings(path)
    assert settings == Settings()
    assert len(notes) < 20


def test_a_name_that_is_no_text_is_not_remembered() -> None:
    assert SOME.with_recent(Path("a\udcff.dealzone")) == SOME


def test_bad_keys_are_dropped_one_by_one_and_the_file_is_kept(path: Path) -> None:
    text = json.dumps({"theme": "pink", "text_scale": 1.5, "colour": 1, "last_export_size": [1, 2]})
    write(path, text)
    settings, notes = read_settings(path)
    assert settings == Settings(text_scale=1.5)
    for word in ("theme", "colour", "last_export_size", ".unread"):
        assert any(word in note for note in notes)
    assert path.with_name("settings.json.unread").read_text("utf-8") == text


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "[]", "3", '{"text_scale": NaN}'])
def test_a_broken_file_gives_the_first_settings_and_is_kept(path: Path, text: str) -> None:
    write(path, text)
    settings, notes = read_settings(path)
    assert settings == Settings()
    assert ".unread" in notes[-1]


def test_a_newer_file_is_read_as_far_as_it_is_understood_and_kept(path: Path) -> None:
    write(path, json.dumps({"schema_version": 7, "theme": "dark", "shape": "round"}))
    settings, notes = read_settings(path)
    assert settings == Settings(theme="dark")
    assert "newer version" in notes[0]
    assert ".unread" in notes[-1]


def test_a_file_that_cannot_be_kept_is_said_to_be_lost(path: Path) -> None:
    write(path, "{")
    path.with_name("settings.json.unread").mkdir()
    assert "could not be kept" in read_settings(path)[1][-1]


def test_an_unreadable_place_gives_the_first_settings(path: Path) -> None:
    path.mkdir(parents=True)
    assert read_settings(path)[0] == Settings()


@given(
    content=st.dictionaries(
        st.one_of(st.sampled_from(sorted(Settings.model_fields)), st.text()), NONSENSE
    )
)
def test_no_content_whatever_stops_the_program(
    content: dict[str, object], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("any") / "settings.json"
    path.write_text(json.dumps(content), "utf-8")
    settings, notes = read_settings(path)
    write_settings(path, settings)
    assert read_settings(path) == (settings, ())
    assert bool(notes) == path.with_name("settings.json.unread").exists()


def test_settings_that_cannot_be_written_say_so(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file", "utf-8")
    with pytest.raises(FileError):
        write_settings(tmp_path / "config" / "settings.json", SOME)


def test_a_change_is_validated() -> None:
    assert SOME.changed(theme="light").theme == "light"
    with pytest.raises(ValidationError):
        SOME.changed(theme="pink")


def test_the_newest_file_comes_first_once_and_old_ones_fall_out() -> None:
    settings = Settings()
    for number in (*range(MOST_RECENT_FILES + 2), 5):
        settings = settings.with_recent(Path(f"/{number}"))
    assert settings.recent_files[:2] == (str(Path("/5").absolute()), str(Path("/11").absolute()))
    assert len(settings.recent_files) == MOST_RECENT_FILES
    assert settings.without_recent(Path("/5")).recent_files == settings.recent_files[1:]


def test_what_another_window_changed_stays(path: Path) -> None:
    write_settings(path, SOME)
    write_settings(path, SOME.changed(theme="light", splitter_sizes={"rows": (1, 2)}))
    update_settings(path, SOME, SOME.changed(text_scale=2, splitter_sizes={"main": (5, 6)}))
    present, _ = read_settings(path)
    assert (present.theme, present.text_scale) == ("light", 2)
    assert present.splitter_sizes == {"rows": (1, 2), "main": (5, 6)}


def test_settings_that_cannot_be_read_any_more_come_back_whole(path: Path) -> None:
    write(path, '{"theme": "light", "text_scale": 1')
    update_settings(path, SOME, SOME.changed(text_scale=2))
    assert read_settings(path) == (SOME.changed(text_scale=2), ())


def test_settings_that_were_deleted_come_back_whole(path: Path) -> None:
    update_settings(path, SOME, SOME.changed(text_scale=2))
    assert read_settings(path) == (SOME.changed(text_scale=2), ())


@pytest.mark.parametrize(
    ("before", "after", "present", "wanted"),
    [
        ("abc", "abc", "xab", "xab"),
        ("abc", "dabc", "xabc", "dxabc"),
        ("abc", "cab", "xabc", "cxab"),
        ("abc", "ac", "xabc", "xac"),
        ("abc", "eda", "bxa", "edxa"),
        ("", "a", "", "a"),
        ("abcdefghij", "kabcdefghi", "xabcdefghi", "kxabcdefgh"),
    ],
)
def test_documents_opened_in_two_windows_are_all_remembered(
    before: str, after: str, present: str, wanted: str
) -> None:
    first, second, third = (Settings(recent_files=tuple(each)) for each in (before, after, present))
    assert merged(first, second, third).recent_files == tuple(wanted)


@given(st.permutations("abcd"), st.permutations("abcd"), st.permutations("abxy"))
def test_merging_into_what_was_known_gives_what_is_wanted(
    before: list[str], after: list[str], other: list[str]
) -> None:
    first, second = (Settings(recent_files=tuple(each)) for each in (before, after))
    assert merged(first, second, first) == second
    both = merged(first, second, Settings(recent_files=tuple(other))).recent_files
    assert len(both) == len(set(both))


def test_settings_are_read_and_written_again_under_a_lock(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_settings(path, SOME)
    held: list[bool] = []

    def read(of: Path) -> tuple[Settings, tuple[str, ...]]:
        with pytest.raises(OSError, match=r"\["):
            seize(path.with_name("settings.json.lock"))
        held.append(True)
        return read_settings(of)

    monkeypatch.setattr(settings, "read_settings", read)
    update_settings(path, SOME, SOME.changed(text_scale=2))
    assert held
    seize(path.with_name("settings.json.lock")).release()


def test_a_window_that_never_lets_go_of_the_lock_holds_up_nobody(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_settings(path, SOME)
    pauses: list[float] = []
    monkeypatch.setattr(lock.time, "sleep", pauses.append)
    theirs = seize(path.with_name("settings.json.lock"))
    update_settings(path, SOME, SOME.changed(text_scale=2))
    theirs.release()
    assert 0 < sum(pauses) < 0.5
    assert read_settings(path)[0].text_scale == 2


def test_where_there_can_be_no_lock_settings_are_written_without(path: Path) -> None:
    write_settings(path, SOME)
    path.with_name("settings.json.lock").mkdir()
    update_settings(path, SOME, SOME.changed(text_scale=2))
    assert read_settings(path)[0].text_scale == 2
