"""The words of what can be chosen in a case file, which spells it for programs."""

from explorer.model.wording import tr


def choice_words(value: str) -> str:
    """Return how a value of a choice is called."""
    known = {
        "sender": tr("the sender"),
        "target": tr("the target"),
        "others": tr("others"),
        "time": tr("time alone"),
        "nobody": tr("nobody"),
        "leverage": tr("leverage"),
        "will": tr("political will"),
        "credibility": tr("trust in a side"),
        "scale": tr("scale from 0 to 100"),
        "limit": tr("red line"),
        "consent": tr("consent of somebody"),
        "guard": tr("guard of a stakeholder"),
        "coherence": tr("coherence rule"),
        "at_most": tr("at most this level"),
        "at_least": tr("at least this level"),
        "moment": tr("a moment"),
        "period": tr("a period"),
        "multiply": tr("they multiply"),
        "replace": tr("what is seen needs no trust"),
        "trust_and_verification": tr("trust and verification"),
        "ending_share": tr("an ending share"),
    }
    return known.get(value, value)
