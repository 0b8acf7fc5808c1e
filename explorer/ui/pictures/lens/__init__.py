"""Two lenses beside each other."""
