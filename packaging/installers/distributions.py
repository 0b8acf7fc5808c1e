"""What the frozen program is made from: each distribution of its environment, told apart."""

import re
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

import pefile  # pyright: ignore[reportMissingTypeStubs]
from packaging.markers import Marker
from packaging.utils import canonicalize_name

from installers.product import PACKAGING
from installers.steps import BuildError, demand

LOCK = PACKAGING / "bundle.lock"
"""What the environment is made from."""

FROZEN = {
    "annotated-types": "MIT",
    "colorama": "BSD-3-Clause",
    "defusedxml": "PSF-2.0",
    "et-xmlfile": "MIT AND PSF-2.0",
    "lxml": "BSD-3-Clause AND MIT AND LGPL-2.1-or-later",
    "numpy": "BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0",
    "openpyxl": "MIT",
    "pillow": "MIT-CMU",
    "platformdirs": "MIT",
    "pydantic": "MIT",
    "pydantic-core": "MIT",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
    "pyinstaller-hooks-contrib": "Apache-2.0",
    "pyqtgraph": "MIT",
    "pyside6-essentials": "LGPL-3.0-only",
    "python-docx": "MIT",
    "python-pptx": "MIT",
    "shiboken6": "LGPL-3.0-only",
    "typing-extensions": "PSF-2.0",
    "typing-inspection": "MIT",
    "xlsxwriter": "BSD-2-Clause",
}
"""Distributions of which something lies in the bundle, with the licence that we take, as SPDX."""

BUILDERS = frozenset(
    {
        "altgraph", "macholib", "packaging", "pefile", "pip", "pywin32-ctypes", "setuptools",
        "wheel",
    }
)  # fmt: skip
"""Distributions that only build, and do not lie in the bundle."""

_PIN = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>[^ ;\\]+)(?P<rest>(?:.*\\\n)*.*)$", re.MULTILINE
)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
_TEXT = ("", ".txt", ".md", ".rst", ".apache", ".bsd")


@dataclass(frozen=True, slots=True)
class Frozen:
    """A distribution that lies in the bundle.

    Attributes
    ----------
    name, version
        As the lock writes them.
    licence
        An SPDX expression.
    home
        The address of its project.
    texts
        Its licence files, by a name without folders.
    enclosed
        Bills that it brings of what is compiled into it.
    """

    name: str
    version: str
    licence: str
    home: str
    texts: dict[str, Path]
    enclosed: tuple[Path, ...]


def site_packages(python: Path) -> Path:
    """Return where an interpreter's packages lie; the interpreter is not run.

    Raises
    ------
    BuildError
        If none of the usual places exists.
    """
    places = [
        *sorted((python.parent.parent / "lib").glob("python3.*/site-packages")),
        python.parent.parent / "Lib" / "site-packages",
        python.parent / "Lib" / "site-packages",
    ]
    found = next((place for place in places if place.is_dir()), None)
    if found is None:
        raise BuildError(f"{python} has no folder of packages beside it.")
    return found


def python_version(python: Path) -> str:
    """Return an interpreter's version, such as ``3.11.9``, without running it.

    Raises
    ------
    BuildError
        If neither its environment nor its file tells.
    """
    settings = python.parent.parent / "pyvenv.cfg"
    if settings.is_file():
        found = re.search(r"^version = (\d+\.\d+\.\d+)", settings.read_text("utf-8"), re.MULTILINE)
        if found:
            return found[1]
    try:
        with pefile.PE(str(python)) as program:
            told: Any = program.VS_FIXEDFILEINFO  # pyright: ignore[reportUnknownMemberType]
            return windows_version(told[0].FileVersionMS, told[0].FileVersionLS)
    except (pefile.PEFormatError, AttributeError, OSError) as problem:
        raise BuildError(f"{python} does not tell its version: {problem}") from problem


def windows_version(most: int, least: int) -> str:
    """Return Python's version from the two numbers in its Windows program.

    Python writes its third number a thousandfold, with the kind of release added.
    """
    return f"{most >> 16}.{most & 0xFFFF}.{(least >> 16) // 1000}"


def frozen(python: Path) -> list[Frozen]:
    """Return what lies in the bundle of an environment, sorted by name.

    Raises
    ------
    BuildError
        If the environment holds something of which nobody said whether it is frozen, or lacks
        all that should be.
    """
    place = site_packages(python)
    found = {canonicalize_name(each.name): each for each in distributions(path=[str(place)])}
    strange = sorted(found.keys() - FROZEN.keys() - BUILDERS)
    demand(not strange, f"Is this frozen, under which licence? {', '.join(strange)}: {__name__}")
    missing = sorted({"pyside6-essentials", "shiboken6", "numpy"} - found.keys())
    demand(not missing, f"{place} lacks {', '.join(missing)}; is it made from {LOCK.name}?")
    return [_frozen(name, each) for name, each in sorted(found.items()) if name in FROZEN]


def locked_hashes(name: str, version: str) -> list[str]:
    """Return the SHA-256 hashes that the lock allows for a version, sorted.

    Raises
    ------
    BuildError
        If the lock does not hold the version.
    """
    for pin in _PIN.finditer(LOCK.read_text(encoding="utf-8")):
        if canonicalize_name(pin["name"]) == name and pin["version"] == version:
            return sorted(_HASH.findall(pin["rest"]))
    raise BuildError(f"{LOCK.name} does not hold {name} {version}; make the environment anew.")


def lock_for(system: str, python: str = "3.11.9") -> str:
    """Return the lock's lines for one system, as pip takes them on any other.

    pip would judge conditions by the machine on which it runs.

    Parameters
    ----------
    system
        The system as :data:`sys.platform` names it.
    python
        The version of Python.
    """
    series = python.rpartition(".")[0]
    there = {"sys_platform": system, "python_full_version": python, "python_version": series}
    return "".join(
        f"{pin['name']}=={pin['version']}"
        + "".join(f" --hash=sha256:{each}" for each in _HASH.findall(pin["rest"]))
        + "\n"
        for pin in _PIN.finditer(LOCK.read_text(encoding="utf-8"))
        if _is_asked_for(pin["rest"], there)
    )


def _is_asked_for(rest: str, there: dict[str, str]) -> bool:
    condition = rest.partition("\\")[0].strip().removeprefix(";").strip()
    return not condition or Marker(condition).evaluate(there)


def _frozen(name: str, distribution: Distribution) -> Frozen:
    files = sorted(distribution.files or (), key=str)
    texts = [each for each in files if _is_licence(each.name, each.suffix)]
    return Frozen(
        name=name,
        version=distribution.version,
        licence=FROZEN[name],
        home=_home(distribution),
        texts={_flat(str(each)): Path(str(distribution.locate_file(each))) for each in texts},
        enclosed=tuple(
            Path(str(distribution.locate_file(each)))
            for each in files
            if each.name.endswith(".cyclonedx.json")
        ),
    )


def _is_licence(name: str, suffix: str) -> bool:
    return bool(_LICENCE_FILE.search(name)) and suffix.lower() in _TEXT


def _flat(name: str) -> str:
    """Return a path without what every distribution has, and with no folders."""
    inner = re.sub(r"^[^/]*\.dist-info/(licenses/)?", "", name.replace("\\", "/"))
    return inner.replace("/", "-")


def _home(distribution: Distribution) -> str:
    named = dict(line.split(", ", 1) for line in distribution.metadata.get_all("Project-URL") or ())
    by_name = {label.lower(): address for label, address in named.items()}
    chosen = (by_name.get(each) for each in ("homepage", "home", "source", "repository"))
    return next(
        (each for each in chosen if each), "".join(distribution.metadata.get_all("Home-page") or ())
    )
