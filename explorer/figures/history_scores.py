"""Scores of the check beside their baselines, and verdicts on the outside tests, in words."""

from collections.abc import Iterator

from explorer.figures.table import Number, Table
from explorer.model.case import Case
from explorer.model.record import Record
from explorer.model.record_result import HoldOutOutcome, RecordCheck, RecordFindings, Tally
from explorer.model.wording import tr, tr_n


def check_sentence(case: Case, record: Record, check: RecordCheck) -> str:
    """Return in how many answers model and record agree, beside what a yes to all would score.

    Refusals, both sides and both stretches of time stand apart, and last what it does not show.
    """
    return " ".join((*_score_sentences(case, record, check), record.warning))


def _score_sentences(case: Case, record: Record, check: RecordCheck) -> Iterator[str]:
    everything = check.tally("all")
    counts = {
        "hits": everything.hits,
        "total": everything.total,
        "yes": everything.always_yes,
    }
    if check.with_lines:
        yield tr(
            "With each period's red lines model and record agree in {hits} of {total} single "
            "answers; saying yes to everything would agree in {yes}.",
            **counts,
        )
    else:
        yield tr(
            "Without red lines model and record agree in {hits} of {total} single answers; "
            "saying yes to everything would agree in {yes}.",
            **counts,
        )
    refusals = check.tally("refusals")
    if refusals.total:
        yield tr(
            "Of {total} refusals the model finds {hits}: {sender} {sender_refusals}, {target} "
            "{target_refusals}.",
            hits=refusals.hits,
            total=refusals.total,
            sender=case.sender.short,
            target=case.target.short,
            sender_refusals=hits_text(check.tally("sender-refusals")),
            target_refusals=hits_text(check.tally("target-refusals")),
        )
    if record.hold_out is not None and check.tally("after").total:
        yield _split_sentence(check, record.hold_out.start)


def _split_sentence(check: RecordCheck, start: int) -> str:
    before, after = check.tally("before"), check.tally("after")
    return tr(
        "Before {start}: {before} (always yes {before_yes}); from {start} on: {after} (always yes "
        "{after_yes}).",
        start=start,
        before=hits_text(before),
        before_yes=before.always_yes,
        after=hits_text(after),
        after_yes=after.always_yes,
    )


def hits_text(tally: Tally) -> str:
    """Return a score such as "5 of 8"."""
    return tr("{hits} of {total}", hits=tally.hits, total=tally.total)


def yes_text(tally: Tally) -> str:
    """Return the score of a yes to everything, such as "18 of 26"."""
    return tr("{hits} of {total}", hits=tally.always_yes, total=tally.total)


def tally_name(case: Case, record: Record, tally: Tally) -> str:
    """Return what a tally counts."""
    start = 0 if record.hold_out is None else record.hold_out.start
    words = {"sender": case.sender.short, "target": case.target.short, "start": start}
    return {
        "all": tr("All answers"),
        "agreements": tr("Yes in the record"),
        "refusals": tr("No in the record"),
        "sender": tr("{sender}", **words),
        "target": tr("{target}", **words),
        "sender-refusals": tr("{sender}, no in the record", **words),
        "target-refusals": tr("{target}, no in the record", **words),
        "others": tr("Without answers to one's own proposal"),
        "confirmed": tr("Without what was only reported"),
        "before": tr("Before {start}", **words),
        "after": tr("From {start} on", **words),
    }[tally.id]


def score_columns() -> tuple[str, str, str]:
    """Return the heads of the three columns of scores."""
    return (tr("Answers"), tr("Model agrees"), tr("Always yes"))


def scores_table(
    case: Case, record: Record, check: RecordCheck, outcome: HoldOutOutcome | None
) -> Table:
    """Return every score beside its baseline, the hold-out as the caption."""
    return Table(
        caption=hold_out_words(record, check, outcome) or record.warning,
        columns=score_columns(),
        cells=tuple(
            (
                tally_name(case, record, tally),
                Number(tally.hits, hits_text(tally)),
                Number(tally.always_yes, yes_text(tally)),
            )
            for tally in check.tallies
        ),
    )


def hold_out_words(record: Record, check: RecordCheck, outcome: HoldOutOutcome | None) -> str:
    """Return what models chosen by the early answers give for the later ones, and a caution.

    Empty where no year is set apart.
    """
    if record.hold_out is None or outcome is None:
        return ""
    before, after = check.tally("before"), check.tally("after")
    found = tr(
        "Hold-out: of {models} models, made of every structure and of sets drawn from the ranges, "
        "the {best} that agree best before {start} ({before} of {before_total}, always yes "
        "{before_yes}) agree from then on in {after} of {after_total} on average; all models in "
        "{after_of_all}, always yes {after_yes}.",
        models=f"{outcome.models:,}",
        best=f"{outcome.best:,}",
        start=record.hold_out.start,
        before=outcome.before,
        before_total=before.total,
        before_yes=before.always_yes,
        after=f"{outcome.after:.1f}",
        after_total=after.total,
        after_of_all=f"{outcome.after_of_all:.1f}",
        after_yes=after.always_yes,
    )
    return f"{found} {record.hold_out.words}"


def outside_sentence(findings: RecordFindings) -> str:
    """Return what the outside tests show, each kind counted, and that they are weak."""
    verdicts = findings.verdicts
    defined, agreeing = verdicts.count("definition"), verdicts.count("direction")
    against = verdicts.count("against")
    parts = [
        tr_n(
            "{n} follows in part from a definition",
            "{n} follow in part from definitions",
            defined,
        )
        if defined
        else "",
        tr_n("{n} agrees in direction", "{n} agree in direction", agreeing) if agreeing else "",
        tr_n("{n} comes out against it", "{n} come out against it", against) if against else "",
    ]
    return tr(
        "Outside tests: {parts}. The weights were set without them, and each is weak.",
        parts="; ".join(filter(None, parts)),
    )


def verdict_words(verdict: str) -> str:
    """Return what an outside test shows, in a few words."""
    words = {
        "definition": tr("follows from the definition of the line"),
        "direction": tr("agrees in direction"),
        "against": tr("comes out against it"),
    }
    return words[verdict]
