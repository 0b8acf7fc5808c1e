"""Menu entry, type of documents and software centre agree with the product and each other."""

import configparser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from installers import product
from installers.linux.desktop_files import (
    ICON_SIZES,
    build_date,
    filled,
    mime_icon,
    releases,
    write_desktop_files,
    write_icons,
)
from installers.steps import BuildError

CHANGELOG = """# Changelog

## 0.2.0 (not yet released)

- New `solve` & more.

## 0.1.0 (2026-01-31)

- First.
- Second.
"""


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with all that the desktop is told."""
    folder = tmp_path_factory.mktemp("share")
    write_desktop_files(folder)
    return folder


def entry(share: Path) -> configparser.SectionProxy:
    """Return the menu entry."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(share / f"applications/{product.COMMAND}.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_menu_entry_opens_documents_with_the_command(share: Path) -> None:
    told = entry(share)
    assert told["Exec"] == f"{product.COMMAND} %f"
    assert told["MimeType"] == f"{product.DOCUMENT_MIME};"
    assert told["Icon"] == product.COMMAND
    assert told["Name"] == product.NAME


def test_the_window_belongs_to_the_menu_entry(share: Path) -> None:
    source = (product.ROOT / "explorer/ui/app/app.py").read_text(encoding="utf-8")
    assert f'setDesktopFileName("{product.COMMAND}")' in source
    assert (share / f"applications/{product.COMMAND}.desktop").is_file()


def test_documents_are_known_by_suffix_and_by_content(share: Path) -> None:
    root = ElementTree.parse(share / f"mime/packages/{product.COMMAND}.xml").getroot()
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    (kind,) = root.findall("m:mime-type", space)
    assert kind.attrib["type"] == product.DOCUMENT_MIME
    glob, match = kind.find("m:glob", space), kind.find("m:magic/m:match", space)
    assert glob is not None
    assert match is not None
    assert glob.attrib["pattern"] == f"*{product.DOCUMENT_SUFFIX}"
    assert match.attrib["value"] == '"format": "dealzone"'


def test_the_software_centre_is_told_name_launcher_and_releases(share: Path) -> None:
    root = ElementTree.parse(share / f"metainfo/{product.IDENTIFIER}.metainfo.xml").getroot()
    assert root.findtext("id") == product.IDENTIFIER
    assert root.findtext("launchable") == f"{product.COMMAND}.desktop"
    assert root.findtext("provides/mediatype") == product.DOCUMENT_MIME
    newest = root.find("releases/release")
    assert newest is not None
    assert newest.attrib["version"] == product.version()


def test_releases_come_from_the_changelog_with_their_days() -> None:
    root = ElementTree.fromstring(releases(CHANGELOG))
    told = [(each.attrib["version"], each.attrib["date"], each.attrib["type"]) for each in root]
    assert told == [
        ("0.2.0", build_date().isoformat(), "development"),
        ("0.1.0", "2026-01-31", "stable"),
    ]
    assert [each.text for each in root.iter("li")] == ["New solve & more.", "First.", "Second."]


def test_a_changelog_without_releases_is_refused() -> None:
    with pytest.raises(BuildError, match="tells of no release"):
        releases("# Changelog\n\n## Soon\n")


@pytest.mark.parametrize("name", [f"apps/{product.COMMAND}", f"mimetypes/{mime_icon()}"])
def test_icons_are_there_in_every_size(share: Path, name: str) -> None:
    theme = share / "icons/hicolor"
    for size in ICON_SIZES:
        with Image.open(theme / f"{size}x{size}/{name}.png") as image:
            assert image.size == (size, size)
            assert image.convert("RGBA").getextrema()[3] == (0, 255)
    assert (theme / f"scalable/{name}.svg").read_text(encoding="utf-8").startswith("<")


def test_a_missing_drawing_is_told(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"nothing\.svg is missing"):
        write_icons(tmp_path, "nothing", "apps/nothing")


def test_a_gap_that_nothing_fills_is_told() -> None:
    with pytest.raises(KeyError, match="releases"):
        filled("metainfo.xml")


@pytest.mark.parametrize("name", ["dealzone.desktop", "document.xml"])
def test_no_gap_is_left(name: str) -> None:
    assert "$" not in filled(name)


def test_the_notice_names_every_licence_it_uses() -> None:
    notice = filled("copyright", site="www.debian.org", year="2026", mit=" The text.")
    paragraphs = [each for each in notice.split("\n\n") if each.strip()]
    used = {
        line.removeprefix("License: ")
        for each in paragraphs
        if each.startswith("Files:")
        for line in each.splitlines()
        if line.startswith("License: ")
    }
    explained = {
        each.splitlines()[0].removeprefix("License: ")
        for each in paragraphs
        if each.startswith("License:")
    }
    assert used == explained
    assert "LGPL-3" in used
