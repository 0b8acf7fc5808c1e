"""A release is published only if it is whole, and its checksums are those of its files."""

import hashlib
import json
import zipfile
from pathlib import Path

import pytest

from installers import product
from installers.release_files import BESIDE, SUMS, SYSTEMS, add_beside, stem, sum_up
from installers.steps import BuildError
from tests.installers.frozen_stand_in import make_environment

VERSION = product.version()
NAMES = (
    f"deal-zone-explorer_{VERSION}_amd64.deb",
    f"deal-zone-explorer-{VERSION}-linux-x86_64.tar.xz",
    f"DealZoneExplorer-{VERSION}-windows-x64-setup.exe",
    f"DealZoneExplorer-{VERSION}-windows-x64.msi",
    f"DealZoneExplorer-{VERSION}-windows-x64-portable.zip",
    f"deal-zone-explorer-{VERSION}-mac-arm64.dmg",
    f"deal-zone-explorer-{VERSION}-mac-x86_64.dmg",
)


def release(folder: Path) -> Path:
    """Make a whole release of small files."""
    folder.mkdir()
    for name in (*NAMES, *(f"{stem(system)}{end}" for system in SYSTEMS for end in BESIDE)):
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def test_every_file_has_its_checksum(tmp_path: Path) -> None:
    made = release(tmp_path / "dist")
    sum_up(made)
    lines = (made / SUMS).read_text(encoding="ascii").splitlines()
    assert len(lines) == len(NAMES) + len(SYSTEMS) * len(BESIDE)
    for line in lines:
        digest, name = line.split("  ")
        assert digest == hashlib.sha256(name.encode()).hexdigest()


@pytest.mark.parametrize("missing", [*NAMES, f"{stem('windows')}.cdx.json"])
def test_a_release_that_lacks_something_is_refused(missing: str, tmp_path: Path) -> None:
    made = release(tmp_path / "dist")
    (made / missing).unlink()
    with pytest.raises(BuildError, match="Not there"):
        sum_up(made)
    assert not (made / SUMS).exists()


def test_a_file_of_another_version_is_refused(tmp_path: Path) -> None:
    made = release(tmp_path / "dist")
    (made / "deal-zone-explorer_0.0.0_amd64.deb").write_bytes(b"")
    with pytest.raises(BuildError, match="do not tell version"):
        sum_up(made)


def test_bill_licences_and_lock_are_written_and_equal_each_time(tmp_path: Path) -> None:
    (tmp_path / "environment").mkdir()
    python = make_environment(tmp_path / "environment")
    for name in ("first", "second"):
        add_beside(tmp_path / name, "windows", python)
    first = {each.name: each.read_bytes() for each in (tmp_path / "first").iterdir()}
    second = {each.name: each.read_bytes() for each in (tmp_path / "second").iterdir()}
    assert first == second
    assert first.keys() == {f"{stem('windows')}{end}" for end in BESIDE}
    assert json.loads(first[f"{stem('windows')}.cdx.json"])["specVersion"] == "1.6"
    with zipfile.ZipFile(tmp_path / "first" / f"{stem('windows')}-licences.zip") as packed:
        assert "licences/LGPL-3.0.txt" in packed.namelist()
