"""The pictures: widgets that draw figures and know nothing of solver or store."""
