"""Build hook: the readme as package indexes show it, and the addresses of the public repository."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

README = "README.md"

PICTURE = re.compile(r"^<img [^>]*>\n\n?", re.MULTILINE)
"""A picture on lines of its own."""

LOCAL_LINK = re.compile(r"\[(?P<text>[^\]]+)\]\((?!https?:)(?P<target>[^)]+)\)")
"""A Markdown link to a file of the repository."""


class MetadataHook(MetadataHookInterface):
    """Fills in ``readme`` and ``urls``."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Add both to the project's metadata, which is changed in place."""
        address = repository_address(os.environ)
        text = (Path(self.root) / README).read_text(encoding="utf-8")
        metadata["readme"] = {
            "content-type": "text/markdown",
            "text": index_readme(text, address),
        }
        metadata["urls"] = project_urls(address)


def repository_address(environment: Mapping[str, str]) -> str:
    """Return the address of the repository whose workflow builds this; empty elsewhere."""
    server, name = (environment.get(f"GITHUB_{each}", "") for each in ("SERVER_URL", "REPOSITORY"))
    return f"{server}/{name}" if server and name else ""


def project_urls(address: str) -> dict[str, str]:
    """Return the links that a package index shows beside the readme; none without an address."""
    if not address:
        return {}
    return {
        "Homepage": address,
        "Download": f"{address}/releases",
        "Documentation": f"{address}/tree/main/resources/handbook",
        "Source": address,
        "Issues": f"{address}/issues",
        "Changelog": f"{address}/blob/main/CHANGELOG.md",
    }


def index_readme(text: str, address: str) -> str:
    """Return a readme without what only works inside the repository.

    Pictures and links to files are relative, which an index cannot follow: pictures go, and links
    are given the repository's address, or, without one, become plain text.
    """
    replacement = rf"[\g<text>]({address}/blob/main/\g<target>)" if address else r"\g<text>"
    return LOCAL_LINK.sub(replacement, PICTURE.sub("", text))
