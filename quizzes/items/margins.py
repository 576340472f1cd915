"""When two numbers are far enough apart that no way of counting confuses them."""

from typing import Final

# Counting days by calendar, by started days or by rounded hours differs by one; a tenth keeps
# rounded figures of the press apart too.
LEAST_MARGIN: Final = 2
RELATIVE_MARGIN: Final = 0.1


def clearly_differ(one: int, other: int) -> bool:
    """Whether two counts in one unit differ however they are counted."""
    return abs(one - other) >= max(LEAST_MARGIN, RELATIVE_MARGIN * max(one, other))
