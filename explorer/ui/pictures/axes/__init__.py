"""Pictures with two axes, on pyqtgraph."""
