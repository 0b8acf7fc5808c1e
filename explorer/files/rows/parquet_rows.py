"""Results as Parquet, with the head in the metadata; needs pyarrow."""

from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from explorer.files.extras import extra_module
from explorer.files.reading import no_such_file, open_ordinary
from explorer.files.rows.cells import BLOCK_ROWS, parsed_blocks, row_values
from explorer.files.rows.head import LONGEST_HEAD, head_text, no_rows, read_head, refuse_other_names
from explorer.model.errors import ExplorerError, FileError
from explorer.model.result import Floats
from explorer.model.study_rows import Column, RowsHead
from explorer.model.wording import tr

KEY = b"dealzone"
"""Under which key the head stands in the metadata."""

EXTRA = "parquet"
"""The extra that brings pyarrow."""


def write_parquet(stream: BinaryIO, head: RowsHead, blocks: Iterable[Floats]) -> None:
    """Write rows as Parquet; cells without a value are null.

    Raises :class:`MissingExtraError` if pyarrow is not installed.
    """
    arrow, parquet = pyarrow()
    schema = _schema(arrow, head)
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        for block in blocks:
            arrays = [
                _array(arrow, column, block[:, place], schema.field(place).type)
                for place, column in enumerate(head.columns)
            ]
            writer.write_batch(arrow.RecordBatch.from_arrays(arrays, schema=schema))


def read_parquet_head(path: Path) -> RowsHead:
    """Return the head of a Parquet file of results; :class:`FileError` if it has none."""
    with _opened(path) as file:
        return _head(file, path)


def read_parquet_blocks(path: Path) -> Iterator[Floats]:
    """Yield the rows of a Parquet file of results as blocks (n, columns).

    Raises :class:`FileError` if it is none, or a row cannot be understood.
    """
    with _opened(path) as file:
        head = _head(file, path)
        refuse_other_names(file.schema_arrow.names, head, str(path))
        rows = (
            row
            for batch in file.iter_batches(batch_size=BLOCK_ROWS)
            for row in zip(*(each.to_pylist() for each in batch.columns), strict=True)
        )
        yield from parsed_blocks(head.columns, rows, str(path))


def pyarrow() -> tuple[Any, Any]:
    """Return the package and its part for Parquet; :class:`MissingExtraError` if it is missing."""
    purpose = tr("A file of results that ends in .parquet")
    return (
        extra_module("pyarrow", EXTRA, purpose),
        extra_module("pyarrow.parquet", EXTRA, purpose),
    )


@contextmanager
def _opened(path: Path) -> Generator[Any]:
    arrow, parquet = pyarrow()
    try:
        with open_ordinary(path) as stream, parquet.ParquetFile(stream) as file:
            yield file
    except ExplorerError:
        raise
    except FileNotFoundError as error:
        raise no_such_file(path) from error
    except (OSError, ValueError, arrow.ArrowException, MemoryError) as error:
        # What pyarrow says of a broken file can be pages long.
        reason = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        raise FileError(
            tr("{name} cannot be read as Parquet ({reason}).", name=path, reason=reason)
        ) from error


def _head(file: Any, path: Path) -> RowsHead:
    metadata: dict[bytes, bytes] = file.schema_arrow.metadata or {}
    text = metadata.get(KEY, b"")
    if not text or len(text) > LONGEST_HEAD:
        raise no_rows(str(path))
    return read_head(text.decode("utf-8", "replace"), str(path))


def _schema(arrow: Any, head: RowsHead) -> Any:
    kinds = {
        "number": arrow.float64(),
        "count": arrow.int64(),
        "flag": arrow.bool_(),
        "word": arrow.string(),
    }
    fields = [arrow.field(column.name, kinds[column.kind]) for column in head.columns]
    return arrow.schema(fields, metadata={KEY: head_text(head).encode()})


def _array(arrow: Any, column: Column, cells: Floats, kind: Any) -> Any:
    if column.kind == "number":
        return arrow.array(cells, type=kind, mask=np.isnan(cells))
    values = [value for (value,) in row_values((column,), cells[:, None])]
    return arrow.array(values, type=kind)
