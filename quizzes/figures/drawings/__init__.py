"""From figures to SVG, and to a table with the same."""
