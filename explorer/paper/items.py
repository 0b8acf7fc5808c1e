"""All that a paper tells, piece by piece, for formats from which it cannot be read back."""

from explorer.files.provenance.forms import pieces
from explorer.files.provenance.html_texts import html_texts
from explorer.model.provenance import Item
from explorer.paper.html import html_text
from explorer.paper.paper import Paper


def paper_items(paper: Paper) -> tuple[Item, ...]:
    """Return the words of a paper in their order, with those that stand for its pictures."""
    return pieces(html_texts(html_text(paper, is_vector=False)))
