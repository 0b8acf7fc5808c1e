"""The packages for Linux: frozen, packed, and proved in a bare Debian."""
