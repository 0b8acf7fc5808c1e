"""Where the keyboard's cursor goes next in a row of things."""


def stepped(place: int | None, step: int, count: int) -> int | None:
    """Return the place after a step, or None if there is nothing to stand on.

    The cursor stays on the first and on the last; from nowhere it comes in at the end from which
    the step leads.

    Parameters
    ----------
    place
        Where the cursor stands, counted from 0; None for nowhere.
    step
        How far it goes, backwards if negative.
    """
    last = count - 1
    if last < 0:
        return None
    if place is None:
        return 0 if step > 0 else last
    return min(max(place + step, 0), last)
