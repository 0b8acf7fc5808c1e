"""Settings: what the program remembers of its user between two starts."""

import os
from base64 import b64decode
from pathlib import Path
from typing import Annotated, Literal, cast

from pydantic import AfterValidator, Field, ValidationError

from explorer.files.atomic import write_bytes, write_text
from explorer.files.json_text import (
    LARGEST_FILE,
    as_object,
    cut_short,
    problem_lines,
    read_json,
    validated,
)
from explorer.files.lock import patiently_locked
from explorer.files.migration import Content, Migrations, migrated, schema_version
from explorer.files.places import ready_folder
from explorer.files.reading import read_content
from explorer.files.scenario_reading import spelt
from explorer.model.errors import FileError
from explorer.model.level import FIRST_LEVEL, Level
from explorer.model.quantity import Frozen, Identifier
from explorer.model.wording import tr

SETTINGS_VERSION = 1
MOST_RECENT_FILES = 10
LOCK_SUFFIX = ".lock"
MIGRATIONS: Migrations = {}

Theme = Literal["system", "light", "dark", "projector", "high-contrast"]
PictureFormat = Literal["png", "svg", "pdf"]
PictureLayout = Literal["stacked", "beside", "single"]
"""Two pictures above each other, two side by side, or one alone."""

Place = Literal["upper", "lower"]
"""Where a picture stands; side by side, the upper one is the first."""

PresentColours = Literal["projector", "window"]
Pixels = Annotated[int, Field(ge=100, le=20_000)]
Stretch = Annotated[int, Field(ge=0, le=100_000)]
"""Pixels of one part of a splitter."""

ShortText = Annotated[str, Field(max_length=60)]
LONGEST_PATH = 4096
LONGEST_VERSION = 80
"""Letters of a version that can be remembered, and of what it is a version of."""

_Remembered = Annotated[str, Field(max_length=LONGEST_VERSION)]
ChosenVersions = Annotated[
    dict[_Remembered, _Remembered],
    Field(max_length=100),
]
"""Versions by what they are versions of; see :class:`explorer.files.shelf.Shelf`."""

PathText = Annotated[str, Field(max_length=LONGEST_PATH, pattern=r"^[^\x00]*$")]


def _decodable(text: str) -> str:
    """Return a text in base64; any other is refused."""
    b64decode(text, validate=True)
    return text


Geometry = Annotated[
    str,
    Field(pattern=r"^[A-Za-z0-9+/=]*$", max_length=1000),
    AfterValidator(_decodable),
]


class Settings(Frozen):
    """What a user has chosen about the program itself; every field has a first value.

    ``text_scale`` multiplies all text. ``window_geometry`` is what the window system gave, in
    base64. ``splitter_sizes`` are pixels by the name of the splitter. ``upper_view`` and
    ``lower_view`` name the chosen pictures, ``picture_layout`` how they lie, and
    ``active_picture`` the place of the one that the hand was in, None for neither.
    ``language`` is None where the system decides. ``portable_base`` is the folder of the portable
    copy that wrote them. ``used_versions`` and ``declined_versions`` tell which
    cases and records of the user's folder stand in for those of the program, and which are not to
    be offered again. ``present_colours`` tells whether a presentation has colours of its own, and
    ``present_back_row`` whether it is sized for a long room. ``level`` is how much the window
    shows. ``last_case`` is the id of the case that was chosen last, None for the usual one.
    """

    schema_version: Literal[1] = SETTINGS_VERSION
    theme: Theme = "system"
    text_scale: Annotated[float, Field(ge=1, le=2)] = 1.0
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(_[A-Z]{2})?$")] | None = None
    reduce_motion: bool = False
    recent_files: Annotated[tuple[PathText, ...], Field(max_length=MOST_RECENT_FILES)] = ()
    window_geometry: Geometry | None = None
    splitter_sizes: dict[ShortText, Annotated[tuple[Stretch, ...], Field(max_length=16)]] = Field(
        default_factory=dict[str, tuple[int, ...]]
    )
    upper_view: ShortText | None = None
    lower_view: ShortText | None = None
    picture_layout: PictureLayout = "stacked"
    active_picture: Place | None = None
    last_export_folder: PathText | None = None
    last_export_format: PictureFormat = "png"
    last_export_size: tuple[Pixels, Pixels] = (1920, 1080)
    portable_base: PathText | None = None
    used_versions: ChosenVersions = Field(default_factory=dict[str, str])
    declined_versions: ChosenVersions = Field(default_factory=dict[str, str])
    start_page_seen: bool = False
    coach_marks_seen: bool = False
    present_colours: PresentColours = "projector"
    present_back_row: bool = False
    level: Level = FIRST_LEVEL
    last_case: Identifier | None = None

    def changed(self, **values: object) -> "Settings":
        """Return these settings with some fields replaced.

        Raises :class:`pydantic.ValidationError` if a field cannot take its value.
        """
        return Settings.model_validate({**self.model_dump(), **values})

    def with_recent(self, path: Path) -> "Settings":
        """Return these settings with a file first among the recent ones."""
        newest = str(path.absolute())
        if not _is_text(newest) or len(newest) > LONGEST_PATH:
            return self
        others = (name for name in self.recent_files if name != newest)
        return self.changed(recent_files=(newest, *others)[:MOST_RECENT_FILES])

    def without_recent(self, path: Path) -> "Settings":
        """Return these settings without a file that is gone."""
        gone = str(path.absolute())
        return self.changed(recent_files=tuple(n for n in self.recent_files if n != gone))


def read_settings(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings in a file, and what the user should be told about them.

    What cannot be used is left out, key by key; the file as it was is then kept beside it under
    the name with ``.unread`` added. A missing file gives the first settings and no message.
    """
    # Unlike the path's own method, this takes a folder that may not be looked into for an answer,
    # and a link that leads nowhere for something that stands there.
    if not os.path.lexists(path):
        return Settings(), ()
    try:
        content = read_json(path)
    except FileError as error:
        return Settings(), (str(error), _kept(path))
    if not isinstance(content, dict):
        return Settings(), (tr("{path} holds no settings.", path=path), _kept(path))
    settings, problems = _understood(migrated(cast("Content", content), MIGRATIONS))
    return settings, (*problems, _kept(path)) if problems else ()


def peeked_settings(path: Path, *names: str) -> Settings:
    """Return some fields of the settings in a file, and every other as it is at first.

    Nothing is written and nothing is told: what cannot be understood counts as not there.
    """
    if not os.path.isfile(path):
        return Settings()
    try:
        found = as_object(read_json(path))
        return validated(Settings, {name: found[name] for name in names if name in found})
    except (FileError, ValidationError, RecursionError):
        return Settings()


def write_settings(path: Path, settings: Settings) -> None:
    """Write the settings atomically; the folder is made if it is missing.

    Raises :class:`FileError` if they cannot be written.
    """
    ready_folder(path.parent)
    write_text(path, settings.model_dump_json(indent=2) + "\n", keeps_backup=False)


def update_settings(path: Path, before: Settings, after: Settings) -> None:
    """Write what was changed between two settings into a file that others write as well.

    The file is read again under a lock, and whatever was not changed here stays as it is there.

    ``before``: The settings as they were read from the file, or written to it, last. Raises
    :class:`FileError` if they cannot be written.
    """
    ready_folder(path.parent)
    with patiently_locked(path.with_name(path.name + LOCK_SUFFIX)):
        present, problems = read_settings(path)
        if problems or present == Settings():
            # A file that is gone or cannot be read must not take the rest with it.
            present = before
        write_settings(path, merged(before, after, present))


def merged(before: Settings, after: Settings, present: Settings) -> Settings:
    """Return the present settings with what was changed between two others.

    Parameters
    ----------
    before, after
        What somebody has changed.
    present
        What it is to be done to, which may have been changed by somebody else.
    """
    changed = {
        name: value
        for name, value in dict(after).items()
        if value != getattr(before, name) and name not in ("recent_files", "splitter_sizes")
    }
    return present.changed(
        **changed,
        recent_files=_merged_recent(before.recent_files, after.recent_files, present.recent_files),
        splitter_sizes={
            **present.splitter_sizes,
            **{
                name: sizes
                for name, sizes in after.splitter_sizes.items()
                if sizes != before.splitter_sizes.get(name)
            },
        },
    )


def _merged_recent(
    before: tuple[str, ...], after: tuple[str, ...], present: tuple[str, ...]
) -> tuple[str, ...]:
    """Return recent files with those on top that were opened, and without those that went."""
    gone = {name for name in before if name not in after}
    stayed = [name for name in before if name not in gone]
    opened = next(
        after[:count]
        for count in range(len(after) + 1)
        if [*after[count:]] == [name for name in stayed if name not in after[:count]]
    )
    kept = (name for name in present if name not in gone and name not in opened)
    return (*opened, *kept)[:MOST_RECENT_FILES]


def _understood(content: Content) -> tuple[Settings, tuple[str, ...]]:
    version = schema_version(content)
    problems: tuple[str, ...] = ()
    if version is not None and version > SETTINGS_VERSION:
        problems = (tr("The settings were written by a newer version of this program."),)
        content = {**content, "schema_version": SETTINGS_VERSION}
    try:
        return validated(Settings, content), problems
    except (ValidationError, RecursionError):
        refused = {key: _refusal(key, value) for key, value in content.items()}
    kept = {key: value for key, value in content.items() if not refused[key]}
    lines = [tr("Settings: {line}", line=line) for line in refused.values() if line]
    return validated(Settings, kept), (*problems, *cut_short(lines))


def _refusal(key: str, value: object) -> str:
    """Return what is wrong with one field, or nothing."""
    try:
        validated(Settings, {key: value})
    except ValidationError as error:
        return problem_lines(error, {key: value})[0]
    except RecursionError:
        return tr("{place}: is nested too deeply", place=spelt(key))
    return ""


def _is_text(name: str) -> bool:
    """Return whether a name can stand in a file; a system may allow names that are no text."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _kept(path: Path) -> str:
    """Keep a settings file that was not fully understood; return the sentence that says so."""
    copy = path.with_name(path.name + ".unread")
    try:
        write_bytes(copy, read_content(path, LARGEST_FILE), keeps_backup=False)
    except FileError as error:
        return tr("The file as it was could not be kept: {error}", error=error)
    return tr("The file as it was is kept as {copy}.", copy=copy)
