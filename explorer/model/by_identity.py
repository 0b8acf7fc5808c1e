"""Identity keys: cases as keys of caches that never compare what is in them."""

from explorer.model.case import Case


class ByIdentity:
    """A case as a key that is equal only to itself: comparing whole cases would be slow."""

    __slots__ = ("case",)

    def __init__(self, case: Case) -> None:
        self.case = case

    def __hash__(self) -> int:
        return id(self.case)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ByIdentity) and other.case is self.case
