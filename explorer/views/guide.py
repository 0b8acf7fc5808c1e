"""The page *What changed in this case*: by version as the case tells it, and as computed."""

from collections.abc import Iterator

from explorer.figures.case_difference import Difference, case_difference
from explorer.files.case_file import bundled_case, bundled_case_ids
from explorer.files.handbook import Page, handbook
from explorer.files.markdown_text import as_markdown
from explorer.files.result_record import Record
from explorer.files.shelf import shelf, shelf_case
from explorer.model.assumption import original
from explorer.model.case import Case
from explorer.model.errors import FileError
from explorer.model.visible_text import one_line
from explorer.model.wording import tr

PAGE_ID = "case-changes"
"""The id of the page."""


def compared_versions(case: Case) -> tuple[Case, Case] | None:
    """Return an older and a newer version of a case that lie side by side, or None.

    They are the one that comes with the program, and the one that is shown or else the newest in
    the user's folder that can be used.
    """
    shown = original(case)
    if case.id not in bundled_case_ids():
        return None
    bundled = bundled_case(case.id)
    if shown != bundled:
        return bundled, shown
    for file in shelf().cases():
        if file.id != case.id:
            continue
        try:
            own = shelf_case(file)
        except FileError:
            continue
        return None if own == bundled else (bundled, own)
    return None


def guide_pages(case: Case) -> tuple[Page, ...]:
    """Return all pages of the handbook with the words of a case; the last tells its versions."""
    return (*handbook(case), Page(PAGE_ID, changes_title(), changes_markdown(case)))


def changes_title() -> str:
    """Return the title of the page."""
    return tr("What changed in this case")


def changes_markdown(case: Case) -> str:
    """Return the page of a case as Markdown; texts of the case have no marks."""
    return "\n".join(_lines(case)) + "\n"


def changes_record(case: Case) -> Record:
    """Return the same for JSON."""
    pair = compared_versions(case)
    return {
        "case": case.id,
        "version": case.version,
        "history": [each.model_dump(mode="json") for each in case.history],
        "compared": None
        if pair is None
        else {
            "from": pair[0].version,
            "to": pair[1].version,
            "differences": {each.title: list(each.lines) for each in case_difference(*pair)},
        },
    }


def _lines(case: Case) -> Iterator[str]:
    yield tr("# {title}", title=changes_title())
    yield ""
    yield tr("{case}, version {version}.", case=_plain(case.name), version=_plain(case.version))
    yield from _history_lines(case)
    pair = compared_versions(case)
    if pair is not None:
        yield from _compared_lines(*pair)
    folder = shelf().folder
    if folder is not None:
        yield ""
        yield tr("## Cases of your own")
        yield ""
        yield tr(
            "A newer version of this case, a record for it, or another case can be put as a .json "
            "file into the folder below. The program offers what is newer at its start."
        )
        yield ""
        # As code, so that every sign of the folder's name stays.
        yield f"    {one_line(str(folder))}"


def _history_lines(case: Case) -> Iterator[str]:
    if not case.history:
        yield ""
        yield tr("The case does not tell what its versions changed.")
    for each in case.history:
        version, date = _plain(each.version), _plain(each.date)
        yield ""
        if date:
            yield tr("## Version {version}, {date}", version=version, date=date)
        else:
            yield tr("## Version {version}", version=version)
        yield ""
        yield from (f"- {_plain(change)}" for change in each.changes)


def _compared_lines(old: Case, new: Case) -> Iterator[str]:
    yield ""
    yield tr("## From the case that comes with the program to the one in your folder")
    yield ""
    yield tr(
        "Version {old} and version {new}, compared part by part.",
        old=_plain(old.version),
        new=_plain(new.version),
    )
    found = case_difference(old, new)
    if not found:
        yield ""
        yield tr("Only texts differ: no number, control, commitment or package does.")
    for each in found:
        yield from _difference_lines(each)


def _difference_lines(found: Difference) -> Iterator[str]:
    yield ""
    yield tr("### {title}", title=found.title)
    yield ""
    yield from (f"- {_plain(line)}" for line in found.lines)


def _plain(text: str) -> str:
    """Return a text of the case on one line of Markdown."""
    return as_markdown(" ".join(text.split()))
