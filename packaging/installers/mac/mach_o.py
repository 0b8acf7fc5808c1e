"""How the Mac's compiled files are told from others."""

MACH_O = frozenset(
    bytes.fromhex(each) for each in ("cffaedfe", "feedfacf", "cafebabe", "cafebabf", "cefaedfe")
)
"""The first four bytes of a Mach-O file: of one processor, or of several, in either order."""
