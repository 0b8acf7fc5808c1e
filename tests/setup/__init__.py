"""Tests of what sets the program up: locks, environment, system packages, metadata."""
