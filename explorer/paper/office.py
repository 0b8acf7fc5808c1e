"""What DOCX and PPTX share: the optional packages that write them, and facts of a document."""

from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

from explorer.model.errors import FileError
from explorer.model.wording import tr
from explorer.paper.words import shown_line

if TYPE_CHECKING:
    from collections.abc import Generator

AUTHOR = "Deal Zone Explorer"
EXTRA = "deal-zone-explorer[paper]"
"""What pip installs to have the optional packages too."""

FAMILY = "Arial"
"""Letters that every system has, or knows a stand-in for."""

LONGEST_FACT = 255
"""Characters of a fact that these formats keep about a document."""

_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - the formats take it as it is
"""When every document says that it was made, so that the same paper gives the same bytes."""


def tell_facts(facts: Any, title: str, foot: str, language: str) -> None:
    """Write what a document says of itself into its core properties, as both packages name them."""
    facts.title = shown_line(title)[:LONGEST_FACT]
    facts.subject = ""
    facts.comments = shown_line(foot)[:LONGEST_FACT]
    facts.language = language
    facts.author = facts.last_modified_by = AUTHOR
    facts.revision = 1
    facts.created = facts.modified = _MADE


@contextmanager
def needing(package: str) -> "Generator[None]":
    """Import an optional package within the block.

    Raises :class:`FileError` that says how to get it if it is missing.
    """
    try:
        yield
    except ImportError as error:
        raise FileError(
            tr(
                "This file needs the package {package}, which is missing. Install it with: pip "
                'install "{extra}"; or write a file that ends in .html.',
                package=package,
                extra=EXTRA,
            )
        ) from error
