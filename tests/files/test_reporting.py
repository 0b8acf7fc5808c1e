"""Where a report goes: to the address in the package's record, and never to an invented one."""

import importlib.metadata
from email.message import Message
from importlib.metadata import PackageNotFoundError

import pytest

from explorer.files import reporting
from explorer.files.reporting import report_address, report_words


def record(*links: str) -> Message:
    found = Message()
    for link in links:
        found["Project-URL"] = link
    return found


def bring(monkeypatch: pytest.MonkeyPatch, found: Message) -> None:
    def metadata(name: str) -> Message:
        assert name == reporting.PACKAGE
        return found

    monkeypatch.setattr(importlib.metadata, "metadata", metadata)


def test_the_address_of_the_record_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    links = ("Homepage, https://example.org", "Issues, https://example.org/issues")
    bring(monkeypatch, record(*links))
    assert report_address() == "https://example.org/issues"
    assert "https://example.org/issues" in report_words()


def test_a_copy_without_an_address_names_none(monkeypatch: pytest.MonkeyPatch) -> None:
    bring(monkeypatch, record())
    assert report_address() == ""
    assert "whoever gave you the program" in report_words()


def test_a_program_without_a_record_names_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_record(name: str) -> Message:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "metadata", no_record)
    assert report_address() == ""
