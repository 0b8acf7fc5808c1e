"""What is packed for Windows depends on its content and on nothing else."""

import os
import struct
import uuid
import zipfile
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

import pytest

from installers import product
from installers.steps import BuildError
from installers.windows.msi import component_code, description, fingerprint
from installers.windows.msi_summary import SUMMARY, settle_package, settle_summary
from installers.windows.nsis import file_list
from installers.windows.portable_zip import EXPLAINED, build_zip

CODE = "0F0E0D0C-0000-4000-8000-0123456789AB"


def _summary(code: str, ticks: int, *, kinds: tuple[int, int] = (64, 64)) -> bytearray:
    told = struct.pack("<II", 30, 39) + code.encode() + b"\0\0"
    times = [struct.pack("<IQ", kind, ticks) for kind in kinds]
    table = struct.pack("<II6I", 999, 3, 9, 32, 12, 32 + len(told), 13, 32 + len(told) + 12)
    section = table + told + b"".join(times)
    header = b"\xfe\xff".ljust(28, b"\0") + SUMMARY + struct.pack("<I", 48)
    return bytearray(b"before" + header + section + b"after")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """Make a small bundle; one of its names holds what NSIS takes for a variable."""
    folder = tmp_path / "bundle"
    (folder / "_internal" / "deep").mkdir(parents=True)
    (folder / f"{product.FOLDER}.exe").write_bytes(b"program")
    (folder / "_internal" / "deep" / "a$b.txt").write_text("text")
    (folder / "_internal" / "z.dll").write_bytes(b"library")
    return folder


def test_two_summaries_become_equal() -> None:
    one, other = _summary("{" + "A" * 36 + "}", 1), _summary("{" + "B" * 36 + "}", 2)
    assert one != other
    settle_summary(one, CODE)
    settle_summary(other, CODE)
    assert one == other
    assert f"{{{CODE}}}".encode() in one
    assert len(one) == len(_summary("{" + "A" * 36 + "}", 1))
    assert one.startswith(b"before")
    assert one.endswith(b"after")


def test_a_package_is_settled_in_place(tmp_path: Path) -> None:
    file = tmp_path / "a.msi"
    file.write_bytes(_summary("{" + "A" * 36 + "}", 1))
    settle_package(file, CODE)
    assert f"{{{CODE}}}".encode() in file.read_bytes()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (bytearray(b"no summary"), "no summary, or more than one"),
        (_summary("{" + "A" * 36 + "}", 1) * 2, "no summary, or more than one"),
        (_summary("{" + "A" * 36 + "}", 1, kinds=(64, 3)), "not understood"),
    ],
)
def test_a_strange_summary_is_refused(content: bytearray, said: str) -> None:
    with pytest.raises(BuildError, match=said):
        settle_summary(content, CODE)


def test_the_zip_is_equal_whatever_the_times_on_the_disk(bundle: Path, tmp_path: Path) -> None:
    first = build_zip(bundle, tmp_path / "1", version="1.2.3").read_bytes()
    for path in bundle.rglob("*"):
        os.utime(path, (86_400, 86_400))
    assert build_zip(bundle, tmp_path / "2", version="1.2.3").read_bytes() == first


def test_the_zip_holds_one_folder_with_the_marker(bundle: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(build_zip(bundle, tmp_path, version="1.2.3")) as packed:
        assert {name.split("/")[0] for name in packed.namelist()} == {product.FOLDER}
        told = packed.read(f"{product.FOLDER}/{product.PORTABLE_MARKER}").decode("utf-8-sig")
        assert told.replace("\r\n", "\n") == EXPLAINED
        assert packed.read(f"{product.FOLDER}/_internal/z.dll") == b"library"
    assert "휴대용" in EXPLAINED


def test_nothing_to_pack_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(BuildError, match="holds no files"):
        build_zip(tmp_path / "empty", tmp_path, version="1.2.3")
    with pytest.raises(BuildError, match="holds no files"):
        file_list(tmp_path / "empty")


def test_the_installer_removes_exactly_what_it_brings(bundle: Path) -> None:
    install, remove = file_list(bundle).split("!macro REMOVE_FILES")
    assert install.count("  File ") == 3
    assert remove.count("  Delete ") == 3
    assert '  Delete "$INSTDIR\\_internal\\deep\\a$$b.txt"' in remove
    assert remove.index('RMDir "$INSTDIR\\_internal\\deep"') < remove.index(
        '"$INSTDIR\\_internal"\n'
    )
    assert 'RMDir "$INSTDIR"' not in remove
    assert "RMDir /r" not in remove


def test_a_component_keeps_its_code_in_every_version() -> None:
    name = PurePosixPath("_internal/z.dll")
    assert component_code(name) == component_code(PurePosixPath("_internal", "z.dll"))
    assert component_code(name) != component_code(PurePosixPath("_internal/y.dll"))
    assert uuid.UUID(component_code(name)).version == 5


def test_the_package_brings_every_file_once(bundle: Path) -> None:
    told = ElementTree.fromstring(description(bundle, "1.2.3", "there"))
    wix = "{http://schemas.microsoft.com/wix/2006/wi}"
    assert sorted(each.attrib["Source"] for each in told.iter(f"{wix}File")) == [
        f"there/{product.FOLDER}.exe",
        "there/_internal/deep/a$b.txt",
        "there/_internal/z.dll",
    ]
    components = {each.attrib["Id"] for each in told.iter(f"{wix}Component")}
    chosen = [each.attrib["Id"] for each in told.iter(f"{wix}ComponentRef")]
    assert sorted(components) == sorted(chosen)
    keys = {each.attrib["Key"] for each in told.iter(f"{wix}RegistryValue")}
    assert f"Software\\Classes\\{product.DOCUMENT_SUFFIX}" in keys


def test_every_version_and_content_is_another_product(bundle: Path) -> None:
    first = fingerprint(bundle, "1.2.3")
    assert fingerprint(bundle, "1.2.4") != first
    (bundle / "_internal" / "z.dll").write_bytes(b"another")
    assert fingerprint(bundle, "1.2.3") != first
