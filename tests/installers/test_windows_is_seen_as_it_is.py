"""What a proof under Wine reads: registries, reports, lock files, version information."""

from pathlib import Path

import pytest

from installers import frozen, product
from installers.steps import BuildError
from installers.trim import is_ours
from installers.version_resource import version_resource
from installers.windows_program import demand_quick
from installers.windows_python import for_windows
from installers.windows_state import (
    State,
    demand_nothing_left,
    exported_value,
    registry_entries,
)
from installers.wine import Wine

LOCK = """\
# made by a tool
colorama==0.4.6 \\
    --hash=sha256:aa \\
    --hash=sha256:ab
macholib==1.16.4 ; sys_platform == 'darwin' \\
    --hash=sha256:ba
numpy==2.4.6 ; python_full_version < '3.12' \\
    --hash=sha256:ca
    # via pyqtgraph
numpy==2.5.5 ; python_full_version >= '3.12' \\
    --hash=sha256:da
pefile==2024.8.26 ; sys_platform == 'win32' \\
    --hash=sha256:ea
"""

REGISTRY = r"""WINE REGISTRY Version 2
;; All keys relative to \\User\\S-1-5-21-0-0-0-1000

[Software\\Classes\\.dealzone] 1763848800
#time=1dc5bd1e0a0b0c0
@="DealZoneExplorer.Document"

[Software\\Empty] 1763848800
#time=1dc5bd1e0a0b0c1
"""


def test_the_lock_is_read_for_windows_and_its_python() -> None:
    lines = for_windows(LOCK).splitlines()
    assert [line for line in lines if "==" in line] == [
        "colorama==0.4.6 \\",
        "numpy==2.4.6 \\",
        "pefile==2024.8.26 \\",
    ]
    assert [line.strip(" \\") for line in lines if "--hash" in line] == [
        "--hash=sha256:aa",
        "--hash=sha256:ab",
        "--hash=sha256:ca",
        "--hash=sha256:ea",
    ]


def test_the_registry_is_read_without_its_times() -> None:
    key = r"Software\\Classes\\.dealzone"
    assert registry_entries(REGISTRY) == {
        key,
        f'{key} @="DealZoneExplorer.Document"',
        r"Software\\Empty",
    }


def test_an_exported_value_is_read_with_all_its_letters() -> None:
    text = (
        "Windows Registry Editor Version 5.00\n\n[HKEY_CURRENT_USER\\A]\n"
        '@="\\"C:\\\\한글 폴더\\\\a.exe\\" \\"%1\\""\n"Size"=dword:0001d9cf\n\n'
        '[HKEY_CURRENT_USER\\A\\B]\n"Other"="of the second key"\n'
    )
    assert exported_value(text, None) == '"C:\\한글 폴더\\a.exe" "%1"'
    assert int(exported_value(text, "Size"), 16) == 0x1D9CF
    assert exported_value(text, "Other") == ""
    assert exported_value("", None) == ""


@pytest.mark.parametrize(
    "left",
    [
        "users/root/AppData/Local/Programs/DealZoneExplorer",
        r"user: Software\\Classes\\.dealzone",
        r"user: Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\DealZoneExplorer",
        r"system: Software\\Classes\\DealZoneExplorer.Document",
    ],
)
def test_what_is_left_behind_is_noticed(left: str) -> None:
    before = State(frozenset({"windows/system.ini"}))
    after = State(before.names | {left})
    with pytest.raises(BuildError, match="left behind"):
        demand_nothing_left(before, after)
    demand_nothing_left(before, after, expected="(?i)dealzone")


@pytest.mark.parametrize(
    "noise",
    [
        "users/root/AppData/Local/Temp/nsa1.tmp",
        "users/root/AppData/Local/Programs",
        r'user: Console "CursorSize"=dword:00000019',
        r"user: Software\\Wine\\Fonts",
        r"user: Software\\Classes",
    ],
)
def test_what_windows_notes_down_by_itself_does_not_matter(noise: str) -> None:
    demand_nothing_left(State(frozenset()), State(frozenset({noise})))


def test_the_first_picture_must_be_quick() -> None:
    demand_quick(2.5)
    with pytest.raises(BuildError, match=r"took 2\.51 s"):
        demand_quick(2.51)


def test_paths_are_told_as_each_side_sees_them() -> None:
    wine = Wine(Path("/somewhere/shared"), 1, ":0")
    file = wine.drive / "한글 폴더" / "a.exe"
    assert wine.windows(file) == "C:\\한글 폴더\\a.exe"
    assert wine.inside(file) == "/shared/prefix/drive_c/한글 폴더/a.exe"
    assert wine.windows(Path("/somewhere/shared/out/b.msi")) == "Z:\\shared\\out\\b.msi"
    command = wine.command(["wine", file], limit=7)
    assert command[-4:] == ["--kill-after=5", "7", "wine", wine.inside(file)]


def test_version_information_names_program_and_product() -> None:
    told = version_resource("dealzone", "It's a description")
    compile(told, "version", "eval")
    assert str(product.four_numbers(product.version())) in told
    assert "'dealzone.exe'" in told
    assert repr(product.PUBLISHER) in told


def test_each_program_for_windows_has_its_own_information() -> None:
    window, command = frozen.programs("win32")
    assert (window["console"], command["console"]) == (False, True)
    texts = [Path(str(each["version"])).read_text("utf-8") for each in (window, command)]
    assert "DealZoneExplorer.exe" in texts[0]
    assert "dealzone.exe" in texts[1]


@pytest.mark.parametrize(
    ("source", "system", "ours"),
    [
        ("C:\\windows\\system32\\msvcp140.dll", "win32", False),
        ("c:/Windows/System32/x.dll", "win32", False),
        ("Z:\\shared\\python\\python311.dll", "win32", True),
        ("/c:/windows/x.so", "linux", True),
    ],
)
def test_what_lies_in_windows_folder_is_not_ours(source: str, system: str, ours: bool) -> None:
    assert is_ours(source, system) is ours
