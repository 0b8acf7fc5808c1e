"""Exports to test with, made without drawing, and digits of them altered."""

import io
import re
import zipfile
from collections.abc import Iterator

from explorer.classroom.handout.slides import scene_slides
from explorer.classroom.handout.worksheet import worksheet
from explorer.files.provenance.forms import FORMS, seal_of
from explorer.files.provenance.record import read_record, record_text
from explorer.files.zip_package import packed
from explorer.model.scene import Scene, settings_of
from explorer.paper.paper import Paper
from explorer.paper.slides import pptx_bytes
from explorer.paper.writing import FORMATS
from explorer.report.order import nothing_drawn
from explorer.solver.solve import solve
from explorer.take_home.page import page_file
from explorer.take_home.take_home import TakeHome, usual_sliders
from explorer.views.origin import picture_csv
from explorer.views.registry import VIEW_IDS
from explorer.views.view import Viewing
from tests.report.orders import BASELINE, CASE, OCTOBER, brief, full

VIEWING = Viewing(
    solve(OCTOBER),
    baseline=solve(BASELINE),
    selected_row=CASE.rows[0].id,
    swept_control="russia_alignment",
)


def papers() -> dict[str, Paper]:
    """Return papers of each kind by their name."""
    return {
        "brief": brief(OCTOBER),
        "report": full(OCTOBER, views=("boards",)),
        "worksheet": worksheet(OCTOBER),
    }


def slides() -> bytes:
    """Return slides of two scenes, one of which hides its answer."""
    scenes = (
        Scene(name="One", settings=settings_of(OCTOBER), view="board", notes="Say 12."),
        Scene(name="Two", settings=settings_of(BASELINE), view="map", hides_answer=True),
    )

    def draw(view_id: str, viewing: Viewing, size: tuple[int, int]) -> bytes:
        return nothing_drawn(view_id, viewing, size).png

    return pptx_bytes(scene_slides(CASE, scenes, draw, name="talks.dealzone"))


def exports() -> Iterator[tuple[str, bytes]]:
    """Yield (file name, content) of each kind of export that needs no drawing."""
    for name, paper in papers().items():
        for suffix, write in FORMATS.items():
            if suffix != ".htm":
                yield f"{name}{suffix}", write(paper)
    yield "slides.pptx", slides()
    yield "page.html", page_file(TakeHome(OCTOBER, BASELINE, usual_sliders(CASE), note="Note 7"))
    for view_id in VIEW_IDS:
        yield f"{view_id}.csv", picture_csv(view_id, VIEWING)


def resealed(content: bytes, suffix: str) -> bytes:
    """Return an export with a seal that fits it as it stands: what a forger would do."""
    form = FORMS[suffix]
    text = form.record(content)
    assert text is not None
    origin, _ = read_record(text, "forged")
    blank = form.embedded(content, record_text(origin))
    return form.embedded(blank, record_text(origin, seal=seal_of(blank, suffix)))


def with_altered_digit(content: bytes, suffix: str) -> bytes:
    """Return an export of which one readable digit is another one."""
    if suffix in (".docx", ".pptx"):
        return _altered_package(content)
    text = FORMS[suffix].record(content)
    assert text is not None
    marks = {
        ".html": rb">[^<>]*?(\d)[^<>]*</(?:td|p|li)",
        ".csv": rb',"?[^"]*?(\d)',
        ".md": rb"\| (\d)",
    }
    found = re.search(marks[suffix], content)
    assert found is not None
    at = found.start(1)
    return content[:at] + _other(content[at : at + 1]) + content[at + 1 :]


def _altered_package(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {each: package.read(each) for each in package.namelist()}
    name = next(each for each in ("word/document.xml", "ppt/slides/slide1.xml") if each in parts)
    found = re.search(rb"<[aw]:t(?: [^>]*)?>[^<>]*?(\d)", parts[name])
    assert found is not None
    at = found.start(1)
    data = parts[name]
    parts[name] = data[:at] + _other(data[at : at + 1]) + data[at + 1 :]
    return packed(parts)


def _other(digit: bytes) -> bytes:
    return str((int(digit) + 1) % 10).encode()
