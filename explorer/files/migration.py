"""Migration: bringing what an older version wrote to the present form, one step per version."""

from collections.abc import Callable, Mapping

Content = dict[str, object]
Migrations = Mapping[int, Callable[[Content], Content]]
"""By schema version: the pure function from its form to that of the next version."""


def schema_version(content: Content) -> int | None:
    """Return the schema version that a record names, or None if it names none."""
    version = content.get("schema_version")
    if not isinstance(version, int) or isinstance(version, bool):
        return None
    return version if version >= 1 else None


def migrated(content: Content, migrations: Migrations) -> Content:
    """Return a record in the form that the last migration leads to.

    Parameters
    ----------
    content
        A record with ``schema_version``; one that names none, or one for which there is no
        migration, comes back as it is.
    migrations
        The steps; each result is marked with the version that the step leads to.
    """
    version = schema_version(content)
    while version is not None and version in migrations:
        content = {**migrations[version](content), "schema_version": version + 1}
        version += 1
    return content
