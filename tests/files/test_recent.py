"""Recent documents: those that are there tell when they were written, the others nothing."""

from datetime import UTC, datetime
from pathlib import Path

from explorer.files.recent import recent_documents


def test_only_a_document_that_is_there_tells_when_it_was_written(tmp_path: Path) -> None:
    there, gone, impossible = tmp_path / "a.dealzone", tmp_path / "b.dealzone", Path("a\0b")
    there.touch()
    told = {each.path: each.written for each in recent_documents((there, gone, impossible))}
    assert told[there] == datetime.fromtimestamp(there.stat().st_mtime, UTC)
    assert told[gone] is None
    assert told[impossible] is None
