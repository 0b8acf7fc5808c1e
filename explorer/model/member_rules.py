"""Words of members that hold texts, references and choices, and of those with a sense apart."""

from explorer.model.wording import tr

Words = tuple[str, str]


def text_words() -> dict[str, Words]:
    """Return the words of texts, references and choices, by the member's name."""
    return {**_plain_texts(), **_days(), **_references(), **_choices()}


def _plain_texts() -> dict[str, Words]:
    return {
        "id": (
            tr("Id"),
            tr("A short name for files: small letters, digits, hyphens; a letter first."),
        ),
        "name": (tr("Name"), tr("What it is called in full.")),
        "short": (tr("Short name"), tr("What it is called where there is little room.")),
        "label": (tr("Label"), tr("A few words to stand beside the mark.")),
        "title": (tr("Title"), tr("What the source is called.")),
        "publisher": (tr("Publisher"), tr("Who published it.")),
        "note": (tr("Note"), tr("Why the number or the text is as it is.")),
        "meaning": (tr("Meaning"), tr("What it stands for, in a sentence.")),
        "words": (tr("Words"), tr("What it is, in plain words.")),
        "purpose": (tr("Purpose"), tr("What moving it means, in a sentence.")),
        "background": (tr("Background"), tr("What one should know of it.")),
        "interacts": (tr("Interacts"), tr("How it works together with others; a line for each.")),
        "disagreement": (tr("Disagreement"), tr("Where people who know it disagree.")),
        "low_word": (tr("Word at the low end"), tr("One word for the left end of its track.")),
        "high_word": (tr("Word at the high end"), tr("One word for the right end of its track.")),
        "adjective": (tr("Adjective"), tr("The side as an adjective, such as French.")),
        "leader": (tr("Leader"), tr("Who leads where no list of leaders tells.")),
    }


def _days() -> dict[str, Words]:
    return {
        "since": (tr("Since"), tr("The first day; empty for an open end.")),
        "until": (tr("Until"), tr("The last day; empty for an open end.")),
        "date": (tr("Date"), tr("When that was, in words.")),
        "dates": (tr("Dates"), tr("When the window is open, in words.")),
        "as_of": (tr("As of"), tr("The day to which numbers and texts hold, as in 1998-06-01.")),
        "opens": (tr("Opens"), tr("Its first day.")),
        "closes": (tr("Closes"), tr("Its last day; without one, give its length in days.")),
        "known_from": (tr("Known from"), tr("Before this day nobody spoke of it.")),
        "agreed_from": (tr("Agreed from"), tr("From this day on the meeting is agreed.")),
        "met": (tr("Met"), tr("Whether a meeting was held.")),
    }


def _references() -> dict[str, Words]:
    return {
        "sentence": (tr("Sentence"), tr("What introduces it where it is offered.")),
        "question": (tr("Question"), tr("The doubt, as a question.")),
        "reason": (tr("Reason"), tr("Why this option is taken.")),
        "who": (tr("Who"), tr("Whose position it is.")),
        "claim": (tr("Claim"), tr("What they hold, in your own words.")),
        "begins": (tr("Begins"), tr("The red line's sentence up to its level; may be empty.")),
        "topic": (tr("Topic"), tr("Its name within a sentence, such as aid; may be empty.")),
        "page": (tr("Page"), tr("The id of a page of the guide.")),
        "source": (tr("Source"), tr("Which of the case's sources it comes from.")),
        "sources": (tr("Sources"), tr("Which of the case's sources it comes from; at least one.")),
        "control": (tr("Control"), tr("The control that moves it, by its id.")),
        "issue": (tr("Issue"), tr("The issue it is about, by its id.")),
        "stakeholder": (tr("Stakeholder"), tr("Who it is about, by their id.")),
        "sender_issue": (tr("Issue of the sender"), tr("What serves the sender.")),
        "stakeholder_issue": (tr("Issue of the stakeholder"), tr("What serves the stakeholder.")),
        "lens": (tr("Lens"), tr("The lens that holds this view, if there is one.")),
        "pair": (tr("Answered by"), tr("The lens that answers this one; both name each other.")),
        "preset": (tr("Scenario"), tr("The scenario by its id.")),
        "most": (tr("At most"), tr("The line that its party will not pass.")),
        "least": (tr("At least"), tr("The line that the other side insists on.")),
        "ends": (tr("Ends with a deal"), tr("The share of it that ends; empty for all of it.")),
    }


def _choices() -> dict[str, Words]:
    return {
        "kind": (tr("Kind"), tr("What it is to the model.")),
        "role": (tr("Role"), tr("What the scale stands for: leverage, will or credibility.")),
        "party": (tr("Side"), tr("Whose it is.")),
        "given_by": (tr("Given by"), tr("The target gives commitments, the sender concessions.")),
        "group": (tr("Group"), tr("One moment of bargaining, or the middle of several years.")),
        "bound": (tr("Bound"), tr("Whether the line allows at most or demands at least a level.")),
        "rule": (tr("Rule"), tr("Whether trust and verification multiply or replace each other.")),
        "is_on": (tr("Rules count"), tr("Whether coherence rules count under this option.")),
        "raised_by": (tr("Raised by"), tr("Who can raise it, if not its side.")),
        "lowered_by": (tr("Lowered by"), tr("Who can lower it, if not its side.")),
        "version": (tr("Version"), tr("Numbers between dots, such as 1.0; a newer one is higher.")),
    }


def special_words() -> dict[str, Words]:
    """Return the words of members whose sense depends on the record that holds them."""
    return {**_case_words(), **_record_words()}


def _record_words() -> dict[str, Words]:
    return {
        "Issue.levels": (tr("Levels"), tr("From none at 0 to the deepest; at least two.")),
        "Issue.short": (tr("Short name"), tr("A name of a word or two, for axes and tables.")),
        "Series.values": (
            tr("Value at each level"),
            tr("One number a level; 0 at level 0."),
        ),
        "Series.low": (tr("Low factor"), tr("By what all may be too high: 0.01 to 1.")),
        "Series.high": (tr("High factor"), tr("By what all may be too low: 1 to 100.")),
        "Mark.value": (tr("Value"), tr("Where on the track it stands, 0 to 100.")),
        "Headline.points": (tr("Points"), tr("What a deal as such is worth at full will.")),
        "Ceiling.points": (tr("Points"), tr("What is beyond them counts as nothing.")),
        "StakeholderTerm.points": (tr("Points"), tr("What is added; a loss is negative.")),
        "Stakeholder.points": (
            tr("Points"),
            tr("For each issue, how much better or worse than today each level leaves them."),
        ),
        "Condition.at_least": (tr("At least"), tr("From this level on, 1 or higher.")),
        "DealClass.at_least": (tr("At least"), tr("The lowest level of issues in this class.")),
        "DealClass.at_most": (tr("At most"), tr("The highest level of issues in this class.")),
        "ScaleControl.low": (tr("Low"), tr("The lowest value that can be defended, 0 to 100.")),
        "ScaleControl.high": (tr("High"), tr("The highest value that can be defended.")),
        "LinePreset.values": (tr("Values"), tr("Red lines and their levels; others are off.")),
        "Check.packages": (tr("Packages"), tr("How many packages the zone holds.")),
        "Check.classes": (tr("By class"), tr("Of them, how many in each class.")),
        "PageNote.words": (tr("Paragraphs"), tr("What the page adds for this case.")),
        "MapGrid.rows": (tr("Rows"), tr("Cells of the deal map from bottom to top, 4 to 400.")),
        "CitedView.windows": (tr("Windows"), tr("The windows that this view is about.")),
        "Outcome.date": (tr("Date"), tr("When that was known, as in 1998-06-01.")),
        "LaterFact.date": (tr("Date"), tr("When that was, as in 1998-06-01.")),
        "Waiting.base": (tr("Base"), tr("What waiting is worth with every control at neutral.")),
        "AssumptionChange.was": (tr("Was"), tr("What the case gave.")),
        "AssumptionChange.now": (tr("Now"), tr("What stands now.")),
        "Estimate.values": (tr("Values"), tr("The likely value, or one for each level.")),
        "Level.words": (tr("Words"), tr("What is given at this level, as both would sign it.")),
        "EndingChoice.share": (tr("Share"), tr("The ending share that it is about.")),
    }


def _case_words() -> dict[str, Words]:
    return {
        "Case.format": (tr("Format"), tr("Always dealzone-case.")),
        "Case.schema_version": (tr("Schema version"), tr("The version of this format, 1.")),
        "Case.summary": (tr("Summary"), tr("What is bargained over, in two or three sentences.")),
        "Case.limits": (tr("Limits"), tr("What the case leaves out; a line for each.")),
        "Case.sources": (tr("Sources"), tr("Where numbers and statements come from.")),
        "Case.sender": (tr("Sender"), tr("The side that gives concessions.")),
        "Case.target": (tr("Target"), tr("The side that gives commitments.")),
        "Case.ending_shares": (
            tr("Ending shares"),
            tr("Which share of some support for waiting ends with a deal."),
        ),
        "Case.structure": (tr("Structure choices"), tr("Doubts about the form of the model.")),
        "Case.issues": (tr("Issues"), tr("The things bargained over, with their levels.")),
        "Case.discounts": (tr("Discounts"), tr("Factors that lower the worth of concessions.")),
        "Case.sender_stakes": (tr("Stakes of the sender"), tr("Waiting, headline and trust.")),
        "Case.target_stakes": (tr("Stakes of the target"), tr("Waiting, headline and trust.")),
        "Case.controls": (tr("Controls"), tr("Scales, red lines, consents, guards and rules.")),
        "Case.groups": (tr("Control groups"), tr("Headings; each control stands in one of them.")),
        "Case.presets": (tr("Scenarios"), tr("Named settings of the controls; at least one.")),
        "Case.default_preset": (tr("First scenario"), tr("Which scenario is shown first.")),
        "Case.baseline_preset": (tr("Baseline"), tr("Which scenario others are compared with.")),
        "Case.line_presets": (tr("Sets of red lines"), tr("Named sets of one side's lines.")),
        "Case.rows": (tr("Board rows"), tr("Named commitments, one row of the board each.")),
        "Case.landmarks": (tr("Landmarks"), tr("Known concessions along the board's axis.")),
        "Case.stakeholders": (tr("Stakeholders"), tr("Who else gains or loses by a deal.")),
        "Case.gauges": (tr("Gauges"), tr("The sender's interest held against a stakeholder's.")),
        "Case.lenses": (tr("Lenses"), tr("Positions of others, as values of the controls.")),
        "Case.outlook": (tr("Meeting outlook"), tr("Windows in which the two could meet.")),
        "Case.later": (tr("Later"), tr("What came after the day of the case.")),
        "Case.map_grid": (tr("Deal map"), tr("Into how many cells it is cut.")),
        "Case.checks": (tr("Known answers"), tr("How many packages a scenario's zone holds.")),
        "Case.history": (tr("Versions"), tr("What each version changed, the newest first.")),
        "Case.guide": (tr("Notes in the guide"), tr("What the case adds to pages of the guide.")),
        "Case.changes": (tr("Edited assumptions"), tr("Numbers edited since it was read.")),
    }
