"""The age of this process: how long ago the system started it, long before Python's first line."""

import ctypes
import os
import struct
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

_BETWEEN_1601_AND_1970 = 11_644_473_600
"""Seconds between the first years of Windows' and of Unix's clocks."""

_KERN_PROC_PID = (1, 14, 1)
"""How the Mac's kernel is asked about one process; its answer begins with the start time."""

_LARGEST_ANSWER = 1024


def process_age() -> float:
    """Return the seconds since the system started this process.

    Where the system does not tell, they are counted from the start of Python's own clock of
    processor time: fewer than they are.
    """
    with suppress(OSError, ValueError, AttributeError, struct.error):
        age = _AGES[sys.platform]() if sys.platform in _AGES else -1.0
        if age >= 0:
            return age
    return time.process_time()


def _age_on_linux() -> float:
    # The name in brackets may hold anything, brackets and spaces too.
    fields = Path("/proc/self/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
    started = int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return time.clock_gettime(time.CLOCK_BOOTTIME) - started


def _age_on_windows() -> float:
    if sys.platform != "win32":
        return -1.0
    kernel = ctypes.WinDLL("kernel32")
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    created, *others = (ctypes.c_uint64() for _ in range(4))
    process = ctypes.c_void_p(kernel.GetCurrentProcess())
    pointers = [ctypes.byref(each) for each in (created, *others)]
    if not kernel.GetProcessTimes(process, *pointers):
        return -1.0
    return time.time() - (created.value / 1e7 - _BETWEEN_1601_AND_1970)


def _age_on_mac() -> float:
    system = ctypes.CDLL(None, use_errno=True)
    question = (ctypes.c_int * 4)(*_KERN_PROC_PID, os.getpid())
    answer = ctypes.create_string_buffer(_LARGEST_ANSWER)
    size = ctypes.c_size_t(_LARGEST_ANSWER)
    if system.sysctl(question, 4, answer, ctypes.byref(size), None, ctypes.c_size_t(0)):
        return -1.0
    seconds, micros = struct.unpack_from("=qi", answer.raw)
    return time.time() - (seconds + micros / 1e6)


_AGES: Mapping[str, Callable[[], float]] = {
    "linux": _age_on_linux,
    "win32": _age_on_windows,
    "darwin": _age_on_mac,
}
