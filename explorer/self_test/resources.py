"""The self-test's look at the program's own files: all are there, and each can be read."""

import json
from xml.etree import ElementTree

from explorer.files import schemas
from explorer.files.case_file import read_case
from explorer.files.handbook import indexed_pages
from explorer.files.lesson_file import read_lesson
from explorer.files.record_file import read_record
from explorer.files.resources import FONT_FILES, resource
from explorer.model.wording import tr, tr_n
from explorer.self_test.trial import demand
from explorer.take_home.page import FOLDER, PARTS
from explorer.views.registry import VIEWS

CASES = ("korea", "sinai")
"""The cases that come with the program, each with a history."""

LESSONS = (
    "1-who-closed-the-zone", "2-small-deal", "3-hanoi-two-levels", "4-price-of-entry", "5-linkage",
    "6-trust-and-inspectors", "7-spoilers-and-consent", "8-how-sure", "9-role-play",
    "10-camp-david",
)  # fmt: skip
"""The lessons, in the order of teaching."""

ICONS = ("document", "explorer")
"""The pictures for the program and its documents."""

DRAWINGS = (
    "chevron", "circle-question-mark", "columns-2", "copy", "download", "info", "lock",
    "maximize-2", "pin", "projector", "redo-2", "rotate-ccw", "table-2", "triangle-alert", "undo-2",
)  # fmt: skip
"""The icons on buttons and in dialogs."""

LICENCES = (("Copyright", "fonts", "OFL.txt"), ("ISC License", "icons", "ui", "LICENSE.txt"))
"""How the licences of letters and icons begin, and where they lie."""

OPEN_TYPE = b"OTTO"
"""How a file of letters begins."""

SCHEMAS = tuple(schemas.SCHEMAS.values())
"""The descriptions of files for other programs."""

NOTEBOOKS = ("tutorial",)
"""The notebooks for those who work in Python."""


def resources_step() -> str:
    """Return a sentence about the program's own files.

    Raises
    ------
    ExplorerError
        If one is missing or holds something else.
    SelfTestError
        If one is empty.
    """
    cases = [read_case(resource("cases", f"{name}.json")) for name in CASES]
    for case in cases:
        read_record(resource("history", f"{case.id}.json"))
    read_case(resource("templates", "case.json"))
    for name in LESSONS:
        read_lesson(resource("lessons", f"{name}.json"))
    pages = {*indexed_pages(), *(view.page for view in VIEWS)}
    for name in pages:
        _demand_start("# ", "handbook", f"{name}.md")
    records = [("schema", f"{name}.json") for name in SCHEMAS]
    records += [("notebooks", f"{name}.ipynb") for name in NOTEBOOKS]
    for parts in records:
        json.loads(resource(*parts).read_text(encoding="utf-8"))
    for name in ICONS:
        _demand_drawing("icons", f"{name}.svg")
    for name in DRAWINGS:
        _demand_drawing("icons", "ui", f"{name}.svg")
    for name in FONT_FILES:
        _demand_letters("fonts", name)
    for name, start in PARTS.items():
        _demand_start(start, FOLDER, name)
    for start, *parts in LICENCES:
        _demand_start(start, *parts)
    count = (
        len(DRAWINGS)
        + len(FONT_FILES)
        + len(LICENCES)
        + len(PARTS)
        + len(CASES) * 2
        + 1
        + len(LESSONS)
        + len(pages)
        + 1
        + len(records)
        + len(ICONS)
    )
    return tr_n(
        "{n} file in {folder}", "{n} files in {folder}", count, folder=resource("cases").parent
    )


def _demand_drawing(*parts: str) -> None:
    path = resource(*parts)
    drawing = ElementTree.fromstring(path.read_bytes())
    demand(drawing.tag.endswith("svg"), tr("{name} is no drawing", name=path.stem))


def _demand_letters(*parts: str) -> None:
    path = resource(*parts)
    start = path.read_bytes()[: len(OPEN_TYPE)]
    demand(start == OPEN_TYPE, tr("{path} is not what it should be", path=path))


def _demand_start(start: str, *parts: str) -> None:
    path = resource(*parts)
    text = path.read_text(encoding="utf-8")
    demand(text.startswith(start), tr("{path} is not what it should be", path=path))
