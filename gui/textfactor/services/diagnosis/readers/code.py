"""Traits of pasted Action or Hook source that matter for text messages. It is read, never run."""

import re
from typing import Final

from textfactor.domain.diagnosis import ClueKind, InputKind
from textfactor.services.diagnosis.readers.clues import Collector

_LONGEST: Final = 200_000
_SIGNS = re.compile(
    r"^[ \t]{0,20}(?:exports\s{0,9}\.\s{0,9}on[A-Z]|module\s{0,9}\.\s{0,9}exports\s{0,9}="
    r"|(?:async )?function\s{0,9}\w{0,60}\s{0,9}\(|(?:const|let|var)\s{1,9}[\w{][^=\n]{0,200}="
    r"(?!\s{0,9}\[?\s{0,9}\{\s{0,9}['\"]?[\w.-]{1,60}['\"]?\s{0,9}:)"
    r"|await\s{1,9}fetch\b|\(?async \()",
    re.MULTILINE,
)
"""Beginnings of lines: in a row of the log, source stands in one line of JSON; a row given a name is no source."""

_OURS = re.compile(
    r"onExecute\w{1,60}|notification|message_options|recipient|vonage|nexmo|sendSms|webtask|multifactor"
    r"|api\.authentication",
    re.IGNORECASE,
)
_HANDLER = re.compile(r"exports\s{0,9}\.\s{0,9}(onExecute\w{1,60}|onContinue\w{1,60})")

_TRAITS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "hook_signature",
        re.compile(r"module\s{0,9}\.\s{0,9}exports\s{0,9}=\s{0,9}(?:async\s{1,9})?function\s{0,9}\w{0,60}\s{0,9}"
                   r"\(\s{0,9}recipient\b"),
    ),
    ("hook_secrets", re.compile(r"context\.webtask\.(?:secrets|data)")),
    (
        "rule_signature",
        re.compile(r"\bfunction\s{0,9}\w{0,60}\s{0,9}\(\s{0,9}user\s{0,9},\s{0,9}context\s{0,9},\s{0,9}callback"),
    ),
    ("nexmo_module", re.compile(r"require\s{0,9}\(\s{0,9}['\"]nexmo['\"]")),
    ("secret_typo", re.compile(r"\bevent\.secret\.\w{1,60}")),
    (
        "asks_for_factor",
        re.compile(r"api\.multifactor\.enable|api\.authentication\.(?:challengeWith|enrollWith)\w{0,10}"),
    ),
)  # fmt: skip
_CALLS_OUT = re.compile(
    r"\bfetch\s{0,9}\(|rest\.nexmo\.com|\baxios\b|\.sendSms\s{0,9}\(|\bsms\.send\s{0,9}\(|\.post\s{0,9}\("
)
_LOOKS = re.compile(
    r"\.ok\b|\.status\b|\.messages\b|\[\s{0,9}['\"](?:status|messages|error-text)['\"]|getFailedMessages|errorText"
    r"|MessageSend\w{1,40}Failure|\.message-count"
)
_WAITS = re.compile(r"\bawait\b|\.then\s{0,9}\(|\bcallback\b|\bcb\s{0,9}\(")
_FIRST_ONLY = re.compile(r"messages\s{0,9}\[\s{0,9}0\s{0,9}\]")
_ALL_PARTS = re.compile(
    r"messages\s{0,9}\.\s{0,9}(?:some|every|find|filter|forEach|map|reduce)|of\s{1,9}\w{0,60}\.?messages"
)
_UNICODE = re.compile(r"unicode", re.IGNORECASE)
_TO_VONAGE = re.compile(r"vonage|nexmo", re.IGNORECASE)
_TEMPLATE_OF_ITS_OWN = re.compile(
    r"(?:text|body)\s{0,9}[:=]\s{0,9}`[^`]{0,300}\$\{[^}]{0,80}code[^}]{0,40}\}"
)


def looks_like_code(text: str) -> bool:
    """Tell whether a text is JavaScript that has to do with sending or with logging in."""
    head = text[:_LONGEST]
    return bool(_SIGNS.search(head)) and bool(_OURS.search(head))


def read_code(text: str, out: Collector) -> None:
    """Note the traits of a source."""
    text = text[:_LONGEST]
    out.begin(InputKind.SENDER_CODE)
    handler = _HANDLER.search(text)
    if handler is not None:
        _put(out, f"handler:{handler[1]}", handler.span(1))
    for trait, pattern in _TRAITS:
        found = pattern.search(text)
        if found is not None:
            _put(out, trait, found.span())
    _read_sending(text, out)
    options = text.find("event.message_options")
    if options >= 0 and handler is not None and handler[1] == "onExecuteCustomPhoneProvider":
        _put(out, "legacy_fields_on_unified", (options, options + len("event.message_options")))
    notification = text.find("event.notification")
    if notification >= 0 and handler is not None and handler[1] == "onExecuteSendPhoneMessage":
        _put(out, "unified_fields_on_legacy", (notification, notification + len("event.notification")))


def _read_sending(text: str, out: Collector) -> None:
    """Note how the code treats the answer of whom it calls."""
    call = _CALLS_OUT.search(text)
    if call is None:
        handler = _HANDLER.search(text)
        if handler is not None and handler[1] in (
            "onExecuteCustomPhoneProvider",
            "onExecuteSendPhoneMessage",
        ):
            _put(out, "sends_nothing", handler.span(1))
        return
    if not _LOOKS.search(text, call.start()):
        _put(out, "ignores_answer", call.span())
    elif _FIRST_ONLY.search(text) and not _ALL_PARTS.search(text):
        _put(out, "first_part_only", _span(_FIRST_ONLY.search(text)))
    if not _WAITS.search(text):
        _put(out, "does_not_wait", call.span())
    if _TO_VONAGE.search(text) and not _UNICODE.search(text):
        _put(out, "no_unicode", call.span())
    own = _TEMPLATE_OF_ITS_OWN.search(text)
    if own is not None:
        _put(out, "own_text", own.span())


def _span(found: re.Match[str] | None) -> tuple[int, int]:
    return found.span() if found else (-1, -1)


def _put(out: Collector, trait: str, place: tuple[int, int]) -> None:
    out.put(ClueKind.CODE, trait, "", place)
