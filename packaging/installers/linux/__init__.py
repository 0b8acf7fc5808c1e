"""The packages for Linux: frozen, packed, and proved in bare Debians."""
