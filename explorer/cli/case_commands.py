"""The commands ``case`` and ``schema``: cases of one's own, and what their files hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from explorer.cli.case_import import import_case
from explorer.cli.case_parsers import (
    case_parser,
    check_case_parser,
    copy_parser,
    describe_parser,
    diff_parser,
    new_parser,
    schema_parser,
)
from explorer.cli.doors import BAD_INPUT, DONE, Command, Doors, by_action
from explorer.cli.figure_text import table_lines
from explorer.cli.own_cases import case_named
from explorer.cli.telling import tell, tell_written
from explorer.cli.text_table import paragraph, plain_rows
from explorer.figures.case_difference import Difference, case_difference
from explorer.figures.case_summary import case_facts, fact_changes, issue_table
from explorer.files.case_beside import record_path
from explorer.files.case_file import case_file_content
from explorer.files.case_problems import checked_content
from explorer.files.case_text import (
    case_content,
    copied_content,
    refuse_existing,
    refuse_taken,
    template_content,
    write_case,
)
from explorer.files.console import complain, say
from explorer.files.json_text import as_object, cut_short, read_json
from explorer.files.places import ready_folder
from explorer.files.record_file import RECORD_FORMAT, record_problems
from explorer.files.record_text import record_content, write_record
from explorer.files.schemas import published_schema
from explorer.files.shelf import SUFFIX, shelf
from explorer.model.case_tree import Content
from explorer.model.errors import FileError
from explorer.model.visible_text import visible
from explorer.model.wording import tr, tr_n


@dataclass(frozen=True, slots=True)
class CheckedCaseFile:
    """A case or record file, what keeps it from being used, and what is to be said besides."""

    path: Path
    kind: str
    errors: tuple[str, ...]
    remarks: tuple[str, ...] = ()


def _new(argv: list[str], _doors: Doors) -> int:
    arguments = new_parser().parse_args(argv)
    content = copied_content(template_content(), arguments.id, arguments.name)
    return _written(content, arguments.output)


def _copy(argv: list[str], _doors: Doors) -> int:
    arguments = copy_parser().parse_args(argv)
    case = case_named(arguments.case)
    content = copied_content(case_content(case), arguments.id, arguments.name)
    return _written(content, arguments.output, record_content(case))


def _written(content: Content, output: Path | None, record: Content | None = None) -> int:
    """Write a new case, and its record beside it if it has one, and say where."""
    case_id = str(content["id"])
    found = checked_content(content)
    if found.errors:
        raise FileError("\n".join(cut_short([each.line for each in found.errors])))
    refuse_taken(case_id)
    path = _own_path(case_id) if output is None else output
    beside = record_path(path)
    for each in (path,) if record is None else (path, beside):
        refuse_existing(each)
    _tell_written(path, write_case(path, content))
    if record is not None:
        _tell_written(beside, write_record(beside, {**record, "case": case_id}))
    return DONE


def _tell_written(path: Path, note: str) -> None:
    if note:
        complain(note)
    tell_written(path)


def _own_path(case_id: str) -> Path:
    folder = shelf().folder
    if folder is None:
        raise FileError(tr("There is no folder for your cases here. Name a file with -o."))
    return ready_folder(folder) / f"{case_id}{SUFFIX}"


def _check(argv: list[str], _doors: Doors) -> int:
    arguments = check_case_parser().parse_args(argv)
    files = [checked_case_file(path) for path in arguments.files]
    tell(
        arguments,
        lambda: list(map(_check_record, files)),
        lambda _: "\n".join(line for file in files for line in _check_lines(file)),
    )
    return BAD_INPUT if any(file.errors for file in files) else DONE


def checked_case_file(path: Path) -> CheckedCaseFile:
    """Return what is wrong with a case or a record; it never raises for a bad file."""
    try:
        data = as_object(read_json(path))
        is_record = data.get("format") == RECORD_FORMAT
        content = None if is_record else case_file_content(path)
    except FileError as error:
        return CheckedCaseFile(path, "", tuple(str(error).splitlines()))
    if content is None:
        return CheckedCaseFile(path, "record", record_problems(data))
    found = checked_content(content)
    remarks = tuple(each.line for each in found.problems if not each.is_error)
    return CheckedCaseFile(path, "case", tuple(each.line for each in found.errors), remarks)


def _check_lines(file: CheckedCaseFile) -> Iterator[str]:
    path = visible(str(file.path), keeps="")
    if file.errors:
        count = len(file.errors)
        yield tr_n("{path}: {n} problem", "{path}: {n} problems", count, path=path)
    else:
        yield tr("{path}: good", path=path)
    yield from (f"  {line}" for line in cut_short(file.errors))
    if file.remarks:
        yield "  " + tr("To be looked at, although the case can be used:")
    yield from (f"  {line}" for line in cut_short(file.remarks))


def _check_record(file: CheckedCaseFile) -> dict[str, object]:
    return {
        "file": str(file.path),
        "kind": file.kind or None,
        "is_good": not file.errors,
        "problems": list(file.errors),
        "remarks": list(file.remarks),
    }


def _describe(argv: list[str], _doors: Doors) -> int:
    arguments = describe_parser().parse_args(argv)
    case = case_named(arguments.case)
    facts, issues = case_facts(case), issue_table(case)

    def record() -> dict[str, object]:
        rows = [dict(zip(issues.columns, row, strict=True)) for row in issues.rows]
        return {"id": case.id, "version": case.version, "facts": dict(facts), "issues": rows}

    def text(width: int) -> str:
        return "\n".join((*plain_rows(facts, width=width), "", *table_lines(issues, width=width)))

    return tell(arguments, record, text)


def _diff(argv: list[str], _doors: Doors) -> int:
    arguments = diff_parser().parse_args(argv)
    old, new = case_named(arguments.old), case_named(arguments.new)
    in_short = Difference(tr("In short"), fact_changes(old, new))
    found = (*((in_short,) if in_short.lines else ()), *case_difference(old, new))

    def text(width: int) -> str:
        nothing = tr("Nothing differs that the model or its words would show.")
        return "\n".join(_difference_lines(found, width)).strip() or nothing

    return tell(
        arguments,
        lambda: [{"title": each.title, "lines": list(each.lines)} for each in found],
        text,
    )


def _difference_lines(found: tuple[Difference, ...], width: int) -> Iterator[str]:
    for kind in found:
        yield from ("", kind.title)
        for line in kind.lines:
            yield from paragraph(line, width=width, indent="  ", hanging="  ")


def _schema(argv: list[str], _doors: Doors) -> int:
    arguments = schema_parser().parse_args(argv)
    say(published_schema(arguments.name).removesuffix("\n"))
    return DONE


_ACTIONS: Mapping[str, Command] = {
    "new": _new,
    "copy": _copy,
    "check": _check,
    "describe": _describe,
    "diff": _diff,
    "import": import_case,
}

CASES: Mapping[str, Command] = {"case": by_action(_ACTIONS, case_parser), "schema": _schema}
"""What makes cases of one's own, by command."""
