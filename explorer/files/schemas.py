"""Published schemas: what files of this program hold, described for other programs."""

from explorer.files.resources import resource
from explorer.model.errors import FileError
from explorer.model.wording import tr

SCHEMAS = {
    "case": "case-1",
    "record": "record-1",
    "document": "dealzone-1",
    "lesson": "lesson-1",
    "study": "study-1",
}
"""The files that hold the schemas, by what they describe."""


def published_schema(name: str) -> str:
    """Return the JSON Schema of a kind of file, as text.

    Raises :class:`FileError` if there is none of that name, or the program's own file is missing.
    """
    if name not in SCHEMAS:
        message = tr(
            'There is no schema "{name}". Known: {known}.', name=name, known=", ".join(SCHEMAS)
        )
        raise FileError(message)
    return resource("schema", f"{SCHEMAS[name]}.json").read_text(encoding="utf-8")
