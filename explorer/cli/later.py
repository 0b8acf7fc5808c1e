"""What came after the day of a case, as text and as a record."""

import argparse

from explorer.cli.parser_parts import command_parser
from explorer.files.handbook import Page
from explorer.files.later_page import LATER, later_markdown, later_title
from explorer.files.result_record import Record
from explorer.model.case import Case
from explorer.model.later_facts import later_entries
from explorer.model.wording import tr


def later_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone later``."""
    return command_parser(
        "dealzone later",
        tr(
            "Print what became known after the day of the case. Nothing of it enters values, "
            "backgrounds or limits."
        ),
        ("dealzone later", "dealzone later --json"),
        usage="dealzone later [--case FILE] [--json]",
    )


def later_page(case: Case) -> Page:
    """Return the page that the text is made of."""
    return Page(LATER, later_title(), later_markdown(case))


def later_record(case: Case) -> Record:
    """Return the same for JSON; ``outcome_of`` names the window that an entry closes."""
    return {
        "case": case.id,
        "as_of": None if case.as_of is None else case.as_of.isoformat(),
        "later": [
            {
                "date": entry.day.isoformat(),
                "words": entry.words,
                "source": entry.source_id,
                "source_title": entry.source,
                "outcome_of": entry.outcome_of or None,
            }
            for entry in later_entries(case)
        ],
    }
