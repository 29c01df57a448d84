"""What a code means by itself: looked up in the knowledge base's tables."""

import re
from collections.abc import Iterator
from typing import Final

from textfactor.domain.diagnosis import Clue, ClueKind, Confidence, Severity
from textfactor.services.diagnosis.knowledge import Entry
from textfactor.services.diagnosis.rules.facts import CERTAIN, LIKELY, POSSIBLE, Facts, Found, Row
from textfactor.services.diagnosis.rules.sender import name_means

_TRANSPORT: Final = {
    "407": "network.proxy_login",
    "502": "network.gateway",
    "503": "service.unavailable",
    "504": "network.gateway",
    "511": "network.captive_portal",
}
_AUTH0_HTTP: Final = {"429": "auth0.rate_limit", "404": "auth0.not_found", "409": "auth0.conflict"}
_VONAGE_HTTP: Final = ("401", "402", "403", "404", "422", "429")
_NEEDS_WORDS: Final = frozenset({
    "insufficient_scope", "access_denied", "invalid_grant", "error_sending_sms", "unauthorized",
    "action_error", "action_timeout", "platform_error", "rate_limited",
})  # fmt: skip
"""Codes that several causes share, or whose row decides (`access`, `texts`, `logins`)."""

_ANYBODYS: Final = frozenset({
    "KeyError", "AuthenticationError", "ForbiddenError", "NotFoundError", "RateLimitedError", "ServerError",
})  # fmt: skip
"""Names that any program's errors have; in running text they say something only beside Vonage's name."""

_VAGUE_TYPES: Final = ("fapi",)
"""Any call of the Management API may fail, most have nothing to do with messages."""

_SAYS_ITSELF: Final = ("auth0.send_failed", "auth0.send_warning")
"""Causes that say no more than that the row's own words tell the reason, which are shown therefore."""

_SENDER_CODE = re.compile(r"(?:VONAGE_STATUS_|vonage_status_)(\d{1,3})")


def read_statuses(facts: Facts) -> Iterator[Found]:
    """Yield what the statuses of a send answer mean; a bare number in running text may be something else."""
    for row, clue in facts.clues(ClueKind.VONAGE_STATUS):
        if any(reason.start <= clue.start < reason.end for reason in row.all(ClueKind.SENDER_REASON)):
            continue
        sure = _sure_of_number(facts, clue)
        if clue.value != "0":
            yield _status(facts, clue, sure)
    yield from _parts(facts)
    for _row, clue in facts.clues(ClueKind.ERROR_CODE):
        found = _SENDER_CODE.fullmatch(clue.value)
        if found is not None:
            cause = f"vonage.status.{int(found[1])}"
            yield Found(
                cause if facts.knows(cause) else "vonage.status.other",
                CERTAIN,
                (clue,),
                (("status", found[1]),),
            )


def _sure_of_number(facts: Facts, clue: Clue) -> Confidence:
    if clue.where:
        return CERTAIN
    return LIKELY if facts.speaks_of_vonage else POSSIBLE


def _status(facts: Facts, clue: Clue, sure: Confidence) -> Found:
    code = str(int(clue.value)) if clue.value.isascii() and clue.value.isdigit() else clue.value
    entry = facts.entry("vonage_send", code)
    cause = (entry.cause if entry else None) or f"vonage.status.{code}"
    cause = cause if facts.knows(cause) else "vonage.status.other"
    return Found(cause, sure, (clue,), (("status", code),))


def _parts(facts: Facts) -> Iterator[Found]:
    """Yield that of several parts some were taken and some were not."""
    for row in facts.rows:
        parts = [clue for clue in row.all(ClueKind.VONAGE_STATUS) if clue.where]
        bad = [clue for clue in parts if clue.value != "0"]
        if bad and len(bad) < len(parts) and not row.is_log:
            yield Found("vonage.partial", CERTAIN, tuple(bad), follows=_worst(facts, bad))


def _worst(facts: Facts, bad: list[Clue]) -> str:
    """Return the cause of the refused parts that keeps codes from everybody, else the first."""
    causes = [_status(facts, clue, CERTAIN).cause for clue in bad]
    articles = facts.knowledge.articles
    return next((cause for cause in causes if articles[cause].severity is Severity.BROKEN), causes[0])


def read_error_codes(facts: Facts) -> Iterator[Found]:
    """Yield what error codes of Auth0 and of thrown errors mean."""
    for _row, clue in facts.clues(ClueKind.ERROR_CODE):
        if clue.value in _NEEDS_WORDS or _SENDER_CODE.fullmatch(clue.value):
            continue
        for table in ("auth0_guardian", "auth0_api", "auth0_action"):
            entry = facts.entry(table, clue.value)
            if entry is not None and entry.causes:
                yield from _entry_causes(entry, clue)
                break
    for row, clue in facts.clues(ClueKind.ERROR_NAME):
        if clue.value in _ANYBODYS and not clue.where and not facts.speaks_of_vonage:
            continue
        entry = facts.entry("network", clue.value) or facts.entry("keyring", clue.value)
        if entry is not None and entry.causes:
            for order, cause in enumerate(entry.causes):
                sure = LIKELY if order == 0 else POSSIBLE
                yield Found(cause, sure, (clue,), (("name", clue.value),), general=order > 0 or _worded(row))
        elif cause := name_means(clue.value, ""):
            yield Found(cause, LIKELY, (clue,), (("name", clue.value),), general=_worded(row))
        else:
            yield from _thrown(facts, row, clue)


def _entry_causes(entry: Entry, clue: Clue) -> Iterator[Found]:
    """Yield what a code stands for; where it stands for several causes, anything more exact goes before them."""
    if len(entry.causes) == 1:
        yield Found(entry.causes[0], CERTAIN if clue.where else LIKELY, (clue,))
        return
    for order, cause in enumerate(entry.causes, start=1):
        yield Found(cause, POSSIBLE if order > 1 else LIKELY, (clue,), general=True, order=order)


def _worded(row: Row) -> bool:
    """Tell whether texts beside an error's name may say more than the name."""
    return ClueKind.ERROR_TEXT in row.clues or ClueKind.SENDER_REASON in row.clues


def _thrown(facts: Facts, row: Row, clue: Clue) -> Iterator[Found]:
    """Yield that code threw, where an error's name stands in a row of the log or in a run's record."""
    entry = facts.entry("auth0_action", clue.value)
    if clue.value == "TypeError" and not clue.where and facts.speaks_of_vonage_python:
        yield Found("network.not_the_service", LIKELY, (clue,))
    elif entry is not None and entry.cause:
        sure = LIKELY if clue.where or facts.speaks_of_actions else POSSIBLE
        yield Found(entry.cause, sure, (clue,), general=ClueKind.SENDER_REASON in row.clues)


def read_http(facts: Facts) -> Iterator[Found]:
    """Yield what an HTTP status means, as far as one can tell who answered."""
    for row, clue in facts.clues(ClueKind.HTTP_STATUS):
        code = clue.value
        if code < "400" or ClueKind.SENDER_REASON in row.clues:
            continue
        if code in _TRANSPORT:
            yield Found(_TRANSPORT[code], CERTAIN if code in ("407", "511", "503") else LIKELY, (clue,))
        elif code >= "500":
            yield Found("service.fault", LIKELY, (clue,))
        elif _is_vonage(facts, row, clue):
            cause = f"vonage.http.{code}" if code in _VONAGE_HTTP else "vonage.http.403"
            yield Found(
                cause, CERTAIN if clue.where else LIKELY, (clue,), (("status", code),), general=code == "403"
            )
        elif code in _AUTH0_HTTP and (clue.where or facts.owner_of(clue) == "auth0"):
            yield Found(
                _AUTH0_HTTP[code],
                CERTAIN if code == "429" else LIKELY,
                (clue,),
                general=code != "429" or bool(row.all(ClueKind.ERROR_CODE)),
            )


def _is_vonage(facts: Facts, row: Row, clue: Clue) -> bool:
    if clue.where:
        told = any(
            words.start <= clue.start < words.end and re.search("vonage|nexmo", words.value, re.IGNORECASE)
            for words in row.all(ClueKind.ERROR_TEXT)
        )
        return told or "error-code" in clue.where or ClueKind.MESSAGES_CODE in row.clues
    return facts.owner_of(clue) == "vonage"


def read_messages_codes(facts: Facts) -> Iterator[Found]:
    """Yield what codes of the Messages API and of problem documents mean."""
    for row, clue in facts.clues(ClueKind.MESSAGES_CODE):
        entry = facts.entry("vonage_messages", clue.value) or facts.entry("vonage_http", clue.value)
        if entry is not None and entry.cause:
            yield Found(entry.cause, CERTAIN, (clue,), general=not clue.value.isdigit() and bool(row.clues))


def read_log_types(facts: Facts) -> Iterator[Found]:
    """Yield what a log row's type means by itself; anything that the row says more exactly goes before it."""
    for row, clue in facts.clues(ClueKind.LOG_TYPE):
        entry = facts.entry("auth0_log_types", clue.value)
        if entry is None:
            continue
        several = len(entry.causes) > 1
        for order, cause in enumerate(entry.causes, start=1):
            minor = facts.knows(cause) and facts.knowledge.articles[cause].severity is Severity.NOTICE
            sure = POSSIBLE if minor or several or clue.value in _VAGUE_TYPES else LIKELY
            blanks = (("type", clue.value),)
            words = row.all(ClueKind.ERROR_TEXT)[:1] if cause in _SAYS_ITSELF else []
            yield Found(cause, sure, (clue, *words), blanks, general=True, order=order if several else 0)
