"""Sets of bundles as bits: cut and counted many at a time, sixty-four bundles to a word."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.model.result import Counts, Flags

Words = NDArray[np.uint64]
"""Sets, one in each row: the last axis holds the words of a set."""

BITS = 64
"""Bundles to a word."""


def packed(flags: Flags) -> Words:
    """Return the sets that flags (..., n) tell, (..., words)."""
    size = flags.shape[-1]
    padded = np.zeros((*flags.shape[:-1], -(-size // BITS) * BITS), dtype=np.bool_)
    padded[..., :size] = flags
    return np.packbits(padded, axis=-1, bitorder="little").view(np.uint64)


def unpacked(sets: Words, size: int) -> Flags:
    """Return sets (..., words) of ``size`` bundles as flags (..., size)."""
    flags = np.unpackbits(sets.view(np.uint8), axis=-1, count=size, bitorder="little")
    return flags.view(np.bool_)


def holds(sets: Words, bundles: Counts) -> Flags:
    """Return whether each of n sets (n, words) holds a bundle of its own, (n,) flags."""
    words = sets[np.arange(len(sets)), bundles // BITS]
    return (words >> (bundles % BITS).astype(np.uint64)) % 2 == 1


def sizes(sets: Words) -> Counts:
    """Return how many bundles each set (..., words) holds, (...)."""
    # Word by word: numpy adds up short rows one after the other, which takes three times as long.
    found = np.zeros(sets.shape[:-1], dtype=np.int64)
    for word in range(sets.shape[-1]):
        found += np.bitwise_count(sets[..., word])
    return found


def distinct(numbers: Counts) -> Counts:
    """Return the different numbers among some from 0, rising.

    ``np.unique`` is slower, and imports numpy's masked arrays for it, a fiftieth of the start.
    """
    return np.flatnonzero(np.bincount(numbers))


@dataclass(frozen=True, slots=True, eq=False)
class Stretches:
    """Stretches of bundles, one after the other, cut into pieces wherever a word ends.

    The pieces of word i are ``starts[i]`` to ``starts[i + 1]``. ``mask`` (pieces, 1) holds the
    bundles of each in its word, ``owner`` (pieces) the stretch of ``count`` it belongs to.
    """

    starts: Counts
    mask: Words
    owner: Counts
    count: int


def stretches(edges: Counts) -> Stretches:
    """Return the stretches between rising edges, the first of which is bundle 0."""
    words = np.arange(0, int(edges[-1]), BITS)
    cuts = distinct(np.concatenate((edges, words)))
    low, high = cuts[:-1], cuts[1:]
    place = np.arange(BITS) + (low - low % BITS)[:, None]
    mask = packed((place >= low[:, None]) & (place < high[:, None]))
    owner = np.searchsorted(edges, low, side="right") - 1
    return Stretches(np.searchsorted(low, np.append(words, cuts[-1])), mask, owner, len(edges) - 1)


def sizes_by_stretch(sets: Words, among: Stretches, starts: Counts) -> Counts:
    """Return how many bundles of each stretch some sets hold, summed over runs of sets.

    Parameters
    ----------
    sets
        Sets (n, words), n at least 1.
    among
        The stretches.
    starts
        Where each run of sets begins, (r), rising from 0.

    Returns
    -------
    Counts (stretches, r).
    """
    pieces = np.empty((len(among.owner), len(sets)), dtype=np.uint8)
    # Word by word, so that what is made in between stays in the processor's own memory.
    for word, bits in enumerate(np.ascontiguousarray(sets.T)):
        own = slice(among.starts[word], among.starts[word + 1])
        np.bitwise_count(bits & among.mask[own], out=pieces[own])
    summed = np.add.reduceat(pieces, starts, axis=1, dtype=np.int64)
    result = np.zeros((among.count, len(starts)), dtype=np.int64)
    np.add.at(result, among.owner, summed)
    return result


def first_sets(order: Counts) -> Words:
    """Return the sets of the first bundles of some orders.

    Parameters
    ----------
    order
        The numbers of all n bundles in S orders, (S, n).

    Returns
    -------
    Sets (S, n + 1, words): at place i the first i bundles of the order.
    """
    size, count = order.shape
    words = -(-count // BITS)
    sets = np.zeros((size, count + 1, words), dtype=np.uint64)
    # Each bundle's own bit goes to its place in the order; then every place takes those before.
    every = np.arange(size * (count + 1), dtype=np.int64)
    first = np.reshape(every, (size, count + 1))[:, 1:] * words
    own = np.left_shift(np.uint64(1), np.arange(count, dtype=np.uint64) % np.uint64(BITS))
    sets.ravel()[first + order // BITS] = own[order]
    np.bitwise_or.accumulate(sets, axis=1, out=sets)
    return sets
