"""Teaching without a window: lessons, predictions, tables, negotiations, debriefs, questions."""
