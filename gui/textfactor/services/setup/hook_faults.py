"""What old code does wrong: signs of it, each looked for by itself. They are hints, since nothing is run."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from textfactor.domain.old_code import CodeKind, OldFault
from textfactor.services.setup.hook_code import blocks_after_if

_EACH_PART = re.compile(
    r"messages\b[^;\n]{0,40}\.(?:some|find|findIndex|every|filter|forEach|map|reduce)\b|\bof\s+[\w.]{0,60}messages\b"
)
_LOGGED = re.compile(r"\bconsole\.\w+\(([^;\n]{0,300})")
_PRIVATE = re.compile(
    r"\b(?:text|as_text|recipient|to|phone|code|secrets?|apiSecret|context|event|notification|message_options)\b(?!\s*['\"`])"
)
_HARMLESS = re.compile(
    r"'[^'\n]*'|\"[^\"\n]*\"|\bBoolean\([^)\n]{0,80}\)|\b\w{1,60}(?:\.\w{1,60}){0,5}\.(?:slice\(-\d\)|length\b)"
)
_SWALLOWED = re.compile(
    r"\bcatch\s*(?:\([^)]{0,60}\)\s*)?\{\s*(?:console\.\w+\([^;\n]{0,300}\);?\s*){0,3}\}|\.catch\(\s*\(?\w*\)?\s*=>\s*\{\s*\}\s*\)"
)
_RETRIES = re.compile(
    r"\b(?:async-retry|p-retry|promise-retry|axios-retry)\b|\b(?:retry|retries|attempts?|tries)\w*\s*(?:\+\+|[<=]|\()|api\.notification\.retry\(",
    re.IGNORECASE,
)
_TIME_LIMIT = re.compile(r"\btimeout\b|AbortSignal|AbortController|setTimeout", re.IGNORECASE)
_DIGITS = re.compile(r"replace\(\s*/(?:\\D|\[\^(?:0-9|\\d)\])\+?/g")
_ENCODING = re.compile(r"\bunicode\b|encoding_type", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"[?&](?:api_secret|api_key|auth_token|password)=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Seen:
    """The code without comments, with what is known of it already."""

    code: str
    kind: CodeKind
    vonage: bool
    modules: tuple[str, ...]
    hard_coded: tuple[str, ...]
    callback: str
    """What the Hook calls at the end; empty for an Action."""

    @property
    def with_sdk(self) -> bool:
        """Whether Vonage's own SDK sends, which throws for any status but 0 and chooses no encoding either."""
        return any(name.startswith("@vonage/") for name in self.modules)

    def calls_back(self, code: str) -> bool:
        """Whether the callback is called in this piece."""
        return re.search(rf"\b{re.escape(self.callback)}\s*\(", code) is not None


def _logs_private(seen: Seen) -> bool:
    return any(_PRIVATE.search(_HARMLESS.sub(" ", said)) for said in _LOGGED.findall(seen.code))


def _no_status_check(seen: Seen) -> bool:
    return seen.vonage and not seen.with_sdk and re.search(r"\bstatus\b", seen.code) is None


def _first_part_only(seen: Seen) -> bool:
    looks = re.search(r"\bmessages\??\.?\[\s*0\s*\]|\[\s*\w+\s*\]\s*=\s*[\w.]{1,60}messages\b", seen.code)
    return seen.vonage and looks is not None and _EACH_PART.search(seen.code) is None


def _no_callback(seen: Seen) -> bool:
    its_parameter = 1
    return (
        bool(seen.callback)
        and len(re.findall(rf"\b{re.escape(seen.callback)}\b", seen.code)) == its_parameter
    )


def _double_callback(seen: Seen) -> bool:
    """Whether an error is reported under an `if` that neither returns nor has an `else`, and more is reported later."""
    if not seen.callback:
        return False
    return any(
        seen.calls_back(block)
        and re.search(r"\b(?:return|throw)\b", block) is None
        and not rest.lstrip(" \t\r\n;}").startswith("else")
        and seen.calls_back(rest)
        for block, rest in blocks_after_if(seen.code)
    )


def _no_time_limit(seen: Seen) -> bool:
    return _TIME_LIMIT.search(seen.code) is None


_SIGNS: dict[OldFault, Callable[[Seen], bool]] = {
    OldFault.HARD_CODED: lambda seen: bool(seen.hard_coded),
    OldFault.SECRET_IN_ADDRESS: lambda seen: (
        "nexmo" in seen.modules or _IN_ADDRESS.search(seen.code) is not None
    ),
    OldFault.LOGS_PRIVATE: _logs_private,
    OldFault.NO_STATUS_CHECK: _no_status_check,
    OldFault.FIRST_PART_ONLY: _first_part_only,
    OldFault.SWALLOWED: lambda seen: _SWALLOWED.search(seen.code) is not None,
    OldFault.NO_CALLBACK: _no_callback,
    OldFault.DOUBLE_CALLBACK: _double_callback,
    OldFault.RETRIES: lambda seen: _RETRIES.search(seen.code) is not None,
    OldFault.NO_TIME_LIMIT: _no_time_limit,
    OldFault.NOT_DIGITS: lambda seen: seen.vonage and _DIGITS.search(seen.code) is None,
    OldFault.NO_ENCODING: lambda seen: seen.vonage and _ENCODING.search(seen.code) is None,
    OldFault.OLD_MODULE: lambda seen: not {"nexmo", "request", "request-promise"}.isdisjoint(seen.modules),
    OldFault.HEAVY_MODULE: lambda seen: seen.with_sdk,
}


def faults(seen: Seen) -> tuple[OldFault, ...]:
    """List what is wrong, worst first."""
    return tuple(fault for fault, found in _SIGNS.items() if found(seen))
