"""The words of the command line: commands, options, their meanings, defaults and examples."""

import argparse
from collections.abc import Callable
from pathlib import Path

from explorer import __version__
from explorer.cli.argument_types import (
    LONGEST_LIMIT,
    MOST_STEPS,
    checked,
    choice_pair,
    size_type,
    text_scale,
    whole_number,
    within,
)
from explorer.cli.examples import picture_examples, solve_examples, window_examples
from explorer.cli.parser_parts import (
    Parser,
    ShowText,
    add_case,
    add_drawing,
    add_general,
    add_json,
    add_scenario,
    scenario_parser,
)
from explorer.cli.showing import add_shown
from explorer.model.case import Case
from explorer.model.level import LEVELS
from explorer.model.version import MODEL_VERSION
from explorer.model.wording import tr
from explorer.views.options import (
    LISTS,
    SELF_TEST_LIMIT,
    THEMES,
    TRACE_STEPS,
)
from explorer.views.registry import VIEW_IDS

FIRST_CONTROL = ""
"""What ``--trace-drag`` without an id says: the case's first leverage control."""


def window_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone [FILE]``, whose help also presents the commands."""
    parser = Parser(
        "dealzone",
        _introduction(),
        window_examples(),
        usage=tr("dealzone [FILE] [window options]\n       dealzone COMMAND ... [--help]"),
    )
    parser.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar="FILE",
        help=tr("the document to open in the window (default: the start page)"),
    )
    add_case(parser)
    add_look(parser)
    _add_trials(parser)
    add_general(parser)
    parser.add_argument(
        "--version",
        action=ShowText,
        const=tr(
            "Deal Zone Explorer {program}, model {model}",
            program=__version__,
            model=MODEL_VERSION,
        ),
        help=tr("show the versions of program and model, and exit"),
    )
    return parser


def solve_parser(case: Case) -> argparse.ArgumentParser:
    """Return the parser of ``dealzone solve``; the case gives the examples their ids."""
    parser = scenario_parser(
        "dealzone solve",
        tr(
            "Compute the deal zones of a scenario: how many packages both sides prefer "
            "to no deal,\nwhat the board shows, and the solutions. An empty zone is an "
            "answer too."
        ),
        solve_examples(case),
        usage="dealzone solve [SCENARIO] [--set ID=VALUE ...] [--assume ID=VALUE ...] "
        "[--lens ID] [--case CASE] [--openings] [--json]",
    )
    parser.add_argument(
        "--openings",
        action="store_true",
        help=tr(
            "also list the smallest changes that open an empty zone or a closed row (default: not)"
        ),
    )
    return parser


def list_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone list``."""
    parser = Parser(
        "dealzone list",
        tr("Show what there is, with ids, ranges and meanings."),
        ("dealzone list presets", "dealzone list controls --json"),
    )
    parser.add_argument(
        "what",
        choices=LISTS,
        help=tr(
            "cases: what can be opened; presets: named scenarios; controls: what --set moves; "
            "packages: deals with a name; rows: the commitments on the board; lines: named sets "
            "of red lines; stakeholders: "
            "who else gains or loses; lenses: positions of others; lessons: those that come with "
            "the program; handbook: pages of the guide; "
            "assumptions: every number of the model"
        ),
    )
    add_case(parser)
    add_json(parser)
    add_general(parser)
    return parser


def check_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone check``."""
    parser = Parser(
        "dealzone check",
        tr(
            "Check documents and case files and say line by line what is wrong. Nothing is "
            "changed.\nThe exit code is 0 if all are good and 2 if one is not."
        ),
        ("dealzone check my-class.dealzone", "dealzone check my-case.json --json"),
    )
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help=tr("a document or a case file")
    )
    add_json(parser)
    add_general(parser)
    return parser


def picture_parser(case: Case) -> argparse.ArgumentParser:
    """Return the parser of ``dealzone picture``; the case gives the examples their ids."""
    parser = Parser(
        "dealzone picture",
        tr("Draw one view of a scenario into a file, without opening the window."),
        picture_examples(case),
        usage="dealzone picture [SCENARIO] --view VIEW -o FILE [options]",
    )
    add_scenario(parser)
    add_drawing(
        parser,
        tr("picture"),
        tr("where to draw; the name ends in .png, .svg or .pdf (required)"),
        views=VIEW_IDS,
        is_required=True,
    )
    _add_chosen(parser)
    add_general(parser)
    return parser


def _add_chosen(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(tr("what the picture shows"))
    add_shown(group)
    group.add_argument(
        "--row",
        metavar="ID",
        help=tr("the board row to highlight (default: the first)"),
    )
    group.add_argument(
        "--control",
        metavar="ID",
        help=tr("the control that the view sweep moves (default: the first leverage control)"),
    )
    group.add_argument(
        "--choose",
        action="extend",
        nargs="+",
        default=[],
        dest="choices",
        type=checked(choice_pair, tr("a choice and its value, CHOICE=VALUE")),
        metavar="CHOICE=VALUE",
        help=tr(
            "choose something about the picture, as in the window; may be repeated "
            "(default: what the picture shows first)"
        ),
    )


def self_test_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone self-test``."""
    parser = Parser(
        "dealzone self-test",
        tr(
            "Exercise the installed program: its window, its letters, its files, the solver, "
            "documents and\npictures. The exit code is 0 if all is well and 1 if not; the last "
            "line says the same:\nself-test passed, or self-test failed."
        ),
        (
            "dealzone self-test",
            "dealzone self-test --report self-test.txt",
            "dealzone self-test --qpa offscreen --limit 60",
        ),
    )
    parser.add_argument(
        "--report",
        type=Path,
        metavar="FILE",
        help=tr("write what is printed into this file as well (default: no file)"),
    )
    parser.add_argument(
        "--limit",
        type=checked(
            within(float, 0.1, LONGEST_LIMIT),
            tr("a number of seconds up to {most}", most=LONGEST_LIMIT),
        ),
        default=SELF_TEST_LIMIT,
        metavar="SECONDS",
        help=tr(
            "end the program as failed if the test takes longer (default: {seconds:g})",
            seconds=SELF_TEST_LIMIT,
        ),
    )
    _add_platform(
        parser.add_argument,
        tr(
            "Qt's platform plugin, such as \"offscreen\" (default: the environment's choice; "
            "without one, no screen is used on Linux, and elsewhere the real one)"
        ),
    )
    _add_data_folder(parser.add_argument)
    add_general(parser)
    return parser


def add_look(parser: argparse.ArgumentParser) -> None:
    """Let a command say how the window looks."""
    group = parser.add_argument_group(tr("window"))
    group.add_argument(
        "--theme",
        choices=THEMES,
        help=tr("the colours (default: as last chosen, at first as the system)"),
    )
    group.add_argument(
        "--text-size",
        type=checked(text_scale, tr("a percentage from 100 to 200")),
        dest="text_scale",
        metavar="PERCENT",
        help=tr("the size of all text, 100 to 200 (default: as last chosen, at first 100)"),
    )
    group.add_argument(
        "--size",
        type=size_type(),
        metavar="WxH",
        help=tr("width and height of the window in pixels (default: as last left)"),
    )
    group.add_argument(
        "--level",
        choices=LEVELS,
        help=tr(
            "how much the window shows; present fills the screen with the board (default: as the "
            "document says, else as last chosen, at first explore)"
        ),
    )
    _add_data_folder(group.add_argument)


def _add_trials(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(tr("trying the window out"))
    group.add_argument(
        "--smoke",
        action="store_true",
        help=tr("open the window, wait for the first picture, and exit (default: stay)"),
    )
    group.add_argument(
        "--trace-drag",
        nargs="?",
        const=FIRST_CONTROL,
        dest="trace",
        metavar="CONTROL",
        help=tr(
            "drag this control by script, print how long each step takes to be painted, and "
            "leave (default: no drag; without an id: the first leverage control)"
        ),
    )
    group.add_argument(
        "--trace-steps",
        type=whole_number(1, MOST_STEPS),
        default=TRACE_STEPS,
        metavar="N",
        help=tr("how many steps that drag takes (default: {steps})", steps=TRACE_STEPS),
    )
    _add_platform(
        group.add_argument, tr('Qt\'s platform plugin, such as "offscreen" (default: Qt chooses)')
    )


def _add_data_folder(add: Callable[..., object]) -> None:
    add(
        "--data-folder",
        type=Path,
        metavar="FOLDER",
        help=tr("keep settings, log and autosaved documents there (default: the user's folders)"),
    )


def _add_platform(add: Callable[..., object], words: str) -> None:
    add("--qpa", metavar="NAME", help=words)


def _introduction() -> str:
    return tr(
        "Move leverage and red lines, and watch the deal zones of a two-party negotiation open "
        "and close.\nWithout a command the window opens. A teaching model, not a forecast.\n\n"
        "commands (each explains itself: dealzone COMMAND --help):\n\n"
        "questions about a scenario:\n"
        "  solve [SCENARIO]    compute a scenario's deal zones: a table, or JSON\n"
        "  compare FIRST ...   say how scenarios differ, or draw it as one page\n"
        "  split [FROM] [TO]   why the zone changed: what each setting contributed\n"
        "  others [SCENARIO]   what third parties gain or lose\n"
        "  outlook [SCENARIO]  whether the leaders could meet, by stated rules\n"
        "  history [YEAR]      the model against the record: indices, answers, tests\n"
        "  two-cases           the rows of another case beside those of a scenario\n"
        "  picture [SCENARIO]  draw a view as PNG, SVG or PDF\n\n"
        "how sure and what it hangs on:\n"
        "  sure [SCENARIO]     assumption sets, what matters most, a rule\n"
        "  breaking [SCENARIO] what would have to be true for the opposite\n"
        "  bold [SCENARIO]     which bold packages hold under most assumptions\n"
        "  study ACTION        many scenarios at once: plan, run, resume, discover, sensitivity\n\n"
        "files and cases:\n"
        "  report DOCUMENT     write a report for people without the program\n"
        "  verify FILE         say whether an exported file still holds, to the number\n"
        "  table ACTION        write scenarios as a workbook, read one and solve every row\n"
        "  export-page         write a scenario as one HTML page that works in a browser\n"
        "  check FILE ...      check documents and case files line by line\n"
        "  case ACTION         begin, copy, check, describe, compare and import cases\n"
        "  schema NAME         print the JSON Schema of a kind of file\n"
        "  list WHAT           show presets, controls, packages, rows, lenses and more\n"
        "  handbook [PAGE]     print a page of the guide\n"
        "  later               what became known after the day of the case\n"
        "  case-changes        show what changed between versions of a case\n"
        "  self-test           exercise the installed program\n\n"
        "teaching:\n"
        "  lesson NAME         open the window in a lesson\n"
        "  present [WHAT]      open the window and fill a screen with the board\n"
        "  sheets [SCENARIO]   write role sheets and answer sheets for a role play\n"
        "  results CSV         score what the tables of a class agreed in a role play\n"
        "  debrief CSV         write the debrief of a role play\n"
        "  handout WHAT        write a brief, a worksheet or a lesson as HTML or DOCX\n"
        "  questions           write questions with a scenario for each student, and keys\n"
        "  slides FILE         write the scenes of a document as PPTX\n\n"
        "exit codes: 0 success, 1 the self-test failed, 2 wrong input, 70 a fault in the program,"
        "\n130 interrupted"
    )
