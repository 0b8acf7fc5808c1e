"""The views: one module for each, from what is looked at to a figure, without any drawing."""
