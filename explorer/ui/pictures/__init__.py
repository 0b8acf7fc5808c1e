"""Pictures of figures: what all of them share, and the base of those with two axes."""
