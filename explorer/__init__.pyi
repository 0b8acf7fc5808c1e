from explorer.api import Answer as Answer
from explorer.api import Case as Case
from explorer.api import ExplorerError as ExplorerError
from explorer.api import Picture as Picture
from explorer.api import Scenario as Scenario
from explorer.api import Solution as Solution
from explorer.api import Study as Study
from explorer.api import bold as bold
from explorer.api import breaking as breaking
from explorer.api import case as case
from explorer.api import history as history
from explorer.api import openings as openings
from explorer.api import picture as picture
from explorer.api import solve as solve
from explorer.api import split as split
from explorer.api import study as study
from explorer.api import sure as sure

__version__: str
__all__: list[str]
