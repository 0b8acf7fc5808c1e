"""The shelf: cases and records that the user has put into the folder ``cases``, and their choice.

A file there may stand in for what comes with the program, if it is newer and the user has said
so, or may bring a case of its own. Nothing in the folder can stop the program: what cannot be
used is told and passed over.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Literal

from explorer.files.case_file import CASE_FORMAT, bundled_case, bundled_case_ids, read_case
from explorer.files.json_text import as_object, read_json
from explorer.files.record_file import (
    RECORD_FORMAT,
    bundled_record,
    bundled_record_version,
    read_record,
)
from explorer.files.scenario_reading import spelt
from explorer.model.by_identity import ByIdentity
from explorer.model.case import Case
from explorer.model.case_version import is_newer, version_numbers
from explorer.model.errors import FileError
from explorer.model.record import Record, record_fits
from explorer.model.wording import tr

SUFFIX = ".json"
MOST_FILES = 50
"""How many files of the folder are looked at, in the order of their names."""

AT = "@"
"""What stands between a case's id and its version where both are named."""

Kind = Literal["case", "record"]


@dataclass(frozen=True, slots=True)
class ShelfFile:
    """A case or a record in the folder, as far as its first words tell.

    ``id`` is the case's id, for a record that of the case it belongs to.
    """

    path: Path
    kind: Kind
    id: str
    version: str
    name: str

    @property
    def key(self) -> str:
        """What the choice of this file is remembered by."""
        return choice_key(self.kind, self.id)


@dataclass(frozen=True, slots=True)
class Shelf:
    """What lies in the user's folder for cases, and what the user has chosen of it.

    ``problems`` name what is no case and no record, each with its place and what to do. ``used``
    and ``declined`` hold versions by :attr:`ShelfFile.key`: those that stand in for what comes
    with the program, and those that are not to be offered again.
    """

    files: tuple[ShelfFile, ...] = ()
    problems: tuple[str, ...] = ()
    folder: Path | None = None
    used: Mapping[str, str] = field(default_factory=dict[str, str])
    declined: Mapping[str, str] = field(default_factory=dict[str, str])

    def cases(self) -> tuple[ShelfFile, ...]:
        """Return the cases, by id, the newest of each first."""
        return tuple(file for file in self.files if file.kind == "case")

    def newest(self, kind: Kind, case_id: str) -> ShelfFile | None:
        """Return the newest case or record for an id, or None."""
        return next((f for f in self.files if (f.kind, f.id) == (kind, case_id)), None)

    def chosen(self, kind: Kind, case_id: str) -> ShelfFile | None:
        """Return the file that the user has chosen for an id, or None if there is none now."""
        wanted = self.used.get(choice_key(kind, case_id))
        return self.with_version(kind, case_id, wanted) if wanted is not None else None

    def with_version(self, kind: Kind, case_id: str, version: str) -> ShelfFile | None:
        """Return the file of one version, or None."""
        return next(
            (f for f in self.files if (f.kind, f.id, f.version) == (kind, case_id, version)), None
        )

    def offer(self, kind: Kind, case_id: str) -> ShelfFile | None:
        """Return a newer file than what is in use for an id, unless it was declined."""
        newest, chosen = self.newest(kind, case_id), self.chosen(kind, case_id)
        if newest is None or self.declined.get(newest.key) == newest.version:
            return None
        present = _bundled_version(kind, case_id) if chosen is None else chosen.version
        is_offered = present is not None and is_newer(newest.version, present)
        return newest if is_offered else None


def choice_key(kind: Kind, case_id: str) -> str:
    """Return what the choice of a case or record is remembered by."""
    return case_id if kind == "case" else f"{case_id}.record"


def read_shelf(folder: Path, used: Mapping[str, str], declined: Mapping[str, str]) -> Shelf:
    """Return what lies in a folder, which need not be there.

    Parameters
    ----------
    folder
        Where cases and records are looked for; folders in it are passed over.
    used, declined
        What the user has chosen; see :class:`Shelf`.
    """
    files: list[ShelfFile] = []
    problems: list[str] = []
    for path in _json_files(folder, problems):
        try:
            files.append(_file(path))
        except FileError as error:
            problems.append(_passed_over(str(error)))
    found = tuple(sorted(files, key=_order))
    return Shelf(found, tuple(problems), folder, dict(used), dict(declined))


class _Holder:
    """Keeps what every command and every picture asks for."""

    def __init__(self) -> None:
        self.shelf = Shelf()
        self.cases: dict[Path, Case] = {}
        self.records: dict[Path, Record] = {}
        self.beside: dict[tuple[str, str], Record] = {}
        self.told: set[str] = set()


_held = _Holder()


def stock(shelf: Shelf) -> None:
    """Take a shelf as that of this run of the program; what was read before is forgotten."""
    _held.shelf = shelf
    _held.cases.clear()
    _held.records.clear()
    _held.beside.clear()
    _held.told.clear()
    _fitting_record.cache_clear()


def choose_versions(used: Mapping[str, str], declined: Mapping[str, str]) -> None:
    """Take another choice of what is used and of what is not offered; see :class:`Shelf`."""
    _held.shelf = replace(_held.shelf, used=dict(used), declined=dict(declined))


def shelf() -> Shelf:
    """Return the shelf of this run of the program; it is empty until it has been stocked."""
    return _held.shelf


def is_first_time(words: str) -> bool:
    """Return whether nobody has asked this of these words before; each is to be said once."""
    is_new = words not in _held.told
    _held.told.add(words)
    return is_new


def shelf_case(file: ShelfFile) -> Case:
    """Return the case in a file of the shelf; the same object each time.

    Raises :class:`FileError` if it cannot be used; the message names the file, each place, and what
    to do.
    """
    if file.path not in _held.cases:
        try:
            _held.cases[file.path] = read_case(file.path)
        except FileError as error:
            raise FileError(_passed_over(str(error))) from error
    return _held.cases[file.path]


def used_case(case_id: str) -> Case:
    """Return a case by its id: as the user has chosen, else as it comes with the program.

    A case that only the folder holds is the newest there. A chosen one that cannot be used gives
    way to the one that comes with the program.

    Raises :class:`FileError` if there is no such case, or none that can be used.
    """
    chosen, is_bundled = shelf().chosen("case", case_id), case_id in bundled_case_ids()
    if chosen is None and not is_bundled:
        chosen = shelf().newest("case", case_id)
    if chosen is None:
        return bundled_case(case_id)
    try:
        return shelf_case(chosen)
    except FileError:
        if not is_bundled:
            raise
    return bundled_case(case_id)


def named_case(name: str) -> Case | None:
    """Return the case that an id means, or an id and a version, such as "korea@2.1"; else None.

    Raises :class:`FileError` if the case cannot be used.
    """
    case_id, at, version = name.partition(AT)
    if not at:
        known = {*bundled_case_ids(), *(file.id for file in shelf().cases())}
        return used_case(case_id) if case_id in known else None
    file = shelf().with_version("case", case_id, version)
    if file is not None:
        return shelf_case(file)
    is_bundled = case_id in bundled_case_ids() and bundled_case(case_id).version == version
    return bundled_case(case_id) if is_bundled else None


def case_names() -> tuple[str, ...]:
    """Return every id and every id with a version that :func:`named_case` understands."""
    own = shelf().cases()
    ids = dict.fromkeys((*bundled_case_ids(), *(file.id for file in own)))
    bundled = (f"{id_}{AT}{bundled_case(id_).version}" for id_ in bundled_case_ids())
    return (*ids, *bundled, *(f"{file.id}{AT}{file.version}" for file in own))


def shelf_record(case: Case) -> Record | None:
    """Return the record in the folder that is to be used for a case, or None.

    That is the one that the user has chosen; for a case without a record of the program's own it
    is the newest. One that cannot be used, or does not fit the case, is passed over.
    """
    file = shelf().chosen("record", case.id)
    if file is None and _bundled_version("record", case.id) is None:
        file = shelf().newest("record", case.id)
    return None if file is None else _fitting_record(file, ByIdentity(case))


@lru_cache(maxsize=16)
def _fitting_record(file: ShelfFile, key: ByIdentity) -> Record | None:
    """Return a file's record if it can be used for a case.

    It is kept, because pictures ask for it at each move of a slider.
    """
    try:
        record = _read_record(file)
    except FileError:
        return None
    return record if record_fits(record, key.case) else None


def lay_beside(case: Case, record: Record) -> None:
    """Take a record as that of a case whose file it lay beside; it fits the case."""
    _held.beside[case.id, case.version] = record


def record_of(case: Case) -> Record | None:
    """Return the record for a case: the one beside its file, the user's, or the program's own.

    Raises :class:`FileError` if the record that comes with the program is damaged.
    """
    beside = _held.beside.get((case.id, case.version))
    if beside is not None and record_fits(beside, case):
        return beside
    own = shelf_record(case)
    return bundled_record(case) if own is None else own


def file_trouble(file: ShelfFile) -> str:
    """Return why a file of the shelf cannot be used, naming its places; "" if it can."""
    try:
        if file.kind == "case":
            shelf_case(file)
            return ""
        _read_record(file)
    except FileError as error:
        return str(error)
    return ""


def _read_record(file: ShelfFile) -> Record:
    if file.path not in _held.records:
        try:
            _held.records[file.path] = read_record(file.path)
        except FileError as error:
            raise FileError(_passed_over(str(error))) from error
    return _held.records[file.path]


def _bundled_version(kind: Kind, case_id: str) -> str | None:
    """Return the version that comes with the program, or None where nothing does."""
    if kind == "record":
        return bundled_record_version(case_id)
    return bundled_case(case_id).version if case_id in bundled_case_ids() else None


def _json_files(folder: Path, problems: list[str]) -> Iterator[Path]:
    """Yield the files whose names end in .json, in order; a folder that is missing has none."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(each.name for each in entries if each.name.endswith(SUFFIX))
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        problems.append(
            tr(
                "The folder of your cases cannot be read: {folder} ({reason}). Check that it is "
                "a folder and that you may open it.",
                folder=spelt(str(folder)),
                reason=reason or error,
            )
        )
        return
    if len(names) > MOST_FILES:
        problems.append(
            tr(
                "{folder} holds {n} files; only the first {most} are looked at.",
                folder=folder,
                n=len(names),
                most=MOST_FILES,
            )
        )
    yield from (folder / name for name in names[:MOST_FILES])


def _file(path: Path) -> ShelfFile:
    """Return what a file says of itself; :class:`FileError` if it is no case and no record."""
    data = as_object(read_json(path))
    kinds: dict[object, Kind] = {CASE_FORMAT: "case", RECORD_FORMAT: "record"}
    found = data.get("format")
    kind = kinds.get(found) if isinstance(found, str) else None
    if kind is None:
        message = tr(
            '{path} is neither a case nor a record: its field "format" must be "{case}" or '
            '"{record}".',
            path=path,
            case=CASE_FORMAT,
            record=RECORD_FORMAT,
        )
        raise FileError(message)
    case_id = data.get("id" if kind == "case" else "case")
    version, name = data.get("version", ""), data.get("name", "")
    if not all(isinstance(text, str) for text in (case_id, version, name)) or not case_id:
        message = tr("{path}: its id, name and version must be texts.", path=path)
        raise FileError(message)
    return ShelfFile(path, kind, str(case_id).strip(), str(version).strip(), str(name).strip())


def _order(file: ShelfFile) -> tuple[str, str, tuple[int, ...], str]:
    """Return by what files are sorted: kind, id, newest first, name of the file."""
    numbers = version_numbers(file.version) or ()
    # Numbers that count down put the newest first; nothing at all comes last.
    down = tuple(-number for number in numbers)
    return file.kind, file.id, (*down, 1), str(file.path)


def _passed_over(reason: str) -> str:
    return tr(
        "A file in the folder of your cases is skipped; correct it or remove it. {reason}",
        reason=reason,
    )
