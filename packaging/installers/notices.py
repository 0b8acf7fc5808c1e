"""Writes the licences of everything in the bundle, which every package brings."""

import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from string import Template
from typing import Any

from installers import product
from installers.brought import BROUGHT, Brought
from installers.distributions import Frozen, frozen, python_version, site_packages
from installers.product import PACKAGING, ROOT
from installers.steps import demand, step

LICENCES = PACKAGING / "licences"
"""Texts that no distribution brings, and words on exchanging Qt."""

QT = ("pyside6-essentials", "shiboken6")
"""Distributions that bring no text: Qt's, under the LGPL."""

_LINE = "{:<28} {:<10} {}"


def main(words: Sequence[str]) -> None:
    """Write the notices of an environment, given its interpreter, into a folder."""
    demand(len(words) == 2, "notices needs a folder and the interpreter of what is frozen.")
    write_notices(Path(words[0]), Path(words[1]))
    step(f"wrote the licences of everything in the bundle into {words[0]}")


def write_notices(folder: Path, python: Path) -> None:
    """Write the notices of everything that a bundle holds.

    Parameters
    ----------
    folder
        Where to; what was there is removed.
    python
        The interpreter of the environment that is frozen; it is not run.

    Raises
    ------
    BuildError
        If a distribution brings no licence text, or is unknown.
    """
    parts = frozen(python)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(LICENCES, folder, ignore=shutil.ignore_patterns("*.in"))
    shutil.copyfile(ROOT / "LICENSE", folder / f"{product.NAME}.txt")
    for part in parts:
        _write_texts(folder, part)
    for each in BROUGHT:
        shutil.copyfile(each.text, folder / _text_of(each))
    versions = {"python": python_version(python), "qt": qt_version(parts)}
    crates = {part.name: crates_in(part) for part in parts}
    _write(folder / "README.txt", _overview(parts, crates, versions))
    exchange = Template((LICENCES / "exchanging-qt.txt.in").read_text(encoding="utf-8"))
    named = {**versions, "series": versions["qt"].rpartition(".")[0], "folder": product.FOLDER}
    _write(folder / "exchanging-qt.txt", exchange.substitute(named, name=product.NAME))


def qt_version(parts: Sequence[Frozen]) -> str:
    """Return the version of Qt in a bundle, such as ``6.9.3``; PySide6 counts as Qt does."""
    return next(part.version for part in parts if part.name == "pyside6-essentials")


def crates_in(part: Frozen) -> list[dict[str, Any]]:
    """Return what is compiled into a distribution, as its own bill tells it."""
    bills = [json.loads(bill.read_text(encoding="utf-8")) for bill in part.enclosed]
    listed = (each for bill in bills for each in bill.get("components", ()))
    return [each for each in listed if each.get("scope") != "excluded"]


def licence_of(crate: dict[str, Any]) -> str:
    """Return the licence of a component in a bill, as an SPDX expression or a name."""
    said = [
        each.get("expression") or each["license"].get("id") or each["license"]["name"]
        for each in crate.get("licenses", ())
    ]
    return " AND ".join(said) or "not told"


def write_system_notices(folder: Path, bundle: Path, python: Path, root: Path = Path("/")) -> None:
    """Write the notices of those libraries in a Linux bundle that Debian brought.

    Parameters
    ----------
    folder
        Where to; it is made.
    bundle
        The frozen program's folder.
    python
        The interpreter of the environment that was frozen; it is not run.
    root
        Where the Debian lies in which it was frozen.

    Raises
    ------
    BuildError
        If a library belongs neither to a distribution nor to a package with a notice.
    """
    libraries = {each.name for each in bundle.rglob("lib*.so*") if each.is_file()}
    wheels = {each.name for each in site_packages(python).rglob("lib*.so*")}
    own = {each for each in libraries - wheels if not each.startswith("libpython")}
    owners = _owners(own, root)
    ownerless = sorted(own - owners.keys())
    demand(not ownerless, f"Whose are these, under which licence? {', '.join(ownerless)}")
    folder.mkdir(parents=True, exist_ok=True)
    for package in sorted(set(owners.values())):
        notice = root / "usr/share/doc" / package / "copyright"
        demand(notice.is_file(), f"{package} brings no notice: {notice} is missing.")
        shutil.copyfile(notice, folder / f"{package}.txt")


def _owners(libraries: set[str], root: Path) -> dict[str, str]:
    """Return the Debian package of each library, as far as one has it."""
    owners: dict[str, str] = {}
    for content in sorted((root / "var/lib/dpkg/info").glob("*.list")):
        names = {line.rpartition("/")[2] for line in content.read_text("utf-8").splitlines()}
        owners.update(dict.fromkeys(libraries & names, content.stem.partition(":")[0]))
    return owners


def _write_texts(folder: Path, part: Frozen) -> None:
    demand(
        bool(part.texts) or part.name in QT,
        f"{part.name} {part.version} brings no licence text; put one into {LICENCES}.",
    )
    for name, text in part.texts.items():
        target = folder / part.name / name
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(text, target)


def _overview(
    parts: Sequence[Frozen],
    crates: dict[str, list[dict[str, Any]]],
    versions: dict[str, str],
) -> str:
    rows = [
        _LINE.format(product.NAME, product.version(), f"MIT: {product.NAME}.txt"),
        _LINE.format("Python", versions["python"], "PSF-2.0: python/python.txt; its parts there"),
        _LINE.format("Qt", versions["qt"], "LGPL-3.0-only: exchanging-qt.txt; its parts: qt/"),
        *(_row(part) for part in parts),
        *(
            _LINE.format(each.name, each.version, f"{each.licence}: {_text_of(each)}")
            for each in BROUGHT
        ),
    ]
    inside = [
        _LINE.format(crate["name"], crate["version"], licence_of(crate))
        for part in parts
        for crate in sorted(crates[part.name], key=lambda each: (each["name"], each["version"]))
    ]
    text = Template((LICENCES / "overview.txt.in").read_text(encoding="utf-8"))
    return text.substitute(name=product.NAME, rows="\n".join(rows), inside="\n".join(inside))


def _row(part: Frozen) -> str:
    place = "LGPL-3.0.txt, GPL-3.0.txt" if part.name in QT else f"{part.name}/"
    return _LINE.format(part.name, part.version, f"{part.licence}: {place}")


def _text_of(part: Brought) -> str:
    """Return under which name the licence of a part of the resources lies beside the others."""
    return f"{part.name}.txt"


def _write(path: Path, text: str) -> None:
    path.write_text(
        re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE), encoding="utf-8", newline="\n"
    )
