"""What the parsers of all commands share: how errors are raised, and common options."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from explorer.cli.argument_types import size_type
from explorer.cli.assume import add_assume
from explorer.cli.lens import add_lens
from explorer.files.console import say
from explorer.model.errors import ExplorerError
from explorer.model.wording import tr
from explorer.views.options import PICTURE_SIZE, THEMES


class UsageError(ExplorerError):
    """A command line that cannot be understood."""


class Parser(argparse.ArgumentParser):
    """An argument parser that raises instead of leaving, and lists examples under its help."""

    def __init__(
        self,
        prog: str,
        description: str,
        examples: tuple[str, ...],
        *,
        usage: str | None = None,
    ) -> None:
        super().__init__(
            prog=prog,
            usage=usage,
            description=description,
            epilog="\n  ".join([tr("examples:"), *examples]),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            add_help=False,
            allow_abbrev=False,
        )

    def error(self, message: str) -> NoReturn:
        """Raise the problem as an error that says where help is."""
        raise UsageError(
            tr('{problem}. "{program} --help" explains.', problem=message, program=self.prog)
        )


class ShowText(argparse.Action):
    """An option that prints a text and leaves: the help, or the text given as ``const``.

    The actions of argparse itself ignore an output that cannot be written, and older Pythons
    fail where there is none, as in a window without a console.
    """

    def __init__(
        self,
        option_strings: Sequence[str],
        dest: str,
        const: str | None = None,
        help: str | None = None,
    ) -> None:
        """Take no value and leave none behind."""
        super().__init__(
            option_strings,
            argparse.SUPPRESS,
            nargs=0,
            const=const,
            default=argparse.SUPPRESS,
            help=help,
        )

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[object] | None,
        option_string: str | None = None,
    ) -> None:
        """Print and leave."""
        text = parser.format_help() if self.const is None else str(self.const)
        say(text.removesuffix("\n"))
        parser.exit()


def command_parser(
    prog: str, description: str, examples: tuple[str, ...], *, usage: str
) -> argparse.ArgumentParser:
    """Return the parser of a command that takes a case and prints text or JSON."""
    parser = Parser(prog, description, examples, usage=usage)
    add_case(parser)
    add_json(parser)
    add_general(parser)
    return parser


def scenario_parser(
    prog: str, description: str, examples: tuple[str, ...], *, usage: str
) -> argparse.ArgumentParser:
    """Return the parser of a command about a scenario that prints text or JSON."""
    parser = Parser(prog, description, examples, usage=usage)
    add_scenario(parser)
    add_json(parser)
    add_general(parser)
    return parser


def add_scenario(parser: argparse.ArgumentParser) -> None:
    """Add the scenario and what may be changed in it to a command's options."""
    group = parser.add_argument_group(tr("scenario"))
    group.add_argument(
        "scenario",
        nargs="?",
        metavar="SCENARIO",
        help=tr(
            "a preset's id, a year of the record such as history-YEAR, a scenario code, a "
            ".dealzone document, or a case file, whose default preset is taken (default: the "
            "default preset)"
        ),
    )
    group.add_argument(
        "--set",
        action="extend",
        nargs="+",
        default=[],
        dest="settings",
        metavar="ID=VALUE",
        help=tr(
            "move a control: a number, a level's number, on or off, or none for a red line that "
            "is not drawn; may be repeated (default: as the scenario has it)"
        ),
    )
    add_assume(parser)
    add_lens(parser)
    add_case(parser)


def add_case(parser: argparse.ArgumentParser) -> None:
    """Add ``--case`` to a command's options."""
    parser.add_argument(
        "--case",
        type=Path,
        metavar="CASE",
        help=tr(
            'a case file, a folder of Genius files, or an id as "dealzone list cases" shows it '
            "(default: the case that comes with the program)"
        ),
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add ``--json`` to a command's options."""
    parser.add_argument(
        "--json", action="store_true", help=tr("print JSON (default: text for reading)")
    )


def add_general(parser: argparse.ArgumentParser) -> None:
    """Add ``--help`` to a command's options."""
    parser.add_argument("-h", "--help", action=ShowText, help=tr("show this help and exit"))


def add_output(
    parser: argparse._ActionsContainer,  # pyright: ignore[reportPrivateUsage]
    words: str,
    *,
    metavar: str = "FILE",
    is_required: bool = True,
) -> None:
    """Add where to write to a command's options, or to a group of them; ``words`` explain it."""
    parser.add_argument(
        "-o", "--output", type=Path, required=is_required, metavar=metavar, help=words
    )


def add_drawing(
    parser: argparse.ArgumentParser,
    title: str,
    output_words: str,
    *,
    views: Sequence[str] = (),
    is_required: bool = False,
) -> None:
    """Add where and how to draw to a command's options.

    Parameters
    ----------
    title
        What heads these options.
    views
        What ``--view`` can name; without any there is no such option.
    is_required
        Whether the command does nothing but draw.
    """
    group = parser.add_argument_group(title)
    add_output(group, output_words, is_required=is_required)
    if views:
        group.add_argument(
            "--view", choices=views, default="board", help=tr("which picture (default: board)")
        )
    group.add_argument(
        "--theme", choices=THEMES, default="light", help=tr("the colours (default: light)")
    )
    width, height = PICTURE_SIZE
    group.add_argument(
        "--size",
        type=size_type(),
        default=PICTURE_SIZE,
        metavar="WxH",
        help=tr(
            "width and height in pixels (default: {width}x{height})", width=width, height=height
        ),
    )
