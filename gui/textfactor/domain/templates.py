"""Message templates of both paths: their types, the vendor's own texts, and what a look at one may find."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from textfactor.domain.answers import DEFAULT_ENROLL, DEFAULT_VERIFY, TenantPath

LIMIT = 20_000
"""Characters that Auth0 takes for a template's body (facts/auth0 1.5)."""
SMS_LIMIT = 3_200
"""Characters that Vonage takes for one message (facts/vonage 1)."""
TRIAL_REMARK = " [FREE SMS DEMO, TEST MESSAGE]"
"""What Vonage appends while an account is on trial: 30 characters (facts/vonage 1, trial account)."""


class TemplateType(StrEnum):
    """The messages that can be worded: five on the unified path, two on the legacy one."""

    OTP_VERIFY = "otp_verify"
    OTP_ENROLL = "otp_enroll"
    CHANGE_PASSWORD = "change_password"
    BLOCKED_ACCOUNT = "blocked_account"
    PASSWORD_BREACH = "password_breach"
    """Auth0's list leaves it out while nobody has written one (facts/wire 10)."""
    VERIFICATION = "verification"
    ENROLLMENT = "enrollment"

    @property
    def path(self) -> TenantPath:
        """The path that this message belongs to."""
        return TenantPath.LEGACY if self in TYPES[TenantPath.LEGACY] else TenantPath.UNIFIED

    @property
    def needs_code(self) -> bool:
        """Whether the message is worth nothing without the code."""
        return self in _LOGIN or self in _ENROLL

    @property
    def has_code(self) -> bool:
        """Whether the vendor fills in a code at all (facts/auth0 2.2)."""
        return self is not TemplateType.BLOCKED_ACCOUNT


TYPES: Mapping[TenantPath, tuple[TemplateType, ...]] = {
    TenantPath.UNIFIED: (
        TemplateType.OTP_VERIFY,
        TemplateType.OTP_ENROLL,
        TemplateType.CHANGE_PASSWORD,
        TemplateType.BLOCKED_ACCOUNT,
        TemplateType.PASSWORD_BREACH,
    ),
    TenantPath.LEGACY: (TemplateType.VERIFICATION, TemplateType.ENROLLMENT),
}
"""The types of each path, the one that is sent most first."""
_LOGIN = (TemplateType.OTP_VERIFY, TemplateType.VERIFICATION)
_ENROLL = (TemplateType.OTP_ENROLL, TemplateType.ENROLLMENT)


def login_type(path: TenantPath) -> TemplateType:
    """Name the message of a login on this path."""
    return _LOGIN[path is TenantPath.LEGACY]


def enroll_type(path: TenantPath) -> TemplateType:
    """Name the message of an enrolment on this path."""
    return _ENROLL[path is TenantPath.LEGACY]


_UNIFIED_CODE = "{{ code | escape }} is your verification code for {{ friendly_name | escape }}"
_LEGACY_CODE = "{{code}} is your verification code for {{tenant.friendly_name}}"
_ENTER_IT = ". Please enter this code to verify your enrollment."
VENDOR_TEXTS: Mapping[TemplateType, str] = {
    TemplateType.OTP_VERIFY: _UNIFIED_CODE,
    TemplateType.OTP_ENROLL: _UNIFIED_CODE + _ENTER_IT,
    TemplateType.VERIFICATION: _LEGACY_CODE,
    TemplateType.ENROLLMENT: _LEGACY_CODE + _ENTER_IT,
}
"""What an unedited tenant sends: recorded on the unified path (facts/auth0 1.5), from the documentation on the
legacy one (facts/auth0 2.2). The other three texts are not on record; an unedited tenant tells its own."""

SUGGESTED_TEXTS: Mapping[TemplateType, str] = {
    TemplateType.OTP_VERIFY: DEFAULT_VERIFY,
    TemplateType.OTP_ENROLL: DEFAULT_ENROLL,
    TemplateType.CHANGE_PASSWORD: "{{ code }} is your code to set a new password for {{ friendly_name }}.",
    TemplateType.BLOCKED_ACCOUNT: "Your {{ friendly_name }} account is blocked after too many failed logins.",
    TemplateType.PASSWORD_BREACH: (
        "Your {{ friendly_name }} password was found in a leak elsewhere. Choose a new one at the next login."
    ),
    TemplateType.VERIFICATION: DEFAULT_VERIFY.replace("friendly_name", "tenant.friendly_name"),
    TemplateType.ENROLLMENT: DEFAULT_ENROLL.replace("friendly_name", "tenant.friendly_name"),
}
"""A text of ours for each type: in one part, in GSM-7."""


_BARE_NAME = re.compile(r"(\{\{-?\s*)friendly_name\b")
_TURNED = (
    (TemplateType.VERIFICATION, TemplateType.OTP_VERIFY),
    (TemplateType.ENROLLMENT, TemplateType.OTP_ENROLL),
)


def worded_for(path: TenantPath, text: str) -> str:
    """Name the tenant in a text as this path does (facts/auth0 2.2): by the other's variable it comes out empty.

    Towards the unified path only our own suggestions are turned: what else a legacy text holds is somebody's.
    """
    if path is TenantPath.LEGACY:
        return _BARE_NAME.sub(r"\1tenant.friendly_name", text)
    turned = (SUGGESTED_TEXTS[to] for old, to in _TURNED if SUGGESTED_TEXTS[old] == text)
    return next(turned, text)


class Severity(StrEnum):
    """How much a note matters."""

    ERROR = "error"
    """The message does not do its job, or comes out with a hole."""
    WARNING = "warning"
    HINT = "hint"


class LintKind(StrEnum):
    """What can be said about a text. The value is the note's id on the command line."""

    EMPTY = "empty"
    BAD_SYNTAX = "bad_syntax"
    TOO_MUCH = "too_much"
    """Rendering it takes more work, or makes more text, than a message can need."""
    TOO_LONG = "too_long"
    """`detail`: characters of the template, or of the message where that is what is too long."""
    NO_CODE = "no_code"
    NO_CODE_FOR = "no_code_for"
    """The code shows for some people only; `detail`: the locales that get none."""
    CODE_NOT_HERE = "code_not_here"
    LEGACY_VARIABLE = "legacy_variable"
    """`detail` is the variable, `instead` its name on the unified path, if it has one."""
    UNIFIED_VARIABLE = "unified_variable"
    """The reverse: `instead` is the legacy path's name."""
    UNKNOWN_VARIABLE = "unknown_variable"
    """`instead` is a known name that looks much like it, if there is one."""
    DOUBTFUL_VARIABLE = "doubtful_variable"
    """The vendor's own documents write it in two ways; `instead` is the one that the defaults use."""
    LINK = "link"
    """Carriers hold back messages with links, and people learn to follow them."""
    NOT_GSM7 = "not_gsm7"
    """`detail`: the characters, each once."""
    FILLED_NOT_GSM7 = "filled_not_gsm7"
    """The text is GSM-7, and what was filled in is not; `detail`: the characters."""
    SEVERAL_PARTS = "several_parts"
    """`detail`: how many."""
    TRIAL_PART = "trial_part"
    """The remark of a trial account makes one part more."""
    TRIAL_ORIGIN = "trial_origin"
    """The remark of a trial account follows the last line, so that browsers cannot read it."""
    ORIGIN_WRONG = "origin_wrong"
    """The last line begins with @ but is not of the form `@domain #code`."""
    ORIGIN_BOUND = "origin_bound"
    """A last line would let browsers fill the code in; `instead` is that line, empty while no domain is known."""


_ERRORS = frozenset(
    {
        LintKind.EMPTY, LintKind.BAD_SYNTAX, LintKind.TOO_MUCH, LintKind.TOO_LONG, LintKind.NO_CODE,
        LintKind.NO_CODE_FOR, LintKind.CODE_NOT_HERE, LintKind.LEGACY_VARIABLE, LintKind.UNIFIED_VARIABLE,
        LintKind.UNKNOWN_VARIABLE,
    }
)  # fmt: skip
_HINTS = frozenset(
    {LintKind.ORIGIN_BOUND, LintKind.TRIAL_PART, LintKind.TRIAL_ORIGIN, LintKind.FILLED_NOT_GSM7}
)
_BARS = frozenset(
    {LintKind.EMPTY, LintKind.BAD_SYNTAX, LintKind.TOO_MUCH, LintKind.TOO_LONG, LintKind.NO_CODE}
)


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the template, in characters from 0."""

    start: int
    length: int

    @property
    def end(self) -> int:
        """The character behind it."""
        return self.start + self.length


@dataclass(frozen=True, slots=True)
class LintNote:
    """One thing to know about a text, and every place that it concerns (none: the text as a whole)."""

    kind: LintKind
    detail: str = ""
    instead: str = ""
    places: tuple[Place, ...] = ()

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        if self.kind in _ERRORS:
            return Severity.ERROR
        return Severity.HINT if self.kind in _HINTS else Severity.WARNING

    @property
    def bars(self) -> bool:
        """Whether nobody could log in with this text, so that the setup cannot go on with it."""
        return self.kind in _BARS
