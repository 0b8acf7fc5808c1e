"""Papers: documents made of headings, tables and pictures, written as HTML, DOCX and more."""
