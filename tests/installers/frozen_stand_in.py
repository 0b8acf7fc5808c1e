"""An environment like the one that is frozen, of empty distributions with the locked versions."""

import re
from pathlib import Path

from packaging.utils import canonicalize_name

from installers.distributions import FROZEN, lock_for

PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^ ;\\]+)", re.MULTILINE)
WITHOUT_TEXT = {"pyside6-essentials", "shiboken6"}


def make_environment(folder: Path) -> Path:
    """Make the environment; return its interpreter, which is no program."""
    found = PIN.finditer(lock_for("linux"))
    pins = {canonicalize_name(pin["name"]): pin["version"] for pin in found}
    (folder / "pyvenv.cfg").write_text("home = nowhere\nversion = 3.11.9\n", encoding="utf-8")
    for name in FROZEN:
        add_distribution(folder, name, pins[name], with_text=name not in WITHOUT_TEXT)
    return folder / "bin" / "python"


def add_distribution(folder: Path, name: str, version: str, *, with_text: bool) -> Path:
    """Add a distribution to an environment; return where it tells of itself."""
    place = folder / "lib" / "python3.11" / "site-packages"
    told = place / f"{name.replace('-', '_')}-{version}.dist-info"
    told.mkdir(parents=True)
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    home = f"Project-URL: Homepage, https://example.org/{name}\n"
    (told / "METADATA").write_text(metadata + home, encoding="utf-8")
    files = [f"{told.name}/METADATA", f"{told.name}/RECORD"]
    if with_text:
        (told / "LICENSE.txt").write_text(f"The licence of {name}.\n", encoding="utf-8")
        files.append(f"{told.name}/LICENSE.txt")
    (told / "RECORD").write_text("".join(f"{each},,\n" for each in files), encoding="utf-8")
    return told
