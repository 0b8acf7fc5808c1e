"""A made translation: every sentence of the template in brackets, in a folder of resources."""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from explorer.files.resources import resource
from explorer.model.wording import DOMAIN


def bracketed_resources(folder: Path, *languages: str) -> Path:
    """Make a folder like that of a frozen program whose sentences stand in brackets.

    Returns
    -------
    Path
        What ``sys._MEIPASS`` is in such a program.
    """
    made = folder / "resources"
    made.mkdir()
    template = resource("locale", f"{DOMAIN}.pot")
    for path in template.parent.parent.iterdir():
        if path.name != "locale":
            (made / path.name).symlink_to(path)
    with template.open("rb") as file:
        sentences = [*read_po(file)]
    for language in languages:
        catalogue = Catalog(locale=language)
        for sentence in sentences:
            if sentence.id:
                catalogue.add(sentence.id, _bracketed(sentence.id, catalogue.num_plurals))
        target = made / "locale" / language / "LC_MESSAGES"
        target.mkdir(parents=True)
        with (target / f"{DOMAIN}.mo").open("wb") as file:
            write_mo(file, catalogue)
    return folder


def _bracketed(words: str | tuple[str, str], plurals: int) -> str | tuple[str, ...]:
    if isinstance(words, str):
        return f"[{words}]"
    return tuple(f"[{words[min(form, 1)]}]" for form in range(plurals))
