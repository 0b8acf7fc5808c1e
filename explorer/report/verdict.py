"""Whether an export still holds: read, worked out again, and compared number by number."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from pydantic import ValidationError

from explorer import __version__
from explorer.files.provenance.forms import FORMS, is_sealed, read_export, svg_texts
from explorer.files.provenance.record import document_of, fingerprint, read_record
from explorer.files.scenario_reading import spelt
from explorer.model.errors import FileError, ScenarioError
from explorer.model.provenance import CLASS_ANSWERS, NOT_RECOMPUTED, Item, Provenance
from explorer.model.version import MODEL_VERSION
from explorer.model.wording import tr
from explorer.report.verifiers import VERIFIERS, Export, Tell, Verifier, told, unheard

MOST_ALIGNED = 20_000
"""Items that are aligned where they differ in number; of more only the numbers are told."""

_NUMBER = re.compile(r"[-\N{MINUS SIGN}]?\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the export tells otherwise than it ought to.

    ``written`` is what the file says and ``computed`` what it should say; either is "" where
    there is nothing of the kind. ``numbers`` are the numbers that differ, as (written, computed).
    """

    place: str
    written: str
    computed: str
    numbers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """Versions of program, model and case, as they were and as they are here."""

    program: tuple[str, str]
    model: tuple[str, str]
    case: tuple[str, str]

    @property
    def is_same(self) -> bool:
        """Whether model and case are the same, so that every number must be."""
        return self.model[0] == self.model[1] and self.case[0] == self.case[1]


@dataclass(frozen=True, slots=True)
class Sample:
    """Of how many rows how many were worked out again, evenly spread over all of them."""

    taken: int
    rows: int

    @property
    def is_whole(self) -> bool:
        """Whether no row was left out."""
        return self.taken >= self.rows


@dataclass(frozen=True, slots=True)
class Verdict:
    """What holds of an export.

    Attributes
    ----------
    origin
        What the export says of itself.
    is_sealed
        Whether the file is byte for byte what was written.
    is_marked
        Whether its fingerprint is that of its scenario and question.
    made
        The versions that it was made with, and those here.
    compared
        How many things were worked out again.
    differences
        Those that came out otherwise.
    problems
        What of the document in the export is not understood, a line for each.
    is_recomputed
        Whether what it tells was worked out again; else only the seal was looked at.
    sample
        Which rows of a study were worked out again; None where there are none.
    """

    origin: Provenance
    is_sealed: bool
    is_marked: bool
    made: Made
    compared: int
    differences: tuple[Difference, ...]
    problems: tuple[str, ...] = ()
    sample: Sample | None = None
    is_recomputed: bool = True

    @property
    def takes_class_answers(self) -> bool:
        """Whether what a class answered was taken from the record: no model works that out."""
        given = self.origin.asked.get(NOT_RECOMPUTED)
        return isinstance(given, list) and CLASS_ANSWERS in given

    @property
    def holds(self) -> bool:
        """Whether nothing was altered, and everything that can be worked out is as written."""
        return self.is_sealed and self.is_marked and not self.differences and not self.problems


def verify(
    path: Path, verifiers: Mapping[str, Verifier] = VERIFIERS, tell: Tell = unheard
) -> Verdict:
    """Return what holds of an export, worked out from the file alone.

    Parameters
    ----------
    path
        The file.
    verifiers
        What works exports out again, by their kind.
    tell
        Hears in words how far a long one is.

    Raises
    ------
    FileError
        If it cannot be read, says nothing of where it comes from, or would do harm.
    """
    content, suffix, name = read_export(path), path.suffix.lower(), str(path)
    _read_ahead(content, suffix, tell)
    text = FORMS[suffix].record(content)
    if text is None:
        raise FileError(
            tr(
                "{name} says nothing of where it comes from: it was not exported by this program, "
                "or another program saved it again without that.",
                name=name,
            )
        )
    origin, claimed = read_record(text, name)
    opened = document_of(origin, name)
    work_out = verifiers.get(origin.kind)
    if work_out is None:
        raise FileError(
            tr(
                '{name} is a "{kind}", which this version cannot work out again.',
                name=name,
                kind=spelt(origin.kind),
            )
        )
    expected = _worked_out(work_out, Export(opened.document, origin, suffix, tell), name)
    found = origin.items or told(content, suffix)
    drawn = _redrawn(content, suffix, origin)
    case_version = opened.document.case.version
    return Verdict(
        origin,
        is_sealed=is_sealed(content, suffix, origin),
        is_marked=fingerprint(origin) == claimed,
        made=Made(
            (origin.program, __version__),
            (origin.model, MODEL_VERSION),
            (opened.made_with.case_version, case_version),
        ),
        compared=0 if expected is None else len(expected),
        differences=(*_compared(found, expected, suffix), *drawn),
        problems=opened.problems,
        is_recomputed=expected is not None,
    )


def _read_ahead(content: bytes, suffix: str, tell: Tell) -> None:
    read = FORMS[suffix].read_ahead
    if read is not None:
        read(content, lambda share: tell(tr("{share:.0%} of the file read", share=share)))


def _worked_out(work_out: Verifier, export: Export, name: str) -> tuple[Item, ...] | None:
    """Return what an export ought to tell; raises :class:`FileError` if that makes no sense."""
    try:
        return work_out(export)
    except (ScenarioError, ValidationError) as error:
        reason = tr("{name}: what was exported is not understood.", name=name)
        raise FileError(f"{reason}\n{error}") from error


def _compared(
    found: tuple[Item, ...], expected: tuple[Item, ...] | None, suffix: str
) -> tuple[Difference, ...]:
    if expected is None:
        return ()
    if suffix != ".xlsx":
        return differences(found, expected)
    # A cell is known by its place, whether others are there or not.
    ours = {each.place: each for each in found}
    theirs = {each.place: each for each in expected}
    pairs = [(ours.get(place), theirs.get(place)) for place in {**theirs, **ours}]
    return tuple(
        _difference(*pair)
        for pair in pairs
        if pair[0] is None or pair[1] is None or pair[0].words != pair[1].words
    )


def differences(found: tuple[Item, ...], expected: tuple[Item, ...]) -> tuple[Difference, ...]:
    """Return what an export tells otherwise than it ought to, in its order."""
    if len(found) == len(expected):
        pairs = zip(found, expected, strict=True)
        return tuple(_difference(*pair) for pair in pairs if pair[0].words != pair[1].words)
    return tuple(_aligned(found, expected))


def _aligned(found: tuple[Item, ...], expected: tuple[Item, ...]) -> Iterator[Difference]:
    """Yield what differs between items of which some have nothing that answers to them."""
    if max(len(found), len(expected)) > MOST_ALIGNED:
        counts = tr("{n} things", n=len(found)), tr("{n} things", n=len(expected))
        yield Difference(tr("the whole file"), *counts)
        return
    ours, theirs = [each.words for each in found], [each.words for each in expected]
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for tag, start, end, other, last in matcher.get_opcodes():
        if tag == "equal":
            continue
        written, computed = found[start:end], expected[other:last]
        for place in range(max(len(written), len(computed))):
            one = written[place] if place < len(written) else None
            two = computed[place] if place < len(computed) else None
            yield _difference(one, two)


def _difference(found: Item | None, expected: Item | None) -> Difference:
    place = (found or expected or Item("", "")).place
    written = "" if found is None else found.words
    computed = "" if expected is None else expected.words
    ours, theirs = _NUMBER.findall(written), _NUMBER.findall(computed)
    numbers: tuple[tuple[str, str], ...] = ()
    if len(ours) == len(theirs):
        pairs = zip(ours, theirs, strict=True)
        numbers = tuple(pair for pair in pairs if pair[0] != pair[1])
    return Difference(place, written, computed, numbers)


def _redrawn(content: bytes, suffix: str, origin: Provenance) -> Iterator[Difference]:
    """Yield what a drawing says in other words than those that were drawn."""
    if suffix != ".svg":
        return
    now = [Item(tr("drawn text {n}", n=n), each) for n, each in enumerate(svg_texts(content), 1)]
    then = [Item("", each) for each in origin.drawn]
    yield from differences(tuple(now), tuple(then))
