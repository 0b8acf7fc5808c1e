"""The take-home page: one HTML file in which a scenario can be moved and solved in a browser."""
