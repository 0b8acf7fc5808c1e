"""The debrief of a role play as a paper: what happened, what could have been, and what to ask."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Self

from explorer.classroom.tables.origin import ShownDebrief, debrief_origin
from explorer.classroom.tables.questions import debrief_questions, reflection_sheet, rubric
from explorer.classroom.tables.role_sheet import foot_words
from explorer.classroom.tables.score_tables import (
    broken_table,
    class_words,
    score_table,
    spread_table,
)
from explorer.classroom.tables.scores import ClassScores, better_for_both, without_names
from explorer.classroom.tables.sheets import language_tag
from explorer.figures.phrase import listed
from explorer.figures.table import Table, points_text
from explorer.model.case import Case
from explorer.model.day_words import dated_name
from explorer.model.package import Package, package_levels
from explorer.model.provenance import Provenance
from explorer.model.table_result import TableClass, variant_letter
from explorer.model.wording import tr
from explorer.paper.paper import (
    Block,
    Grid,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Points,
)
from explorer.solver.solve import solve
from explorer.views.gains import figure
from explorer.views.tables import ALL, HIDE_NAMES, TABLES
from explorer.views.view import Viewing

DrawViewing = Callable[[Viewing], bytes]
"""Draws the gains picture of what is looked at, as PNG."""

MOST_NAMED_LEVELS = 20
"""Issues of a package that are told in one sentence."""


@dataclass(frozen=True, slots=True)
class Debrief:
    """What a debrief is made of.

    Attributes
    ----------
    found
        The scores of the class.
    draw
        Draws pictures; None leaves them out, and their sentences stand alone.
    hides_names
        Whether no table is named.
    predicted
        What the class predicted in a lesson, in sentences; nothing leaves that part out.
    """

    found: ClassScores
    draw: DrawViewing | None = None
    hides_names: bool = False
    predicted: tuple[str, ...] = ()

    def shown(self) -> Self:
        """Return what is shown of it: where names are hidden, nothing tells whose a result is."""
        return replace(self, found=without_names(self.found)) if self.hides_names else self

    @property
    def origin(self) -> Provenance:
        """What the debrief says of itself."""
        shown = ShownDebrief(
            hides_names=self.hides_names,
            has_pictures=self.draw is not None,
            predicted=self.predicted,
        )
        return debrief_origin(self.found, shown)


@dataclass(frozen=True, slots=True)
class GainsPicture:
    """A picture of tables by both sides' gains; ``png`` is None where nothing draws."""

    title: str
    sentence: str
    png: bytes | None


def debrief_paper(debrief: Debrief) -> Paper:
    """Return the debrief as a paper."""
    debrief = debrief.shown()
    plan = debrief.found.plan
    return Paper(
        tr("Debrief of the role play"),
        tuple(_blocks(debrief)),
        foot_words(plan),
        language_tag(),
        origin=debrief.origin,
    )


def debrief_viewing(found: ClassScores, *, hides_names: bool, variant: int | None) -> Viewing:
    """Return what the gains picture of a class looks at.

    ``variant``: Whose tables alone are shown, by their own values; None for all tables together,
    by the values of the case.
    """
    plan = found.plan
    tables = TableClass(
        tables=plan.tables,
        seed=plan.seed,
        variants=plan.variants,
        results=tuple(score.result for score in found.scores),
    )
    choices = {
        TABLES: ALL if variant is None else variant_letter(variant),
        HIDE_NAMES: "on" if hides_names else "off",
    }
    return Viewing(solve(plan.scenario), tables=tables, choices=choices)


def _blocks(debrief: Debrief) -> Iterator[Block]:
    found, case = debrief.found, debrief.found.plan.case
    yield Heading(tr("What was asked"))
    yield Paragraph(asked_words(found))
    if debrief.predicted:
        yield Heading(predicted_title())
        yield Points(debrief.predicted)
    yield Heading(agreed_title())
    for words in class_words(found):
        yield Paragraph(words)
    if found.scores:
        yield _score_grid(debrief)
        yield Paragraph(_measure_words(), is_note=True)
        yield from _pictures(debrief)
    if found.agreed:
        yield _grid(spread_table(found))
    broken = broken_table(found)
    if broken.cells:
        yield _grid(broken)
    yield Heading(missed_title())
    for words in missed_words(found):
        yield Paragraph(words)
    if not debrief.hides_names:
        yield from _better(found)
    yield Heading(tr("Questions for the talk"))
    for question, parts in debrief_questions(found):
        yield Heading(question, 2)
        yield Points(parts)
    yield Heading(tr("What the model leaves out"))
    yield Points(case.limits)
    yield PageBreak()
    yield from reflection_sheet()
    yield PageBreak()
    yield from rubric()


def predicted_title() -> str:
    """Return what stands over the predictions of a class."""
    return tr("What the class predicted")


def agreed_title() -> str:
    """Return what stands over the agreements."""
    return tr("What the tables agreed")


def missed_title() -> str:
    """Return what stands over packages that no table found."""
    return tr("What could have been")


def asked_words(found: ClassScores) -> str:
    """Return what the tables were asked to do."""
    plan = found.plan
    return tr(
        "{sender} and {target} bargained over {issues} issues in the scenario {scenario}. "
        "There were {variants} sets of private values, drawn with seed {seed}.",
        sender=plan.case.sender.name,
        target=plan.case.target.name,
        issues=len(plan.case.issues),
        scenario=dated_name(plan.scenario),
        variants=plan.variants,
        seed=plan.seed,
    )


def _measure_words() -> str:
    return tr(
        "Gains are over waiting, in each side's own points, which cannot be compared. Left for a "
        "side: the most points that some package of the deal zone gives it on top, with no point "
        "less for the other. Left for both: the largest share of each side's best gain in the "
        "zone that both could have had on top at once. Points are never a grade."
    )


def _score_grid(debrief: Debrief) -> Grid:
    table = score_table(debrief.found)
    if debrief.hides_names:
        cells = tuple((tr("A table"), *row[1:]) for row in table.cells)
        table = replace(table, cells=cells)
    return _grid(table)


def _pictures(debrief: Debrief) -> Iterator[Block]:
    for each in gains_pictures(debrief):
        caption = tr("{title}. {sentence}", title=each.title, sentence=each.sentence)
        if each.png is None:
            yield Paragraph(caption)
        else:
            yield Picture(each.png, alternative=caption, caption=caption)


def gains_pictures(debrief: Debrief) -> Iterator[GainsPicture]:
    """Yield the pictures of the tables: all of them, then those of each variant if several."""
    found, draw = debrief.found, debrief.draw
    own = [variant for variant in found.solved if len(found.solved) > 1]
    for variant in (None, *own):
        viewing = debrief_viewing(found, hides_names=debrief.hides_names, variant=variant)
        yield GainsPicture(
            tr("All tables, by the values of the case")
            if variant is None
            else tr("Variant {letter}, by its own values", letter=variant_letter(variant)),
            figure(viewing).sentence,
            None if draw is None else draw(viewing),
        )


def missed_words(found: ClassScores) -> Iterator[str]:
    """Yield for each variant the best package that no table found, as a sentence."""
    case = found.plan.case
    for variant in found.solved:
        missed, letter = found.best_missed(variant), variant_letter(variant)
        if missed is None:
            yield tr(
                "Variant {letter}: the deal zone holds no package that no table found.",
                letter=letter,
            )
        else:
            yield tr(
                "Variant {letter}: the best package that no table found gives {sender} {x} points "
                "over waiting and {target} {y}: {package}.",
                letter=letter,
                sender=case.sender.short,
                x=points_text(missed.sender_gain),
                target=case.target.short,
                y=points_text(missed.target_gain),
                package=package_words(case, missed.package),
            )


def _better(found: ClassScores) -> Iterator[Block]:
    case = found.plan.case
    rows: list[tuple[str, ...]] = []
    for score in found.agreed:
        better = better_for_both(score)
        if better is not None:
            changes = listed(
                tr(
                    "{issue}: “{level}”",
                    issue=case.issue(issue).short,
                    level=case.issue(issue).levels[then].short,
                )
                for issue, _, then in better.changes
            )
            more = better.sender_gain - score.sender_gain, better.target_gain - score.target_gain
            rows.append((score.result.name, changes, *map(points_text, more)))
    if rows:
        yield Grid(
            tr("The nearest package that both sides of a table would have preferred"),
            (
                tr("Table"),
                tr("Change to"),
                tr("More for {party}", party=case.sender.short),
                tr("More for {party}", party=case.target.short),
            ),
            tuple(rows),
        )


def package_words(case: Case, package: Package) -> str:
    """Return a package as one enumeration of what is given; issues at level 0 are left out."""
    given = [
        tr("{issue} “{level}”", issue=issue, level=level)
        for id_, place in package_levels(case, package).items()
        for issue, level in ((case.issue(id_).short, case.issue(id_).levels[place].short),)
        if place
    ]
    return listed(given[:MOST_NAMED_LEVELS]) or tr("nothing")


def _grid(table: Table) -> Grid:
    return Grid(table.caption, table.headings, table.rows)
