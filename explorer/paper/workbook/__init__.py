"""Scenarios and assumptions as a workbook (XLSX): laid out, written, and read back."""
