"""The presentation: one picture before a room, large enough for the last row of seats."""
