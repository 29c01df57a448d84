"""Wrong signs in an input, in words: those of another alphabet, and those of another value."""

from typing import Literal, assert_never

from textfactor.domain.inputs import Fault, Field
from textfactor.words.inputs_number import explain_number
from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP

SignFault = Literal[
    Fault.NOT_ASCII,
    Fault.HAS_SPACES,
    Fault.HAS_LETTERS,
    Fault.NOT_HEX,
    Fault.LOOKS_LIKE_KEY,
    Fault.LOOKS_LIKE_SECRET,
    Fault.WHOLE_LINE,
    Fault.NOT_A_TOKEN,
]


def explain_signs(field: Field, fault: SignFault) -> Marked:
    """Say which sign is wrong, or which other value was pasted."""
    own = _sender_signs(fault) if field is Field.SENDER else None
    return own or _any_signs(field, fault)


def _sender_signs(fault: SignFault) -> Marked | None:
    """Say what signs a sender has, which is a name of one's own and no copied value; None for other faults."""
    if fault is Fault.HAS_SPACES:
        return explain_number(Field.SENDER, Fault.SENDER_CHARACTERS)
    if fault is Fault.NOT_ASCII:
        return QT_TRANSLATE_NOOP(
            "words.inputs",
            "A sender has only the letters A to Z and digits: no umlauts, no emoji, no letters of other scripts.",
        )
    return None


def _any_signs(field: Field, fault: SignFault) -> Marked:
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
