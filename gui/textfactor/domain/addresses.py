"""Telephone numbers, sender names, domains and proxies as they are typed, made clean or refused."""

import ipaddress
import re
from urllib.parse import urlsplit

from textfactor.domain.faults import Fault
from textfactor.domain.pasted import assignments, tidy

_TRUNK_ZERO = re.compile(r"(?:2[07]|3[0-46]|4[0134679]|43|6[0-46]|7|81|82|84|86|9[0-5]|353|358|359|38[0-9])0")
"""Calling codes after which a written-out number begins with 0 by habit only. Italy (39) really dials it."""

_SEPARATORS = re.compile(r"[,;/|\n]|\s(?:or|and|oder|und)\s|(?<=\d)\s*(?=\+)", re.IGNORECASE)


def clean_digits(number: str) -> str | Fault:
    """Clean a telephone number with its country code to 7 to 15 digits without plus, `00` or trunk zero."""
    plain = _of_line(number, ("NUMBER", "PHONE", "TO", "TEL"))
    if not plain:
        return Fault.EMPTY
    pieces = [piece for piece in _SEPARATORS.split(plain) if len(re.sub(r"\D", "", piece)) >= 6]
    if len(pieces) > 1:
        return Fault.TWO_NUMBERS
    plain = re.sub(r"^(?:tel|sms):", "", plain, flags=re.IGNORECASE).replace("(0)", "")
    if re.search(r"[^\W\d_]", plain):
        return Fault.HAS_LETTERS
    if re.search(r"[^\d\s+().\-/‐‑–—·]", plain) or "+" in plain.lstrip("( ")[1:]:
        return Fault.NOT_A_NUMBER
    return _international(re.sub(r"\D", "", plain))


def _international(digits: str) -> str | Fault:
    """Judge bare digits: country code first, no trunk zero after it, 7 to 15 of them."""
    if digits.startswith("00"):
        digits = digits[2:]
    if not digits:
        return Fault.NOT_A_NUMBER
    if digits.startswith("0"):
        return Fault.NO_COUNTRY_CODE
    if _TRUNK_ZERO.match(digits) and len(digits) > 8:
        return Fault.TRUNK_ZERO
    if len(digits) < 7:
        return Fault.TOO_SHORT
    return digits if len(digits) <= 15 else Fault.TOO_LONG


def _of_line(text: str, names: tuple[str, ...]) -> str:
    """Take the value of a pasted `NAME=value` line when its name fits, else the text itself, tidied."""
    for name, value in assignments(text):
        if name.endswith(names):
            return value
    return tidy(text)


def clean_sender(text: str) -> str | Fault:
    """Clean a sender: up to 15 digits (international, no plus), or up to 11 of A-Z a-z 0-9 with a letter."""
    plain = _of_line(text, ("FROM_NUMBER", "FROM", "SENDER", "VIRTUAL_NUMBER", "SENDER_ID", "VONAGE_NUMBER"))
    if not plain:
        return Fault.EMPTY
    if not re.search(r"[^\W\d_]", plain):
        return _numeric_sender(plain)
    if not plain.isascii():
        return Fault.NOT_ASCII
    if re.search(r"\s", plain):
        return Fault.HAS_SPACES
    if not plain.isalnum():
        return Fault.SENDER_CHARACTERS
    return plain if len(plain) <= 11 else Fault.SENDER_TOO_LONG


def _numeric_sender(plain: str) -> str | Fault:
    """Clean a number or a short code that is to be the sender."""
    pieces = [piece for piece in _SEPARATORS.split(plain) if len(re.sub(r"\D", "", piece)) >= 6]
    if len(pieces) > 1:
        return Fault.TWO_NUMBERS
    plain = plain.replace("(0)", "")
    digits = re.sub(r"[\s+().\-/‐‑–—·]", "", plain)
    if not re.fullmatch(r"[0-9]+", digits):
        return Fault.SENDER_CHARACTERS
    digits = digits.removeprefix("00")
    if not digits or digits.startswith("0"):
        return Fault.NO_COUNTRY_CODE
    if len(digits) < 3:
        return Fault.TOO_SHORT
    return digits if len(digits) <= 15 else Fault.SENDER_TOO_LONG


_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})+")
_PAGES = frozenset({"auth0.com"}).union(
    f"{name}.auth0.com" for name in ("www", "manage", "accounts", "community", "cdn", "support", "docs")
)
_TENANT_ENDINGS = (".auth0.com", ".auth0app.com")
_TEST_ENDINGS = (".test", ".example", ".invalid", ".localhost")
"""Names that no one can own (RFC 2606); the practice tenant and tests live under them."""


def clean_domain(text: str) -> str | Fault:
    """Clean a tenant's domain: scheme, path and capitals go; a page or a custom domain is refused."""
    plain = _of_line(text, ("DOMAIN", "ISSUER", "ISSUER_BASE_URL", "TENANT", "BASE_URL")).lower()
    if not plain:
        return Fault.EMPTY
    if re.search(r"\s", plain):
        return Fault.HAS_SPACES
    if not plain.isascii():
        return Fault.NOT_ASCII
    host, port = _host_and_port(plain)
    if host in _PAGES:
        return Fault.URL_NOT_DOMAIN
    if _is_loopback(host):
        return f"{host}:{port}" if port else host
    if port or not _DOMAIN.fullmatch(host) or re.fullmatch(r"[\d.]+", host):
        return Fault.NOT_A_DOMAIN
    return host if host.endswith(_TENANT_ENDINGS + _TEST_ENDINGS) else Fault.CUSTOM_DOMAIN


def _host_and_port(plain: str) -> tuple[str, str]:
    """Split what may be a URL into host and port; both are empty when it cannot be read."""
    if "@" in plain or plain.startswith(("mailto:", "file:")):
        return "", ""
    place = plain.partition("://")[2] or plain.removeprefix("//")
    host, _, port = re.split(r"[/?#]", place, maxsplit=1)[0].partition(":")
    return host.rstrip("."), port


def _is_loopback(host: str) -> bool:
    """Say whether the host is this machine: only there may a port be named."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def clean_countries(text: str) -> tuple[str, ...] | Fault:
    """Clean a list of calling prefixes (`+49, +43` becomes `49`, `43`); an empty list allows all."""
    plain = tidy(text)
    pieces = re.split(r"[,;\n]|(?=\+)" if "+" in plain else r"[,;\s]", plain)
    found: list[str] = []
    for piece in pieces:
        prefix = _prefix(piece)
        if isinstance(prefix, Fault):
            return prefix
        if prefix and prefix not in found:
            found.append(prefix)
    return tuple(found)


def _prefix(piece: str) -> str | Fault:
    """Clean one calling prefix; nothing but separators gives an empty one."""
    digits = re.sub(r"[\s+().-]", "", piece.replace("(0)", "")).removeprefix("00")
    if not digits:
        return ""
    if re.search(r"[^\W\d_]", digits):
        return Fault.HAS_LETTERS
    if not re.fullmatch(r"[0-9]+", digits):
        return Fault.NOT_A_NUMBER
    if digits.startswith("0"):
        return Fault.NO_COUNTRY_CODE
    return digits if len(digits) <= 7 else Fault.TOO_LONG


def clean_proxy(text: str) -> str | Fault:
    """Clean a proxy's address to `http://host:port`; empty means that the environment decides."""
    plain = tidy(text)
    if "=" in plain:
        plain = _of_line(text, ("PROXY",))
    if not plain:
        return ""
    if re.search(r"\s", plain):
        return Fault.HAS_SPACES
    try:
        parts = urlsplit(plain if "://" in plain else f"http://{plain}")
        port = parts.port
    except ValueError:
        return Fault.NOT_A_PROXY
    known = parts.scheme in ("http", "https") and parts.hostname and port
    # A user and password here would end up in the draft on disk.
    if not known or "@" in parts.netloc or parts.path.strip("/"):
        return Fault.NOT_A_PROXY
    return f"{parts.scheme}://{parts.netloc}"
