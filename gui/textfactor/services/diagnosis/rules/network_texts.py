"""Error messages of networks, certificates and keyrings: of Python, Node, curl and browsers."""

import re
from typing import Final, NamedTuple

from textfactor.domain.diagnosis import Confidence
from textfactor.services.diagnosis.rules.facts import CERTAIN, LIKELY, POSSIBLE


class Phrase(NamedTuple):
    """Words by a pattern, the cause that they speak for, and how sure they make it."""

    pattern: re.Pattern[str]
    cause: str
    confidence: Confidence


def phrases(*rows: tuple[str, str, Confidence]) -> tuple[Phrase, ...]:
    """Return rows of pattern, cause and confidence as phrases; upper and lower case are the same."""
    return tuple(Phrase(re.compile(words, re.IGNORECASE), cause, sure) for words, cause, sure in rows)


NETWORK: Final = phrases(
    (r"certificate has expired|cert_has_expired|err_cert_date_invalid", "network.tls_expired", CERTAIN),
    (
        r"hostname mismatch|certificate is not valid for|doesn't match|altname|err_cert_common_name_invalid",
        "network.tls_wrong_name",
        CERTAIN,
    ),
    (
        r"self[- _]signed|unable to get (?:local )?issuer|unable to verify the first|err_cert_authority_invalid"
        r"|sec_error_unknown_issuer"
        r"|unable_to_verify|unable_to_get_issuer|depth_zero",
        "network.tls_untrusted",
        CERTAIN,
    ),
    (r"certificate[_ ]verify[_ ]failed|sslcertverificationerror", "network.tls_untrusted", LIKELY),
    (r"certificate is not yet valid|cert_not_yet_valid", "network.clock", LIKELY),
    (
        r"tunnel connection failed: 407|proxy authentication required|407 proxy",
        "network.proxy_login",
        CERTAIN,
    ),
    (
        r"cannot connect to proxy|proxyerror|err_proxy_connection_failed|tunnel connection failed",
        "network.proxy",
        LIKELY,
    ),
    (r"network authentication required", "network.captive_portal", CERTAIN),
    (
        r"getaddrinfo|name or service not known|nodename nor servname|name resolution|nameresolutionerror"
        r"|enotfound|eai_again|err_name_not_resolved|no such host|dns_probe_finished"
        r"|could not resolve (?:host|proxy)|unknown_host|dns_not_found",
        "network.name_not_found",
        CERTAIN,
    ),
    (
        r"econnrefused|connection refused|actively refused|err_connection_refused|couldn't connect to server",
        "network.refused",
        CERTAIN,
    ),
    (
        r"connecttimeout|und_err_connect_timeout|connect timed out|err_connection_timed_out",
        "network.connect_timeout",
        LIKELY,
    ),
    (
        r"ehostunreach|enetunreach|no route to host|network is unreachable|err_internet_disconnected",
        "network.unreachable",
        LIKELY,
    ),
    (
        r"econnreset|socket hang up|connection reset|remote end closed|remotedisconnected|epipe|und_err_socket"
        r"|other side closed|connection aborted|err_connection_(?:reset|closed)|err_empty_response"
        r"|pr_connect_reset_error",
        "network.dropped",
        LIKELY,
    ),
    (
        r"read timed out|readtimeout|etimedout|esockettimedout|und_err_headers_timeout|aborted due to timeout"
        r"|operation timed out",
        "network.no_answer",
        LIKELY,
    ),
    (
        r"incompleteread|content-length mismatch|unexpected end of json|terminated",
        "network.cut_answer",
        LIKELY,
    ),
    (
        r"jsondecodeerror|expecting value: line 1|unexpected token ['\"]?<|is not valid json|<!doctype html",
        "network.not_the_service",
        LIKELY,
    ),
    (
        r"wrong version number|sslv3 alert|tlsv1 alert|handshake failure|eproto|ssl_error",
        "network.tls_failed",
        LIKELY,
    ),
    (r"too many redirects|err_too_many_redirects", "network.redirect", LIKELY),
    (
        r"blocked by cors|access-control-allow-origin|cross-origin request blocked",
        "network.browser_blocked",
        CERTAIN,
    ),
    (r"blocked by client|err_blocked_by|\bfailed to fetch\b", "network.browser_blocked", LIKELY),
    (r"\bfetch failed\b", "sender.unreachable", POSSIBLE),
    (r"bad gateway|gateway time-?out", "network.gateway", LIKELY),
    (r"service unavailable", "service.unavailable", LIKELY),
    (r"internal server error", "service.fault", LIKELY),
    (r"no recommended backend|nokeyringerror", "keyring.missing", CERTAIN),
    (r"keyringlocked|keyring is locked|failed to unlock", "keyring.locked", LIKELY),
)
"""By words, the cause; the lists are those of the programs that write them."""
