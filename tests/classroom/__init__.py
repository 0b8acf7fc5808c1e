"""Tests of teaching without a window."""
