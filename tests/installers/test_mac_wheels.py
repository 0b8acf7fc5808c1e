"""The oldest macOS that we name is the oldest on which every compiled part runs."""

import struct
import zipfile
from pathlib import Path

import pytest

from installers import product
from installers.distributions import lock_for
from installers.mac.wheels import check_oldest, inside, oldest_macos
from installers.steps import BuildError

CPU = {"arm64": 0x0100000C, "x86_64": 0x01000007}


def mach_o(processor: str, major: int, *, tells: bool = True) -> bytes:
    """Return the smallest Mach-O library that says which macOS it needs, or does not say so."""
    kind, commands = (0x32, struct.pack("<IIII", 1, major << 16, major << 16, 0))
    if not tells:
        kind, commands = (0x1B, bytes(16))
    command = struct.pack("<II", kind, 8 + len(commands)) + commands
    head = struct.pack("<IIIIIIII", 0xFEEDFACF, CPU[processor], 0, 6, 1, len(command), 0, 0)
    return head + command


def wheel(folder: Path, content: bytes) -> Path:
    """Make a wheel with one file of this content."""
    path = folder / "made-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("made/part.so", content)
        archive.writestr("made/__init__.py", "")
    return path


@pytest.mark.parametrize("processor", CPU)
def test_a_part_tells_which_macos_it_needs(processor: str) -> None:
    assert oldest_macos("part", mach_o(processor, 11), processor) == (11, 0)


def test_only_compiled_parts_are_looked_at(tmp_path: Path) -> None:
    assert [name for name, _ in inside(wheel(tmp_path, mach_o("arm64", 11)))] == ["made/part.so"]


def test_parts_that_run_on_our_oldest_macos_pass(tmp_path: Path) -> None:
    assert check_oldest([wheel(tmp_path, mach_o("arm64", 12))], "arm64") == (12, 0)


def test_a_part_that_needs_a_newer_macos_is_refused(tmp_path: Path) -> None:
    made = wheel(tmp_path, mach_o("arm64", 14))
    with pytest.raises(BuildError, match=rf"Newer than macOS {product.OLDEST_MAC}:\nmade.*14\.0"):
        check_oldest([made], "arm64")


def test_a_part_for_another_processor_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="holds nothing for x86_64"):
        check_oldest([wheel(tmp_path, mach_o("arm64", 11))], "x86_64")


def test_a_part_that_tells_no_macos_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="does not tell which macOS"):
        check_oldest([wheel(tmp_path, mach_o("arm64", 11, tells=False))], "arm64")


def test_wheels_without_compiled_parts_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="no compiled parts"):
        check_oldest([wheel(tmp_path, b"text")], "arm64")


def test_the_lock_is_read_as_the_mac_would() -> None:
    lines = lock_for("darwin").splitlines()
    names = [line.partition("==")[0] for line in lines]
    assert "macholib" in names
    assert "pefile" not in names
    assert len(names) == len(set(names))
    assert all("--hash=sha256:" in line and ";" not in line for line in lines)
    assert "pefile" in lock_for("win32")
