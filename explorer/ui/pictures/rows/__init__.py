"""Pictures of rows: layout, selection, keys, and the rows that screen readers find."""
