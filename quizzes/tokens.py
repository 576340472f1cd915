"""Random-looking strings that students' browsers hold, and what they stand for."""

import hmac
import secrets
from functools import lru_cache
from hashlib import sha256

from django.conf import settings
from django.core import signing

OWNER_COOKIE = "spacequiz_pass"
_signer_salt = "spacequiz.pass"
_move_salt = "spacequiz.move"


def new_owner() -> str:
    """A random number for a browser: 128 bits, nothing about whom it belongs to."""
    return secrets.token_urlsafe(16)


def sign_owner(owner: str) -> str:
    """``owner`` as the cookie holds it."""
    return signing.Signer(salt=_signer_salt).sign(owner)


def read_owner(cookie: str | None) -> str:
    """The owner in a cookie; empty where it is missing, forged or damaged."""
    if not cookie:
        return ""
    try:
        return signing.Signer(salt=_signer_salt).unsign(cookie)
    except signing.BadSignature:
        return ""


def new_secret() -> str:
    """What a link that works once is made of: 128 random bits, signed, so that one that is forged
    or damaged is known without asking the database."""
    return signing.Signer(salt=_move_salt, sep=".").sign(secrets.token_urlsafe(16))


def is_ours(secret: str) -> bool:
    """Whether we signed ``secret``."""
    try:
        signing.Signer(salt=_move_salt, sep=".").unsign(secret)
    except signing.BadSignature:
        return False
    return True


def digest_of(secret: str) -> str:
    """What the database keeps of a secret: enough to know it again, and no use to a thief."""
    return sha256(secret.encode()).hexdigest()


@lru_cache(maxsize=2)
def _option_key(secret: str) -> bytes:
    return sha256(f"spacequiz.option:{secret}".encode()).digest()


def option_tokens(attempt_code: str, position: int, count: int) -> list[str]:
    """A token for each option of an item. They tell nothing, and differ from attempt to attempt:
    whoever reads another student's page learns no key from it."""
    key = _option_key(settings.SECRET_KEY)
    return [
        hmac.digest(key, f"{attempt_code}:{position}:{index}".encode(), "sha256").hex()[:20]
        for index in range(count)
    ]
