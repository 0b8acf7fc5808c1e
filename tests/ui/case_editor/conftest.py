"""An editor window that looks at its case on the spot."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from explorer.files.case_text import template_content
from explorer.model.case_tree import Content
from explorer.store.case_draft import CaseDraft
from explorer.store.runner import InlineRunner
from explorer.ui.case_editor import checker
from explorer.ui.case_editor.editor_window import CaseEditorWindow


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the draft looked at as soon as nothing else happens."""
    monkeypatch.setattr(checker, "PAUSE", 0)


@pytest.fixture
def content() -> Content:
    return template_content()


@pytest.fixture
def editor(qapp: QApplication, content: Content) -> Iterator[CaseEditorWindow]:
    """Open the editor with the template, saved."""
    parent = QWidget()
    window = CaseEditorWindow(parent, InlineRunner())
    window.open_draft(CaseDraft(content, content))
    yield window
    window.stop()
    window.hide()
    parent.deleteLater()
