"""Trials of the whole program: killed, refused by the system, driven for long, fed with anything.

``python -m tests.reliability kill`` runs one of them and prints its figures; ``--long`` runs all
of it, ``--seed N`` repeats a run. The everyday suite runs the short ones.
"""
