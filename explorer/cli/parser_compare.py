"""The words of ``dealzone compare``: its options, their meanings and examples."""

import argparse

from explorer.cli.examples import compare_examples
from explorer.cli.parser_parts import add_drawing, command_parser
from explorer.model.case import Case
from explorer.model.wording import tr


def compare_parser(case: Case) -> argparse.ArgumentParser:
    """Return the parser of ``dealzone compare``; the case gives the examples their ids."""
    parser = command_parser(
        "dealzone compare",
        tr(
            "Say how the second scenario, and the third if there is one, differ from the first:\n"
            "settings that differ and zones that differ."
        ),
        compare_examples(case),
        usage="dealzone compare FIRST SECOND [THIRD] [--json] [-o FILE] [options]",
    )
    group = parser.add_argument_group(tr("scenarios"))
    meaning = tr(
        "a preset's id, a .dealzone document, or a case file, whose default preset is taken"
    )
    group.add_argument("first", metavar="FIRST", help=tr("what the others are compared with"))
    group.add_argument("second", metavar="SECOND", help=meaning)
    group.add_argument(
        "third", metavar="THIRD", nargs="?", help=tr("one more of the same kind (default: none)")
    )
    add_drawing(
        parser,
        tr("page"),
        tr(
            "draw the boards side by side and what differs on one page; the name ends in .png, "
            ".svg or .pdf (default: no page)"
        ),
    )
    return parser
