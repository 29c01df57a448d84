"""Who is kept out of Auth0, and why: the same status and the same code have several cures."""

from collections.abc import Iterator
from typing import Final

from textfactor.domain.diagnosis import Clue, ClueKind
from textfactor.services.diagnosis.rules.facts import CERTAIN, LIKELY, POSSIBLE, Facts, Found, Row

_OF_VONAGE: Final = ("vonage.http.401", "vonage.http.429")
"""Where somebody speaks of messages, a bare status is more likely Vonage's."""
_PLAN: Final = ("upgrade your subscription", "subscription required")


def read_access(facts: Facts) -> Iterator[Found]:
    """Yield what keeps a client out, from code, status and words of one refusal together."""
    for row, clue in facts.clues(ClueKind.ERROR_CODE):
        yield from _code(row, clue)
    for row in facts.rows:
        if row.says("deprecated feature"):
            yield from _deprecated(facts, row)
        status = row.first(ClueKind.HTTP_STATUS)
        if status is not None and status.where.endswith("statusCode") and status.value == "401":
            cause = "auth0.token_expired" if row.says("expired") else "auth0.token_invalid"
            yield Found(cause, CERTAIN if row.says("token", "authentication") else LIKELY, (status,))
        elif status is not None and not status.where and facts.owner_of(status) != "vonage":
            yield from _bare(facts, status)


def _code(row: Row, clue: Clue) -> Iterator[Found]:
    code = clue.value
    if code == "insufficient_scope":
        yield Found("auth0.plan" if row.says(*_PLAN) else "auth0.scope", CERTAIN, (clue,))
    elif code == "insufficient_entitlement":
        yield Found("auth0.plan", CERTAIN, (clue,))
    elif code == "legacy_mfa_phone_provider_not_allowed":
        yield Found("auth0.unified_path", CERTAIN, (clue,))
    elif code in ("unauthorized_client", "invalid_grant_type", "unsupported_grant_type"):
        yield Found("auth0.grant_type", CERTAIN, (clue,))
    elif code == "invalid_grant" and row.says("otp", "oob", "binding_code", "mfa"):
        yield Found("login.code_wrong", LIKELY, (clue,))
    elif code == "invalid_grant":
        yield Found("auth0.login_failed", POSSIBLE, (clue,))
    elif code == "invalid_client":
        yield Found("auth0.client_secret", CERTAIN, (clue,))
    elif code == "access_denied" and not row.is_log:
        yield _denied(row, clue)
    elif code == "too_many_requests":
        yield Found("auth0.rate_limit", CERTAIN, (clue,))


def _deprecated(facts: Facts, row: Row) -> Iterator[Found]:
    """Yield which gate refused: that of the unified path or that of Hooks begin with the same words."""
    words = next(clue for clue in row.all(ClueKind.ERROR_TEXT) if "deprecated feature" in clue.value.lower())
    begin = max(0, words.start - 400)
    if "/hooks" in facts.reading.source[begin : words.end + 400]:
        yield Found("hooks.api_gone", LIKELY, (words,))
    else:
        yield Found("auth0.unified_path", LIKELY, (words,))


def _denied(row: Row, clue: Clue) -> Found:
    """Return what `access_denied` of the token endpoint means: its words tell."""
    if row.says("not authorized to access"):
        return Found("auth0.client_grant", CERTAIN, (clue,))
    if row.says("service not found", "audience"):
        return Found("auth0.audience", CERTAIN, (clue,))
    if row.says("granted scopes"):
        return Found("auth0.scope", CERTAIN, (clue,))
    # A login that the user or an Action stopped has the same code, and words of its own.
    sure = CERTAIN if row.says("unauthorized") else POSSIBLE if row.all(ClueKind.ERROR_TEXT) else LIKELY
    return Found("auth0.client_secret", sure, (clue,))


def _bare(facts: Facts, status: Clue) -> Iterator[Found]:
    """Yield what a bare status in running text may mean."""
    known = facts.owner_of(status) == "auth0"
    sure = LIKELY if known else POSSIBLE
    causes = {
        "401": ("auth0.token_expired", "vonage.http.401"),
        "403": ("auth0.unified_path", "auth0.scope", "auth0.plan", "vonage.ip_refused"),
        "429": ("auth0.rate_limit", "vonage.http.429"),
    }.get(status.value, ())
    if facts.speaks_of_messages:
        causes = tuple(sorted(causes, key=lambda cause: cause not in _OF_VONAGE))
    for order, cause in enumerate(causes):
        mine = cause.startswith("auth0.")
        if mine or not known:
            yield Found(
                cause,
                sure if status.value == "429" and mine else POSSIBLE,
                (status,),
                general=True,
                order=order,
            )
