"""Who blocks whom."""
