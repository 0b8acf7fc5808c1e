"""The draft of a case: what the editor holds, with everything that can be undone."""

from dataclasses import dataclass, replace

from explorer.model.case_tree import Content, Path

MOST_STEPS = 500
"""How many changes can be undone."""


@dataclass(frozen=True, slots=True)
class Step:
    """A change: what stood before it, what it is called, and where it was made.

    ``record`` is what stood in the record of the case.
    """

    content: Content
    name: str
    path: Path
    record: Content | None = None


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """What a case file will hold, sound or not yet, and what stood there before.

    ``saved`` is what the file holds; None where there is none yet. ``past`` has the oldest change
    first, ``future`` what was undone, the next to be done again last. Typing into one field is
    one change as long as ``is_open``. ``record`` is what the file of the case's history holds, None
    for a case without one: changes of levels take its numbers along.
    """

    content: Content
    saved: Content | None = None
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()
    is_open: bool = False
    record: Content | None = None

    @property
    def has_changes(self) -> bool:
        """Whether something stands here that the file does not hold."""
        return self.content != self.saved and (self.saved is not None or bool(self.past))

    def edited(
        self,
        content: Content,
        name: str,
        path: Path,
        *,
        goes_on: bool = False,
        record: Content | None = None,
    ) -> "CaseDraft":
        """Return the draft after a change.

        Parameters
        ----------
        content
            What stands from now on; the same as before is no change.
        name
            What the change is called, within a sentence.
        path
            Where it was made.
        goes_on
            Whether more may follow at the same place that belongs to the same change.
        record
            What stands in the record from now on; None for the same as before.
        """
        if content == self.content:
            return self
        if self.is_open and goes_on and self.past and self.past[-1].path == path:
            return replace(self, content=content, future=())
        step = Step(self.content, name, path, self.record)
        return replace(
            self,
            content=content,
            past=(*self.past, step)[-MOST_STEPS:],
            future=(),
            is_open=goes_on,
            record=self.record if record is None else record,
        )

    def settled(self) -> "CaseDraft":
        """Return the draft with the change under way ended: what follows is another one."""
        return replace(self, is_open=False) if self.is_open else self

    def undone(self) -> "CaseDraft":
        """Return the draft before its last change; itself where there is none."""
        if not self.past:
            return self
        *past, last = self.past
        back = Step(self.content, last.name, last.path, self.record)
        return replace(
            self,
            content=last.content,
            past=tuple(past),
            future=(*self.future, back),
            is_open=False,
            record=last.record,
        )

    def redone(self) -> "CaseDraft":
        """Return the draft with the change that was undone last; itself where there is none."""
        if not self.future:
            return self
        *future, last = self.future
        back = Step(self.content, last.name, last.path, self.record)
        return replace(
            self,
            content=last.content,
            past=(*self.past, back),
            future=tuple(future),
            is_open=False,
            record=last.record,
        )

    def written(self) -> "CaseDraft":
        """Return the draft once the file holds what stands here."""
        return replace(self, saved=self.content, is_open=False)
