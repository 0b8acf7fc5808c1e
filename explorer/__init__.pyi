from explorer.api import *
from explorer.api import __all__ as __all__

__version__: str
