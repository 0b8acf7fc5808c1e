"""The record of the past beside the model as JSON."""

from explorer.model.episode import Episode
from explorer.model.record import Record, RecordYear
from explorer.model.record_result import CheckedProposal, RecordCheck, RecordFindings

Json = dict[str, object]


def year_record(record: Record, year: RecordYear, zones: tuple[int, int]) -> Json:
    """Return a year as JSON; ``zones`` count packages without and with the period's lines."""
    plain, drawn = zones
    return {
        "year": year.year,
        "indices": dict(year.indices),
        "confidence": dict(year.confidence),
        "inputs": dict(year.inputs),
        "words": {**record.period_of(year.year).words, **year.words},
        "judged": {**record.period_of(year.year).scales, **year.judged},
        "tempo": year.tempo,
        "period": record.period_of(year.year).id,
        "packages": {"no_lines": plain, "lines_of_the_period": drawn},
        "events": [event.words for event in record.events if event.year == year.year],
        "proposals": proposal_records(record, record.episodes_in(year.year)),
    }


def proposal_records(record: Record, episodes: tuple[Episode, ...]) -> list[Json]:
    """Return what was proposed in some episodes, with answers and sources."""
    return [
        {
            "id": proposal.id,
            "date": episode.start.isoformat(),
            "name": proposal.name,
            "levels": dict(proposal.levels),
            "accepted_by_sender": proposal.accepted_by_sender,
            "accepted_by_target": proposal.accepted_by_target,
            "sources": [record.source(id_).title for id_ in episode.sources],
        }
        for episode in episodes
        for proposal in episode.proposals
    ]


def check_record(check: RecordCheck) -> Json:
    """Return every single answer, and the scores beside their baselines."""
    return {
        "with_lines": check.with_lines,
        "hits": check.hits,
        "total": len(check.answers),
        "always_yes": check.tally("all").always_yes,
        "scores": {
            tally.id: {
                "hits": tally.hits,
                "total": tally.total,
                "always_yes": tally.always_yes,
            }
            for tally in check.tallies
        },
        "apart_from": check.apart_from,
        "answers": [
            {
                "proposal": each.proposal.id,
                "period": each.period.id,
                "role": single.role,
                "record": single.said_yes,
                "model": single.model_says_yes,
                "gain": single.gain,
                "broken_lines": list(single.broken_lines),
                "agrees": single.agrees,
                "own_proposal": each.proposal.made_by == single.role,
                "confirmed": each.proposal.is_confirmed,
                "readings": _reading_records(each, place),
            }
            for each in check.proposals
            for place, single in enumerate(each.answers)
        ],
    }


def _reading_records(each: CheckedProposal, place: int) -> list[Json]:
    return [
        {
            "name": read.reading.name,
            "levels": dict(read.reading.levels),
            "gain": read.answers[place].gain,
            "model": read.answers[place].model_says_yes,
        }
        for read in each.readings
    ]


def tests_record(findings: RecordFindings) -> list[Json]:
    """Return what the outside tests show."""
    lines: list[Json] = [
        {
            "id": outcome.test.id,
            "inside": outcome.is_inside,
            "inside_with_lines": outcome.is_inside_with_lines,
            "as_expected": outcome.is_as_expected,
            "verdict": outcome.verdict,
            "caution": outcome.test.caution,
        }
        for outcome in findings.line_tests
    ]
    sweeps: list[Json] = [
        {
            "id": outcome.test.id,
            "packages": {
                f"{value:g}": count
                for value, count in zip(outcome.values, outcome.packages, strict=True)
            },
            "lowest_at": outcome.lowest_at,
            "lowest_at_default": outcome.lowest_elsewhere,
            "as_expected": outcome.is_as_expected,
            "verdict": outcome.verdict,
            "caution": outcome.test.caution,
        }
        for outcome in findings.sweep_tests
    ]
    counts: list[Json] = [
        {
            "id": outcome.test.id,
            "packages": {"fewer": outcome.fewer, "more": outcome.more},
            "times": outcome.test.times,
            "as_expected": outcome.is_as_expected,
            "verdict": outcome.verdict,
            "caution": outcome.test.caution,
        }
        for outcome in findings.count_tests
    ]
    return lines + sweeps + counts
