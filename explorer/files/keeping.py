"""Building up without looking for garbage in between: what is imported or built here stays."""

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def keeping_all() -> Generator[None, None, None]:
    """Collect nothing within the block, and never look again through what came into being in it.

    Modules are made of many small parts, which Python would go through three dozen times while
    they come, a tenth of the time until the window stands. Where collecting is off already,
    somebody else decides when it is done.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.freeze()
            gc.enable()
