"""Studies by design: many scenarios of one case, varied and solved as a plan says.

- :mod:`~explorer.studies.designed.design`: ``prepared(plan, case) -> Design``, with ``rows``,
  ``columns`` and ``inputs(start, stop)``; ``row_scenario(design, row) -> Scenario``.
- :mod:`~explorer.studies.designed.batch`: ``solved(design, start, stop) -> (rows, columns)``.
- :mod:`~explorer.studies.designed.size`: ``study_size(design) -> StudySize``.
- :mod:`~explorer.studies.designed.run`: ``run_steps(design, path, ...) -> Iterator[Progress]``.

Results are read by :mod:`explorer.files.rows`: ``kept_rows(path) -> KeptRows`` with ``head``
(:class:`explorer.model.study_rows.RowsHead`), ``rows`` and ``blocks()``, which yields arrays
(n, columns) of numbers in the order of ``head.columns``.
"""
