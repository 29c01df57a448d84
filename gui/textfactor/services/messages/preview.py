"""What a text will look like on the phone, and what is wrong with it; the unified path's variables."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from textfactor.domain.inputs import Fault
from textfactor.services.messages.engine import failures, parse, too_much

LIMIT = 20_000
"""Characters that Auth0 takes for a template's body (facts/auth0 1.5)."""

_PERSON: dict[str, object] = {
    "name": "Ada Example", "nickname": "ada", "given_name": "Ada", "family_name": "Example", "picture": "",
    "login_count": 3, "user_metadata": {}, "app_metadata": {}, "email_verified": True,
    "email": "ada@example.com", "phone_number": "+18085550100", "phone_verified": True, "multifactor": [],
    "source_ip": "192.0.2.1", "country": "United States", "city": "Honolulu",
}  # fmt: skip
_CLIENT: dict[str, object] = {"name": "Example Web", "clientID": "exampleclient", "metadata": {}}
SAMPLE: Mapping[str, object] = {
    "code": "123456", "friendly_name": "Example", "tenant": "example", "locale": "en", "pause": "",
    "support_email": "help@example.com", "support_url": "https://example.com/help", "region": "us",
    "logo_url": "https://example.com/logo.png", "home_url": "https://example.com", "connection": "sms",
    "user": _PERSON, "client": _CLIENT, "application": _CLIENT,
    "organization": {"id": "org_1", "name": "example", "display_name": "Example", "metadata": {}},
    "custom_domain": {"domain": "login.example.com", "domain_metadata": {}},
}  # fmt: skip
"""Every variable that the unified path knows (facts/auth0 2.2), with harmless values."""

_LEGACY = {
    "tenant.friendly_name": "friendly_name",
    "tenant.friendlyName": "friendly_name",
    "requestInfo.lang": "locale",
    "message_type": "",
}
"""What the legacy path calls them: on the unified path these come out empty."""

_LINK = re.compile(r"(?i)\b(?:https?://|www\.)\S+|\b[a-z0-9-]+\.(?:com|net|org|io|app|link|ly)\b(?:/\S*)?")


@dataclass(frozen=True, slots=True)
class Rendered:
    """The finished text; with a fault it is empty, and `detail` says where the engine stumbled."""

    text: str
    fault: Fault | None = None
    detail: str = ""


class LintKind(StrEnum):
    """What can be wrong with a text; the first three stop it from working."""

    BAD_SYNTAX = "bad_syntax"
    NO_CODE = "no_code"
    TOO_LONG = "too_long"
    LEGACY_VARIABLE = "legacy_variable"
    """`detail` is the variable, `instead` its name on the unified path, if it has one."""
    UNKNOWN_VARIABLE = "unknown_variable"
    LINK = "link"
    """Carriers hold back messages with links, and people learn to follow them."""


@dataclass(frozen=True, slots=True)
class LintNote:
    """One thing to know about a text."""

    kind: LintKind
    detail: str = ""
    instead: str = ""

    @property
    def serious(self) -> bool:
        """Whether the text cannot do its job like this."""
        return self.kind in (LintKind.BAD_SYNTAX, LintKind.NO_CODE, LintKind.TOO_LONG)


def render(source: str, sample: Mapping[str, object] = SAMPLE) -> Rendered:
    """Render a text with sample values; whatever the text is, this ends soon and raises nothing."""
    if len(source) > LIMIT:
        return Rendered("", Fault.TOO_LONG, str(len(source)))
    try:
        return Rendered(parse(source).render(**sample))
    except failures() as error:
        fault = Fault.TEMPLATE_TOO_MUCH if too_much(error) else Fault.BAD_TEMPLATE
        return Rendered("", fault, _first_line(error))


def lint(source: str) -> tuple[LintNote, ...]:
    """Look a text over: serious notes first, each thing named once."""
    if len(source) > LIMIT:
        return (LintNote(LintKind.TOO_LONG, str(len(source))),)
    try:
        found = parse(source).global_variable_segments(include_partials=False)
    except failures() as error:
        return (LintNote(LintKind.BAD_SYNTAX, _first_line(error)),)
    paths = sorted({_path(segments) for segments in found})
    notes = [] if "code" in paths else [LintNote(LintKind.NO_CODE)]
    notes += [note for path in paths if (note := _judge(path)) is not None]
    notes += [LintNote(LintKind.LINK, link) for link in dict.fromkeys(_LINK.findall(_prose(source)))]
    return tuple(notes)


def _first_line(error: Exception) -> str:
    """Take the engine's own words without its drawing of the place."""
    return str(error).partition("\n")[0]


def _path(segments: Sequence[object]) -> str:
    """Write a variable as `user.name`; what is looked up by another variable stays `*`."""
    return ".".join(part if isinstance(part, str) else "*" for part in segments)


def _judge(path: str) -> LintNote | None:
    """Say what is wrong with one variable."""
    if path in _LEGACY:
        return LintNote(LintKind.LEGACY_VARIABLE, path, _LEGACY[path])
    first, _, rest = path.partition(".")
    known = SAMPLE.get(first)
    if known is None:
        return LintNote(LintKind.UNKNOWN_VARIABLE, path)
    field = rest.partition(".")[0]
    if not field or field == "*" or (isinstance(known, Mapping) and field in known):
        return None
    return LintNote(LintKind.UNKNOWN_VARIABLE, path)


def _prose(source: str) -> str:
    """Leave out what is not text: tags and outputs."""
    return re.sub(r"\{\{.*?\}\}|\{%.*?%\}", " ", source, flags=re.DOTALL)
