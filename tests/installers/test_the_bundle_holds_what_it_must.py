"""What is frozen: all resources, the programs of each system, nothing that nobody opens."""

from pathlib import Path

import pytest

from installers import bundle, frozen, product, trim
from installers.linux import bundle as linux_bundle
from installers.linux.bundle import demand_no_path_of, demand_no_strays, demand_python
from installers.steps import BuildError

KEPT = (
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/Qt/plugins/platforms/libqoffscreen.so",
    "PySide6/Qt/plugins/imageformats/libqjpeg.so",
    "PySide6/Qt/lib/libQt6Widgets.so.6",
    "libpython3.11.so.1.0",
    "libxcb-cursor.so.0",
    "libxkbcommon-x11.so.0",
    "python3.11/lib-dynload/_hashlib_like.so",
    "numpy.libs/libscipy_openblas64_.so",
    "resources/cases/korea.json",
)
LEFT_OUT = (
    "PySide6/Qt/translations/qt_ko.qm",
    "PySide6/Qt/plugins/tls/libqopensslbackend.so",
    "PySide6/Qt/plugins/platforms/libqeglfs.so",
    "PySide6/Qt/lib/libQt6Network.so.6",
    "libstdc++.so.6",
    "libz.so.1",
    "libX11.so.6",
    "libglib-2.0.so.0",
    "libgtk-3.so.0",
    "libcrypto.so.3",
    "python3.11/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so",
)


@pytest.mark.parametrize("name", KEPT)
def test_what_the_program_opens_is_kept(name: str) -> None:
    assert trim.is_kept(name, "linux")


@pytest.mark.parametrize("name", LEFT_OUT)
def test_what_it_never_opens_or_the_system_has_is_left_out(name: str) -> None:
    assert not trim.is_kept(name, "linux")


def test_names_are_understood_with_either_slash() -> None:
    assert not trim.is_kept(r"PySide6\plugins\tls\qopensslbackend.dll", "win32")
    assert trim.is_kept(r"PySide6\plugins\platforms\qwindows.dll", "win32")


def test_every_resource_that_is_read_is_frozen_in_its_folder() -> None:
    found = {(Path(file).name, folder) for file, folder in frozen.resources()}
    assert ("korea.json", "resources/cases") in found
    assert ("index.json", "resources/handbook") in found
    assert not [folder for _, folder in found if "pictures" in folder]


def test_windows_has_a_program_without_and_one_with_a_console() -> None:
    both = frozen.programs("win32")
    assert [(each["name"], each["console"]) for each in both] == [
        (product.FOLDER, False),
        (product.COMMAND, True),
    ]


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_elsewhere_one_program_does_both(system: str) -> None:
    assert [each["name"] for each in frozen.programs(system)] == [product.COMMAND]


def test_sizes_count_files_and_not_links(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner/file").write_bytes(b"1234")
    (tmp_path / "link").symlink_to("inner/file")
    assert bundle.size(tmp_path) == 4


def test_versions_are_read_and_counted() -> None:
    assert product.four_numbers("1.20.3") == (1, 20, 3, 0)
    assert product.four_numbers(product.version())[3] == 0


def test_a_package_without_a_version_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "explorer").mkdir()
    (tmp_path / "explorer/__init__.py").write_text('__version__ = "one"\n', encoding="utf-8")
    monkeypatch.setattr(product, "ROOT", tmp_path)
    with pytest.raises(ValueError, match="tells no version"):
        product.version()


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Return a bundle with all that is expected at its top."""
    for name in (*linux_bundle.TOP_LEVEL, "numpy-2.4.6.dist-info", "libffi.so.8"):
        (tmp_path / "_internal" / name).mkdir(parents=True)
    return tmp_path


def test_an_expected_bundle_passes(made: Path) -> None:
    demand_no_strays(made)


def test_a_stray_package_is_found(made: Path) -> None:
    (made / "_internal/matplotlib").mkdir()
    with pytest.raises(BuildError, match="Nobody expects in the bundle: matplotlib"):
        demand_no_strays(made)


def test_a_lost_package_is_found(made: Path) -> None:
    (made / "_internal/resources").rmdir()
    with pytest.raises(BuildError, match="lacks: resources"):
        demand_no_strays(made)


def test_a_path_of_this_machine_is_found(tmp_path: Path) -> None:
    (tmp_path / "clean").write_bytes(b"\0nothing\0")
    demand_no_path_of(tmp_path, "/home/builder")
    (tmp_path / "telling").write_bytes(b"\0/home/builder/source\0")
    with pytest.raises(BuildError, match="/home/builder is named in telling"):
        demand_no_path_of(tmp_path, "/home/builder")


def test_only_the_python_that_is_frozen_builds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linux_bundle.sys, "version_info", (3, 11, 2))
    demand_python()
    monkeypatch.setattr(linux_bundle.sys, "version_info", (3, 13, 0))
    with pytest.raises(BuildError, match="built with Python"):
        demand_python()
