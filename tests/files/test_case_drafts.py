"""Drafts of cases: kept while an editor runs, offered once it has gone."""

from datetime import UTC, datetime
from pathlib import Path

from explorer.files.case_drafts import discard_draft, drafts_folder, keep_draft, left_drafts
from explorer.files.recovery import start_session

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
EARLIER = datetime(2025, 1, 1, tzinfo=UTC)


def test_a_draft_is_offered_once_its_editor_has_gone(tmp_path: Path) -> None:
    session = start_session(tmp_path)
    keep_draft(session, {"name": "A"}, tmp_path / "a.json", NOW)
    assert left_drafts(tmp_path) == ()
    session.leave()
    (draft,) = left_drafts(tmp_path)
    assert (draft.name, draft.content, draft.saved_at) == ("A", {"name": "A"}, NOW)
    assert draft.origin == tmp_path / "a.json"
    discard_draft(draft)
    assert left_drafts(tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


def test_the_newest_draft_comes_first(tmp_path: Path) -> None:
    for content, moment in (({"name": "old"}, EARLIER), ({}, NOW)):
        session = start_session(tmp_path)
        keep_draft(session, content, None, moment)
        session.leave()
    found = left_drafts(tmp_path)
    assert [draft.name for draft in found] == ["New case", "old"]
    assert found[0].origin is None


def test_what_is_no_draft_is_passed_over_and_stays(tmp_path: Path) -> None:
    for name, text in (
        ("a", "{"),
        ("b", '{"format": "other", "saved_at": "2026-01-02T03:04:05+00:00", "content": {}}'),
        ("c", '{"format": "dealzone-case-draft", "saved_at": "x", "content": {}}'),
    ):
        (tmp_path / f"{name}.session").write_text(text, "utf-8")
    assert left_drafts(tmp_path) == ()
    assert len(list(tmp_path.glob("*.session"))) == 3


def test_drafts_lie_beside_sessions(tmp_path: Path) -> None:
    assert drafts_folder(tmp_path / "sessions").parent == tmp_path
