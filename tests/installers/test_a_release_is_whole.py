"""A release is listed only if bill, licences and lock lie beside every package."""

import hashlib
import shutil
import zipfile
from pathlib import Path

import pytest

from installers import product, release_files
from installers.release_files import (
    CHECKSUMS,
    PACKAGES,
    companions,
    demand_whole,
    write_checksums,
    write_companions,
    write_zip,
)
from installers.steps import BuildError

VERSION = product.version()
PACKAGE = f"{product.PACKAGE}_{VERSION}_amd64.deb"


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """Return a folder with one package and what belongs beside it."""
    for name in (PACKAGE, *companions("linux")):
        (tmp_path / name).write_text(name, encoding="utf-8")
    return tmp_path


def test_every_file_is_listed_with_its_checksum(dist: Path) -> None:
    names = write_checksums(dist)
    assert set(names) == {PACKAGE, *companions("linux")}
    lines = (dist / CHECKSUMS).read_text(encoding="utf-8").splitlines()
    assert [line.split("  ")[1] for line in lines] == list(names)
    digest = hashlib.sha256(PACKAGE.encode()).hexdigest()
    assert f"{digest}  {PACKAGE}" in lines


def test_listing_again_gives_the_same(dist: Path) -> None:
    assert write_checksums(dist) == write_checksums(dist)


@pytest.mark.parametrize("name", companions("linux"))
def test_a_missing_companion_is_told(dist: Path, name: str) -> None:
    (dist / name).unlink()
    with pytest.raises(BuildError, match=f"Missing beside .*{name}"):
        write_checksums(dist)
    assert not (dist / CHECKSUMS).exists()


@pytest.mark.parametrize("end", PACKAGES)
def test_every_kind_of_package_wants_its_own_companions(dist: Path, end: str) -> None:
    (dist / f"deal-zone-explorer-{VERSION}{end}").touch()
    if PACKAGES[end] == "linux":
        write_checksums(dist)
        return
    with pytest.raises(BuildError, match=f"-{PACKAGES[end]}.bill.json"):
        write_checksums(dist)


@pytest.mark.parametrize("name", ["notes.txt", f"other-{VERSION}.deb", f"{product.PACKAGE}-9.deb"])
def test_what_nobody_expects_is_told(dist: Path, name: str) -> None:
    (dist / name).touch()
    with pytest.raises(BuildError, match=f"Nobody expects .*{name}"):
        write_checksums(dist)


@pytest.mark.parametrize("place", ["empty", "not/there"])
def test_nothing_is_no_release(tmp_path: Path, place: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(BuildError, match="no package"):
        write_checksums(tmp_path / place)


def test_companions_are_written_by_their_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(release_files, "write_bill", lambda path, _python: path.touch())
    (tmp_path / "licences").mkdir()
    (tmp_path / "licences/text.txt").write_text("licence", encoding="utf-8")
    dist = tmp_path / "dist"
    write_companions(dist, "windows", tmp_path / "licences", tmp_path / "python")
    assert {path.name for path in dist.iterdir()} == set(companions("windows"))
    lock = (dist / companions("windows")[2]).read_bytes()
    assert lock == (product.PACKAGING / "bundle.lock").read_bytes()


def test_a_zip_is_the_same_each_time_and_holds_all(tmp_path: Path) -> None:
    (tmp_path / "one/inner").mkdir(parents=True)
    (tmp_path / "one/inner/text").write_text("text", encoding="utf-8")
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    for name in ("one", "two"):
        write_zip(tmp_path / name, tmp_path / f"{name}.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as packed:
        assert packed.namelist() == ["inner/text"]
        assert packed.read("inner/text") == b"text"


def test_a_release_has_every_package_once(tmp_path: Path) -> None:
    for end in PACKAGES:
        (tmp_path / f"made{end}").touch()
    demand_whole(tmp_path)


@pytest.mark.parametrize("end", PACKAGES)
def test_a_release_that_lacks_a_package_is_refused(end: str, tmp_path: Path) -> None:
    for each in PACKAGES.keys() - {end}:
        (tmp_path / f"made{each}").touch()
    with pytest.raises(BuildError, match="Not once"):
        demand_whole(tmp_path)
