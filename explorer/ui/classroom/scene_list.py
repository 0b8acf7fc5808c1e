"""The list of scenes: small pictures or names side by side, gone to, named and moved."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QDropEvent, QFontMetrics, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from explorer.classroom.scenes import scene_name
from explorer.model.classroom import EMPTY_CLASSROOM, Classroom
from explorer.model.scene import Scene
from explorer.model.wording import tr
from explorer.ui.look.foreign_text import plain_words
from explorer.ui.look.theme import scaled_font
from explorer.ui.look.themed import Themed, theme_in_force
from explorer.ui.pictures.strokes import small_font
from explorer.ui.widgets.text_field import TextField
from explorer.ui.window.tab_strip import SHAPE

Key = Qt.Key
Role = Qt.ItemDataRole
Index = QModelIndex | QPersistentModelIndex

PICTURE = 8.0
"""How wide a small picture is, in lines of text."""

NAME = 11.0
"""How wide a name without a picture is at most, in lines of text."""

PAD = 0.4
"""Room around picture and name, in lines of text."""

MARK = 1.8
"""How much larger than the text the mark is that stands for an answer that is hidden."""

ENTER = (Key.Key_Return, Key.Key_Enter)
MOVES = {Key.Key_Left: -1, Key.Key_Up: -1, Key.Key_Right: 1, Key.Key_Down: 1}

Picture = Callable[[Scene, QSize, float], QPixmap | None]


class SceneModel(QAbstractListModel):
    """The scenes of a classroom as Qt lists them.

    ``renamed(int, str)``: The hand typed another name for the scene at a place.
    """

    renamed = Signal(int, str)

    def __init__(self, parent: QObject) -> None:
        """Begin without scenes."""
        super().__init__(parent)
        self.classroom = EMPTY_CLASSROOM

    def show_classroom(self, classroom: Classroom) -> None:
        """Show other scenes; names and the mark of the one at hand change in place."""
        if len(classroom.scenes) == len(self.classroom.scenes):
            self.classroom = classroom
            ends = (self.index(0), self.index(max(0, len(classroom.scenes) - 1)))
            self.dataChanged.emit(*ends)
            return
        self.beginResetModel()
        self.classroom = classroom
        self.endResetModel()

    def scene(self, index: Index) -> Scene:
        """Return the scene of an index that is valid."""
        return self.classroom.scenes[index.row()]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.classroom.scenes)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        return (
            flag.ItemIsEnabled
            | flag.ItemIsSelectable
            | flag.ItemIsEditable
            | flag.ItemIsDragEnabled
            | flag.ItemNeverHasChildren
        )

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        scene, number = self.scene(index), index.row() + 1
        if role == Role.DisplayRole:
            return tr("{number}  {name}", number=number, name=scene_name(scene))
        if role == Role.EditRole:
            return scene.name or scene_name(scene)
        if role == Role.ToolTipRole:
            # Qt takes words that look like markup for markup.
            lines = filter(None, (scene_name(scene), scene.caption))
            return "<qt>" + "<br>".join(map(escape, lines)) + "</qt>"
        if role == Role.AccessibleTextRole:
            return self._spoken(scene, number)
        return None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        if not index.isValid() or role != Role.EditRole:
            return False
        self.renamed.emit(index.row(), str(value))
        return True

    def _spoken(self, scene: Scene, number: int) -> str:
        words = tr(
            "Scene {number} of {count}: {name}",
            number=number,
            count=len(self.classroom.scenes),
            name=plain_words(scene_name(scene)),
        )
        hidden = tr("hides its answer") if scene.hides_answer else ""
        shown = tr("shown now") if self.classroom.scene == number - 1 else ""
        return ", ".join(filter(None, (words, hidden, shown)))


class SceneDelegate(QStyledItemDelegate):
    """Draws a scene as a small picture over its name, or as its name alone."""

    def __init__(self, picture: Picture, parent: QListView) -> None:
        """Draw with what ``picture`` returns for a scene, a size and a number of pixels."""
        super().__init__(parent)
        self._picture = picture
        self._view = parent
        self.has_pictures = False

    @property
    def picture_size(self) -> QSize:
        """How large a small picture is, in pixels."""
        wide = round(PICTURE * self._view.fontMetrics().height())
        return QSize(wide, round(SHAPE * wide))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = self._view.fontMetrics().height()
        pad = round(PAD * line)
        if self.has_pictures:
            size = self.picture_size
            small = QFontMetrics(small_font(self._view.font())).height()
            return QSize(size.width() + 2 * pad, size.height() + small + 3 * pad)
        words = self._view.fontMetrics().horizontalAdvance(str(index.data()))
        return QSize(min(words, round(NAME * line)) + 4 * pad, line + 2 * pad)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, room = theme_in_force(), _rect(option)
        pad = round(PAD * self._view.fontMetrics().height())
        model = index.model()
        is_here = isinstance(model, SceneModel) and model.classroom.scene == index.row()
        painter.save()
        if is_here:
            painter.fillRect(room, QColor(theme.selection))
            painter.fillRect(QRect(room.left(), room.bottom() - 2, room.width(), 3), theme.focus)
        inner = room.adjusted(pad, pad, -pad, -pad)
        painter.setFont(self._view.font())
        if self.has_pictures and isinstance(model, SceneModel):
            frame = QRect(inner.topLeft(), self.picture_size)
            self._paint_picture(painter, frame, model.scene(index))
            inner.setTop(frame.bottom() + pad // 2)
            painter.setFont(small_font(self._view.font()))
        painter.setPen(QColor(theme.ink))
        metrics = painter.fontMetrics()
        words = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, words)
        if _has_focus(option) and self._view.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRect(room.adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_picture(self, painter: QPainter, frame: QRect, scene: Scene) -> None:
        theme = theme_in_force()
        painter.fillRect(frame, QColor(theme.ground))
        picture = self._picture(scene, self.picture_size, self._view.devicePixelRatioF())
        if scene.hides_answer:
            painter.setPen(QColor(theme.ink_soft))
            painter.setFont(scaled_font(self._view.font(), MARK))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, "?")
        elif picture is not None and not picture.isNull():
            painter.drawPixmap(frame, picture)
        painter.setPen(QColor(theme.rule))
        painter.drawRect(frame.adjusted(0, 0, -1, -1))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = TextField(parent)
        editor.setMaxLength(120)
        editor.setAccessibleName(tr("Name of scene {number}", number=index.row() + 1))
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        room = _rect(option)
        height = min(room.height(), editor.sizeHint().height())
        editor.setGeometry(QRect(room.left(), room.bottom() + 1 - height, room.width(), height))


class SceneList(Themed, QListView):
    """Scenes side by side; it has its own keys while it has the keyboard.

    Enter or a click goes to a scene, F2 names it, Delete removes it, Alt with an arrow moves it.

    Signals
    -------
    chosen(int), removed(int)
        The hand goes to the scene at a place, or takes it away.
    moved(int, int)
        The hand puts the scene of one place at another.
    """

    chosen = Signal(int)
    removed = Signal(int)
    moved = Signal(int, int)

    def __init__(self, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last = 0
        self.scenes = SceneModel(self)
        self.setModel(self.scenes)
        self.drawing = SceneDelegate(picture, self)
        self.setItemDelegate(self.drawing)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setAccessibleName(tr("Scenes"))
        self.setAccessibleDescription(
            tr("Enter shows a scene, F2 names it, Alt with an arrow moves it, Delete removes it")
        )
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QListView.DragDropMode.InternalMove)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentChanged.connect(self._on_current)

    @property
    def place(self) -> int | None:
        """The place of the scene on which the keyboard stands, or None."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def show_classroom(self, classroom: Classroom) -> None:
        """Show scenes, and let the keyboard stand on the one that is gone to; emits nothing."""
        before = self.scenes.classroom
        self.scenes.show_classroom(classroom)
        place = classroom.scene
        if place is not None and (place != before.scene or not self.currentIndex().isValid()):
            self.setCurrentIndex(self.scenes.index(place))
        elif classroom.scenes and not self.currentIndex().isValid():
            self.setCurrentIndex(self.scenes.index(min(self._last, len(classroom.scenes) - 1)))

    def show_pictures(self, *, has_pictures: bool) -> None:
        """Draw small pictures, or names alone."""
        if has_pictures != self.drawing.has_pictures:
            self.drawing.has_pictures = has_pictures
            self.follow_text_size()

    def scenes_in_sight(self) -> list[Scene]:
        """Return the scenes that can be seen without scrolling."""
        room = self.viewport().rect()
        indexes = (self.scenes.index(row) for row in range(self.scenes.rowCount()))
        return [
            self.scenes.scene(each) for each in indexes if room.intersects(self.visualRect(each))
        ]

    def rename(self) -> None:
        """Type another name for the scene on which the keyboard stands."""
        if self.currentIndex().isValid():
            self.edit(self.currentIndex())

    def follow_text_size(self) -> None:
        """Be as high as a scene."""
        option = QStyleOptionViewItem()
        high = self.drawing.sizeHint(option, QModelIndex()).height()
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(high + bar + 2 * self.frameWidth())
        self.scheduleDelayedItemsLayout()

    def follow_look(self) -> None:
        self.viewport().update()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())

    def _on_current(self, current: Index) -> None:
        if current.isValid():
            self._last = current.row()

    def event(self, event: QEvent) -> bool:
        """Keep keys that mean something else in the rest of the window."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self.place
        if place is None or not _is_own(event):
            super().keyPressEvent(event)
            return
        event.accept()
        if event.key() in ENTER:
            self.chosen.emit(place)
        elif event.key() == Key.Key_F2:
            self.rename()
        elif event.key() in MOVES:
            to = place + MOVES[Key(event.key())]
            if 0 <= to < self.scenes.rowCount():
                self.moved.emit(place, to)
                self.setCurrentIndex(self.scenes.index(to))
        else:
            self.removed.emit(place)

    def dropEvent(self, event: QDropEvent) -> None:
        # Nothing is taken out by the drag itself: the document says which scenes there are.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if event.source() is self:
            self.drop_at(event.position().toPoint())

    def drop_at(self, point: QPoint) -> None:
        """Put the scene on which the keyboard stands where a point is."""
        index = self.indexAt(point)
        place, to = self.place, index.row() if index.isValid() else self.scenes.rowCount() - 1
        if place is not None and to != place:
            self.moved.emit(place, to)
            self.setCurrentIndex(self.scenes.index(to))


def _is_own(event: QKeyEvent) -> bool:
    """Return whether a key is one of the list's own."""
    modifiers, key = event.modifiers(), event.key()
    if key in MOVES:
        return bool(modifiers & Qt.KeyboardModifier.AltModifier)
    is_plain = not modifiers & ~Qt.KeyboardModifier.KeypadModifier
    return is_plain and key in (*ENTER, Key.Key_F2, Key.Key_Delete, Key.Key_Backspace)


def _rect(option: QStyleOptionViewItem) -> QRect:
    return QRect(option.rect)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownArgumentType, reportUnknownMemberType]


def _has_focus(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_HasFocus)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownArgumentType, reportUnknownMemberType]
