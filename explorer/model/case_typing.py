"""Values of a case as they are typed: shown as text, and read back from it.

What cannot be read stays as it was typed, so that nothing is lost and the checks say what is wrong.
"""

import re
from typing import cast

from explorer.model.case_shape import Shape

_FRACTION = re.compile(r"-?(\d{1,15}(\.\d{0,20})?|\.\d{1,20})(e-\d{1,2})?", re.ASCII)
"""A number as people write one, or as a program writes one that is very small."""

_BETWEEN = re.compile(r"[,;\s]+")


def shown(shape: Shape, value: object) -> str:
    """Return a value as the text of a field: lists of texts in lines, lists of numbers in one."""
    if value is None:
        return ""
    if isinstance(value, list):
        items = cast("list[object]", value)
        inner = shape if shape.item is None else shape.item
        between = ", " if inner.kind in ("number", "whole") else "\n"
        return between.join(shown(inner, each) for each in items)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def typed(shape: Shape, text: str) -> object:
    """Return the value that a text stands for; the text itself where it stands for none."""
    if shape.kind == "list" and shape.item is not None:
        return _typed_list(shape.item, text)
    words = text.strip()
    if shape.is_nullable and not words:
        return None
    if shape.kind in ("number", "whole"):
        return _typed_number(words)
    if shape.kind in ("flag", "setting") and words.casefold() in ("yes", "no"):
        return words.casefold() == "yes"
    if shape.kind == "setting":
        return _typed_number(words)
    return text if shape.kind == "text" else words


def _typed_list(item: Shape, text: str) -> object:
    if item.kind in ("number", "whole"):
        return [_typed_number(each) for each in _BETWEEN.split(text.strip()) if each]
    return [typed(item, line) for line in text.splitlines() if line.strip()]


def _typed_number(words: str) -> object:
    plain = words.replace("\N{MINUS SIGN}", "-")
    if re.fullmatch(r"-?\d{1,15}", plain, re.ASCII):
        return int(plain)
    if _FRACTION.fullmatch(plain):
        number = float(plain)
        return int(number) if number.is_integer() else number
    return words
