"""Scenarios and positions in groups: how menus and the start page offer them."""

import re
from dataclasses import dataclass

from explorer.figures.headline import headline
from explorer.figures.lens_words import lens_title
from explorer.model.case import Case
from explorer.model.example import Preset
from explorer.model.lens import Lens
from explorer.model.result import Result
from explorer.model.scenario import Scenario
from explorer.model.wording import tr

FEATURED = 4
"""How many presets are offered first."""

_YEAR = re.compile(r"\b\d{4}\b")


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing of a list: what it stands for, its words, and one sentence that introduces it."""

    value: str
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Offers under one heading; the heading is "" where a list needs none."""

    title: str
    offers: tuple[Offer, ...]


def scenario_sections(case: Case) -> tuple[Section, ...]:
    """Return the presets of a case, single moments first, then periods; no section is empty."""
    moments = tuple(preset for preset in case.presets if not _is_period(preset))
    periods = tuple(preset for preset in case.presets if _is_period(preset))
    titled = ((tr("Moments"), moments), (tr("Periods"), periods))
    found = tuple(
        Section(title, tuple(map(scenario_offer, presets))) for title, presets in titled if presets
    )
    # One group alone says nothing that the list does not say.
    return found if len(found) > 1 else tuple(Section("", each.offers) for each in found)


def featured(case: Case) -> tuple[Preset, ...]:
    """Return the few presets with which to begin: the case's first choice, then single moments."""
    first = case.preset(case.default_preset)
    ranked = sorted(case.presets, key=_is_period)
    return (first, *(preset for preset in ranked if preset is not first))[:FEATURED]


def scenario_offer(preset: Preset) -> Offer:
    """Return how a preset is offered: by name, introduced by its sentence."""
    return Offer(preset.id, preset.name, preset.sentence or preset.note)


def introduction(preset: Preset, result: Result) -> str:
    """Return a preset's headline and the sentence that introduces it, in two lines."""
    return "\n".join((headline(result, None).title, scenario_offer(preset).note))


def preset_of(loaded: Scenario) -> str:
    """Return the id of the preset that was loaded, or "" where it was something else."""
    return next((each.id for each in loaded.case.presets if each.name == loaded.name), "")


def lens_sections(case: Case) -> tuple[Section, ...]:
    """Return the positions of a case: those of its newest year, older ones, those of any time.

    In each section they stand by speaker; no section is empty.
    """
    newest = max(map(_year, case.lenses), default="")
    groups: dict[str, list[Offer]] = {}
    for lens in case.lenses:
        year = _year(lens)
        if not year:
            title = tr("Held at any time")
        elif year == newest:
            title = tr("Held in {year}", year=year)
        else:
            title = tr("Held before")
        groups.setdefault(title, []).append(Offer(lens.id, lens_title(lens), lens.claim))
    order = (tr("Held in {year}", year=newest), tr("Held before"), tr("Held at any time"))
    return tuple(
        Section(title, tuple(sorted(groups[title], key=lambda offer: offer.words)))
        for title in order
        if title in groups
    )


def _is_period(preset: Preset) -> bool:
    return preset.group == "period"


def _year(lens: Lens) -> str:
    found = _YEAR.search(lens.date)
    return found.group() if found else ""
