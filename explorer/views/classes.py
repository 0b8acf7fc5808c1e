"""What kinds of deal the zone holds: its packages by class."""

from explorer.figures.bars import Bar, BarGroup, BarsFigure
from explorer.figures.table import Table
from explorer.model.wording import tr
from explorer.views.view import View, Viewing


def _title() -> str:
    return tr("Kinds of deal in the zone")


def _short() -> str:
    return tr("Kinds")


def _info() -> str:
    return tr(
        "Each bar counts the packages of the deal zone (ZOPA) that belong to one kind of deal, "
        "from full denuclearisation to small steps. Point at a bar to read its number; Up and "
        "Down move from bar to bar."
    )


def figure(viewing: Viewing) -> BarsFigure:
    """Return how many packages of the zone belong to each class of the case."""
    zone, case = viewing.result.zone, viewing.result.scenario.case
    names = {item.id: item.name for item in case.classes}
    end = max([1, *(count for _, count in zone.by_class)])
    bars = tuple(
        Bar(each, names[each], count, f"{count:,}", f"{names[each]}: {count:,}.", "zone")
        for each, count in zone.by_class
    )
    return BarsFigure(
        title=_title(),
        sentence=tr("The deal zone holds {count} packages.", count=f"{zone.packages:,}"),
        axis_words=tr("packages in the zone"),
        minimum=0,
        maximum=end,
        ticks=((0, "0"), (end, f"{end:,}")),
        groups=(BarGroup("", bars),),
        table=Table(
            _title(),
            (tr("Kind of deal"), tr("Packages")),
            tuple((bar.name, bar.words) for bar in bars),
        ),
    )


VIEW = View("classes", "where", "classes", _title, _short, _info, figure)
