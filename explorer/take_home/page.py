"""A take-home page as one HTML file: text, styles, scripts and data together, nothing outside."""

import base64
import hashlib
import json
from string import Template
from typing import cast

from explorer import __version__
from explorer.figures.lens_words import active_lens, lens_title
from explorer.files.document_text import Document
from explorer.files.provenance.forms import stamped
from explorer.files.provenance.record import provenance_of
from explorer.files.resources import resource
from explorer.model.day_words import day_words, with_day
from explorer.model.version import MODEL_VERSION
from explorer.model.visible_text import visible
from explorer.model.wording import language, tr
from explorer.take_home.page_data import page_record
from explorer.take_home.page_parts import (
    fixed_table,
    prediction_fields,
    slider_groups,
    static_board,
    text,
)
from explorer.take_home.take_home import TakeHome

PAGE = "page"
"""The kind of export that a take-home page is."""

FOLDER = "take_home"
SCRIPTS = ("tables.js", "model.js", "words.js", "drawing.js", "gains.js", "page.js")

PARTS = {
    "page.html": "<!DOCTYPE html>",
    "page.css": ":root {",
    **dict.fromkeys(SCRIPTS, '"use strict";'),
}
"""The files of which a page is made, and how each begins."""

LARGEST_PAGE = 200_000
"""Bytes of a page: it goes by mail and opens on a telephone."""

_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Letters of JSON that could end a script element or a line, as JSON may write them as well."""


def page_file(page: TakeHome) -> bytes:
    """Return the content of the file, with what it says of itself, so that it can be verified."""
    document = Document(page.scenario, page.scenario, page.baseline)
    asked = {
        "sliders": list(page.sliders),
        "asks_prediction": page.asks_prediction,
        "title": page.title,
        "note": page.note,
    }
    return stamped(page_html(page).encode(), ".html", provenance_of(PAGE, document, asked))


def page_html(page: TakeHome) -> str:
    """Return the whole file."""
    script = "\n".join(_resource(name) for name in SCRIPTS)
    style = _resource("page.css")
    return Template(_resource("page.html")).substitute(
        {name: text(each) for name, each in _words(page).items()},
        language=language(),
        policy=text(_policy(style, script)),
        style=style,
        script=script,
        data=page_data(page),
        note="\n".join(f"<p>{text(line)}</p>" for line in page.note.splitlines() if line.strip()),
        prediction=prediction_fields(page),
        sliders=slider_groups(page),
        fixed=fixed_table(page),
        board=static_board(page),
        asked="asked" if page.asks_prediction else "free",
    )


def page_data(page: TakeHome) -> str:
    """Return what the script is handed, as JSON that can stand inside a script element."""
    record = _shown(page_record(page).model_dump(mode="json"))
    written = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    return "".join(_UNSAFE.get(sign, sign) for sign in written)


def _shown(part: object) -> object:
    """Return data with every text made visible: nothing in it turns a line around."""
    if isinstance(part, dict):
        return {key: _shown(each) for key, each in cast("dict[str, object]", part).items()}
    if isinstance(part, list):
        return [_shown(each) for each in cast("list[object]", part)]
    return visible(part) if isinstance(part, str) else part


def _words(page: TakeHome) -> dict[str, str]:
    return {**_prediction_words(), **_answer_words(), **_about_words(), **_facts(page)}


def _facts(page: TakeHome) -> dict[str, str]:
    """Return what the page says of its case and scenario."""
    scenario, case = page.scenario, page.scenario.case
    lens = active_lens(scenario)
    changed = len(case.changes)
    facts = [
        tr("Case: {name}, version {version}.", name=case.name, version=case.version),
        tr(
            "Model {model}, Deal Zone Explorer {program}.", model=MODEL_VERSION, program=__version__
        ),
    ]
    if case.as_of is not None:
        facts.append(tr("Values and sources as of {day}.", day=day_words(case.as_of)))
    if changed:
        facts.append(tr("Assumptions changed from the case: {n}.", n=changed))
    if lens is not None:
        facts.append(tr("Seen through a lens: {lens}.", lens=lens_title(lens)))
    return {
        "title": page.title.strip() or scenario.name,
        "scenario": with_day(scenario.name, scenario.as_of),
        "facts": " ".join(facts),
        "gives_nothing": tr("{sender} gives nothing", sender=case.sender.short),
        "gives_everything": tr("{sender} gives everything", sender=case.sender.short),
        "sender_bracket": tr("the most that {party} gives", party=case.sender.short),
        "target_bracket": tr("the least that {party} accepts", party=case.target.short),
        "before_box": tr("dashed: {scenario}", scenario=page.baseline.name),
    }


def _prediction_words() -> dict[str, str]:
    return {
        "predict_heading": tr("My prediction"),
        "predict_words": tr(
            "Before the page shows anything: which of these have a deal zone at the settings below?"
        ),
        "reason": tr("Why? One sentence; it stays on this page."),
        "show": tr("Show the answer"),
        "move_heading": tr("Move"),
        "reset": tr("Reset"),
    }


def _answer_words() -> dict[str, str]:
    return {
        "skip": tr("To the answer"),
        "answer_heading": tr("Answer"),
        "board_heading": tr("Deal zones by commitment"),
        "zone_word": tr("deal zone"),
        "gap_word": tr("missing"),
        "gains_heading": tr("Both sides' gains"),
        "gains_words": tr(
            "Over waiting, in each side’s own points: right is better for one, up is better for "
            "the other. Cells hold packages of the zone; dots are the Pareto frontier."
        ),
        "lines_heading": tr("Red lines that are drawn"),
        "line_heading": tr("My answer line"),
        "line_words": tr("It tells your prediction and where your sliders stand; nothing else."),
        "copy": tr("Copy"),
    }


def _about_words() -> dict[str, str]:
    return {
        "teaching": tr("A teaching model, not a forecast"),
        "fixed_heading": tr("Fixed in this page"),
        "about_heading": tr("About this page"),
        "about_words": tr(
            "A deal zone holds the packages that both sides prefer to waiting, inside all red "
            "lines that are drawn. Every package is counted each time. The page works without a "
            "network and sends nothing."
        ),
        "no_script": tr(
            "Scripts are switched off in this browser, so nothing can be moved here. This is the "
            "board at the settings that were handed to you."
        ),
    }


def _policy(style: str, script: str) -> str:
    """Return what forbids a browser everything but the page's own style and script."""
    return (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _resource(name: str) -> str:
    return resource(FOLDER, name).read_text(encoding="utf-8")
