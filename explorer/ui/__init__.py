"""The rooms with a screen; they settle which Qt binding pyqtgraph takes before it can choose."""

import os

os.environ["PYQTGRAPH_QT_LIB"] = "PySide6"
