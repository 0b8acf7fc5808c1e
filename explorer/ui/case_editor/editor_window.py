"""The window of the case editor: outline, form, and beside them the board and the problems."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from explorer.model.case_outline import outline, page_of
from explorer.model.case_tree import Content, Path, at, title_of
from explorer.model.wording import tr
from explorer.store.case_draft import CaseDraft
from explorer.store.runner import Runner
from explorer.ui.case_editor.checker import CaseChecker, Look
from explorer.ui.case_editor.draft_keeper import DraftKeeper
from explorer.ui.case_editor.editor_keys import EditorKeys
from explorer.ui.case_editor.form import Form
from explorer.ui.case_editor.form_plan import page_plan
from explorer.ui.case_editor.level_words import shift_words
from explorer.ui.case_editor.outline_tree import OutlineTree
from explorer.ui.case_editor.rows import AreaRow, LineRow
from explorer.ui.case_editor.side_column import SideColumn
from explorer.ui.look.foreign_text import title_text
from explorer.ui.look.long_words import breakable, shortened
from explorer.ui.look.themed import TextSized
from explorer.ui.look.typography import PanelLabel, Rank, fit_labels
from explorer.ui.widgets.announcing import announce
from explorer.ui.widgets.scrolling import QuietScroll
from explorer.ui.window.side_window import SideWindow
from explorer.ui.window.window_size import size_on_screen

WIDTH, HEIGHT = 96.0, 50.0
"""How large the window likes to be, in lines of text."""

SHARES = (20, 46, 36)
"""How the width is shared at first between outline, form, and what stands beside it."""

LEAST_OUTLINE = 10
"""How narrow the outline becomes, in lines of text."""


class CaseEditorWindow(TextSized, SideWindow):
    """Edits one case; asks before it closes with something unsaved.

    Signals
    -------
    save_requested(), use_requested()
        The case shall be written; it shall be written and shown in the main window.
    close_requested()
        The window shall close, if nothing is to be saved first.
    """

    save_requested = Signal()
    use_requested = Signal()
    close_requested = Signal()

    def __init__(self, parent: QWidget, runner: Runner | None = None) -> None:
        super().__init__(parent, grows=False)
        self.setSizeGripEnabled(True)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAccessibleName(tr("Case editor"))
        self.keeper = DraftKeeper(self)
        self.checker = CaseChecker(self, runner)
        self.tree = OutlineTree()
        self.side = SideColumn()
        self.title = PanelLabel(Rank.TITLE, "", self.page)
        self.note = PanelLabel(Rank.STRONG, "", self.page)
        self.undo = self._button(tr("Undo"))
        self.redo = self._button(tr("Redo"))
        self.save = self._button(tr("Save"))
        self.use = self._button(tr("Save and use"))
        self.form = Form(())
        self.look: Look | None = None
        self.where: Path = ()
        self._scroll = QuietScroll(self.form)
        self._keys = EditorKeys(self)
        self._arrange()
        self._connect()
        self.follow_text_size()

    def open_draft(self, draft: CaseDraft, path: Path = ()) -> None:
        """Edit a draft, beginning with a page."""
        self.look = None
        self.side.forget()
        self.where = path
        self.keeper.open(draft)
        self.checker.look(draft.content, at_once=True)
        self._show_page(path)
        self.tree.setFocus()
        self.show()
        self.raise_()
        self.activateWindow()

    def go_to(self, path: Path) -> None:
        """Show the page on which a place stands, and give the keyboard to its row."""
        self._show_page(page_of(self.keeper.content, path))
        self.form.focus_place(path)
        focused = self.form.focusWidget()
        if focused is not None:  # pyright: ignore[reportUnnecessaryComparison]
            self._scroll.ensureWidgetVisible(focused)

    def stop(self) -> None:
        """Look at nothing more."""
        self.checker.stop()

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        return button

    def _arrange(self) -> None:
        top = QHBoxLayout()
        for button in (self.undo, self.redo):
            top.addWidget(button)
        top.addStretch(1)
        for button in (self.save, self.use):
            top.addWidget(button)
        middle = QWidget()
        column = QVBoxLayout(middle)
        gap = self.fontMetrics().height() // 2
        column.setContentsMargins(gap, 0, gap, 0)
        column.addWidget(self.title)
        column.addWidget(self.note)
        column.addWidget(self._scroll, 1)
        self.parts = QSplitter(Qt.Orientation.Horizontal)
        self.parts.setChildrenCollapsible(False)
        for part, share in zip((self.tree, middle, self.side), SHARES, strict=True):
            self.parts.addWidget(part)
            self.parts.setStretchFactor(self.parts.count() - 1, share)
        whole = QVBoxLayout(self.page)
        whole.addLayout(top)
        whole.addWidget(self.parts, 1)

    def _connect(self) -> None:
        self.keeper.changed.connect(self._on_changed)
        self.checker.looked.connect(self._on_looked)
        self.tree.page_chosen.connect(self._on_page)
        self.side.problems.wanted.connect(self._on_problem)
        self.undo.clicked.connect(self._undo)
        self.redo.clicked.connect(self._redo)
        self.save.clicked.connect(self.save_requested)
        self.use.clicked.connect(self.use_requested)
        self._keys.pressed.connect(self._on_keys)
        self._keys.watch(self)

    def _on_changed(self) -> None:
        content, draft = self.keeper.content, self.keeper.draft
        self.tree.show_pages(outline(content, self.keeper.words))
        self.undo.setEnabled(bool(draft.past))
        self.redo.setEnabled(bool(draft.future))
        self.undo.setToolTip(tr("Undo: {name}", name=draft.past[-1].name) if draft.past else "")
        self.redo.setToolTip(tr("Redo: {name}", name=draft.future[-1].name) if draft.future else "")
        self._show_title(content)
        self._show_note(content)
        self._show_rows(content)
        self.checker.look(content)

    def _show_title(self, content: Content) -> None:
        name = shortened(title_of(content, tr("New case")))
        is_changed = self.keeper.draft.has_changes
        words = tr("{name} (edited)", name=name) if is_changed else name
        self.setWindowTitle(title_text(tr("Case editor: {name}", name=words)))

    def _show_note(self, content: Content) -> None:
        """Say what the last change took along elsewhere, until the next one."""
        text = shift_words(
            content, self.keeper.shifts, self.keeper.record_shifts, self.keeper.words
        )
        self.note.show_text(breakable(text))
        self.note.setVisible(bool(text))
        if text:
            announce(self.note, text)

    def _show_page(self, path: Path) -> None:
        """Show another page, or the same anew."""
        self.where = path
        self.tree.show_chosen(path)
        self._show_rows(self.keeper.content)

    def _show_rows(self, content: Content) -> None:
        plan = page_plan(content, self.where, self.keeper.words)
        while not plan and self.where:
            self.where = page_of(content, self.where[:-1])
            self.tree.show_chosen(self.where)
            plan = page_plan(content, self.where, self.keeper.words)
        if not self.form.can_show(plan) or not self.form.plan:
            self._replace_form(Form(plan))
        self.title.show_text(breakable(self.keeper.place_words(self.where)))
        self.form.show_content(content, plan)
        if self.look is not None:
            self.form.show_problems(self.look.problems, self.where)

    def _replace_form(self, form: Form) -> None:
        old = self.form
        had_keyboard = old.isAncestorOf(self.focusWidget())
        self.form = form
        form.edited.connect(self._on_edited)
        form.kind_chosen.connect(self.keeper.change_kind)
        form.key_chosen.connect(self._on_key)
        form.part_toggled.connect(self.keeper.change_part)
        form.entry_changed.connect(self.keeper.change_entry)
        form.key_changed.connect(self.keeper.change_key)
        form.opened.connect(self.go_to)
        form.left.connect(self.keeper.settle)
        self._scroll.takeWidget()
        # The old form may be where this call comes from: it goes once that has returned, and not
        # with the last name that Python has for it.
        old.hide()
        old.setParent(self)
        old.deleteLater()
        self._scroll.setWidget(form)
        if had_keyboard:
            form.focus_place(self.where)
        for row in form.rows:
            if isinstance(row, LineRow | AreaRow):
                self._keys.watch(row.target())

    def _on_edited(self, path: object, value: object) -> None:
        self.keeper.edit(cast("Path", path), value)

    def _on_key(self, path: object, key: str) -> None:
        """Let the part in sight stand under another id, and keep it in sight."""
        *above, old = cast("Path", path)
        names = list(cast("Content", at(self.keeper.content, tuple(above))))
        self.keeper.change_key(tuple(above), names.index(str(old)), key)
        self.go_to((*above, key))

    def _on_looked(self, look: Look) -> None:
        if look.content is not self.keeper.content:
            return
        had = None if self.look is None else len(self.look.problems)
        self.look = look
        self.side.show_look(look, self.keeper.words)
        self.form.show_problems(look.problems, self.where)
        errors = [problem for problem in look.problems if problem.is_error]
        self.tree.show_wrong([page_of(look.content, problem.path) for problem in errors])
        if had != len(look.problems):
            announce(self.side, self.side.count.text())

    def _on_page(self, path: object) -> None:
        self.keeper.settle()
        self._show_page(cast("Path", path))

    def _on_problem(self, path: object) -> None:
        self.go_to(cast("Path", path))

    def _undo(self) -> None:
        self._follow(self.keeper.undo())

    def _redo(self) -> None:
        self._follow(self.keeper.redo())

    def _follow(self, path: Path | None) -> None:
        """Show where a change was taken back or made again."""
        if path is not None:
            self._show_page(page_of(self.keeper.content, path))

    def _on_keys(self, wish: str) -> None:
        {"undo": self._undo, "redo": self._redo, "save": self.save_requested.emit}[wish]()

    def follow_text_size(self) -> None:
        fit_labels(self)
        self.resize(size_on_screen(self, WIDTH, HEIGHT))
        line = self.fontMetrics().height()
        self.tree.setMinimumWidth(LEAST_OUTLINE * line)
        self.parts.setSizes([round(share * line) for share in SHARES])

    def reject(self) -> None:
        """Ask to be closed, as Escape does."""
        self.close_requested.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.close_requested.emit()
