"""Puts what the rules found into an order: like to like, roots before their consequences, surest first."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from textfactor.domain.diagnosis import Clue, ClueKind, Confidence, Diagnosis, Evidence, Severity
from textfactor.services.diagnosis.rules.facts import Facts, Found

MOST_EVIDENCE: Final = 12
"""So many pieces of evidence are shown for a cause; the count tells how many rows there were."""

MOST: Final = 12
"""So many diagnoses are given."""

_SURE: Final = {Confidence.CERTAIN: 0, Confidence.LIKELY: 1, Confidence.POSSIBLE: 2}
_NOT_SMS: Final = "other.not_sms"
"""No diagnosis: a remark says it."""

_Key = tuple[int, int, int, int, str]
_WRONG: Final = (Severity.BROKEN, Severity.PARTLY)
_BAD: Final = {Severity.BROKEN: 0, Severity.PARTLY: 1, Severity.NOTICE: 2, Severity.FINE: 3}

_CREDENTIALS: Final = ("auth0.draft_newer", "auth0.secret_missing")
_NOT_RUNNING: Final = (
    "hooks.ended",
    "auth0.wrong_trigger",
    "auth0.build_failed",
    "auth0.build_stuck",
    "auth0.action_not_deployed",
    "auth0.action_unbound",
)
_NETWORK: Final = (
    "network.name_not_found", "network.refused", "network.no_answer", "network.dropped", "network.gateway",
    "network.connect_timeout", "network.unreachable", "service.fault", "service.unavailable", "vonage.status.1",
    "vonage.status.5", "vonage.status.10", "vonage.http.429",
)  # fmt: skip

ROOTS: Final[dict[str, tuple[str, ...]]] = {
    "vonage.status.4": _CREDENTIALS,
    "vonage.http.401": _CREDENTIALS,
    "vonage.status.2": ("template.disabled", "auth0.secret_missing"),
    "sender.text_empty": ("template.disabled",),
    "vonage.status.15": ("vonage.no_numbers",),
    "vonage.status.29": ("vonage.trial_remark",),
    "auth0.action_missing": _NOT_RUNNING,
    "auth0.action_unbound": (
        "auth0.wrong_trigger",
        "auth0.action_not_deployed",
        "auth0.build_failed",
        "auth0.build_stuck",
    ),
    "auth0.action_not_deployed": ("auth0.build_failed", "auth0.build_stuck"),
    "auth0.not_built": ("auth0.build_failed", "auth0.build_stuck"),
    "auth0.retries": _NETWORK,
    "network.not_the_service": (
        "network.proxy_login",
        "network.captive_portal",
        "network.gateway",
        "service.unavailable",
    ),
    "auth0.action_timed_out": ("network.no_answer",),
    "auth0.action_threw": (
        "auth0.wrong_trigger",
        "hooks.code",
        "auth0.action_dependency",
        "auth0.action_syntax",
        "auth0.action_timed_out",
        *_NETWORK,
    ),
    "sender.outcome_unknown": _NETWORK,
    "sender.unreachable": _NETWORK,
    "login.two_codes": ("vonage.accepted_not_delivered",),
    "login.code_wrong": ("login.two_codes",),
    "auth0.user_limit": ("login.sms_pumping",),
    "vonage.status.22": ("login.sms_pumping",),
    "vonage.status.9": ("login.sms_pumping",),
    "hooks.code": ("hooks.ended",),
    "auth0.send_failed": ("hooks.ended",),
    "vonage.receipt.failed": ("vonage.sender_generic",),
    "vonage.receipt.rejected": ("vonage.sender_generic",),
    "vonage.receipt.6": ("vonage.sender_generic",),
    "vonage.status.3": ("vonage.number_format",),
    "vonage.status.6": ("vonage.number_format",),
    "vonage.accepted_not_delivered": ("vonage.late",),
}
"""By cause, what it is a consequence of when both are found, the deepest first."""


def rank(found: Iterable[Found], facts: Facts) -> tuple[Diagnosis, ...]:
    """Return the diagnoses, best first.

    What a code or some words may stand for are alternatives, likeliest first: nothing follows from one of them.
    """
    groups: defaultdict[str, list[Found]] = defaultdict(list)
    for one in _exact(found):
        if facts.knows(one.cause) and one.cause != _NOT_SMS:
            groups[one.cause].append(one)
    guessed = {cause for cause, ones in groups.items() if all(one.order for one in ones)}
    roots = groups.keys() - guessed
    made = {cause: _diagnosis(cause, ones, facts, roots) for cause, ones in groups.items()}
    if any(one.severity in _WRONG for one in made.values()):
        made = {cause: one for cause, one in made.items() if one.severity is not Severity.FINE}
    keys = {cause: _key(one, groups[cause]) for cause, one in made.items()}
    return tuple(_ordered(made, keys))[:MOST]


def _exact(found: Iterable[Found]) -> list[Found]:
    """Leave out what is general where the same row has something exact."""
    listed = list(found)
    exact = {clue.row for one in listed if not one.general for clue in one.clues}
    return [one for one in listed if not one.general or not any(clue.row in exact for clue in one.clues)]


def _diagnosis(cause: str, ones: list[Found], facts: Facts, all_causes: Iterable[str]) -> Diagnosis:
    best = min(ones, key=lambda one: _SURE[one.confidence])
    clues = [clue for one in sorted(ones, key=lambda one: _SURE[one.confidence]) for clue in one.clues]
    times = sorted(clue.at for clue in clues if clue.at)
    severity = facts.knowledge.articles[cause].severity
    return Diagnosis(
        cause,
        best.confidence,
        severity,
        _evidence(clues, facts.reading.source),
        len({clue.row for clue in clues}),
        times[0] if times else "",
        times[-1] if times else "",
        best.blanks,
        _root(cause, best.follows, set(all_causes)),
    )


def _root(cause: str, told: str, all_causes: set[str]) -> str:
    roots = [told, *ROOTS.get(cause, ())]
    return next((root for root in roots if root in all_causes and root != cause), "")


_TRAITS: Final = frozenset({ClueKind.STATE, ClueKind.CODE, ClueKind.SECONDS})
"""Clues whose value is a word of ours, so that the source is shown instead."""

_SHOWN: Final = 200


def _evidence(clues: list[Clue], source: str) -> tuple[Evidence, ...]:
    """Return the pieces to show, each place once; where two overlap, the first."""
    shown: list[Evidence] = []
    seen: set[tuple[int, str, str]] = set()
    for clue in clues:
        key = (clue.start, clue.where, clue.value) if clue.start < 0 else (clue.start, "", "")
        if key not in seen and len(shown) < MOST_EVIDENCE:
            seen.add(key)
            text = (
                source[clue.start : clue.end][:_SHOWN]
                if clue.kind in _TRAITS and clue.start >= 0
                else clue.value
            )
            shown.append(Evidence(clue.where, text, clue.start, clue.end))
    return tuple(shown)


def _ordered(made: dict[str, Diagnosis], keys: dict[str, _Key]) -> list[Diagnosis]:
    """Return the roots, best first, each with its consequences behind it."""
    best = sorted(made.values(), key=lambda one: keys[one.cause])
    listed: list[Diagnosis] = []
    done: set[str] = set()

    def take(one: Diagnosis) -> None:
        if one.cause not in done:
            done.add(one.cause)
            listed.append(one)
            for other in best:
                if other.follows == one.cause:
                    take(other)

    # A root is worth as much as the best of what it explains.
    for one in best:
        root, guard = one, len(made)
        while root.follows in made and root.follows not in done and guard:
            root, guard = made[root.follows], guard - 1
        take(root)
        take(one)
    return listed


def _key(one: Diagnosis, ones: list[Found]) -> _Key:
    """Sort by how sure, but what merely is worth knowing behind what is wrong; then by order, harm and count.

    What several symptoms speak for comes before what one of them does.
    """
    order = min(found.order for found in ones)
    minor = 0 if order or one.severity in _WRONG else 3 if one.severity is Severity.FINE else 2
    if order:
        order -= 10 * (len({found.clues for found in ones if found.order}) - 1)
    return (_SURE[one.confidence] + minor, order, _BAD[one.severity], -one.count, one.cause)
