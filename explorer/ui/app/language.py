"""The language of the window: the program's own sentences and those of Qt."""

import sys

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from explorer.files.language import ENGLISH, bind_language, translations
from explorer.model.wording import tr

SYSTEM = ""
"""Stands for the system's language among the choices."""


def use_language(application: QCoreApplication, chosen: str | None) -> None:
    """Speak a language from now on; what stands on screen already keeps its words.

    Qt's own buttons and dialogs follow the program: both are translated or neither is.

    Parameters
    ----------
    application
        Whose translations of Qt are replaced.
    chosen
        What the settings say; None leaves it to the system.
    """
    # Where the environment says it all, Qt only repeats what that said at the start.
    has_settings = sys.platform in ("win32", "darwin")
    system = QLocale.system().uiLanguages() if has_settings else ()
    language = bind_language(chosen, system)
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    if language == ENGLISH:
        return
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(language), "qtbase", "_", folder):
        application.installTranslator(translator)


def language_choices() -> tuple[tuple[str, str], ...]:
    """Return the languages one can choose, as (code, name); none while there is only English."""
    known = translations()
    if not known:
        return ()
    named = [(code, QLocale(code).nativeLanguageName() or code) for code in known]
    return ((SYSTEM, tr("As the system")), (ENGLISH, "English"), *named)
