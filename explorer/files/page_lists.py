"""Lists and paragraphs of the guide's pages that are made of a case's or a record's data."""

from collections.abc import Iterator

from explorer.files.markdown_text import entries
from explorer.model.case import Case
from explorer.model.outlook import LeadTime, MeetingRules
from explorer.model.record import Index, IndexPart, Record
from explorer.model.wording import tr, tr_n


def limit_lines(case: Case) -> str:
    """Return what a case says that it leaves out."""
    return entries(case.limits)


def gauge_lines(case: Case) -> str:
    """Return what each gauge of a case holds against what, or a sentence that there is none."""
    if not case.gauges:
        return tr("This case has no gauge.")
    return entries(
        tr(
            "{name}: {purpose} It sets what {sender} has from “{mine}” against what {who} has "
            "from “{theirs}”.",
            name=gauge.name,
            purpose=gauge.purpose,
            sender=case.sender.short,
            mine=case.issue(gauge.sender_issue).name,
            who=case.stakeholder(gauge.stakeholder).name,
            theirs=case.issue(gauge.stakeholder_issue).name,
        )
        for gauge in case.gauges
    )


def term_lines(case: Case) -> str:
    """Return what levels bring stakeholders only together, or a sentence that there is nothing."""
    lines = [
        tr(
            "{who}, {name}: {points:g}, from {low:g} to {high:g}. {note}",
            who=who.short,
            name=term.name,
            points=term.points.value,
            low=term.points.low,
            high=term.points.high,
            note=term.points.note,
        )
        for who in case.stakeholders
        for term in who.terms
    ]
    return entries(lines) if lines else tr("This case has no such term.")


def meeting_lines(case: Case) -> str:
    """Return the rules by which a meeting is looked at, or a sentence that there are none."""
    rules = case.outlook
    if rules is None:
        return tr("This case has no rules for meetings, and the picture says so.")
    return entries((_entry_rule(case, rules), _time_rule(rules), *_gain_rules(rules)))


def _entry_rule(case: Case, rules: MeetingRules) -> str:
    return tr(
        "The terms exclude each other where “{most}” allows less than “{least}” asks "
        "for. {note} Leaders who all have a will of {show:g} or more meet anyway, for "
        "show.",
        most=case.control(rules.entry.most).name,
        least=case.control(rules.entry.least).name,
        note=rules.entry.note,
        show=rules.show_from.value,
    )


def _time_rule(rules: MeetingRules) -> str:
    times = sorted(rules.lead_times, key=lambda time: time.eager)
    return tr(
        "A will counts as eager from {from_:g} on. To arrange a meeting takes {times}.",
        from_=rules.eager_from.value,
        times=", ".join(_lead_words(each) for each in times),
    )


def _gain_rules(rules: MeetingRules) -> Iterator[str]:
    if rules.gains is not None:
        yield tr(
            "A side has little to gain where its best package brings it less than {much:g} of its "
            "own points, and nothing below {little:g}.",
            much=rules.gains.much_from.value,
            little=rules.gains.little_from.value,
        )


def _lead_words(time: LeadTime) -> str:
    days = tr_n("{n} day", "{n} days", round(time.days.value))
    if time.eager == 0:
        return tr("{days} where no will is eager", days=days)
    return tr_n("{days} where {n} is", "{days} where {n} are", time.eager, days=days)


def index_lines(case: Case, record: Record | None) -> str:
    """Return how the indices of a record are added up, or a sentence that there is no record."""
    if record is None:
        return tr("There is no record of the history of this case, and the picture says so.")
    return entries(_index_line(case, index) for index in record.indices)


def _index_line(case: Case, index: Index) -> str:
    parts = " + ".join(_part_words(part) for part in index.parts)
    return tr(
        "{control} = {parts}. Weak point: {weakness}",
        control=case.control(index.control).name,
        parts=parts,
        weakness=index.weakness,
    )


def _part_words(part: IndexPart) -> str:
    if part.shape == "root":
        return tr("{weight:g} × √{name}", weight=part.weight, name=part.name)
    return tr("{weight:g} × {name}", weight=part.weight, name=part.name)


def test_lines(record: Record | None) -> str:
    """Return the outside tests of a record, each with what it can show and what it cannot."""
    tests = () if record is None else record.tests
    if not tests:
        return tr("There are none for this case.")
    return entries(
        tr(
            "{name}: {claim} Caution: {caution}",
            name=each.name,
            claim=each.claim,
            caution=each.caution,
        )
        for each in tests
    )


def year_span(record: Record | None) -> str:
    """Return the first and the last year of a record after a blank; empty without one."""
    return "" if record is None else f" {record.years[0].year}–{record.years[-1].year}"
