"""Installs the locks in front of a package index in which every locked package has a newer release.

A fresh lock always looks healthy, because what it names is the newest there is. Here each package
gets a successor that holds nothing but metadata; whatever lets pip look for "the newest" finds it.
The oldest pip that the running Python can bring does the installing.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "packaging"))

from environment import DEVELOPMENT, LEVELS, PIP, PROGRAM, Environment  # noqa: E402

OLDEST_PIP = {(3, 11): "22.3", (3, 12): "23.2.1", (3, 13): "24.2", (3, 14): "25.2", (3, 15): "26.2"}
"""The pip in the first release of each Python."""

EXTRAS_ARE_RESOLVED_BEFORE = (23, 3)
"""The first pip that does not look for the newest release of a pinned package's extra."""

METADATA = re.compile(r"[^/]+\.dist-info/METADATA")
VERSION = re.compile(r"^Version: .*$", re.MULTILINE)


class OldEnvironment(Environment):
    """An environment that is filled by the oldest pip of this Python."""

    def _make(self) -> None:
        super()._make()
        version = OLDEST_PIP[sys.version_info[:2]]
        # The simulated index holds no pip, so this comes from the usual one.
        settings = {name: os.environ[name] for name in os.environ if name != "PIP_INDEX_URL"}
        settings["PIP_CONFIG_FILE"] = settings.pop("USUAL_PIP_CONFIG_FILE")
        command = [self.python, *PIP, "install", "--quiet", f"pip=={version}"]
        subprocess.run(command, env=settings, check=True)
        print(f"installing with pip {version}, Python {sys.version.split()[0]}", flush=True)


def main() -> int:
    """Make the index, install every level from it, and prove that the simulation is one."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        wheels = download(scratch / "wheels")
        index = scratch / "simple"
        for wheel in wheels:
            publish(index, wheel)
        print(f"{len(wheels)} packages, each with a newer release", flush=True)
        # Nothing but the simulated index may answer.
        usual = os.environ.get("PIP_CONFIG_FILE", "")
        os.environ |= {"PIP_INDEX_URL": index.as_uri(), "USUAL_PIP_CONFIG_FILE": usual}
        os.environ["PIP_CONFIG_FILE"] = os.devnull
        os.environ.pop("PIP_FIND_LINKS", None)
        environment = OldEnvironment(checkout(scratch / "checkout"))
        for level in (PROGRAM, DEVELOPMENT):
            environment.prepare(level)
            print(f"{level.lock} is installed", flush=True)
        return prove_simulation(environment, scratch)


def download(folder: Path) -> list[Path]:
    """Fetch the wheels that the locks name for this Python; pip's cache has most of them."""
    lock = str(ROOT / DEVELOPMENT.lock)
    command = [sys.executable, *PIP, "download", "--quiet", "--no-deps", "--require-hashes"]
    subprocess.run([*command, "--dest", str(folder), "-r", lock], check=True)
    return sorted(folder.glob("*.whl"))


def checkout(folder: Path) -> Path:
    """Make a folder that holds the locks at their places, and return it."""
    for level in LEVELS:
        place = folder / level.lock
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / level.lock, place)
    return folder


def publish(index: Path, wheel: Path) -> None:
    """Offer a wheel and its successor in an index, which is a folder of pages (PEP 503)."""
    name = re.sub(r"[-_.]+", "-", wheel.name.split("-")[0]).lower()
    page = index / name
    page.mkdir(parents=True, exist_ok=True)
    shutil.move(wheel, page / wheel.name)
    write_successor(page / wheel.name)
    links = "".join(f'<a href="{each.name}">{each.name}</a>\n' for each in page.glob("*.whl"))
    (page / "index.html").write_text(links, encoding="utf-8")


def write_successor(wheel: Path) -> None:
    """Write a wheel that is a newer release of another, with its metadata and nothing else."""
    distribution, version = wheel.name.split("-")[:2]
    newer = successor(version)
    folder = f"{distribution}-{newer}.dist-info"
    tags = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    stand_in = wheel.with_name(f"{distribution}-{newer}-py3-none-any.whl")
    with zipfile.ZipFile(wheel) as real, zipfile.ZipFile(stand_in, "w") as made:
        # The folder inside may spell the package's name in another way than the wheel does.
        (path,) = (name for name in real.namelist() if METADATA.fullmatch(name))
        text = real.read(path).decode()
        made.writestr(f"{folder}/METADATA", VERSION.sub(f"Version: {newer}", text, count=1))
        made.writestr(f"{folder}/WHEEL", tags)
        made.writestr(f"{folder}/RECORD", "")


def successor(version: str) -> str:
    """Return the next version: the last number of a release is raised by one."""
    *first, last = version.split("+")[0].split(".")
    return ".".join([*first, str(int(re.sub(r"\D.*", "", last) or 0) + 1)])


def prove_simulation(environment: Environment, scratch: Path) -> int:
    """Show that a lock as it used to be made fails here, or say why that cannot be shown.

    Without extras, and with pip resolving, the set-up broke on the day of the first new release.
    """
    version = tuple(int(part) for part in OLDEST_PIP[sys.version_info[:2]].split(".")[:2])
    if version >= EXTRAS_ARE_RESOLVED_BEFORE:
        print(f"the oldest pip here, {version}, does not resolve extras: nothing to prove")
        return 0
    lock = scratch / "without-extras.lock"
    lock.write_text("\n".join(without_extras(ROOT / DEVELOPMENT.lock)), encoding="utf-8")
    command = [environment.python, *PIP, "install", "--dry-run", "--ignore-installed"]
    ran = subprocess.run(
        [*command, "--require-hashes", "-r", lock], capture_output=True, text=True, check=False
    )
    if ran.returncode and "must have their versions pinned" in ran.stderr:
        print("a lock without extras, resolved by pip, fails here as it must")
        return 0
    print("A lock without extras was installed; this index simulates nothing.", file=sys.stderr)
    return 1


def without_extras(lock: Path) -> Iterator[str]:
    """Yield the lines of a lock with the extras of each package taken out."""
    for line in lock.read_text(encoding="utf-8").splitlines():
        yield re.sub(r"^([A-Za-z0-9._-]+)\[[^]]*\]==", r"\1==", line)


if __name__ == "__main__":
    sys.exit(main())
