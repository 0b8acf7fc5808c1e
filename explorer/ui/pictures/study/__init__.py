"""The pictures of a study's rows: lines over axes, points, and a field of cells."""
