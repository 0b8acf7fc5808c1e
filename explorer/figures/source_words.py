"""Sources in words: the case names them by id, readers want title, publisher and date."""

from explorer.model.case import Case
from explorer.model.wording import tr


def source_text(case: Case, source_id: str) -> str:
    """Return a source as one line; an id that the case does not list stands as it is."""
    for source in case.sources:
        if source.id == source_id:
            parts = [part for part in (source.title, source.publisher, source.date) if part]
            text = ", ".join(parts)
            return tr("{source}. {note}", source=text, note=source.note) if source.note else text
    return source_id


def source_title(case: Case, source_id: str) -> str:
    """Return a source's title and date only, for a place with little room."""
    for source in case.sources:
        if source.id == source_id:
            return source.label
    return source_id
