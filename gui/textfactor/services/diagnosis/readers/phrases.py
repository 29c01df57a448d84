"""Finds codes in running text: in an error message, in a stack trace, in what a person typed."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from textfactor.domain.diagnosis import ClueKind

LONGEST: Final = 200_000
"""Characters of running text that are looked at."""

MOST: Final = 400
"""So many clues are taken from one text."""


class Piece(NamedTuple):
    """A piece of a text that is a clue."""

    kind: ClueKind
    start: int
    end: int


_REASON = (
    r"vonage[ ]+(?:status[ ]*[=:][ ]*\w{1,12}(?:[ ]part=\d{1,3}/\d{1,3}(?:[ ]id=[\w.-]{1,60})?)?"
    r"|http=\d{3}|no[ ]answer[ ]in[ ]time|unreachable[ ][\w.?-]{1,60}|connection[ ]lost[ ][\w.?-]{1,60}"
    r"|answer[ ]unreadable|network[ ][\w.]{1,60})(?:[ ]\(may[ ]have[ ]been[ ]sent\))?"
    r"|sender[ ](?:voice[ ]is[ ]not[ ]supported|secret[ ]\w{1,60}[ ]is[ ]missing|country[ ]is[ ]not[ ]allowed"
    r"|text[ ]is[ ]empty|recipient[ ](?:has[ ]no[ ]country[ ]code|is[ ]too[ ](?:short|long)))"
)
_LOG_TYPE = (
    r"gd_[a-z_]{3,50}|limit_phone|limit_mu|limit_wc|limit_sul|actions_execution_failed|api_limit(?:_warning)?"
    r"|too_many_records"
)
_NETWORK = (
    r"ECONNREFUSED|ECONNRESET|ECONNABORTED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ESOCKETTIMEDOUT|EHOSTUNREACH|ENETUNREACH"
    r"|EPIPE|EPROTO|UND_ERR_[A-Z_]{3,40}|ERR_[A-Z_]{3,60}|CERT_[A-Z_]{3,40}|UNABLE_TO_[A-Z_]{3,50}"
    r"|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT[A-Z_]{0,20}|HOSTNAME_MISMATCH"
)

_PATTERNS: Final[tuple[tuple[ClueKind, re.Pattern[str]], ...]] = (
    (ClueKind.SENDER_REASON, re.compile(rf"\b(?:{_REASON})")),
    (ClueKind.CLIENT_REF, re.compile(r"\bref=([\w.-]{1,60})")),
    (
        ClueKind.MESSAGE_ID,
        re.compile(r"\b(?:id|message-id|messageId|message_id)\W{1,4}([0-9A-Fa-f][\w-]{11,40})\b"),
    ),
    (ClueKind.VONAGE_STATUS, re.compile(r"vonage[ ]+status[ ]*[=:]?[ ]*(\d{1,3})\b", re.IGNORECASE)),
    (
        ClueKind.VONAGE_STATUS,
        re.compile(
            r"\b(?:vonage|nexmo)\b[^\n\d]{0,30}?\b(?:error|code)s?\b\W{0,4}(\d{1,2}|10[1-3])\b(?![.:/-]\d)",
            re.IGNORECASE,
        ),
    ),
    (
        ClueKind.VONAGE_STATUS,
        re.compile(
            r"\b(?:error|code)\W{1,4}(\d{1,2}|10[1-3])[ ,:-]{1,3}(?:from|by|of|at|with)[ ](?:vonage|nexmo)\b",
            re.IGNORECASE,
        ),
    ),
    (ClueKind.VONAGE_STATUS, re.compile(r"failed with error code (\d{1,3}): ")),
    (ClueKind.RECEIPT_CODE, re.compile(r"\berr[-_ ]?code\W{1,6}(\d{1,4})\b", re.IGNORECASE)),
    (
        ClueKind.RECEIPT_STATUS,
        re.compile(
            r"\bstatus\W{1,6}(delivered|failed|rejected|expired|undeliverable|buffered|accepted|unknown|submitted)\b",
            re.IGNORECASE,
        ),
    ),
    (ClueKind.LOG_TYPE, re.compile(rf"\b(?:{_LOG_TYPE})\b")),
    (ClueKind.LOG_TYPE, re.compile(r"\btype\b\W{1,4}([a-z]{1,6})\b(?!_)", re.IGNORECASE)),
    (ClueKind.ERROR_NAME, re.compile(rf"\b(?:{_NETWORK})\b")),
    (
        ClueKind.ERROR_NAME,
        re.compile(
            r"\b[A-Z][A-Za-z]{2,40}(?:Error|Exception|Timeout|Disconnected|SendPartialFailure|SendAllFailure)\b"
        ),
    ),
    (ClueKind.ERROR_NAME, re.compile(r"\bgaierror\b")),
    (
        ClueKind.HTTP_STATUS,
        re.compile(r"\bHTTP(?:/\d(?:\.\d)?)?[ :=]{1,3}(?:status )?([1-5]\d\d)\b", re.IGNORECASE),
    ),
    (ClueKind.HTTP_STATUS, re.compile(r"\bstatus(?:[ _-]?code)?\W{0,4}([3-5]\d\d)\b", re.IGNORECASE)),
    (
        ClueKind.HTTP_STATUS,
        re.compile(
            r"\b([45]\d\d)[ ](?:Client Error|Server Error|Unauthori[sz]ed|Forbidden|Too Many|Bad Gateway"
            r"|Service Unavailable|Internal Server|Gateway Time|Not Found|Proxy Auth|Network Auth|Conflict)"
        ),
    ),
    (
        ClueKind.HTTP_STATUS,
        re.compile(
            r"(?:\b(?:an?|with|error|code|gets?|got|gives?|returns?|returned|answers?|says?)[ ]+(?:an?[ ]+)?|\A\s*)"
            r"(40[0-9]|4(?:1[01379]|2[2689]|31|51)|50[0-4]|511)"
            r"(?=[ ]*(?:\Z|\n|[.,;:!)]|errors?\b|from\b|by\b|on\b|when\b))",
            re.IGNORECASE,
        ),
    ),
    (
        ClueKind.RECEIPT_STATUS,
        re.compile(
            r"\b(?:receipt|report|dlr)s?\b[ :]*(?:status|say|show|is|are|tell)?s?[ :]*"
            r"\b(delivered|failed|rejected|expired|undeliverable|buffered|unknown)\b",
            re.IGNORECASE,
        ),
    ),
    (
        ClueKind.VONAGE_STATUS,
        re.compile(r"\b(?:error[ _-]?code|status)\W{0,6}(\d{1,2})\b(?![.:/]\d)", re.IGNORECASE),
    ),
    (ClueKind.ERROR_CODE, re.compile(r"\b[a-z]{2,30}(?:_[a-z0-9]{1,30}){1,9}\b")),
    (ClueKind.NUMBER, re.compile(r"\+\d[\d ()-]{6,18}\d\b")),
)

_ERROR_LINE = re.compile(
    r"error|fail|refus|denied|expired|invalid|exceed|timed? ?out|not found|not allowed|unauthori|forbidden"
    r"|certificate|insufficient|upgrade|reject|missing|socket|gateway|unavailable|throttl|limit|unable|cannot"
    r"|unknown|hang ?up|not listed|not on the list|disabled|not been|not authorized|no action|barred|deprecated"
    r"|blocked by|could ?n.t|could not|can.t be reached|bad |credential|quota|unroutable|illegal|not be read|no such"
    r"|too (?:many|long|short)",
    re.IGNORECASE,
)
_LINE = re.compile(r"[^\r\n]{1,2000}+")


def pieces(text: str) -> Iterator[Piece]:
    """Yield the codes of a text; what several patterns take for theirs belongs to the first."""
    taken: set[tuple[ClueKind, int]] = set()
    count = 0
    for kind, pattern in _PATTERNS:
        group = pattern.groups
        for found in pattern.finditer(text, 0, LONGEST):
            start, end = found.span(group)
            if (kind, start) in taken or (
                kind is ClueKind.ERROR_CODE and (ClueKind.LOG_TYPE, start) in taken
            ):
                continue
            taken.add((kind, start))
            yield Piece(kind, start, end)
            count += 1
            if count >= MOST:
                return


def error_lines(text: str) -> Iterator[Piece]:
    """Yield the lines that speak of something that went wrong."""
    count = 0
    for line in _LINE.finditer(text, 0, LONGEST):
        if _ERROR_LINE.search(line[0]):
            yield Piece(ClueKind.ERROR_TEXT, *line.span())
            count += 1
            if count >= MOST:
                return
