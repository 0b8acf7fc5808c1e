"""Checks what no test runs: workflows, shell scripts, property lists, icons."""

import plistlib
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.parsers.expat import ExpatError

from icnsutil import IcnsFile  # pyright: ignore[reportMissingTypeStubs]
from PIL import Image

from installers.icons import ICONS, NAMES
from installers.mac import plist as mac_plist
from installers.mac.signing import ENTITLEMENTS
from installers.product import ROOT
from installers.steps import BuildError, demand, install_debian_packages, run, step

WORKFLOWS = ROOT / ".github" / "workflows"
"""The workflows of the public host."""

PLACES = (".ci", "packaging")
"""Where shell scripts lie."""

_SHELLS = (b"#!/bin/sh", b"#!/usr/bin/env bash", b"#!/bin/bash")


def main(words: Sequence[str]) -> None:
    """Install what the checks need, and check everything."""
    demand(not words, "checks takes no further words.")
    install_debian_packages("shellcheck", "libplist-utils")
    prove_checks()
    check_workflows(sorted(WORKFLOWS.glob("*.yml")))
    check_scripts([each for place in PLACES for each in scripts(ROOT / place)])
    with tempfile.TemporaryDirectory() as folder:
        information = Path(folder) / "Info.plist"
        information.write_bytes(plistlib.dumps(mac_plist.information()))
        check_property_lists([information, ENTITLEMENTS])
    check_icons([ICONS / f"{name}{end}" for name in NAMES for end in (".ico", ".icns")])


def prove_checks() -> None:
    """Prove on something broken that the checks of scripts and lists can fail.

    Raises
    ------
    BuildError
        If one passes it.
    """
    step("checks that must fail")
    for name, content, check in _BROKEN:
        with tempfile.TemporaryDirectory() as folder:
            broken = Path(folder) / name
            broken.write_text(content, encoding="utf-8")
            try:
                check([broken])
            except BuildError:
                continue
        raise BuildError(f"{check.__name__} finds nothing in a broken {name}; is the tool sound?")


def check_workflows(workflows: Sequence[Path]) -> None:
    """Check workflows: their meaning with the scripts in them, their form, their safety.

    Parameters
    ----------
    workflows
        The files.

    Raises
    ------
    BuildError
        If there are none, or a tool finds anything in them.
    """
    demand(bool(workflows), f"No workflow lies in {WORKFLOWS}.")
    step(f"{len(workflows)} workflows")
    run([tool("actionlint"), "-shellcheck=shellcheck", "-pyflakes=", *workflows])
    schema = ["--builtin-schema", "vendor.github-workflows"]
    run([tool("check-jsonschema"), *schema, *workflows])
    run([tool("zizmor"), "--offline", "--no-progress", *workflows])


def check_scripts(found: Sequence[Path]) -> None:
    """Check shell scripts.

    Parameters
    ----------
    found
        The scripts.

    Raises
    ------
    BuildError
        If there are none, or anything is found in them.
    """
    demand(bool(found), "No shell script was found; do they lie elsewhere now?")
    step(f"{len(found)} shell scripts")
    run(["shellcheck", "--norc", *found])


def scripts(folder: Path) -> list[Path]:
    """Return the shell scripts in a folder, known by their first line."""
    return [
        each
        for each in sorted(folder.rglob("*"))
        if each.is_file() and each.read_bytes().startswith(_SHELLS)
    ]


def check_property_lists(lists: Sequence[Path]) -> None:
    """Check that two readers, one of them not Python's, understand property lists alike.

    Parameters
    ----------
    lists
        The files.

    Raises
    ------
    BuildError
        If one cannot be read.
    """
    step(f"{len(lists)} property lists")
    for each in lists:
        try:
            content = plistlib.loads(each.read_bytes())
            other = plistlib.loads(run(["plistutil", "-i", each, "-f", "xml"]).stdout.encode())
        except (plistlib.InvalidFileException, ExpatError, ValueError) as problem:
            raise BuildError(f"{each.name} is no property list: {problem}") from problem
        demand(content == other, f"{each.name} is not read alike by all: {content}, {other}")


def check_icons(icons: Sequence[Path]) -> None:
    """Check that icons can be read whole.

    Parameters
    ----------
    icons
        Files of Windows and of the Mac.

    Raises
    ------
    BuildError
        If one cannot.
    """
    step(f"{len(icons)} icons")
    for icon in icons:
        problems = list(_problems(icon))
        demand(not problems, f"{icon.name} is broken: {'; '.join(problems)}")


def tool(name: str) -> Path:
    """Return where a tool of this environment lies.

    Raises
    ------
    BuildError
        If it is not installed.
    """
    folder = Path(sys.executable).parent
    found = next((each for each in (folder / name, folder / f"{name}.exe") if each.exists()), None)
    if found is None:
        raise BuildError(f"{name} is missing from {folder}; make the environment anew.")
    return found


def _problems(icon: Path) -> Iterator[str]:
    try:
        if icon.suffix == ".icns":
            yield from (str(each) for each in IcnsFile.verify(str(icon)))
        else:
            with Image.open(icon) as image:
                image.load()
    # Each kind of damage has an error of its own.
    except Exception as problem:  # noqa: BLE001
        yield str(problem)


_BROKEN = (
    ("script", "#!/bin/sh\necho $1\n", check_scripts),
    ("Info.plist", "<plist><dict><key>one</key></dict></plist>", check_property_lists),
)
