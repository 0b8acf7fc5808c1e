"""Where a report of a problem goes: an address only where this copy of the program brings one."""

from explorer.model.wording import tr

PACKAGE = "deal-zone-explorer"
LABEL = "Issues"
"""How the package's record names the place for reports."""


def report_address() -> str:
    """Return the address that the build of this copy wrote into it, or ""."""
    # Reads with the standard library's parser of mail, for which no start has to wait.
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        links = metadata(PACKAGE).get_all("Project-URL") or []
    except PackageNotFoundError:
        return ""
    named = (link.partition(", ") for link in links)
    return next((address for label, _, address in named if label == LABEL), "")


def report_words() -> str:
    """Return where to send a report, in words."""
    address = report_address()
    if not address:
        return tr("Send your report to whoever gave you the program.")
    return tr("Send your report to {address}.", address=address)
