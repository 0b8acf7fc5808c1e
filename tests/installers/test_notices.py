"""Every package brings the licences of all that it holds."""

import json
import os
from pathlib import Path

import pytest

from installers.brought import BROUGHT
from installers.notices import write_notices, write_system_notices
from installers.steps import BuildError
from tests.installers.frozen_stand_in import make_environment

CRATE = {"name": "ahash", "version": "1.0", "licenses": [{"license": {"id": "MIT"}}]}
TOOL = {"name": "builder", "version": "1.0", "scope": "excluded"}


def written(folder: Path) -> Path:
    """Write the notices of a made environment; return their folder."""
    environment = folder / "environment"
    environment.mkdir()
    write_notices(folder / "notices", make_environment(environment))
    return folder / "notices"


def test_every_part_is_named_with_its_version_and_licence(tmp_path: Path) -> None:
    overview = (written(tmp_path) / "README.txt").read_text(encoding="utf-8")
    for words in ("Python", "3.11.9", "LGPL-3.0-only", "Bootloader-exception", "pydantic-core"):
        assert words in overview
    assert "$" not in overview


def test_texts_lie_where_the_overview_says(tmp_path: Path) -> None:
    notices = written(tmp_path)
    for name in ("LGPL-3.0.txt", "GPL-3.0.txt", "LGPL-2.1.txt", "Apache-2.0.txt"):
        assert "Version" in (notices / name).read_text(encoding="utf-8")
    assert "PYTHON SOFTWARE FOUNDATION" in (notices / "python" / "python.txt").read_text("utf-8")
    for part in ("freetype", "harfbuzz", "libpng", "pcre2", "icu", "double-conversion"):
        assert (notices / "qt" / f"{part}.txt").stat().st_size > 500
    assert (notices / "pydantic" / "LICENSE.txt").read_text("utf-8") == "The licence of pydantic.\n"
    assert not list(notices.rglob("*.in"))


def test_it_says_how_to_exchange_qt_on_each_system(tmp_path: Path) -> None:
    text = (written(tmp_path) / "exchanging-qt.txt").read_text(encoding="utf-8")
    assert "official_releases/qt/6.9/6.9.3/" in text
    for words in ("Windows", "Linux", "Mac", "Qt6Core.dll", "libQt6Core.so.6", "QtCore.framework"):
        assert words in text
    assert "$" not in text


def test_a_distribution_without_a_text_is_refused(tmp_path: Path) -> None:
    python = make_environment(tmp_path)
    next(tmp_path.rglob("pydantic-*.dist-info/RECORD")).write_text("", encoding="utf-8")
    with pytest.raises(BuildError, match=r"pydantic 2.* brings no licence text"):
        write_notices(tmp_path / "notices", python)


def test_what_is_compiled_in_is_named_and_tools_are_not(tmp_path: Path) -> None:
    python = make_environment(tmp_path)
    record = next(tmp_path.rglob("pydantic_core-*.dist-info/RECORD"))
    bill = record.parent / "core.cyclonedx.json"
    bill.write_text(json.dumps({"components": [CRATE, TOOL]}), encoding="utf-8")
    with record.open("a", encoding="utf-8") as lines:
        lines.write(f"{record.parent.name}/{bill.name},,\n")
    write_notices(tmp_path / "notices", python)
    overview = (tmp_path / "notices" / "README.txt").read_text(encoding="utf-8")
    assert "ahash                        1.0        MIT" in overview
    assert "builder" not in overview


def system(folder: Path) -> tuple[Path, Path]:
    """Make a bundle with one library, and a Debian that has its package; return both."""
    bundle, root = folder / "bundle", folder / "root"
    (root / "var/lib/dpkg/info").mkdir(parents=True)
    (root / "usr/share/doc/libx11-6").mkdir(parents=True)
    # Windows knows no such names.
    name = "libx11-6.list" if os.name == "nt" else "libx11-6:amd64.list"
    (root / "var/lib/dpkg/info" / name).write_text("/usr/lib/libX11.so.6\n")
    (root / "usr/share/doc/libx11-6/copyright").write_text("X11's licence\n")
    bundle.mkdir()
    for name in ("libX11.so.6", "libpython3.11.so.1.0"):
        (bundle / name).write_bytes(b"")
    return bundle, root


def test_libraries_of_the_system_bring_their_notices(tmp_path: Path) -> None:
    (tmp_path / "environment").mkdir()
    python = make_environment(tmp_path / "environment")
    bundle, root = system(tmp_path)
    (bundle / "libnumpys.so").write_bytes(b"")
    next(python.parent.parent.rglob("site-packages")).joinpath("libnumpys.so").write_bytes(b"")
    write_system_notices(tmp_path / "notices", bundle, python, root)
    assert [each.name for each in (tmp_path / "notices").iterdir()] == ["libx11-6.txt"]


def test_a_library_of_nobody_is_refused(tmp_path: Path) -> None:
    (tmp_path / "environment").mkdir()
    python = make_environment(tmp_path / "environment")
    bundle, root = system(tmp_path)
    (bundle / "libstray.so.1").write_bytes(b"")
    with pytest.raises(BuildError, match=r"Whose are these.*libstray\.so\.1"):
        write_system_notices(tmp_path / "notices", bundle, python, root)


def test_letters_and_icons_bring_their_licences(tmp_path: Path) -> None:
    notices = written(tmp_path)
    overview = (notices / "README.txt").read_text(encoding="utf-8")
    for part in BROUGHT:
        assert part.name in overview
        assert part.licence in overview
        text = (notices / f"{part.name}.txt").read_text(encoding="utf-8")
        assert "Permission" in text or "PERMISSION" in text
