"""Links as QR codes, for a phone to read from a screen or a wall."""

import segno
from django.core.exceptions import BadRequest
from markupsafe import Markup


def qr_code(link: str) -> Markup:
    """``link`` as SVG, as wide as there is room. Raises ``BadRequest`` for one that no code can
    hold: it has a Host with a port of thousands of digits."""
    try:
        code = segno.make(link, error="m", micro=False)
    except segno.DataOverflowError:
        raise BadRequest("No QR code can hold the address of this site.") from None
    return Markup(code.svg_inline(omitsize=True, dark="#000", light="#fff"))  # noqa: S704 (ours)
