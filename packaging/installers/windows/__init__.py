"""The packages for Windows: frozen, packed, and proved under Wine and on Windows."""
