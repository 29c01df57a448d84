"""Message templates in words: what the types are, what a note means, what a click on its button does."""

from textfactor.domain.templates import LintKind, LintNote, Severity, TemplateType
from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

__all__ = ["explain_note", "fix_label", "severity_name", "type_meaning", "type_name"]

_NAMES: dict[TemplateType, Marked] = {
    TemplateType.OTP_VERIFY: QT_TRANSLATE_NOOP("words.templates", "Login"),
    TemplateType.OTP_ENROLL: QT_TRANSLATE_NOOP("words.templates", "Enrolment"),
    TemplateType.CHANGE_PASSWORD: QT_TRANSLATE_NOOP("words.templates", "New password"),
    TemplateType.BLOCKED_ACCOUNT: QT_TRANSLATE_NOOP("words.templates", "Blocked account"),
    TemplateType.PASSWORD_BREACH: QT_TRANSLATE_NOOP("words.templates", "Leaked password"),
    TemplateType.VERIFICATION: QT_TRANSLATE_NOOP("words.templates", "Login"),
    TemplateType.ENROLLMENT: QT_TRANSLATE_NOOP("words.templates", "Enrolment"),
}
_MEANINGS: dict[TemplateType, Marked] = {
    TemplateType.OTP_VERIFY: QT_TRANSLATE_NOOP("words.templates", "Goes out at each login with a code."),
    TemplateType.OTP_ENROLL: QT_TRANSLATE_NOOP("words.templates", "Goes out when somebody adds their phone."),
    TemplateType.CHANGE_PASSWORD: QT_TRANSLATE_NOOP(
        "words.templates", "Goes out when somebody sets a new password by phone."
    ),
    TemplateType.BLOCKED_ACCOUNT: QT_TRANSLATE_NOOP(
        "words.templates", "Goes out when too many failed logins blocked an account. It has no code."
    ),
    TemplateType.PASSWORD_BREACH: QT_TRANSLATE_NOOP(
        "words.templates", "Goes out when a password was found in a leak. Auth0 lists it once it was written."
    ),
    TemplateType.VERIFICATION: QT_TRANSLATE_NOOP("words.templates", "Goes out at each login with a code."),
    TemplateType.ENROLLMENT: QT_TRANSLATE_NOOP("words.templates", "Goes out when somebody adds their phone."),
}
_SEVERITIES: dict[Severity, Marked] = {
    Severity.ERROR: QT_TRANSLATE_NOOP("words.templates", "Error"),
    Severity.WARNING: QT_TRANSLATE_NOOP("words.templates", "Warning"),
    Severity.HINT: QT_TRANSLATE_NOOP("words.templates", "Hint"),
}


def type_name(kind: TemplateType) -> Text:
    """Name a message for a list."""
    return text(_NAMES[kind])


def type_meaning(kind: TemplateType) -> Text:
    """Say when a message goes out."""
    return text(_MEANINGS[kind])


def severity_name(severity: Severity) -> Text:
    """Name how much a note matters."""
    return text(_SEVERITIES[severity])


def explain_note(note: LintNote) -> Text:
    """Say what a note means and what to do. A test holds that every kind has words."""
    return text(_marked(note), instead=note.instead, detail=note.detail)


def fix_label(note: LintNote) -> Text:
    """Name the button that does what the note asks for."""
    match note.kind:
        case LintKind.NOT_GSM7:
            marked = QT_TRANSLATE_NOOP("words.templates", "Rewrite to GSM-7")
        case LintKind.NO_CODE:
            marked = QT_TRANSLATE_NOOP("words.templates", "Put the code in front")
        case LintKind.ORIGIN_BOUND:
            marked = QT_TRANSLATE_NOOP("words.templates", "Add the line")
        case _:
            marked = QT_TRANSLATE_NOOP("words.templates", "Use {{ {instead} }}")
    return text(marked, instead=note.instead)


def _marked(note: LintNote) -> Marked:
    match note.kind:
        case LintKind.EMPTY:
            return QT_TRANSLATE_NOOP("words.templates", "The text is empty: nothing would be sent.")
        case LintKind.BAD_SYNTAX | LintKind.TOO_MUCH | LintKind.TOO_LONG as kind:
            return _unusable(kind)
        case LintKind.NO_CODE | LintKind.NO_CODE_FOR | LintKind.CODE_NOT_HERE as kind:
            return _code(kind)
        case (
            LintKind.LEGACY_VARIABLE
            | LintKind.UNIFIED_VARIABLE
            | LintKind.UNKNOWN_VARIABLE
            | LintKind.DOUBTFUL_VARIABLE as kind
        ):
            return _variable(kind, note)
        case _:
            return _sending(note.kind, domain_known=bool(note.instead))


def _unusable(kind: LintKind) -> Marked:
    if kind is LintKind.BAD_SYNTAX:
        return QT_TRANSLATE_NOOP("words.templates", "The template is not valid Liquid: {detail}")
    if kind is LintKind.TOO_MUCH:
        return QT_TRANSLATE_NOOP(
            "words.templates", "The template takes too long or makes too long a text. Simplify its loops."
        )
    return QT_TRANSLATE_NOOP(
        "words.templates",
        "Too long with {detail} characters: Auth0 takes 20,000 for a template, Vonage about 3,200 for a message.",
    )


def _code(kind: LintKind) -> Marked:
    if kind is LintKind.NO_CODE:
        return QT_TRANSLATE_NOOP(
            "words.templates",
            "The code is missing: put {{ code }} where it shall stand, or nobody can log in.",
        )
    if kind is LintKind.NO_CODE_FOR:
        return QT_TRANSLATE_NOOP(
            "words.templates", "The code is missing for some people: those with the locale {detail}."
        )
    return QT_TRANSLATE_NOOP("words.templates", "This message has no code: {{ code }} comes out empty.")


def _variable(kind: LintKind, note: LintNote) -> Marked:
    if kind is LintKind.DOUBTFUL_VARIABLE:
        return QT_TRANSLATE_NOOP(
            "words.templates",
            "Auth0's documents write {{ {detail} }} and {{ {instead} }}; its own defaults use the second.",
        )
    if kind is LintKind.LEGACY_VARIABLE and note.instead:
        return QT_TRANSLATE_NOOP(
            "words.templates",
            "{{ {detail} }} is the legacy path's name and comes out empty here: write {{ {instead} }}.",
        )
    if kind is LintKind.LEGACY_VARIABLE:
        return QT_TRANSLATE_NOOP(
            "words.templates", "{{ {detail} }} exists on the legacy path only: nothing shows there."
        )
    if kind is LintKind.UNIFIED_VARIABLE and note.instead:
        return QT_TRANSLATE_NOOP(
            "words.templates",
            "{{ {detail} }} is the unified path's name and comes out empty here: write {{ {instead} }}.",
        )
    if kind is LintKind.UNIFIED_VARIABLE:
        return QT_TRANSLATE_NOOP(
            "words.templates", "{{ {detail} }} exists on the unified path only: nothing shows there."
        )
    if note.instead:
        return QT_TRANSLATE_NOOP(
            "words.templates", "Auth0 knows no {{ {detail} }}. It knows {{ {instead} }}."
        )
    return QT_TRANSLATE_NOOP("words.templates", "Auth0 knows no {{ {detail} }}: nothing shows there.")


def _sending(kind: LintKind, *, domain_known: bool) -> Marked:
    if kind is LintKind.ORIGIN_BOUND:
        return _origin(domain_known=domain_known)
    return _SENDING[kind]


def _origin(*, domain_known: bool) -> Marked:
    if domain_known:
        return QT_TRANSLATE_NOOP(
            "words.templates",
            "Browsers fill the code in by themselves, and on the right page only, when the last line is {instead}.",
        )
    return QT_TRANSLATE_NOOP(
        "words.templates",
        "Browsers fill the code in by themselves when the last line is an @, the domain of the login, a blank and "
        "#{{ code }}.",
    )


_SENDING: dict[LintKind, Marked] = {
    LintKind.LINK: QT_TRANSLATE_NOOP(
        "words.templates", "There is a link in it ({detail}): carriers hold such messages back."
    ),
    LintKind.NOT_GSM7: QT_TRANSLATE_NOOP(
        "words.templates", "A part takes 70 characters instead of 160 because of: {detail}"
    ),
    LintKind.FILLED_NOT_GSM7: QT_TRANSLATE_NOOP(
        "words.templates",
        "What is filled in can have letters that GSM-7 lacks ({detail}): then a part takes 70 characters.",
    ),
    LintKind.SEVERAL_PARTS: QT_TRANSLATE_NOOP(
        "words.templates", "It takes up to {detail} parts, and each of them is paid for."
    ),
    LintKind.TRIAL_PART: QT_TRANSLATE_NOOP(
        "words.templates",
        "While the Vonage account is on trial, 30 characters are appended: that makes {detail} parts.",
    ),
    LintKind.TRIAL_ORIGIN: QT_TRANSLATE_NOOP(
        "words.templates",
        "While the Vonage account is on trial, its remark follows the last line, and browsers cannot read it.",
    ),
    LintKind.ORIGIN_WRONG: QT_TRANSLATE_NOOP(
        "words.templates",
        "The last line begins with @ but is not of the form @domain #code: browsers do not take it.",
    ),
}
