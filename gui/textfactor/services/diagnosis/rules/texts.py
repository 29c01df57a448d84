"""What error messages mean, by their words.

Vonage, Auth0 and every network library are free to change their words, so what rests on them alone is likely at
best, unless the words name the cause itself. The observed texts are in facts about both vendors and in the error
lists of Python's `ssl`, urllib3, Node and Chromium.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from textfactor.domain.diagnosis import ClueKind
from textfactor.services.diagnosis.rules.facts import CERTAIN, LIKELY, POSSIBLE, Facts, Found, tail
from textfactor.services.diagnosis.rules.network_texts import NETWORK, phrases

_VONAGE: Final = phrases(
    (r"throughput rate exceeded|exceeded maximum MT throughput", "vonage.status.1", LIKELY),
    (
        r"\bmissing (?:to|from|text|api_key|api_secret|\w{1,20}) param|missing api_(?:key|secret)",
        "vonage.status.2",
        LIKELY,
    ),
    (r"invalid value for param|invalid message body", "vonage.status.3", LIKELY),
    (r"\bbad credentials\b", "vonage.status.4", LIKELY),
    (r"unroutable message", "vonage.status.6", LIKELY),
    (r"\bnumber barred\b", "vonage.status.7", LIKELY),
    (r"partner account barred", "vonage.status.8", LIKELY),
    (r"quota exceeded - rejected|partner quota (?:exceeded|violation)", "vonage.status.9", LIKELY),
    (r"insufficient (?:funds|balance|credit)|not enough (?:credit|balance)", "vonage.status.9", LIKELY),
    (r"too many existing binds", "vonage.status.10", LIKELY),
    (r"account not http enabled", "vonage.status.11", LIKELY),
    (r"invalid signature", "vonage.status.14", LIKELY),
    (r"illegal sender address|invalid sender\b", "vonage.status.15", LIKELY),
    (r"non[ -]?white-?listed destination", "vonage.status.29", LIKELY),
    (r"signature and api secret disallowed", "vonage.status.32", LIKELY),
    (r"free sms demo, test message", "vonage.trial_remark", CERTAIN),
    (r"user not authorized to query the requested data", "vonage.reports_refused", CERTAIN),
    (r"absent subscriber\W{1,5}temporary", "vonage.receipt.2", LIKELY),
    (r"absent subscriber\W{1,5}permanent", "vonage.receipt.3", LIKELY),
    (r"anti-?spam rejection", "vonage.receipt.6", LIKELY),
    (
        r"(?:ip|address)\b.{0,40}\bnot (?:allowed|permitted|on the list|whitelisted)|invalid-ip",
        "vonage.ip_refused",
        LIKELY,
    ),
)
_AUTH0: Final = phrases(
    (
        r"to handle phone provider|refer to tenant phone settings",
        "auth0.unified_path",
        CERTAIN,
    ),
    (
        r"please upgrade your subscription|subscription (?:is )?required|insufficient_entitlement",
        "auth0.plan",
        CERTAIN,
    ),
    (r"insufficient scope|has not been granted scopes", "auth0.scope", CERTAIN),
    (r"expired token|(?<!mfa_)\btoken (?:is |has )?expired|jwt expired", "auth0.token_expired", CERTAIN),
    (r"\bmfa_token (?:is |has )?(?:expired|invalid)", "login.transaction_lost", LIKELY),
    (r"user is not enrolled", "auth0.not_enrolled", LIKELY),
    (r"trial accounts cannot send|permission to send an sms has not", "auth0.twilio_selected", LIKELY),
    (
        r"bad http authentication header|missing authentication|\binvalid token\b|jwt malformed",
        "auth0.token_invalid",
        LIKELY,
    ),
    (r"client is not authorized to access", "auth0.client_grant", CERTAIN),
    (r"grant type '.{1,60}' not allowed|unauthorized_client", "auth0.grant_type", CERTAIN),
    (r"service not found: |no audience parameter", "auth0.audience", CERTAIN),
    (r"global limit has been reached|too_many_requests", "auth0.rate_limit", CERTAIN),
    (r"must be in the 'built' state", "auth0.not_built", CERTAIN),
    (r"incompatible action and trigger", "auth0.wrong_trigger", CERTAIN),
    (r"binding for an action that has not been deployed", "auth0.action_not_deployed", CERTAIN),
    (r"can only have one supported action", "auth0.too_many_actions", CERTAIN),
    (r"message type is not supported by the configured", "auth0.message_types_conflict", CERTAIN),
    (r"phone provider has not been configured", "auth0.provider_missing", CERTAIN),
    (r"phone provider is disabled", "auth0.provider_disabled", CERTAIN),
    (r"phone provider does not deliver text", "auth0.voice_only", CERTAIN),
    (
        r"no action (?:is )?bound|deployed_action_not_found|no deployed action",
        "auth0.action_missing",
        CERTAIN,
    ),
    (r"built-in provider has sent its|too_many_sms_per_tenant", "auth0.builtin_limit", CERTAIN),
    (r"there was an error sending the sms", "auth0.twilio_selected", POSSIBLE),
    (r"country.{0,40}\bnot (?:on the list|allowed|listed|supported)", "sender.country_not_listed", LIKELY),
    (
        r"end.of.life.{0,60}\bhooks?\b|\bhooks?\b.{0,60}(?:no longer|end.of.life|deprecat)"
        r"|deprecated.{0,60}\bhooks?\b",
        "hooks.ended",
        LIKELY,
    ),
    (r"phone-message-hook is selected and no action", "hooks.ended", LIKELY),
    (r"too many (?:messages|sms)\b", "auth0.user_limit", LIKELY),
    (r"too many (?:failed|wrong) codes", "login.too_many_tries", LIKELY),
    (r"blocked after multiple|too_many_attempts", "auth0.ip_blocked", LIKELY),
    (
        r"(?:execution|script|action|run) timed out|timed out after 20|ran out of time",
        "auth0.action_timed_out",
        LIKELY,
    ),
    (
        r"reading '(?:recipient|text|as_text|message_options|notification)'"
        r"|property '(?:recipient|text|as_text)' of undefined",
        "auth0.wrong_trigger",
        LIKELY,
    ),
    (r"\b(?:cb|callback) is not a function|context\.webtask|\bwebtask\b", "hooks.code", LIKELY),
    (r"cannot find module|module_not_found", "auth0.action_dependency", LIKELY),
    (r"syntaxerror|unexpected (?:token|identifier|end of input)", "auth0.action_syntax", POSSIBLE),
    (
        r"cannot read propert(?:y|ies) of (?:undefined|null)|is not a function|is not defined",
        "auth0.action_threw",
        LIKELY,
    ),
)
_ALL: Final = (*_VONAGE, *_AUTH0, *NETWORK)
_WHERE: Final = (ClueKind.ERROR_TEXT, ClueKind.VONAGE_ERROR_TEXT)
_SENDERS: Final = re.compile(r"\b(?:vonage (?:status|http|unreachable|connection|no answer|answer)|sender )")


@lru_cache(maxsize=4096)
def _meanings(text: str) -> tuple[tuple[int, int, int], ...]:
    """Return which phrases stand in a text: number, start, end; of certificates and time-outs the exact ones."""
    found: list[tuple[int, int, int]] = []
    for number, phrase in enumerate(_ALL):
        match = phrase.pattern.search(text)
        if match is not None:
            found.append((number, *match.span()))
    causes = {_ALL[number].cause for number, _start, _end in found}
    return tuple(one for one in found if not _BETTER.get(_ALL[one[0]].cause, frozenset()) & causes)


_TLS: Final = frozenset({"network.tls_expired", "network.tls_wrong_name"})
_BETTER: Final = {
    "network.tls_untrusted": _TLS,
    "network.tls_failed": _TLS | {"network.tls_untrusted"},
    "network.proxy": frozenset({"network.proxy_login"}),
    "auth0.scope": frozenset({"auth0.plan"}),
    "auth0.user_limit": frozenset({"auth0.builtin_limit"}),
    "auth0.action_syntax": frozenset({"network.not_the_service"}),
}
"""A cause gives way where one of these is named in the same text."""


def read_texts(facts: Facts) -> Iterator[Found]:
    """Yield what the error messages mean. A reason of a sender of ours has its own rule."""
    for kind in _WHERE:
        for row, clue in facts.clues(kind):
            if _SENDERS.search(clue.value):
                continue
            coded = ClueKind.RECEIPT_CODE in row.clues or any(
                one.where for one in row.all(ClueKind.VONAGE_STATUS)
            )
            for number, start, end in _meanings(clue.value):
                phrase = _ALL[number]
                if coded and phrase in _VONAGE and phrase.confidence is not CERTAIN:
                    continue  # the number beside the words says it better
                sure = phrase.confidence
                if phrase.cause == "auth0.action_threw" and not clue.where and not facts.speaks_of_actions:
                    sure = POSSIBLE  # any program's code fails with these words
                yield Found(phrase.cause, sure, (tail(clue, (start, end), facts.reading.source),))
