"""The language: what was chosen, else what the system speaks, else English."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer.cli import main
from explorer.cli.main import run
from explorer.files.language import (
    bind_language,
    chosen_language,
    translations,
    wanted_languages,
)
from explorer.files.places import places
from explorer.model.errors import FileError
from explorer.model.wording import tr, tr_n
from tests.made_catalogue import bracketed_resources

VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture
def two_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Bring made catalogues for German and Brazilian Portuguese, in no environment."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    folder = bracketed_resources(tmp_path, "de", "pt_BR")
    monkeypatch.setattr(sys, "_MEIPASS", str(folder), raising=False)
    yield
    monkeypatch.undo()
    bind_language("en")


def write_settings(path: Path, **settings: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"schema_version": 1, **settings}), encoding="utf-8")


@pytest.mark.parametrize(
    ("chosen", "environment", "system", "wanted"),
    [
        ("ko", {"LANG": "de_DE.UTF-8"}, ["fr-FR"], ("ko",)),
        (None, {"LANG": "de_DE.UTF-8"}, ["fr-FR"], ("de_DE",)),
        (None, {"LC_ALL": "sr_RS@latin", "LANG": "de_DE"}, [], ("sr_RS",)),
        (None, {"LANGUAGE": "ko:de", "LANG": "en_US.UTF-8"}, [], ("ko", "de")),
        (None, {}, ["pt-BR", "pt"], ("pt_BR", "pt")),
        (None, {"LANG": ""}, ["de-DE"], ("de_DE",)),
        # Whoever prefers English needs no other language behind it.
        (None, {}, ["en-GB", "de-DE"], ()),
        (None, {"LANG": "C.UTF-8"}, ["de-DE"], ()),
        (None, {"LANG": "POSIX"}, ["de-DE"], ()),
        ("en", {"LANG": "de_DE.UTF-8"}, ["de-DE"], ()),
        (None, {}, [], ()),
    ],
)
def test_the_choice_counts_before_the_environment_and_that_before_the_system(
    chosen: str | None, environment: dict[str, str], system: list[str], wanted: tuple[str, ...]
) -> None:
    assert wanted_languages(chosen, environment, system) == wanted


@pytest.mark.parametrize(
    ("content", "language"),
    [
        ('{"language": "de"}', "de"),
        ('{"language": null}', None),
        ('{"language": "../../etc"}', None),
        ('{"language": 7, "theme": "dark"}', None),
        ('{"theme": "no theme", "language": "de"}', "de"),
        ("[]", None),
        ("{", None),
    ],
)
def test_a_settings_file_names_a_language_or_none(
    tmp_path: Path, content: str, language: str | None
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content, encoding="utf-8")
    assert chosen_language(path) == language
    assert [*tmp_path.iterdir()] == [path]


def test_without_a_settings_file_no_language_is_chosen(tmp_path: Path) -> None:
    assert chosen_language(tmp_path / "settings.json") is None
    assert chosen_language(tmp_path) is None


@pytest.mark.usefixtures("two_languages")
def test_a_language_with_a_catalogue_is_spoken_and_another_is_english() -> None:
    assert translations() == ("de", "pt_BR")
    assert bind_language("de") == "de"
    assert tr("Undo") == "[Undo]"
    assert tr_n("{n} library told", "{n} libraries told", 2) == "[2 libraries told]"
    assert bind_language(None, ["pt-BR"]) == "pt_BR"
    assert tr("Undo") == "[Undo]"
    assert bind_language("ko") == "en"
    assert tr("Undo") == "Undo"


@pytest.mark.usefixtures("two_languages")
@pytest.mark.parametrize("way", ["settings", "environment"])
def test_the_command_line_speaks_the_language_of_settings_and_environment(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    if way == "settings":
        write_settings(places().settings_file, language="de")
    else:
        monkeypatch.setenv("LANG", "de_AT.UTF-8")
    never = pytest.fail
    assert run(["solve", "--help"], open_window=never, draw=never) == 0
    assert "[examples:]" in capsys.readouterr().out
    assert run(["solve", "no-such-preset"], open_window=never, draw=never) == 2
    assert "[" in capsys.readouterr().err


def test_no_settings_and_no_environment_speak_english(
    capsys: pytest.CaptureFixture[str], two_languages: None
) -> None:
    assert two_languages is None
    assert run(["solve", "--help"], open_window=pytest.fail, draw=pytest.fail) == 0
    assert "[examples:]" not in capsys.readouterr().out


def test_without_the_programs_own_resources_it_speaks_english(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert translations() == ()
    assert bind_language("de") == "en"


def test_a_place_for_settings_that_cannot_be_found_names_no_language(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_places(**_named: object) -> None:
        raise FileError("There is no home.")

    monkeypatch.setattr(main, "places", no_places)
    assert run(["--version"], open_window=pytest.fail, draw=pytest.fail) == 0
    assert capsys.readouterr().out
