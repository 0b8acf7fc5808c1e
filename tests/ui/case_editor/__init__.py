"""Tests of the case editor."""
