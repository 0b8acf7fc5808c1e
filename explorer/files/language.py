"""The language of the program: what the user chose, else what the system speaks."""

import gettext
import os
import re
import sys
from collections.abc import Iterable, Mapping
from itertools import takewhile
from pathlib import Path

from pydantic import ValidationError

from explorer.files.json_text import as_object, read_json
from explorer.files.resources import resource
from explorer.files.settings import Settings
from explorer.model.errors import ExplorerError, FileError
from explorer.model.wording import DOMAIN, bind_catalogue

ENGLISH = "en"
"""The language of the sentences in the source, which needs no catalogue."""

_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_UNTRANSLATED = re.compile(r"(en|c|posix)(_|$)", re.IGNORECASE)
_ADDED = re.compile(r"[.@]")


def translations() -> tuple[str, ...]:
    """Return the languages that the program brings a catalogue for, English left out."""
    try:
        folder = resource("locale")
    except FileError:
        return ()
    return tuple(sorted(path.parent.parent.name for path in folder.glob(f"*/*/{DOMAIN}.mo")))


def chosen_language(settings_file: Path) -> str | None:
    """Return the language in a settings file, or None; what is wrong there is told elsewhere."""
    if not os.path.isfile(settings_file):
        return None
    try:
        language = as_object(read_json(settings_file)).get("language")
        return Settings.model_validate({"language": language}).language
    except (ExplorerError, ValidationError):
        return None


def wanted_languages(
    chosen: str | None, environment: Mapping[str, str], system: Iterable[str]
) -> tuple[str, ...]:
    """Return the languages to translate into, best first; none stands for English.

    Parameters
    ----------
    chosen
        What the settings say; None leaves it to the system.
    environment
        The variables that name languages on Unix; elsewhere they hold none as a rule.
    system
        What the system's own settings name, such as "de-DE".
    """
    named = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    given = [chosen] if chosen else named.split(":") if named else system
    plain = (_ADDED.split(each)[0].replace("-", "_") for each in given)
    # Behind English nothing is needed: every sentence has its English.
    return tuple(takewhile(_is_translated, filter(None, plain)))


def bind_language(chosen: str | None, system: Iterable[str] | None = None) -> str:
    """Translate every sentence from now on, if there is a catalogue for a language wanted.

    Parameters
    ----------
    chosen
        What the settings say; None leaves it to the system.
    system
        What the system's own settings name; None asks where that is possible without Qt.

    Returns
    -------
    str
        The language in force: that of the catalogue, or :data:`ENGLISH`.
    """
    try:
        folder = resource("locale")
    except FileError:
        return ENGLISH
    known = _system_languages() if system is None else system
    wanted = wanted_languages(chosen, os.environ, known)
    bind_catalogue(folder, wanted)
    found = gettext.find(DOMAIN, str(folder), list(wanted))
    return ENGLISH if found is None else Path(found).parent.parent.name


def _is_translated(language: str) -> bool:
    return _UNTRANSLATED.match(language) is None


def _system_languages() -> tuple[str, ...]:
    """Return the language of Windows; elsewhere the environment tells it to a command line."""
    if sys.platform == "win32":  # pragma: no cover - the other system's branch
        import ctypes
        import locale

        code = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return tuple(filter(None, [locale.windows_locale.get(code)]))
    return ()
