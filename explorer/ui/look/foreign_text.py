"""Foreign text in places where Qt reads some signs as its own: buttons, menus, window titles."""

from explorer.model.visible_text import one_line


def button_text(text: str) -> str:
    """Return a text for a button or a menu, in which an ampersand marks no access key."""
    return one_line(text).replace("&", "&&")


def plain_words(text: str) -> str:
    """Return what is read of a text for a button or a menu, without the mark of its access key."""
    return "&".join(part.replace("&", "") for part in text.split("&&"))


def title_text(text: str) -> str:
    """Return a text for a window's title, in which nothing stands for "has been changed"."""
    return one_line(text).replace("[*]", "[*][*]")
