"""How many examples a law is tried with: its own number, or fewer in the quick profile."""

from hypothesis import settings

USUAL = 50
"""Examples of a law without a number of its own, in the usual profile."""

QUICK = 8
"""The same in the quick profile, which is for every day."""

THOROUGH = 1000
"""The same in the thorough profile, which is for a night."""


def examples(usual: int) -> settings:
    """Return settings of a law that is tried with so many examples in the usual profile.

    In the quick profile it is tried with as many fewer as the others, at least with two.
    """
    share = min(1.0, settings.default.max_examples / USUAL)
    return settings(max_examples=max(2, round(usual * share)))
