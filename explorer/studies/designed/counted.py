"""Numbers drawn by counting: each is computed from its place alone, without those before it.

So a study can be cut anywhere, its parts done in any order and on any machine, and every row is
the same. All is whole numbers of 64 bits, which no system rounds in its own way.
"""

import numpy as np
from numpy.typing import NDArray

from explorer.model.result import Counts, Floats

Bits = NDArray[np.uint64]

STEP = np.uint64(0x9E3779B97F4A7C15)
FIRST = np.uint64(0xBF58476D1CE4E5B9)
SECOND = np.uint64(0x94D049BB133111EB)
"""The constants of SplitMix64: Steele, Lea and Flood, OOPSLA 2014."""

ROUNDS = 6
"""Rounds of the network that shuffles; four are enough for one that nobody attacks."""

FRACTION_BITS = 53
"""Bits of a share from 0 to 1 that a double holds exactly."""


def mixed(numbers: Bits) -> Bits:
    """Return numbers of any shape as others that look drawn; the same always gives the same."""
    result = numbers + STEP
    result = (result ^ (result >> np.uint64(30))) * FIRST
    result = (result ^ (result >> np.uint64(27))) * SECOND
    return result ^ (result >> np.uint64(31))


def stream(seed: int, *names: int) -> Bits:
    """Return the key (1,) of a stream of draws: of a seed, and which of its streams it is."""
    key = np.array([seed], dtype=np.uint64)
    for name in names:
        key = mixed(key ^ mixed(np.array([name], dtype=np.uint64)))
    return key


def drawn_bits(key: Bits, places: Counts) -> Bits:
    """Return what a stream holds at places (n), from 0: (n) numbers of 64 bits."""
    return mixed(key ^ mixed(places.astype(np.uint64)))


def drawn_shares(key: Bits, places: Counts) -> Floats:
    """Return what a stream holds at places (n), as shares from 0 up to, not with, 1."""
    bits = drawn_bits(key, places) >> np.uint64(64 - FRACTION_BITS)
    return bits.astype(np.float64) / 2.0**FRACTION_BITS


def told(values: Floats) -> Floats:
    """Return values (n) to fifteen digits, which every program and every file holds exactly."""
    return np.array([float(f"{value:.15g}") for value in values.tolist()], dtype=np.float64)


def shuffled(key: Bits, places: Counts, size: int) -> Counts:
    """Return where a shuffle of ``size`` things puts those at places (n).

    Notes
    -----
    A Feistel network shuffles the numbers of a few bits more than are needed; what falls beyond
    ``size`` is shuffled again until it does not (Black and Rogaway, CT-RSA 2002). So no list of
    all things is ever held.
    """
    half = max(1, (max(size - 1, 1).bit_length() + 1) // 2)
    found = _network(key, places.astype(np.uint64), half)
    beyond = np.flatnonzero(found >= size)
    while len(beyond):
        found[beyond] = _network(key, found[beyond], half)
        beyond = beyond[found[beyond] >= size]
    return found.astype(np.int64)


def _network(key: Bits, numbers: Bits, half: int) -> Bits:
    shift, mask = np.uint64(half), np.uint64((1 << half) - 1)
    left, right = numbers >> shift, numbers & mask
    for turn in range(ROUNDS):
        turned = mixed(right ^ mixed(key ^ np.uint64(turn)))
        left, right = right, left ^ (turned & mask)
    return (left << shift) | right
