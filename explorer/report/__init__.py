"""Reports of a document, and the check that an export still holds."""
