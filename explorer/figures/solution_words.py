"""What the solutions of the bargain are called, and what they are."""

from explorer.model.wording import tr


def nash_name() -> str:
    """Return the name of the Nash solution."""
    return tr("Nash solution")


def nash_words() -> str:
    """Return what the Nash solution is, in one sentence (Nash 1950)."""
    return tr("The package of the deal zone with the largest product of both gains.")


def kalai_smorodinsky_name() -> str:
    """Return the name of the Kalai-Smorodinsky solution."""
    return tr("Kalai-Smorodinsky solution")


def kalai_smorodinsky_words() -> str:
    """Return what the Kalai-Smorodinsky solution is, in one sentence (1975)."""
    return tr(
        "The package of the deal zone in which the side that comes off worse still has the "
        "largest part of the best it could hope for."
    )
