"""Stands for an Action's code where the code itself must not be kept: people write secrets into it."""

import hashlib

_MARK = "sha256:"


def code_digest(code: str) -> str:
    """Return the digest of a code; the digest of a digest is itself."""
    if is_digest(code):
        return code
    return _MARK + hashlib.sha256(code.encode("utf-8", "surrogatepass")).hexdigest()


def is_digest(code: str) -> bool:
    """Say whether this is a digest in the place of a code."""
    return code.startswith(_MARK)


def same_code(one: str, other: str) -> bool:
    """Say whether two codes are the same, either of which may be a digest."""
    return one == other or code_digest(one) == code_digest(other)
