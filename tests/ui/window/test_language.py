"""The window speaks the language that was chosen, and so do Qt's own buttons in it."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QLabel

from explorer.files.case_file import bundled_case
from explorer.files.places import places
from explorer.model.wording import tr
from explorer.ui.app.language import use_language
from explorer.ui.window.preferences import PreferencesDialog
from explorer.views.past_years import year_scenarios
from tests.made_catalogue import bracketed_resources
from tests.ui.window.conftest import OpenProgram

Buttons = QDialogButtonBox.StandardButton


@pytest.fixture
def german(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Bring a made catalogue for German."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "frozen"
    folder.mkdir()
    bracketed_resources(folder, "de")
    monkeypatch.setattr(sys, "_MEIPASS", str(folder), raising=False)
    yield
    monkeypatch.undo()
    use_language(qapp, "en")


def choose(data_folder: Path, language: str | None) -> None:
    path = places(data_folder).settings_file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"language": language}), encoding="utf-8")


def cancel_words() -> str:
    box = QDialogButtonBox(Buttons.Cancel)
    words = box.button(Buttons.Cancel).text()
    box.deleteLater()
    return words


@pytest.mark.usefixtures("german")
def test_the_language_of_the_settings_is_spoken(
    open_program: OpenProgram, data_folder: Path
) -> None:
    choose(data_folder, "de")
    program = open_program()
    assert program.window.menus.actions["undo"].text() == "[&Undo]"
    assert cancel_words() == "Abbrechen"


@pytest.mark.usefixtures("german")
def test_the_language_of_the_system_is_spoken_unless_english_is_chosen(
    open_program: OpenProgram, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "de_CH:en")
    assert open_program().window.menus.actions["undo"].text() == "[&Undo]"
    assert cancel_words() == "Abbrechen"
    choose(data_folder, "en")
    assert open_program().window.menus.actions["undo"].text() == "&Undo"
    assert cancel_words() == "Cancel"


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_where_the_system_has_settings_of_its_own_they_count(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(QLocale, "uiLanguages", lambda *_: ["de-AT", "de"])
    use_language(qapp, None)
    assert tr("Undo") == "[Undo]"
    assert cancel_words() == "Abbrechen"
    use_language(qapp, "en")
    assert tr("Undo") == "Undo"


@pytest.mark.usefixtures("german")
def test_a_language_without_a_catalogue_leaves_all_in_english(
    open_program: OpenProgram, data_folder: Path
) -> None:
    choose(data_folder, "fr")
    assert open_program().window.menus.actions["undo"].text() == "&Undo"
    assert cancel_words() == "Cancel"


@pytest.mark.usefixtures("german")
def test_the_preferences_offer_the_languages_that_are_there(open_program: OpenProgram) -> None:
    program = open_program()
    program.window.commands.view.show_preferences()
    dialog = program.window.findChild(PreferencesDialog)
    box = next(each for each in dialog.findChildren(QComboBox) if each.findData("de") >= 0)
    assert box.isVisible()
    assert [box.itemText(place) for place in range(box.count())] == [
        *("As the system", "English", "Deutsch")
    ]
    assert box.currentIndex() == 0
    for code, kept in (("de", "de"), ("en", "en"), ("", None)):
        box.activated.emit(box.findData(code))
        assert program.settings.now.language == kept


def test_the_preferences_offer_no_choice_while_there_is_one_language(
    open_program: OpenProgram,
) -> None:
    program = open_program()
    program.window.commands.view.show_preferences()
    dialog = program.window.findChild(PreferencesDialog)
    assert sum(each.isVisible() for each in dialog.findChildren(QComboBox)) == 2
    assert not any("language" in each.text().lower() for each in dialog.findChildren(QLabel))


@pytest.mark.usefixtures("german")
def test_years_of_the_record_are_called_in_the_language_that_is_spoken(
    qapp: QApplication,
) -> None:
    case = bundled_case()
    for language, name in (
        ("de", "[History 2019]"),
        ("en", "History 2019"),
        ("de", "[History 2019]"),
    ):
        use_language(qapp, language)
        assert dict(year_scenarios(case, {}))["history-2019"].name == name
