"""Every program and library of a bundle for Windows is looked into."""

from pathlib import Path

import pytest

from installers import product
from installers.steps import BuildError
from installers.windows import executable_check
from installers.windows.executable_check import (
    CONSOLE,
    WINDOW,
    X64,
    Executable,
    check_executables,
    executables,
    missing_libraries,
    program_problems,
    read_executable,
)
from tests.installers.made_executable import X86, executable


def _told(name: str) -> dict[str, str]:
    return {
        "CompanyName": product.PUBLISHER,
        "FileVersion": product.version(),
        "OriginalFilename": f"{name}.exe",
        "ProductName": product.NAME,
        "ProductVersion": product.version(),
    }


def _program(name: str, subsystem: int) -> Executable:
    return Executable(X64, subsystem, frozenset(), _told(name), of_wine=False)


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a bundle in which all is well; the version information is told by a stand-in."""
    (tmp_path / "_internal").mkdir()
    (tmp_path / "_internal" / "Qt6Core.dll").write_bytes(executable("KERNEL32.dll"))
    window = executable("qt6core.dll", "api-ms-win-crt-heap-l1-1-0.dll")
    (tmp_path / f"{product.FOLDER}.exe").write_bytes(window)
    (tmp_path / f"{product.COMMAND}.exe").write_bytes(executable("QT6CORE.DLL", subsystem=CONSOLE))
    (tmp_path / "_internal" / "notes.txt").write_text("MS-DOS is not meant.")
    monkeypatch.setattr(executable_check, "_version_information", _version_by_subsystem)
    return tmp_path


def _version_by_subsystem(read: object) -> dict[str, str]:
    name = product.FOLDER if read.OPTIONAL_HEADER.Subsystem == WINDOW else product.COMMAND
    return _told(name)


def test_a_made_program_is_read_as_it_was_made(tmp_path: Path) -> None:
    file = tmp_path / "made.exe"
    file.write_bytes(executable("USER32.dll", "gdi32.DLL", subsystem=CONSOLE))
    read = read_executable(file)
    assert (read.machine, read.subsystem) == (X64, CONSOLE)
    assert read.asks_for == {"user32.dll", "gdi32.dll"}
    assert not read.of_wine
    assert read.told == {}


def test_programs_are_known_by_their_beginning_not_by_their_name(bundle: Path) -> None:
    assert [file.name for file in executables(bundle)] == [
        f"{product.FOLDER}.exe",
        "Qt6Core.dll",
        f"{product.COMMAND}.exe",
    ]


def test_a_whole_bundle_is_right(bundle: Path) -> None:
    assert check_executables(bundle) == 3


def test_a_library_taken_away_is_noticed(bundle: Path) -> None:
    (bundle / "_internal" / "Qt6Core.dll").unlink()
    with pytest.raises(BuildError, match=r"DealZoneExplorer\.exe needs qt6core\.dll, which is nei"):
        check_executables(bundle)


def test_a_library_that_only_some_windows_have_is_noticed(bundle: Path) -> None:
    (bundle / "_internal" / "Qt6Core.dll").write_bytes(executable("icuuc.dll"))
    with pytest.raises(BuildError, match=r"Qt6Core\.dll needs icuuc\.dll"):
        check_executables(bundle)


def test_a_library_of_32_bits_is_noticed(bundle: Path) -> None:
    old = executable("KERNEL32.dll", machine=X86)
    (bundle / "_internal" / "old.pyd").write_bytes(old)
    with pytest.raises(BuildError, match=r"_internal/old\.pyd is not made for x64"):
        check_executables(bundle)


def test_a_library_of_wine_is_noticed(bundle: Path) -> None:
    file = bundle / "_internal" / "msvcp140.dll"
    file.write_bytes(executable("KERNEL32.dll", stub=b"Wine builtin DLL\0"))
    with pytest.raises(BuildError, match=r"msvcp140\.dll comes from Wine"):
        check_executables(bundle)


@pytest.mark.parametrize("name", ["ucrtbase.dll", "API-MS-Win-crt-math-l1-1-0.dll"])
def test_libraries_of_windows_itself_are_not_shipped(bundle: Path, name: str) -> None:
    (bundle / "_internal" / name).write_bytes(executable("KERNEL32.dll"))
    with pytest.raises(BuildError, match="is Windows' own"):
        check_executables(bundle)


def test_a_broken_program_is_noticed(bundle: Path) -> None:
    (bundle / "_internal" / "cut.dll").write_bytes(b"MZ")
    with pytest.raises(BuildError, match=r"cut\.dll is no program for Windows"):
        check_executables(bundle)


def test_an_empty_bundle_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="holds no programs"):
        check_executables(tmp_path)


def test_a_missing_program_is_told() -> None:
    assert program_problems(None, "dealzone", CONSOLE) == ["dealzone.exe is missing"]


def test_a_program_with_another_subsystem_is_told() -> None:
    read = _program(product.FOLDER, CONSOLE)
    assert program_problems(read, product.FOLDER, WINDOW) == [
        "DealZoneExplorer.exe has the subsystem 3, not 2"
    ]
    assert program_problems(_program(product.FOLDER, WINDOW), product.FOLDER, WINDOW) == []


def test_a_program_that_tells_another_version_is_told() -> None:
    told = {**_told(product.COMMAND), "FileVersion": "0.0.0"}
    read = Executable(X64, CONSOLE, frozenset(), told, of_wine=False)
    (problem,) = program_problems(read, product.COMMAND, CONSOLE)
    assert problem.startswith("dealzone.exe says '0.0.0' for FileVersion")


def test_what_is_missing_is_told_with_who_asks(tmp_path: Path) -> None:
    asking = Executable(X64, WINDOW, frozenset({"b.dll", "user32.dll"}), {}, of_wine=False)
    assert missing_libraries({tmp_path / "a.dll": asking}) == [
        "a.dll needs b.dll, which is neither here nor part of Windows"
    ]
    assert missing_libraries({tmp_path / "a.dll": asking, tmp_path / "B.dll": asking}) == []
