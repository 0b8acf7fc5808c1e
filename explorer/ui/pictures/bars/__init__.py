"""Bars of contributions."""
