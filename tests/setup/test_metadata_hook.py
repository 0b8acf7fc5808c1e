"""Package indexes get a readme that they can show, and addresses only where they are known."""

import pytest

from metadata_hook import index_readme, project_urls, repository_address
from tests.architecture.sources import ROOT

ADDRESS = "https://example.org/somebody/explorer"
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("address", ["", ADDRESS])
def test_the_readme_holds_nothing_that_only_works_in_the_repository(address: str) -> None:
    shown = index_readme(README, address)
    assert "<img" in README
    assert "<img" not in shown
    targets = [each.split(")")[0] for each in shown.split("](")[1:]]
    assert all(target.startswith("https://") for target in targets)


def test_a_link_without_an_address_becomes_its_text() -> None:
    assert index_readme("See [the guide](resources/guide.md).", "") == "See the guide."


def test_a_link_gets_the_address_where_one_is_known() -> None:
    shown = index_readme("[the guide](resources/guide.md)", ADDRESS)
    assert shown == f"[the guide]({ADDRESS}/blob/main/resources/guide.md)"


def test_the_address_is_that_of_the_workflow_that_builds() -> None:
    variables = {
        "GITHUB_SERVER_URL": "https://example.org",
        "GITHUB_REPOSITORY": "somebody/explorer",
    }
    assert repository_address(variables) == ADDRESS
    assert repository_address({}) == ""


def test_no_address_is_invented() -> None:
    assert project_urls("") == {}
    assert project_urls(ADDRESS)["Issues"] == f"{ADDRESS}/issues"
