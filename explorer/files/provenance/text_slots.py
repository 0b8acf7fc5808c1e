"""Provenance in formats that are text: between two marks, of which each format has its own."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from explorer.model.provenance import UNSEALED

NAME = "dealzone-provenance"
"""What the place of a record is called in every format."""

XMP_BEGIN = (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
    'rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dz="https://dealzone.invalid/provenance/1/">'
)
XMP_END = '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
"""What stands around the record in the metadata of a PDF."""

_SEAL = re.compile(rb'("+seal"+:"+)([0-9a-f]{64})("+)')

_SIGNS = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


@dataclass(frozen=True, slots=True)
class TextSlot:
    """Where a record lies in a format that is text.

    ``begin`` and ``end`` stand around it, ``place`` returns the content with what it is handed at
    the right place, and ``doubles_quotes`` tells whether quotation marks are doubled in it.
    """

    begin: bytes
    end: bytes
    place: Callable[[bytes, bytes], bytes]
    doubles_quotes: bool = False

    def embedded(self, content: bytes, text: str) -> bytes:
        """Return the content with a record in its slot, in place of any that was there."""
        told = text.replace('"', '""') if self.doubles_quotes else text
        slot = self.begin + told.encode("ascii") + self.end
        found = self._found(content)
        if found is None:
            return self.place(content, slot)
        return content[: found[0]] + slot + content[found[1] :]

    def record(self, content: bytes) -> str | None:
        """Return the text of the record, or None if there is none."""
        found = self._found(content)
        if found is None:
            return None
        text = content[found[0] + len(self.begin) : found[1] - len(self.end)]
        told = text.decode("ascii", "replace")
        return told.replace('""', '"') if self.doubles_quotes else told

    def without_record(self, content: bytes) -> bytes:
        """Return the content without its slot."""
        found = self._found(content)
        return content if found is None else content[: found[0]] + content[found[1] :]

    def whole(self, content: bytes) -> bytes:
        """Return what the seal is worked out of: everything, with no seal in the slot."""
        found = self._found(content)
        if found is None:
            return content
        slot = unsealed(content[found[0] : found[1]])
        return content[: found[0]] + slot + content[found[1] :]

    def _found(self, content: bytes) -> tuple[int, int] | None:
        start = content.rfind(self.begin)
        if start < 0:
            return None
        end = content.find(self.end, start + len(self.begin))
        return None if end < 0 else (start, end + len(self.end))


def unsealed(record: bytes) -> bytes:
    """Return a record's bytes with noughts in place of its seal."""
    return _SEAL.sub(rb"\g<1>" + UNSEALED.encode() + rb"\g<3>", record)


def xmp(title: str, about: str, text: str) -> bytes:
    """Return the metadata of a PDF that holds a record.

    ``title``, ``about``: Words for whoever looks at them; ``text``: the record.
    """
    words = "".join(
        f'<dc:{name}><rdf:Alt><rdf:li xml:lang="x-default">{_escaped(said)}</rdf:li></rdf:Alt>'
        f"</dc:{name}>"
        for name, said in (("title", title), ("description", about))
    )
    slot = f"<dz:provenance>{text}</dz:provenance>"
    return (XMP_BEGIN + words + slot + XMP_END).encode("utf-8", "replace")


def _escaped(words: str) -> str:
    return "".join(_SIGNS.get(sign, sign) for sign in words)


def _before(mark: bytes) -> Callable[[bytes, bytes], bytes]:
    """Return what puts a slot before the last mark of a content, or at its end."""

    def place(content: bytes, slot: bytes) -> bytes:
        at = content.rfind(mark)
        at = len(content) if at < 0 else at
        return content[:at] + slot + b"\n" + content[at:]

    return place


def _at_end(content: bytes, slot: bytes) -> bytes:
    return content + slot


def _after_description(content: bytes, slot: bytes) -> bytes:
    """Return an SVG with a slot after its title and description, or else after its first tag."""
    at = content.find(b"</desc>") + len(b"</desc>")
    if at < len(b"</desc>"):
        at = content.find(b">", content.find(b"<svg")) + 1
    return content[:at] + b"\n" + slot + content[at:]


SVG = TextSlot(f'<metadata id="{NAME}">'.encode(), b"</metadata>", _after_description)
HTML = TextSlot(
    f'<script type="application/json" id="{NAME}">'.encode(),
    b"</script>",
    _before(b"</body>"),
)
MARKDOWN = TextSlot(f"<!-- {NAME} ".encode(), b" -->\n", _at_end)
GIFT = TextSlot(f"// {NAME} ".encode(), b"\n", _at_end)
CSV = TextSlot(f'"# {NAME} '.encode(), b' #"\r\n', _at_end, doubles_quotes=True)
PDF = TextSlot(b"<dz:provenance>", b"</dz:provenance>", _at_end)
