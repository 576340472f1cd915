"""Links as QR codes, for a phone to read from a screen or a wall."""

import segno
from markupsafe import Markup

TooLong = segno.DataOverflowError


def qr_code(link: str) -> Markup:
    """``link`` as SVG, as wide as there is room. Raises ``TooLong`` beyond 2,331 characters."""
    code = segno.make(link, error="m", micro=False)
    return Markup(code.svg_inline(omitsize=True, dark="#000", light="#fff"))  # noqa: S704 (ours)
