"""What a case adds to the pages of the guide, which speak of every case alike."""

from typing import Annotated

from pydantic import Field

from explorer.model.limits import MOST_WORDS
from explorer.model.quantity import Frozen, Identifier, Text


class PageNote(Frozen):
    """Plain paragraphs that stand at the end of one page of the guide, under a heading of theirs.

    ``page`` is the page's id. A page that this version of the program does not have is passed
    over, so that a case can be read by older and newer ones.
    """

    page: Identifier
    words: Annotated[tuple[Text, ...], Field(min_length=1, max_length=MOST_WORDS)]
