"""The scenario that a command asks for: named, with settings, assumptions and a lens on top."""

import argparse

from explorer.cli.assume import with_assumed
from explorer.cli.lens import through_lens
from explorer.cli.subject import chosen_scenario
from explorer.model.scenario import Scenario


def asked_scenario(arguments: argparse.Namespace) -> Scenario:
    """Return the scenario that a command asks for.

    Parameters
    ----------
    arguments
        What was typed: ``scenario``, ``settings``, ``case``, ``assumed`` and ``lens``.

    Raises
    ------
    ScenarioError
        If anything in it is not known or allowed.
    FileError
        If a file cannot be read.
    """
    chosen = chosen_scenario(arguments.scenario, arguments.settings, case_path=arguments.case)
    return through_lens(with_assumed(chosen, arguments.assumed), arguments.lens)
