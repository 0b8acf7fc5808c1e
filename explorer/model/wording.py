"""The words that people read, ready for translation.

Every sentence on screen or on the command line passes through :func:`tr` or :func:`tr_n`. They
look the English sentence up in the gettext catalogue of this program, so that rooms without Qt
and rooms with Qt share one translation file. Without a catalogue the English stands.
"""

import gettext
from collections.abc import Iterable
from functools import cache
from pathlib import Path

DOMAIN = "dealzone"

_wanted: list[tuple[str, ...] | None] = [None]
"""The languages that were bound last."""


def bind_catalogue(folder: Path, languages: Iterable[str] | None = None) -> None:
    """Tell gettext in which folder this program's translations lie.

    Parameters
    ----------
    folder
        The folder that holds ``<language>/LC_MESSAGES/dealzone.mo``. It may be missing.
    languages
        The languages to translate into, best first, such as "de" or "pt_BR"; None leaves the
        choice to the variables of the environment.
    """
    gettext.bindtextdomain(DOMAIN, str(folder))
    _wanted[:] = [None if languages is None else tuple(languages)]
    _catalogue.cache_clear()


def tr(message: str, /, **values: object) -> str:
    """Return a sentence in the reader's language, its ``{name}`` places filled in.

    Parameters
    ----------
    message
        The English sentence with :meth:`str.format` places; it is also the catalogue's key.
    **values
        What goes into the places.
    """
    text = _catalogue(gettext.bindtextdomain(DOMAIN)).gettext(message)
    return text.format(**values) if values else text


def tr_n(singular: str, plural: str, n: int, /, **values: object) -> str:
    """Return the form of a sentence that fits a count, its places filled in.

    Parameters
    ----------
    singular, plural
        The English forms for one and for many.
    n
        The count that decides; it also fills a place named ``{n}``, with thousands separators.
    **values
        What goes into the other places.
    """
    text = _catalogue(gettext.bindtextdomain(DOMAIN)).ngettext(singular, plural, n)
    return text.format(**{"n": f"{n:,}", **values})


def language() -> str:
    """Return the tag of the language of the sentences, such as "en" or "pt-BR"."""
    headers = _catalogue(gettext.bindtextdomain(DOMAIN)).info()
    return headers.get("language", "").replace("_", "-") or "en"


@cache
def _catalogue(folder: str) -> gettext.NullTranslations:
    """Return the catalogue in a folder; gettext alone would search the disk for every sentence."""
    languages = _wanted[0]
    # A list of its own: gettext adds to it.
    listed = None if languages is None else list(languages)
    return gettext.translation(DOMAIN, folder, languages=listed, fallback=True)
