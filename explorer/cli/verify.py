"""The command ``verify``: whether an exported file still holds, worked out from it alone."""

import argparse
from pathlib import Path

from explorer.cli.parser_parts import Parser, add_general, add_json
from explorer.cli.text_table import paragraph
from explorer.files.result_record import Record
from explorer.model.provenance import CLASS_ANSWERS
from explorer.model.wording import tr, tr_n
from explorer.report.study_verdict import SAMPLE_ROWS
from explorer.report.verdict import Difference, Sample, Verdict

MOST_DIFFERENCES = 20
"""Differences that are printed; the JSON has them all."""

LONGEST_QUOTE = 120
"""Characters of what the file says that a line repeats."""

INDENT = "  "


def verify_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone verify``."""
    parser = Parser(
        "dealzone verify",
        tr(
            "Work an exported file out again from what it says of itself, and say what still\n"
            "holds, to the number. The exit code is 0 if all does, and 2 if anything does not."
        ),
        (
            "dealzone verify board.png",
            "dealzone verify brief.html table.csv --json",
            "dealzone verify results.parquet --all",
        ),
        usage="dealzone verify FILE [FILE ...] [options]",
    )
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help=tr(
            "a picture, table, page, report, handout, results of a study or JSON that this program "
            "exported"
        ),
    )
    parser.add_argument(
        "--all",
        action="store_true",
        help=tr(
            "work out every row of a study's results (default: of more than {n:,} rows so many, "
            "evenly spread)",
            n=SAMPLE_ROWS,
        ),
    )
    add_json(parser)
    add_general(parser)
    return parser


def verdict_record(path: Path, found: Verdict) -> Record:
    """Return a verdict as a record for JSON."""
    made = found.made
    return {
        "file": str(path),
        "holds": found.holds,
        "kind": found.origin.kind,
        "sealed": found.is_sealed,
        "fingerprint": found.is_marked,
        "as_of": found.origin.as_of,
        "scenario_code": found.origin.code,
        "made_with": {"program": made.program[0], "model": made.model[0], "case": made.case[0]},
        "here": {"program": made.program[1], "model": made.model[1], "case": made.case[1]},
        "worked_out": found.is_recomputed,
        "compared": found.compared,
        "not_recomputed": [CLASS_ANSWERS] if found.takes_class_answers else [],
        "rows": _sample_record(found.sample),
        "differences": [
            {
                "place": each.place,
                "written": each.written,
                "computed": each.computed,
                "numbers": [{"written": one, "computed": two} for one, two in each.numbers],
            }
            for each in found.differences
        ],
        "problems": list(found.problems),
    }


def _sample_record(sample: Sample | None) -> Record | None:
    return None if sample is None else {"worked_out": sample.taken, "of": sample.rows}


def verdict_text(path: Path, found: Verdict, *, width: int) -> str:
    """Return a verdict in lines of at most ``width`` characters."""
    lines = [*paragraph(tr("{path}: {verdict}", path=path, verdict=_verdict(found)), width=width)]
    sentences = (
        *_seal_words(found),
        *_version_words(found),
        *_sample_words(found),
        *([tr("Not recomputed: answers of a class.")] if found.takes_class_answers else []),
        *found.problems,
        *(_difference_words(each) for each in found.differences[:MOST_DIFFERENCES]),
    )
    for sentence in sentences:
        lines += paragraph(sentence, width=width, indent=INDENT, hanging=INDENT)
    more = len(found.differences) - MOST_DIFFERENCES
    if more > 0:
        lines.append(INDENT + tr("and {n} more; --json lists them all", n=more))
    return "\n".join(lines)


def _verdict(found: Verdict) -> str:
    if not found.is_recomputed:
        only = tr("Only its seal was checked: what it says cannot be worked out from its record.")
        if found.holds:
            return tr("is as it was written. {only}", only=only)
        return tr("does not hold. {only}", only=only)
    compared = tr_n(
        "{n} number or sentence was worked out again",
        "{n} numbers and sentences were worked out again",
        found.compared,
    )
    if found.holds:
        return tr("holds. {compared}, and all are as written.", compared=compared)
    if not found.differences:
        return tr("does not hold. {compared}; all are as written, but:", compared=compared)
    return tr(
        "does not hold. {compared}; {differ}:",
        compared=compared,
        differ=tr_n("{n} differs", "{n} differ", len(found.differences)),
    )


def _seal_words(found: Verdict) -> list[str]:
    words: list[str] = []
    if not found.is_sealed:
        words.append(tr("The file was altered after it was written: its seal does not fit."))
    if not found.is_marked:
        words.append(tr("Its fingerprint is not that of the scenario and question in it."))
    return words


def _sample_words(found: Verdict) -> list[str]:
    if found.sample is None:
        return []
    if found.sample.is_whole:
        return [
            tr_n(
                "{n} row was worked out again.",
                "All {n} rows were worked out again.",
                found.sample.taken,
            )
        ]
    taken = tr(
        "{n:,} of {rows:,} rows, evenly spread, were worked out again.",
        n=found.sample.taken,
        rows=found.sample.rows,
    )
    if found.is_sealed:
        return [tr("{taken} The others are as they were written.", taken=taken)]
    return [tr("{taken} Others may be altered: --all works out every row.", taken=taken)]


def _version_words(found: Verdict) -> list[str]:
    made = found.made
    names = (tr("program"), tr("model"), tr("case"))
    pairs = (made.program, made.model, made.case)
    return [
        tr("Made with {what} {then}; here it is {now}.", what=name, then=pair[0], now=pair[1])
        for name, pair in zip(names, pairs, strict=True)
        if pair[0] != pair[1]
    ]


def _difference_words(each: Difference) -> str:
    if not each.computed:
        return tr(
            "{place}: “{words}” should not be there.", place=each.place, words=_cut(each.written)
        )
    if not each.written:
        return tr("{place}: “{words}” is missing.", place=each.place, words=_cut(each.computed))
    if each.numbers:
        numbers = tr("; ").join(
            tr("{written} stands where {computed} belongs", written=one, computed=two)
            for one, two in each.numbers
        )
        return tr("{place}: {numbers}.", place=each.place, numbers=numbers)
    return tr(
        "{place}: “{written}” stands where “{computed}” belongs.",
        place=each.place,
        written=_cut(each.written),
        computed=_cut(each.computed),
    )


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE] + "…"
