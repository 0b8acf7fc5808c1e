"""Sentences and their translation."""

import gettext
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from explorer.model.wording import DOMAIN, bind_catalogue, tr, tr_n


def test_without_a_catalogue_the_english_stands() -> None:
    assert tr("No {thing} here.", thing="zone") == "No zone here."
    assert tr("A {brace} that nobody fills.") == "A {brace} that nobody fills."


def test_counts_choose_the_form_and_read_with_separators() -> None:
    assert tr_n("{n} package", "{n} packages", 1) == "1 package"
    assert tr_n("{n} package", "{n} packages", 16781) == "16,781 packages"


def test_a_bound_catalogue_translates(tmp_path: Path, monkeypatch) -> None:
    folder = tmp_path / "ko" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalog = Catalog(locale="ko")
    catalog.add("waiting", "기다림")
    with (folder / f"{DOMAIN}.mo").open("wb") as file:
        write_mo(file, catalog)
    monkeypatch.setenv("LANGUAGE", "ko")
    before = gettext.bindtextdomain(DOMAIN)
    bind_catalogue(tmp_path)
    try:
        assert tr("waiting") == "기다림"
    finally:
        bind_catalogue(Path(before))
