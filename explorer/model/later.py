"""What came after the day of a case: kept apart, so that no value of the case knows of it."""

from explorer.model.quantity import Day, Frozen, Text


class LaterFact(Frozen):
    """Something that became known after the day of a case, in our own words."""

    date: Day
    words: Text
    source: Text
