"""Deal Zone Explorer: move leverage and red lines, watch the deal zones open and close."""

__version__ = "0.1.0"
