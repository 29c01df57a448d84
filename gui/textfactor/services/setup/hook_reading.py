"""Reads code that sent the codes before: what it did, what of it carries over to the new sender, what does not."""

import re

from textfactor.domain.inputs import Fault, clean_countries
from textfactor.domain.old_code import CodeKind, OldCode, OldSecret, SecretRole
from textfactor.domain.tenant import SENDER_SECRETS, Observed
from textfactor.services.setup import hook_code
from textfactor.services.setup.hook_faults import Seen, faults

_HOOK_PARAMETERS = 4
"""recipient, text, context, callback: no other Hook has four (facts/auth0 1.1)."""
_OURS = re.compile(r"put here by Textfactor \(trigger: ")
_PROVIDERS = {
    "Vonage": ("nexmo", "@vonage/", "nexmo.com", "vonage.com"),
    "Twilio": ("twilio",),
    "Infobip": ("infobip",),
    "Bird (MessageBird)": ("messagebird", "bird.com"),
    "Amazon SNS": ("aws-sdk", "@aws-sdk/", "amazonaws.com"),
    "Sinch": ("sinch",),
    "Plivo": ("plivo",),
    "Telnyx": ("telnyx",),
    "ClickSend": ("clicksend",),
    "Esendex": ("esendex",),
}
_CREDENTIAL = re.compile(
    r"""\b(api_?-?key|api_?-?secret|secret|auth_?-?token|account_?-?sid|password|private_?-?key|authorization)"""
    r"""['"]?\s*[:=]\s*(['"`])((?:(?!\2)[^\\\n]){4,4000})\2""",
    re.IGNORECASE,
)
_RECOGNISED = {
    "account_sid": re.compile(r"\bAC[0-9a-f]{32}\b"),
    "private_key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY"),
}
_NAME_OF_A_SECRET = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
_SENDER = re.compile(
    r"""(?:\bfrom\w*['"]?\s*[:=]|\bsendSms\()\s*(['"`])\+?([A-Za-z0-9 ]{2,15})\1""", re.IGNORECASE
)
_LIST = re.compile(
    r"\b(\w{0,40}(?:countr|allow|permit|prefix|whitelist)\w{0,40})\s*[:=]\s*\[([^\[\]]{0,2000})\]",
    re.IGNORECASE,
)
_DENIED = re.compile(r"block|deny|denied|black|ban|forbid|disallow", re.IGNORECASE)
_STARTS = re.compile(r"(!?)[ \t]{0,3}[\w.$?]{1,80}\.startsWith\(\s*['\"`]\+?(\d{1,7})['\"`]")
_PATTERN = re.compile(
    r"(!?)[ \t]{0,3}/\^(?:\\\+|\+|\[\+\])?\??\(?(?:\?:)?(\d{1,7}(?:\|\d{1,7}){0,60})\)?[^/\n]{0,40}/\w{0,4}\.test\("
)
_OWN_TEXT = re.compile(
    r"\b(?:text|as_text|body|message)\s*[:=]\s*`[^`]*\$\{|\btext\s*\.\s*(?:replace|substring|substr|slice|concat)\(|\btext\s*\+|\+\s*text\b"
)
_VOICE = re.compile(r"\.calls\.create\(|\bcreateOutboundCall\b|\bas_voice\b|/v1/calls\b|\btext-to-speech\b")


def read_old_code(text: str) -> OldCode:
    """Tell what this code did. Whatever the text is, this ends soon, runs nothing and raises nothing."""
    code = hook_code.without_comments(text)
    kind = _kind(code)
    modules = hook_code.modules(code)
    provider = _provider(modules, hook_code.hosts(code))
    if _OURS.search(text):
        return OldCode(kind, provider, ours=True)
    parameters = hook_code.parameters(code)
    hard_coded = _hard_coded(code)
    callback = parameters[-1] if parameters and kind is CodeKind.HOOK else ""
    seen = Seen(code, kind, provider == "Vonage", modules, hard_coded, callback)
    allowed, special = _countries(code)
    known = kind not in (CodeKind.OTHER, CodeKind.UNKNOWN)
    return OldCode(
        kind,
        provider,
        modules=modules,
        secrets=tuple(_secret(name, provider) for name in hook_code.secret_names(code)),
        hard_coded=hard_coded,
        sender=_sender(code),
        countries=allowed,
        special=special,
        own_text=_OWN_TEXT.search(code) is not None,
        voice=_VOICE.search(code) is not None,
        faults=faults(seen) if known else (),
    )


def _kind(code: str) -> CodeKind:
    for name, kind in (
        ("onExecuteSendPhoneMessage", CodeKind.LEGACY_ACTION),
        ("onExecuteCustomPhoneProvider", CodeKind.UNIFIED_ACTION),
    ):
        if re.search(rf"\bexports\.{name}\b", code):
            return kind
    if re.search(r"\bexports\.onExecute\w+", code):
        return CodeKind.OTHER
    parameters = hook_code.parameters(code)
    if parameters is None:
        return CodeKind.UNKNOWN
    return CodeKind.HOOK if len(parameters) == _HOOK_PARAMETERS else CodeKind.OTHER


def _provider(modules: tuple[str, ...], hosts: tuple[str, ...]) -> str:
    """Name who was asked to send: by package before address; a gateway of one's own by its host."""
    for places in (modules, hosts):
        for provider, signs in _PROVIDERS.items():
            if any(sign in place for sign in signs for place in places):
                return provider
    return hosts[0] if hosts else ""


def _secret(name: str, provider: str) -> OldSecret:
    """Guess by its name what a secret was for; only those of a Vonage account live on."""
    key, secret, sender = SENDER_SECRETS if provider == "Vonage" else ("", "", "")
    upper = name.upper()
    if any(sign in upper for sign in ("FROM", "SENDER", "NUMBER", "BRAND", "ORIGINATOR")):
        return OldSecret(name, SecretRole.SENDER, sender)
    if any(sign in upper for sign in ("SECRET", "TOKEN", "PASS", "PRIVATE")):
        return OldSecret(name, SecretRole.SECRET, secret)
    if "KEY" in upper or "SID" in upper or "USER" in upper:
        return OldSecret(name, SecretRole.KEY, key)
    return OldSecret(name, SecretRole.OTHER)


def _hard_coded(code: str) -> tuple[str, ...]:
    """Name what stands in the code and should not; never its value."""
    names = [
        found[1]
        for found in _CREDENTIAL.finditer(code)
        if "${" not in found[3] and not _NAME_OF_A_SECRET.fullmatch(found[3])
    ]
    names += [name for name, pattern in _RECOGNISED.items() if pattern.search(code)]
    return tuple(dict.fromkeys(names))


def _sender(code: str) -> str:
    found = _SENDER.search(code)
    return found[2].strip() if found else ""


def _countries(code: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Collect calling codes: those outside which the code refuses, and those it treats otherwise."""
    allowed: list[str] = []
    special: list[str] = []
    for found in _LIST.finditer(code):
        entries = re.findall(r"['\"`]?\+?([A-Za-z0-9]{1,7})['\"`]?", found[2])
        (special if _DENIED.search(found[1]) else allowed).extend(map(_calling_code, entries))
    for found in (*_STARTS.finditer(code), *_PATTERN.finditer(code)):
        (allowed if found[1] else special).extend(found[2].split("|"))
    return _clean(allowed), _clean(special)


def _calling_code(entry: str) -> str:
    """Turn `DE` into `49`; anything else stays as it is."""
    if not re.fullmatch(r"[A-Za-z]{2}", entry):
        return entry
    from phonenumbers import country_code_for_region

    return str(country_code_for_region(entry.upper()) or "")


def _clean(prefixes: list[str]) -> tuple[str, ...]:
    """Keep what the new sender's list can hold, each once."""
    kept: list[str] = []
    for prefix in prefixes:
        found = clean_countries(prefix)
        kept += () if isinstance(found, Fault) else found
    return tuple(dict.fromkeys(kept))


def code_found(observed: Observed) -> tuple[str, str] | None:
    """Take the code that sent the codes so far, with its name: a Hook, else an Action on either path.

    None where there is none, or only our own.
    """
    named = [(hook.name, hook.code) for hook in observed.hooks]
    actions = (observed.action, *observed.other_actions)
    named += [(action.name, action.code) for action in actions if action is not None]
    return next(((name, code) for name, code in named if code.strip() and not _OURS.search(code)), None)
