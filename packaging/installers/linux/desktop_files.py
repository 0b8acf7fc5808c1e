"""What a Linux desktop is told: menu entry, type of documents, icons, software centre."""

import re
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape

from installers import product
from installers.icons import DRAWINGS, picture
from installers.product import PACKAGING, ROOT
from installers.steps import demand

TEMPLATES = PACKAGING / "linux"
"""The files with gaps that names are put into."""

ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)
"""Sizes of icons beside the drawing that fits all, in pixels."""

_RELEASE = re.compile(
    r"^## (?P<version>\d+\.\d+\.\d+) \((?P<when>\d{4}-\d\d-\d\d|not yet released)\)\n"
    r"(?P<notes>(?:.*\n)*?)(?=^## |\Z)",
    re.MULTILINE,
)


def build_date() -> date:
    """Return the day that is written into everything built."""
    return datetime.fromtimestamp(product.SOURCE_DATE, UTC).date()


def filled(name: str, **more: str) -> str:
    """Return a template with all its gaps filled.

    Parameters
    ----------
    name
        Its file name in :data:`TEMPLATES`.
    **more
        What is put in beside the product's names.

    Raises
    ------
    KeyError
        If there is a gap that nothing fills.
    """
    template = Template((TEMPLATES / name).read_text(encoding="utf-8"))
    return template.substitute(
        name=product.NAME,
        command=product.COMMAND,
        package=product.PACKAGE,
        summary=product.SUMMARY,
        publisher=product.PUBLISHER,
        identifier=product.IDENTIFIER,
        mime=product.DOCUMENT_MIME,
        mime_icon=mime_icon(),
        suffix=product.DOCUMENT_SUFFIX,
        document_name=product.DOCUMENT_NAME,
        **more,
    )


def mime_icon() -> str:
    """Return the name of the documents' icon, as desktops derive it from the type."""
    return product.DOCUMENT_MIME.replace("/", "-")


def releases(changelog: str) -> str:
    """Return the releases of a changelog as AppStream wants them.

    A version that is not yet released is a development release of the day of the build.

    Raises
    ------
    BuildError
        If the changelog tells of no release.
    """
    found = list(_RELEASE.finditer(changelog))
    demand(bool(found), "CHANGELOG.md tells of no release such as `## 0.1.0 (2026-11-01)`.")
    return "\n".join(["  <releases>", *map(_release, found), "  </releases>"])


def _release(match: re.Match[str]) -> str:
    unreleased = match["when"] == "not yet released"
    kind, day = ("development", build_date()) if unreleased else ("stable", match["when"])
    notes = [line.removeprefix("- ") for line in match["notes"].splitlines() if line.strip()]
    items = "\n".join(f"          <li>{escape(line.replace('`', ''))}</li>" for line in notes)
    return (
        f'    <release version="{match["version"]}" date="{day}" type="{kind}">\n'
        f"      <description>\n        <ul>\n{items}\n        </ul>\n      </description>\n"
        "    </release>"
    )


def write_desktop_files(share: Path) -> None:
    """Write all of them into a folder such as ``/usr/share``.

    Raises
    ------
    BuildError
        If a drawing is missing.
    """
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    files = {
        f"applications/{product.COMMAND}.desktop": filled("dealzone.desktop"),
        f"mime/packages/{product.COMMAND}.xml": filled("document.xml"),
        f"metainfo/{product.IDENTIFIER}.metainfo.xml": filled(
            "metainfo.xml", releases=releases(changelog)
        ),
    }
    for name, text in files.items():
        path = share / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    write_icons(share / "icons" / "hicolor", "explorer", f"apps/{product.COMMAND}")
    write_icons(share / "icons" / "hicolor", "document", f"mimetypes/{mime_icon()}")


def write_icons(theme: Path, source: str, name: str) -> None:
    """Write an icon in every size into an icon theme.

    Parameters
    ----------
    theme
        The theme's folder.
    source
        The drawing's name in ``resources/icons``.
    name
        Its name in the theme, behind the size.

    Raises
    ------
    BuildError
        If the drawing is missing.
    """
    drawing = DRAWINGS / f"{source}.svg"
    demand(drawing.is_file(), f"{drawing} is missing.")
    pictures = {f"{size}x{size}": _png(drawing, size) for size in ICON_SIZES}
    files = {f"{size}/{name}.png": content for size, content in pictures.items()}
    files[f"scalable/{name}.svg"] = drawing.read_bytes()
    for file, content in files.items():
        (theme / file).parent.mkdir(parents=True, exist_ok=True)
        (theme / file).write_bytes(content)


def _png(drawing: Path, size: int) -> bytes:
    content = BytesIO()
    picture(drawing, size).save(content, "PNG", optimize=True)
    return content.getvalue()
