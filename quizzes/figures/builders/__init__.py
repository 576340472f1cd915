"""From facts to figures: each function finds what there is to show, or that there is nothing."""
