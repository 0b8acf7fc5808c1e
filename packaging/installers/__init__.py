"""Builds the installers and proves them; run through ``packaging/bootstrap``."""
