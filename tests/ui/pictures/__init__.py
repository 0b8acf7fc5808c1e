"""Tests of what pictures are built on."""
