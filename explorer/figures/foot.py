"""The line at the foot of everything that is handed out: by which case and model it was made."""

from explorer import __version__
from explorer.model.case import Case
from explorer.model.day_words import day_words
from explorer.model.version import MODEL_VERSION
from explorer.model.wording import tr


def foot_line(case: Case) -> str:
    """Return the line, with the day of the case's values where it has one."""
    about = tr(
        "{case}, version {version}; model {model}, Deal Zone Explorer {program}.",
        case=case.name,
        version=case.version,
        model=MODEL_VERSION,
        program=__version__,
    )
    day = (
        tr("Values and sources as of {day}.", day=day_words(case.as_of))
        if case.as_of is not None
        else ""
    )
    return " ".join(part for part in (about, day, tr("A teaching model, not a forecast.")) if part)
