"""The years of the record and its answers."""
