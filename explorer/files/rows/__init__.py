"""Results of studies, row by row: read and written as a stream, so that their length never matters.

A study at work keeps its rows in a *working file*, see :mod:`explorer.files.rows.working`; when it
is done, they are written as CSV, JSON, Parquet or XLSX, see :mod:`explorer.files.rows.kept`.
"""
