"""Member words: what every member of a case file is called, and what belongs there.

The forms of the case editor, the published schema and the guide read them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from explorer.model.member_rules import special_words, text_words
from explorer.model.wording import tr

Words = tuple[str, str]
"""A member's title, and a sentence on what belongs there."""


@dataclass(frozen=True, slots=True)
class MemberWords:
    """The words of all members in one language: by member, and by record and member."""

    known: Mapping[str, Words]

    def of(self, model: str, name: str) -> Words:
        """Return a member's title and what belongs there.

        A member that nobody describes is called by its own name.

        Parameters
        ----------
        model
            The name of the record that holds it, such as "Issue".
        name
            The member, as the file spells it.
        """
        found = self.known.get(f"{model}.{name}") or self.known.get(name)
        return found or (name.replace("_", " ").capitalize(), "")


def member_words() -> MemberWords:
    """Return the words of all members of a case in the reader's language."""
    return MemberWords({**text_words(), **_number_words(), **_part_words(), **special_words()})


def _number_words() -> dict[str, Words]:
    return {
        "value": (tr("Likely value"), tr("The number that the model uses.")),
        "low": (tr("Low"), tr("The lowest value that can be defended, not above the likely one.")),
        "high": (tr("High"), tr("The highest value that can be defended, not below the likely.")),
        "values": (tr("Values"), tr("Controls and their values; others stay as they are.")),
        "unit": (tr("Unit"), tr("What the number counts, such as points.")),
        "points": (tr("Points"), tr("What each level is worth, in the receiver's points.")),
        "amount": (
            tr("Amount"),
            tr("By how much each 100 of the control moves it."),
        ),
        "ceiling": (
            tr("Ceiling"),
            tr("The most that a package counts for; seldom needed, empty for no end."),
        ),
        "neutral": (tr("Neutral at"), tr("Where the control stands without any effect, 0 to 100.")),
        "share": (tr("Share"), tr("A part of a whole, 0 to 1.")),
        "fixed_share": (tr("Fixed share"), tr("What is there at 0 of the control, 0 to 1.")),
        "floor": (tr("Floor"), tr("Below this the factor never falls, 0 to 1.")),
        "default": (tr("Default"), tr("Where it stands unless something else is chosen.")),
        "start": (tr("From"), tr("The value from which these words hold.")),
        "at_least": (tr("At least"), tr("The lowest level that fits, by its number.")),
        "at_most": (tr("At most"), tr("The highest level that fits; empty for no upper end.")),
        "level": (tr("Level"), tr("From this level on, by its number.")),
        "columns": (tr("Columns"), tr("Cells of the deal map from side to side, 4 to 400.")),
        "packages": (tr("Packages"), tr("Deals that were offered, signed or discussed.")),
        "eager": (tr("Eager"), tr("How many wills reach the threshold.")),
        "days": (tr("Days"), tr("How long it takes or lasts, in days.")),
        "eager_from": (tr("Eager from"), tr("From this will on somebody is eager to meet.")),
        "show_from": (
            tr("Show from"),
            tr("From these wills on the two meet although terms clash."),
        ),
        "little_from": (
            tr("Little from"),
            tr("So many points are something to gain."),
        ),
        "much_from": (tr("Much from"), tr("So many points are much to gain.")),
        "fixed": (tr("Fixed at"), tr("At which share this option holds it; empty for its own.")),
        "multipliers": (
            tr("Shares seen"),
            tr("A line for each level, a share for each level of verification, rising, 0 to 1."),
        ),
    }


def _part_words() -> dict[str, Words]:
    return {
        "levels": (tr("Levels"), tr("Issues and their levels; those not named stand at 0.")),
        "cost": (tr("Cost"), tr("What the side that gives pays for each level.")),
        "base": (tr("Base"), tr("What holds with every control at 0.")),
        "slopes": (tr("Moved by"), tr("Controls that move it, and by how much.")),
        "series": (tr("Added at 100"), tr("What is added for each level with the control at 100.")),
        "benefit": (tr("Benefit"), tr("What the other side has from each level.")),
        "growth": (tr("Grows with"), tr("A control without which only a share is there.")),
        "verification": (
            tr("Verification"),
            tr("Which share of the benefit is left at each level of verification."),
        ),
        "discount": (tr("Discount"), tr("The factor that lowers this benefit.")),
        "waiting": (tr("Waiting (BATNA)"), tr("What the side has without a deal.")),
        "headline": (tr("Headline"), tr("What a deal as such is worth to its leader.")),
        "will": (tr("Will"), tr("The control of political will that scales it.")),
        "credibility": (
            tr("Trust in the other"),
            tr("The control that tells which share of promises it expects to be kept."),
        ),
        "status": (tr("Words along the scale"), tr("Stretches of the scale; the first from 0.")),
        "marks": (tr("Marks"), tr("Dated anchors on the control's track.")),
        "shown": (tr("In sight"), tr("Controls that stand under the heading.")),
        "folded": (tr("Folded"), tr("Controls behind “more lines”.")),
        "leaders": (tr("Leaders"), tr("Who led this side when, in order.")),
        "options": (tr("Options"), tr("At least two ways in which the model could be built.")),
        "needs": (tr("Needs"), tr("What has to hold before the levels are possible.")),
        "also_needs": (tr("Also needs"), tr("What has to hold as well.")),
        "unless": (tr("Unless"), tr("A condition under which the line is off.")),
        "when": (tr("When"), tr("The levels that the rule is about.")),
        "requires": (tr("Requires one of"), tr("Patterns of which the package has to fit one.")),
        "terms": (tr("Terms"), tr("What levels bring only together.")),
        "assumptions": (tr("Factors"), tr("Numbers of the case and what multiplies them.")),
        "windows": (tr("Windows"), tr("Stretches of time in which a meeting could be held.")),
        "views": (tr("Views"), tr("What others said about meeting.")),
        "lead_times": (tr("Lead times"), tr("One for each number of eager wills, from 0 up.")),
        "wills": (tr("Wills"), tr("The controls that tell how eager the two are.")),
        "gains": (tr("Gains"), tr("What counts as little and as much to gain.")),
        "entry": (tr("Entry terms"), tr("The two red lines that clash before a meeting.")),
        "outcome": (tr("Outcome"), tr("What came of the window, once that is known.")),
        "classes": (
            tr("Classes"),
            tr("Kinds of deals; the first that fits counts."),
        ),
        "changes": (tr("Changes"), tr("What is new, a sentence for each.")),
    }
