"""The commands: each understood, carried out, its exit code returned."""

from collections.abc import Mapping

from explorer.cli.answer_commands import ANSWERS
from explorer.cli.case_commands import CASES
from explorer.cli.doors import Command
from explorer.cli.file_commands import FILES
from explorer.cli.report_commands import REPORTS
from explorer.cli.study_commands import STUDIES
from explorer.cli.table_commands import TABLES
from explorer.cli.teaching_commands import TEACHING

WAYS: Mapping[str, Command] = {
    **ANSWERS,
    **FILES,
    **CASES,
    **REPORTS,
    **STUDIES,
    **TABLES,
    **TEACHING,
}
"""What each command does, by its name."""
