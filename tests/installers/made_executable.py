"""Makes the smallest programs for Windows that tell what tests want to read."""

import struct

X64, X86 = 0x8664, 0x14C
_SECTION = 0x200
_ADDRESS = 0x1000


def executable(*asks_for: str, machine: int = X64, subsystem: int = 2, stub: bytes = b"") -> bytes:
    """Return the bytes of a program that needs some libraries."""
    dos = b"MZ".ljust(0x3C, b"\0") + struct.pack("<I", 0x80) + stub
    section = _imports(asks_for)
    imports = (_ADDRESS, 20 * (len(asks_for) + 1)) if asks_for else (0, 0)
    placed = (0x1000, _ADDRESS, len(section), _SECTION, 0, 0, 0, 0, 0x40000040)
    parts = [
        dos.ljust(0x80, b"\0"),
        b"PE\0\0",
        struct.pack("<HHIIIHH", machine, 1, 0, 0, 0, 0xF0, 0x22),
        struct.pack("<HBBIIIII", 0x20B, 1, 0, 0, 0, 0, _ADDRESS, _ADDRESS),
        struct.pack("<QII6HI", 0x140000000, 0x1000, 0x200, *(6, 0) * 3, 0),
        struct.pack("<IIIHHQQQQII", 0x2000, 0x200, 0, subsystem, 0, 0, 0, 0, 0, 0, 16),
        struct.pack("<4I", 0, 0, *imports).ljust(128, b"\0"),
        b".rdata\0\0" + struct.pack("<6I2HI", *placed),
    ]
    return b"".join(parts).ljust(_SECTION, b"\0") + section


def _imports(names: tuple[str, ...]) -> bytes:
    """Return a section that asks of each library for its first function."""
    tables = _ADDRESS + 20 * (len(names) + 1)
    text = tables + 32 * len(names)
    entries, thunks, strings = b"", b"", b""
    for number, name in enumerate(names):
        table = tables + 32 * number
        entries += struct.pack("<5I", table, 0, 0, text + len(strings), table + 16)
        thunks += struct.pack("<QQQQ", 1 << 63 | 1, 0, 1 << 63 | 1, 0)
        strings += name.encode("ascii") + b"\0"
    return (entries + b"\0" * 20 + thunks + strings).ljust(0x200, b"\0")
