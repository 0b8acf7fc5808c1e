"""What pictures are built on: a pen, places of rows, and the base of pictures that are tables."""
