"""One node for all questions of a module."""

from collections.abc import Iterator

import pytest

from tests.take_home.node import PageScripts


@pytest.fixture(scope="module")
def scripts() -> Iterator[PageScripts]:
    with PageScripts() as running:
        yield running
