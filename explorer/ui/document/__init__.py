"""The open document: session, autosave, cases of one's own."""
