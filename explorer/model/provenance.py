"""Provenance: what an export says of itself, so that others can recompute it from it alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field

PROVENANCE_FORMAT = "dealzone-provenance"
"""What a record of provenance says of itself in its field ``format``."""

PROVENANCE_VERSION = 1
"""The newest form of such records that this program knows."""

UNSEALED = "0" * 64
"""What stands in place of a seal while the seal is worked out."""

NOT_RECOMPUTED = "not_recomputed"
"""What of an export no model works out, in what was asked: the record says so itself."""

CLASS_ANSWERS = "answers of a class"
"""What a class agreed, noted and predicted: it stands in the record as it was told."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that an export tells: where it stands, in words, and what it says there."""

    place: str
    words: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """How an export came about.

    Attributes
    ----------
    kind
        What it is, such as "picture" or "report": that decides how it is recomputed.
    document
        The content of a document: case and version, day, all settings, changed assumptions and
        structure, seed, and the case itself if it does not come with the program.
    asked
        What was chosen besides: the view with its choices, or the form of a report.
    items
        What the export tells, for formats from which it cannot be read back.
    drawn
        The words of a drawing, one by one, which depend on the letters of the machine.
    as_of
        The day at which the scenario stands, as in 2025-10-23, or "".
    code
        The scenario as a short text that the window takes.
    program, model
        The versions that made it.
    seal
        A SHA-256 of the whole file, in 64 hexadecimal digits.
    """

    kind: str
    document: Mapping[str, object] = field(repr=False)
    asked: Mapping[str, object] = field(default_factory=dict[str, object])
    items: tuple[Item, ...] = field(default=(), repr=False)
    drawn: tuple[str, ...] = field(default=(), repr=False)
    as_of: str = ""
    code: str = ""
    program: str = ""
    model: str = ""
    seal: str = UNSEALED
