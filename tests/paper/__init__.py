"""Tests of papers and their formats."""
