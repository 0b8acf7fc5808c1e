"""Pages that lie on each other, one of them in sight."""

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget


def leave_room_to(pages: QStackedWidget, page: QWidget) -> None:
    """Let a page be as small as it can be, whatever the others need."""
    for place in range(pages.count()):
        each = pages.widget(place)
        policy = QSizePolicy.Policy.Preferred if each is page else QSizePolicy.Policy.Ignored
        each.setSizePolicy(policy, policy)
