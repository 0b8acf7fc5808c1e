"""Checks of a case as a whole: that its parts name each other rightly and can be computed."""

from __future__ import annotations

from collections import Counter
from math import prod
from typing import TYPE_CHECKING

from explorer.model.position_check import lens_problems, outlook_problems
