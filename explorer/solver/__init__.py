"""The bargaining model: pure functions from a scenario to what follows from it."""
