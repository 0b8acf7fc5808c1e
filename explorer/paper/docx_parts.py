"""Parts of DOCX that its package has no words for: language, heads, rules, numbering."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from explorer.paper.office import FAMILY

if TYPE_CHECKING:
    from docx.document import Document
    from docx.shape import InlineShape
    from docx.shared import Length
    from docx.table import Table, _Row  # pyright: ignore[reportPrivateUsage]
    from docx.text.paragraph import Paragraph

INK, GREY = "1A1A1A", "4A4A4A"
"""Colours of words on white: 17 to 1 and 9 to 1."""

_SIZES = {
    "Normal": 11, "Title": 22, "Heading 1": 16, "Heading 2": 13, "Heading 3": 12, "Heading 4": 11,
    "Caption": 10, "Note": 9.5, "Footer": 9,
}  # fmt: skip
"""Points of each style."""

_SPACED = {"Normal": 6, "Note": 3, "Caption": 3}
"""Points after a paragraph, where it is not the template's."""

_ABOVE_HEADINGS = 14

_COMPACT = 0.864
"""The share of the usual sizes in a compact paper: text has 9.5 points. Distances shrink more."""

_SMALLEST = 7.5
"""Points of letters in a table of many columns at least."""

_GREY_STYLES = ("Caption", "Note", "Footer")

_PAGE, _MARGIN = (21.0, 29.7), 2.0
"""Centimetres of a page of A4, and around its text."""

_LINE, _LONGEST, _PADDING = 80, 60, 4
"""Characters of a line of text, of a cell as far as it widens its column, and around its words."""

_RULE_DISTANCE = 22
"""Points from one line for writing to the next."""

_RULE = {"w:val": "single", "w:sz": "4", "w:space": "1", "w:color": "767676"}
_AFTER_BORDERS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr")
"""What the schema has after the borders of a paragraph, of that which stands here."""


def empty_document(language: str, *, is_compact: bool) -> "Document":
    """Return a document without blocks, in the look and language of a paper.

    ``is_compact``: Whether all of it is set smaller.

    Raises :class:`ImportError` if python-docx is missing.
    """
    from docx import Document
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(_PAGE[0]), Cm(_PAGE[1])
    section.left_margin = section.right_margin = Cm(_MARGIN)
    section.top_margin = section.bottom_margin = Cm(_MARGIN / 2 if is_compact else _MARGIN)
    styles: Any = document.styles
    styles.add_style("Note", WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    for name in _SIZES:
        _set_look(styles[name], name, _COMPACT if is_compact else 1)
    _set_language(styles.element, language)
    _set_foot(styles["Footer"])
    return document


def _set_look(style: Any, name: str, scale: float) -> None:
    from docx.shared import Pt, RGBColor

    style.font.size = Pt(_SIZES[name] * scale)
    style.font.color.rgb = RGBColor.from_string(GREY if name in _GREY_STYLES else INK)
    style.font.italic = False
    if name in _SPACED:
        style.paragraph_format.space_after = Pt(_SPACED[name] * scale**3)
    if name.startswith("Heading"):
        style.paragraph_format.space_before = Pt(_ABOVE_HEADINGS * scale**3)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(_named(f"w:{script}"), FAMILY)


def _set_language(styles: Any, language: str) -> None:
    for told in styles.iter(_named("w:lang")):
        told.set(_named("w:val"), language)


def _set_foot(style: Any) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT

    stops = style.paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(text_width(), WD_TAB_ALIGNMENT.RIGHT)


def text_width() -> "Length":
    """Return how wide text and pictures are."""
    from docx.shared import Cm

    return Cm(_PAGE[0] - 2 * _MARGIN)


def set_alternative(shape: "InlineShape", words: str) -> None:
    """Give a picture the text that stands for it, and no distance to the margin."""
    inline: Any = shape._inline  # pyright: ignore[reportPrivateUsage]
    inline.docPr.set("descr", words)
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")


def set_table_facts(table: "Table", caption: str, *, has_row_heads: bool) -> None:
    """Mark a table's head, which is repeated on each page, and say what the table is."""
    inner: Any = table._tbl  # pyright: ignore[reportPrivateUsage]
    facts = inner.tblPr
    look = facts.find(_named("w:tblLook"))
    look.attrib.clear()
    for name, is_so in {
        "firstRow": True,
        "lastRow": False,
        "firstColumn": has_row_heads,
        "lastColumn": False,
        "noHBand": True,
        "noVBand": True,
    }.items():
        look.set(_named(f"w:{name}"), str(int(is_so)))
    told = _element("w:tblCaption")
    told.set(_named("w:val"), caption)
    facts.append(told)
    for place, row in enumerate(inner.tr_lst):
        about = row.get_or_add_trPr()
        about.append(_element("w:cantSplit"))
        if place == 0:
            about.append(_element("w:tblHeader"))


def column_weights(rows: Sequence[Sequence[str]]) -> list[float]:
    """Return how wide each column is, in characters: no word breaks where all words have room.

    ``rows``: Each with as many cells. What is left of a line goes to columns of long texts.
    """
    columns = [*zip(*rows, strict=True)]
    words = [
        max(len(word) for cell in column for word in (*cell.split(), "")) for column in columns
    ]
    texts = [min(max(map(len, column)), _LONGEST) for column in columns]
    least = [word + _PADDING for word in words]
    wishes = [max(text - word, 0) for text, word in zip(texts, words, strict=True)]
    left = max(_LINE - sum(least), 0)
    share = min(1.0, left / sum(wishes)) if sum(wishes) else 0.0
    return [each + wish * share for each, wish in zip(least, wishes, strict=True)]


def set_widths(table: "Table", rows: Sequence[Sequence[str]]) -> None:
    """Give the columns of a table the widths that their texts need, in smaller letters if many."""
    from docx.shared import Length

    weights = column_weights(rows)
    for place, weight in enumerate(weights):
        width = Length(round(text_width() * weight / sum(weights)))
        table.columns[place].width = width
        for cell in table.columns[place].cells:
            cell.width = width
    if sum(weights) > _LINE:
        _set_smaller(table, _LINE / sum(weights))


def _set_smaller(table: "Table", share: float) -> None:
    """Set the letters of a table to a share of the usual size, as far as they can be read."""
    from docx.shared import Pt

    part: Any = table.part
    usual = part.document.styles["Normal"].font.size
    size = Pt(max(_SMALLEST, round(2 * usual.pt * share) / 2))
    for cell in table._cells:  # pyright: ignore[reportPrivateUsage]  # the rest is quadratic
        for run in cell.paragraphs[0].runs:
            run.font.size = size


def set_roomy(row: "_Row") -> None:
    """Give a row of a table height to write in."""
    from docx.shared import Cm

    row.height = Cm(0.75)


def set_gap(paragraph: "Paragraph") -> None:
    """Make an empty paragraph a small distance, as tables have none after them."""
    from docx.shared import Pt

    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(_SPACED["Normal"])


def set_ruled(paragraphs: Sequence["Paragraph"]) -> None:
    """Draw a line to write on under each of some empty paragraphs."""
    from docx.shared import Pt

    last = len(paragraphs) - 1
    for place, paragraph in enumerate(paragraphs):
        paragraph.paragraph_format.space_after = Pt(_SPACED["Normal"] if place == last else 0)
        paragraph.paragraph_format.line_spacing = Pt(_RULE_DISTANCE)
        facts: Any = paragraph._p.get_or_add_pPr()  # pyright: ignore[reportPrivateUsage]
        borders = _element("w:pBdr")
        for side in ("w:bottom", "w:between"):
            border = _element(side)
            for name, value in _RULE.items():
                border.set(_named(name), value)
            borders.append(border)
        facts.insert_element_before(borders, *_AFTER_BORDERS)


def set_page_number(paragraph: "Paragraph") -> None:
    """Add the number of the page to a paragraph, as a field that is worked out when shown."""
    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        run: Any = paragraph.add_run()._r  # pyright: ignore[reportPrivateUsage]
        if kind:
            mark = _element("w:fldChar")
            mark.set(_named("w:fldCharType"), kind)
        else:
            mark = _element("w:instrText")
            mark.text = words
        run.append(mark)


def start_numbering(document: "Document", paragraphs: Sequence["Paragraph"]) -> None:
    """Have a list begin at 1, whatever lists stand before it."""
    style: Any = document.styles["List Number"].element
    numbering: Any = document.part.numbering_part.element
    used = style.pPr.numPr.numId.val
    kind = next(each for each in numbering.num_lst if each.numId == used).abstractNumId.val
    own = numbering.add_num(kind)
    own.add_lvlOverride(ilvl=0).add_startOverride(1)
    for paragraph in paragraphs:
        facts: Any = paragraph._p.get_or_add_pPr()  # pyright: ignore[reportPrivateUsage]
        place = facts.get_or_add_numPr()
        place.get_or_add_ilvl().val = 0
        place.get_or_add_numId().val = own.numId


def _element(name: str) -> Any:
    from docx import oxml

    library: Any = oxml
    return library.OxmlElement(name)


def _named(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(name)
