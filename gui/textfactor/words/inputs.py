"""Why an input is refused, in words: what is wrong, and what a right one looks like or where it is found."""

from typing import Literal, assert_never

from textfactor.domain.inputs import Fault, Field, InputIssue
from textfactor.words.inputs_length import explain_length
from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

__all__ = ["explain_fault"]

_SignFault = Literal[
    Fault.NOT_ASCII,
    Fault.HAS_SPACES,
    Fault.HAS_LETTERS,
    Fault.NOT_HEX,
    Fault.LOOKS_LIKE_KEY,
    Fault.LOOKS_LIKE_SECRET,
    Fault.WHOLE_LINE,
    Fault.NOT_A_TOKEN,
]
_AddressFault = Literal[
    Fault.URL_NOT_DOMAIN,
    Fault.NOT_A_DOMAIN,
    Fault.CUSTOM_DOMAIN,
    Fault.NOT_A_PROXY,
    Fault.NO_SUCH_FILE,
    Fault.NAME_TAKEN,
    Fault.OTHER_NAME,
]
_NumberFault = Literal[
    Fault.NO_COUNTRY_CODE,
    Fault.NOT_A_NUMBER,
    Fault.TRUNK_ZERO,
    Fault.TWO_NUMBERS,
    Fault.SENDER_TOO_LONG,
    Fault.SENDER_CHARACTERS,
]
_TemplateFault = Literal[Fault.NO_CODE_IN_TEXT, Fault.BAD_TEMPLATE, Fault.TEMPLATE_TOO_MUCH]


def explain_fault(issue: InputIssue) -> Text:
    """Put a refused input into words. Every fault has some; the type checker fails when one has none."""
    match issue.fault:
        case Fault.EMPTY | Fault.TOO_SHORT | Fault.TOO_LONG as fault:
            return text(explain_length(issue.field, fault))
        case (
            Fault.NOT_ASCII
            | Fault.HAS_SPACES
            | Fault.HAS_LETTERS
            | Fault.NOT_HEX
            | Fault.LOOKS_LIKE_KEY
            | Fault.LOOKS_LIKE_SECRET
            | Fault.WHOLE_LINE
            | Fault.NOT_A_TOKEN
        ) as fault:
            own = _sender_signs(fault) if issue.field is Field.SENDER else None
            return text(own or _signs(issue.field, fault))
        case (
            Fault.NO_COUNTRY_CODE
            | Fault.NOT_A_NUMBER
            | Fault.TRUNK_ZERO
            | Fault.TWO_NUMBERS
            | Fault.SENDER_TOO_LONG
            | Fault.SENDER_CHARACTERS
        ) as fault:
            return text(_number(issue.field, fault))
        case (
            Fault.URL_NOT_DOMAIN
            | Fault.NOT_A_DOMAIN
            | Fault.CUSTOM_DOMAIN
            | Fault.NOT_A_PROXY
            | Fault.NO_SUCH_FILE
            | Fault.NAME_TAKEN
            | Fault.OTHER_NAME
        ) as fault:
            return text(_address(fault), detail=issue.detail)
        case Fault.NO_CODE_IN_TEXT | Fault.BAD_TEMPLATE | Fault.TEMPLATE_TOO_MUCH as fault:
            return _template(fault, issue.detail)
        case _:
            assert_never(issue.fault)


def _sender_signs(fault: _SignFault) -> Marked | None:
    """Say what signs a sender has, which is a name of one's own and no copied value; None for other faults."""
    if fault is Fault.HAS_SPACES:
        return _number(Field.SENDER, Fault.SENDER_CHARACTERS)
    if fault is Fault.NOT_ASCII:
        return QT_TRANSLATE_NOOP(
            "words.inputs",
            "A sender has only the letters A to Z and digits: no umlauts, no emoji, no letters of other scripts.",
        )
    return None


def _signs(field: Field, fault: _SignFault) -> Marked:
    match fault:
        case Fault.NOT_ASCII:
            return QT_TRANSLATE_NOOP(
                "words.inputs",
                "There is a sign in it that looks like an ordinary letter but is another. Copy it again, or "
                "type it.",
            )
        case Fault.HAS_SPACES:
            return QT_TRANSLATE_NOOP(
                "words.inputs", "There is a space inside. Check that only the value was copied."
            )
        case Fault.HAS_LETTERS:
            return _has_letters(field)
        case Fault.NOT_HEX:
            return QT_TRANSLATE_NOOP("words.inputs", "An API key has letters and digits only, 8 of them.")
        case Fault.LOOKS_LIKE_KEY:
            return _looks_like_key(field)
        case Fault.LOOKS_LIKE_SECRET:
            return _looks_like_secret(field)
        case Fault.WHOLE_LINE:
            return QT_TRANSLATE_NOOP(
                "words.inputs", "Several values were pasted. Paste the one for this field alone."
            )
        case Fault.NOT_A_TOKEN:
            return QT_TRANSLATE_NOOP(
                "words.inputs",
                "This is not a Management API token: it has three parts with dots between. Copy it from "
                "Auth0 "
                "dashboard > Applications > APIs > Auth0 Management API > API Explorer.",
            )
        case _:
            assert_never(fault)


def _has_letters(field: Field) -> Marked:
    if field is Field.CODE:
        return QT_TRANSLATE_NOOP("words.inputs", "A code has digits only.")
    if field is Field.COUNTRIES:
        return QT_TRANSLATE_NOOP("words.inputs", "Write calling prefixes in digits, such as +49, +43.")
    return QT_TRANSLATE_NOOP("words.inputs", "A phone number has no letters. Write it like +49 151 23456789.")


def _looks_like_key(field: Field) -> Marked:
    if field is Field.CLIENT_SECRET:
        return QT_TRANSLATE_NOOP(
            "words.inputs",
            "This is the client ID. The client secret is below it on the same page, and longer.",
        )
    return QT_TRANSLATE_NOOP(
        "words.inputs",
        "This is the API key. The API secret stands beside it in the dashboard's API settings.",
    )


def _looks_like_secret(field: Field) -> Marked:
    if field is Field.CLIENT_ID:
        return QT_TRANSLATE_NOOP(
            "words.inputs", "This looks like the client secret. The client ID has 32 letters and digits."
        )
    return QT_TRANSLATE_NOOP(
        "words.inputs", "This looks like the API secret. The API key has 8 letters and digits."
    )


def _number(field: Field, fault: _NumberFault) -> Marked:
    match fault:
        case Fault.NO_COUNTRY_CODE:
            if field is Field.COUNTRIES:
                return QT_TRANSLATE_NOOP(
                    "words.inputs", "A calling prefix does not begin with 0. Write it like +49."
                )
            return QT_TRANSLATE_NOOP(
                "words.inputs",
                "The country code is missing. Begin with + and the country, such as +49 for Germany.",
            )
        case Fault.NOT_A_NUMBER:
            return QT_TRANSLATE_NOOP(
                "words.inputs", "This is not a phone number. Write it like +49 151 23456789."
            )
        case Fault.TRUNK_ZERO:
            return QT_TRANSLATE_NOOP(
                "words.inputs",
                "Leave out the 0 after the country code: it is for calls inside the country only.",
            )
        case Fault.TWO_NUMBERS:
            return QT_TRANSLATE_NOOP("words.inputs", "There are two numbers. One SMS goes to one number.")
        case Fault.SENDER_TOO_LONG:
            return QT_TRANSLATE_NOOP(
                "words.inputs",
                "Too long for a sender: a name has up to 11 letters and digits, a number up to 15 digits.",
            )
        case Fault.SENDER_CHARACTERS:
            return QT_TRANSLATE_NOOP(
                "words.inputs",
                "A sender is a number, or a name of up to 11 letters A to Z and digits, without spaces.",
            )
        case _:
            assert_never(fault)


def _address(fault: _AddressFault) -> Marked:
    match fault:
        case Fault.URL_NOT_DOMAIN:
            return QT_TRANSLATE_NOOP(
                "words.inputs",
                "This is the address of a page. The domain is in Auth0 dashboard > Applications > your "
                "application > "
                "Settings, such as acme.eu.auth0.com.",
            )
        case Fault.NOT_A_DOMAIN:
            return QT_TRANSLATE_NOOP("words.inputs", "This is not a domain. It looks like acme.eu.auth0.com.")
        case Fault.CUSTOM_DOMAIN:
            return QT_TRANSLATE_NOOP(
                "words.inputs",
                "This looks like a custom domain. The Management API wants the tenant's own, which ends in "
                "auth0.com.",
            )
        case Fault.NOT_A_PROXY:
            return QT_TRANSLATE_NOOP(
                "words.inputs",
                "Write a proxy as host:port, without user and password, such as proxy.acme.com:8080.",
            )
        case Fault.NO_SUCH_FILE:
            return QT_TRANSLATE_NOOP("words.inputs", "There is no such file.")
        case Fault.NAME_TAKEN:
            return QT_TRANSLATE_NOOP("words.inputs", "Another profile has this name.")
        case Fault.OTHER_NAME:
            return QT_TRANSLATE_NOOP(
                "words.inputs",
                "This is not the tenant's name. Type it as it stands above, to show that it is meant.",
            )
        case _:
            assert_never(fault)


def _template(fault: _TemplateFault, detail: str) -> Text:
    match fault:
        case Fault.NO_CODE_IN_TEXT:
            return text(
                QT_TRANSLATE_NOOP(
                    "words.inputs",
                    "The code is missing: put {{ code }} where it shall stand, or nobody can log in.",
                )
            )
        case Fault.BAD_TEMPLATE:
            if not detail:
                return text(
                    QT_TRANSLATE_NOOP("words.inputs", "The template is not valid Liquid: check its brackets.")
                )
            return text(
                QT_TRANSLATE_NOOP("words.inputs", "The template is not valid Liquid: {detail}"), detail=detail
            )
        case Fault.TEMPLATE_TOO_MUCH:
            return text(
                QT_TRANSLATE_NOOP(
                    "words.inputs",
                    "The template takes too long or makes too long a text. Simplify its loops.",
                )
            )
        case _:
            assert_never(fault)
