"""What a control shows of itself: its words, its range, its dated marks."""

from dataclasses import dataclass

from explorer.ui.look.theme import AccentRole

OPEN_END = "…"
"""How a name ends whose sentence the value completes."""


@dataclass(frozen=True, slots=True)
class TrackMark:
    """A dated anchor on a track: ``label`` stands above it, ``words`` explain it on pointing."""

    value: int
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class ControlFace:
    """Everything a control's widget needs that does not change while it is moved.

    Attributes
    ----------
    id
        The control's name in files and signals; never shown.
    name
        The label, without an access key.
    role
        The party whose colour the control wears.
    minimum, maximum
        Whole steps, the ends included; steps count from the left of the track.
    is_reversed
        Whether the control's value falls from step to step: a red line is loosest at the left.
    step, page_step
        What an arrow key and a Page key add.
    low_word, high_word
        One word for each end; empty for none.
    marks
        Dated anchors, in any order.
    value_words
        One wording for each step from ``minimum`` to ``maximum``, or empty. The control keeps
        room for the longest, so that nothing below it moves during a drag; a red line does so
        from the moment it is drawn.
    suffix
        Stands behind the number in the number box, with its own leading space if it needs one.
    is_level
        Whether the stops are words rather than numbers: ticks, and no number box.
    loosest
        The step at which a red line rules nothing out; None for controls that are no red lines.
    access_key
        The letter of ``name`` that moves the focus here; empty for none.
    tool_tip, description
        The purpose for those who point, and for those who listen.
    """

    id: str
    name: str
    role: AccentRole = "neutral"
    minimum: int = 0
    maximum: int = 100
    is_reversed: bool = False
    step: int = 1
    page_step: int = 10
    low_word: str = ""
    high_word: str = ""
    marks: tuple[TrackMark, ...] = ()
    value_words: tuple[str, ...] = ()
    suffix: str = ""
    is_level: bool = False
    loosest: int | None = None
    access_key: str = ""
    tool_tip: str = ""
    description: str = ""

    def __post_init__(self) -> None:
        """Refuse an empty range and wordings that do not match it."""
        if self.maximum <= self.minimum:
            message = f"control {self.id}: the range from {self.minimum} is empty"
            raise ValueError(message)
        if len(self.value_words) not in {0, self.maximum - self.minimum + 1}:
            message = f"control {self.id}: one wording is needed for each value"
            raise ValueError(message)

    @property
    def label_text(self) -> str:
        """The name as a label takes it, the access key marked."""
        name = self.name.replace("&", "&&")
        place = name.lower().find(self.access_key.lower()) if self.access_key else -1
        return name if place < 0 else f"{name[:place]}&{name[place:]}"

    def turned(self, value: int) -> int:
        """Return the step at which a value stands, and as well the value of a step."""
        return self.minimum + self.maximum - value if self.is_reversed else value

    def words_at(self, step: int) -> str:
        """Return the wording of a step in range, empty if the control has none."""
        return self.value_words[step - self.minimum] if self.value_words else ""

    def sentence_at(self, step: int) -> str:
        """Return the wording of a step; that of a red line ends the sentence its name begins."""
        words = self.words_at(step)
        if self.loosest in {None, step} or not self.name.endswith(OPEN_END):
            return words
        return f"{self.name.removesuffix(OPEN_END)}“{words}”"
