"""Workbooks (XLSX): scenarios and assumptions as sheets, written and read back."""
