"""Cases from Genius files kept among the user's own cases, and found there."""

from collections.abc import Sequence
from pathlib import Path

from explorer.files.case_text import case_content, free_id, known_case_ids, write_case
from explorer.files.genius.as_case import genius_case
from explorer.files.genius.domain import GeniusDomain
from explorer.files.genius.folder import read_genius
from explorer.files.json_text import validated
from explorer.files.places import ready_folder
from explorer.files.shelf import SUFFIX, read_shelf, shelf, stock
from explorer.model.case import Case
from explorer.model.errors import FileError
from explorer.model.wording import tr


def read_genius_case(paths: Sequence[Path]) -> tuple[GeniusDomain, Case]:
    """Return what Genius files state, and the case made of it.

    ``paths``: One folder, or files. Raises :class:`FileError` if they cannot be read or solved, and
    :class:`MissingExtraError` without the package that reads them.
    """
    domain = read_genius(paths)
    return domain, genius_case(domain)


def own_path(case_id: str) -> Path:
    """Return where a case of one's own is written.

    Raises :class:`FileError` if there is no folder for cases, or it cannot be made.
    """
    folder = shelf().folder
    if folder is None:
        raise FileError(tr("There is no folder for your cases here. Name a file with -o."))
    return ready_folder(folder) / f"{case_id}{SUFFIX}"


def keep_case(case: Case) -> tuple[Path, Case]:
    """Write a case among the user's own, under an id that is free; return where, and the case.

    Raises :class:`FileError` if it cannot be written; nothing is written over.
    """
    named = renamed(case)
    path = own_path(named.id)
    write_case(path, case_content(named))
    present = shelf()
    stock(read_shelf(path.parent, present.used, present.declined))
    return path, named


def renamed(case: Case) -> Case:
    """Return a case under an id that no other case has."""
    content = {**case_content(case), "id": free_id(case.id, known_case_ids())}
    return validated(Case, content)
