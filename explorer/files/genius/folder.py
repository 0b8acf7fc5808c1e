"""Genius files told apart by what they hold, and read as one problem of two parties."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.files.genius.domain import GeniusDomain
from explorer.files.genius.issues import MOST_VALUES, issues_in
from explorer.files.genius.profile import matched, profile_in
from explorer.files.genius.xml_text import label_of, read_xml
from explorer.model.errors import FileError
from explorer.model.wording import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from explorer.files.genius.domain import GeniusIssue, GeniusProfile

SUFFIX = ".xml"
MOST_FILES = 100
"""How many files of a folder are looked at, in the order of their names."""

DOMAIN, PROFILE = "negotiation_template", "utility_space"
"""The root elements by which files are told apart."""

_PARTS = re.compile(r"[^\W_]+")


@dataclass(slots=True)
class _Found:
    """The files of a problem, as they are found."""

    domains: list[tuple[Path, Element]] = field(default_factory=list[tuple[Path, "Element"]])
    profiles: list[tuple[Path, Element]] = field(default_factory=list[tuple[Path, "Element"]])
    assumed: list[str] = field(default_factory=list[str])


def is_genius_folder(path: Path) -> bool:
    """Return whether a path is a folder in which there is any XML file."""
    try:
        return path.is_dir() and bool(_xml_files(path))
    except (FileError, OSError, ValueError):
        return False


def read_genius(paths: Sequence[Path], *, steps: int = MOST_VALUES) -> GeniusDomain:
    """Return the problem that Genius files state.

    Parameters
    ----------
    paths
        One folder, or files: a domain and two profiles. Where there are more profiles, the first
        two are taken in the order of their names; files named one by one are taken in the order
        in which they are named.
    steps
        How many values an issue that runs over numbers is cut into at the most, 2 to 11.

    Raises
    ------
    FileError
        If a file cannot be read or is hostile, no two profiles of one domain are there, or what
        they say cannot be solved; the message names the file.
    MissingExtraError
        If the package that reads XML safely is not installed.
    """
    is_folder = len(paths) == 1 and Path(paths[0]).is_dir()
    files = _xml_files(paths[0]) if is_folder else list(paths)
    where = paths[0] if paths else Path()
    found = _sorted_out(files, keeps_going=is_folder)
    if not found.profiles:
        raise FileError(_too_few(where, 0, found.assumed))
    origin, tree = _domain(found)
    try:
        issues = issues_in(tree, steps, found.assumed)
    except FileError as error:
        raise FileError(tr("{path}: {problem}", path=origin, problem=error)) from error
    chosen = _two_profiles(found, issues, where, is_folder=is_folder)
    names = party_names([path.stem for path, _ in chosen])
    profiles = [
        _profile(path, root, issues, (name, found.assumed))
        for (path, root), name in zip(chosen, names, strict=True)
    ]
    return GeniusDomain(
        name=_title(tree, origin),
        issues=issues,
        profiles=(profiles[0], profiles[1]),
        files=tuple(dict.fromkeys((origin.name, *(path.name for path, _ in chosen)))),
        assumed=tuple(found.assumed),
    )


def _xml_files(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            names = sorted(each.name for each in entries if each.name.lower().endswith(SUFFIX))
    except OSError as error:
        message = tr(
            "{folder} cannot be read ({reason}). Check that you may open it.",
            folder=folder,
            reason=error.strerror or error,
        )
        raise FileError(message) from error
    return [folder / name for name in names[:MOST_FILES]]


def _sorted_out(files: Sequence[Path], *, keeps_going: bool) -> _Found:
    found = _Found()
    for path in files:
        root = read_xml(path)
        kind = "" if root is None else _kind(root)
        if root is None or not kind:
            problem = tr(
                "{path} is neither a domain nor a profile of Genius; it is left out.",
                path=path.name,
            )
            if not keeps_going:
                raise FileError(problem)
            found.assumed.append(problem)
        elif kind == DOMAIN:
            found.domains.append((path, root))
        else:
            found.profiles.append((path, root))
    return found


def _kind(root: Element) -> str:
    """Return whether an element is a domain or a profile; "" for anything else."""
    if root.tag != PROFILE:
        return DOMAIN if root.tag == DOMAIN else ""
    is_judged = next(root.iter("weight"), None) is not None or any(
        item.get("evaluation") is not None for item in root.iter("item")
    )
    is_nonlinear = next(root.iter("ufun"), None) is not None
    return PROFILE if is_judged or is_nonlinear else DOMAIN


def _domain(found: _Found) -> tuple[Path, Element]:
    if not found.domains:
        path, root = found.profiles[0]
        found.assumed.append(
            tr("No domain file is there; the issues are those of {path}.", path=path.name)
        )
        return path, root
    for path, _ in found.domains[1:]:
        found.assumed.append(tr("{path} is a second domain; it is left out.", path=path.name))
    return found.domains[0]


def _two_profiles(
    found: _Found, issues: tuple[GeniusIssue, ...], where: Path, *, is_folder: bool
) -> list[tuple[Path, Element]]:
    """Return the two profiles that count, and tell which are left out."""
    fitting: list[tuple[Path, Element]] = []
    for path, root in found.profiles:
        try:
            matched(root, issues)
        except FileError as error:
            if not is_folder:
                raise FileError(tr("{path}: {problem}", path=path, problem=error)) from error
            found.assumed.append(tr("{path} is left out: {problem}", path=path.name, problem=error))
        else:
            fitting.append((path, root))
    if len(fitting) < 2:
        raise FileError(_too_few(where, len(fitting), found.assumed))
    for path, _ in fitting[2:]:
        found.assumed.append(
            tr(
                "{path} is a further profile of the same domain; it is left out. Name two "
                "profiles to choose others.",
                path=path.name,
            )
        )
    return fitting[:2]


def _too_few(where: Path, count: int, notes: Sequence[str]) -> str:
    problem = tr(
        "{path}: two profiles of one domain are needed, {n} can be read. Give a folder with a "
        "domain and a profile of each party, or these files.",
        path=where,
        n=count,
    )
    return "\n".join((problem, *notes))


def _profile(
    path: Path, root: Element, issues: tuple[GeniusIssue, ...], told: tuple[str, list[str]]
) -> GeniusProfile:
    try:
        return profile_in(root, issues, *told)
    except FileError as error:
        raise FileError(tr("{path}: {problem}", path=path, problem=error)) from error


def _title(tree: Element, path: Path) -> str:
    named = (label_of(each.get("name")) for each in tree.iter("objective"))
    found = next((name for name in named if name and name.casefold() != "root"), "")
    return found or label_of(path.stem) or tr("Genius domain")


def party_names(stems: Sequence[str]) -> tuple[str, str]:
    """Return what to call two parties: what their files' names do not share.

    ``stems``: The two names without their endings, such as "laptop_buyer_utility".
    """
    parts = [_PARTS.findall(stem) for stem in stems]
    own = [
        " ".join(part for part in each if part not in other)
        for each, other in zip(parts, reversed(parts), strict=True)
    ]
    names = tuple(label_of(name)[:40] for name in own)
    if all(names) and names[0].casefold() != names[1].casefold():
        return names[0], names[1]
    return tr("Party 1"), tr("Party 2")
