"""Cases by id or file on the command line, what lies in the user's folder, and what is newer."""

import os
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from explorer.cli.paths import exists
from explorer.cli.text_table import Column, paragraph, text_table
from explorer.files.case_beside import read_case_beside
from explorer.files.case_file import bundled_case, bundled_case_ids
from explorer.files.console import complain
from explorer.files.genius.as_case import limit_words
from explorer.files.genius.folder import is_genius_folder
from explorer.files.genius.keeping import read_genius_case
from explorer.files.places import Places
from explorer.files.result_record import Record
from explorer.files.settings import peeked_settings
from explorer.files.shelf import (
    AT,
    Shelf,
    ShelfFile,
    case_names,
    file_trouble,
    is_first_time,
    named_case,
    read_shelf,
    shelf,
    stock,
    used_case,
)
from explorer.model.case import Case
from explorer.model.errors import ExplorerError, FileError
from explorer.model.wording import tr


def stock_shelf(where: Places) -> None:
    """Take note of the user's cases and records, and of what was chosen among them."""
    settings = peeked_settings(where.settings_file, "used_versions", "declined_versions")
    stock(read_shelf(where.cases, settings.used_versions, settings.declined_versions))


def case_named(name: Path | None) -> Case:
    """Return the case that a file holds, or that an id means; for None the usual one.

    Where no case is named, and the user's folder holds a newer version than what is used, that
    is said once, on the output for errors.

    ``name``: A file, a folder of Genius files, an id such as "korea", or an id and a version such
    as "korea@2.1". Raises :class:`FileError` if there is no such case, or it cannot be used.
    """
    if name is None:
        usual = bundled_case().id
        _tell_newer(usual)
        return used_case(usual)
    text = str(name)
    if not exists(name):
        found = named_case(text)
        if found is not None:
            return found
        if not name.suffix or AT in text:
            message = tr(
                "There is no case {name} and no file of that name. Known cases: {known}.",
                name=text,
                known=", ".join(case_names()),
            )
            raise FileError(message)
    return _genius(name) if is_genius_folder(name) else read_case_beside(name)


def _genius(folder: Path) -> Case:
    """Return the case in a folder of Genius files; what was assumed is said once."""
    domain, case = read_genius_case([folder])
    for line in limit_words(domain):
        if is_first_time(line):
            complain(line)
    return case


def example_case(argv: Sequence[str]) -> Case:
    """Return the case whose ids the help of a command names: that of ``--case``, else the usual.

    Nothing is said of a name that is not known; carrying out the command does that.
    """
    words = [word for word in argv if word.startswith("--case=")]
    words += [f"--case={then}" for word, then in pairwise(argv) if word == "--case"]
    try:
        return case_named(Path(words[-1].removeprefix("--case="))) if words else bundled_case()
    except ExplorerError:
        return bundled_case()


def _tell_newer(case_id: str) -> None:
    """Tell of newer cases and records, and of files that were meant as such, each once."""
    lines = [line for line in shelf().problems if f"{os.sep}{case_id}" in line]
    for kind in ("case", "record"):
        file = shelf().offer(kind, case_id)
        if file is not None:
            lines.append(file_trouble(file) or newer_words(file))
    for line in lines:
        if is_first_time(line):
            complain(line)


def newer_words(file: ShelfFile) -> str:
    """Return that a newer case or record is there, and how to use it on the command line."""
    if file.kind == "record":
        return tr(
            "A newer record for the case {id}, version {version}, is in {path}. To use it, choose "
            "it in the window, which asks at its start.",
            id=file.id,
            version=file.version,
            path=file.path,
        )
    return tr(
        "A newer version of the case {id}, {version}, is in {path}. Use it with --case {name}, or "
        "always by choosing it in the window.",
        id=file.id,
        version=file.version,
        path=file.path,
        name=f"{file.id}{AT}{file.version}",
    )


def case_records() -> list[Record]:
    """Return every case that can be opened, as records for JSON."""
    bundled: list[Record] = [
        {
            "id": case.id,
            "version": case.version,
            "name": case.name,
            "file": None,
            "is_used": used_case(case.id) is case,
            "problem": None,
        }
        for case in map(bundled_case, bundled_case_ids())
    ]
    return [*bundled, *(_own_record(file) for file in shelf().cases())]


def cases_text(_case: Case, width: int) -> Iterator[str]:
    """Yield every case that can be opened, with its version and place, and what is wrong."""
    columns = (
        Column(tr("Case")),
        Column(tr("Used")),
        Column(tr("Name"), wraps=True),
        Column(tr("Where"), wraps=True),
    )
    records = case_records()
    rows = [
        (
            f"{each['id']}{AT}{each['version']}",
            tr("yes") if each["is_used"] else "",
            str(each["name"]),
            str(each["file"] or tr("comes with the program")),
        )
        for each in records
    ]
    yield from text_table(columns, rows, width=width)
    for line in (*(str(each["problem"]) for each in records if each["problem"]), *shelf().problems):
        yield ""
        yield from paragraph(line, width=width)


def _own_record(file: ShelfFile) -> Record:
    trouble = file_trouble(file)
    return {
        "id": file.id,
        "version": file.version,
        "name": file.name,
        "file": str(file.path),
        "is_used": not trouble and _is_used(shelf(), file),
        "problem": trouble or None,
    }


def _is_used(present: Shelf, file: ShelfFile) -> bool:
    chosen = present.chosen("case", file.id)
    if chosen is None and file.id not in bundled_case_ids():
        chosen = present.newest("case", file.id)
    return chosen == file
