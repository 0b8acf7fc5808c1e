"""What the message bar says of a document: what was not understood, what differs."""

from collections.abc import Iterator
from pathlib import Path

from explorer.files.document_text import OpenedDocument
from explorer.files.places import home_folder
from explorer.files.recent import RecentDocument
from explorer.files.recovery import LeftSession
from explorer.files.result_record import changed_rows, saved_results
from explorer.model.day_words import day_words
from explorer.model.version import MODEL_VERSION
from explorer.model.visible_text import one_line
from explorer.model.wording import tr, tr_n
from explorer.store.state import State
from explorer.ui.window.message_bar import Message

MOST_LINES = 4
"""How many problems the bar lists before it only counts them."""

FORBIDDEN_IN_NAMES = '/\\:*?"<>|'
"""Signs that some system does not allow in the name of a file."""

LONGEST_FILE_NAME = 60
"""Signs of a suggested name, without what tells its kind."""


def recovery_message(session: LeftSession) -> Message:
    """Return the offer of a session that a crash left."""
    name = session.origin.stem if session.origin else session.opened.document.scenario.name
    here = session.saved_at.astimezone()
    text = tr(
        "The program ended unexpectedly. {name} was kept as it was on {date} at {time}.",
        name=name,
        date=f"{here:%Y-%m-%d}",
        time=f"{here:%H:%M}",
    )
    answers = (("recover", tr("Open it")), ("discard", tr("Discard it")))
    return Message(text, answers, topic="recovery")


def place_and_time(recent: RecentDocument) -> str:
    """Return where a recent document is and when it was written, or that it is gone."""
    folder, home = recent.path.parent, home_folder()
    place = Path("~", folder.relative_to(home)) if folder.is_relative_to(home) else folder
    if recent.written is None:
        return tr("no longer in {folder}", folder=one_line(str(place)))
    return tr(
        "{day}, {time}, in {folder}",
        day=day_words(recent.written.date()),
        time=f"{recent.written:%H:%M}",
        folder=one_line(str(place)),
    )


def autosave_message(trouble: str) -> Message:
    """Return why changes are not kept for a crash; without a trouble, one that says nothing."""
    if not trouble:
        return Message("", topic="autosave")
    text = tr("Unsaved changes cannot be kept in case of a crash: {trouble}", trouble=trouble)
    return Message(text, topic="autosave")


def partial_words(path: Path) -> str:
    """Return why a document that was understood in part is not saved over its file."""
    return tr(
        "Not everything in {name} was understood, and saving would lose the rest. Save under "
        "another name; the file itself stays as it is.",
        name=path.name,
    )


def file_name(name: str) -> str:
    """Return a document's name as one that every system takes for a file."""
    allowed = "".join(
        " " if sign in FORBIDDEN_IN_NAMES or not sign.isprintable() else sign for sign in name
    )
    return " ".join(allowed.split())[:LONGEST_FILE_NAME].strip(" .") or "dealzone"


def opened_message(opened: OpenedDocument, state: State, name: str) -> Message:
    """Return what should be known about a document that was opened; it may say nothing.

    ``state``: The state with this document in it, solved.
    """
    lines = [*_newer_lines(opened, name), *_problem_lines(opened), *_difference(opened, state)]
    return Message("\n".join(lines), topic="document")


def _newer_lines(opened: OpenedDocument, name: str) -> Iterator[str]:
    if opened.is_newer:
        yield tr(
            "A newer version of this program wrote {name}. It is open as far as this one "
            "understands it; save it under another name.",
            name=name,
        )


def _problem_lines(opened: OpenedDocument) -> Iterator[str]:
    if not opened.problems or opened.is_newer:
        return
    yield tr("Not everything in this file was understood; the file itself stays as it is:")
    yield from opened.problems[:MOST_LINES]
    more = len(opened.problems) - MOST_LINES
    if more > 0:
        yield tr_n("and {n} more line.", "and {n} more lines.", more)


def _difference(opened: OpenedDocument, state: State) -> Iterator[str]:
    """Compare results saved by other rules or numbers with those of today."""
    saved = opened.saved_results
    if saved is None or not opened.is_other_model or state.is_stale:
        return
    rows = changed_rows(saved, saved_results(state.result))
    then, now = saved.zone.packages, state.result.zone.packages
    if not rows and then == now:
        return
    yield tr(
        "Saved with model {saved}; this is {present}. Packages in the zone then: {then:,}; "
        "now: {now:,}.",
        saved=opened.made_with.model_version or tr("unknown"),
        present=MODEL_VERSION,
        then=then,
        now=now,
    )
    if rows:
        names = ", ".join(rows)
        yield tr_n("{n} zone differs: {rows}.", "{n} zones differ: {rows}.", len(rows), rows=names)
