"""The icons of Windows and the Mac show what the drawings show."""

from operator import sub
from pathlib import Path

import pytest
from icnsutil import ArgbImage, IcnsFile
from PIL import Image, ImageChops, ImageColor
from PIL.IcoImagePlugin import IcoImageFile

from explorer.ui.look.theme import DARK, LIGHT, Theme
from installers.icons import (
    DRAWINGS,
    ICONS,
    MAC_SIZES,
    MAC_TILE,
    NAMES,
    WINDOWS_SIZES,
    picture,
    windows_icon,
    write_mac_icon,
)
from installers.steps import BuildError

TOLERANCE = 24
"""How far a channel may differ, of 255: machines round edges differently."""


def largest_difference(first: Image.Image, second: Image.Image) -> int:
    """Return the largest difference of any channel of any pixel that can be seen."""
    both = [Image.alpha_composite(ground(each), each) for each in (first, second)]
    differences = ImageChops.difference(both[0].convert("RGB"), both[1].convert("RGB"))
    return max(channel[1] for channel in differences.getextrema())


def ground(image: Image.Image) -> Image.Image:
    """Return a white ground for a picture."""
    return Image.new("RGBA", image.size, "white")


def windows_parts(path: Path) -> dict[int, Image.Image]:
    """Return the pictures of a Windows icon by their width."""
    with Image.open(path) as icon:
        assert isinstance(icon, IcoImageFile)
        return {size[0]: icon.ico.getimage(size).convert("RGBA") for size in icon.ico.sizes()}


def mac_parts(path: Path, folder: Path) -> dict[str, Image.Image]:
    """Return the pictures of a Mac icon by the format's names for them."""
    parts: dict[str, Image.Image] = {}
    for key, content in IcnsFile(file=str(path)).media.items():
        written = folder / f"{key}.png"
        if content.startswith(b"ARGB"):
            ArgbImage(data=content).write_png(str(written))
        else:
            written.write_bytes(content)
        with Image.open(written) as image:
            parts[str(key)] = image.convert("RGBA")
    return parts


def share_of(name: str) -> float:
    """Return how much of a Mac icon a drawing takes."""
    return MAC_TILE if name == "explorer" else 1.0


@pytest.mark.parametrize("name", NAMES)
def test_the_windows_icon_in_the_repository_is_made_from_the_drawing(name: str) -> None:
    parts = windows_parts(ICONS / f"{name}.ico")
    assert sorted(parts) == sorted(WINDOWS_SIZES)
    for size, part in parts.items():
        assert largest_difference(part, picture(DRAWINGS / f"{name}.svg", size)) <= TOLERANCE


@pytest.mark.parametrize("name", NAMES)
def test_the_mac_icon_in_the_repository_is_made_from_the_drawing(name: str, tmp_path: Path) -> None:
    parts = mac_parts(ICONS / f"{name}.icns", tmp_path)
    assert {key: part.width for key, part in parts.items()} == MAC_SIZES
    for part in parts.values():
        drawn = picture(DRAWINGS / f"{name}.svg", part.width, share_of(name))
        assert largest_difference(part, drawn) <= TOLERANCE


@pytest.mark.parametrize("name", NAMES)
def test_the_mac_icon_is_sound(name: str) -> None:
    assert not list(IcnsFile.verify(str(ICONS / f"{name}.icns")))


def test_another_drawing_would_be_noticed() -> None:
    part = windows_parts(ICONS / "explorer.ico")[32]
    assert largest_difference(part, picture(DRAWINGS / "document.svg", 32)) > 4 * TOLERANCE


@pytest.mark.parametrize("name", NAMES)
def test_icons_made_twice_are_equal(name: str, tmp_path: Path) -> None:
    drawing = DRAWINGS / f"{name}.svg"
    assert windows_icon(drawing) == windows_icon(drawing)
    for each in ("first", "second"):
        write_mac_icon(tmp_path / f"{each}.icns", drawing, 1.0)
    assert (tmp_path / "first.icns").read_bytes() == (tmp_path / "second.icns").read_bytes()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", WINDOWS_SIZES)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.id)
def test_both_sides_and_the_zone_are_seen_at_every_size(name: str, size: int, theme: Theme) -> None:
    drawn = picture(DRAWINGS / f"{name}.svg", size)
    shown = Image.alpha_composite(Image.new("RGBA", drawn.size, theme.ground), drawn)
    pixels = [shown.getpixel((x, y)) for x in range(size) for y in range(size)]
    for colour in (LIGHT.sender, LIGHT.target, LIGHT.zone_fill):
        wanted = ImageColor.getrgb(colour)
        nearest = min(max(map(abs, map(sub, pixel, wanted))) for pixel in pixels)
        assert nearest <= 2 * TOLERANCE, colour


def test_the_corners_are_transparent() -> None:
    assert picture(DRAWINGS / "explorer.svg", 64).getpixel((0, 0)) == (0, 0, 0, 0)


@pytest.mark.qt_log_ignore("Cannot read file", extend=True)
def test_a_file_that_is_no_drawing_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.svg"
    broken.write_text("no drawing", encoding="utf-8")
    with pytest.raises(BuildError, match="not an SVG drawing"):
        picture(broken, 16)
