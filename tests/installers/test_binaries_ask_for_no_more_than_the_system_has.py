"""What the Linux bundle's binaries ask of a system is read from them and kept within limits."""

import shutil
import sys
from pathlib import Path

import pytest

from installers.linux import elf
from installers.linux.elf import Binary
from installers.steps import BuildError

INSIDE = frozenset({"program", "libours.so.1"})


def binary(*needs: str, symbols: tuple[str, ...] = ()) -> Binary:
    """Return a program that asks for libraries and symbols."""
    return Binary("program", frozenset(needs), frozenset(symbols))


def test_what_is_inside_or_the_systems_is_not_missing() -> None:
    assert elf.missing([binary("libours.so.1", "libc.so.6")], INSIDE) == ()


def test_what_is_nowhere_is_missing_and_named_with_who_needs_it() -> None:
    assert elf.missing([binary("libelse.so.2")], INSIDE) == ("libelse.so.2 for program",)


def test_only_packages_of_needed_libraries_are_asked_for() -> None:
    found = [binary("libGL.so.1", "libm.so.6", "libc.so.6"), binary("libours.so.1")]
    assert elf.packages(found, INSIDE) == ("libc6", "libgl1")


def test_a_library_that_is_inside_asks_for_no_package() -> None:
    assert elf.packages([binary("libz.so.1")], frozenset({"libz.so.1"})) == ()


def test_versions_are_compared_as_numbers() -> None:
    found = [binary(symbols=("GLIBC_2.4", "GLIBC_2.34", "GLIBC_2.2.5", "GLIBCXX_3.4.30"))]
    assert elf.newest(found, "GLIBC") == (2, 34)
    assert elf.newest(found, "GLIBCXX") == (3, 4, 30)
    assert elf.newest(found, "CXXABI") == ()


def test_a_complete_bundle_passes() -> None:
    elf.demand_complete([binary("libc.so.6", symbols=("GLIBC_2.35",))], INSIDE)


@pytest.mark.parametrize(
    ("found", "problem"),
    [
        ([], "no program"),
        ([binary("libelse.so.2")], "lacks libraries:\nlibelse"),
        ([binary(symbols=("GLIBC_2.36",))], r"needs GLIBC \(2, 36\)"),
        ([binary(symbols=("GLIBCXX_3.4.31",))], r"needs GLIBCXX \(3, 4, 31\)"),
    ],
)
def test_an_incomplete_or_too_new_bundle_does_not(found: list[Binary], problem: str) -> None:
    with pytest.raises(BuildError, match=problem):
        elf.demand_complete(found, INSIDE)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a program in the format of Linux")
def test_a_real_program_tells_what_it_needs(tmp_path: Path) -> None:
    shell = shutil.copyfile(Path("/bin/sh").resolve(), tmp_path / "sh")
    (tmp_path / "text.so").write_text("no binary", encoding="utf-8")
    (tmp_path / "link").symlink_to(shell)
    (found,) = elf.binaries(tmp_path)
    assert found.name == "sh"
    assert "libc.so.6" in found.needs
    assert elf.newest([found], "GLIBC") > (2, 0)
    assert elf.names(tmp_path) == {"sh", "text.so", "link"}


def test_what_only_begins_like_a_binary_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "broken.so").write_bytes(b"\x7fELF and nothing more")
    with pytest.raises(BuildError, match=r"broken\.so"):
        elf.binaries(tmp_path)
