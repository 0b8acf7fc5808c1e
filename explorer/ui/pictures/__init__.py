"""What pictures are built on: a pen, the base of those with two axes, the base of tables."""
