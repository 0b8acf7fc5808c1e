"""Limits: how long the lists of a case, a record and a document may be.

Each is several times what a full case needs, and small enough that a case which reaches it still
opens in seconds and in ordinary memory. They stand in the published schema too.
"""

MOST_ISSUES = 24
"""Things bargained over, both sides together."""

MOST_LEVELS = 12
"""Ordered settings of one issue."""

MOST_SLOPES = 24
"""Controls that move one cost, one discount or the worth of waiting."""

MOST_CONTROLS = 100
"""Controls of one case."""

MOST_MARKS = 30
"""Dated anchors on one control."""

MOST_WORDS = 24
"""Named stretches of one scale, and other short lists of words."""

MOST_GROUPS = 24
"""Headings under which the controls stand."""

MOST_CLASSES = 12
"""Classes of packages."""

MOST_PRESETS = 100
"""Named scenarios, and named sets of red lines."""

MOST_PACKAGES = 100
"""Packages that have a name."""

MOST_ROWS = 60
"""Rows of the board."""

MOST_LANDMARKS = 40
"""Known bundles along the board's axis."""

MOST_STAKEHOLDERS = 20
"""Those who do not bargain but have to live with the deal, and gauges between them."""

MOST_LENSES = 60
"""Positions from which a case can be looked at."""

MOST_MEETINGS = 40
"""Windows of time, lead times and views of the meeting outlook."""

MOST_SOURCES = 500
"""Sources of a case or of a record."""

MOST_CHECKS = 200
"""Known answers of a case."""

MOST_CHANGES = 2_000
"""Changed assumptions of one case."""

MOST_YEARS = 401
"""Years of a record: no calendar of ours begins before 1800 or ends after 2200."""

MOST_EVENTS = 1_000
"""Events of a record, and its episodes."""

MOST_PERIODS = 200
"""Periods of a record."""

MOST_PARTS = 24
"""Inputs of a year, parts of an index, and proposals of an episode."""

LONGEST_NOTES = 100_000
"""Letters of the notes of a document."""

LONGEST_NOTE = 4_000
"""Letters of what is noted about one pin, and of any other text."""

MOST_COUNT = 10_000_000
"""Packages of a whole case, named or not: where all of them tie, each stands on the frontier."""
