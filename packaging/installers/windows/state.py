"""What lies on a Windows drive and in its registry, to see what a program leaves behind."""

import re
from dataclasses import dataclass

from installers.steps import demand
from installers.windows.wine import Wine

OF_NO_MATTER = (
    # what Windows, or Wine in its place, notes down by itself whenever programs run
    r"^users/[^/]+/AppData/Local/(Temp(/|$)|Programs$)",
    r"^windows/(Installer|temp)$",
    r"^user: (Console( |$)|Software\\\\Classes$)",
    r"^user: Software\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Uninstall$",
    # the folders in which the installer service keeps its books
    r"^system: Software\\\\Classes\\\\Installer\\\\(Features|Products|UpgradeCodes)$",
    r"^system: .*\\\\CurrentVersion\\\\Installer\\\\UpgradeCodes$",
    r"^system: .*\\\\CurrentVersion\\\\Installer\\\\UserData\\\\[^\\\\]+\\\\(Components|Products)$",
    r"^(system|user): Software\\\\(Wow6432Node\\\\)?Wine\\\\",
    r"^user: Software\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Explorer(\\\\|$)",
    r"^system: Software\\\\Microsoft\\\\Windows NT\\\\CurrentVersion\\\\(Fonts|Perflib)",
    r"^system: System\\\\(CurrentControlSet|ControlSet001)\\\\",
)
"""Names of files and registry entries whose coming and going says nothing about a program."""


@dataclass(frozen=True, slots=True)
class State:
    """What was there at one moment: names of files and folders, and entries of the registry."""

    names: frozenset[str]

    def added_since(self, before: "State") -> list[str]:
        """Return what was not there before, in order, without what is of no matter."""
        new = sorted(self.names - before.names)
        return [name for name in new if not any(re.search(each, name) for each in OF_NO_MATTER)]


def read_state(wine: Wine) -> State:
    """Read a state once every Windows program has ended."""
    wine.settle()
    prefix = wine.drive.parent
    files = {path.relative_to(wine.drive).as_posix() for path in wine.drive.rglob("*")}
    registry = {
        f"{hive}: {entry}"
        for hive in ("system", "user")
        for entry in registry_entries((prefix / f"{hive}.reg").read_text("utf-8", "replace"))
    }
    return State(frozenset(files | registry))


def registry_entries(text: str) -> frozenset[str]:
    """Return the keys, and the values with their keys, of a registry as Wine writes it down.

    Parameters
    ----------
    text
        The text of ``system.reg`` or ``user.reg``.
    """
    entries: set[str] = set()
    key = ""
    for line in text.splitlines():
        if line.startswith("["):
            key = line[1 : line.rindex("]")]
            entries.add(key)
        elif key and line.startswith(('"', "@")):
            entries.add(f"{key} {line}")
    return frozenset(entries)


def registry_value(wine: Wine, key: str, name: str | None = None) -> str:
    r"""Return a text in the registry of the running Windows, or "" if there is none.

    Parameters
    ----------
    wine
        The place.
    key
        The key, such as ``HKCU\\Software\\Classes\\.dealzone``.
    name
        The value's name; None for the key's own.
    """
    # What reg prints knows only the letters of one code page; what it exports knows all.
    file = wine.shared / f"{wine.prefix}.reg"
    file.unlink(missing_ok=True)
    wine.run(["reg", "export", key, wine.windows(file), "/y"], expected=None)
    return exported_value(file.read_text("utf-16"), name) if file.exists() else ""


def exported_value(text: str, name: str | None) -> str:
    """Return a value of the first key in an exported registry, or "" if it has no such value.

    Parameters
    ----------
    text
        The text of the exported file.
    name
        The value's name; None for the key's own. Numbers are returned in hexadecimal digits.
    """
    wanted = "@" if name is None else f'"{name}"'
    first = text.partition("[")[2].partition("\n[")[0]
    pattern = rf'^{re.escape(wanted)}=(?:"(.*)"|dword:([0-9a-f]+))\s*$'
    found = re.search(pattern, first, re.MULTILINE)
    return re.sub(r"\\(.)", r"\1", found[1] or found[2] or "") if found else ""


def demand_nothing_left(before: State, after: State, expected: str = "") -> None:
    """Stop the build if something came since a state was read, unless it was to be expected.

    Parameters
    ----------
    before, after
        The states to compare.
    expected
        A pattern of the names that may have come.

    Raises
    ------
    BuildError
        If something else came; the text names it.
    """
    left = after.added_since(before)
    odd = [name for name in left if not expected or not re.search(expected, name)]
    demand(not odd, "This was left behind:\n" + "\n".join(odd[:40]))
