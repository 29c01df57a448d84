"""What the reasons of our senders mean: they were written so that they could be read back."""

import re
from collections.abc import Iterator
from typing import Final

from textfactor.domain.diagnosis import Clue, ClueKind
from textfactor.services.diagnosis.rules.facts import CERTAIN, LIKELY, Facts, Found

_STATUS = re.compile(r"vonage +status *[=:] *(\d{1,3})(?: part=(\d{1,3})/(\d{1,3})( id=)?)?")
_HTTP = re.compile(r"vonage +(?:http=|status *= *http)(\d{3})")
_WHY = re.compile(r"vonage (unreachable|connection lost|network) ([\w.?-]{1,60})")

_HTTP_CAUSES: Final = {
    "401": "vonage.http.401",
    "402": "vonage.http.402",
    "403": "vonage.ip_refused",
    "404": "vonage.http.404",
    "407": "network.proxy_login",
    "422": "vonage.http.422",
    "429": "vonage.http.429",
    "502": "network.gateway",
    "503": "service.unavailable",
    "504": "network.gateway",
    "511": "network.captive_portal",
}
_OWN: Final = (
    ("voice is not supported", "sender.voice"),
    ("country is not allowed", "sender.country_not_listed"),
    ("text is empty", "sender.text_empty"),
    ("recipient ", "sender.number_unusable"),
    ("secret ", "auth0.secret_missing"),
)
_NAMES: Final = (
    (("EXPIRED",), "network.tls_expired"),
    (("ALTNAME", "HOSTNAME"), "network.tls_wrong_name"),
    (("SELF_SIGNED", "UNABLE_TO", "ISSUER", "CERT"), "network.tls_untrusted"),
    (("SSL", "TLS", "SIGNATURE", "EPROTO"), "network.tls_failed"),
    (("ECONNREFUSED",), "network.refused"),
    (("ENOTFOUND", "EAI_AGAIN"), "network.name_not_found"),
    (("CONNECT_TIMEOUT",), "network.connect_timeout"),
    (("EHOSTUNREACH", "ENETUNREACH"), "network.unreachable"),
    (("ETIMEDOUT", "TIMEOUT", "Timeout"), "network.no_answer"),
)


def name_means(name: str, otherwise: str) -> str:
    """Return the cause that the name of a network error stands for."""
    return next((cause for parts, cause in _NAMES if any(part in name for part in parts)), otherwise)


def read_reasons(facts: Facts) -> Iterator[Found]:
    """Yield what each reason means, and that its outcome is unknown where it says so."""
    for _row, clue in facts.clues(ClueKind.SENDER_REASON):
        causes = list(_meaning(facts, clue))
        yield from causes
        if "(may have been sent)" in clue.value:
            root = causes[0].cause if causes else ""
            yield Found("sender.outcome_unknown", CERTAIN, (clue,), follows=root)


def _meaning(facts: Facts, clue: Clue) -> Iterator[Found]:
    said = clue.value
    http = _HTTP.search(said)
    status = _STATUS.search(said)
    why = _WHY.search(said)
    if http is not None:
        cause = _HTTP_CAUSES.get(http[1], "service.fault" if http[1] >= "500" else "vonage.http.403")
        yield Found(cause, CERTAIN, (clue,), (("status", http[1]),))
    elif status is not None:
        yield from _refused(facts, clue, status)
    elif why is not None:
        otherwise = "sender.unreachable" if why[1] == "unreachable" else "network.dropped"
        yield Found(name_means(why[2], otherwise), CERTAIN, (clue,), (("name", why[2]),))
    elif "no answer in time" in said:
        yield Found("network.no_answer", CERTAIN, (clue,))
    elif "answer unreadable" in said:
        yield Found("network.not_the_service", LIKELY, (clue,))
    else:
        yield from (Found(cause, CERTAIN, (clue,)) for words, cause in _OWN if f"sender {words}" in said)


def _refused(facts: Facts, clue: Clue, status: re.Match[str]) -> Iterator[Found]:
    """Yield what a status means, and that other parts were accepted where the reason says so."""
    code = str(int(status[1]))
    cause = f"vonage.status.{code}"
    if not facts.knows(cause):
        cause = "vonage.status.other"
    yield Found(cause, CERTAIN, (clue,), (("status", code),))
    if status[3] not in (None, "1") and (status[4] or status[2] != "1"):
        yield Found("vonage.partial", CERTAIN, (clue,), follows=cause)
