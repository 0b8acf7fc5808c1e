"""What can be read in an HTML file, piece by piece."""

from html.parser import HTMLParser

_HEADINGS = ("title", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "figcaption", "legend")
_PIECES = ("p", "li", "th", "td", "footer", "label", "button", "option", "summary", "dt", "dd")
_BLOCKS = frozenset((*_HEADINGS, *_PIECES))
"""Elements whose text is one piece."""

_UNSEEN = frozenset(("script", "style"))


class _Reader(HTMLParser):
    """Gathers the texts of blocks, and those that stand for pictures."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._words: list[str] = []
        self._unseen = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen = tag
        if tag in _BLOCKS:
            self.end_piece()
        if tag == "br":
            self._words.append(" ")
        if tag == "img":
            self.end_piece()
            self._words.append(dict(attrs).get("alt") or "")
            self.end_piece()

    def handle_endtag(self, tag: str) -> None:
        if tag == self._unseen:
            self._unseen = ""
        elif tag in _BLOCKS:
            self.end_piece()

    def handle_data(self, data: str) -> None:
        if self._unseen:
            if self._unseen == "script":
                self.pieces += [line for line in data.splitlines() if line.strip()]
        else:
            self._words.append(data)

    def end_piece(self) -> None:
        words = " ".join("".join(self._words).split())
        self._words.clear()
        if words:
            self.pieces.append(words)


def html_texts(text: str) -> tuple[str, ...]:
    """Return the words of an HTML file in their order; scripts and data line by line.

    Nothing is fetched or run; whatever is malformed is read as a browser would.
    """
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.end_piece()
    return tuple(reader.pieces)
