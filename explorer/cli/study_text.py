"""Studies in words: what they vary, how large they are, how far they have come."""

from explorer.cli.text_table import Column, paragraph, plain_rows, text_table
from explorer.figures.study_form import combine_words, factor_title, output_words, ways_words
from explorer.figures.study_words import bytes_words, rows_words, time_words
from explorer.files.result_record import Record
from explorer.files.study_file import study_record
from explorer.model.study import Progress
from explorer.model.study_check import way_count
from explorer.model.study_rows import RowsHead, StudySize
from explorer.model.wording import tr
from explorer.studies.designed.design import Design


def described_text(design: Design, size: StudySize, workers: int, *, width: int) -> str:
    """Return what a study is and how large."""
    plan = design.plan
    facts = [
        (tr("Case"), f"{design.case.id} {design.case.version}"),
        (tr("Starts"), ", ".join(start.id for start in plan.starts)),
        (tr("Combined"), combine_words(plan.combine.kind)),
        (tr("Rows"), _rows_text(design)),
        (tr("Kept"), ", ".join(output_words(kind) for kind in plan.outputs)),
        (tr("Columns"), f"{len(design.columns):,}"),
        (tr("Space"), tr("{size} while it runs", size=bytes_words(size.bytes))),
        (tr("Time"), _time_text(size, workers)),
        (tr("Limit"), rows_words(plan.limit)),
    ]
    lines = [*paragraph(plan.name, width=width)]
    for text in (plan.question, plan.notes):
        lines += paragraph(text, width=width) if text else ()
    lines += ["", *plain_rows(facts, width=width)]
    if plan.factors:
        lines += ["", *_factors(design, width)]
    return "\n".join(lines)


def described_record(design: Design, size: StudySize, workers: int) -> Record:
    """Return the same for JSON; times are seconds."""
    return {
        "study": study_record(design.plan),
        "case": {"id": design.case.id, "version": design.case.version},
        "rows": design.rows,
        "columns": [column.model_dump(mode="json") for column in design.columns],
        "bytes_per_row": size.bytes_per_row,
        "bytes": size.bytes,
        "seconds_per_row": size.seconds_per_row,
        "seconds": size.seconds(),
        "workers": workers,
        "seconds_with_workers": size.seconds(workers),
    }


def done_record(path: str, head: RowsHead) -> Record:
    """Return what was written, for JSON."""
    return {
        "file": path,
        "rows": head.rows,
        "columns": len(head.columns),
        "digest": head.digest,
        "case": head.case.model_dump(mode="json"),
        "program": head.program,
        "model": head.model,
    }


def refused_text(design: Design, size: StudySize, workers: int, limit: int) -> str:
    """Return why a study is not run unless that is confirmed, and how to confirm it."""
    return tr(
        "This study has {rows:,} rows, beyond the limit of {limit:,}: {time}, and {space} while "
        "it runs. Run it all the same with --limit {rows}, or give it fewer values.",
        rows=design.rows,
        limit=limit,
        time=_time_text(size, workers),
        space=bytes_words(size.bytes),
    )


def progress_text(progress: Progress, first: int, seconds: float) -> str:
    """Return how far a study has come, and how much time is left.

    ``first``: How many rows were done when this run began. ``seconds``: How long ago that was.
    """
    done = progress.done - first
    text = tr("{done:,} of {wanted:,} rows", done=progress.done, wanted=progress.wanted)
    if done <= 0:
        return text
    left = seconds * (progress.wanted - progress.done) / done
    return tr("{rows}, {time} left", rows=text, time=time_words(left))


def _rows_text(design: Design) -> str:
    parts = (
        (len(design.starts), tr("starts")),
        (design.settings, tr("settings")),
        (design.sets, tr("assumption sets")),
    )
    factors = [f"{count:,} {words}" for count, words in parts if count > 1]
    if len(factors) < 2:
        return f"{design.rows:,}"
    return tr("{rows:,}: {product}", rows=design.rows, product=" x ".join(factors))


def _time_text(size: StudySize, workers: int) -> str:
    alone = time_words(size.seconds())
    if workers == 1:
        return tr("{time} on one processor", time=alone)
    return tr(
        "{time} on one processor, {less} on {workers}",
        time=alone,
        less=time_words(size.seconds(workers)),
        workers=workers,
    )


def _factors(design: Design, width: int) -> tuple[str, ...]:
    case = design.case
    columns = (
        Column(tr("Varied"), wraps=True),
        Column(tr("Values"), is_number=True),
        Column(tr("How"), wraps=True),
    )
    rows = [
        (
            factor_title(case, factor),
            f"{way_count(factor, case):,}" if way_count(factor, case) else "",
            ways_words(case, factor),
        )
        for factor in design.plan.factors
    ]
    return text_table(columns, rows, width=width)
