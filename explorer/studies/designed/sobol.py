"""Sobol sequences: points that fill a cube ever more evenly, each computed from its place alone."""

from functools import lru_cache

import numpy as np

from explorer.model.result import Counts, Floats
from explorer.studies.designed.counted import Bits, drawn_bits, stream

POINT_BITS = 52
"""Bits of a coordinate: more than any study has points."""

SHIFT_STREAM = 2
"""Which stream of a seed the shifts are."""

DIRECTIONS: tuple[tuple[int, tuple[int, ...]], ...] = (
    (3, (1,)),
    (7, (1, 3)),
    (11, (1, 3, 1)),
    (13, (1, 1, 1)),
    (19, (1, 1, 3, 3)),
    (25, (1, 3, 5, 13)),
    (37, (1, 1, 5, 5, 17)),
    (41, (1, 1, 5, 5, 5)),
    (47, (1, 1, 7, 11, 19)),
    (55, (1, 1, 5, 1, 1)),
    (59, (1, 1, 1, 3, 11)),
    (61, (1, 3, 5, 5, 31)),
    (67, (1, 3, 3, 9, 7, 49)),
    (91, (1, 1, 1, 15, 21, 21)),
    (97, (1, 3, 1, 13, 27, 49)),
    (103, (1, 1, 1, 15, 7, 5)),
    (109, (1, 3, 1, 15, 13, 25)),
    (115, (1, 1, 5, 5, 19, 61)),
    (131, (1, 3, 7, 11, 23, 15, 103)),
    (137, (1, 3, 7, 13, 13, 15, 69)),
    (143, (1, 1, 3, 13, 7, 35, 63)),
    (145, (1, 3, 5, 9, 1, 25, 53)),
    (157, (1, 3, 1, 13, 9, 35, 107)),
    (167, (1, 3, 1, 5, 27, 61, 31)),
    (171, (1, 1, 5, 11, 19, 41, 61)),
    (185, (1, 3, 5, 3, 3, 13, 69)),
    (191, (1, 1, 7, 13, 1, 19, 1)),
    (193, (1, 3, 7, 5, 13, 19, 59)),
    (203, (1, 1, 3, 9, 25, 29, 41)),
    (211, (1, 3, 5, 13, 23, 1, 55)),
    (213, (1, 3, 7, 3, 13, 59, 17)),
    (229, (1, 3, 1, 3, 5, 53, 69)),
    (239, (1, 1, 5, 5, 23, 33, 13)),
    (241, (1, 1, 7, 7, 1, 61, 123)),
    (247, (1, 1, 7, 9, 13, 61, 49)),
    (253, (1, 3, 3, 5, 3, 55, 33)),
    (285, (1, 3, 1, 15, 31, 13, 49, 245)),
    (299, (1, 3, 5, 15, 31, 59, 63, 97)),
    (301, (1, 3, 1, 11, 11, 11, 77, 249)),
)
"""For each coordinate after the first: a primitive polynomial over two elements, its coefficients
as bits, and the first direction numbers. The 21,201 of Joe and Kuo, SIAM Journal on Scientific
Computing 30, 2008, begin with these."""


def sobol_points(places: Counts, coordinates: int) -> Bits:
    """Return the points at places (n) of the sequence, (n, coordinates), in 52 bits each.

    ``coordinates``: At most 40. The order is that of Antonov and Saleev, by Gray codes.
    """
    codes = places.astype(np.uint64)
    codes ^= codes >> np.uint64(1)
    directions = _directions()[:coordinates]
    points = np.zeros((len(codes), coordinates), dtype=np.uint64)
    for bit in range(int(codes.max(initial=0)).bit_length()):
        is_set = (codes >> np.uint64(bit)) & np.uint64(1) == 1
        points[is_set] ^= directions[:, bit]
    return points


def sobol_shares(places: Counts, coordinates: int, *, seed: int) -> Floats:
    """Return the points at places (n) as shares from 0 up to, not with, 1, (n, coordinates).

    All are shifted by the same drawn bits, which keeps how evenly they lie and moves the first
    one away from the corner.
    """
    shift = drawn_bits(stream(seed, SHIFT_STREAM), np.arange(coordinates, dtype=np.int64))
    points = sobol_points(places, coordinates) ^ (shift >> np.uint64(64 - POINT_BITS))
    # In the middle of its cell, so that no share is exactly 0.
    return (points.astype(np.float64) + 0.5) / 2.0**POINT_BITS


@lru_cache(maxsize=1)
def _directions() -> Bits:
    """Return the direction numbers of all coordinates, (coordinates, 52)."""
    first = [1] * POINT_BITS
    rows = [first, *(_continued(polynomial, start) for polynomial, start in DIRECTIONS)]
    shifts = np.arange(POINT_BITS - 1, -1, -1, dtype=np.uint64)
    result = np.array(rows, dtype=np.uint64) << shifts
    result.flags.writeable = False
    return result


def _continued(polynomial: int, start: tuple[int, ...]) -> list[int]:
    """Return the numbers m of one coordinate by the recurrence of its polynomial."""
    degree = len(start)
    numbers = list(start)
    for place in range(degree, POINT_BITS):
        number = numbers[place - degree] ^ (numbers[place - degree] << degree)
        for back in range(1, degree):
            if polynomial >> (degree - back) & 1:
                number ^= numbers[place - back] << back
        numbers.append(number)
    return numbers
